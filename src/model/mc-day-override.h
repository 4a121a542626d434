/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/** McDayKind: What a day is. */
typedef enum
{
  MC_DAY_KIND_HOLIDAY,
  MC_DAY_KIND_OFF,
  MC_DAY_KIND_WORKED,
  MC_DAY_KIND_HALF_DAY,
} McDayKind;

extern const McEnumValue mc_day_kind_values[];

/** McHalfDay: Half of a day; the whole day is nothing. */
typedef enum
{
  MC_HALF_DAY_NONE,
  MC_HALF_DAY_MORNING,
  MC_HALF_DAY_AFTERNOON,
} McHalfDay;

extern const McEnumValue mc_half_day_values[];

#define MC_TYPE_DAY_OVERRIDE (mc_day_override_get_type ())
G_DECLARE_FINAL_TYPE (McDayOverride, mc_day_override, MC, DAY_OVERRIDE, McEntity)

/**
 * McDayOverride:
 * A day that is not what its weekday says: a holiday, a make-up day.
 */
struct _McDayOverride
{
  McEntity parent_instance;

  McDay day;
  McDayKind kind;
  char *name;
  McHalfDay session;
  char *document_no;
  McDay document_date;
  McDay exchanged_with; /* hoán đổi: the day worked or off instead */
};

/** mc_day_override_new: (transfer full): an unsaved one. */
McDayOverride *mc_day_override_new (void);

G_END_DECLS
