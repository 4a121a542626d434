/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-usual.h"

#include <math.h>

McDay
mc_usual_from (McDay day)
{
  return day - 7 * MC_USUAL_WEEKS;
}

/* The same weekday, MC_USUAL_WEEKS down to 0 weeks before @day; -1: another day. */
static int
weeks_before (McDay day, McDay start)
{
  int days = day - start;

  return days >= 0 && days % 7 == 0 && days / 7 <= MC_USUAL_WEEKS ? days / 7 : -1;
}

/* Whether the row says anything of what the figure is made of: a day of dossiers alone was no quiet day of visitors. */
static gboolean
tells (const McWorkloadRow *row, McWorkloadFigure figure)
{
  return mc_workload_figure_is_of_tickets (figure) ? row->arrived > 0
                                                   : row->received + mc_workload_row_get_resolved (row) > 0;
}

/* What each key had on that weekday, by weeks before. */
typedef struct
{
  McWorkloadRow weeks[MC_USUAL_WEEKS + 1];
} Past;

static GHashTable *
gather (const GArray *rows, McDay day, int slot, McWorkloadFigure figure, gboolean *known)
{
  GHashTable *parts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < rows->len; i++)
    {
      const McWorkloadRow *row = &g_array_index (rows, McWorkloadRow, i);
      int week = weeks_before (day, row->start);
      Past *past;

      if (week < 0 || !tells (row, figure))
        continue;
      /* A day on which the half-hour was quiet was a day all the same. */
      known[week] = TRUE;
      past = g_hash_table_lookup (parts, &row->key);
      if (!past)
        {
          past = g_new0 (Past, 1);
          g_hash_table_insert (parts, g_memdup2 (&row->key, sizeof row->key), past);
        }
      if (slot < 0 || row->slot == slot)
        mc_workload_row_add (&past->weeks[week], row);
    }
  return parts;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

static double
median_of (const Past *past, const gboolean *known, McWorkloadFigure figure)
{
  double values[MC_USUAL_WEEKS];
  guint n = 0;

  for (guint week = 1; week <= MC_USUAL_WEEKS; week++)
    {
      double value = known[week] ? mc_workload_figure_value (figure, &past->weeks[week]) : NAN;

      if (!isnan (value))
        values[n++] = value;
    }
  if (n < MC_USUAL_LEAST)
    return NAN;
  qsort (values, n, sizeof *values, compare_numbers);
  return (values[n / 2] + values[(n - 1) / 2]) / 2;
}

static double
above (const McUsual *part)
{
  return isnan (part->usual) ? part->now : part->now - part->usual;
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const McUsual *x = a, *y = b;
  double one = above (x), other = above (y);

  if (one < other || one > other)
    return one > other ? -1 : 1;
  return (x->key > y->key) - (x->key < y->key);
}

GArray *
mc_usual_find (const GArray *rows, McDay day, int slot, McWorkloadFigure figure, guint *days)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (McUsual));
  gboolean known[MC_USUAL_WEEKS + 1] = { FALSE };
  g_autoptr (GHashTable) past = gather (rows, day, slot, figure, known);
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, past);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const Past *one = value;
      McUsual part = { .key = *(gint64 *)key };

      part.now = known[0] ? mc_workload_figure_value (figure, &one->weeks[0]) : NAN;
      part.usual = median_of (one, known, figure);
      if (!isnan (part.now))
        g_array_append_val (parts, part);
    }
  g_array_sort (parts, compare_parts);
  for (guint week = 1; days && week <= MC_USUAL_WEEKS; week++)
    *days = (week > 1 ? *days : 0) + known[week];
  return parts;
}

/* --- Peaks --- */

static void
find_longest (const GArray *rows, int weekday, int slot, gint64 least, McWaitPeak *peak)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const McWorkloadRow *row = &g_array_index (rows, McWorkloadRow, i);
      double wait = mc_workload_figure_value (MC_FIGURE_WAIT, row);

      if ((weekday > 0 && mc_day_weekday (row->start) != weekday) || (slot >= 0 && row->slot != slot) ||
          mc_workload_row_get_called (row) < least || isnan (wait) || wait <= peak->wait)
        continue;
      *peak = (McWaitPeak){ row->start, row->slot, row->key, wait };
    }
}

gboolean
mc_wait_peak_find (const GArray *rows, int weekday, int slot, McWaitPeak *peak)
{
  *peak = (McWaitPeak){ MC_DAY_NONE, -1, 0, 0 };
  find_longest (rows, weekday, slot, MC_PEAK_LEAST, peak);
  if (peak->day == MC_DAY_NONE)
    find_longest (rows, weekday, slot, 1, peak);
  return peak->day != MC_DAY_NONE;
}
