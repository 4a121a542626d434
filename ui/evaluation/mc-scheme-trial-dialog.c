/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-scheme-trial-dialog.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "mc-evaluation-actions.h"
#include "mc-evaluation-result.h"
#include "mc-report.h"

struct _McSchemeTrialDialog
{
  AdwDialog parent_instance;

  McEvaluationBook *book;
  McSchemeDraft *draft; /* NULL: a saved scheme is chosen */
  GPtrArray *schemes;   /* of the lines of the choice */
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

static McEvaluationScheme *
chosen_scheme (McSchemeTrialDialog *self)
{
  guint at = adw_combo_row_get_selected (self->choice);

  if (self->draft)
    return mc_scheme_draft_get_scheme (self->draft);
  return at < self->schemes->len ? self->schemes->pdata[at] : NULL;
}

/* Of the scheme that is tried: the database may not have it. */
static char *
dup_band (McSchemeTrialDialog *self, McEvaluation *result)
{
  g_autofree char *name = result->band ? mc_evaluation_band_dup_name (chosen_scheme (self), result->band) : NULL;

  return name && *name ? g_steal_pointer (&name) : g_strdup ("–");
}

static void
add_level (McSchemeTrialDialog *self, GPtrArray *results, const char *code, const char *name)
{
  g_autofree char *text = NULL;
  guint n = 0;

  for (guint i = 0; i < results->len; i++)
    n += g_strcmp0 (((McEvaluation *)results->pdata[i])->band, code) == 0;
  if (n == 0)
    return;
  text = g_strdup_printf (g_dngettext (NULL, "%u person", "%u people", n), n);
  add_row (self, self->levels, name, text);
}

/* The best first, as the scheme has them. */
static void
show_levels (McSchemeTrialDialog *self, GPtrArray *results)
{
  g_autoptr (JsonNode) node = json_from_string (chosen_scheme (self)->bands, NULL);
  JsonArray *bands = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; bands && i < json_array_get_length (bands); i++)
    {
      JsonObject *band = json_array_get_object_element (bands, i);

      add_level (self, results, json_object_get_string_member_with_default (band, "code", ""),
                 json_object_get_string_member_with_default (band, "name", ""));
    }
  add_level (self, results, NULL, _ ("Without a total"));
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
      g_autofree char *band = dup_band (self, result);
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
  McEvaluationScheme *scheme = chosen_scheme (self);
  McPeriod now = mc_evaluation_cycle_around (MC_CYCLE_QUARTER, mc_session_get_today (session));
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GError) error = NULL;

  if (!scheme)
    return dex_future_new_false ();
  /* A scheme of the law is never a draft: the database takes none but its own. */
  results = dex_await_boxed (self->draft && scheme->kind == MC_SCHEME_MONTHLY_SLIP
                                 ? mc_scheme_draft_try (self->draft, session, MC_CYCLE_QUARTER, now.from - 1)
                                 : mc_session_try_scheme (session, MC_CYCLE_QUARTER, now.from - 1, scheme->code),
                             &error);
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
  g_clear_object (&self->draft);
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

static McSchemeTrialDialog *
trial_new (McEvaluationBook *book, const char *title)
{
  McSchemeTrialDialog *self =
      g_object_new (MC_TYPE_SCHEME_TRIAL_DIALOG, "title", title, "content-width", 640, "content-height", 600, NULL);

  self->book = g_object_ref (book);
  self->schemes = mc_evaluation_book_dup_schemes (book);
  return self;
}

AdwDialog *
mc_scheme_trial_dialog_new (McEvaluationBook *book)
{
  McSchemeTrialDialog *self = trial_new (book, _ ("Try a Scheme"));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->schemes->len; i++)
    gtk_string_list_append (names, ((McEvaluationScheme *)self->schemes->pdata[i])->name);
  adw_combo_row_set_model (self->choice, G_LIST_MODEL (names));
  return ADW_DIALOG (self);
}

AdwDialog *
mc_scheme_trial_dialog_new_for_draft (McEvaluationBook *book, McSchemeDraft *draft)
{
  g_autofree char *title = g_strdup_printf (_ ("Try “%s”"), mc_scheme_draft_get_scheme (draft)->name);
  McSchemeTrialDialog *self = trial_new (book, title);

  self->draft = g_object_ref (draft);
  gtk_widget_set_visible (GTK_WIDGET (self->choice), FALSE);
  try_cb (self);
  return ADW_DIALOG (self);
}
