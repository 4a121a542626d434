/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/** McPaperKind: What an official paper is for. */
typedef enum
{
  MC_PAPER_KIND_LEAVE,
  MC_PAPER_KIND_STANDBY_REQUEST,
  MC_PAPER_KIND_REPLACEMENT,
  MC_PAPER_KIND_TERM_ENDING,
  MC_PAPER_KIND_ASSIGNMENT,
  MC_PAPER_KIND_MOVE,
  MC_PAPER_KIND_ROSTER,
  MC_PAPER_KIND_DUTY,
  MC_PAPER_KIND_ATTENDANCE,
  MC_PAPER_KIND_EVALUATION_NOTICE,
  MC_PAPER_KIND_EVALUATION_QUARTER,
  MC_PAPER_KIND_EVALUATION_YEAR,
  MC_PAPER_KIND_OTHER,
} McPaperKind;

extern const McEnumValue mc_paper_kind_values[];

/**
 * mc_paper_kind_get_placeholders:
 * Returns: (transfer none) (array zero-terminated=1): the names that a text of this kind may have in braces, the same
 * as centre.paper_placeholders() of the database
 */
const char *const *mc_paper_kind_get_placeholders (McPaperKind kind);

#define MC_TYPE_PAPER_TEMPLATE (mc_paper_template_get_type ())
G_DECLARE_FINAL_TYPE (McPaperTemplate, mc_paper_template, MC, PAPER_TEMPLATE, McEntity)

/**
 * McPaperTemplate:
 * The text that papers of one kind begin with. Without @type_code it is an official letter (công văn).
 */
struct _McPaperTemplate
{
  McEntity parent_instance;

  McPaperKind kind;
  char *language;
  char *type_code;
  char *type_name;
  char *abstract;
  char *addressee;
  char *body;
  char *recipients;
  char *note;
  McPeriod during;
};

/** mc_paper_template_new: (transfer full): an unsaved one. */
McPaperTemplate *mc_paper_template_new (void);

G_END_DECLS
