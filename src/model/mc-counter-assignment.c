/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-counter-assignment.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_counter_role_values[] = {
  { "primary", N_ ("Sits there") },
  { "standby", N_ ("Stands by") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McCounterAssignment, counter_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Counter"), "counter"),
  MC_FIELD_REF (McCounterAssignment, person_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Person"), "person"),
  MC_FIELD_ENUM (McCounterAssignment, role, MC_FIELD_REQUIRED, N_ ("Role"), mc_counter_role_values),
  MC_FIELD_PERIOD (McCounterAssignment, during, MC_FIELD_REQUIRED, N_ ("Period")),
  MC_FIELD_TEXT (McCounterAssignment, note, 0, N_ ("Note")),
};

MC_DEFINE_ENTITY (
    McCounterAssignment, mc_counter_assignment, MC_NOUN_TABLE, "counter_assignment", N_ ("Work at a counter"), fields)

McCounterAssignment *
mc_counter_assignment_new (void)
{
  return g_object_new (MC_TYPE_COUNTER_ASSIGNMENT, NULL);
}
