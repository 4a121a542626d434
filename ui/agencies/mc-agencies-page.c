/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-agencies-page.h"

#include <glib/gi18n.h>

#include "mc-agency-detail.h"
#include "mc-agency-dialog.h"
#include "mc-agency-entry.h"
#include "mc-agency-state.h"
#include "mc-columns.h"
#include "mc-list-detail.h"
#include "mc-name.h"
#include "mc-needle.h"
#include "mc-table-actions.h"

struct _McAgenciesPage
{
  McPage parent_instance;

  McLiveList *entries;
  char *needle;
  gint64 wanted; /* the agency to select once it is there */

  AdwNavigationSplitView *split;
  GtkSearchEntry *search;
  GtkCheckButton *receiving;
  GtkStack *stack;
  GtkColumnView *table;
  GtkSingleSelection *selection;
  GtkFilterListModel *filtered;
  GtkCustomFilter *filter;
  GtkCustomSorter *name_sorter;
  GtkLabel *totals;
  AdwNavigationPage *detail_page;
  McAgencyDetail *detail;
};

G_DEFINE_FINAL_TYPE (McAgenciesPage, mc_agencies_page, MC_TYPE_PAGE)

static char *
agency_state (gpointer list_item, int quota, int present, int standby, gboolean standby_duty, gboolean receives)
{
  return mc_agency_state_text (quota, present, standby, standby_duty, receives);
}

static gboolean
matches (gpointer item, gpointer user_data)
{
  McAgenciesPage *self = user_data;
  McAgencyEntry *entry = item;
  const char *const words[] = { entry->code, entry->name, entry->short_name };

  if (gtk_check_button_get_active (self->receiving) && !entry->receives)
    return FALSE;
  return mc_needle_finds (self->needle, words, G_N_ELEMENTS (words));
}

/* Agencies sort by their whole name in Vietnamese order; the key of names does that letter by letter. */
static int
compare_names (gconstpointer a, gconstpointer b, gpointer user_data)
{
  g_autofree char *key_a = mc_name_sort_key (((const McAgencyEntry *)a)->name, NULL, NULL);
  g_autofree char *key_b = mc_name_sort_key (((const McAgencyEntry *)b)->name, NULL, NULL);

  return strcmp (key_a, key_b);
}

static void
update_totals (McAgenciesPage *self)
{
  guint n = self->entries ? g_list_model_get_n_items (G_LIST_MODEL (self->entries)) : 0;
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  int quota = 0, present = 0, standby = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < shown; i++)
    {
      g_autoptr (McAgencyEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->filtered), i);

      quota += entry->quota;
      present += entry->present;
      standby += entry->standby;
    }
  text = g_strdup_printf (_ ("%u agencies · quota %d · present %d · standbys %d"), shown, quota, present, standby);
  gtk_label_set_label (self->totals, text);
  if (!self->entries || !mc_live_list_get_ready (self->entries))
    gtk_stack_set_visible_child_name (self->stack, "loading");
  else
    gtk_stack_set_visible_child_name (self->stack, shown > 0 ? "list" : n > 0 ? "no-match" : "none");
}

static void
show_agency (McAgenciesPage *self, McAgencyEntry *entry)
{
  mc_agency_detail_show (self->detail, mc_page_get_session (MC_PAGE (self)), mc_page_get_as_of (MC_PAGE (self)), entry);
  adw_navigation_page_set_title (self->detail_page, entry && entry->name ? entry->name : _ ("Agency"));
}

static void
selected_cb (McAgenciesPage *self)
{
  McAgencyEntry *entry = gtk_single_selection_get_selected_item (self->selection);

  show_agency (self, entry);
  if (entry)
    self->wanted = mc_entity_get_id (MC_ENTITY (entry));
}

static void
activate_cb (McAgenciesPage *self)
{
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

static void
entries_changed_cb (McAgenciesPage *self)
{
  update_totals (self);
  mc_list_detail_keep (self->table, self->wanted);
}

static void
filter_changed_cb (McAgenciesPage *self)
{
  if (!self->filter)
    return;
  mc_needle_set (&self->needle, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_totals (self);
}

static void
load (McAgenciesPage *self)
{
  McSession *session = mc_page_get_session (MC_PAGE (self));
  McDay day = mc_page_get_as_of (MC_PAGE (self));
  g_autoptr (McLiveList) entries = session ? mc_session_list (session, MC_TYPE_AGENCY_ENTRY, day) : NULL;

  if (self->entries)
    g_signal_handlers_disconnect_by_func (self->entries, entries_changed_cb, self);
  g_set_object (&self->entries, entries);
  if (entries)
    {
      /* At the end of a change, when what is filtered and what stands in the rows has followed. */
      g_signal_connect_swapped (entries, "changed", G_CALLBACK (entries_changed_cb), self);
      g_signal_connect_swapped (entries, "notify::ready", G_CALLBACK (entries_changed_cb), self);
    }
  gtk_filter_list_model_set_model (self->filtered, G_LIST_MODEL (entries));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agencies.add", session && mc_session_get_can_write (session));
  entries_changed_cb (self);
  show_agency (self, gtk_single_selection_get_selected_item (self->selection));
}

static void
mc_agencies_page_set_session (McPage *page, McSession *session)
{
  load (MC_AGENCIES_PAGE (page));
}

static void
mc_agencies_page_set_as_of (McPage *page, McDay day)
{
  load (MC_AGENCIES_PAGE (page));
}

static gboolean
mc_agencies_page_open (McPage *page, const char *target)
{
  McAgenciesPage *self = MC_AGENCIES_PAGE (page);
  g_auto (GStrv) words = g_strsplit (target, "/", 3);

  if (g_strv_length (words) < 2 || !g_str_equal (words[0], "agency"))
    return g_str_equal (target, "agencies");
  if (g_str_equal (words[1], "new"))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "agencies.add", NULL);
      return TRUE;
    }
  self->wanted = g_ascii_strtoll (words[1], NULL, 10);
  if (!mc_list_detail_choose (self->table, self->wanted))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->search), "");
      gtk_check_button_set_active (self->receiving, FALSE);
      filter_changed_cb (self);
      mc_list_detail_choose (self->table, self->wanted);
    }
  adw_navigation_split_view_set_show_content (self->split, TRUE);
  if (words[2])
    mc_agency_detail_act (self->detail, words[2]);
  return TRUE;
}

