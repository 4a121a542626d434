/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/** McSupervisionResult: What came of a check. */
typedef enum
{
  MC_SUPERVISION_NOTED,
  MC_SUPERVISION_IN_ORDER,
  MC_SUPERVISION_REMINDED,
  MC_SUPERVISION_BREACH,
} McSupervisionResult;

extern const McEnumValue mc_supervision_result_values[];

#define MC_TYPE_SUPERVISION_NOTE (mc_supervision_note_get_type ())
G_DECLARE_FINAL_TYPE (McSupervisionNote, mc_supervision_note, MC, SUPERVISION_NOTE, McEntity)

/**
 * McSupervisionNote:
 * What the Supervision section has seen; each supervisor writes under the own login.
 */
struct _McSupervisionNote
{
  McEntity parent_instance;

  gint64 kind_id;
  gint64 person_id;
  gint64 agency_id;
  gint64 counter_id;
  McDay noted_on;
  char *body;
  McSupervisionResult result;
  char *follow_up;
  McDay followed_up_on;
  gboolean is_sample;
  char *login;
};

/** mc_supervision_note_new: (transfer full): an unsaved one. */
McSupervisionNote *mc_supervision_note_new (void);

G_END_DECLS
