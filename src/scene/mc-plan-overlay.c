/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-plan-overlay.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mc-number.h"
#include "mc-workload-figure.h"

#define NOON 24 /* the half-hour that begins then */

gboolean
mc_plan_overlay_get_query (McPlanOverlay overlay, McDay day, McWorkloadQuery *query)
{
  gboolean rating = overlay == MC_PLAN_OVERLAY_RATING;

  *query = (McWorkloadQuery){ .from = rating ? day - MC_PLAN_RATING_DAYS + 1 : day,
                              .to = day + 1,
                              .bucket = rating ? MC_WORKLOAD_WHOLE : MC_WORKLOAD_HALF_HOUR,
                              .by = MC_WORKLOAD_BY_COUNTER };
  return rating || overlay == MC_PLAN_OVERLAY_WORKLOAD || overlay == MC_PLAN_OVERLAY_WAITING;
}

static gboolean
is_in_session (const McWorkloadRow *row, McHalf session)
{
  return row->slot < 0 || (row->slot < NOON) == (session == MC_HALF_MORNING);
}

void
mc_plan_overlay_fill (McPlanOverlay overlay, const GArray *rows, McHalf session, guint least_ratings, GPtrArray *states)
{
  for (guint i = 0; i < states->len; i++)
    {
      McCounterState *state = g_ptr_array_index (states, i);
      McWorkloadRow sum = { .slot = -1 };

      for (guint r = 0; r < rows->len; r++)
        {
          const McWorkloadRow *row = &g_array_index (rows, McWorkloadRow, r);

          if (row->key == state->counter_id && is_in_session (row, session))
            mc_workload_row_add (&sum, row);
        }
      if (overlay == MC_PLAN_OVERLAY_WORKLOAD)
        state->values[overlay] = sum.arrived > 0 ? (double)sum.arrived : NAN;
      else if (overlay == MC_PLAN_OVERLAY_WAITING)
        state->values[overlay] = mc_workload_figure_value (MC_FIGURE_WAIT, &sum);
      else if (overlay == MC_PLAN_OVERLAY_RATING)
        state->values[overlay] = mc_workload_row_get_rated (&sum) >= least_ratings
                                     ? mc_workload_figure_value (MC_FIGURE_SATISFIED_SHARE, &sum)
                                     : NAN;
    }
}

/* --- Scale --- */

/* What is dark: much work, long waiting, many who were not satisfied. */
static double
weight (McPlanOverlay overlay, double value)
{
  return overlay == MC_PLAN_OVERLAY_RATING ? 1 - value : value;
}

void
mc_plan_scale_init (McPlanScale *self, McPlanOverlay overlay, GPtrArray *states)
{
  *self = (McPlanScale){ overlay, NAN };
  if (overlay == MC_PLAN_OVERLAY_NONE || overlay == MC_PLAN_OVERLAY_RISK)
    return;
  for (guint i = 0; states && i < states->len; i++)
    {
      double value = ((const McCounterState *)g_ptr_array_index (states, i))->values[overlay];

      if (!isnan (value) && !(weight (overlay, value) <= self->most))
        self->most = weight (overlay, value);
    }
}

McTone
mc_plan_scale_tone (const McPlanScale *self, double value)
{
  double part;

  if (isnan (self->most) || isnan (value))
    return MC_TONE_NONE;
  part = self->most > 0 ? weight (self->overlay, value) / self->most : 0;
  return MC_TONE_HEAT_1 + MIN ((guint)(part * MC_PLAN_SCALE_STEPS), MC_PLAN_SCALE_STEPS - 1);
}

McTone
mc_plan_scale_ink (McTone tone)
{
  return tone == MC_TONE_HEAT_4 || tone == MC_TONE_HEAT_5 ? MC_TONE_ON_ACCENT : MC_TONE_INK;
}

char *
mc_plan_scale_dup_step (const McPlanScale *self, guint step)
{
  double low = self->most * step / MC_PLAN_SCALE_STEPS, high = self->most * (step + 1) / MC_PLAN_SCALE_STEPS;
  gboolean rating = self->overlay == MC_PLAN_OVERLAY_RATING;
  g_autofree char *from = mc_number_format (rating ? 100 * (1 - high) : low, self->most < 5 ? 1 : 0);
  g_autofree char *to = mc_plan_overlay_format (self->overlay, rating ? 1 - low : high);

  return g_strdup_printf ("%s–%s", from, to);
}

char *
mc_plan_overlay_format (McPlanOverlay overlay, double value)
{
  g_autofree char *number = mc_number_format (overlay == MC_PLAN_OVERLAY_RATING ? 100 * value : value, 0);

  switch (overlay)
    {
    case MC_PLAN_OVERLAY_RATING:
      /* Translators: how many of those who rated were satisfied */
      return g_strdup_printf (_ ("☺ %s %%"), number);
    case MC_PLAN_OVERLAY_RISK:
      return g_strdup_printf ("⚠ %s", number);
    case MC_PLAN_OVERLAY_WAITING:
      /* Translators: minutes of waiting */
      return g_strdup_printf (_ ("%s min"), number);
    case MC_PLAN_OVERLAY_WORKLOAD:
      /* Translators: people who came to a counter */
      return g_strdup_printf (_ ("%s visitors"), number);
    case MC_PLAN_OVERLAY_NONE:
    case MC_N_PLAN_OVERLAYS:
    default:
      return NULL;
    }
}
