/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-lunar.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Julian day of the midnight in Cần Thơ with which 01/01/1970 began. */
#define EPOCH_JD (2440587.5 - 7.0 / 24)
/* Mean time between two new moons, in days, and the first one of the count: 06/01/2000. */
#define SYNODIC_MONTH 29.530588861
#define FIRST_NEW_MOON_JD 2451550.09766

static double
sine (double degrees)
{
  return sin (degrees * (G_PI / 180));
}

/* Terrestrial time runs ahead of the clock; seconds, good to half a minute between 1800 and 2200. */
static double
clock_lag (double jd)
{
  double u = (jd - 2385800.5) / 36525; /* centuries since 1820 */

  return CLAMP (32 * u * u - 20, 0, 450) / 86400;
}

/* The moment of the new moon number @k, as a Julian day of universal time. */
static double
new_moon (int k)
{
  double t = k / 1236.85;
  double e = 1 - 0.002516 * t - 0.0000074 * t * t;
  double sun = 2.5534 + 29.1053567 * k - 0.0000014 * t * t;
  double moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t;
  double node = 160.7108 + 390.67050284 * k - 0.0016118 * t * t;
  double omega = 124.7746 - 1.56375588 * k + 0.0020672 * t * t;
  double jd = FIRST_NEW_MOON_JD + SYNODIC_MONTH * k + 0.00015437 * t * t;

  jd += -0.4072 * sine (moon) + 0.17241 * e * sine (sun) + 0.01608 * sine (2 * moon) + 0.01039 * sine (2 * node);
  jd += 0.00739 * e * sine (moon - sun) - 0.00514 * e * sine (moon + sun) + 0.00208 * e * e * sine (2 * sun);
  jd += -0.00111 * sine (moon - 2 * node) - 0.00057 * sine (moon + 2 * node) + 0.00056 * e * sine (2 * moon + sun);
  jd += -0.00042 * sine (3 * moon) + 0.00042 * e * sine (sun + 2 * node) + 0.00038 * e * sine (sun - 2 * node);
  jd += -0.00024 * e * sine (2 * moon - sun) - 0.00017 * sine (omega) + 0.000325 * sine (299.77 + 0.107408 * k);
  jd += 0.000165 * sine (251.88 + 0.016321 * k) + 0.000164 * sine (251.83 + 26.651886 * k);
  return jd - clock_lag (jd);
}

/* Apparent longitude of the sun in degrees, when @day begins in Cần Thơ. */
static double
sun_longitude (McDay day)
{
  double jd = EPOCH_JD + day;
  double t = (jd + clock_lag (jd) - 2451545) / 36525;
  double mean = 280.46646 + 36000.76983 * t + 0.0003032 * t * t;
  double anomaly = 357.52911 + 35999.05029 * t - 0.0001537 * t * t;
  double centre = (1.914602 - 0.004817 * t) * sine (anomaly) + (0.019993 - 0.000101 * t) * sine (2 * anomaly) +
                  0.000289 * sine (3 * anomaly);
  double longitude = mean + centre - 0.00569 - 0.00478 * sine (125.04 - 1934.136 * t);

  return longitude - 360 * floor (longitude / 360);
}

/* How many principal terms, one every 30 degrees, the sun has passed since the spring equinox: 0 to 11. */
static int
term (McDay day)
{
  return (int)(sun_longitude (day) / 30);
}

/* The first day of lunation @k. */
static McDay
month_start (int k)
{
  return (McDay)floor (new_moon (k) - EPOCH_JD);
}

/* The lunation that @day lies in. */
static int
lunation_of (McDay day)
{
  int k = (int)floor ((EPOCH_JD + day - FIRST_NEW_MOON_JD) / SYNODIC_MONTH) + 1;

  while (month_start (k) > day)
    k--;
  return k;
}

/* The lunation with the winter solstice of a solar @year: the eleventh month. */
static int
eleventh_month (int year)
{
  McDay day = mc_day_new (year, 12, 18);

  /* The solstice is the day in which the sun passes 270 degrees, the ninth term. */
  while (term (day + 1) < 9)
    day++;
  return lunation_of (day);
}

/* The leap month among the thirteen that begin with lunation @first; 0 for a year of twelve. */
static int
leap_lunation (int first, int next)
{
  if (next - first < 13)
    return 0;
  for (int k = first + 1; k < next; k++)
    if (term (month_start (k)) == term (month_start (k + 1)))
      return k;
  return 0;
}

McLunarDay
mc_lunar_from_day (McDay day)
{
  McLunarDay lunar = { 0 };
  int year, k, first, next, leap, place;

  mc_day_split (day, &year, NULL, NULL);
  k = lunation_of (day);
  first = eleventh_month (year);
  if (k < first)
    first = eleventh_month (--year);
  next = eleventh_month (year + 1);
  leap = leap_lunation (first, next);
  place = k - first - (leap != 0 && k >= leap);
  lunar.month = (place + 10) % 12 + 1;
  lunar.year = place < 2 ? year : year + 1;
  lunar.leap = leap != 0 && k == leap;
  lunar.day = day - month_start (k) + 1;
  return lunar;
}

McDay
mc_lunar_to_day (McLunarDay lunar)
{
  int first, leap, k;
  McDay day;

  if (lunar.month < 1 || lunar.month > 12 || lunar.day < 1 || lunar.day > 30)
    return MC_DAY_NONE;
  first = eleventh_month (lunar.month >= 11 ? lunar.year : lunar.year - 1);
  leap = leap_lunation (first, eleventh_month (lunar.month >= 11 ? lunar.year + 1 : lunar.year));
  k = first + (lunar.month >= 11 ? lunar.month - 11 : lunar.month + 1);
  if (leap != 0 && (k >= leap || (lunar.leap && k + 1 == leap)))
    k++;
  if (lunar.leap && k != leap)
    return MC_DAY_NONE;
  day = month_start (k) + lunar.day - 1;
  return day < month_start (k + 1) ? day : MC_DAY_NONE;
}

char *
mc_lunar_format (McLunarDay lunar)
{
  return lunar.leap ? g_strdup_printf (_ ("%02d/%02d (leap)"), lunar.day, lunar.month)
                    : g_strdup_printf ("%02d/%02d", lunar.day, lunar.month);
}
