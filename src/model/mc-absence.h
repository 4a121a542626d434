/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/** McHalf: Which part of a day. */
typedef enum
{
  MC_HALF_DAY,
  MC_HALF_MORNING,
  MC_HALF_AFTERNOON,
} McHalf;

extern const McEnumValue mc_half_values[];

/** mc_half_covers: whether @half takes in the session @session (MC_HALF_MORNING or MC_HALF_AFTERNOON). */
gboolean mc_half_covers (McHalf half, McHalf session);

/**
 * McAbsenceState:
 * @MC_ABSENCE_REPORTED: told when it could not be asked for: sickness, a summons, no leave
 * @MC_ABSENCE_REQUESTED: waits for the centre's word
 * @MC_ABSENCE_AGREED: by the director or a deputy
 * @MC_ABSENCE_REFUSED: likewise, with the reason
 * @MC_ABSENCE_CANCELLED: taken back
 */
typedef enum
{
  MC_ABSENCE_REPORTED,
  MC_ABSENCE_REQUESTED,
  MC_ABSENCE_AGREED,
  MC_ABSENCE_REFUSED,
  MC_ABSENCE_CANCELLED,
} McAbsenceState;

extern const McEnumValue mc_absence_state_values[];

/** McHomeWord: What the home agency says to a longer leave, after the centre has agreed. */
typedef enum
{
  MC_HOME_WORD_NOT_NEEDED,
  MC_HOME_WORD_AWAITED,
  MC_HOME_WORD_AGREED,
  MC_HOME_WORD_REFUSED,
} McHomeWord;

extern const McEnumValue mc_home_word_values[];

#define MC_TYPE_ABSENCE (mc_absence_get_type ())
G_DECLARE_FINAL_TYPE (McAbsence, mc_absence, MC, ABSENCE, McEntity)

/**
 * McAbsence:
 * Days on which a person does not come: the whole of each day, the same half of each, or the same hours (HH:MM) of one
 * half. @requested_on, @answered_by and @answered_at are the
 * database's to fill.
 */
struct _McAbsence
{
  McEntity parent_instance;

  gint64 person_id;
  McPeriod during;
  McHalf half;
  gboolean excused;
  char *starts;
  char *ends;
  McAbsenceState state;
  McDay requested_on;
  char *answered_by;
  gint64 answered_at;
  char *answer_note;
  McHomeWord home_word;
  McDay home_on;
  char *paper_no;
  McDay paper_date;
};

/** mc_absence_counts: whether the chair is empty by it: not while it is only asked for, nor when refused or cancelled.
 */
gboolean mc_absence_counts (McAbsence *self);

/** mc_absence_new: (transfer full): an unsaved one. */
McAbsence *mc_absence_new (void);

G_END_DECLS
