/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-procedure.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_procedure_reason_values[] = {
  { "", NULL },
  { "mobile", N_ ("Handled on the move") },
  { "on_site", N_ ("Examined on the spot") },
  { "other", N_ ("Other reason") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_TEXT (McProcedure, code, MC_FIELD_REQUIRED, N_ ("Code")),
  MC_FIELD_TEXT (McProcedure, name, MC_FIELD_REQUIRED, N_ ("Name")),
  MC_FIELD_REF (McProcedure, agency_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Agency"), "agency"),
  MC_FIELD_REF (McProcedure, field_id, MC_FIELD_KEY, N_ ("Field"), "field"),
  MC_FIELD_BOOL (McProcedure, received, MC_FIELD_REQUIRED, N_ ("Received here")),
  MC_FIELD_ENUM (McProcedure, reason, 0, N_ ("Why not received"), mc_procedure_reason_values),
  MC_FIELD_TEXT (McProcedure, source, 0, N_ ("Announced by")),
  MC_FIELD_TEXT (McProcedure, note, 0, N_ ("Note")),
  MC_FIELD_BOOL (McProcedure, is_sample, MC_FIELD_REQUIRED, N_ ("Sample")),
  MC_FIELD_PERIOD (McProcedure, during, MC_FIELD_REQUIRED, N_ ("Period")),
};

MC_DEFINE_ENTITY (McProcedure, mc_procedure, MC_NOUN_TABLE, "procedure", N_ ("Procedure"), fields)

McProcedure *
mc_procedure_new (void)
{
  return g_object_new (MC_TYPE_PROCEDURE, NULL);
}
