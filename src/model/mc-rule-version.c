/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-rule-version.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_TEXT (McRuleVersion, topic, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Topic")),
  MC_FIELD_PERIOD (McRuleVersion, during, MC_FIELD_REQUIRED, N_ ("Period")),
  MC_FIELD_TEXT (McRuleVersion, source, MC_FIELD_REQUIRED, N_ ("Source")),
  MC_FIELD_TEXT (McRuleVersion, article, 0, N_ ("Article")),
  MC_FIELD_JSON (McRuleVersion, value, MC_FIELD_REQUIRED, N_ ("Value")),
  MC_FIELD_TEXT (McRuleVersion, note, 0, N_ ("Note")),
};

MC_DEFINE_ENTITY (McRuleVersion, mc_rule_version, MC_NOUN_TABLE, "rule_version", N_ ("Version of a rule"), fields)

McRuleVersion *
mc_rule_version_new (void)
{
  return g_object_new (MC_TYPE_RULE_VERSION, NULL);
}
