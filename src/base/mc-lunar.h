/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-day.h"

G_BEGIN_DECLS

/**
 * McLunarDay:
 * A day of the Vietnamese lunar calendar: @month 1 to 12, @day 1 to 30, @leap for the second month of the same number
 * in a year of thirteen (tháng nhuận). The lunar year bears the number of the solar year in which its Tết falls.
 */
typedef struct
{
  int year;
  int month;
  int day;
  gboolean leap;
} McLunarDay;

/**
 * mc_lunar_from_day:
 * @day: a day; from 1800 to 2199 new moons and solar terms are told to the minute, beyond less surely
 *
 * The calendar of Vietnam reckons for UTC+7, so it differs from the Chinese one wherever a
 * new moon or the winter solstice falls between 16:00 and 17:00 UTC, as at Tết of 1985, 2007 and 2030. Months begin on
 * the day of the new moon; the eleventh has the winter solstice; of thirteen months between two of these the first
 * without a principal term is the leap month. Formulas of sun and moon: J. Meeus, Astronomical Algorithms, chapters 25
 * and 49, without their smallest terms.
 */
McLunarDay mc_lunar_from_day (McDay day);

/** mc_lunar_to_day: the solar day of a lunar one; MC_DAY_NONE where that year has no such day. */
McDay mc_lunar_to_day (McLunarDay lunar);

/** mc_lunar_format: (transfer full): "05/10", in a leap month "05/06 (leap)", translated. */
char *mc_lunar_format (McLunarDay lunar);

G_END_DECLS
