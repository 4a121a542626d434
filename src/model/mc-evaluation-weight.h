/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_EVALUATION_WEIGHT (mc_evaluation_weight_get_type ())
G_DECLARE_FINAL_TYPE (McEvaluationWeight, mc_evaluation_weight, MC, EVALUATION_WEIGHT, McEntity)

/**
 * McEvaluationWeight:
 * How much a criterion counts for a post; @post_id 0: for all posts without weights of their own. 100 together for each
 * post.
 */
struct _McEvaluationWeight
{
  McEntity parent_instance;

  gint64 criterion_id;
  gint64 post_id;
  double weight;
};

/** mc_evaluation_weight_new: (transfer full): an unsaved one. */
McEvaluationWeight *mc_evaluation_weight_new (void);

G_END_DECLS
