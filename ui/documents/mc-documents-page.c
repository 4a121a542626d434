/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-documents-page.h"

#include <glib/gi18n.h>

#include "mc-choice.h"
#include "mc-columns.h"
#include "mc-list-detail.h"
#include "mc-list-state.h"
#include "mc-needle.h"
#include "mc-paper-detail.h"
#include "mc-paper-dialog.h"
#include "mc-paper-maker.h"
#include "mc-registered-paper.h"
#include "mc-setting.h"
#include "mc-table-actions.h"
#include "mc-template-dialog.h"
#include "mc-text-cells.h"

struct _McDocumentsPage
{
  McPage parent_instance;

  McLiveList *papers;
  McLiveList *settings; /* held, so that a paper finds them loaded */
  GtkStringList *years; /* the first line is all of them */
  char *needle;
  gint64 wanted;  /* the paper to select once it is there */
  gint64 awaited; /* one that was just made, to be selected in place of another; 0: none */

  AdwNavigationSplitView *split;
  GtkSearchEntry *search;
  GtkDropDown *kind;
  GtkDropDown *state;
  GtkDropDown *year;
  McListState *list_state;
  GtkColumnView *table;
  GtkColumnViewColumn *number_column;
  GtkSingleSelection *selection;
  GtkFilterListModel *filtered;
  GtkCustomFilter *filter;
  GtkCustomSorter *number_sorter;
  GtkLabel *totals;
  AdwNavigationPage *detail_page;
  McPaperDetail *detail;
};

G_DEFINE_FINAL_TYPE (McDocumentsPage, mc_documents_page, MC_TYPE_PAGE)

static char *
number_text (gpointer item)
{
  return mc_registered_paper_dup_number (item);
}

static char *
date_text (gpointer item)
{
  return mc_day_format (((McRegisteredPaper *)item)->paper_date);
}

static char *
abstract_text (gpointer item)
{
  return g_strdup (((McRegisteredPaper *)item)->abstract);
}

static char *
state_text (gpointer item)
{
  static const char *const signs[] = { "✎", "✓", "✗" };
  McRegisteredPaper *paper = item;

  return g_strdup_printf ("%s %s", signs[paper->state], mc_enum_label (mc_paper_state_values, paper->state));
}

static const McTextCell cells[] = {
  { "number", number_text, NULL, 12, 0, "numeric", FALSE },
  { "date", date_text, NULL, 10, 0, "numeric", FALSE },
  { "abstract", abstract_text, NULL, 10, 40, NULL, TRUE },
  { "state", state_text, NULL, 8, 0, NULL, FALSE },
};

static gboolean
of_year (McDocumentsPage *self, McRegisteredPaper *paper)
{
  guint selected = gtk_drop_down_get_selected (self->year);
  const char *year =
      selected > 0 && selected != GTK_INVALID_LIST_POSITION ? gtk_string_list_get_string (self->years, selected) : NULL;

  return !year || paper->year == (int)g_ascii_strtoll (year, NULL, 10);
}

static gboolean
matches (gpointer item, gpointer user_data)
{
  McDocumentsPage *self = user_data;
  McRegisteredPaper *paper = item;
  g_autofree char *number = self->needle ? mc_registered_paper_dup_number (paper) : NULL;
  const char *const words[] = { number, paper->abstract, paper->signer, paper->recipients, paper->answer_no };

  if (!mc_choice_allows (self->kind, paper->kind) || !mc_choice_allows (self->state, paper->state) ||
      !of_year (self, paper))
    return FALSE;
  return mc_needle_finds (self->needle, words, G_N_ELEMENTS (words));
}

/* Drafts last, then by year, type and number. */
static int
compare_numbers (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const McRegisteredPaper *x = a, *y = b;
  int order = (x->number == 0) - (y->number == 0);

  if (order == 0)
    order = (x->year > y->year) - (x->year < y->year);
  if (order == 0)
    order = g_strcmp0 (x->type_code, y->type_code);
  return order != 0 ? order : (x->number > y->number) - (x->number < y->number);
}

