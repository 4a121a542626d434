/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_RULE_VERSION (mc_rule_version_get_type ())
G_DECLARE_FINAL_TYPE (McRuleVersion, mc_rule_version, MC, RULE_VERSION, McEntity)

/**
 * McRuleVersion:
 * What a law or the house says on a topic, from when to when, and where it is written.
 */
struct _McRuleVersion
{
  McEntity parent_instance;

  char *topic;
  McPeriod during;
  char *source;
  char *article;
  char *value;
  char *note;
};

/** mc_rule_version_new: (transfer full): an unsaved one. */
McRuleVersion *mc_rule_version_new (void);

G_END_DECLS
