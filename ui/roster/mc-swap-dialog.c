/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-swap-dialog.h"

#include <glib/gi18n.h>

#include "mc-commit.h"
#include "mc-date-row.h"
#include "mc-swap-actions.h"

struct _McSwapDialog
{
  AdwDialog parent_instance;

  McRosterBook *book;
  GArray *people; /* gint64, as they are offered; the first is 0, nobody yet */
  gboolean choosing;
  gboolean touched; /* the other side is a person's choice */

  GtkButton *go_button;
  AdwComboRow *one_row;
  McDateRow *one_day;
  AdwComboRow *one_part;
  AdwComboRow *other_row;
  McDateRow *other_day;
  AdwComboRow *other_part;
  AdwEntryRow *reason_row;
  GtkLabel *effect;
};

G_DEFINE_FINAL_TYPE (McSwapDialog, mc_swap_dialog, ADW_TYPE_DIALOG)

static McDay
get_today (McSwapDialog *self)
{
  return mc_session_get_today (mc_roster_book_get_session (self->book));
}

static gint64
get_person (McSwapDialog *self, AdwComboRow *row)
{
  guint selected = adw_combo_row_get_selected (row);

  return selected < self->people->len ? g_array_index (self->people, gint64, selected) : 0;
}

static McRosterSwap *
make_swap (McSwapDialog *self)
{
  McRosterSwap *swap = mc_roster_swap_new ();
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason_row));

  swap->roster_id = mc_entity_get_id (MC_ENTITY (mc_roster_book_get_roster (self->book)));
  swap->person_id = get_person (self, self->one_row);
  swap->day = mc_date_row_get_day (self->one_day);
  swap->session = (McDaySession)adw_combo_row_get_selected (self->one_part);
  swap->other_person_id = get_person (self, self->other_row);
  swap->other_day = mc_date_row_get_day (self->other_day);
  swap->other_session = (McDaySession)adw_combo_row_get_selected (self->other_part);
  swap->reason = *reason ? g_strdup (reason) : NULL;
  return swap;
}

/* Whom nobody has chosen yet is not guessed; NULL once both are known. */
static const char *
find_missing (McSwapDialog *self)
{
  if (!get_person (self, self->one_row))
    return _ ("Choose who gives the session away.");
  if (!get_person (self, self->other_row))
    return self->touched ? _ ("Choose the other officer.")
                         : _ ("Nobody may swap within this session. Choose another officer, day or session in return.");
  return NULL;
}

static gboolean
days_are_good (McSwapDialog *self)
{
  return mc_date_row_get_valid (self->one_day) && mc_date_row_get_valid (self->other_day);
}

/* What breaks a rule may be asked for all the same: whoever decides sees why not. What cannot be done is not recorded.
 */
static void
show_effect (McSwapDialog *self)
{
  g_autoptr (McRosterSwap) swap = NULL;
  g_autoptr (McSwapEffect) effect = NULL;
  const char *missing;
  gboolean bad;

  if (self->choosing || !self->book)
    return;
  if (!mc_roster_book_get_ready (self->book) || !mc_roster_book_get_roster (self->book) || !days_are_good (self))
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self->go_button), FALSE);
      return;
    }
  missing = find_missing (self);
  if (missing)
    {
      gtk_label_set_label (self->effect, missing);
      gtk_widget_set_css_classes (GTK_WIDGET (self->effect), (const char *[]){ "dimmed", NULL });
      gtk_widget_set_sensitive (GTK_WIDGET (self->go_button), FALSE);
      return;
    }
  swap = make_swap (self);
  effect = mc_swap_weigh (self->book, swap, get_today (self));
  bad = effect->obstacle || effect->hard > 0;
  gtk_label_set_label (self->effect, effect->text);
  gtk_widget_set_css_classes (GTK_WIDGET (self->effect), (const char *[]){ bad ? "error" : "dimmed", NULL });
  gtk_widget_set_sensitive (GTK_WIDGET (self->go_button), effect->obstacle == NULL);
}

static DexFuture *
record_fiber (gpointer data)
{
  McSwapDialog *self = data;
  g_autoptr (McRosterSwap) swap = make_swap (self);
  g_autoptr (McChange) change = mc_swap_change_request (self->book, swap);
  g_autoptr (GError) error = NULL;
  g_autoptr (McCommitResult) result = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->go_button), FALSE);
  result = dex_await_object (mc_commit (GTK_WIDGET (self), mc_roster_book_get_session (self->book), change), &error);
  gtk_widget_set_sensitive (GTK_WIDGET (self->go_button), TRUE);
  if (result)
    adw_dialog_close (ADW_DIALOG (self));
  return dex_future_new_true ();
}

static void
go_cb (McSwapDialog *self)
{
  dex_future_disown (dex_scheduler_spawn (NULL, 0, record_fiber, g_object_ref (self), g_object_unref));
}

