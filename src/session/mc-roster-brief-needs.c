/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-counter-field.h"
#include "mc-counter.h"
#include "mc-demand.h"
#include "mc-duty.h"
#include "mc-error.h"
#include "mc-roster-brief-private.h"
#include "mc-roster-cell.h"

/* What an empty seat costs, in the one coin of the stage of cover. A counter that closes is worst, then a leader
 * missing; a second seat left empty makes people wait, but the counter is open. */
#define CLOSED_COUNTER 10
#define EMPTY_SEAT 6
#define NO_LEADER 10
#define NO_DUTY 4

static McRosterDutyKind
kind_of_duty (McDutyKind kind)
{
  switch (kind)
    {
    case MC_DUTY_KIND_LEADER:
      return MC_ROSTER_DUTY_LEADER;
    case MC_DUTY_KIND_GUIDANCE:
      return MC_ROSTER_DUTY_GUIDANCE;
    case MC_DUTY_KIND_SUPERVISION:
      return MC_ROSTER_DUTY_SUPERVISION;
    case MC_DUTY_KIND_IT:
      return MC_ROSTER_DUTY_IT;
    case MC_DUTY_KIND_GUARD:
      return MC_ROSTER_DUTY_GUARD;
    case MC_DUTY_KIND_CLERK:
      return MC_ROSTER_DUTY_CLERK;
    case MC_DUTY_KIND_LATE:
      return MC_ROSTER_DUTY_SHIFT;
    case MC_DUTY_KIND_HOLIDAY:
    case MC_DUTY_KIND_EXTRA:
      break;
    }
  return MC_ROSTER_DUTY_EXTRA;
}

static void
remember (GHashTable *table, gint64 id, guint index)
{
  g_hash_table_replace (table, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (index + 1));
}

static void
add_duty (McBriefing *briefing, GHashTable *table, const McRosterDuty *duty)
{
  guint index = mc_roster_problem_add_duty (briefing->problem, duty);

  remember (table, duty->id, index);
  g_hash_table_replace (briefing->brief->codes, g_utf8_strup (duty->key, -1), GUINT_TO_POINTER (index + 1));
}

static void
add_counter (McBriefing *briefing, gpointer row)
{
  McCounter *counter = row;
  g_autofree char *key = g_strdup_printf ("%d", counter->number);
  /* Translators: in a sentence, as in “… at counter 3” */
  g_autofree char *name = g_strdup_printf (_ ("counter %d"), counter->number);
  McRosterDuty duty = { .id = mc_entity_get_id (MC_ENTITY (counter)),
                        .key = key,
                        .name = name,
                        .kind = MC_ROSTER_DUTY_COUNTER,
                        .start = MC_ROSTER_NONE,
                        .finish = MC_ROSTER_NONE,
                        .minutes = MC_ROSTER_NONE };

  if (mc_period_overlaps (counter->during, briefing->days))
    add_duty (briefing, briefing->brief->counters, &duty);
}

static void
add_other_duty (McBriefing *briefing, gpointer row)
{
  McDuty *one = row;
  McRosterDuty duty = { .id = mc_entity_get_id (MC_ENTITY (one)),
                        .key = one->code,
                        .name = one->name,
                        .kind = kind_of_duty (one->kind),
                        .start = MC_ROSTER_NONE,
                        .finish = MC_ROSTER_NONE,
                        .minutes = MC_ROSTER_NONE,
                        .whole_day = one->whole_day };

  if (mc_period_overlaps (one->during, briefing->days))
    add_duty (briefing, briefing->brief->duties, &duty);
}

void
_mc_briefing_add_duties (McBriefing *briefing)
{
  _mc_briefing_each (briefing, briefing->rows->counters, add_counter);
  _mc_briefing_each (briefing, briefing->rows->duties, add_other_duty);
}

/* The day of the week that a day counts as: one worked in exchange counts as the day that it is worked for. */
static int
weekday_of (const McWorkDay *day)
{
  if (day->kind == MC_WORK_DAY_SWAPPED_WORK)
    return day->because_of != MC_DAY_NONE ? mc_day_weekday (day->because_of) : 5;
  return mc_day_weekday (day->day);
}

static McDemandCount
count_demand (McBriefing *briefing, const McWorkDay *day, guint part, gint64 counter, gint64 duty)
{
  return mc_demand_count (briefing->rows->demands, day->day, weekday_of (day),
                          part == 0 ? MC_HALF_MORNING : MC_HALF_AFTERNOON, counter, duty);
}

/* Whether dossiers of a field that the counter serves are received then though not everybody works. */
static gboolean
is_open_for_some (McBriefing *briefing, gint64 counter, const McWorkDay *day, guint part)
{
  GListModel *list = briefing->rows->counter_fields;

  for (guint i = 0; list && !day->works[part] && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (McCounterField) one = g_list_model_get_item (list, i);

      if (one->counter_id == counter && mc_period_contains (one->during, day->day) &&
          mc_work_calendar_serves (briefing->calendar, one->field_id, day->day, (McDaySession)part))
        return TRUE;
    }
  return FALSE;
}

static gint
need_of_counter (McBriefing *briefing, McCounter *counter, const McWorkDay *day, guint part)
{
  McDemandCount wanted = count_demand (briefing, day, part, mc_entity_get_id (MC_ENTITY (counter)), 0);
  gboolean holiday = day->kind == MC_WORK_DAY_HOLIDAY || day->kind == MC_WORK_DAY_MAKE_UP;

  if (!mc_period_contains (counter->during, day->day))
    return 0;
  if (wanted.weekly < 0)
    wanted.weekly = day->works[part] && weekday_of (day) <= 5 ? counter->seats : 0;
  else if (!day->works[part] && (holiday || mc_day_weekday (day->day) <= 5))
    wanted.weekly = 0;
  if (!wanted.named && is_open_for_some (briefing, mc_entity_get_id (MC_ENTITY (counter)), day, part))
    wanted.weekly = MAX (wanted.weekly, 1);
  return wanted.weekly + wanted.extra;
}

