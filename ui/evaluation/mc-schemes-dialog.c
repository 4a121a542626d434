/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-schemes-dialog.h"

#include <glib/gi18n.h>

#include "mc-ask.h"
#include "mc-scheme-editor.h"

struct _McSchemesDialog
{
  AdwDialog parent_instance;

  McEvaluationBook *book;
  GPtrArray *drafts; /* McSchemeDraft, that were opened and not saved */
  GPtrArray *rows;   /* in the two groups */
  AdwNavigationView *view;
  AdwPreferencesGroup *ours;
  AdwPreferencesGroup *laws;
};

G_DEFINE_FINAL_TYPE (McSchemesDialog, mc_schemes_dialog, ADW_TYPE_DIALOG)

static gboolean
is_edited (McSchemeDraft *draft)
{
  return mc_scheme_draft_can_turn (draft, FALSE) ||
         mc_entity_get_id (MC_ENTITY (mc_scheme_draft_get_scheme (draft))) == 0;
}

static McSchemeDraft *
find_draft (McSchemesDialog *self, gint64 scheme)
{
  for (guint i = 0; i < self->drafts->len; i++)
    if (scheme && mc_entity_get_id (MC_ENTITY (mc_scheme_draft_get_scheme (self->drafts->pdata[i]))) == scheme)
      return self->drafts->pdata[i];
  return NULL;
}

static McSchemeDraft *
draft_of (McSchemesDialog *self, McEvaluationScheme *scheme)
{
  gint64 id = mc_entity_get_id (MC_ENTITY (scheme));
  g_autoptr (GPtrArray) criteria = mc_evaluation_book_dup_scheme_criteria (self->book, id);
  g_autoptr (GPtrArray) weights = mc_evaluation_book_dup_weights (self->book);

  return mc_scheme_draft_new (scheme, criteria, weights, MC_DAY_NONE);
}

/* The first day of a month that is to come. */
static McDay
next_month (McSchemesDialog *self)
{
  McDay today = mc_session_get_today (mc_evaluation_book_get_session (self->book));

  return mc_evaluation_cycle_around (MC_CYCLE_MONTH, today).until;
}

/* --- Opening --- */

static void show_list (McSchemesDialog *self);

static void
saved_cb (McSchemeEditor *editor, McSchemesDialog *self)
{
  McSchemeDraft *draft = g_object_get_data (G_OBJECT (editor), "mc-draft");

  g_ptr_array_remove (self->drafts, draft);
  adw_navigation_view_pop_to_tag (self->view, "schemes");
  show_list (self);
}

static void
open_draft (McSchemesDialog *self, McSchemeDraft *draft, McDay version_from)
{
  AdwNavigationPage *editor = mc_scheme_editor_new (self->book, draft, version_from);

  g_object_set_data_full (G_OBJECT (editor), "mc-draft", g_object_ref (draft), g_object_unref);
  g_signal_connect_object (editor, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_DEFAULT);
  adw_navigation_view_push (self->view, editor);
}

static McEvaluationScheme *
scheme_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "mc-scheme");
}

static void
open_cb (GtkWidget *row, McSchemesDialog *self)
{
  McEvaluationScheme *scheme = scheme_of (row);
  gint64 id = mc_entity_get_id (MC_ENTITY (scheme));
  McSchemeDraft *draft = find_draft (self, id);
  McDay until, version_from = MC_DAY_NONE;

  if (!draft)
    {
      draft = draft_of (self, scheme);
      g_ptr_array_add (self->drafts, draft);
    }
  if (mc_evaluation_book_count_use (self->book, id, &until) > 0)
    version_from = MAX (until, scheme->during.from + 1);
  open_draft (self, draft, version_from);
}

static void
open_unsaved_cb (GtkWidget *row, McSchemesDialog *self)
{
  open_draft (self, g_object_get_data (G_OBJECT (row), "mc-draft"), MC_DAY_NONE);
}

static gboolean
is_taken (McSchemesDialog *self, const char *code)
{
  GListModel *all = G_LIST_MODEL (mc_evaluation_book_get_schemes (self->book));

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (McEvaluationScheme) scheme = g_list_model_get_item (all, i);

      if (g_strcmp0 (scheme->code, code) == 0)
        return TRUE;
    }
  for (guint i = 0; i < self->drafts->len; i++)
    if (g_strcmp0 (mc_scheme_draft_get_scheme (self->drafts->pdata[i])->code, code) == 0)
      return TRUE;
  return FALSE;
}

