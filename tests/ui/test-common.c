/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widgets that several pages share, without a session. */
#include <adwaita.h>
#include <gdk-pixbuf/gdk-pixbuf.h>

#include "mc-columns.h"
#include "mc-date-entry.h"
#include "mc-date-row.h"
#include "mc-empty-page.h"
#include "mc-finding-badge.h"
#include "mc-gentle-rows.h"
#include "mc-list-state.h"
#include "mc-page-table.h"
#include "mc-page.h"
#include "mc-picture.h"
#include "mc-skeleton.h"
#include "mc-table-actions.h"

static void
spin (guint milliseconds)
{
  gint64 until = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
}

static GtkWindow *
show (GtkWidget *widget)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_child (window, widget);
  gtk_window_present (window);
  spin (50);
  return window;
}

static void
test_date_row (void)
{
  McDateRow *row = g_object_new (MC_TYPE_DATE_ROW, "title", "From", NULL);
  GtkWindow *window = show (GTK_WIDGET (row));

  g_assert_false (mc_date_row_get_valid (row));
  gtk_editable_set_text (GTK_EDITABLE (row), "5/3/2026");
  g_assert_true (mc_date_row_get_valid (row));
  g_assert_cmpint (mc_date_row_get_day (row), ==, mc_day_new (2026, 3, 5));

  gtk_editable_set_text (GTK_EDITABLE (row), "31/02/2026");
  g_assert_false (mc_date_row_get_valid (row));
  g_assert_cmpint (mc_date_row_get_day (row), ==, MC_DAY_NONE);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (row), "error"));
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);

  mc_date_row_set_day (row, mc_day_new (2026, 12, 5));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "05/12/2026");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (row), "error"));

  g_object_set (row, "latest", mc_day_new (2026, 12, 1), NULL);
  g_assert_false (mc_date_row_get_valid (row));
  mc_date_row_set_day (row, MC_DAY_NONE);
  g_object_set (row, "optional", TRUE, NULL);
  g_assert_true (mc_date_row_get_valid (row));
  gtk_window_destroy (window);
}

static void
count_cb (gpointer object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
test_date_entry (void)
{
  McDateEntry *entry = g_object_new (MC_TYPE_DATE_ENTRY, NULL);
  GtkWindow *window = show (GTK_WIDGET (entry));
  guint count = 0;

  g_signal_connect (entry, "notify::day", G_CALLBACK (count_cb), &count);
  mc_date_entry_set_day (entry, mc_day_new (2026, 1, 2));
  g_assert_cmpuint (count, ==, 1);
  mc_date_entry_set_day (entry, mc_day_new (2026, 1, 2));
  g_assert_cmpuint (count, ==, 1);
  g_assert_true (mc_date_entry_get_valid (entry));
  gtk_window_destroy (window);
}

static void
test_finding_badge (void)
{
  McFindingBadge *badge = g_object_new (MC_TYPE_FINDING_BADGE, "severity", MC_FINDING_ERROR, NULL);
  GtkWindow *window = show (GTK_WIDGET (badge));

  gtk_test_accessible_assert_role (badge, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (badge, GTK_ACCESSIBLE_PROPERTY_LABEL, "Violation");
  mc_finding_badge_set (badge, MC_FINDING_WARNING, 3);
  gtk_test_accessible_assert_property (badge, GTK_ACCESSIBLE_PROPERTY_LABEL, "Warning: 3");
  mc_finding_badge_set (badge, -1, 0);
  gtk_test_accessible_assert_property (badge, GTK_ACCESSIBLE_PROPERTY_LABEL, "In order");
  gtk_window_destroy (window);
}

static void
test_states (void)
{
  GtkWidget *empty = g_object_new (MC_TYPE_EMPTY_PAGE, "title", "Nobody", "button-label", "Add", NULL);
  McListState *state = g_object_new (MC_TYPE_LIST_STATE, "empty", empty, "content", gtk_label_new ("rows"), NULL);
  GtkWindow *window = show (GTK_WIDGET (state));

  /* No list yet: skeleton rows, and the screen reader hears that it is busy. */
  g_assert_false (gtk_widget_get_mapped (empty));
  gtk_window_destroy (window);

  GtkWidget *skeleton = g_object_new (MC_TYPE_SKELETON, NULL);
  window = show (skeleton);
  spin (300);
  gtk_test_accessible_assert_state (skeleton, GTK_ACCESSIBLE_STATE_BUSY, TRUE);
  gtk_window_destroy (window);
}

static GtkColumnView *
make_table (void)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));

  for (const char *const *id = (const char *const[]){ "a", "b", "c", NULL }; *id != NULL; id++)
    {
      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (*id, NULL);

      gtk_column_view_column_set_id (column, *id);
      gtk_column_view_append_column (view, column);
    }
  mc_columns_remember (view, "test");
  return view;
}

