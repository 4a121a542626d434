/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-counter-field.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McCounterField, counter_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Counter"), "counter"),
  MC_FIELD_REF (McCounterField, field_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Field"), "field"),
  MC_FIELD_PERIOD (McCounterField, during, MC_FIELD_REQUIRED, N_ ("Period")),
};

MC_DEFINE_ENTITY (McCounterField, mc_counter_field, MC_NOUN_TABLE, "counter_field", N_ ("Field of a counter"), fields)

McCounterField *
mc_counter_field_new (void)
{
  return g_object_new (MC_TYPE_COUNTER_FIELD, NULL);
}