static char *
free_code (McSchemesDialog *self)
{
  for (guint n = 2;; n++)
    {
      g_autofree char *code = g_strdup_printf ("slip_%u", n);

      if (!is_taken (self, code))
        return g_steal_pointer (&code);
    }
}

static void
take_new (McSchemesDialog *self, McSchemeDraft *draft)
{
  g_ptr_array_add (self->drafts, draft);
  open_draft (self, draft, MC_DAY_NONE);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McSchemesDialog *self = MC_SCHEMES_DIALOG (widget);
  McSchemeDraft *draft = mc_scheme_draft_new (NULL, NULL, NULL, next_month (self));
  McEvaluationScheme *scheme = mc_scheme_draft_get_scheme (draft);

  g_free (scheme->code);
  scheme->code = free_code (self);
  take_new (self, draft);
}

static void
copy_cb (GtkWidget *button, McSchemesDialog *self)
{
  McEvaluationScheme *scheme = scheme_of (button);
  g_autoptr (McSchemeDraft) old = draft_of (self, scheme);
  g_autofree char *code = free_code (self), *name = g_strdup_printf (_ ("%s (copy)"), scheme->name);

  take_new (self, mc_scheme_draft_copy (old, code, name, next_month (self)));
}

/* --- The list --- */

static char *
dup_facts (McSchemesDialog *self, McEvaluationScheme *scheme)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *when = mc_period_format_people (scheme->during);
  gint64 id = mc_entity_get_id (MC_ENTITY (scheme));
  McSchemeDraft *draft = find_draft (self, id);
  McDay until;
  guint n_signed = mc_evaluation_book_count_use (self->book, id, &until);
  const char *const cycles[] = { scheme->monthly ? _ ("month") : NULL, scheme->quarterly ? _ ("quarter") : NULL,
                                 scheme->yearly ? _ ("year") : NULL };

  g_string_append (text, when);
  for (gsize i = 0; i < G_N_ELEMENTS (cycles); i++)
    if (cycles[i])
      g_string_append_printf (text, " · %s", cycles[i]);
  if (scheme->article)
    g_string_append_printf (text, " · %s, %s", scheme->source, scheme->article);
  if (n_signed > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, g_dngettext (NULL, "%u signed by it", "%u signed by it", n_signed), n_signed);
    }
  if (draft && is_edited (draft))
    g_string_append_printf (text, " · ● %s", _ ("edits not saved"));
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
add_row (McSchemesDialog *self, AdwPreferencesGroup *group, GtkWidget *row, GCallback callback)
{
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect_object (row, "activated", callback, self, G_CONNECT_DEFAULT);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_scheme (McSchemesDialog *self, McEvaluationScheme *scheme)
{
  gboolean ours = scheme->kind == MC_SCHEME_MONTHLY_SLIP;
  g_autofree char *facts = dup_facts (self, scheme);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", scheme->name, "subtitle", facts, "use-markup", FALSE,
                                 "activatable", TRUE, NULL);

  g_object_set_data_full (G_OBJECT (row), "mc-scheme", g_object_ref (scheme), g_object_unref);
  if (ours && mc_evaluation_book_leads (self->book))
    {
      GtkWidget *copy = gtk_button_new_with_mnemonic (_ ("_Copy"));

      g_object_set (copy, "valign", GTK_ALIGN_CENTER, "tooltip-text", _ ("A new scheme with the same criteria"), NULL);
      g_object_set_data_full (G_OBJECT (copy), "mc-scheme", g_object_ref (scheme), g_object_unref);
      g_signal_connect_object (copy, "clicked", G_CALLBACK (copy_cb), self, G_CONNECT_DEFAULT);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), copy);
    }
  add_row (self, ours ? self->ours : self->laws, row, G_CALLBACK (open_cb));
}

/* By name, the newest version first. */
static int
compare_schemes (gconstpointer a, gconstpointer b)
{
  const McEvaluationScheme *x = *(McEvaluationScheme *const *)a, *y = *(McEvaluationScheme *const *)b;
  int by_code = g_strcmp0 (x->code, y->code);

  return by_code ? by_code : x->during.from < y->during.from ? 1 : -1;
}

