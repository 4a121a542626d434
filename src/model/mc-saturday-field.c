/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-saturday-field.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McSaturdayField, field_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Field"), "field"),
  MC_FIELD_PERIOD (McSaturdayField, during, MC_FIELD_REQUIRED, N_ ("Period")),
  MC_FIELD_TEXT (McSaturdayField, source, MC_FIELD_REQUIRED, N_ ("Source")),
  MC_FIELD_TEXT (McSaturdayField, note, 0, N_ ("Note")),
};

MC_DEFINE_ENTITY (
    McSaturdayField, mc_saturday_field, MC_NOUN_TABLE, "saturday_field", N_ ("Field on Saturday mornings"), fields)

McSaturdayField *
mc_saturday_field_new (void)
{
  return g_object_new (MC_TYPE_SATURDAY_FIELD, NULL);
}
