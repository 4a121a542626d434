/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_PLAN_CHECK (mc_plan_check_get_type ())
G_DECLARE_FINAL_TYPE (McPlanCheck, mc_plan_check, MC, PLAN_CHECK, McEntity)

/**
 * McPlanCheck:
 * A sum or ratio of the plan, as printed and as computed, and why they differ where they do.
 */
struct _McPlanCheck
{
  McEntity parent_instance;

  char *code;
  char *statement;
  char *printed;
  char *computed;
  gboolean agrees;
  char *explanation;
};

G_END_DECLS
