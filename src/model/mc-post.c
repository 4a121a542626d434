/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-post.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_post_kind_values[] = {
  { "leadership", N_ ("Leadership") },
  { "professional", N_ ("Professional work") },
  { "support", N_ ("Support work") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_TEXT (McPost, code, MC_FIELD_REQUIRED, N_ ("Code")),
  MC_FIELD_TEXT (McPost, name, MC_FIELD_REQUIRED, N_ ("Name")),
  MC_FIELD_REF (McPost, section_id, MC_FIELD_KEY, N_ ("Section"), "section"),
  MC_FIELD_ENUM (McPost, kind, MC_FIELD_REQUIRED, N_ ("Kind"), mc_post_kind_values),
  MC_FIELD_BOOL (McPost, concurrent, MC_FIELD_REQUIRED, N_ ("Held beside another post")),
  MC_FIELD_BOOL (McPost, part_time, MC_FIELD_REQUIRED, N_ ("Main work elsewhere")),
  MC_FIELD_REF (McPost, min_rank_id, 0, N_ ("Lowest rank"), "rank"),
  MC_FIELD_INT (McPost, sort_order, MC_FIELD_REQUIRED, N_ ("Order")),
  MC_FIELD_INT (McPost, plan_count, MC_FIELD_REQUIRED, N_ ("Seats in the plan")),
  MC_FIELD_INT (McPost, max_seats, 0, N_ ("Most seats")),
  MC_FIELD_TEXT (McPost, note, 0, N_ ("Note")),
  MC_FIELD_REF (McPost, reports_to_post_id, 0, N_ ("Reports to"), "post"),
  MC_FIELD_BOOL (McPost, reports_to_origin, MC_FIELD_REQUIRED, N_ ("Reports to the sending agency too")),
  MC_FIELD_PERIOD (McPost, during, MC_FIELD_REQUIRED, N_ ("Period")),
};

MC_DEFINE_ENTITY (McPost, mc_post, MC_NOUN_TABLE, "post", N_ ("Post"), fields)

McPost *
mc_post_new (void)
{
  return g_object_new (MC_TYPE_POST, NULL);
}
