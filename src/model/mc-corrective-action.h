/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_CORRECTIVE_ACTION (mc_corrective_action_get_type ())
G_DECLARE_FINAL_TYPE (McCorrectiveAction, mc_corrective_action, MC, CORRECTIVE_ACTION, McEntity)

/**
 * McCorrectiveAction:
 * What was done about a time at which people waited long.
 *
 * @slot: half-hour of the day, 0…47; MC_INT_NONE: the whole day
 * @counter_id: 0: all counters
 * @wait_minutes: mean waiting then, as it was known when this was written; NAN: not known
 */
struct _McCorrectiveAction
{
  McEntity parent_instance;

  McDay day;
  int slot;
  gint64 counter_id;
  double wait_minutes;
  char *cause;
  char *action;
  gint64 person_id;
  McDay due_on;
  McDay done_on;
  char *outcome;
};

/** mc_corrective_action_new: (transfer full): an unsaved one. */
McCorrectiveAction *mc_corrective_action_new (void);

G_END_DECLS
