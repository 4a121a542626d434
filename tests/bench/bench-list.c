/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <time.h>

#include "mc-gentle-rows.h"
#include "mc-list-state.h"
#include "mc-name.h"
#include "mc-staff-entry.h"
#include "mc-staff-filter.h"
#include "mc-staff-page.h"

/* The table of the staff page, with its own columns, filter and order, over 10,000 invented people that come from no
 * database; beside it a plain GtkColumnView over as many strings. Goals: first rows under 100 ms, a keystroke in the
 * filter under 16 ms, no frame of a scroll above 16.7 ms. */

#define N_PEOPLE 10000
#define N_FRAMES 300
#define SCROLL_STEP 90 /* pixels per frame: a fast wheel */
#define FRAME_MS 16.7

static const char *const families[] = { "Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ" };
static const char *const middles[] = { "Văn", "Thị", "Hữu", "Ngọc", "Minh", "Thanh", "Quốc", "Kim", "Hoàng", "Mỹ" };
static const char *const givens[] = { "Hoà",  "Hòa",  "An",   "Bình", "Châu", "Dũng", "Giang", "Hạnh", "Khánh", "Linh",
                                      "Nhân", "Oanh", "Phúc", "Quân", "Sơn",  "Tâm",  "Uyên",  "Vy",   "Xuân",  "Yến" };
static const char *const agencies[] = { "Sở Nội vụ", "Sở Công Thương", "Sở Xây dựng", "Sở Y tế", "Sở Tư pháp" };
static const char *const codes[] = { "NV", "CT", "XD", "YT", "TP" };
static const char *const typed[] = { "nguyen van hoa", "cong thuong", "tam", "tran thi ngoc", "xd linh" };

typedef struct
{
  GtkWidget *window;
  GtkWidget *content;
  GtkWidget *search;
  GtkColumnView *table;
  GtkFilterListModel *filtered;
  /* None of these in the plain table. */
  GtkSortListModel *sorted; /* beneath the filter */
  GtkSliceListModel *slice; /* above it */
  McGentleRows *rows;
} Table;

/* Milliseconds of the main thread: on the clock, and of work. On a busy machine only the second tells of the program.
 */
typedef struct
{
  double wall;
  double work;
} Moment;

typedef struct
{
  Moment began;
  Moment frame; /* the last one took so long */
  gboolean painted;
} Watch;

static Moment
now (void)
{
  struct timespec cpu;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &cpu);
  return (Moment){ (double)g_get_monotonic_time () / 1000, (double)cpu.tv_sec * 1000 + (double)cpu.tv_nsec / 1e6 };
}

static Moment
since (Moment then)
{
  Moment moment = now ();

  return (Moment){ moment.wall - then.wall, moment.work - then.work };
}

static McStaffEntry *
make_entry (guint i)
{
  McStaffEntry *entry = mc_staff_entry_new ();
  const char *family = families[i % G_N_ELEMENTS (families)];
  const char *middle = middles[i / 7 % G_N_ELEMENTS (middles)];
  const char *given = givens[i / 3 % G_N_ELEMENTS (givens)];
  guint agency = i / 11 % G_N_ELEMENTS (agencies);

  mc_entity_set_id (MC_ENTITY (entry), (gint64)i + 1);
  entry->full_name = g_strdup_printf ("%s %s %s", family, middle, given);
  entry->family_name = g_strdup (family);
  entry->middle_name = g_strdup (middle);
  entry->given_name = g_strdup (given);
  entry->sort_key = mc_name_sort_key (given, middle, family);
  entry->search_key = mc_fold (entry->full_name);
  entry->tour_id = (gint64)i + 1;
  entry->tour_agency_id = agency + 1;
  entry->tour_agency_code = g_strdup (codes[agency]);
  entry->tour_agency_name = g_strdup (agencies[agency]);
  entry->post_name = g_strdup ("Tiếp nhận và trả kết quả");
  entry->section_name = g_strdup ("Bộ phận Tiếp nhận và Trả kết quả");
  entry->tour_kind = MC_TOUR_KIND_SECONDED;
  entry->tour_role = MC_TOUR_ROLE_PRIMARY;
  entry->tour_from = mc_day_new (2026, 1, 1);
  entry->tour_until = entry->tour_from + 400 + (McDay)(i % 300);
  entry->days_left = (int)(i % 300);
  entry->public_phone = g_strdup_printf ("0292 %06u", i);
  entry->field_codes = g_strdup_printf ("%s-%02u", codes[agency], i % 9);
  entry->state = i % 4 == 0 ? MC_STAFF_STATE_STANDBY : MC_STAFF_STATE_PRESENT;
  return entry;
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
before_paint_cb (GdkFrameClock *clock, Watch *watch)
{
  watch->began = now ();
}

static void
after_paint_cb (GdkFrameClock *clock, Watch *watch)
{
  watch->frame = since (watch->began);
  watch->painted = TRUE;
}

static void
watch_clock (Table *table, Watch *watch)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (table->window);

  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), watch);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), watch);
}