static void
update_totals (McDocumentsPage *self)
{
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  guint drafts = 0, open = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < shown; i++)
    {
      g_autoptr (McRegisteredPaper) paper = g_list_model_get_item (G_LIST_MODEL (self->filtered), i);

      drafts += paper->state == MC_PAPER_STATE_DRAFT;
      open += paper->state == MC_PAPER_STATE_ISSUED && !paper->type_code && paper->agency_id != 0 &&
              paper->answered_on == MC_DAY_NONE;
    }
  text = g_strdup_printf (_ ("%u papers · %u drafts · %u letters without an answer"), shown, drafts, open);
  gtk_label_set_label (self->totals, text);
}

static void
update_years (McDocumentsPage *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; self->papers && i < g_list_model_get_n_items (G_LIST_MODEL (self->papers)); i++)
    {
      g_autoptr (McRegisteredPaper) paper = g_list_model_get_item (G_LIST_MODEL (self->papers), i);
      g_autofree char *year = g_strdup_printf ("%d", paper->year);
      gboolean there = paper->year == 0 || !g_hash_table_add (seen, GINT_TO_POINTER (paper->year));

      for (guint k = 1; !there && k < g_list_model_get_n_items (G_LIST_MODEL (self->years)); k++)
        there = g_str_equal (gtk_string_list_get_string (self->years, k), year);
      if (!there)
        gtk_string_list_append (self->years, year);
    }
}

static void
selected_cb (McDocumentsPage *self)
{
  McRegisteredPaper *paper = gtk_single_selection_get_selected_item (self->selection);

  mc_paper_detail_show (self->detail, mc_page_get_session (MC_PAGE (self)), paper);
  adw_navigation_page_set_title (self->detail_page, paper ? paper->abstract : _ ("Paper"));
  if (paper)
    self->wanted = mc_entity_get_id (MC_ENTITY (paper));
}

static void
activate_cb (McDocumentsPage *self)
{
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

static void
papers_cb (McDocumentsPage *self)
{
  update_years (self);
  update_totals (self);
  if (self->awaited != 0)
    self->wanted = self->awaited;
  if (self->awaited != 0 && mc_list_detail_choose (self->table, self->awaited))
    self->awaited = 0;
  mc_list_detail_keep (self->table, self->wanted);
  if (self->papers && mc_live_list_get_ready (self->papers))
    mc_page_set_complete (MC_PAGE (self), TRUE);
}

static void
filter_changed_cb (McDocumentsPage *self)
{
  if (!self->filter)
    return;
  mc_needle_set (&self->needle, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_totals (self);
}

/* A paper that was issued has another state, year and number, and is another row to the filters. */
static void
refreshed_cb (McDocumentsPage *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  papers_cb (self);
}

static void
mc_documents_page_set_session (McPage *page, McSession *session)
{
  McDocumentsPage *self = MC_DOCUMENTS_PAGE (page);
  g_autoptr (McLiveList) papers = session ? mc_session_list (session, MC_TYPE_REGISTERED_PAPER, MC_DAY_NONE) : NULL;
  gboolean writes = session && mc_session_get_can_write (session);

  if (self->papers)
    {
      g_signal_handlers_disconnect_by_func (self->papers, papers_cb, self);
      g_signal_handlers_disconnect_by_func (self->papers, refreshed_cb, self);
    }
  g_set_object (&self->papers, papers);
  g_clear_object (&self->settings);
  self->settings = session ? mc_session_list (session, MC_TYPE_SETTING, MC_DAY_NONE) : NULL;
  if (papers)
    {
      g_signal_connect_swapped (papers, "items-changed", G_CALLBACK (papers_cb), self);
      g_signal_connect_swapped (papers, "changed", G_CALLBACK (refreshed_cb), self);
      g_signal_connect_swapped (papers, "notify::ready", G_CALLBACK (papers_cb), self);
    }
  mc_list_state_set_list (self->list_state, papers);
  gtk_filter_list_model_set_model (self->filtered, G_LIST_MODEL (papers));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "documents.draft", writes);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "documents.texts", writes);
  papers_cb (self);
  selected_cb (self);
}

