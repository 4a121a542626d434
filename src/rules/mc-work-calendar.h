/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mc-period.h"
#include "mc-rule-book.h"
#include "mc-session-time.h"

G_BEGIN_DECLS

/**
 * McWorkDayKind:
 * @MC_WORK_DAY_WORKING: as the week says
 * @MC_WORK_DAY_WEEKEND: the weekly rest
 * @MC_WORK_DAY_HOLIDAY: by law (Labour Code, Article 112; Culture Day)
 * @MC_WORK_DAY_MAKE_UP: off in place of a holiday that fell on a rest day (Article 111.3)
 * @MC_WORK_DAY_SWAPPED_OFF: off, and another day is worked instead (hoán đổi)
 * @MC_WORK_DAY_SWAPPED_WORK: a rest day that is worked
 * @MC_WORK_DAY_HALF: one session is worked by a notice
 */
typedef enum
{
  MC_WORK_DAY_WORKING,
  MC_WORK_DAY_WEEKEND,
  MC_WORK_DAY_HOLIDAY,
  MC_WORK_DAY_MAKE_UP,
  MC_WORK_DAY_SWAPPED_OFF,
  MC_WORK_DAY_SWAPPED_WORK,
  MC_WORK_DAY_HALF,
} McWorkDayKind;

/**
 * McWorkDay:
 * What a day is and why. Texts belong to the calendar.
 *
 * @works: whether everybody works in this McDaySession
 * @by_notice: a notice says so (a row of day_override), not the law alone
 * @assumed: the law leaves the choice to a yearly notice that is not known yet
 * @name: (nullable): of the holiday, or of the exchange; %NULL for an ordinary day
 * @source: (nullable): the paper that says so, with its number or article
 * @because_of: the holiday that is made up for, or the day that it is exchanged with, or %MC_DAY_NONE
 */
typedef struct
{
  McDay day;
  McWorkDayKind kind;
  gboolean works[MC_DAY_SESSIONS];
  gboolean by_notice;
  gboolean assumed;
  const char *name;
  const char *source;
  McDay because_of;
} McWorkDay;

/** mc_work_day_kind_get_name: "working", "weekend", "holiday", "make_up", "swapped_off", "swapped_work", "half_day". */
const char *mc_work_day_kind_get_name (McWorkDayKind kind);

/** mc_work_day_kind_get_label: translated. */
const char *mc_work_day_kind_get_label (McWorkDayKind kind);

/** mc_work_day_is_off: nobody has to come, except for duty. */
gboolean mc_work_day_is_off (const McWorkDay *self);

/** McClockSpan: minutes since midnight, from the first up to the second. */
typedef struct
{
  int starts;
  int ends;
} McClockSpan;

#define MC_TYPE_WORK_CALENDAR (mc_work_calendar_get_type ())
G_DECLARE_FINAL_TYPE (McWorkCalendar, mc_work_calendar, MC, WORK_CALENDAR, GObject)

/**
 * McWorkCalendar:
 * The working calendar of the centre: holidays by law with their lunar dates (UTC+7), make-up days, and what yearly
 * notices say instead. Made of rows as they are now; it keeps copies of what it needs, never changes, and is told
 * anew when rows change. Years are reckoned when they are asked for. One thread at a time.
 *
 * The law leaves to a yearly notice which five days are Tết and which day joins National Day. Rows of the kind
 * `holiday` within the reach of such a holiday are that notice, and take the place of what is assumed without it: enter
 * all days of a notice, or none.
 */

/**
 * mc_work_calendar_new:
 * @book: topics `calendar.…` of data/plan/rules.json
 * @overrides: (nullable): of McDayOverride
 * @times: (nullable): of McSessionTime
 * @saturdays: (nullable): of McSaturdayField
 */
McWorkCalendar *
mc_work_calendar_new (McRuleBook *book, GListModel *overrides, GListModel *times, GListModel *saturdays);

/** mc_work_calendar_get: (transfer none): @day of the years 1 to 9999; good as long as the calendar. */
const McWorkDay *mc_work_calendar_get (McWorkCalendar *self, McDay day);

/** mc_work_calendar_works: whether everybody works in that session. */
gboolean mc_work_calendar_works (McWorkCalendar *self, McDay day, McDaySession session);

/** mc_work_calendar_count: how many sessions (half-days) of @period, which has both ends, are worked. */
int mc_work_calendar_count (McWorkCalendar *self, McPeriod period);

/**
 * mc_work_calendar_count_session:
 * As mc_work_calendar_count(), of mornings or of afternoons only.
 */
int mc_work_calendar_count_session (McWorkCalendar *self, McPeriod period, McDaySession session);

/** mc_work_calendar_next: the first day after @day on which somebody works; before it with @step -1. */
McDay mc_work_calendar_next (McWorkCalendar *self, McDay day, int step);

/**
 * mc_work_calendar_next_session:
 * @minutes: of @day, since midnight; 0: from its beginning
 * @session: (out)
 *
 * The first session that is worked and, by the office's hours, not over at that time. Where no hours are known, a
 * session of today is never over.
 *
 * Returns: its day
 */
McDay mc_work_calendar_next_session (McWorkCalendar *self, McDay day, int minutes, McDaySession *session);

/** mc_work_calendar_list: (transfer container) (element-type McWorkDay): the days of a year that are not as its week
 * says, in order. */
GPtrArray *mc_work_calendar_list (McWorkCalendar *self, int year);

/**
 * mc_work_calendar_serves:
 * @field: a field, or 0 for any
 *
 * Whether dossiers of the field are received in a session: when everybody works, and on the Saturday mornings of chosen
 * fields, unless that Saturday is a holiday.
 */
gboolean mc_work_calendar_serves (McWorkCalendar *self, gint64 field, McDay day, McDaySession session);

/**
 * mc_work_calendar_get_times:
 * @span: (out)
 *
 * When the session begins and ends on @day. A Saturday without times of its own, worked in exchange or for chosen
 * fields, has those of Friday.
 *
 * Returns: FALSE if nobody works then, or no times are known
 */
gboolean
mc_work_calendar_get_times (McWorkCalendar *self, McHours hours, McDay day, McDaySession session, McClockSpan *span);

/**
 * mc_work_calendar_get_usual_times:
 * As mc_work_calendar_get_times(), also of days on which nobody works: as on the same day of a working week, or, before
 * and after all hours that are known, by those nearest in time.
 *
 * Returns: FALSE if no hours of such a session are known at all
 */
gboolean mc_work_calendar_get_usual_times (
    McWorkCalendar *self, McHours hours, McDay day, McDaySession session, McClockSpan *span);

G_END_DECLS
