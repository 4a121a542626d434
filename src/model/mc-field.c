/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-field.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_TEXT (McField, code, MC_FIELD_REQUIRED, N_ ("Code")),
  MC_FIELD_TEXT (McField, name, MC_FIELD_REQUIRED, N_ ("Name")),
  MC_FIELD_REF (McField, agency_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Agency"), "agency"),
  MC_FIELD_PERIOD (McField, during, MC_FIELD_REQUIRED, N_ ("Period")),
};

MC_DEFINE_ENTITY (McField, mc_field, MC_NOUN_TABLE, "field", N_ ("Field"), fields)

McField *
mc_field_new (void)
{
  return g_object_new (MC_TYPE_FIELD, NULL);
}