static void
unwatch_clock (Table *table, Watch *watch)
{
  g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (table->window), watch);
}

static void
wait_for_paint (Watch *watch)
{
  watch->painted = FALSE;
  while (!watch->painted)
    g_main_context_iteration (NULL, TRUE);
}

static void
settle (guint ms)
{
  gint64 end = g_get_monotonic_time () + (gint64)ms * 1000;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a;
  double y = *(const double *)b;

  return (x > y) - (x < y);
}

typedef struct
{
  GArray *walls;
  GArray *works;
} Series;

static void
series_init (Series *series)
{
  series->walls = g_array_new (FALSE, FALSE, sizeof (double));
  series->works = g_array_new (FALSE, FALSE, sizeof (double));
}

static void
series_add (Series *series, Moment moment)
{
  g_array_append_val (series->walls, moment.wall);
  g_array_append_val (series->works, moment.work);
}

static void
print_values (const char *table, const char *what, const char *kind, GArray *values)
{
  g_array_sort (values, compare_doubles);
  g_print ("%s_%s_%s_median %.2f ms\n", table, what, kind, g_array_index (values, double, values->len / 2));
  g_print ("%s_%s_%s_worst %.2f ms\n", table, what, kind, g_array_index (values, double, values->len - 1));
}

static guint
count_over (GArray *values, double limit)
{
  guint n = 0;

  for (guint i = 0; i < values->len; i++)
    n += g_array_index (values, double, i) > limit ? 1 : 0;
  return n;
}

static void
series_end (Series *series, const char *table, const char *what)
{
  print_values (table, what, "wall", series->walls);
  print_values (table, what, "work", series->works);
  g_print ("%s_%s_wall_over_16.7_ms %u of %u\n", table, what, count_over (series->walls, FRAME_MS), series->walls->len);
  g_print ("%s_%s_work_over_16.7_ms %u of %u\n", table, what, count_over (series->works, FRAME_MS), series->works->len);
  g_array_unref (series->walls);
  g_array_unref (series->works);
}

static void
bench_first_rows (Table *table, const char *name, GListModel *rows)
{
  Watch watch = { 0 };
  Moment start, taken;

  watch_clock (table, &watch);
  start = now ();
  if (table->rows)
    mc_gentle_rows_begin (table->rows);
  if (table->sorted)
    gtk_sort_list_model_set_model (table->sorted, rows);
  else
    gtk_filter_list_model_set_model (table->filtered, rows);
  /* As the page does with the list that it gets. */
  if (MC_IS_STAFF_FILTER (gtk_filter_list_model_get_filter (table->filtered)))
    mc_staff_filter_prepare (MC_STAFF_FILTER (gtk_filter_list_model_get_filter (table->filtered)), rows);
  wait_for_paint (&watch);
  taken = since (start);
  g_print ("%s_first_rows_wall %.2f ms\n%s_first_rows_work %.2f ms\n", name, taken.wall, name, taken.work);
  unwatch_clock (table, &watch);
  settle (2000);
}

static void
set_text (Table *table, const char *text)
{
  GtkFilter *filter = gtk_filter_list_model_get_filter (table->filtered);

  if (table->rows)
    mc_gentle_rows_begin (table->rows);
  if (MC_IS_STAFF_FILTER (filter))
    mc_staff_filter_set_text (MC_STAFF_FILTER (filter), text);
  else
    gtk_string_filter_set_search (GTK_STRING_FILTER (filter), text);
}

/* The search takes the keyboard; then each word is typed letter by letter and taken away in one stroke, and the frame
 * that shows it is made. */
