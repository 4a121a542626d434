/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-staff-page.h"

#include <glib/gi18n.h>

#include "mc-agency-entry.h"
#include "mc-bulk-extend-dialog.h"
#include "mc-choice.h"
#include "mc-columns.h"
#include "mc-empty-page.h"
#include "mc-export.h"
#include "mc-gentle-rows.h"
#include "mc-list-state.h"
#include "mc-person-detail.h"
#include "mc-person-dialog.h"
#include "mc-report.h"
#include "mc-reveal.h"
#include "mc-section.h"
#include "mc-staff-columns.h"
#include "mc-staff-filter.h"
#include "mc-staff-import-dialog.h"

/* Which states each line of the state filter lets through. */
static const guint state_masks[] = {
  1u << MC_STAFF_STATE_PRESENT | 1u << MC_STAFF_STATE_STANDBY,
  1u << MC_STAFF_STATE_PRESENT,
  1u << MC_STAFF_STATE_STANDBY,
  1u << MC_STAFF_STATE_PLANNED,
  1u << MC_STAFF_STATE_ENDED,
  0,
};

struct _McStaffPage
{
  McPage parent_instance;

  McStaffFilter *filter;
  McGentleRows *rows;
  McLiveList *entries;
  GListModel *sections;
  GListModel *agencies;
  gint64 shown; /* the person in the detail */

  AdwOverlaySplitView *split;
  GtkSearchEntry *search;
  GtkDropDown *state_choice;
  GtkDropDown *section_choice;
  GtkDropDown *agency_choice;
  GtkDropDown *kind_choice;
  GtkDropDown *expiry_choice;
  GtkToggleButton *findings_button;
  GtkDropDown *group_choice;
  McListState *state;
  GtkColumnView *table;
  GtkColumnViewColumn *name_column;
  GtkMultiSelection *selection;
  GtkSortListModel *sorted; /* beneath the filter, so that typing sorts nothing anew */
  GtkFilterListModel *filtered;
  GtkSliceListModel *slice;
  GtkLabel *totals;
  GMenu *columns_menu;
  McPersonDetail *detail;
};

G_DEFINE_FINAL_TYPE (McStaffPage, mc_staff_page, MC_TYPE_PAGE)

static void
update_totals (McStaffPage *self)
{
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  guint all = self->entries ? g_list_model_get_n_items (G_LIST_MODEL (self->entries)) : 0;
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint n = (guint)gtk_bitset_get_size (chosen);
  McSession *session = mc_page_get_session (MC_PAGE (self));
  g_autofree char *text = n > 1 ? g_strdup_printf (_ ("%u of %u people · %u selected"), shown, all, n)
                                : g_strdup_printf (_ ("%u of %u people"), shown, all);

  gtk_label_set_label (self->totals, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "staff.copy", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "staff.extend",
                                 n > 0 && session && mc_session_get_can_write (session));
}

static void
text_changed_cb (McStaffPage *self)
{
  mc_gentle_rows_begin (self->rows);
  mc_staff_filter_set_text (self->filter, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

/* The lines of kind_choice and expiry_choice, in their order. */
static const int kinds[] = { -1, MC_TOUR_KIND_SECONDED, MC_TOUR_KIND_OWN, MC_TOUR_KIND_SUPERVISION,
                             MC_TOUR_KIND_POSTAL };
static const int expiries[] = { -1, 30, 60 };

static int
get_line (GtkDropDown *choice, const int *values, guint n)
{
  guint at = gtk_drop_down_get_selected (choice);

  return at < n ? values[at] : -1;
}

static void
apply_tours (McStaffPage *self)
{
  McSession *session = mc_page_get_session (MC_PAGE (self));
  g_autoptr (GListModel) findings = session && gtk_toggle_button_get_active (self->findings_button)
                                        ? mc_session_get_findings (session, mc_page_get_as_of (MC_PAGE (self)))
                                        : NULL;

  mc_staff_filter_set_kind (self->filter, get_line (self->kind_choice, kinds, G_N_ELEMENTS (kinds)));
  mc_staff_filter_set_expiry (self->filter, get_line (self->expiry_choice, expiries, G_N_ELEMENTS (expiries)));
  mc_staff_filter_set_findings (self->filter, findings);
}

static void
choice_changed_cb (McStaffPage *self)
{
  guint at;

  if (!self->filter)
    return;
  mc_gentle_rows_begin (self->rows);
  at = gtk_drop_down_get_selected (self->state_choice);
  mc_staff_filter_set_states (self->filter, at < G_N_ELEMENTS (state_masks) ? state_masks[at] : 0);
  mc_staff_filter_set_section (self->filter, mc_choice_get (self->section_choice, self->sections));
  mc_staff_filter_set_agency (self->filter, mc_choice_get (self->agency_choice, self->agencies));
  apply_tours (self);
}

static void
group_changed_cb (McStaffPage *self)
{
  static const char *const fields[] = { NULL, "tour_agency_name", "section_name", "state" };
  guint at = gtk_drop_down_get_selected (self->group_choice);

  if (self->filter && at < G_N_ELEMENTS (fields))
    mc_staff_columns_group (self->table, self->sorted, fields[at]);
}

static void
show_person (McStaffPage *self, gint64 person)
{
  McSession *session = mc_page_get_session (MC_PAGE (self));

  self->shown = person;
  mc_person_detail_show (self->detail, session, mc_page_get_as_of (MC_PAGE (self)), person);
  mc_reveal_sidebar (self->split, person != 0);
}

/* Shows in the table who stands in the detail; nobody, if the filters do not let the person through. */
static void
select_person (McStaffPage *self, gint64 person)
{
  guint n;

  mc_gentle_rows_finish (self->rows);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (McEntity) entry = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (mc_entity_get_id (entry) != person)
        continue;
      gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), i, TRUE);
      gtk_column_view_scroll_to (self->table, i, NULL, GTK_LIST_SCROLL_NONE, NULL);
      return;
    }
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
}

