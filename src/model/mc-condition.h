/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/** McConditionKind: Circumstances that the law knows. */
typedef enum
{
  MC_CONDITION_KIND_PREGNANCY,
  MC_CONDITION_KIND_MATERNITY,
  MC_CONDITION_KIND_CHILD_UNDER_36_MONTHS,
  MC_CONDITION_KIND_DISCIPLINE,
  MC_CONDITION_KIND_SERIOUS_ILLNESS,
} McConditionKind;

extern const McEnumValue mc_condition_kind_values[];

#define MC_TYPE_CONDITION (mc_condition_get_type ())
G_DECLARE_FINAL_TYPE (McCondition, mc_condition, MC, CONDITION, McEntity)

/**
 * McCondition:
 * A circumstance that forbids or hinders secondment while it lasts.
 */
struct _McCondition
{
  McEntity parent_instance;

  gint64 person_id;
  McConditionKind kind;
  McPeriod during;
  char *note;
  char *decision_no;
};

G_END_DECLS
