/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-absence-reason.h"
#include "mc-absence.h"

G_BEGIN_DECLS

#define MC_TYPE_ABSENCE_ENTRY (mc_absence_entry_get_type ())
G_DECLARE_FINAL_TYPE (McAbsenceEntry, mc_absence_entry, MC, ABSENCE_ENTRY, McEntity)

/**
 * McAbsenceEntry:
 * Somebody who is away on a day; the id is that of the absence. Why, is told elsewhere.
 */
struct _McAbsenceEntry
{
  McEntity parent_instance;

  gint64 person_id;
  char *full_name;
  McHalf half;
  char *starts;
  char *ends;
  McAbsenceState state;
  McHomeWord home_word;
  gboolean excused;
  McPeriod during;
};

/** mc_absence_entry_new: (transfer full): an unsaved one. */
McAbsenceEntry *mc_absence_entry_new (void);

G_END_DECLS
