/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-workload-source.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_workload_kind_values[] = {
  { "dossier", N_ ("Dossiers") },
  { "ticket", N_ ("Tickets") },
  { "rating", N_ ("Ratings") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_ENUM (McWorkloadSource, kind, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Kind"), mc_workload_kind_values),
  MC_FIELD_TEXT (McWorkloadSource, name, MC_FIELD_REQUIRED, N_ ("Name")),
  MC_FIELD_JSON (McWorkloadSource, mapping, MC_FIELD_REQUIRED, N_ ("What its columns mean")),
  MC_FIELD_INT (McWorkloadSource, wait_level, MC_FIELD_REQUIRED, N_ ("Level of waiting, in minutes")),
  MC_FIELD_TEXT (McWorkloadSource, note, 0, N_ ("Note")),
  MC_FIELD_BOOL (McWorkloadSource, is_sample, MC_FIELD_REQUIRED, N_ ("Sample")),
};

MC_DEFINE_ENTITY (
    McWorkloadSource, mc_workload_source, MC_NOUN_TABLE, "workload_source", N_ ("Source of figures"), fields)

McWorkloadSource *
mc_workload_source_new (void)
{
  return g_object_new (MC_TYPE_WORKLOAD_SOURCE, "mapping", "{}", "wait-level", MC_WORKLOAD_WAIT_LEVEL, NULL);
}