static gint
need_of_duty (McBriefing *briefing, McDuty *duty, const McWorkDay *day, guint part)
{
  McDemandCount wanted = count_demand (briefing, day, part, 0, mc_entity_get_id (MC_ENTITY (duty)));
  gboolean holiday = day->kind == MC_WORK_DAY_HOLIDAY || day->kind == MC_WORK_DAY_MAKE_UP;

  if (!mc_period_contains (duty->during, day->day))
    return 0;
  /* Special duty is for days off, all else for days that are worked. */
  if (duty->kind == MC_DUTY_KIND_HOLIDAY ? !holiday : !day->works[part] && (holiday || mc_day_weekday (day->day) <= 5))
    wanted.weekly = 0;
  return MAX (wanted.weekly, 0) + wanted.extra;
}

static void
add_need (McBriefing *briefing, guint session, gint duty, gint wanted, gint64 under)
{
  McRosterNeed need = {
    .session = session, .duty = (guint)duty, .wanted = (guint16)wanted, .most = (guint16)wanted, .under = under
  };

  if (wanted > 0 && duty >= 0)
    g_array_append_val (briefing->problem->needs, need);
}

static gint64
cost_of_duty (McDutyKind kind)
{
  return kind == MC_DUTY_KIND_LEADER || kind == MC_DUTY_KIND_HOLIDAY ? NO_LEADER : NO_DUTY;
}

static void
add_needs (McBriefing *briefing, guint session, const McWorkDay *day, guint part)
{
  GListModel *counters = briefing->rows->counters, *duties = briefing->rows->duties;

  for (guint i = 0; i < g_list_model_get_n_items (counters); i++)
    {
      g_autoptr (McCounter) one = g_list_model_get_item (counters, i);
      gint wanted = need_of_counter (briefing, one, day, part);

      add_need (briefing, session, _mc_briefing_index (briefing->brief->counters, mc_entity_get_id (MC_ENTITY (one))),
                wanted, wanted == 1 ? CLOSED_COUNTER : EMPTY_SEAT);
    }
  for (guint i = 0; duties && i < g_list_model_get_n_items (duties); i++)
    {
      g_autoptr (McDuty) one = g_list_model_get_item (duties, i);

      add_need (briefing, session, _mc_briefing_index (briefing->brief->duties, mc_entity_get_id (MC_ENTITY (one))),
                need_of_duty (briefing, one, day, part), cost_of_duty (one->kind));
    }
}

static gboolean
is_needed (McBriefing *briefing, const McWorkDay *day, guint part)
{
  GListModel *counters = briefing->rows->counters, *duties = briefing->rows->duties;

  for (guint i = 0; i < g_list_model_get_n_items (counters); i++)
    {
      g_autoptr (McCounter) one = g_list_model_get_item (counters, i);

      if (need_of_counter (briefing, one, day, part) > 0)
        return TRUE;
    }
  for (guint i = 0; duties && i < g_list_model_get_n_items (duties); i++)
    {
      g_autoptr (McDuty) one = g_list_model_get_item (duties, i);

      if (need_of_duty (briefing, one, day, part) > 0)
        return TRUE;
    }
  return FALSE;
}

static guint
flags_of (const McWorkDay *day)
{
  int weekday = mc_day_weekday (day->day);
  guint flags = 0;

  if (weekday == 6)
    flags |= MC_ROSTER_SESSION_SATURDAY;
  if (weekday == 7)
    flags |= MC_ROSTER_SESSION_SUNDAY;
  if (day->kind == MC_WORK_DAY_HOLIDAY || day->kind == MC_WORK_DAY_MAKE_UP)
    flags |= MC_ROSTER_SESSION_HOLIDAY;
  return flags;
}

static gboolean
refuse_hours (McDay day, GError **error)
{
  g_autofree char *date = mc_day_format (day);

  g_set_error (error, MC_ERROR, MC_ERROR_INVALID,
               _ ("No office hours are known for %s. Please enter them in the settings, under Working Days."), date);
  return FALSE;
}

gboolean
_mc_briefing_add_sessions (McBriefing *briefing, GError **error)
{
  g_autoptr (GHashTable) filled = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  McRosterCell *cell;

  g_hash_table_iter_init (&iter, briefing->brief->latest);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *)&cell))
    if (cell->counter_id || cell->duty_id)
      g_hash_table_add (filled, GINT_TO_POINTER (2 * cell->day + (gint)cell->session));
  for (McDay d = briefing->days.from; d < briefing->days.until; d++)
    {
      const McWorkDay *day = mc_work_calendar_get (briefing->calendar, d);

      for (guint part = 0; part < 2; part++)
        {
          gpointer key = GINT_TO_POINTER (2 * d + (gint)part);
          McClockSpan span;
          guint index;

          if (!g_hash_table_contains (filled, key) && !is_needed (briefing, day, part))
            continue;
          if (!mc_work_calendar_get_usual_times (briefing->calendar, MC_HOURS_OFFICE, d, part, &span))
            return refuse_hours (d, error);
          index = mc_roster_problem_add_session (briefing->problem, d, part, flags_of (day), span.starts, span.ends);
          g_hash_table_insert (briefing->brief->sessions, key, GUINT_TO_POINTER (index + 1));
          add_needs (briefing, index, day, part);
        }
    }
  return TRUE;
}
