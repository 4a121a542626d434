/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"
#include "mc-roster.h"

G_BEGIN_DECLS

#define MC_TYPE_ROSTER_AMENDMENT (mc_roster_amendment_get_type ())
G_DECLARE_FINAL_TYPE (McRosterAmendment, mc_roster_amendment, MC, ROSTER_AMENDMENT, McEntity)

/**
 * McRosterAmendment:
 * A change of a published roster that lies over it, and why. Confirming it is setting @confirmed_as.
 */
struct _McRosterAmendment
{
  McEntity parent_instance;

  gint64 roster_id;
  int number;
  char *reason;
  gint64 absence_id;
  char *made_by;
  gint64 made_at;
  char *confirmed_by;
  gint64 confirmed_at;
  McRosterSigner confirmed_as;
};

/** mc_roster_amendment_new: (transfer full): an unsaved one. */
McRosterAmendment *mc_roster_amendment_new (void);

G_END_DECLS
