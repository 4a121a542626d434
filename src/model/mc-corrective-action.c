/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-corrective-action.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_DAY (McCorrectiveAction, day, MC_FIELD_REQUIRED, N_ ("Day")),
  MC_FIELD_INT (McCorrectiveAction, slot, 0, N_ ("Half-hour of the day")),
  MC_FIELD_REF (McCorrectiveAction, counter_id, 0, N_ ("Counter"), "counter"),
  MC_FIELD_DOUBLE (McCorrectiveAction, wait_minutes, 0, N_ ("Mean waiting then, minutes")),
  MC_FIELD_TEXT (McCorrectiveAction, cause, 0, N_ ("Cause")),
  MC_FIELD_TEXT (McCorrectiveAction, action, MC_FIELD_REQUIRED, N_ ("What is to be done")),
  MC_FIELD_REF (McCorrectiveAction, person_id, 0, N_ ("Who sees to it"), "person"),
  MC_FIELD_DAY (McCorrectiveAction, due_on, 0, N_ ("By when")),
  MC_FIELD_DAY (McCorrectiveAction, done_on, 0, N_ ("Done on")),
  MC_FIELD_TEXT (McCorrectiveAction, outcome, 0, N_ ("What came of it")),
};

MC_DEFINE_ENTITY (
    McCorrectiveAction, mc_corrective_action, MC_NOUN_TABLE, "corrective_action", N_ ("Corrective action"), fields)

McCorrectiveAction *
mc_corrective_action_new (void)
{
  return g_object_new (MC_TYPE_CORRECTIVE_ACTION, NULL);
}
