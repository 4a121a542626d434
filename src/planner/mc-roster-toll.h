/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-roster-repair.h"

G_BEGIN_DECLS

/* What an absence takes from a roster, and what its cures ask, in rows and in words. */

/**
 * McRosterLoss:
 * A counter or duty that has fewer people by the absence, and the sessions concerned.
 *
 * @closes: nobody is left in any of them
 * @sessions: (element-type guint): indices
 */
typedef struct
{
  guint duty;
  gboolean closes;
  GArray *sessions;
} McRosterLoss;

/**
 * mc_roster_repair_losses:
 * @before: the roster as it stands, evaluated
 *
 * What is emptier if nobody takes over than it is now; seats that are empty anyhow are no loss.
 *
 * Returns: (transfer full) (element-type McRosterLoss): by duty, those that close before the others
 */
GArray *mc_roster_repair_losses (const McRosterRepair *self, const McRosterSolution *before);

/** mc_roster_loss_describe: (transfer full): "Counter 3 closes: 07/12/2026 (morning)". */
char *mc_roster_loss_describe (const McRosterRepair *self, const McRosterLoss *loss);

/** McRosterTransfer: somebody's moves from one place to another, in all the sessions that they are the same in. */
typedef struct
{
  guint person;
  gint before;
  gint after;
  GArray *sessions; /* (element-type guint) */
} McRosterTransfer;

/** mc_roster_answer_transfers: (transfer full) (element-type McRosterTransfer): by person and first session. */
GArray *mc_roster_answer_transfers (const McRosterAnswer *self);

/** mc_roster_transfer_describe: (transfer full): "Trần Thị Bích: Counter 5 → Counter 3, 07/12/2026 (morning)". */
char *mc_roster_transfer_describe (const McRosterRepair *repair, const McRosterTransfer *transfer);

/**
 * mc_roster_answer_price:
 * The points by which soft rules cost more than if nobody took over; the empty seats themselves are not in it.
 */
gint64 mc_roster_answer_price (const McRosterRepair *repair, const McRosterAnswer *self);

/** mc_roster_answer_describe_price: (transfer full): "Price 14: …", with the rules that ask most. */
char *mc_roster_answer_describe_price (const McRosterRepair *repair, const McRosterAnswer *self);

G_END_DECLS
