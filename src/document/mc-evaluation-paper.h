/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-official-paper.h"
#include "mc-paper-template.h"

G_BEGIN_DECLS

/**
 * McEvaluationPaperRow: one person as a paper tells them; texts as they are printed. Borrowed.
 * @agency: printed in the table of a quarter only
 * @proposal: printed in the proposals of a year only
 */
typedef struct
{
  const char *person;
  const char *agency;
  const char *post;
  const char *scheme;
  const char *total;
  const char *band;
  const char *proposal;
} McEvaluationPaperRow;

/**
 * mc_evaluation_paper_new:
 * @texts: of the kind evaluation_notice, evaluation_quarter or evaluation_year; the table stands before its last line
 * @values: (element-type utf8 utf8): by the name in braces, `centre` too
 * @rows: (element-type McEvaluationPaperRow)
 *
 * Returns: (transfer full): the paper; its table is wide enough for A4 upright
 */
McOfficialPaper *
mc_evaluation_paper_new (McPaperTemplate *texts, const McOfficialFrame *frame, GHashTable *values, const GArray *rows);

G_END_DECLS
