/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"
#include "mc-roster-cell.h"

G_BEGIN_DECLS

/** McSwapState: How far it has come. */
typedef enum
{
  MC_SWAP_STATE_REQUESTED,
  MC_SWAP_STATE_APPROVED,
  MC_SWAP_STATE_REFUSED,
  MC_SWAP_STATE_WITHDRAWN,
} McSwapState;

extern const McEnumValue mc_swap_state_values[];

#define MC_TYPE_ROSTER_SWAP (mc_roster_swap_get_type ())
G_DECLARE_FINAL_TYPE (McRosterSwap, mc_roster_swap, MC, ROSTER_SWAP, McEntity)

/**
 * McRosterSwap:
 * Two officers who ask to change places in a draft or a published roster.
 */
struct _McRosterSwap
{
  McEntity parent_instance;

  gint64 roster_id;
  gint64 person_id;
  McDay day;
  McDaySession session;
  gint64 other_person_id;
  McDay other_day;
  McDaySession other_session;
  char *reason;
  McSwapState state;
  char *decided_by;
  gint64 decided_at;
  gint64 amendment_id;
  char *answer; /* why it was refused */
};

/** mc_roster_swap_new: (transfer full): an unsaved one. */
McRosterSwap *mc_roster_swap_new (void);

G_END_DECLS
