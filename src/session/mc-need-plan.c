/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-need-plan.h"

#include <glib/gi18n-lib.h>

#include "mc-error.h"
#include "mc-number.h"

McNeedPlan *
mc_need_plan_new (McPeriod month, McPeriod measured, const McStaffingTarget *target)
{
  McNeedPlan *self = g_new0 (McNeedPlan, 1);

  self->month = month;
  self->measured = measured;
  self->target = *target;
  self->counters = g_ptr_array_new_with_free_func (g_object_unref);
  self->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  self->unknown = g_ptr_array_new_with_free_func (g_object_unref);
  self->change = mc_change_new (_ ("Take the Demand from the Visitors"));
  return self;
}

void
mc_need_plan_free (McNeedPlan *self)
{
  g_ptr_array_unref (self->counters);
  g_ptr_array_unref (self->sessions);
  g_ptr_array_unref (self->unknown);
  g_object_unref (self->change);
  g_free (self);
}

void
mc_need_plan_get_query (const McNeedPlan *self, McCounter *counter, McWorkloadQuery *query)
{
  *query = (McWorkloadQuery){ .from = self->measured.from,
                              .to = self->measured.until,
                              .bucket = MC_WORKLOAD_WHOLE,
                              .by = MC_WORKLOAD_BY_WEEKDAY_SLOT,
                              .only = MC_WORKLOAD_BY_COUNTER,
                              .only_key = mc_entity_get_id (MC_ENTITY (counter)) };
}

char *
mc_need_plan_dup_note (const McNeedPlan *self)
{
  g_autofree char *days = mc_period_format_people (self->measured);
  g_autofree char *share = mc_number_format (100 * self->target.share, 0);
  g_autofree char *within = mc_number_format (self->target.within / 60, 1);

  return g_strdup_printf (_ ("By the visitors of %s: %s %% wait no longer than %s minutes"), days, share, within);
}

/* Nobody knows how long a visitor takes where no ticket is complete: such a counter keeps what it has. */
gboolean
mc_need_plan_add (McNeedPlan *self, McCounter *counter, const GArray *rows, GListModel *demands, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GArray) needs = NULL;
  g_autofree char *note = mc_need_plan_dup_note (self);
  GArray *sessions;
  double service;

  needs = mc_staffing_find (rows, self->days, &self->target, &service, &failure);
  if (!needs && !g_error_matches (failure, MC_ERROR, MC_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  g_ptr_array_add (needs ? self->counters : self->unknown, g_object_ref (counter));
  if (!needs)
    return TRUE;
  sessions = mc_need_demand_find (counter, needs, self->days, demands, self->month);
  g_ptr_array_add (self->sessions, sessions);
  if (mc_need_demand_differs (sessions))
    self->rows += mc_need_demand_add (self->change, counter, sessions, demands, self->month, note);
  return TRUE;
}

char *
mc_need_session_format (const McNeedSession *session)
{
  GString *text = g_string_new (NULL);

  if (session->least != session->most)
    g_string_append_printf (text, "%d–", session->least);
  if (session->least != session->seats || session->most != session->seats)
    g_string_append_printf (text, "%d → ", session->most);
  g_string_append_printf (text, "%d", session->seats);
  if (session->need > session->seats)
    g_string_append_printf (text, " (%d)", session->need);
  return g_string_free_and_steal (text);
}
