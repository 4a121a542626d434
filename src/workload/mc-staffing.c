/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-staffing.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "mc-error.h"
#include "mc-workload-figure.h"

static gboolean
find_service (const GArray *rows, double *service, GError **error)
{
  McWorkloadRow all = { 0 };

  for (guint i = 0; i < rows->len; i++)
    mc_workload_row_add (&all, &g_array_index (rows, McWorkloadRow, i));
  *service = mc_workload_figure_value (MC_FIGURE_SERVICE, &all);
  if (*service > 0)
    return TRUE;
  g_set_error_literal (error, MC_ERROR, MC_ERROR_NOT_FOUND,
                       _ ("No complete ticket is known of these days, so nobody knows how long one takes."));
  return FALSE;
}

GArray *
mc_staffing_find (
    const GArray *rows, const int days[8], const McStaffingTarget *target, double *service, GError **error)
{
  g_autoptr (GArray) needs = g_array_new (FALSE, FALSE, sizeof (McStaffingNeed));

  if (!find_service (rows, service, error))
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      const McWorkloadRow *row = &g_array_index (rows, McWorkloadRow, i);
      McStaffingNeed need = { .weekday = (int)row->key, .slot = row->slot };
      McErlangQueue queue = { .service = *service, .patience = INFINITY, .within = target->within };

      if (row->key < 1 || row->key > 7 || row->slot < 0 || days[row->key] <= 0)
        continue;
      need.arrivals = (double)row->arrived / days[row->key];
      queue.arrivals = 2 * need.arrivals;
      if (!mc_erlang_find (&queue, target->share, &need.result, error))
        return NULL;
      g_array_append_val (needs, need);
    }
  return g_steal_pointer (&needs);
}

void
mc_staffing_count_days (const GArray *rows, int days[8])
{
  memset (days, 0, 8 * sizeof *days);
  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, McWorkloadRow, i).arrived > 0)
      days[mc_day_weekday (g_array_index (rows, McWorkloadRow, i).start)]++;
}

int
mc_staffing_most (const GArray *needs, int weekday, int first, int end)
{
  int most = 0;

  for (guint i = 0; i < needs->len; i++)
    {
      const McStaffingNeed *need = &g_array_index (needs, McStaffingNeed, i);

      if (need->weekday == weekday && need->slot >= first && need->slot < end)
        most = MAX (most, need->result.agents);
    }
  return most;
}

void
mc_staffing_pool (const McErlangQueue *one,
                  int agents_one,
                  const McErlangQueue *other,
                  int agents_other,
                  double *apart,
                  double *pooled)
{
  double all = one->arrivals + other->arrivals;
  McErlangQueue both = { .arrivals = all, .patience = INFINITY, .within = one->within };
  McErlangResult a, b, together;

  mc_erlang_evaluate (one, agents_one, &a);
  mc_erlang_evaluate (other, agents_other, &b);
  both.service = all > 0 ? (one->arrivals * one->service + other->arrivals * other->service) / all : one->service;
  mc_erlang_evaluate (&both, agents_one + agents_other, &together);
  *apart = all > 0 ? (one->arrivals * a.mean_wait + other->arrivals * b.mean_wait) / all / 60 : 0;
  *pooled = together.mean_wait / 60;
}
