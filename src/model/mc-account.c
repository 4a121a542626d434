/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-account.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_group_role_values[] = {
  { "viewer", N_ ("Viewer") },
  { "technician", N_ ("Technician") },
  { "supervision", N_ ("Supervision section") },
  { "roster_office", N_ ("Administration–General section") },
  { "deputy", N_ ("Deputy director") },
  { "director", N_ ("Director") },
  { "owner", N_ ("Owner of the database") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_TEXT (McAccount, login, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("User name")),
  MC_FIELD_REF (McAccount, person_id, MC_FIELD_KEY, N_ ("Person"), "person"),
  MC_FIELD_TEXT (McAccount, display_name, MC_FIELD_REQUIRED, N_ ("Shown name")),
  MC_FIELD_ENUM (McAccount, group_role, MC_FIELD_REQUIRED, N_ ("Group"), mc_group_role_values),
  MC_FIELD_BOOL (McAccount, active, MC_FIELD_REQUIRED, N_ ("Active")),
};

MC_DEFINE_ENTITY (McAccount, mc_account, MC_NOUN_TABLE, "account", N_ ("Account"), fields)

McAccount *
mc_account_new (void)
{
  return g_object_new (MC_TYPE_ACCOUNT, NULL);
}
