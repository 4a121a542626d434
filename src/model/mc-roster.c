/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_roster_state_values[] = {
  { "draft", N_ ("Draft") },         { "submitted", N_ ("Submitted") }, { "approved", N_ ("Approved") },
  { "published", N_ ("Published") }, { "amended", N_ ("Amended") },     { NULL, NULL },
};

const McEnumValue mc_roster_signer_values[] = {
  { "", N_ ("Nobody yet") },
  { "director", N_ ("Director") },
  { "deputy", N_ ("Deputy for the director") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_PERIOD (McRoster, during, MC_FIELD_REQUIRED, N_ ("Period")),
  MC_FIELD_TEXT (McRoster, title, 0, N_ ("Title")),
  MC_FIELD_ENUM (McRoster, state, MC_FIELD_REQUIRED, N_ ("State"), mc_roster_state_values),
  MC_FIELD_REF (McRoster, based_on_id, 0, N_ ("Copied from"), "roster"),
  MC_FIELD_INT (McRoster, seed, MC_FIELD_REQUIRED, N_ ("Seed")),
  MC_FIELD_TEXT (McRoster, planned_by, 0, N_ ("Planned by")),
  MC_FIELD_JSON (McRoster, quality, 0, N_ ("Quality")),
  MC_FIELD_TEXT (McRoster, return_reason, 0, N_ ("Sent back because")),
  MC_FIELD_TEXT (McRoster, submitted_by, MC_FIELD_READONLY, N_ ("Submitted by")),
  MC_FIELD_TIMESTAMP (McRoster, submitted_at, MC_FIELD_READONLY, N_ ("Submitted")),
  MC_FIELD_TEXT (McRoster, approved_by, MC_FIELD_READONLY, N_ ("Approved by")),
  MC_FIELD_TIMESTAMP (McRoster, approved_at, MC_FIELD_READONLY, N_ ("Approved")),
  MC_FIELD_ENUM (McRoster, approved_as, MC_FIELD_READONLY, N_ ("Approved as"), mc_roster_signer_values),
  MC_FIELD_TEXT (McRoster, published_by, MC_FIELD_READONLY, N_ ("Published by")),
  MC_FIELD_TIMESTAMP (McRoster, published_at, MC_FIELD_READONLY, N_ ("Published")),
  MC_FIELD_TEXT (McRoster, note, 0, N_ ("Note")),
  MC_FIELD_BOOL (McRoster, is_sample, MC_FIELD_REQUIRED, N_ ("Sample")),
};

MC_DEFINE_ENTITY (McRoster, mc_roster, MC_NOUN_TABLE, "roster", N_ ("Roster"), fields)

McRoster *
mc_roster_new (void)
{
  return g_object_new (MC_TYPE_ROSTER, NULL);
}

gboolean
mc_roster_state_is_out (McRosterState state)
{
  return state == MC_ROSTER_STATE_PUBLISHED || state == MC_ROSTER_STATE_AMENDED;
}
