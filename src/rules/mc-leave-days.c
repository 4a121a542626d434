/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-leave-days.h"

#include <math.h>

#include "mc-clock.h"
#include "mc-number.h"

static McAbsenceKind
find_kind (GListModel *reasons, gint64 absence)
{
  for (guint i = 0; reasons && i < g_list_model_get_n_items (reasons); i++)
    {
      g_autoptr (McAbsenceReason) reason = g_list_model_get_item (reasons, i);

      if (reason->absence_id == absence)
        return reason->kind;
    }
  return MC_ABSENCE_KIND_NONE;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const McAbsence *one = ((const McLeaveItem *)a)->absence, *other = ((const McLeaveItem *)b)->absence;

  return (one->during.from > other->during.from) - (one->during.from < other->during.from);
}

GArray *
mc_leave_items_new (GListModel *absences, GListModel *reasons, gint64 person)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (McLeaveItem));

  for (guint i = 0; i < g_list_model_get_n_items (absences); i++)
    {
      g_autoptr (McAbsence) absence = g_list_model_get_item (absences, i);
      McLeaveItem item = { absence, MC_ABSENCE_KIND_NONE };

      if (person != 0 && absence->person_id != person)
        continue;
      item.kind = find_kind (reasons, mc_entity_get_id (MC_ENTITY (absence)));
      g_array_append_val (items, item);
    }
  g_array_sort (items, compare_items);
  return items;
}

McAbsenceState
mc_leave_first_state (McAbsenceKind kind)
{
  switch (kind)
    {
    case MC_ABSENCE_KIND_ANNUAL:
    case MC_ABSENCE_KIND_PERSONAL_PAID:
    case MC_ABSENCE_KIND_PERSONAL_UNPAID:
    case MC_ABSENCE_KIND_COMPENSATORY:
    case MC_ABSENCE_KIND_MATERNITY:
    case MC_ABSENCE_KIND_TRAINING:
      return MC_ABSENCE_REQUESTED;
    case MC_ABSENCE_KIND_NONE:
    case MC_ABSENCE_KIND_SICK:
    case MC_ABSENCE_KIND_CHILD_SICK:
    case MC_ABSENCE_KIND_MISSION:
    case MC_ABSENCE_KIND_MEETING:
    default:
      return MC_ABSENCE_REPORTED;
    }
}

/* Part of one session, 1 for the whole of it. */
static double
part_of_session (McAbsence *absence, McWorkCalendar *calendar, McDay day, McDaySession session)
{
  McClockSpan span;
  int starts = mc_clock_parse (absence->starts), ends = mc_clock_parse (absence->ends);

  /* Of how much time it is a part nobody can say where no hours are known. */
  if (starts == MC_CLOCK_NONE || ends == MC_CLOCK_NONE ||
      !mc_work_calendar_get_usual_times (calendar, MC_HOURS_OFFICE, day, session, &span))
    return 1;
  starts = MAX (starts, span.starts);
  ends = MIN (ends, span.ends);
  return CLAMP ((double)(ends - starts) / (span.ends - span.starts), 0, 1);
}

double
mc_leave_days (McAbsence *absence, McWorkCalendar *calendar, McPeriod within)
{
  static const McHalf halves[] = { MC_HALF_MORNING, MC_HALF_AFTERNOON };
  McPeriod common;
  double sessions = 0;

  g_return_val_if_fail (MC_IS_ABSENCE (absence), 0);

  if (!mc_period_intersect (absence->during, within, &common))
    return 0;
  for (McDay day = common.from; day < common.until; day++)
    for (int session = 0; session < MC_DAY_SESSIONS; session++)
      if (mc_half_covers (absence->half, halves[session]) &&
          mc_work_calendar_works (calendar, day, (McDaySession)session))
        sessions += part_of_session (absence, calendar, day, (McDaySession)session);
  return sessions / 2;
}

char *
mc_leave_days_format (double days)
{
  double hundredths = round (days * 100);
  int decimals = fmod (hundredths, 100) == 0 ? 0 : fmod (hundredths, 10) == 0 ? 1 : 2;

  /* No "-0". */
  return mc_number_format (hundredths == 0 ? 0 : hundredths / 100, decimals);
}
