/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-evaluation-seal.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_seal_chain_values[] = {
  { "office", N_ ("Office") },
  { "sample", N_ ("Sample") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McEvaluationSeal,
                evaluation_id,
                MC_FIELD_REQUIRED | MC_FIELD_READONLY | MC_FIELD_KEY,
                N_ ("Evaluation"),
                "evaluation"),
  MC_FIELD_ENUM (McEvaluationSeal, chain, MC_FIELD_REQUIRED | MC_FIELD_READONLY, N_ ("Chain"), mc_seal_chain_values),
  MC_FIELD_INT (McEvaluationSeal, place, MC_FIELD_REQUIRED | MC_FIELD_READONLY, N_ ("Place")),
  MC_FIELD_TEXT (McEvaluationSeal, previous_sha256, MC_FIELD_REQUIRED | MC_FIELD_READONLY, N_ ("Seal before")),
  MC_FIELD_JSON (McEvaluationSeal, content, MC_FIELD_READONLY | MC_FIELD_LAZY, N_ ("Content")),
  MC_FIELD_TEXT (
      McEvaluationSeal, content_sha256, MC_FIELD_REQUIRED | MC_FIELD_READONLY, N_ ("SHA-256 of the content")),
  MC_FIELD_TEXT (McEvaluationSeal, sha256, MC_FIELD_REQUIRED | MC_FIELD_READONLY, N_ ("Seal")),
};

MC_DEFINE_ENTITY (McEvaluationSeal, mc_evaluation_seal, MC_NOUN_TABLE, "evaluation_seal", N_ ("Seal"), fields)
