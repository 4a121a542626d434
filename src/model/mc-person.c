/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-person.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_sex_values[] = {
  { "unknown", N_ ("Not stated") },
  { "male", N_ ("Male") },
  { "female", N_ ("Female") },
  { NULL, NULL },
};

const McEnumValue mc_employment_values[] = {
  { "civil_servant", N_ ("Civil servant") },
  { "public_employee", N_ ("Public employee") },
  { "contract", N_ ("Contract worker") },
  { "postal", N_ ("Postal worker") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_TEXT (McPerson, full_name, MC_FIELD_REQUIRED, N_ ("Full name")),
  MC_FIELD_TEXT (McPerson, family_name, MC_FIELD_BLANK, N_ ("Family name")),
  MC_FIELD_TEXT (McPerson, middle_name, MC_FIELD_BLANK, N_ ("Middle name")),
  MC_FIELD_TEXT (McPerson, given_name, MC_FIELD_BLANK, N_ ("Given name")),
  MC_FIELD_ENUM (McPerson, sex, MC_FIELD_REQUIRED, N_ ("Sex"), mc_sex_values),
  MC_FIELD_TEXT (McPerson, title_prefix, 0, N_ ("Form of address")),
  MC_FIELD_TEXT (McPerson, public_phone, 0, N_ ("Office telephone")),
  MC_FIELD_TEXT (McPerson, email, 0, N_ ("E-mail")),
  MC_FIELD_REF (McPerson, photo_id, 0, N_ ("Photo"), "attachment"),
  MC_FIELD_REF (McPerson, rank_id, 0, N_ ("Rank"), "rank"),
  MC_FIELD_ENUM (McPerson, employment, MC_FIELD_REQUIRED, N_ ("Employment"), mc_employment_values),
  MC_FIELD_BOOL (McPerson, is_sample, MC_FIELD_REQUIRED, N_ ("Sample")),
  MC_FIELD_DAY (McPerson, joined_state_service, 0, N_ ("In state service since")),
  MC_FIELD_TEXT (McPerson, note, 0, N_ ("Note")),
  MC_FIELD_DAY (McPerson, anonymised_on, MC_FIELD_READONLY, N_ ("Anonymised on")),
  MC_FIELD_TEXT (McPerson, sort_key, MC_FIELD_READONLY, N_ ("Sort key")),
  MC_FIELD_TEXT (McPerson, search_key, MC_FIELD_READONLY, N_ ("Search key")),
};

MC_DEFINE_ENTITY (McPerson, mc_person, MC_NOUN_TABLE, "person", N_ ("Person"), fields)

McPerson *
mc_person_new (void)
{
  return g_object_new (MC_TYPE_PERSON, NULL);
}