static void
test_columns (void)
{
  GtkColumnView *view = make_table ();
  GtkWindow *window = show (GTK_WIDGET (view));
  g_autoptr (GtkColumnViewColumn) last = g_list_model_get_item (gtk_column_view_get_columns (view), 2);
  g_autoptr (GtkColumnViewColumn) first = NULL;

  gtk_column_view_column_set_visible (last, FALSE);
  gtk_column_view_column_set_fixed_width (last, 123);
  gtk_column_view_insert_column (view, 0, last);
  spin (600);
  gtk_window_destroy (window);

  view = make_table ();
  window = show (GTK_WIDGET (view));
  first = g_list_model_get_item (gtk_column_view_get_columns (view), 0);
  g_assert_cmpstr (gtk_column_view_column_get_id (first), ==, "c");
  g_assert_false (gtk_column_view_column_get_visible (first));
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (first), ==, 123);

  gtk_widget_activate_action (GTK_WIDGET (view), "columns.reset", NULL);
  g_clear_object (&first);
  first = g_list_model_get_item (gtk_column_view_get_columns (view), 0);
  g_assert_cmpstr (gtk_column_view_column_get_id (first), ==, "a");
  gtk_window_destroy (window);
}

static void
read_day (gpointer item, McTableCell *cell, gpointer user_data)
{
  mc_columns_read_shown (cell, g_strdup_printf ("05/12/%s", gtk_string_object_get_string (item)));
}

/* What goes out are the rows as they are sorted and the columns that are shown, in the order that a person gave them.
 */
static void
test_table_actions (void)
{
  static const char *const years[] = { "2025", "2026", NULL };
  g_autoptr (GtkStringList) rows = gtk_string_list_new (years);
  g_autoptr (GtkNoSelection) model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (rows)));
  GtkColumnView *view = make_table ();
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *page = adw_bin_new ();
  g_autoptr (GtkColumnViewColumn) first = g_list_model_get_item (gtk_column_view_get_columns (view), 0);
  g_autoptr (GtkColumnViewColumn) middle = g_list_model_get_item (gtk_column_view_get_columns (view), 1);
  g_autoptr (GtkColumnViewColumn) last = g_list_model_get_item (gtk_column_view_get_columns (view), 2);
  g_auto (GValue) copied = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  GtkWindow *window;

  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (model));
  gtk_column_view_column_set_title (first, "Year");
  gtk_column_view_column_set_title (last, "Day");
  mc_columns_tell_property (view, "a", "string");
  mc_columns_tell_property (view, "b", "string");
  mc_columns_tell (view, "c", read_day, NULL, NULL);
  gtk_column_view_insert_column (view, 0, last);
  mc_columns_offer (view, page, menu);
  g_assert_true (gtk_widget_activate_action (page, "columns.b", NULL));
  g_assert_false (gtk_column_view_column_get_visible (middle));
  adw_bin_set_child (ADW_BIN (page), GTK_WIDGET (view));
  window = show (page);
  mc_table_actions_install (page, view, "Years");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "table.copy", NULL));
  g_value_init (&copied, G_TYPE_STRING);
  g_assert_true (
      gdk_content_provider_get_value (gdk_clipboard_get_content (gtk_widget_get_clipboard (page)), &copied, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (g_value_get_string (&copied), ==, "Day\tYear\n05/12/2025\t2025\n05/12/2026\t2026\n");
  gtk_window_destroy (window);
}

/* How many rows there are in the end; nothing tells that there will be no more. */
static guint
settled_size (GtkSliceListModel *slice)
{
  guint size;

  do
    {
      size = gtk_slice_list_model_get_size (slice);
      spin (600);
    }
  while (gtk_slice_list_model_get_size (slice) != size);
  return size;
}

/* Who types in the search has few rows to replace; who leaves it has the whole table. */
static void
test_gentle_rows (void)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkSliceListModel *slice = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (names)), 0, G_MAXUINT);
  GtkWidget *view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (slice))));
  g_autoptr (McGentleRows) rows = mc_gentle_rows_new (slice, view);
  GtkWidget *search = gtk_search_entry_new (), *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *scrolled = gtk_scrolled_window_new ();
  GtkWindow *window;

  for (guint i = 0; i < 1000; i++)
    gtk_string_list_append (names, "name");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_set_size_request (scrolled, 300, 720);
  gtk_box_append (GTK_BOX (box), search);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), scrolled);
  window = show (box);
  gtk_widget_grab_focus (button);
  mc_gentle_rows_follow_search (rows, search);
  g_assert_cmpuint (settled_size (slice), ==, G_MAXUINT);

  gtk_widget_grab_focus (search);
  g_assert_cmpuint (settled_size (slice), ==, 21);
  mc_gentle_rows_begin (rows);
  g_assert_cmpuint (gtk_slice_list_model_get_size (slice), <, 21);
  g_assert_cmpuint (settled_size (slice), ==, 21);
  gtk_widget_grab_focus (button);
  g_assert_cmpuint (settled_size (slice), ==, G_MAXUINT);
  mc_gentle_rows_begin (rows);
  g_assert_cmpuint (gtk_slice_list_model_get_size (slice), <, 21);
  g_assert_cmpuint (settled_size (slice), ==, G_MAXUINT);
  gtk_window_destroy (window);
}

