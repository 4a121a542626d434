/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-supervision-note.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McSupervisionNote, person_id, MC_FIELD_KEY, N_ ("Person"), "person"),
  MC_FIELD_REF (McSupervisionNote, agency_id, MC_FIELD_KEY, N_ ("Agency"), "agency"),
  MC_FIELD_DAY (McSupervisionNote, noted_on, 0, N_ ("Day")),
  MC_FIELD_TEXT (McSupervisionNote, body, MC_FIELD_REQUIRED, N_ ("Text")),
  MC_FIELD_TEXT (McSupervisionNote, login, MC_FIELD_READONLY, N_ ("User name")),
};

MC_DEFINE_ENTITY (
    McSupervisionNote, mc_supervision_note, MC_NOUN_TABLE, "supervision_note", N_ ("Note of supervision"), fields)

McSupervisionNote *
mc_supervision_note_new (void)
{
  return g_object_new (MC_TYPE_SUPERVISION_NOTE, NULL);
}
