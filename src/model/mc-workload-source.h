/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/** McWorkloadKind: what a row of an export is. */
typedef enum
{
  MC_WORKLOAD_DOSSIER,
  MC_WORKLOAD_TICKET,
  MC_WORKLOAD_RATING,
} McWorkloadKind;

extern const McEnumValue mc_workload_kind_values[];

/** MC_WORKLOAD_WAIT_LEVEL: minutes, of a source that says nothing else; as the schema has it. */
#define MC_WORKLOAD_WAIT_LEVEL 15

#define MC_TYPE_WORKLOAD_SOURCE (mc_workload_source_get_type ())
G_DECLARE_FINAL_TYPE (McWorkloadSource, mc_workload_source, MC, WORKLOAD_SOURCE, McEntity)

/**
 * McWorkloadSource:
 * A system whose exports are read: the dossier system, the queue machine, the devices for ratings.
 */
struct _McWorkloadSource
{
  McEntity parent_instance;

  McWorkloadKind kind;
  char *name;
  char *mapping;
  int wait_level;
  char *note;
  gboolean is_sample;
};

/** mc_workload_source_new: (transfer full): an unsaved one. */
McWorkloadSource *mc_workload_source_new (void);

G_END_DECLS