static void
bench_keystrokes (Table *table, const char *name)
{
  Watch watch = { 0 };
  Series filtering, frames;

  gtk_widget_grab_focus (table->search);
  settle (500);
  series_init (&filtering);
  series_init (&frames);
  watch_clock (table, &watch);
  for (gsize w = 0; w < G_N_ELEMENTS (typed); w++)
    for (gsize length = 1; length <= strlen (typed[w]) + 1; length++)
      {
        g_autofree char *text = length > strlen (typed[w]) ? g_strdup ("") : g_strndup (typed[w], length);
        Moment start = now ();

        set_text (table, text);
        series_add (&filtering, since (start));
        gtk_widget_queue_draw (table->content);
        wait_for_paint (&watch);
        series_add (&frames, watch.frame);
      }
  unwatch_clock (table, &watch);
  series_end (&filtering, name, "keystroke");
  series_end (&frames, name, "keystroke_frame");
}

static void
bench_scroll (Table *table, const char *name)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (table->content));
  Watch watch = { 0 };
  Series frames;

  if (table->rows)
    mc_gentle_rows_finish (table->rows);
  settle (500);
  series_init (&frames);
  watch_clock (table, &watch);
  for (guint i = 0; i < N_FRAMES; i++)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + SCROLL_STEP);
      wait_for_paint (&watch);
      series_add (&frames, watch.frame);
    }
  unwatch_clock (table, &watch);
  series_end (&frames, name, "scroll_frame");
}

static void
show (Table *table)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  table->search = gtk_search_entry_new ();
  if (table->rows)
    mc_gentle_rows_follow_search (table->rows, table->search);
  gtk_widget_set_vexpand (table->content, TRUE);
  gtk_box_append (GTK_BOX (box), table->search);
  gtk_box_append (GTK_BOX (box), table->content);
  table->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (table->window), 1146, 700);
  adw_window_set_content (ADW_WINDOW (table->window), box);
  gtk_window_present (GTK_WINDOW (table->window));
  settle (500);
}

/* The page's own table, taken out of the page, which shows it only with a session. */
static void
make_staff_table (Table *table)
{
  GtkWidget *page = g_object_ref_sink (g_object_new (MC_TYPE_STAFF_PAGE, NULL));
  GtkWidget *state = find (page, MC_TYPE_LIST_STATE);
  GListModel *model;

  g_object_get (state, "content", &table->content, NULL);
  g_object_set (state, "content", NULL, NULL);
  table->table = GTK_COLUMN_VIEW (find (table->content, GTK_TYPE_COLUMN_VIEW));
  model = G_LIST_MODEL (gtk_column_view_get_model (table->table));
  model = gtk_multi_selection_get_model (GTK_MULTI_SELECTION (model));
  table->slice = GTK_SLICE_LIST_MODEL (model);
  table->rows = mc_gentle_rows_new (table->slice, GTK_WIDGET (table->table));
  table->filtered = GTK_FILTER_LIST_MODEL (gtk_slice_list_model_get_model (table->slice));
  table->sorted = GTK_SORT_LIST_MODEL (gtk_filter_list_model_get_model (table->filtered));
  show (table);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, gtk_inscription_new (NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (item)),
                            gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* As many columns as the staff table shows, no order, no states; the least that a table can be. */
static void
make_plain_table (Table *table)
{
  GtkExpression *text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  table->filtered = gtk_filter_list_model_new (NULL, GTK_FILTER (gtk_string_filter_new (text)));
  table->table = GTK_COLUMN_VIEW (gtk_column_view_new (
      GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (table->filtered))))));
  for (guint i = 0; i < 7; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new ("String", factory);

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
      gtk_column_view_column_set_expand (column, TRUE);
      gtk_column_view_append_column (table->table, column);
    }
  table->content = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (table->content), GTK_WIDGET (table->table));
  show (table);
}

static void
bench (Table *table, const char *name, GListModel *rows)
{
  bench_first_rows (table, name, rows);
  bench_keystrokes (table, name);
  bench_scroll (table, name);
  gtk_window_destroy (GTK_WINDOW (table->window));
}

int
main (void)
{
  g_autoptr (GListStore) people = g_list_store_new (MC_TYPE_STAFF_ENTRY);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  Table staff = { 0 };
  Table plain = { 0 };

  /* Figures are for programs: with a point. */
  gtk_disable_setlocale ();
  adw_init ();
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autoptr (McStaffEntry) entry = make_entry (i);

      g_list_store_append (people, entry);
      gtk_string_list_append (names, entry->search_key);
    }
  make_staff_table (&staff);
  bench (&staff, "staff", G_LIST_MODEL (people));
  make_plain_table (&plain);
  bench (&plain, "plain", G_LIST_MODEL (names));
  return 0;
}
