/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "mc-day.h"

G_BEGIN_DECLS

/**
 * McPeriod:
 * Days from @from up to, but not including, @until, as PostgreSQL's `daterange`
 * in its canonical form. %MC_DAY_NONE is a missing bound: {NONE, NONE} is always.
 */
typedef struct
{
  McDay from;
  McDay until;
} McPeriod;

/** MC_TYPE_PERIOD: the boxed type of an McPeriod, for properties. */
#define MC_TYPE_PERIOD (mc_period_get_type ())
GType mc_period_get_type (void);

/** mc_period_copy: (transfer full): for the boxed type; a period itself is passed by value. */
McPeriod *mc_period_copy (const McPeriod *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McPeriod, g_free)

/** MC_PERIOD_ALWAYS: every day. */
#define MC_PERIOD_ALWAYS ((McPeriod){ MC_DAY_NONE, MC_DAY_NONE })

/** mc_period_is_empty: TRUE if no day lies in it. */
gboolean mc_period_is_empty (McPeriod self);

/** mc_period_contains: TRUE if @day, which is not %MC_DAY_NONE, lies in it. */
gboolean mc_period_contains (McPeriod self, McDay day);

/** mc_period_overlaps: TRUE if a day lies in both. */
gboolean mc_period_overlaps (McPeriod self, McPeriod other);

/**
 * mc_period_intersect:
 * @common: (out) (optional): the days that lie in both; left alone if there is none
 *
 * Returns: mc_period_overlaps()
 */
gboolean mc_period_intersect (McPeriod self, McPeriod other, McPeriod *common);

/** mc_period_equal: TRUE if the same days lie in both; all empty periods are equal. */
gboolean mc_period_equal (McPeriod self, McPeriod other);

/** mc_period_last_day: the last day in it, or %MC_DAY_NONE if it has no end. */
McDay mc_period_last_day (McPeriod self);

/** mc_period_days: how many days; -1 if a bound is missing. */
int mc_period_days (McPeriod self);

/**
 * mc_period_parse:
 * @text: a daterange as PostgreSQL writes it: `[2025-03-01,2026-09-01)`, `(,)`, `empty`;
 *   the other brackets and ±infinity are understood, too
 * @period: (out): the period in half-open form
 * @error: MC_ERROR_INVALID
 */
gboolean mc_period_parse (const char *text, McPeriod *period, GError **error);

/** mc_period_format: the text that PostgreSQL reads as this daterange. Returns: (transfer full) */
char *mc_period_format (McPeriod self);

/**
 * mc_period_format_people:
 * Returns: (transfer full): for people, with the last day included:
 *   “01/03/2025 – 31/08/2026”, “from 01/03/2025”, “until 31/08/2026”, “always”
 */
char *mc_period_format_people (McPeriod self);

G_END_DECLS
