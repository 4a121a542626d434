/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-floor.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_TEXT (McFloor, code, MC_FIELD_REQUIRED, N_ ("Code")),
  MC_FIELD_TEXT (McFloor, name, MC_FIELD_REQUIRED, N_ ("Name")),
  MC_FIELD_INT (McFloor, level, MC_FIELD_REQUIRED, N_ ("Level")),
  MC_FIELD_INT (McFloor, sort_order, MC_FIELD_REQUIRED, N_ ("Order")),
  MC_FIELD_PERIOD (McFloor, during, MC_FIELD_REQUIRED, N_ ("Period")),
};

MC_DEFINE_ENTITY (McFloor, mc_floor, MC_NOUN_TABLE, "floor", N_ ("Floor"), fields)

McFloor *
mc_floor_new (void)
{
  return g_object_new (MC_TYPE_FLOOR, NULL);
}
