/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/** McEvaluationState: Who has given what they had to, one after the other. */
typedef enum
{
  MC_EVALUATION_STATE_OPEN,
  MC_EVALUATION_STATE_SELF,
  MC_EVALUATION_STATE_SECTION,
  MC_EVALUATION_STATE_SUPERVISION,
  MC_EVALUATION_STATE_SIGNED,
} McEvaluationState;

extern const McEnumValue mc_evaluation_state_values[];

/** McHomeLevel: The final rating, as the home agency told it. */
typedef enum
{
  MC_HOME_LEVEL_NONE,
  MC_HOME_LEVEL_EXCELLENT,
  MC_HOME_LEVEL_GOOD,
  MC_HOME_LEVEL_COMPLETED,
  MC_HOME_LEVEL_NOT_COMPLETED,
} McHomeLevel;

extern const McEnumValue mc_home_level_values[];

#define MC_TYPE_EVALUATION (mc_evaluation_get_type ())
G_DECLARE_FINAL_TYPE (McEvaluation, mc_evaluation, MC, EVALUATION, McEntity)

/**
 * McEvaluation:
 * The evaluation of a person in a cycle by a scheme. @state moves by itself with the texts that are given
 * (McEvaluationText), and to signed by mc_evaluation_change_sign(). What was signed takes only what the home agency
 * answers.
 */
struct _McEvaluation
{
  McEntity parent_instance;

  gint64 cycle_id;
  gint64 person_id;
  gint64 scheme_id;
  gint64 post_id;
  gint64 section_id;
  gint64 agency_id;
  McEvaluationState state;
  double total;
  char *band;
  char *veto;
  char *flags;
  gint64 previous_id;
  char *reopen_reason;
  char *signed_by;
  gint64 signed_at;
  McHomeLevel home_level;
  char *home_no;
  McDay home_on;
  char *home_note;
};

/** mc_evaluation_new: (transfer full): an unsaved one. */
McEvaluation *mc_evaluation_new (void);

G_END_DECLS
