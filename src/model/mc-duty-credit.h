/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-session-time.h"

G_BEGIN_DECLS

/** McCreditKind: What kind of duty earned it. */
typedef enum
{
  MC_CREDIT_SATURDAY,
  MC_CREDIT_SUNDAY,
  MC_CREDIT_HOLIDAY,
  MC_CREDIT_OVERTIME,
} McCreditKind;

extern const McEnumValue mc_credit_kind_values[];

/** McCreditSource: Who wrote it down: somebody, or a roster. */
typedef enum
{
  MC_CREDIT_MANUAL,
  MC_CREDIT_ROSTER,
} McCreditSource;

extern const McEnumValue mc_credit_source_values[];

#define MC_TYPE_DUTY_CREDIT (mc_duty_credit_get_type ())
G_DECLARE_FINAL_TYPE (McDutyCredit, mc_duty_credit, MC, DUTY_CREDIT, McEntity)

/**
 * McDutyCredit:
 * Half-days of leave that duty on a day off has earned.
 */
struct _McDutyCredit
{
  McEntity parent_instance;

  gint64 person_id;
  McDay day;
  McDaySession session;
  McCreditKind kind;
  int halves;
  McDay expires_on;
  McCreditSource source;
  char *note;
};

/** mc_duty_credit_new: (transfer full): an unsaved one. */
McDutyCredit *mc_duty_credit_new (void);

G_END_DECLS
