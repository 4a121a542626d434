/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"
#include "mc-absence.h"

G_BEGIN_DECLS

/** McDemandKind: Whether it is so each week, or besides that on some days. */
typedef enum
{
  MC_DEMAND_KIND_WEEKLY,
  MC_DEMAND_KIND_EXTRA,
} McDemandKind;

extern const McEnumValue mc_demand_kind_values[];

#define MC_TYPE_DEMAND (mc_demand_get_type ())
G_DECLARE_FINAL_TYPE (McDemand, mc_demand, MC, DEMAND, McEntity)

/**
 * McDemand:
 * How many people a counter or a duty needs: each week, or so many more on some days.
 * @weekdays has the digits of the days in order, 1 is Monday.
 */
struct _McDemand
{
  McEntity parent_instance;

  gint64 counter_id;
  gint64 duty_id;
  McDemandKind kind;
  char *weekdays;
  McHalf half;
  int seats;
  char *note;
  gboolean is_sample;
  McPeriod during;
};

/** mc_demand_new: (transfer full): an unsaved one. */
McDemand *mc_demand_new (void);

/**
 * McDemandCount:
 * What the rows say of one session of a counter or a duty.
 *
 * @weekly: how many people; -1: no row says anything of its weeks
 * @extra: so many more
 * @named: a weekly row is about this very session
 */
typedef struct
{
  int weekly;
  int extra;
  gboolean named;
} McDemandCount;

/**
 * mc_demand_count:
 * @demands: (nullable): of McDemand
 * @weekday: as which the day counts; 1 is Monday
 * @session: MC_HALF_MORNING or MC_HALF_AFTERNOON
 * @counter, @duty: one of them; the other is 0
 */
McDemandCount
mc_demand_count (GListModel *demands, McDay day, int weekday, McHalf session, gint64 counter, gint64 duty);

G_END_DECLS
