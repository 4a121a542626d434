/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/** McCycleKind: How long a cycle is. */
typedef enum
{
  MC_CYCLE_MONTH,
  MC_CYCLE_QUARTER,
  MC_CYCLE_YEAR,
} McCycleKind;

extern const McEnumValue mc_cycle_kind_values[];

/** McCycleState: Whether anything of a cycle waits. */
typedef enum
{
  MC_CYCLE_STATE_OPEN,
  MC_CYCLE_STATE_CLOSED,
} McCycleState;

extern const McEnumValue mc_cycle_state_values[];

#define MC_TYPE_EVALUATION_CYCLE (mc_evaluation_cycle_get_type ())
G_DECLARE_FINAL_TYPE (McEvaluationCycle, mc_evaluation_cycle, MC, EVALUATION_CYCLE, McEntity)

/**
 * McEvaluationCycle:
 * A month, quarter or year for which people are evaluated.
 */
struct _McEvaluationCycle
{
  McEntity parent_instance;

  McCycleKind kind;
  McCycleState state;
  gboolean is_sample;
  char *note;
  McPeriod during;
};

/** mc_evaluation_cycle_new: (transfer full): an unsaved one. */
McEvaluationCycle *mc_evaluation_cycle_new (void);

/** mc_evaluation_cycle_around: the whole month, quarter or year that @day is in. */
McPeriod mc_evaluation_cycle_around (McCycleKind kind, McDay day);

/** mc_evaluation_cycle_dup_name: (transfer full): "September 2026", "quarter III of 2026", "2026" in the person's
 * language. */
char *mc_evaluation_cycle_dup_name (McEvaluationCycle *self);

G_END_DECLS
