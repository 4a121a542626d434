/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-agency.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_agency_kind_values[] = {
  { "department", N_ ("Department") },
  { "board", N_ ("Management board") },
  { "vertical", N_ ("Central agency in the city") },
  { "office", N_ ("Office") },
  { "front", N_ ("Front or union") },
  { "other", N_ ("Other") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_TEXT (McAgency, code, MC_FIELD_REQUIRED, N_ ("Code")),
  MC_FIELD_ENUM (McAgency, kind, MC_FIELD_REQUIRED, N_ ("Kind"), mc_agency_kind_values),
  MC_FIELD_BOOL (McAgency, receives, MC_FIELD_REQUIRED, N_ ("Receives dossiers here")),
  MC_FIELD_BOOL (McAgency, standby_duty, MC_FIELD_REQUIRED, N_ ("Names standbys")),
  MC_FIELD_BOOL (McAgency, is_office, MC_FIELD_REQUIRED, N_ ("Is the People's Committee Office")),
  MC_FIELD_TEXT (McAgency, address, 0, N_ ("Address")),
  MC_FIELD_TEXT (McAgency, email, 0, N_ ("E-mail")),
  MC_FIELD_TEXT (McAgency, phone, 0, N_ ("Telephone")),
  MC_FIELD_TEXT (McAgency, letter_to, 0, N_ ("Papers are addressed to")),
  MC_FIELD_TEXT (McAgency, decision_no, 0, N_ ("Decision number")),
  MC_FIELD_DAY (McAgency, decision_date, 0, N_ ("Decision date")),
  MC_FIELD_TEXT (McAgency, note, 0, N_ ("Note")),
  MC_FIELD_PERIOD (McAgency, during, MC_FIELD_REQUIRED, N_ ("Period")),
};

MC_DEFINE_ENTITY (McAgency, mc_agency, MC_NOUN_TABLE, "agency", N_ ("Agency"), fields)

McAgency *
mc_agency_new (void)
{
  return g_object_new (MC_TYPE_AGENCY, NULL);
}
