/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-agency-entry.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_TEXT (McAgencyEntry, code, MC_FIELD_REQUIRED, N_ ("Code")),
  MC_FIELD_TEXT (McAgencyEntry, name, MC_FIELD_REQUIRED, N_ ("Name")),
  MC_FIELD_TEXT (McAgencyEntry, short_name, MC_FIELD_REQUIRED, N_ ("Short name")),
  MC_FIELD_ENUM (McAgencyEntry, kind, MC_FIELD_REQUIRED, N_ ("Kind"), mc_agency_kind_values),
  MC_FIELD_BOOL (McAgencyEntry, receives, MC_FIELD_REQUIRED, N_ ("Receives dossiers here")),
  MC_FIELD_BOOL (McAgencyEntry, standby_duty, MC_FIELD_REQUIRED, N_ ("Names standbys")),
  MC_FIELD_BOOL (McAgencyEntry, is_office, MC_FIELD_REQUIRED, N_ ("Is the People's Committee Office")),
  MC_FIELD_TEXT (McAgencyEntry, address, 0, N_ ("Address")),
  MC_FIELD_TEXT (McAgencyEntry, email, 0, N_ ("E-mail")),
  MC_FIELD_TEXT (McAgencyEntry, phone, 0, N_ ("Telephone")),
  MC_FIELD_TEXT (McAgencyEntry, letter_to, 0, N_ ("Papers are addressed to")),
  MC_FIELD_TEXT (McAgencyEntry, note, 0, N_ ("Note")),
  MC_FIELD_PERIOD (McAgencyEntry, during, MC_FIELD_REQUIRED, N_ ("Period")),
  MC_FIELD_INT (McAgencyEntry, quota, MC_FIELD_REQUIRED, N_ ("Quota")),
  MC_FIELD_INT (McAgencyEntry, present, MC_FIELD_REQUIRED, N_ ("Present")),
  MC_FIELD_INT (McAgencyEntry, standby, MC_FIELD_REQUIRED, N_ ("Standbys")),
  MC_FIELD_INT (McAgencyEntry, others, MC_FIELD_REQUIRED, N_ ("Others")),
};

MC_DEFINE_ENTITY (McAgencyEntry, mc_agency_entry, MC_NOUN_STATE, "agency_at", N_ ("Agency on a day"), fields)

McAgencyEntry *
mc_agency_entry_new (void)
{
  return g_object_new (MC_TYPE_AGENCY_ENTRY, NULL);
}
