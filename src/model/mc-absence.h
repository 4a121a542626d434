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

#define MC_TYPE_ABSENCE (mc_absence_get_type ())
G_DECLARE_FINAL_TYPE (McAbsence, mc_absence, MC, ABSENCE, McEntity)

/**
 * McAbsence:
 * Days on which a person does not come: the whole of each day, or the same half of each.
 */
struct _McAbsence
{
  McEntity parent_instance;

  gint64 person_id;
  McPeriod during;
  McHalf half;
  gboolean excused;
};

/** mc_absence_new: (transfer full): an unsaved one. */
McAbsence *mc_absence_new (void);

G_END_DECLS
