/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-counter.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_INT (McCounter, number, MC_FIELD_REQUIRED | MC_FIELD_NAMES, N_ ("Number")),
  MC_FIELD_TEXT (McCounter, name, MC_FIELD_REQUIRED, N_ ("Name")),
  MC_FIELD_INT (McCounter, level, MC_FIELD_REQUIRED | MC_FIELD_NAMES, N_ ("Floor")),
  MC_FIELD_TEXT (McCounter, place, 0, N_ ("Place")),
  MC_FIELD_INT (McCounter, seats, MC_FIELD_REQUIRED, N_ ("Seats")),
  MC_FIELD_TEXT (McCounter, note, 0, N_ ("Note")),
  MC_FIELD_BOOL (McCounter, is_sample, MC_FIELD_REQUIRED, N_ ("Sample")),
  MC_FIELD_PERIOD (McCounter, during, MC_FIELD_REQUIRED, N_ ("Period")),
};

MC_DEFINE_ENTITY (McCounter, mc_counter, MC_NOUN_TABLE, "counter", N_ ("Counter"), fields)

McCounter *
mc_counter_new (void)
{
  return g_object_new (MC_TYPE_COUNTER, NULL);
}
