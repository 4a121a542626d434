/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_COUNTER_ENTRY (mc_counter_entry_get_type ())
G_DECLARE_FINAL_TYPE (McCounterEntry, mc_counter_entry, MC, COUNTER_ENTRY, McEntity)

/**
 * McCounterEntry:
 * One counter as the state of a day shows it: whom it serves and who is assigned; the id is the counter's.
 */
struct _McCounterEntry
{
  McEntity parent_instance;

  int number;
  char *name;
  int level; /* 0 is the ground floor */
  char *place;
  int seats;
  char *note;
  gboolean is_sample;
  McPeriod during;
  char *agency_codes;
  char *agency_names;
  char *field_codes;
  char *field_names;
  char *officers;
  char *standbys;
  int officer_count;
  int standby_count;
};

/** mc_counter_entry_new: (transfer full): an unsaved one. */
McCounterEntry *mc_counter_entry_new (void);

G_END_DECLS
