/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"
#include "mc-roster-cell.h"

G_BEGIN_DECLS

#define MC_TYPE_ROSTER_ENTRY (mc_roster_entry_get_type ())
G_DECLARE_FINAL_TYPE (McRosterEntry, mc_roster_entry, MC, ROSTER_ENTRY, McEntity)

/**
 * McRosterEntry:
 * Where a person is in one session of a day by the published roster and its amendments.
 */
struct _McRosterEntry
{
  McEntity parent_instance;

  gint64 roster_id;
  gint64 person_id;
  char *full_name;
  McDaySession session;
  gint64 counter_id;
  gint64 duty_id;
  char *code;
  char *label;
  int amendment;
};

G_END_DECLS
