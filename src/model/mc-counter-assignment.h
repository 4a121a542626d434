/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/** McCounterRole: How a person serves a counter: sits there, or comes in when needed. */
typedef enum
{
  MC_COUNTER_ROLE_PRIMARY,
  MC_COUNTER_ROLE_STANDBY,
} McCounterRole;

extern const McEnumValue mc_counter_role_values[];

#define MC_TYPE_COUNTER_ASSIGNMENT (mc_counter_assignment_get_type ())
G_DECLARE_FINAL_TYPE (McCounterAssignment, mc_counter_assignment, MC, COUNTER_ASSIGNMENT, McEntity)

/**
 * McCounterAssignment:
 * Who sits at a counter, or stands by for it, until a roster says otherwise.
 */
struct _McCounterAssignment
{
  McEntity parent_instance;

  gint64 counter_id;
  gint64 person_id;
  McCounterRole role;
  McPeriod during;
  char *note;
};

/** mc_counter_assignment_new: (transfer full): an unsaved one. */
McCounterAssignment *mc_counter_assignment_new (void);

G_END_DECLS