static gboolean
mc_documents_page_open (McPage *page, const char *target)
{
  McDocumentsPage *self = MC_DOCUMENTS_PAGE (page);
  g_auto (GStrv) words = g_strsplit (target, "/", 2);

  if (g_strv_length (words) < 2 || !g_str_equal (words[0], "paper"))
    return g_str_equal (target, "documents");
  if (g_str_equal (words[1], "new"))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "documents.draft", NULL);
      return TRUE;
    }
  if (mc_paper_maker_open_target (GTK_WIDGET (self), mc_page_get_session (page), words[1]))
    return TRUE;
  self->wanted = g_ascii_strtoll (words[1], NULL, 10);
  if (!mc_list_detail_choose (self->table, self->wanted))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->search), "");
      gtk_drop_down_set_selected (self->kind, 0);
      gtk_drop_down_set_selected (self->state, 0);
      gtk_drop_down_set_selected (self->year, 0);
      self->awaited = self->wanted;
      filter_changed_cb (self);
      if (mc_list_detail_choose (self->table, self->awaited))
        self->awaited = 0;
    }
  adw_navigation_split_view_set_show_content (self->split, TRUE);
  return TRUE;
}

static gboolean
mc_documents_page_go_back (McPage *page)
{
  return mc_list_detail_go_back (MC_DOCUMENTS_PAGE (page)->split);
}

static gboolean
mc_documents_page_grab_search (McPage *page)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MC_DOCUMENTS_PAGE (page)->search));
}

static void
draft_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (mc_paper_dialog_new (mc_page_get_session (MC_PAGE (widget))), widget);
}

static void
texts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (mc_template_dialog_new (mc_page_get_session (MC_PAGE (widget))), widget);
}

static void
mc_documents_page_dispose (GObject *object)
{
  McDocumentsPage *self = MC_DOCUMENTS_PAGE (object);

  if (self->papers)
    {
      g_signal_handlers_disconnect_by_func (self->papers, papers_cb, self);
      g_signal_handlers_disconnect_by_func (self->papers, refreshed_cb, self);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_DOCUMENTS_PAGE);
  g_clear_object (&self->papers);
  g_clear_object (&self->settings);
  g_clear_object (&self->years);
  g_clear_pointer (&self->needle, g_free);
  G_OBJECT_CLASS (mc_documents_page_parent_class)->dispose (object);
}

#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, McDocumentsPage, name)

static void
mc_documents_page_class_init (McDocumentsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  McPageClass *page_class = MC_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_documents_page_dispose;
  page_class->set_session = mc_documents_page_set_session;
  page_class->open = mc_documents_page_open;
  page_class->go_back = mc_documents_page_go_back;
  page_class->grab_search = mc_documents_page_grab_search;
  g_type_ensure (MC_TYPE_LIST_STATE);
  g_type_ensure (MC_TYPE_PAPER_DETAIL);
  g_type_ensure (MC_TYPE_REGISTERED_PAPER);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/documents/mc-documents-page.ui");
  CHILD (split);
  CHILD (search);
  CHILD (kind);
  CHILD (state);
  CHILD (year);
  CHILD (list_state);
  CHILD (table);
  CHILD (number_column);
  CHILD (selection);
  CHILD (filtered);
  CHILD (filter);
  CHILD (number_sorter);
  CHILD (totals);
  CHILD (detail_page);
  CHILD (detail);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "documents.draft", NULL, draft_action);
  gtk_widget_class_install_action (widget_class, "documents.texts", NULL, texts_action);
}

static void
mc_documents_page_init (McDocumentsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mc_choice_fill_values (self->kind, _ ("All kinds"), mc_paper_kind_values);
  mc_choice_fill_values (self->state, _ ("All states"), mc_paper_state_values);
  self->years = gtk_string_list_new (NULL);
  gtk_string_list_append (self->years, _ ("All years"));
  gtk_drop_down_set_model (self->year, G_LIST_MODEL (self->years));
  gtk_custom_filter_set_filter_func (self->filter, matches, self, NULL);
  g_signal_connect_object (self->filtered, "items-changed", G_CALLBACK (update_totals), self, G_CONNECT_SWAPPED);
  gtk_custom_sorter_set_sort_func (self->number_sorter, compare_numbers, NULL, NULL);
  mc_text_cells_fill (self->table, cells, G_N_ELEMENTS (cells));
  mc_columns_remember (self->table, "documents");
  mc_table_actions_install (GTK_WIDGET (self), self->table, C_ ("page", "Documents"));
  gtk_column_view_sort_by_column (self->table, self->number_column, GTK_SORT_DESCENDING);
}