static gint64
person_at (McStaffPage *self, guint position)
{
  g_autoptr (McEntity) entry = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  return entry ? mc_entity_get_id (entry) : 0;
}

static void
activate_cb (McStaffPage *self, guint position)
{
  show_person (self, person_at (self, position));
}

/* While the detail is open beside the table it follows the one selected row. */
static void
selection_changed_cb (McStaffPage *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  update_totals (self);
  if (gtk_bitset_get_size (chosen) == 1 && adw_overlay_split_view_get_show_sidebar (self->split) &&
      !adw_overlay_split_view_get_collapsed (self->split))
    show_person (self, person_at (self, gtk_bitset_get_nth (chosen, 0)));
}

static void
detail_close_cb (McStaffPage *self)
{
  show_person (self, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
update_actions (McStaffPage *self)
{
  McSession *session = mc_page_get_session (MC_PAGE (self));
  gboolean can_write = session && mc_session_get_can_write (session);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "staff.add", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "staff.import", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "staff.import-file", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "staff.export", session != NULL);
}

static void
load_choices (McStaffPage *self, McSession *session, McDay day)
{
  g_clear_object (&self->sections);
  g_clear_object (&self->agencies);
  if (!session)
    return;
  self->sections = G_LIST_MODEL (mc_session_list (session, MC_TYPE_SECTION, day));
  self->agencies = G_LIST_MODEL (mc_session_list (session, MC_TYPE_AGENCY_ENTRY, day));
  mc_choice_fill (self->section_choice, _ ("All sections"), self->sections, "name");
  mc_choice_fill (self->agency_choice, _ ("All agencies"), self->agencies, "code");
}

static void
load (McStaffPage *self)
{
  McSession *session = mc_page_get_session (MC_PAGE (self));
  McDay day = mc_page_get_as_of (MC_PAGE (self));
  g_autoptr (McLiveList) entries = session ? mc_session_list (session, MC_TYPE_STAFF_ENTRY, day) : NULL;

  if (self->entries)
    g_signal_handlers_disconnect_by_func (self->entries, update_totals, self);
  g_set_object (&self->entries, entries);
  /* Also who the filter leaves out counts among all. */
  if (entries)
    g_signal_connect_object (entries, "items-changed", G_CALLBACK (update_totals), self, G_CONNECT_SWAPPED);
  load_choices (self, session, day);
  mc_list_state_set_list (self->state, entries);
  mc_gentle_rows_begin (self->rows);
  gtk_sort_list_model_set_model (self->sorted, G_LIST_MODEL (entries));
  mc_staff_filter_prepare (self->filter, G_LIST_MODEL (entries));
  update_actions (self);
  choice_changed_cb (self);
  update_totals (self);
  show_person (self, session ? self->shown : 0);
}

static void
mc_staff_page_set_session (McPage *page, McSession *session)
{
  McStaffPage *self = MC_STAFF_PAGE (page);

  if (session)
    g_signal_connect_object (session, "notify::can-write", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  load (self);
}

static void
mc_staff_page_set_as_of (McPage *page, McDay day)
{
  load (MC_STAFF_PAGE (page));
}

static void
open_new (McStaffPage *self, gint64 agency, const char *role)
{
  McSession *session = mc_page_get_session (MC_PAGE (self));

  if (session && mc_session_get_can_write (session))
    adw_dialog_present (mc_person_dialog_new (session, agency, role), GTK_WIDGET (self));
}

static gboolean
mc_staff_page_open (McPage *page, const char *target)
{
  McStaffPage *self = MC_STAFF_PAGE (page);
  g_auto (GStrv) words = g_strsplit (target, "/", 4);
  guint n = g_strv_length (words);

  if (n < 2)
    return g_str_equal (target, "staff");
  if (g_str_equal (words[0], "post"))
    {
      mc_person_detail_appoint_to (GTK_WIDGET (self), mc_page_get_session (page), g_ascii_strtoll (words[1], NULL, 10));
      return TRUE;
    }
  if (!g_str_equal (words[0], "person"))
    return FALSE;
  if (g_str_equal (words[1], "new"))
    {
      open_new (self, n > 2 ? g_ascii_strtoll (words[2], NULL, 10) : 0, n > 3 ? words[3] : "primary");
      return TRUE;
    }
  show_person (self, g_ascii_strtoll (words[1], NULL, 10));
  select_person (self, self->shown);
  if (n > 2)
    mc_person_detail_act (self->detail, words[2]);
  return TRUE;
}

static gboolean
mc_staff_page_go_back (McPage *page)
{
  McStaffPage *self = MC_STAFF_PAGE (page);

  if (!adw_overlay_split_view_get_show_sidebar (self->split))
    return FALSE;
  detail_close_cb (self);
  return TRUE;
}

static gboolean
mc_staff_page_grab_search (McPage *page)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MC_STAFF_PAGE (page)->search));
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_new (MC_STAFF_PAGE (widget), 0, "primary");
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (mc_staff_import_dialog_new (mc_page_get_session (MC_PAGE (widget))), widget);
}

