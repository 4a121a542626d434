/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_DOSSIER_COUNT (mc_dossier_count_get_type ())
G_DECLARE_FINAL_TYPE (McDossierCount, mc_dossier_count, MC, DOSSIER_COUNT, McEntity)

/**
 * McDossierCount:
 * Dossiers of a file by day, counter, agency, field, procedure and officer: how many, not which.
 */
struct _McDossierCount
{
  McEntity parent_instance;

  gint64 file_id;
  McDay day;
  gint64 counter_id;
  gint64 agency_id;
  gint64 field_id;
  gint64 procedure_id;
  gint64 person_id;
  int received;
  int early;
  int on_time;
  int overdue;
  int returned;
  int digital;
  gint64 process_minutes;
  int open_late;
};

G_END_DECLS