static gboolean
mc_agencies_page_go_back (McPage *page)
{
  return mc_list_detail_go_back (MC_AGENCIES_PAGE (page)->split);
}

static gboolean
mc_agencies_page_grab_search (McPage *page)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MC_AGENCIES_PAGE (page)->search));
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McSession *session = mc_page_get_session (MC_PAGE (widget));

  if (session)
    adw_dialog_present (mc_agency_dialog_new (session, NULL), widget);
}

static void
mc_agencies_page_dispose (GObject *object)
{
  McAgenciesPage *self = MC_AGENCIES_PAGE (object);

  if (self->entries)
    g_signal_handlers_disconnect_by_func (self->entries, entries_changed_cb, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_AGENCIES_PAGE);
  g_clear_object (&self->entries);
  g_clear_pointer (&self->needle, g_free);
  G_OBJECT_CLASS (mc_agencies_page_parent_class)->dispose (object);
}

static void
mc_agencies_page_class_init (McAgenciesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  McPageClass *page_class = MC_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_agencies_page_dispose;
  page_class->set_session = mc_agencies_page_set_session;
  page_class->set_as_of = mc_agencies_page_set_as_of;
  page_class->open = mc_agencies_page_open;
  page_class->go_back = mc_agencies_page_go_back;
  page_class->grab_search = mc_agencies_page_grab_search;

  g_type_ensure (MC_TYPE_AGENCY_DETAIL);
  g_type_ensure (MC_TYPE_AGENCY_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/agencies/mc-agencies-page.ui");
  gtk_widget_class_bind_template_child (widget_class, McAgenciesPage, split);
  gtk_widget_class_bind_template_child (widget_class, McAgenciesPage, search);
  gtk_widget_class_bind_template_child (widget_class, McAgenciesPage, receiving);
  gtk_widget_class_bind_template_child (widget_class, McAgenciesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, McAgenciesPage, table);
  gtk_widget_class_bind_template_child (widget_class, McAgenciesPage, selection);
  gtk_widget_class_bind_template_child (widget_class, McAgenciesPage, filtered);
  gtk_widget_class_bind_template_child (widget_class, McAgenciesPage, filter);
  gtk_widget_class_bind_template_child (widget_class, McAgenciesPage, name_sorter);
  gtk_widget_class_bind_template_child (widget_class, McAgenciesPage, totals);
  gtk_widget_class_bind_template_child (widget_class, McAgenciesPage, detail_page);
  gtk_widget_class_bind_template_child (widget_class, McAgenciesPage, detail);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, agency_state);
  gtk_widget_class_install_action (widget_class, "agencies.add", NULL, add_action);
}

static void
read_state (gpointer item, McTableCell *cell, gpointer user_data)
{
  McAgencyEntry *entry = item;

  mc_table_cell_take_text (
      cell, agency_state (NULL, entry->quota, entry->present, entry->standby, entry->standby_duty, entry->receives));
}

static void
serve_table (McAgenciesPage *self)
{
  static const char *const fields[] = { "code", "name", "quota", "present", "standby" };
  static const char *const ids[] = { "code", "agency", "quota", "present", "standbys" };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    mc_columns_tell_field (self->table, ids[i], MC_TYPE_AGENCY_ENTRY, fields[i]);
  mc_columns_tell (self->table, "state", read_state, NULL, NULL);
  mc_columns_remember (self->table, "agencies");
  mc_table_actions_install (GTK_WIDGET (self), self->table, C_ ("page", "Home Agencies"));
}

static void
mc_agencies_page_init (McAgenciesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  serve_table (self);
  gtk_custom_filter_set_filter_func (self->filter, matches, self, NULL);
  gtk_custom_sorter_set_sort_func (self->name_sorter, compare_names, NULL, NULL);
}
