/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-dossier-count.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McDossierCount, file_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("File"), "workload_file"),
  MC_FIELD_DAY (McDossierCount, day, MC_FIELD_REQUIRED, N_ ("Day")),
  MC_FIELD_REF (McDossierCount, counter_id, 0, N_ ("Counter"), "counter"),
  MC_FIELD_REF (McDossierCount, agency_id, 0, N_ ("Agency"), "agency"),
  MC_FIELD_REF (McDossierCount, field_id, 0, N_ ("Field"), "field"),
  MC_FIELD_REF (McDossierCount, procedure_id, 0, N_ ("Procedure"), "procedure"),
  MC_FIELD_REF (McDossierCount, person_id, 0, N_ ("Officer"), "person"),
  MC_FIELD_INT (McDossierCount, received, MC_FIELD_REQUIRED, N_ ("Received")),
  MC_FIELD_INT (McDossierCount, early, MC_FIELD_REQUIRED, N_ ("Settled early")),
  MC_FIELD_INT (McDossierCount, on_time, MC_FIELD_REQUIRED, N_ ("Settled on time")),
  MC_FIELD_INT (McDossierCount, overdue, MC_FIELD_REQUIRED, N_ ("Settled late")),
  MC_FIELD_INT (McDossierCount, returned, MC_FIELD_REQUIRED, N_ ("Returned")),
  MC_FIELD_INT (McDossierCount, digital, MC_FIELD_REQUIRED, N_ ("Online or digitised")),
  MC_FIELD_INT64 (McDossierCount, process_minutes, MC_FIELD_REQUIRED, N_ ("Minutes to the result")),
  MC_FIELD_INT (McDossierCount, open_late, MC_FIELD_REQUIRED, N_ ("Open and late")),
};

MC_DEFINE_ENTITY (McDossierCount, mc_dossier_count, MC_NOUN_TABLE, "dossier_count", N_ ("Dossiers of a day"), fields)
