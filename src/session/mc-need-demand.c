/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-need-demand.h"

#include <string.h>

#include "mc-demand.h"

#define WORKING_DAYS 5
#define NOON 24 /* the half-hour that begins then */

/* As the planner counts it on a day that is worked: without rows a counter needs its seats, Monday to Friday. */
static int
wanted_on (McCounter *counter, GListModel *demands, McDay day, int weekday, McDaySession session)
{
  McHalf half = session == MC_DAY_SESSION_MORNING ? MC_HALF_MORNING : MC_HALF_AFTERNOON;
  McDemandCount count = mc_demand_count (demands, day, weekday, half, mc_entity_get_id (MC_ENTITY (counter)), 0);

  return count.weekly < 0 ? counter->seats : count.weekly;
}

static McNeedSession
find_session (McCounter *counter,
              const GArray *needs,
              gboolean measured,
              GListModel *demands,
              McPeriod period,
              int weekday,
              McDaySession session)
{
  gboolean morning = session == MC_DAY_SESSION_MORNING;
  int now = wanted_on (counter, demands, period.from, weekday, session);
  McNeedSession self = { .weekday = weekday, .session = session, .need = -1, .least = now, .most = now };

  for (McDay day = period.from; day < period.until; day++)
    {
      now = wanted_on (counter, demands, day, weekday, session);
      self.least = MIN (self.least, now);
      self.most = MAX (self.most, now);
    }
  if (measured)
    self.need = mc_staffing_most (needs, weekday, morning ? 0 : NOON, morning ? NOON : 2 * NOON);
  self.seats = self.need < 0 ? self.most : CLAMP (self.need, 1, counter->seats);
  return self;
}

GArray *
mc_need_demand_find (McCounter *counter, const GArray *needs, const int days[8], GListModel *demands, McPeriod period)
{
  GArray *sessions = g_array_new (FALSE, FALSE, sizeof (McNeedSession));

  g_return_val_if_fail (MC_IS_COUNTER (counter) && needs && mc_period_days (period) >= 0, sessions);
  for (int weekday = 1; weekday <= WORKING_DAYS; weekday++)
    for (McDaySession session = 0; session < MC_DAY_SESSIONS; session++)
      {
        McNeedSession one = find_session (counter, needs, days[weekday] > 0, demands, period, weekday, session);

        g_array_append_val (sessions, one);
      }
  return sessions;
}

gboolean
mc_need_demand_differs (const GArray *sessions)
{
  for (guint i = 0; i < sessions->len; i++)
    {
      const McNeedSession *one = &g_array_index (sessions, McNeedSession, i);

      if (one->least != one->seats || one->most != one->seats)
        return TRUE;
    }
  return FALSE;
}

/* --- Rows --- */

static guint
insert_row (McChange *change, McDemand *like, const char *weekdays, McPeriod during)
{
  g_autoptr (McDemand) row = mc_demand_new ();

  if (!*weekdays || mc_period_is_empty (during))
    return 0;
  row->counter_id = like->counter_id;
  row->kind = MC_DEMAND_KIND_WEEKLY;
  row->half = like->half;
  row->seats = like->seats;
  row->is_sample = like->is_sample;
  row->during = during;
  g_set_str (&row->weekdays, weekdays);
  g_set_str (&row->note, like->note);
  mc_change_insert (change, MC_ENTITY (row));
  return 1;
}

/* What @row says stays before and after the period, and in it on the days that are not reckoned. */
static guint
cut_row (McChange *change, McDemand *row, McPeriod period)
{
  McPeriod before = { row->during.from, period.from }, after = { period.until, row->during.until }, within;
  gboolean begins_before = row->during.from == MC_DAY_NONE || row->during.from < period.from;
  gboolean ends_after = row->during.until == MC_DAY_NONE || row->during.until > period.until;
  gsize working = strcspn (row->weekdays, "67");
  guint n = 0;

  mc_period_intersect (row->during, period, &within);
  /* All its days are those of a weekend: nothing of it is reckoned. */
  if (working == 0)
    return 0;
  if (begins_before)
    {
      g_autoptr (McDemand) shorter = mc_entity_clone (row);

      shorter->during = before;
      mc_change_update (change, MC_ENTITY (row), MC_ENTITY (shorter));
      n++;
    }
  else
    mc_change_delete (change, MC_ENTITY (row));
  if (ends_after)
    n += insert_row (change, row, row->weekdays, after);
  return n + insert_row (change, row, row->weekdays + working, within);
}

static int
seats_of (const GArray *sessions, int weekday, McDaySession session)
{
  return g_array_index (sessions, McNeedSession, (guint)(weekday - 1) * MC_DAY_SESSIONS + session).seats;
}

/* On which weekdays @seats people are needed: all day long, or in that session and not in the other. */
static void
find_weekdays (const GArray *sessions, McHalf half, int seats, char weekdays[WORKING_DAYS + 1])
{
  guint n = 0;

  for (int weekday = 1; weekday <= WORKING_DAYS; weekday++)
    {
      int morning = seats_of (sessions, weekday, MC_DAY_SESSION_MORNING);
      int afternoon = seats_of (sessions, weekday, MC_DAY_SESSION_AFTERNOON);

      if ((half == MC_HALF_DAY) == (morning == afternoon) && (half == MC_HALF_AFTERNOON ? afternoon : morning) == seats)
        weekdays[n++] = (char)('0' + weekday);
    }
  weekdays[n] = '\0';
}

guint
mc_need_demand_add (McChange *change,
                    McCounter *counter,
                    const GArray *sessions,
                    GListModel *demands,
                    McPeriod period,
                    const char *note)
{
  g_autoptr (McDemand) like = mc_demand_new ();
  int most = 0;
  guint n = 0;

  g_return_val_if_fail (sessions->len == WORKING_DAYS * MC_DAY_SESSIONS, 0);
  like->counter_id = mc_entity_get_id (MC_ENTITY (counter));
  g_set_str (&like->note, note);
  for (guint i = 0; demands && i < g_list_model_get_n_items (demands); i++)
    {
      g_autoptr (McDemand) row = g_list_model_get_item (demands, i);

      if (row->counter_id == like->counter_id && row->kind == MC_DEMAND_KIND_WEEKLY &&
          mc_period_overlaps (row->during, period))
        n += cut_row (change, row, period);
    }
  for (guint i = 0; i < sessions->len; i++)
    most = MAX (most, g_array_index (sessions, McNeedSession, i).seats);
  for (like->half = MC_HALF_DAY; like->half <= MC_HALF_AFTERNOON; like->half++)
    for (like->seats = 1; like->seats <= most; like->seats++)
      {
        char weekdays[WORKING_DAYS + 1];

        find_weekdays (sessions, like->half, like->seats, weekdays);
        n += insert_row (change, like, weekdays, period);
      }
  return n;
}
