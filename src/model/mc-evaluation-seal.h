/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/** McSealChain: Which chain a seal is of. */
typedef enum
{
  MC_SEAL_OFFICE,
  MC_SEAL_SAMPLE,
} McSealChain;

extern const McEnumValue mc_seal_chain_values[];

#define MC_TYPE_EVALUATION_SEAL (mc_evaluation_seal_get_type ())
G_DECLARE_FINAL_TYPE (McEvaluationSeal, mc_evaluation_seal, MC, EVALUATION_SEAL, McEntity)

/**
 * McEvaluationSeal:
 * What was signed, frozen and chained (mc-evaluation-chain.h). The database alone makes them.
 */
struct _McEvaluationSeal
{
  McEntity parent_instance;

  gint64 evaluation_id;
  McSealChain chain;
  int place;
  char *previous_sha256;
  char *content;
  char *content_sha256;
  char *sha256;
};

G_END_DECLS
