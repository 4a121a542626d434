/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-rank.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_TEXT (McRank, code, MC_FIELD_REQUIRED, N_ ("Code")),
  MC_FIELD_TEXT (McRank, name, MC_FIELD_REQUIRED, N_ ("Name")),
  MC_FIELD_INT (McRank, grade, MC_FIELD_REQUIRED, N_ ("Grade")),
  MC_FIELD_BOOL (McRank, specialist_equivalent, MC_FIELD_REQUIRED, N_ ("Specialist or equal")),
};

MC_DEFINE_ENTITY (McRank, mc_rank, MC_NOUN_TABLE, "rank", N_ ("Rank"), fields)

McRank *
mc_rank_new (void)
{
  return g_object_new (MC_TYPE_RANK, NULL);
}
