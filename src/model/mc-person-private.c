/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-person-private.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McPersonPrivate, person_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Person"), "person"),
  MC_FIELD_DAY (McPersonPrivate, birth_date, MC_FIELD_SENSITIVE, N_ ("Date of birth")),
  MC_FIELD_TEXT (McPersonPrivate, identity_no, MC_FIELD_SENSITIVE, N_ ("Identity number")),
  MC_FIELD_TEXT (McPersonPrivate, home_address, MC_FIELD_SENSITIVE, N_ ("Home address")),
  MC_FIELD_TEXT (McPersonPrivate, private_phone, MC_FIELD_SENSITIVE, N_ ("Private telephone")),
};

MC_DEFINE_ENTITY (McPersonPrivate, mc_person_private, MC_NOUN_GUARDED, "person_private", N_ ("Private data"), fields)

McPersonPrivate *
mc_person_private_new (void)
{
  return g_object_new (MC_TYPE_PERSON_PRIVATE, NULL);
}
