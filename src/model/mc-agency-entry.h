/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"
#include "mc-agency.h"

G_BEGIN_DECLS

#define MC_TYPE_AGENCY_ENTRY (mc_agency_entry_get_type ())
G_DECLARE_FINAL_TYPE (McAgencyEntry, mc_agency_entry, MC, AGENCY_ENTRY, McEntity)

/**
 * McAgencyEntry:
 * One agency as the state of a day shows it; the id is the agency's.
 */
struct _McAgencyEntry
{
  McEntity parent_instance;

  char *code;
  char *name;
  char *short_name;
  McAgencyKind kind;
  gboolean receives;
  gboolean standby_duty;
  gboolean is_office;
  char *address;
  char *email;
  char *phone;
  char *letter_to;
  char *note;
  McPeriod during;
  int quota;
  int present;
  int standby;
  int others;
};

/** mc_agency_entry_new: (transfer full): an unsaved one. */
McAgencyEntry *mc_agency_entry_new (void);

G_END_DECLS
