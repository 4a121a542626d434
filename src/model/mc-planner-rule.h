/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/** McPlannerFamily: The families of rules that the planner knows. */
typedef enum
{
  MC_PLANNER_FAMILY_COVER,
  MC_PLANNER_FAMILY_COMPETENCE,
  MC_PLANNER_FAMILY_LEAVE,
  MC_PLANNER_FAMILY_WHOLE_DAY,
  MC_PLANNER_FAMILY_SUCCESSION,
  MC_PLANNER_FAMILY_REST,
  MC_PLANNER_FAMILY_COUNT,
  MC_PLANNER_FAMILY_RUN,
  MC_PLANNER_FAMILY_OFF_RUN,
  MC_PLANNER_FAMILY_WEEKENDS,
  MC_PLANNER_FAMILY_PATTERN,
  MC_PLANNER_FAMILY_STANDING,
  MC_PLANNER_FAMILY_STEADY,
  MC_PLANNER_FAMILY_WISH_ON,
  MC_PLANNER_FAMILY_WISH_OFF,
  MC_PLANNER_FAMILY_GROUP,
  MC_PLANNER_FAMILY_TOGETHER,
  MC_PLANNER_FAMILY_TRAINEE,
  MC_PLANNER_FAMILY_FAIRNESS,
  MC_PLANNER_FAMILY_STABILITY,
} McPlannerFamily;

extern const McEnumValue mc_planner_family_values[];

/** McPlannerSpan: Over what a count goes. */
typedef enum
{
  MC_PLANNER_SPAN_NONE,
  MC_PLANNER_SPAN_DAY,
  MC_PLANNER_SPAN_WEEK,
  MC_PLANNER_SPAN_MONTH,
  MC_PLANNER_SPAN_HORIZON,
} McPlannerSpan;

extern const McEnumValue mc_planner_span_values[];

/** McPlannerUnit: What a count counts. */
typedef enum
{
  MC_PLANNER_UNIT_NONE,
  MC_PLANNER_UNIT_SESSIONS,
  MC_PLANNER_UNIT_DAYS,
  MC_PLANNER_UNIT_MINUTES,
} McPlannerUnit;

extern const McEnumValue mc_planner_unit_values[];

/** McPlannerLedger: The burden that fairness shares out. */
typedef enum
{
  MC_PLANNER_LEDGER_NONE,
  MC_PLANNER_LEDGER_SATURDAYS,
  MC_PLANNER_LEDGER_SUNDAYS,
  MC_PLANNER_LEDGER_HOLIDAYS,
  MC_PLANNER_LEDGER_GUIDANCE,
  MC_PLANNER_LEDGER_LEADER,
  MC_PLANNER_LEDGER_GUARD,
  MC_PLANNER_LEDGER_LATE,
  MC_PLANNER_LEDGER_SUPERVISION,
  MC_PLANNER_LEDGER_IT,
} McPlannerLedger;

extern const McEnumValue mc_planner_ledger_values[];

/** McPlannerHalf: Which halves of a day a pattern is about. */
typedef enum
{
  MC_PLANNER_HALF_NONE,
  MC_PLANNER_HALF_DAY,
  MC_PLANNER_HALF_MORNING,
  MC_PLANNER_HALF_AFTERNOON,
} McPlannerHalf;

extern const McEnumValue mc_planner_half_values[];

#define MC_TYPE_PLANNER_RULE (mc_planner_rule_get_type ())
G_DECLARE_FINAL_TYPE (McPlannerRule, mc_planner_rule, MC, PLANNER_RULE, McEntity)

/**
 * McPlannerRule:
 * What makes a roster good, in plain words. @kind is the nick of a family that the planner knows; @scope a JSON object
 * of lists of ids: people, agencies, sections, counters, duties; an empty object means all.
 */
struct _McPlannerRule
{
  McEntity parent_instance;

  McPlannerFamily kind;
  char *name;
  gboolean enabled;
  gboolean hard;
  int weight;
  int stage;
  int least;
  int most;
  McPlannerSpan span;
  McPlannerUnit unit;
  McPlannerLedger ledger;
  char *weekdays;
  McPlannerHalf half;
  char *scope;
  int sort_order;
  char *note;
  char *basis; /* the law that makes it a must; it then cannot be switched off, softened or removed */
};

G_END_DECLS
