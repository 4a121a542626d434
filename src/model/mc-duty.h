/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/** McDutyKind: What sort of work a duty is. */
typedef enum
{
  MC_DUTY_KIND_LEADER,
  MC_DUTY_KIND_GUIDANCE,
  MC_DUTY_KIND_SUPERVISION,
  MC_DUTY_KIND_IT,
  MC_DUTY_KIND_GUARD,
  MC_DUTY_KIND_CLERK,
  MC_DUTY_KIND_LATE,
  MC_DUTY_KIND_HOLIDAY,
  MC_DUTY_KIND_EXTRA,
} McDutyKind;

extern const McEnumValue mc_duty_kind_values[];

#define MC_TYPE_DUTY (mc_duty_get_type ())
G_DECLARE_FINAL_TYPE (McDuty, mc_duty, MC, DUTY, McEntity)

/**
 * McDuty:
 * A duty that rosters give out besides the counters.
 */
struct _McDuty
{
  McEntity parent_instance;

  char *code;
  char *name;
  McDutyKind kind;
  gboolean whole_day;
  int sort_order;
  char *note;
  gboolean is_sample;
  McPeriod during;
};

/** mc_duty_new: (transfer full): an unsaved one. */
McDuty *mc_duty_new (void);

G_END_DECLS