static void
show_list (McSchemesDialog *self)
{
  GListModel *all = G_LIST_MODEL (mc_evaluation_book_get_schemes (self->book));
  g_autoptr (GPtrArray) schemes = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (
        ADW_PREFERENCES_GROUP (gtk_widget_get_ancestor (self->rows->pdata[i], ADW_TYPE_PREFERENCES_GROUP)),
        self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < self->drafts->len; i++)
    {
      McEvaluationScheme *scheme = mc_scheme_draft_get_scheme (self->drafts->pdata[i]);
      GtkWidget *row;

      if (mc_entity_get_id (MC_ENTITY (scheme)))
        continue;
      row = g_object_new (ADW_TYPE_ACTION_ROW, "title", scheme->name, "subtitle", _ ("● New, not saved"), "use-markup",
                          FALSE, "activatable", TRUE, NULL);
      g_object_set_data_full (G_OBJECT (row), "mc-draft", g_object_ref (self->drafts->pdata[i]), g_object_unref);
      add_row (self, self->ours, row, G_CALLBACK (open_unsaved_cb));
    }
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    g_ptr_array_add (schemes, g_list_model_get_item (all, i));
  g_ptr_array_sort (schemes, compare_schemes);
  for (guint i = 0; i < schemes->len; i++)
    add_scheme (self, schemes->pdata[i]);
}

static gboolean
has_edits (McSchemesDialog *self)
{
  for (guint i = 0; i < self->drafts->len; i++)
    if (is_edited (self->drafts->pdata[i]))
      return TRUE;
  return FALSE;
}

/* What was opened and not edited is read anew next time. */
static void
back_cb (McSchemesDialog *self)
{
  for (guint i = self->drafts->len; i > 0; i--)
    if (!is_edited (self->drafts->pdata[i - 1]))
      g_ptr_array_remove_index (self->drafts, i - 1);
  show_list (self);
}

static DexFuture *
close_fiber (gpointer data)
{
  McSchemesDialog *self = data;

  if (!has_edits (self) ||
      dex_await (mc_ask_go (GTK_WIDGET (self), _ ("Leave without saving?"),
                            _ ("Edits of schemes are not saved, and are lost."), _ ("_Leave"), TRUE),
                 NULL))
    adw_dialog_force_close (ADW_DIALOG (self));
  return dex_future_new_true ();
}

static void
mc_schemes_dialog_close_attempt (AdwDialog *dialog)
{
  dex_future_disown (dex_scheduler_spawn (NULL, 0, close_fiber, g_object_ref (dialog), g_object_unref));
}

static void
mc_schemes_dialog_dispose (GObject *object)
{
  McSchemesDialog *self = MC_SCHEMES_DIALOG (object);

  if (self->book)
    g_signal_handlers_disconnect_by_func (self->book, show_list, self);
  g_clear_object (&self->book);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (mc_schemes_dialog_parent_class)->dispose (object);
}

static void
mc_schemes_dialog_class_init (McSchemesDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_schemes_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->close_attempt = mc_schemes_dialog_close_attempt;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "schemes.add", NULL, add_action);
}

static GtkWidget *
new_page (McSchemesDialog *self)
{
  GtkWidget *view = adw_toolbar_view_new (), *page = adw_preferences_page_new (), *bar = adw_header_bar_new ();
  GtkWidget *add = gtk_button_new_with_mnemonic (_ ("_New Scheme"));

  self->ours = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", _ ("Of the Centre"), NULL);
  self->laws =
      g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", _ ("Of the Law"), "description",
                    _ ("They come with the program, each with its text and its days, and are read here."), NULL);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), self->ours);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), self->laws);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "schemes.add");
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), add);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), bar);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  return view;
}

static void
mc_schemes_dialog_init (McSchemesDialog *self)
{
  self->drafts = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_ptr_array_new ();
  self->view = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  adw_dialog_set_child (ADW_DIALOG (self), GTK_WIDGET (self->view));
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
}

AdwDialog *
mc_schemes_dialog_new (McEvaluationBook *book)
{
  McSchemesDialog *self = g_object_new (MC_TYPE_SCHEMES_DIALOG, "title", _ ("Schemes of Evaluation"), "content-width",
                                        1040, "content-height", 660, NULL);

  AdwNavigationPage *list;

  self->book = g_object_ref (book);
  list = adw_navigation_page_new_with_tag (new_page (self), _ ("Schemes of Evaluation"), "schemes");
  g_signal_connect_object (list, "showing", G_CALLBACK (back_cb), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->view, list);
  show_list (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "schemes.add", mc_evaluation_book_leads (book));
  g_signal_connect_object (book, "changed", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);
  return ADW_DIALOG (self);
}
