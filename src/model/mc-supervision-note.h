/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_SUPERVISION_NOTE (mc_supervision_note_get_type ())
G_DECLARE_FINAL_TYPE (McSupervisionNote, mc_supervision_note, MC, SUPERVISION_NOTE, McEntity)

/**
 * McSupervisionNote:
 * What the Supervision section has seen; each supervisor writes under the own login.
 */
struct _McSupervisionNote
{
  McEntity parent_instance;

  gint64 person_id;
  gint64 agency_id;
  McDay noted_on;
  char *body;
  char *login;
};

/** mc_supervision_note_new: (transfer full): an unsaved one. */
McSupervisionNote *mc_supervision_note_new (void);

G_END_DECLS
