/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_EVALUATION_EVIDENCE (mc_evaluation_evidence_get_type ())
G_DECLARE_FINAL_TYPE (McEvaluationEvidence, mc_evaluation_evidence, MC, EVALUATION_EVIDENCE, McEntity)

/**
 * McEvaluationEvidence:
 * On what the points of a criterion stand: @figures (JSON, name to number) and the rows of @source_table that weigh
 * (@source_rows, JSON list of keys; empty where figures are sums of many).
 */
struct _McEvaluationEvidence
{
  McEntity parent_instance;

  gint64 evaluation_id;
  gint64 criterion_id;
  char *figures;
  char *source_table;
  char *source_rows;
  gboolean entered;
  char *note;
  char *login;
};

/** mc_evaluation_evidence_new: (transfer full): an unsaved one. */
McEvaluationEvidence *mc_evaluation_evidence_new (void);

G_END_DECLS
