/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "mc-shift-compact.h"
#include "mc-shift-reader.h"
#include "mc-shift-roster.h"
#include "mc-shift-solver.h"

/* Public shift-scheduling instances, which are not part of the project: all .txt files of the folder MOTCUA_SHIFTS, for
 * MOTCUA_SHIFT_SECONDS (60) each, and beside them plain HiGHS on the compact model for as long. */

#define DEFAULT_SECONDS 60

/* Everything that HiGHS has is counted anew. */
static void
print_compact (McShiftModel *model, double seconds)
{
  const McHighsLimits limits = { .seconds = seconds, .gap = 1 - 1e-6 };
  g_autofree guint8 *choices = g_new0 (guint8, (gsize)model->people->len * model->n_days + 1);
  g_auto (McShiftCosts) costs = { 0 };
  gint64 start = g_get_monotonic_time ();
  double bound;
  McHighsStatus status = mc_shift_compact_solve (model, NULL, &limits, choices, &bound);
  double took = (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC;

  mc_shift_evaluate (model, choices, &costs);
  if (status == MC_HIGHS_OPTIMAL || status == MC_HIGHS_FEASIBLE)
    g_print ("   plain HiGHS %6" G_GINT64_FORMAT "%s bound %8.1f %6.1f s\n", mc_shift_costs_total (&costs),
             costs.breaches->len > 0 ? " (broken)" : "", bound, took);
  else
    g_print ("   plain HiGHS   none bound %8.1f %6.1f s\n", bound, took);
}

typedef struct
{
  gint64 start;
  gint64 cost;
  double seconds; /* at which it was found */
} Last;

static void
on_progress (gint64 cost, gint64 bound, guint round, gpointer data)
{
  Last *last = data;

  if (cost == last->cost)
    return;
  last->cost = cost;
  last->seconds = (double)(g_get_monotonic_time () - last->start) / G_USEC_PER_SEC;
}

static gboolean
run (const char *folder, const char *name, double seconds)
{
  g_autoptr (GFile) file = g_file_new_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (McShiftModel) model = mc_shift_read_file (file, &error);
  Last last = { .start = g_get_monotonic_time () };
  const McShiftOptions options = { .seconds = seconds, .progress = on_progress, .data = &last };
  g_autoptr (McShiftResult) result = model ? mc_shift_solve (model, &options, &error) : NULL;

  if (!result)
    {
      g_printerr ("bench-shift: %s\n", error->message);
      return FALSE;
    }
  g_print ("%-16s %6" G_GINT64_FORMAT " (at %5.1f s) bound %6" G_GINT64_FORMAT " %6.1f s%s", name, result->cost,
           last.seconds, result->bound, result->seconds, result->cost == result->bound ? " proven" : "       ");
  print_compact (model, seconds);
  return TRUE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

int
main (void)
{
  const char *folder = g_getenv ("MOTCUA_SHIFTS"), *text = g_getenv ("MOTCUA_SHIFT_SECONDS"), *name;
  double seconds = text ? g_ascii_strtod (text, NULL) : DEFAULT_SECONDS;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;

  if (!folder)
    {
      g_print ("say by MOTCUA_SHIFTS which folder has the instances\n");
      return 0;
    }
  dir = g_dir_open (folder, 0, &error);
  if (!dir)
    {
      g_printerr ("bench-shift: %s\n", error->message);
      return 1;
    }
  while ((name = g_dir_read_name (dir)))
    if (g_str_has_suffix (name, ".txt"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    if (!run (folder, g_ptr_array_index (names, i), seconds))
      return 1;
  return 0;
}