/* The same with a file that is known: for links, and for trials from outside. */
static void
import_file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwDialog *dialog = mc_staff_import_dialog_new (mc_page_get_session (MC_PAGE (widget)));
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_string (parameter, NULL));

  adw_dialog_present (dialog, widget);
  mc_staff_import_dialog_read (MC_STAFF_IMPORT_DIALOG (dialog), file);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McStaffPage *self = MC_STAFF_PAGE (widget);
  g_autoptr (GPtrArray) columns = mc_staff_columns_for_export ();

  mc_export_table (widget, C_ ("page", "Staff"), G_LIST_MODEL (self->filtered), columns);
}

/* The chosen people who are here on the day, or will be. */
static GPtrArray *
dup_chosen_with_tour (McStaffPage *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint64 i = 0; i < gtk_bitset_get_size (chosen); i++)
    {
      g_autoptr (McStaffEntry) entry =
          g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_bitset_get_nth (chosen, (guint)i));

      if (entry->tour_id != 0 && entry->tour_until != MC_DAY_NONE)
        g_ptr_array_add (entries, g_steal_pointer (&entry));
    }
  return entries;
}

static void
extend_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GPtrArray) entries = dup_chosen_with_tour (MC_STAFF_PAGE (widget));

  if (entries->len == 0)
    mc_report_toast (widget, _ ("None of the chosen people has a tour that ends."));
  else
    adw_dialog_present (mc_bulk_extend_dialog_new (mc_page_get_session (MC_PAGE (widget)), entries), widget);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McStaffPage *self = MC_STAFF_PAGE (widget);
  g_autofree char *text = mc_staff_columns_copy (GTK_SELECTION_MODEL (self->selection));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
fill_fixed_choices (McStaffPage *self)
{
  const char *const states[] = {
    _ ("At the centre"), _ ("✓ Present"), _ ("◐ Standbys"), _ ("Will come"), _ ("Have left"), _ ("Everybody"), NULL
  };
  const char *const kind_lines[] = { _ ("Every kind"),  _ ("Seconded"), _ ("The centre's own"),
                                     _ ("Supervision"), _ ("Postal"),   NULL };
  const char *const expiry_lines[] = { _ ("Any end"), _ ("Ends within 30 days"), _ ("Ends within 60 days"), NULL };
  const char *const groups[] = { _ ("Not grouped"), _ ("By agency"), _ ("By section"), _ ("By state"), NULL };
  g_autoptr (GtkStringList) state_list = gtk_string_list_new (states);
  g_autoptr (GtkStringList) kind_list = gtk_string_list_new (kind_lines);
  g_autoptr (GtkStringList) expiry_list = gtk_string_list_new (expiry_lines);
  g_autoptr (GtkStringList) group_list = gtk_string_list_new (groups);

  gtk_drop_down_set_model (self->state_choice, G_LIST_MODEL (state_list));
  gtk_drop_down_set_model (self->kind_choice, G_LIST_MODEL (kind_list));
  gtk_drop_down_set_model (self->expiry_choice, G_LIST_MODEL (expiry_list));
  gtk_drop_down_set_model (self->group_choice, G_LIST_MODEL (group_list));
  mc_choice_fill (self->section_choice, _ ("All sections"), NULL, "name");
  mc_choice_fill (self->agency_choice, _ ("All agencies"), NULL, "code");
}

