/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-workload-source.h"

G_BEGIN_DECLS

/**
 * McWorkloadState:
 * @MC_WORKLOAD_IMPORTED: it counts
 * @MC_WORKLOAD_REPLACED: a later file counts instead
 * @MC_WORKLOAD_WITHDRAWN: taken back
 */
typedef enum
{
  MC_WORKLOAD_IMPORTED,
  MC_WORKLOAD_REPLACED,
  MC_WORKLOAD_WITHDRAWN,
} McWorkloadState;

extern const McEnumValue mc_workload_state_values[];

#define MC_TYPE_WORKLOAD_FILE (mc_workload_file_get_type ())
G_DECLARE_FINAL_TYPE (McWorkloadFile, mc_workload_file, MC, WORKLOAD_FILE, McEntity)

/**
 * McWorkloadFile:
 * A file that was read, or an entry by hand: it counts, is replaced and is withdrawn as a whole.
 */
struct _McWorkloadFile
{
  McEntity parent_instance;

  gint64 source_id;
  McWorkloadKind kind;
  char *file_name;
  char *digest;
  McDay first_day;
  McDay last_day;
  int rows_read;
  McWorkloadState state;
  gboolean manual;
  gint64 replaces_id;
  char *note;
  gboolean is_sample;
  char *imported_by;
  gint64 imported_at;
  gint64 txid;
};

/** mc_workload_file_new: (transfer full): an unsaved one. */
McWorkloadFile *mc_workload_file_new (void);

G_END_DECLS
