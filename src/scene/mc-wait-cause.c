/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-wait-cause.h"

#include <math.h>

#define NOON 24 /* the half-hour that begins then */

gboolean
mc_wait_time_has (const McWaitTime *self, McDaySession session)
{
  return self->slot < 0 || (self->slot < NOON) == (session == MC_DAY_SESSION_MORNING);
}

void
mc_wait_time_get_query (const McWaitTime *self, McWaitPart part, McWorkloadQuery *query)
{
  gboolean slots = part == MC_WAIT_PART_HOURS || (self->slot >= 0 && part != MC_WAIT_PART_PROCEDURES);

  *query = (McWorkloadQuery){ .from = part == MC_WAIT_PART_HOURS ? self->day : mc_usual_from (self->day),
                              .to = self->day + 1,
                              .bucket = slots ? MC_WORKLOAD_HALF_HOUR : MC_WORKLOAD_DAY,
                              .by = part == MC_WAIT_PART_FIELDS       ? MC_WORKLOAD_BY_FIELD
                                    : part == MC_WAIT_PART_PROCEDURES ? MC_WORKLOAD_BY_PROCEDURE
                                                                      : MC_WORKLOAD_BY_NONE };
  if (self->counter_id)
    {
      query->only = MC_WORKLOAD_BY_COUNTER;
      query->only_key = self->counter_id;
    }
}

/* Of all together there is one part, or none. */
static McUsual
find_whole (const McWaitTime *time, GArray *rows, McWorkloadFigure figure, guint *days)
{
  g_autoptr (GArray) parts = mc_usual_find (rows, time->day, time->slot, figure, days);

  return parts->len ? g_array_index (parts, McUsual, 0) : (McUsual){ 0, NAN, NAN };
}

/* What is not known by name is no cause that could be told; what is as always is none. */
static GArray *
find_more (const McWaitTime *time, GArray *rows, int slot, McWorkloadFigure figure)
{
  GArray *parts = mc_usual_find (rows, time->day, slot, figure, NULL);

  for (guint i = parts->len; i > 0; i--)
    {
      const McUsual *part = &g_array_index (parts, McUsual, i - 1);

      if (part->key == 0 || !(part->now > part->usual))
        g_array_remove_index (parts, i - 1);
    }
  return parts;
}

/* Whether any part is known by name at the time. */
static gboolean
knows_parts (const McWaitTime *time, const GArray *rows, McWorkloadFigure figure)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const McWorkloadRow *row = &g_array_index (rows, McWorkloadRow, i);

      if (row->key != 0 && row->start == time->day && mc_workload_figure_value (figure, row) > 0)
        return TRUE;
    }
  return FALSE;
}

McWaitCause *
mc_wait_cause_new (const McWaitTime *time, GArray *const rows[MC_N_WAIT_PARTS])
{
  McWaitCause *self = g_new0 (McWaitCause, 1);

  self->time = *time;
  self->now = (McWorkloadRow){ .start = time->day, .slot = time->slot };
  for (guint i = 0; i < rows[MC_WAIT_PART_ALL]->len; i++)
    {
      const McWorkloadRow *row = &g_array_index (rows[MC_WAIT_PART_ALL], McWorkloadRow, i);

      if (row->start == time->day && (time->slot < 0 || row->slot == time->slot))
        mc_workload_row_add (&self->now, row);
    }
  self->wait = find_whole (time, rows[MC_WAIT_PART_ALL], MC_FIGURE_WAIT, &self->days);
  self->arrived = find_whole (time, rows[MC_WAIT_PART_ALL], MC_FIGURE_ARRIVED, NULL);
  self->hours = g_array_ref (rows[MC_WAIT_PART_HOURS]);
  self->fields_of = knows_parts (time, rows[MC_WAIT_PART_FIELDS], MC_FIGURE_ARRIVED) || time->slot >= 0
                        ? MC_FIGURE_ARRIVED
                        : MC_FIGURE_RECEIVED;
  self->knows_fields = knows_parts (time, rows[MC_WAIT_PART_FIELDS], self->fields_of);
  self->fields = find_more (time, rows[MC_WAIT_PART_FIELDS], time->slot, self->fields_of);
  self->procedures = find_more (time, rows[MC_WAIT_PART_PROCEDURES], -1, MC_FIGURE_RECEIVED);
  return self;
}

void
mc_wait_cause_free (McWaitCause *self)
{
  g_array_unref (self->hours);
  g_array_unref (self->fields);
  g_array_unref (self->procedures);
  g_free (self);
}

void
mc_wait_staffing_count (GPtrArray *states, gint64 counter, McWaitStaffing *staffing)
{
  *staffing = (McWaitStaffing){ 0 };
  for (guint i = 0; i < states->len; i++)
    {
      McCounterState *state = g_ptr_array_index (states, i);
      guint present;

      if ((counter && state->counter_id != counter) || state->tone == MC_TONE_CLOSED)
        continue;
      present = mc_counter_state_get_present (state);
      staffing->open++;
      staffing->staffed += present > 0;
      staffing->standby += state->tone == MC_TONE_STANDBY;
      staffing->people += present;
    }
}
