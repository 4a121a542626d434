/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form, the staff table's filter and words, the tour bar and a person's rows, without a session. */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "mc-agency-entry.h"
#include "mc-form.h"
#include "mc-person-detail.h"
#include "mc-rating.h"
#include "mc-record-group.h"
#include "mc-reference.h"
#include "mc-staff-columns.h"
#include "mc-staff-filter.h"
#include "mc-staff-import-change.h"
#include "mc-staff-page.h"
#include "mc-table-column.h"
#include "mc-tour-bar.h"
#include "mc-tour.h"

static McStaffEntry *
new_entry (gint64 id, const char *name, const char *agency, McStaffState state, int days_left)
{
  McStaffEntry *entry = mc_staff_entry_new ();

  mc_entity_set_id (MC_ENTITY (entry), id);
  entry->full_name = g_strdup (name);
  entry->tour_id = id;
  entry->tour_agency_id = agency[0];
  entry->tour_agency_code = g_strdup (agency);
  entry->tour_kind = MC_TOUR_KIND_SECONDED;
  entry->days_left = days_left;
  entry->state = state;
  return entry;
}

static gboolean
lets_through (McStaffFilter *filter, McStaffEntry *entry)
{
  return gtk_filter_match (GTK_FILTER (filter), entry);
}

static void
test_filter_words (void)
{
  g_autoptr (McStaffFilter) filter = mc_staff_filter_new ();
  g_autoptr (McStaffEntry) hoa = new_entry (1, "Nguyễn Văn Hoà", "TP", MC_STAFF_STATE_PRESENT, 300);

  g_assert_true (mc_staff_filter_is_empty (filter));
  g_assert_cmpint (gtk_filter_get_strictness (GTK_FILTER (filter)), ==, GTK_FILTER_MATCH_ALL);
  mc_staff_filter_set_text (filter, "nguyen van hoa");
  g_assert_true (lets_through (filter, hoa));
  mc_staff_filter_set_text (filter, "Hòa tp");
  g_assert_true (lets_through (filter, hoa));
  mc_staff_filter_set_text (filter, "oa");
  g_assert_false (lets_through (filter, hoa));

  /* A row that was renamed is found by its new name. */
  mc_staff_filter_set_text (filter, "binh");
  g_assert_false (lets_through (filter, hoa));
  g_object_set (hoa, "full-name", "Nguyễn Văn Bình", NULL);
  g_assert_true (lets_through (filter, hoa));
}

