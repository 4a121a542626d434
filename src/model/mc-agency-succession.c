/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-agency-succession.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_succession_kind_values[] = {
  { "merge", N_ ("Merger") },
  { "split", N_ ("Split") },
  { "rename", N_ ("Renaming") },
  { "transfer", N_ ("Transfer of tasks") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McAgencySuccession, predecessor_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Predecessor"), "agency"),
  MC_FIELD_REF (McAgencySuccession, successor_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Successor"), "agency"),
  MC_FIELD_ENUM (McAgencySuccession, kind, MC_FIELD_REQUIRED, N_ ("Kind"), mc_succession_kind_values),
  MC_FIELD_BOOL (McAgencySuccession, is_main, MC_FIELD_REQUIRED, N_ ("Main successor")),
  MC_FIELD_DAY (McAgencySuccession, effective, MC_FIELD_REQUIRED, N_ ("In effect from")),
  MC_FIELD_TEXT (McAgencySuccession, decision_no, 0, N_ ("Decision number")),
  MC_FIELD_DAY (McAgencySuccession, decision_date, 0, N_ ("Decision date")),
  MC_FIELD_TEXT (McAgencySuccession, note, 0, N_ ("Note")),
};

MC_DEFINE_ENTITY (
    McAgencySuccession, mc_agency_succession, MC_NOUN_TABLE, "agency_succession", N_ ("Succession of agencies"), fields)
