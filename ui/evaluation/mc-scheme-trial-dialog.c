/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-scheme-trial-dialog.h"

#include <glib/gi18n.h>

#include "mc-evaluation-actions.h"
#include "mc-report.h"

struct _McSchemeTrialDialog
{
  AdwDialog parent_instance;

  McEvaluationBook *book;
  GPtrArray *schemes; /* of the lines of the choice */
  AdwComboRow *choice;
  GtkWidget *button;
  AdwPreferencesGroup *levels;
  AdwPreferencesGroup *people;
  GPtrArray *rows; /* in the two groups */
};

G_DEFINE_FINAL_TYPE (McSchemeTrialDialog, mc_scheme_trial_dialog, ADW_TYPE_DIALOG)

static void
add_row (McSchemeTrialDialog *self, AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "subtitle", subtitle, "use-markup", FALSE, NULL);

  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
clear_rows (McSchemeTrialDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *group = gtk_widget_get_ancestor (self->rows->pdata[i], ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), self->rows->pdata[i]);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
show_levels (McSchemeTrialDialog *self, GPtrArray *results)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer name, count;

  for (guint i = 0; i < results->len; i++)
    {
      g_autofree char *band = mc_evaluation_book_dup_band (self->book, results->pdata[i]);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, band));

      g_hash_table_insert (counts, g_steal_pointer (&band), GUINT_TO_POINTER (n + 1));
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &name, &count))
    {
      guint n = GPOINTER_TO_UINT (count);
      g_autofree char *text = g_strdup_printf (g_dngettext (NULL, "%u person", "%u people", n), n);

      add_row (self, self->levels, g_strcmp0 (name, "–") == 0 ? _ ("Without a total") : name, text);
    }
}

static void
show_results (McSchemeTrialDialog *self, GPtrArray *results)
{
  clear_rows (self);
  show_levels (self, results);
  for (guint i = 0; i < results->len; i++)
    {
      McEvaluation *result = results->pdata[i];
      g_autofree char *person = mc_evaluation_book_dup_person (self->book, result);
      g_autofree char *total = mc_evaluation_book_dup_total (self->book, result);
      g_autofree char *band = mc_evaluation_book_dup_band (self->book, result);
      g_autofree char *text = g_strdup_printf ("%s · %s", total, band);

      add_row (self, self->people, person, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->levels), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->people), TRUE);
}

static DexFuture *
try_fiber (gpointer data)
{
  McSchemeTrialDialog *self = data;
  McSession *session = mc_evaluation_book_get_session (self->book);
  guint at = adw_combo_row_get_selected (self->choice);
  McEvaluationScheme *scheme = at < self->schemes->len ? self->schemes->pdata[at] : NULL;
  McPeriod now = mc_evaluation_cycle_around (MC_CYCLE_QUARTER, mc_session_get_today (session));
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GError) error = NULL;

  if (!scheme)
    return dex_future_new_false ();
  results = dex_await_boxed (mc_session_try_scheme (session, MC_CYCLE_QUARTER, now.from - 1, scheme->code), &error);
  if (!self->button || !gtk_widget_get_root (GTK_WIDGET (self)))
    return dex_future_new_false (); /* closed meanwhile */
  gtk_widget_set_sensitive (self->button, TRUE);
  if (results)
    show_results (self, results);
  else
    mc_report_error (GTK_WIDGET (self), _ ("The scheme could not be tried."), error);
  return dex_future_new_true ();
}

static void
try_cb (McSchemeTrialDialog *self)
{
  gtk_widget_set_sensitive (self->button, FALSE);
  dex_future_disown (dex_scheduler_spawn (NULL, 0, try_fiber, g_object_ref (self), g_object_unref));
}

static void
mc_scheme_trial_dialog_dispose (GObject *object)
{
  McSchemeTrialDialog *self = MC_SCHEME_TRIAL_DIALOG (object);

  self->button = NULL;
  g_clear_object (&self->book);
  g_clear_pointer (&self->schemes, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (mc_scheme_trial_dialog_parent_class)->dispose (object);
}

static void
mc_scheme_trial_dialog_class_init (McSchemeTrialDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_scheme_trial_dialog_dispose;
}

static void
mc_scheme_trial_dialog_init (McSchemeTrialDialog *self)
{
  GtkWidget *view = adw_toolbar_view_new (), *page = adw_preferences_page_new (), *head = adw_preferences_group_new ();

  self->rows = g_ptr_array_new ();
  self->choice = g_object_new (ADW_TYPE_COMBO_ROW, "title", _ ("Scheme"), NULL);
  self->button =
      g_object_new (GTK_TYPE_BUTTON, "label", _ ("_Try It"), "use-underline", TRUE, "valign", GTK_ALIGN_CENTER, NULL);
  self->levels = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", _ ("Levels"), "visible", FALSE, NULL);
  self->people = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", C_ ("group", "People"), "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->button, "suggested-action");
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (try_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (head),
      _ ("What the scheme would give for last quarter, from the evidence alone. Nothing is kept."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (head), GTK_WIDGET (self->choice));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (head), self->button);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (head));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), self->levels);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), self->people);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_child (ADW_DIALOG (self), view);
}

AdwDialog *
mc_scheme_trial_dialog_new (McEvaluationBook *book)
{
  McSchemeTrialDialog *self = g_object_new (MC_TYPE_SCHEME_TRIAL_DIALOG, "title", _ ("Try a Scheme"), "content-width",
                                            640, "content-height", 600, NULL);
  GtkStringList *names = gtk_string_list_new (NULL);

  self->book = g_object_ref (book);
  self->schemes = mc_evaluation_book_dup_schemes (book);
  for (guint i = 0; i < self->schemes->len; i++)
    gtk_string_list_append (names, ((McEvaluationScheme *)self->schemes->pdata[i])->name);
  adw_combo_row_set_model (self->choice, G_LIST_MODEL (names));
  g_object_unref (names);
  return ADW_DIALOG (self);
}
