/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <math.h>
#include <time.h>

#include "roster-fixture.h"

/* The grid of the roster while a hand scrolls it, changes the width of its days, and types: 40 and 709 people, 31 days
 * of two sessions. Goal: no frame above 16.7 ms. */

#define N_FRAMES 240
#define FRAME_MS 16.7

typedef struct
{
  double began_wall, began_work;
  double wall, work;
  gboolean painted;
} Watch;

typedef struct
{
  GtkWidget *window;
  McRosterGrid *grid;
  TestRoster *roster;
} View;

static double
wall_now (void)
{
  return (double)g_get_monotonic_time () / 1000;
}

static double
work_now (void)
{
  struct timespec cpu;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &cpu);
  return (double)cpu.tv_sec * 1000 + (double)cpu.tv_nsec / 1e6;
}

static void
settle (guint ms)
{
  gint64 end = g_get_monotonic_time () + (gint64)ms * 1000;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static void
before_paint_cb (GdkFrameClock *clock, Watch *watch)
{
  watch->began_wall = wall_now ();
  watch->began_work = work_now ();
}

static void
after_paint_cb (GdkFrameClock *clock, Watch *watch)
{
  watch->wall = wall_now () - watch->began_wall;
  watch->work = work_now () - watch->began_work;
  watch->painted = TRUE;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

static void
print_values (const char *name, const char *what, const char *kind, GArray *values)
{
  guint over = 0;

  for (guint i = 0; i < values->len; i++)
    over += g_array_index (values, double, i) > FRAME_MS ? 1 : 0;
  g_array_sort (values, compare_doubles);
  g_print ("roster_%s_%s_%s_median %.2f ms\n", name, what, kind, g_array_index (values, double, values->len / 2));
  g_print ("roster_%s_%s_%s_99th %.2f ms\n", name, what, kind, g_array_index (values, double, values->len * 99 / 100));
  g_print ("roster_%s_%s_%s_over_16.7_ms %u of %u\n", name, what, kind, over, values->len);
}

static void
scroll (View *view, guint frame)
{
  GtkAdjustment *down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view->grid));
  double by = frame / 120 % 2 ? -30 : 30;

  gtk_adjustment_set_value (down, gtk_adjustment_get_value (down) + by);
  gtk_widget_queue_draw (GTK_WIDGET (view->grid));
}

/* A month that is wider than the window, sideways. */
static void
pan (View *view, guint frame)
{
  GtkAdjustment *across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view->grid));
  double by = frame / 60 % 2 ? -30 : 30;

  if (frame == 0)
    mc_roster_grid_set_width (view->grid, MC_ROSTER_WIDTH_WEEK);
  gtk_adjustment_set_value (across, gtk_adjustment_get_value (across) + by);
  gtk_widget_queue_draw (GTK_WIDGET (view->grid));
}

/* The cursor walks, and each frame another cell is filled. */
static void
type (View *view, guint frame)
{
  guint row = 1 + frame % 9, slot = frame % 62;

  if (frame == 0)
    mc_roster_grid_set_width (view->grid, MC_ROSTER_WIDTH_MONTH);
  mc_roster_grid_go_to (view->grid, row, slot);
  test_roster_set (view->roster, row, slot, (int)(frame % 20) + 1);
}

static void
bench (View *view, const char *name, const char *what, void (*act) (View *view, guint frame))
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (view->window);
  GArray *walls = g_array_new (FALSE, FALSE, sizeof (double)), *works = g_array_new (FALSE, FALSE, sizeof (double));
  Watch watch = { 0 };

  act (view, 0);
  settle (1500);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), &watch);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &watch);
  for (guint i = 1; i <= N_FRAMES; i++)
    {
      act (view, i);
      watch.painted = FALSE;
      while (!watch.painted)
        g_main_context_iteration (NULL, TRUE);
      g_array_append_val (walls, watch.wall);
      g_array_append_val (works, watch.work);
    }
  print_values (name, what, "wall", walls);
  print_values (name, what, "work", works);
  g_signal_handlers_disconnect_by_data (clock, &watch);
  g_array_unref (walls);
  g_array_unref (works);
}

static void
bench_all (guint n_people, const char *name)
{
  View view = { .window = adw_window_new (), .grid = MC_ROSTER_GRID (mc_roster_grid_new ()) };
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  view.roster = test_roster_new (n_people, 10, 20);
  g_object_set (view.grid, "source", view.roster, "editable", TRUE, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (view.grid));
  gtk_window_set_default_size (GTK_WINDOW (view.window), 1366, 700);
  adw_window_set_content (ADW_WINDOW (view.window), scrolled);
  gtk_window_present (GTK_WINDOW (view.window));
  settle (500);
  bench (&view, name, "scroll", scroll);
  bench (&view, name, "pan", pan);
  bench (&view, name, "type", type);
  gtk_window_destroy (GTK_WINDOW (view.window));
  g_object_unref (view.roster);
  settle (100);
}

int
main (int argc, char **argv)
{
  gtk_disable_setlocale ();
  adw_init ();
  bench_all (40, "40");
  bench_all (709, "709");
  return 0;
}