/* Folded ahead or not, a row is found by the words that it has now. */
static void
test_filter_prepares (void)
{
  g_autoptr (McStaffFilter) filter = mc_staff_filter_new ();
  g_autoptr (GListStore) people = g_list_store_new (MC_TYPE_STAFF_ENTRY);
  g_autoptr (McStaffEntry) late = new_entry (1000, "Lê Văn Muộn", "CT", MC_STAFF_STATE_PRESENT, 300);

  for (gint64 id = 1; id < 1000; id++)
    {
      g_autoptr (McStaffEntry) entry = new_entry (id, "Nguyễn Văn Hoà", "TP", MC_STAFF_STATE_PRESENT, 300);

      g_list_store_append (people, entry);
    }
  mc_staff_filter_prepare (filter, G_LIST_MODEL (people));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_list_store_append (people, late);
  g_list_store_remove (people, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  mc_staff_filter_set_text (filter, "muon");
  g_assert_true (lets_through (filter, late));
  g_object_set (late, "full-name", "Lê Văn Sớm", NULL);
  g_assert_false (lets_through (filter, late));
  mc_staff_filter_prepare (filter, NULL);
}

static void
test_filter_choices (void)
{
  g_autoptr (McStaffFilter) filter = mc_staff_filter_new ();
  g_autoptr (McStaffEntry) here = new_entry (1, "An", "TP", MC_STAFF_STATE_PRESENT, 20);
  g_autoptr (McStaffEntry) gone = new_entry (2, "Bình", "CT", MC_STAFF_STATE_ENDED, MC_INT_NONE);

  mc_staff_filter_set_states (filter, 1u << MC_STAFF_STATE_PRESENT);
  g_assert_true (lets_through (filter, here));
  g_assert_false (lets_through (filter, gone));
  mc_staff_filter_set_states (filter, 0);
  mc_staff_filter_set_expiry (filter, 30);
  g_assert_true (lets_through (filter, here));
  g_assert_false (lets_through (filter, gone));
  mc_staff_filter_set_expiry (filter, -1);
  mc_staff_filter_set_agency (filter, 'C');
  g_assert_false (lets_through (filter, here));
  g_assert_true (lets_through (filter, gone));
  mc_staff_filter_set_agency (filter, 0);
  mc_staff_filter_set_kind (filter, MC_TOUR_KIND_OWN);
  g_assert_false (lets_through (filter, here));
}

static void
test_columns (void)
{
  g_autoptr (GPtrArray) columns = mc_staff_columns_for_export ();
  g_autofree char *state = mc_staff_state_text (MC_STAFF_STATE_PRESENT);
  g_autofree char *near = mc_staff_until_text (mc_day_new (2026, 12, 13), 20);
  g_autofree char *far = mc_staff_until_text (mc_day_new (2027, 12, 13), 385);
  g_autofree char *open = mc_staff_until_text (MC_DAY_NONE, MC_INT_NONE);

  g_assert_cmpuint (columns->len, >, 10);
  g_assert_true (g_str_has_prefix (state, "✓ "));
  g_assert_cmpstr (near, ==, "12/12/2026 (20 days)");
  g_assert_cmpstr (far, ==, "12/12/2027");
  g_assert_cmpstr (open, ==, "");
}

static void
test_tour_bar (void)
{
  McTourBar *bar = g_object_ref_sink (g_object_new (MC_TYPE_TOUR_BAR, NULL));
  const char *const half_over = "01/01/2026 – 10/01/2026. On 06/01/2026, 50 % is over";
  McPeriod half = { mc_day_new (2026, 1, 1), mc_day_new (2026, 1, 11) };

  gtk_test_accessible_assert_role (bar, GTK_ACCESSIBLE_ROLE_IMG);
  mc_tour_bar_set_day (bar, mc_day_new (2026, 1, 6));
  g_assert_cmpfloat (mc_tour_bar_get_fraction (bar), ==, -1);
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_LABEL, "No tour");
  mc_tour_bar_add (bar, half, FALSE);
  g_assert_cmpfloat (mc_tour_bar_get_fraction (bar), ==, 0.5);
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_LABEL, half_over);
  mc_tour_bar_set_day (bar, mc_day_new (2027, 1, 1));
  g_assert_cmpfloat (mc_tour_bar_get_fraction (bar), ==, 1);
  mc_tour_bar_clear (bar);
  g_assert_cmpfloat (mc_tour_bar_get_fraction (bar), ==, -1);
  g_assert_finalize_object (bar);
}

typedef struct
{
  McForm *form;
  GtkWidget *name;
  GtkWidget *secret;
  GtkWidget *kind;
  GtkWidget *from;
} Inputs;

static void
make_inputs (Inputs *inputs)
{
  inputs->form = mc_form_new ();
  inputs->name = g_object_ref_sink (adw_entry_row_new ());
  inputs->secret = g_object_ref_sink (adw_entry_row_new ());
  inputs->kind = g_object_ref_sink (adw_combo_row_new ());
  inputs->from = g_object_ref_sink (g_object_new (MC_TYPE_DATE_ROW, NULL));
  mc_form_add_text (inputs->form, "decision_no", GTK_EDITABLE (inputs->name));
  mc_form_add_hidden (inputs->form, "secret", GTK_EDITABLE (inputs->secret));
  mc_form_add_enum (inputs->form, "kind", ADW_COMBO_ROW (inputs->kind), mc_tour_kind_values);
  mc_form_add_day (inputs->form, "decision_date", MC_DATE_ROW (inputs->from));
}

static void
clear_inputs (Inputs *inputs)
{
  g_clear_object (&inputs->form);
  g_clear_object (&inputs->name);
  g_clear_object (&inputs->secret);
  g_clear_object (&inputs->kind);
  g_clear_object (&inputs->from);
}

