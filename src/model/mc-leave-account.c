/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-leave-account.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McLeaveAccount, person_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Person"), "person"),
  MC_FIELD_INT (McLeaveAccount, year, MC_FIELD_REQUIRED | MC_FIELD_NAMES, N_ ("Year")),
  MC_FIELD_DOUBLE (McLeaveAccount, carried, MC_FIELD_REQUIRED, N_ ("Carried over (days)")),
  MC_FIELD_DOUBLE (McLeaveAccount, used_elsewhere, MC_FIELD_REQUIRED, N_ ("Taken elsewhere (days)")),
  MC_FIELD_INT (McLeaveAccount, travel_days, MC_FIELD_REQUIRED, N_ ("Days under way")),
  MC_FIELD_TEXT (McLeaveAccount, note, 0, N_ ("Note")),
};

MC_DEFINE_ENTITY (McLeaveAccount, mc_leave_account, MC_NOUN_TABLE, "leave_account", N_ ("Leave account"), fields)

McLeaveAccount *
mc_leave_account_new (void)
{
  return g_object_new (MC_TYPE_LEAVE_ACCOUNT, NULL);
}