static void
test_page_table (void)
{
  gsize n_entries;
  const McPageEntry *entries = mc_page_table_get (&n_entries);

  g_assert_cmpuint (n_entries, >, 3);
  for (gsize i = 0; i < n_entries; i++)
    {
      g_assert_true (g_type_is_a (entries[i].get_type (), MC_TYPE_PAGE));
      g_assert_true (mc_page_table_find_target (entries[i].name) == &entries[i]);
    }
  g_assert_cmpstr (mc_page_table_find_target ("person/12")->name, ==, "staff");
  g_assert_cmpstr (mc_page_table_find_target ("agency/3")->name, ==, "agencies");
  g_assert_null (mc_page_table_find_target ("unknown/1"));
}

/* A photo of 32 × 16, red at its left, as a camera writes it that was held so that @orientation (Exif) says it. */
static GBytes *
make_photo (guint8 orientation)
{
  const guint8 exif[] = { 0xff, 0xd8, 0xff, 0xe1, 0, 34, 'E', 'x', 'i', 'f',         0, 0, 'M', 'M', 0, 42,
                          0,    0,    0,    8,    0, 1, /* one entry: orientation, a short */
                          0x01, 0x12, 0,    3,    0, 0,  0,   1,   0,   orientation, 0, 0, 0,   0,   0, 0 };
  g_autoptr (GdkPixbuf) photo = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 32, 16);
  g_autoptr (GdkPixbuf) left = gdk_pixbuf_new_subpixbuf (photo, 0, 0, 16, 16);
  GByteArray *file = g_byte_array_new ();
  g_autofree char *jpeg = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  gdk_pixbuf_fill (photo, 0x0000ffff);
  gdk_pixbuf_fill (left, 0xff0000ff);
  gdk_pixbuf_save_to_buffer (photo, &jpeg, &size, "jpeg", &error, "quality", "100", NULL);
  g_assert_no_error (error);
  g_byte_array_append (file, exif, sizeof exif);
  g_byte_array_append (file, (const guint8 *)jpeg + 2, (guint)size - 2);
  return g_byte_array_free_to_bytes (file);
}

static gboolean
is_red_at (cairo_surface_t *surface, int x, int y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);
  guint32 pixel = ((const guint32 *)(gconstpointer)row)[x];

  return (pixel >> 16 & 0xff) > 200 && (pixel & 0xff) < 50;
}

/* Pictures of cameras come out upright, whichever way the camera was held. */
static void
test_picture (void)
{
  static const struct
  {
    guint8 orientation;
    int width, height, red_x, red_y;
  } cases[] = { { 1, 32, 16, 2, 8 }, { 3, 32, 16, 29, 8 }, { 6, 16, 32, 8, 2 }, { 8, 16, 32, 8, 29 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) file = make_photo (cases[i].orientation);
      g_autoptr (GError) error = NULL;
      cairo_surface_t *surface = mc_picture_read (file, &error);

      g_assert_no_error (error);
      g_assert_cmpint (cairo_image_surface_get_width (surface), ==, cases[i].width);
      g_assert_cmpint (cairo_image_surface_get_height (surface), ==, cases[i].height);
      g_assert_true (is_red_at (surface, cases[i].red_x, cases[i].red_y));
      g_assert_false (is_red_at (surface, cases[i].width - 1 - cases[i].red_x, cases[i].height - 1 - cases[i].red_y));
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/vn/gov/cantho/MotCua/icons");
  g_test_add_func ("/common/date-row", test_date_row);
  g_test_add_func ("/common/date-entry", test_date_entry);
  g_test_add_func ("/common/finding-badge", test_finding_badge);
  g_test_add_func ("/common/states", test_states);
  g_test_add_func ("/common/columns", test_columns);
  g_test_add_func ("/common/table-actions", test_table_actions);
  g_test_add_func ("/common/gentle-rows", test_gentle_rows);
  g_test_add_func ("/common/picture", test_picture);
  g_test_add_func ("/common/page-table", test_page_table);
  return g_test_run ();
}
