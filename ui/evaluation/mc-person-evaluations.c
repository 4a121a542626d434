/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-person-evaluations.h"

#include <glib/gi18n.h>

#include "mc-evaluation-book.h"
#include "mc-fact-row.h"

struct _McPersonEvaluations
{
  AdwPreferencesGroup parent_instance;

  McEvaluationBook *book;
  McLiveList *ours;
  GtkCustomSorter *sorter;
  GtkListBox *box;
  GtkWidget *empty;
};

G_DEFINE_FINAL_TYPE (McPersonEvaluations, mc_person_evaluations, ADW_TYPE_PREFERENCES_GROUP)

/* "October 2026 · Monthly slip", "92,5 · A · Signed" */
static void
describe (gpointer row, gpointer user_data, char **title, char **subtitle, char **target)
{
  McPersonEvaluations *self = user_data;
  McEvaluationCycle *cycle = mc_evaluation_book_get_cycle (self->book, row);
  McEvaluationScheme *scheme = mc_evaluation_book_get_scheme (self->book, row);
  McEvaluation *next = mc_evaluation_book_find_next (self->book, row);
  g_autofree char *when = cycle ? mc_evaluation_cycle_dup_name (cycle) : g_strdup ("…");
  g_autofree char *total = mc_evaluation_book_dup_total (self->book, row);
  g_autofree char *band = mc_evaluation_book_dup_band (self->book, row);

  *title = g_strdup_printf ("%s · %s", when, scheme ? scheme->name : "…");
  *subtitle = g_strdup_printf ("%s · %s · %s", total, band,
                               next ? _ ("Reopened")
                                    : mc_enum_label (mc_evaluation_state_values, ((McEvaluation *)row)->state));
  *target = g_strdup_printf ("evaluation/%" G_GINT64_FORMAT, mc_entity_get_id (row));
}

static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  McPersonEvaluations *self = user_data;
  McEvaluationCycle *x = self->book ? mc_evaluation_book_get_cycle (self->book, (gpointer)a) : NULL;
  McEvaluationCycle *y = self->book ? mc_evaluation_book_get_cycle (self->book, (gpointer)b) : NULL;

  if (x && y && x->during.from != y->during.from)
    return x->during.from > y->during.from ? -1 : 1;
  return mc_entity_get_id ((gpointer)a) > mc_entity_get_id ((gpointer)b) ? -1 : 1;
}

static void
bind (McPersonEvaluations *self)
{
  g_autoptr (GtkSortListModel) sorted = NULL;

  if (self->ours)
    sorted =
        gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->ours)), g_object_ref (GTK_SORTER (self->sorter)));
  mc_fact_rows_bind (self->box, G_LIST_MODEL (sorted), describe, self, self->empty);
}

void
mc_person_evaluations_show (McPersonEvaluations *self, McSession *session, gint64 person)
{
  g_return_if_fail (MC_IS_PERSON_EVALUATIONS (self));
  if (self->book)
    g_signal_handlers_disconnect_by_func (self->book, bind, self);
  mc_fact_rows_bind (self->box, NULL, describe, self, self->empty);
  g_clear_object (&self->ours);
  g_clear_object (&self->book);
  if (!session)
    return;
  self->book = mc_evaluation_book_new (session);
  self->ours = mc_session_list_of (session, MC_TYPE_EVALUATION, "person_id", person);
  g_signal_connect_object (self->book, "changed", G_CALLBACK (bind), self, G_CONNECT_SWAPPED);
  bind (self);
}

static void
mc_person_evaluations_dispose (GObject *object)
{
  McPersonEvaluations *self = MC_PERSON_EVALUATIONS (object);

  mc_person_evaluations_show (self, NULL, 0);
  g_clear_object (&self->sorter);
  G_OBJECT_CLASS (mc_person_evaluations_parent_class)->dispose (object);
}

static void
mc_person_evaluations_class_init (McPersonEvaluationsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_person_evaluations_dispose;
}

static void
mc_person_evaluations_init (McPersonEvaluations *self)
{
  self->sorter = gtk_custom_sorter_new (compare, self, NULL);
  self->box = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  self->empty = g_object_new (GTK_TYPE_LABEL, "label", _ ("Not evaluated yet, or your role may not see it."), "xalign",
                              0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "boxed-list");
  gtk_widget_add_css_class (self->empty, "dimmed");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("group", "Evaluations"), -1);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), C_ ("group", "Evaluations"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->box));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->empty);
}
