/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/** McAbsenceKind: Why somebody does not come. */
typedef enum
{
  MC_ABSENCE_KIND_NONE,
  MC_ABSENCE_KIND_ANNUAL,
  MC_ABSENCE_KIND_SICK,
  MC_ABSENCE_KIND_CHILD_SICK,
  MC_ABSENCE_KIND_MATERNITY,
  MC_ABSENCE_KIND_PERSONAL_PAID,
  MC_ABSENCE_KIND_PERSONAL_UNPAID,
  MC_ABSENCE_KIND_COMPENSATORY,
  MC_ABSENCE_KIND_MISSION,
  MC_ABSENCE_KIND_TRAINING,
  MC_ABSENCE_KIND_MEETING,
} McAbsenceKind;

extern const McEnumValue mc_absence_kind_values[];

#define MC_TYPE_ABSENCE_REASON (mc_absence_reason_get_type ())
G_DECLARE_FINAL_TYPE (McAbsenceReason, mc_absence_reason, MC, ABSENCE_REASON, McEntity)

/**
 * McAbsenceReason:
 * Why somebody is away. Apart from the absence itself, for not everybody may know.
 */
struct _McAbsenceReason
{
  McEntity parent_instance;

  gint64 absence_id;
  gint64 person_id; /* of the absence; set by the database */
  McAbsenceKind kind;
  char *note;
};

/** mc_absence_reason_new: (transfer full): an unsaved one. */
McAbsenceReason *mc_absence_reason_new (void);

G_END_DECLS