static void
cancel_cb (McSwapDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* --- What is offered --- */

static void
fill_choices (McSwapDialog *self, gint64 person)
{
  McRosterProblem *problem = mc_roster_brief_get_problem (mc_roster_book_get_brief (self->book));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL), parts = gtk_string_list_new (NULL);
  gint64 nobody = 0;

  gtk_string_list_append (names, "–");
  g_array_append_val (self->people, nobody);
  for (guint i = 0; i < problem->people->len; i++)
    {
      gtk_string_list_append (names, mc_roster_person (problem, i)->name);
      g_array_append_val (self->people, mc_roster_person (problem, i)->id);
    }
  for (guint i = 0; mc_day_session_values[i].text; i++)
    gtk_string_list_append (parts, _ (mc_day_session_values[i].label));
  adw_combo_row_set_model (self->one_row, G_LIST_MODEL (names));
  adw_combo_row_set_model (self->other_row, G_LIST_MODEL (names));
  adw_combo_row_set_model (self->one_part, G_LIST_MODEL (parts));
  adw_combo_row_set_model (self->other_part, G_LIST_MODEL (parts));
  for (guint i = 0; i < self->people->len; i++)
    if (g_array_index (self->people, gint64, i) == person)
      adw_combo_row_set_selected (self->one_row, i);
}

static gboolean
is_better (const McSwapEffect *a, const McSwapEffect *b)
{
  if (!b)
    return TRUE;
  return a->gaps != b->gaps ? a->gaps < b->gaps : a->cost < b->cost;
}

/* Whoever may best take the session and has one to give in return; nobody where that cannot be. */
static guint
find_other (McSwapDialog *self)
{
  g_autoptr (McSwapEffect) best = NULL;
  guint found = 0;

  for (guint i = 1; i < self->people->len; i++)
    {
      g_autoptr (McRosterSwap) swap = make_swap (self);
      g_autoptr (McSwapEffect) effect = NULL;

      swap->other_person_id = g_array_index (self->people, gint64, i);
      /* Rostered or not: who is away takes nothing over. */
      if (mc_roster_book_is_on_leave (self->book, swap->other_person_id, swap->day, swap->session))
        continue;
      effect = mc_swap_weigh (self->book, swap, get_today (self));
      if (!mc_swap_effect_may (effect) || !is_better (effect, best))
        continue;
      found = i;
      g_clear_pointer (&best, mc_swap_effect_free);
      best = g_steal_pointer (&effect);
    }
  return found;
}

/* As long as nobody has said what is wanted in return: the same session of whoever may best take it. */
static void
propose_other (McSwapDialog *self)
{
  if (!mc_date_row_get_valid (self->one_day))
    return;
  self->choosing = TRUE;
  mc_date_row_set_day (self->other_day, mc_date_row_get_day (self->one_day));
  adw_combo_row_set_selected (self->other_part, adw_combo_row_get_selected (self->one_part));
  adw_combo_row_set_selected (self->other_row, get_person (self, self->one_row) ? find_other (self) : 0);
  self->choosing = FALSE;
}

static void
one_changed_cb (McSwapDialog *self)
{
  if (self->choosing)
    return;
  if (!self->touched && mc_roster_book_get_ready (self->book))
    propose_other (self);
  show_effect (self);
}

static void
other_changed_cb (McSwapDialog *self)
{
  if (self->choosing)
    return;
  self->touched = TRUE;
  show_effect (self);
}

/* --- The dialog --- */

static void
mc_swap_dialog_dispose (GObject *object)
{
  McSwapDialog *self = MC_SWAP_DIALOG (object);

  self->choosing = TRUE;
  g_clear_object (&self->book);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_SWAP_DIALOG);
  G_OBJECT_CLASS (mc_swap_dialog_parent_class)->dispose (object);
}

static void
mc_swap_dialog_finalize (GObject *object)
{
  g_array_unref (MC_SWAP_DIALOG (object)->people);
  G_OBJECT_CLASS (mc_swap_dialog_parent_class)->finalize (object);
}

static void
mc_swap_dialog_class_init (McSwapDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_swap_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = mc_swap_dialog_finalize;
  g_type_ensure (MC_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/roster/mc-swap-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McSwapDialog, go_button);
  gtk_widget_class_bind_template_child (widget_class, McSwapDialog, one_row);
  gtk_widget_class_bind_template_child (widget_class, McSwapDialog, one_day);
  gtk_widget_class_bind_template_child (widget_class, McSwapDialog, one_part);
  gtk_widget_class_bind_template_child (widget_class, McSwapDialog, other_row);
  gtk_widget_class_bind_template_child (widget_class, McSwapDialog, other_day);
  gtk_widget_class_bind_template_child (widget_class, McSwapDialog, other_part);
  gtk_widget_class_bind_template_child (widget_class, McSwapDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, McSwapDialog, effect);
  gtk_widget_class_bind_template_callback (widget_class, one_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
mc_swap_dialog_init (McSwapDialog *self)
{
  self->choosing = TRUE;
  self->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
mc_swap_dialog_new (McRosterBook *book, gint64 person, McDay day, guint part)
{
  McSwapDialog *self = g_object_new (MC_TYPE_SWAP_DIALOG, NULL);

  g_return_val_if_fail (mc_roster_book_get_ready (book), NULL);
  self->book = g_object_ref (book);
  fill_choices (self, person);
  mc_date_row_set_day (self->one_day, day);
  adw_combo_row_set_selected (self->one_part, part);
  propose_other (self);
  g_signal_connect_object (book, "changed", G_CALLBACK (show_effect), self, G_CONNECT_SWAPPED);
  show_effect (self);
  adw_dialog_set_default_widget (ADW_DIALOG (self), GTK_WIDGET (self->go_button));
  return ADW_DIALOG (self);
}
