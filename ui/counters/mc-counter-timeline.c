/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-counter-timeline.h"

#include <glib/gi18n.h>

#include "mc-tour-bar.h"

/* How far the scale reaches at the most before and after the day, in days. */
#define BACK (3 * 365)
#define AHEAD (2 * 365)
/* Work without an end is drawn so far beyond the day. */
#define OPEN_END 183

struct _McCounterTimeline
{
  AdwBin parent_instance;

  GListModel *rows;
  McDay day;
  McCounterTimelineName name;
  gpointer user_data;

  GtkGrid *grid;
};

G_DEFINE_FINAL_TYPE (McCounterTimeline, mc_counter_timeline, ADW_TYPE_BIN)

static McPeriod
measure (McCounterTimeline *self)
{
  McPeriod range = { self->day - 30, self->day + 30 };

  for (guint i = 0; i < g_list_model_get_n_items (self->rows); i++)
    {
      g_autoptr (McCounterAssignment) row = g_list_model_get_item (self->rows, i);

      range.from = MIN (range.from, row->during.from);
      range.until = MAX (range.until, row->during.until == MC_DAY_NONE ? self->day + OPEN_END : row->during.until);
    }
  range.from = MAX (range.from, self->day - BACK);
  range.until = MIN (range.until, self->day + AHEAD);
  return range;
}

static McTourBar *
add_line (McCounterTimeline *self, const char *name, McPeriod range, int at)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", name, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                                   "width-chars", 16, "max-width-chars", 24, "tooltip-text", name, NULL);
  McTourBar *bar = g_object_new (MC_TYPE_TOUR_BAR, "hexpand", TRUE, NULL);

  mc_tour_bar_set_day (bar, self->day);
  mc_tour_bar_set_range (bar, range);
  gtk_grid_attach (self->grid, label, 0, at, 1, 1);
  gtk_grid_attach (self->grid, GTK_WIDGET (bar), 1, at, 1, 1);
  return bar;
}

static void
add_scale (McCounterTimeline *self, McPeriod range, int at)
{
  GtkWidget *box = gtk_center_box_new ();
  g_autofree char *from = mc_day_format (range.from);
  g_autofree char *until = mc_day_format (range.until - 1);
  GtkWidget *first = gtk_label_new (from);
  GtkWidget *last = gtk_label_new (until);

  gtk_widget_add_css_class (first, "caption");
  gtk_widget_add_css_class (first, "dimmed");
  gtk_widget_add_css_class (last, "caption");
  gtk_widget_add_css_class (last, "dimmed");
  gtk_center_box_set_start_widget (GTK_CENTER_BOX (box), first);
  gtk_center_box_set_end_widget (GTK_CENTER_BOX (box), last);
  gtk_grid_attach (self->grid, box, 1, at, 1, 1);
}

/* The bar knows its periods in words; whose they are, stands before it. */
static void
name_lines (GHashTable *lines)
{
  GHashTableIter iter;
  gpointer name, bar;

  g_hash_table_iter_init (&iter, lines);
  while (g_hash_table_iter_next (&iter, &name, &bar))
    {
      g_autofree char *periods = mc_tour_bar_describe (bar);
      g_autofree char *text = g_strdup_printf ("%s: %s", (char *)name, periods);

      gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
    }
}

static void
clear (McCounterTimeline *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))))
    gtk_grid_remove (self->grid, child);
}

void
mc_counter_timeline_refresh (McCounterTimeline *self)
{
  g_autoptr (GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  McPeriod range;
  int n = 0;

  g_return_if_fail (MC_IS_COUNTER_TIMELINE (self));
  clear (self);
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows && g_list_model_get_n_items (self->rows) > 0);
  if (!self->rows || g_list_model_get_n_items (self->rows) == 0)
    return;
  range = measure (self);
  for (guint i = 0; i < g_list_model_get_n_items (self->rows); i++)
    {
      g_autoptr (McCounterAssignment) row = g_list_model_get_item (self->rows, i);
      g_autofree char *name = NULL;
      McTourBar *bar;

      if (!mc_period_overlaps (row->during, range))
        continue;
      name = self->name (row, self->user_data);
      bar = g_hash_table_lookup (lines, name);
      if (!bar)
        {
          bar = add_line (self, name, range, n++);
          g_hash_table_insert (lines, g_steal_pointer (&name), bar);
        }
      mc_tour_bar_add (bar, row->during, row->role == MC_COUNTER_ROLE_STANDBY);
    }
  name_lines (lines);
  add_scale (self, range, n);
}

static void
unfollow (McCounterTimeline *self)
{
  if (self->rows)
    g_signal_handlers_disconnect_by_func (self->rows, mc_counter_timeline_refresh, self);
  g_clear_object (&self->rows);
}

void
mc_counter_timeline_show (
    McCounterTimeline *self, GListModel *rows, McDay day, McCounterTimelineName name, gpointer user_data)
{
  g_return_if_fail (MC_IS_COUNTER_TIMELINE (self));
  unfollow (self);
  self->rows = rows ? g_object_ref (rows) : NULL;
  self->day = day;
  self->name = name;
  self->user_data = user_data;
  if (rows)
    g_signal_connect_object (rows, "items-changed", G_CALLBACK (mc_counter_timeline_refresh), self, G_CONNECT_SWAPPED);
  mc_counter_timeline_refresh (self);
}

static void
mc_counter_timeline_dispose (GObject *object)
{
  unfollow (MC_COUNTER_TIMELINE (object));
  G_OBJECT_CLASS (mc_counter_timeline_parent_class)->dispose (object);
}

static void
mc_counter_timeline_class_init (McCounterTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_counter_timeline_dispose;
}

static void
mc_counter_timeline_init (McCounterTimeline *self)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "column-spacing", 12, "row-spacing", 4, NULL);

  self->grid = GTK_GRID (grid);
  adw_bin_set_child (ADW_BIN (self), grid);
  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Work over time"), -1);
}