static void
test_form (void)
{
  static const char *const required[] = { "kind", "decision_no", NULL };
  g_autoptr (McTour) tour = mc_tour_new ();
  g_autoptr (McTour) read = mc_tour_new ();
  Inputs inputs;

  make_inputs (&inputs);
  g_object_set (inputs.from, "optional", TRUE, NULL);
  tour->kind = MC_TOUR_KIND_OWN;
  tour->decision_no = g_strdup ("12/QĐ");
  tour->decision_date = mc_day_new (2026, 3, 5);
  g_assert_false (mc_form_is_valid (inputs.form, required));
  mc_form_load (inputs.form, MC_ENTITY (tour));
  g_assert_false (mc_form_get_dirty (inputs.form));
  g_assert_true (mc_form_is_valid (inputs.form, required));
  gtk_editable_set_text (GTK_EDITABLE (inputs.name), " 13/QĐ ");
  g_assert_true (mc_form_get_dirty (inputs.form));
  g_assert_true (mc_form_store (inputs.form, MC_ENTITY (read), NULL));
  g_assert_cmpstr (read->decision_no, ==, "13/QĐ");
  g_assert_cmpint (read->kind, ==, MC_TOUR_KIND_OWN);
  g_assert_cmpint (read->decision_date, ==, tour->decision_date);
  gtk_editable_set_text (GTK_EDITABLE (inputs.from), "99");
  g_assert_false (mc_form_is_valid (inputs.form, required));
  clear_inputs (&inputs);
}

static void
test_draft (void)
{
  g_autofree char *folder = g_dir_make_tmp ("mc-form-XXXXXX", NULL);
  g_autoptr (McDraftStore) drafts = mc_draft_store_new (folder);
  g_autofree char *kept = NULL;
  g_autofree char *secret = NULL;
  Inputs inputs;

  make_inputs (&inputs);
  g_assert_false (mc_form_keep_draft (inputs.form, drafts, "tour/new"));
  gtk_editable_set_text (GTK_EDITABLE (inputs.name), "14/QĐ");
  gtk_editable_set_text (GTK_EDITABLE (inputs.secret), "0123");
  /* What is no day yet is kept as it stands. */
  gtk_editable_set_text (GTK_EDITABLE (inputs.from), "15/9");
  clear_inputs (&inputs);

  make_inputs (&inputs);
  g_assert_true (mc_form_keep_draft (inputs.form, drafts, "tour/new"));
  kept = mc_form_get (inputs.form, "decision_no");
  secret = mc_form_get (inputs.form, "secret");
  g_assert_cmpstr (kept, ==, "14/QĐ");
  g_assert_null (secret);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (inputs.from)), ==, "15/9");
  g_assert_cmpint (mc_date_row_get_day (MC_DATE_ROW (inputs.from)), ==, MC_DAY_NONE);
  gtk_editable_set_text (GTK_EDITABLE (inputs.from), "15/9/26");
  g_assert_cmpint (mc_date_row_get_day (MC_DATE_ROW (inputs.from)), ==, mc_day_new (2026, 9, 15));
  mc_form_drop_draft (inputs.form);
  g_assert_null (mc_draft_store_get (drafts, "tour/new"));
  clear_inputs (&inputs);
}

/* A rival may have changed the row since: what was not touched in the form is not written over. */
static void
test_draft_of_row (void)
{
  g_autofree char *folder = g_dir_make_tmp ("mc-form-XXXXXX", NULL);
  g_autoptr (McDraftStore) drafts = mc_draft_store_new (folder);
  g_autoptr (McTour) tour = mc_tour_new ();
  g_autoptr (McTour) read = mc_tour_new ();
  Inputs inputs;

  tour->kind = MC_TOUR_KIND_OWN;
  tour->decision_no = g_strdup ("12/QĐ");
  make_inputs (&inputs);
  mc_form_load (inputs.form, MC_ENTITY (tour));
  mc_form_mark (inputs.form);
  g_assert_false (mc_form_keep_draft (inputs.form, drafts, "tour/1"));
  gtk_editable_set_text (GTK_EDITABLE (inputs.name), "");
  clear_inputs (&inputs);

  tour->kind = MC_TOUR_KIND_POSTAL;
  make_inputs (&inputs);
  mc_form_load (inputs.form, MC_ENTITY (tour));
  mc_form_mark (inputs.form);
  g_assert_true (mc_form_keep_draft (inputs.form, drafts, "tour/1"));
  g_assert_true (mc_form_store (inputs.form, MC_ENTITY (read), NULL));
  g_assert_cmpint (read->kind, ==, MC_TOUR_KIND_POSTAL);
  g_assert_null (read->decision_no);
  gtk_editable_set_text (GTK_EDITABLE (inputs.name), "12/QĐ");
  g_assert_null (mc_draft_store_get (drafts, "tour/1"));
  clear_inputs (&inputs);
}

