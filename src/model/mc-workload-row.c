/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-workload-row.h"

const int mc_wait_step_minutes[MC_WAIT_STEPS] = { 0, 1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120 };

guint
mc_wait_step (gint64 seconds)
{
  guint step = 0;

  while (step + 1 < MC_WAIT_STEPS && seconds >= mc_wait_step_minutes[step + 1] * 60)
    step++;
  return step;
}

void
mc_workload_row_add (McWorkloadRow *row, const McWorkloadRow *other)
{
  row->received += other->received;
  row->early += other->early;
  row->on_time += other->on_time;
  row->overdue += other->overdue;
  row->returned += other->returned;
  row->digital += other->digital;
  row->process_minutes += other->process_minutes;
  row->open_late += other->open_late;
  row->arrived += other->arrived;
  row->served += other->served;
  row->no_show += other->no_show;
  row->incomplete += other->incomplete;
  row->unserved += other->unserved;
  row->above_level += other->above_level;
  row->wait_seconds += other->wait_seconds;
  row->wait_max = MAX (row->wait_max, other->wait_max);
  row->service_seconds += other->service_seconds;
  row->service_max = MAX (row->service_max, other->service_max);
  row->staffed_minutes += other->staffed_minutes;
  row->busy_seconds += other->busy_seconds;
  for (guint i = 0; i < MC_WAIT_STEPS; i++)
    row->wait_histogram[i] += other->wait_histogram[i];
  row->very_satisfied += other->very_satisfied;
  row->satisfied += other->satisfied;
  row->neutral += other->neutral;
  row->dissatisfied += other->dissatisfied;
  row->very_dissatisfied += other->very_dissatisfied;
  row->burst += other->burst;
}
