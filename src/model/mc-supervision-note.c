/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-supervision-note.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_supervision_result_values[] = {
  { "noted", N_ ("Noted") },
  { "in_order", N_ ("In order") },
  { "reminded", N_ ("Reminded") },
  { "breach", N_ ("Breach") },
  { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McSupervisionNote, kind_id, 0, N_ ("Looked at"), "supervision_kind"),
  MC_FIELD_REF (McSupervisionNote, person_id, MC_FIELD_KEY, N_ ("Person"), "person"),
  MC_FIELD_REF (McSupervisionNote, agency_id, MC_FIELD_KEY, N_ ("Agency"), "agency"),
  MC_FIELD_REF (McSupervisionNote, counter_id, MC_FIELD_KEY, N_ ("Counter"), "counter"),
  MC_FIELD_DAY (McSupervisionNote, noted_on, MC_FIELD_REQUIRED, N_ ("Day")),
  MC_FIELD_TEXT (McSupervisionNote, body, MC_FIELD_REQUIRED, N_ ("Text")),
  MC_FIELD_ENUM (
      McSupervisionNote, result, MC_FIELD_REQUIRED, N_ ("Result of the check"), mc_supervision_result_values),
  MC_FIELD_TEXT (McSupervisionNote, follow_up, 0, N_ ("To be done")),
  MC_FIELD_DAY (McSupervisionNote, followed_up_on, 0, N_ ("Done on")),
  MC_FIELD_BOOL (McSupervisionNote, is_sample, MC_FIELD_READONLY, N_ ("Sample")),
  MC_FIELD_TEXT (McSupervisionNote, login, MC_FIELD_READONLY, N_ ("User name")),
};

MC_DEFINE_ENTITY (
    McSupervisionNote, mc_supervision_note, MC_NOUN_TABLE, "supervision_note", N_ ("Note of supervision"), fields)

McSupervisionNote *
mc_supervision_note_new (void)
{
  return g_object_new (MC_TYPE_SUPERVISION_NOTE, NULL);
}
