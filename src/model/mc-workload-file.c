/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-workload-file.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_workload_state_values[] = {
  { "imported", N_ ("Counts") },
  { "replaced", N_ ("Replaced") },
  { "withdrawn", N_ ("Withdrawn") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McWorkloadFile, source_id, MC_FIELD_KEY, N_ ("Source"), "workload_source"),
  MC_FIELD_ENUM (McWorkloadFile, kind, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Kind"), mc_workload_kind_values),
  MC_FIELD_TEXT (McWorkloadFile, file_name, MC_FIELD_REQUIRED, N_ ("File")),
  MC_FIELD_TEXT (McWorkloadFile, digest, MC_FIELD_REQUIRED, N_ ("Digest")),
  MC_FIELD_DAY (McWorkloadFile, first_day, MC_FIELD_REQUIRED, N_ ("First day")),
  MC_FIELD_DAY (McWorkloadFile, last_day, MC_FIELD_REQUIRED, N_ ("Last day")),
  MC_FIELD_INT (McWorkloadFile, rows_read, MC_FIELD_REQUIRED, N_ ("Rows")),
  MC_FIELD_ENUM (McWorkloadFile, state, MC_FIELD_REQUIRED, N_ ("State"), mc_workload_state_values),
  MC_FIELD_BOOL (McWorkloadFile, manual, MC_FIELD_REQUIRED, N_ ("Entered by hand")),
  MC_FIELD_REF (McWorkloadFile, replaces_id, 0, N_ ("Replaces"), "workload_file"),
  MC_FIELD_TEXT (McWorkloadFile, note, 0, N_ ("Note")),
  MC_FIELD_BOOL (McWorkloadFile, is_sample, MC_FIELD_REQUIRED, N_ ("Sample")),
  MC_FIELD_TEXT (McWorkloadFile, imported_by, MC_FIELD_READONLY, N_ ("Read in by")),
  MC_FIELD_TIMESTAMP (McWorkloadFile, imported_at, MC_FIELD_READONLY, N_ ("Read in on")),
  MC_FIELD_INT64 (McWorkloadFile, txid, MC_FIELD_READONLY, N_ ("Transaction")),
};

MC_DEFINE_ENTITY (McWorkloadFile, mc_workload_file, MC_NOUN_TABLE, "workload_file", N_ ("File of figures"), fields)

McWorkloadFile *
mc_workload_file_new (void)
{
  return g_object_new (MC_TYPE_WORKLOAD_FILE, NULL);
}
