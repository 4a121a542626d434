/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/** McRosterState: How far a roster has come. */
typedef enum
{
  MC_ROSTER_STATE_DRAFT,
  MC_ROSTER_STATE_SUBMITTED,
  MC_ROSTER_STATE_APPROVED,
  MC_ROSTER_STATE_PUBLISHED,
  MC_ROSTER_STATE_AMENDED,
} McRosterState;

extern const McEnumValue mc_roster_state_values[];

/** McRosterSigner: In whose right a roster was approved. */
typedef enum
{
  MC_ROSTER_SIGNER_NONE,
  MC_ROSTER_SIGNER_DIRECTOR,
  MC_ROSTER_SIGNER_DEPUTY,
} McRosterSigner;

extern const McEnumValue mc_roster_signer_values[];

#define MC_TYPE_ROSTER (mc_roster_get_type ())
G_DECLARE_FINAL_TYPE (McRoster, mc_roster, MC, ROSTER, McEntity)

/**
 * McRoster:
 * A duty roster of a month or any period. What the database fills in when it takes a step is read only.
 */
struct _McRoster
{
  McEntity parent_instance;

  McPeriod during;
  char *title;
  McRosterState state;
  gint64 based_on_id;
  int seed;
  char *planned_by;
  char *quality;
  char *return_reason;
  char *submitted_by;
  gint64 submitted_at;
  char *approved_by;
  gint64 approved_at;
  McRosterSigner approved_as;
  char *published_by;
  gint64 published_at;
  char *note;
  gboolean is_sample;
};

/** mc_roster_state_is_out: whether people work by a roster in this state. */
gboolean mc_roster_state_is_out (McRosterState state);

/** mc_roster_new: (transfer full): an unsaved one. */
McRoster *mc_roster_new (void);

G_END_DECLS
