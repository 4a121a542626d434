/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-floor-plan-actions.h"

#include <glib/gi18n-lib.h>

#include "mc-floor-plan-store.h"
#include "mc-session-private.h"

McFloorPlan *
mc_floor_plan_at (GListModel *plans, McDay day)
{
  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr (McFloorPlan) plan = g_list_model_get_item (plans, i);

      /* The list holds it on. */
      if (plan->state == MC_FLOOR_PLAN_STATE_ADOPTED && mc_period_contains (plan->during, day))
        return plan;
    }
  return NULL;
}

/* The first day of the next adopted plan that begins on @since or later; MC_DAY_NONE if there is none. */
static McDay
next_begin (GListModel *plans, McFloorPlan *draft, McDay since)
{
  McDay next = MC_DAY_NONE;

  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr (McFloorPlan) plan = g_list_model_get_item (plans, i);

      if (plan->state != MC_FLOOR_PLAN_STATE_ADOPTED || mc_entity_same_row (MC_ENTITY (plan), MC_ENTITY (draft)) ||
          plan->during.from < since)
        continue;
      if (next == MC_DAY_NONE || plan->during.from < next)
        next = plan->during.from;
    }
  return next;
}

McChange *
mc_floor_plan_change_adopt (GListModel *plans, McFloorPlan *draft, McDay since)
{
  g_autofree char *label = NULL;
  g_autoptr (McChange) change = NULL;
  g_autoptr (McFloorPlan) after = NULL;
  McFloorPlan *current;

  g_return_val_if_fail (G_IS_LIST_MODEL (plans) && MC_IS_FLOOR_PLAN (draft), NULL);
  label = g_strdup_printf (_ ("Adopt the floor plan %s"), draft->name);
  change = mc_change_new (label);
  current = mc_floor_plan_at (plans, since);
  if (current && current->during.from < since)
    {
      g_autoptr (McFloorPlan) ended = mc_entity_clone (current);

      ended->during.until = since;
      mc_change_update (change, MC_ENTITY (current), MC_ENTITY (ended));
    }
  after = mc_entity_clone (draft);
  after->state = MC_FLOOR_PLAN_STATE_ADOPTED;
  after->during = (McPeriod){ since, next_begin (plans, draft, since) };
  mc_change_update (change, MC_ENTITY (draft), MC_ENTITY (after));
  return g_steal_pointer (&change);
}

DexFuture *
mc_session_copy_floor_plan (McSession *self, gint64 source, const char *name, McDay since)
{
  g_return_val_if_fail (MC_IS_SESSION (self) && self->store, NULL);
  return mc_session_watch (self, mc_floor_plan_store_copy (self->store, source, name, since));
}

DexFuture *
mc_session_read_background (McSession *self, gint64 background)
{
  g_return_val_if_fail (MC_IS_SESSION (self) && self->store, NULL);
  return mc_session_watch (self, mc_floor_plan_store_read_background (self->store, background));
}
