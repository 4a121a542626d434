/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-agency-contact.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McAgencyContact, agency_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Agency"), "agency"),
  MC_FIELD_TEXT (McAgencyContact, name, MC_FIELD_REQUIRED, N_ ("Name")),
  MC_FIELD_TEXT (McAgencyContact, title, 0, N_ ("Title")),
  MC_FIELD_TEXT (McAgencyContact, phone, 0, N_ ("Telephone")),
  MC_FIELD_TEXT (McAgencyContact, email, 0, N_ ("E-mail")),
  MC_FIELD_PERIOD (McAgencyContact, during, MC_FIELD_REQUIRED, N_ ("Period")),
};

MC_DEFINE_ENTITY (
    McAgencyContact, mc_agency_contact, MC_NOUN_TABLE, "agency_contact", N_ ("Contact of an agency"), fields)