static void
mc_staff_page_dispose (GObject *object)
{
  McStaffPage *self = MC_STAFF_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_STAFF_PAGE);
  g_clear_object (&self->filter);
  g_clear_object (&self->rows);
  g_clear_object (&self->entries);
  g_clear_object (&self->sections);
  g_clear_object (&self->agencies);
  G_OBJECT_CLASS (mc_staff_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, McStaffPage, split);
  gtk_widget_class_bind_template_child (widget_class, McStaffPage, search);
  gtk_widget_class_bind_template_child (widget_class, McStaffPage, state_choice);
  gtk_widget_class_bind_template_child (widget_class, McStaffPage, section_choice);
  gtk_widget_class_bind_template_child (widget_class, McStaffPage, agency_choice);
  gtk_widget_class_bind_template_child (widget_class, McStaffPage, kind_choice);
  gtk_widget_class_bind_template_child (widget_class, McStaffPage, expiry_choice);
  gtk_widget_class_bind_template_child (widget_class, McStaffPage, findings_button);
  gtk_widget_class_bind_template_child (widget_class, McStaffPage, group_choice);
  gtk_widget_class_bind_template_child (widget_class, McStaffPage, state);
  gtk_widget_class_bind_template_child (widget_class, McStaffPage, table);
  gtk_widget_class_bind_template_child (widget_class, McStaffPage, name_column);
  gtk_widget_class_bind_template_child (widget_class, McStaffPage, selection);
  gtk_widget_class_bind_template_child (widget_class, McStaffPage, sorted);
  gtk_widget_class_bind_template_child (widget_class, McStaffPage, filtered);
  gtk_widget_class_bind_template_child (widget_class, McStaffPage, slice);
  gtk_widget_class_bind_template_child (widget_class, McStaffPage, totals);
  gtk_widget_class_bind_template_child (widget_class, McStaffPage, columns_menu);
  gtk_widget_class_bind_template_child (widget_class, McStaffPage, detail);
}

static void
mc_staff_page_class_init (McStaffPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  McPageClass *page_class = MC_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_staff_page_dispose;
  page_class->set_session = mc_staff_page_set_session;
  page_class->set_as_of = mc_staff_page_set_as_of;
  page_class->open = mc_staff_page_open;
  page_class->go_back = mc_staff_page_go_back;
  page_class->grab_search = mc_staff_page_grab_search;

  g_type_ensure (MC_TYPE_EMPTY_PAGE);
  g_type_ensure (MC_TYPE_LIST_STATE);
  g_type_ensure (MC_TYPE_PERSON_DETAIL);
  g_type_ensure (MC_TYPE_STAFF_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/staff/mc-staff-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, group_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, detail_close_cb);
  gtk_widget_class_install_action (widget_class, "staff.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "staff.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "staff.import-file", "s", import_file_action);
  gtk_widget_class_install_action (widget_class, "staff.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "staff.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "staff.extend", NULL, extend_action);
}

static void
mc_staff_page_init (McStaffPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filter = mc_staff_filter_new ();
  self->rows = mc_gentle_rows_new (self->slice, GTK_WIDGET (self->table));
  mc_gentle_rows_follow_search (self->rows, GTK_WIDGET (self->search));
  fill_fixed_choices (self);
  mc_staff_columns_fill (self->table);
  gtk_filter_list_model_set_filter (self->filtered, GTK_FILTER (self->filter));
  gtk_column_view_sort_by_column (self->table, self->name_column, GTK_SORT_ASCENDING);
  mc_columns_remember (self->table, "staff");
  mc_columns_offer (self->table, GTK_WIDGET (self), self->columns_menu);
  g_signal_connect_object (self->filtered, "items-changed", G_CALLBACK (update_totals), self, G_CONNECT_SWAPPED);
}
