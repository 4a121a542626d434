/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/** McSchemeKind: How points become a total. */
typedef enum
{
  MC_SCHEME_STATUTORY_COUNTER,
  MC_SCHEME_DECREE_335,
  MC_SCHEME_MONTHLY_SLIP,
} McSchemeKind;

extern const McEnumValue mc_scheme_kind_values[];

/** McSchemeEmployment: Whom a scheme is for. */
typedef enum
{
  MC_SCHEME_FOR_EVERYBODY,
  MC_SCHEME_FOR_CIVIL_SERVANT,
  MC_SCHEME_FOR_PUBLIC_EMPLOYEE,
  MC_SCHEME_FOR_CONTRACT,
  MC_SCHEME_FOR_POSTAL,
} McSchemeEmployment;

extern const McEnumValue mc_scheme_employment_values[];

#define MC_TYPE_EVALUATION_SCHEME (mc_evaluation_scheme_get_type ())
G_DECLARE_FINAL_TYPE (McEvaluationScheme, mc_evaluation_scheme, MC, EVALUATION_SCHEME, McEntity)

/**
 * McEvaluationScheme:
 * By what people are evaluated, for its time. @bands and @params are read by mc-evaluation-rule.h (src/evaluation).
 */
struct _McEvaluationScheme
{
  McEntity parent_instance;

  char *code;
  char *name;
  McSchemeKind kind;
  gboolean monthly;
  gboolean quarterly;
  gboolean yearly;
  McSchemeEmployment employment;
  char *source;
  char *article;
  char *bands;
  char *params;
  char *note;
  McPeriod during;
};

/** mc_evaluation_scheme_new: (transfer full): an unsaved one. */
McEvaluationScheme *mc_evaluation_scheme_new (void);

G_END_DECLS
