/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-section.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_TEXT (McSection, code, MC_FIELD_REQUIRED, N_ ("Code")),
  MC_FIELD_TEXT (McSection, name, MC_FIELD_REQUIRED, N_ ("Name")),
  MC_FIELD_INT (McSection, ceiling, 0, N_ ("Ceiling of staff")),
  MC_FIELD_BOOL (McSection, takes_quota, MC_FIELD_REQUIRED, N_ ("Takes the quotas")),
  MC_FIELD_INT (McSection, sort_order, MC_FIELD_REQUIRED, N_ ("Order")),
  MC_FIELD_PERIOD (McSection, during, MC_FIELD_REQUIRED, N_ ("Period")),
};

MC_DEFINE_ENTITY (McSection, mc_section, MC_NOUN_TABLE, "section", N_ ("Section"), fields)

McSection *
mc_section_new (void)
{
  return g_object_new (MC_TYPE_SECTION, NULL);
}