/* The choice is known before its row has come from the database. */
static void
test_late_reference (void)
{
  g_autoptr (McForm) form = mc_form_new ();
  g_autoptr (GListStore) agencies = g_list_store_new (MC_TYPE_AGENCY_ENTRY);
  AdwComboRow *row = g_object_ref_sink (ADW_COMBO_ROW (adw_combo_row_new ()));

  mc_reference_setup_model (row, G_LIST_MODEL (agencies), MC_TYPE_AGENCY_ENTRY);
  mc_form_add_reference (form, "agency_id", row);
  g_assert_cmpint (mc_form_get_reference (form, "agency_id"), ==, 0);
  mc_form_set (form, "agency_id", "7");
  g_assert_cmpint (mc_form_get_reference (form, "agency_id"), ==, 7);
  for (gint64 id = 5; id < 9; id++)
    {
      g_autoptr (McAgencyEntry) agency = mc_agency_entry_new ();

      mc_entity_set_id (MC_ENTITY (agency), id);
      agency->code = g_strdup_printf ("A%d", (int)id);
      agency->name = g_strdup ("Sở");
      g_list_store_append (agencies, agency);
    }
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 3);
  g_assert_cmpint (mc_form_get_reference (form, "agency_id"), ==, 7);
  g_assert_false (mc_form_get_dirty (form));
  adw_combo_row_set_selected (row, 1);
  g_assert_cmpint (mc_form_get_reference (form, "agency_id"), ==, 5);
  g_assert_true (mc_form_get_dirty (form));
  g_object_unref (row);
}

static void
describe (gpointer entity, gpointer user_data, char **title, char **subtitle, char **target)
{
  *title = g_strdup_printf ("%d", ((McRating *)entity)->year);
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found)
        return found;
    }
  return NULL;
}

static void
test_record_group (void)
{
  McRecordGroup *group = g_object_ref_sink (g_object_new (MC_TYPE_RECORD_GROUP, "title", "Ratings", "table", "rating",
                                                          "empty-text", "None", "add-label", "Add", NULL));
  g_autoptr (GListStore) ratings = g_list_store_new (MC_TYPE_RATING);
  g_autoptr (McRating) rating = mc_rating_new ();
  GtkWidget *row;

  mc_record_group_show (group, G_LIST_MODEL (ratings), describe, NULL);
  g_assert_null (find (GTK_WIDGET (group), ADW_TYPE_ACTION_ROW));
  rating->year = 2025;
  mc_entity_set_id (MC_ENTITY (rating), 3);
  g_list_store_append (ratings, rating);
  row = find (GTK_WIDGET (group), ADW_TYPE_ACTION_ROW);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "2025");
  g_assert_false (gtk_widget_get_visible (find (row, GTK_TYPE_BUTTON)));
  g_object_set (group, "can-write", TRUE, NULL);
  g_assert_true (gtk_widget_get_visible (find (row, GTK_TYPE_BUTTON)));
  g_object_set (rating, "year", 2024, NULL);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "2024");
  g_assert_finalize_object (group);
}

static void
test_pages (void)
{
  GtkWidget *page = g_object_ref_sink (g_object_new (MC_TYPE_STAFF_PAGE, NULL));
  GtkWidget *detail = find (page, MC_TYPE_PERSON_DETAIL);
  GtkWidget *search = find (page, GTK_TYPE_SEARCH_ENTRY);

  gtk_test_accessible_assert_property (search, GTK_ACCESSIBLE_PROPERTY_LABEL, "Search the staff");
  mc_person_detail_show (MC_PERSON_DETAIL (detail), NULL, MC_DAY_NONE, 0);
  mc_person_detail_act (MC_PERSON_DETAIL (detail), "extend");
  g_assert_false (mc_page_open (MC_PAGE (page), "unknown/1"));
  g_assert_finalize_object (page);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/vn/gov/cantho/MotCua/icons");
  g_test_add_func ("/staff/filter/words", test_filter_words);
  g_test_add_func ("/staff/filter/prepares", test_filter_prepares);
  g_test_add_func ("/staff/filter/choices", test_filter_choices);
  g_test_add_func ("/staff/columns", test_columns);
  g_test_add_func ("/staff/tour-bar", test_tour_bar);
  g_test_add_func ("/form/fields", test_form);
  g_test_add_func ("/form/draft", test_draft);
  g_test_add_func ("/form/draft-of-row", test_draft_of_row);
  g_test_add_func ("/form/late-reference", test_late_reference);
  g_test_add_func ("/staff/record-group", test_record_group);
  g_test_add_func ("/staff/pages", test_pages);
  return g_test_run ();
}
