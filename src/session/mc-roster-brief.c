/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-brief-private.h"

#include "mc-roster-amendment.h"
#include "mc-roster-cell.h"

/* Ids are kept as keys by their own address. */
static GHashTable *
id_table_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static McRosterBrief *
brief_new (void)
{
  McRosterBrief *self = g_new0 (McRosterBrief, 1);

  g_atomic_ref_count_init (&self->refs);
  self->problem = mc_roster_problem_new ();
  self->people = id_table_new ();
  self->counters = id_table_new ();
  self->duties = id_table_new ();
  self->sessions = g_hash_table_new (NULL, NULL);
  self->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->standbys = g_hash_table_new (NULL, NULL);
  self->latest = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  return self;
}

McRosterBrief *
mc_roster_brief_ref (McRosterBrief *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
mc_roster_brief_unref (McRosterBrief *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  mc_roster_problem_unref (self->problem);
  g_clear_pointer (&self->current, mc_roster_solution_unref);
  g_hash_table_unref (self->people);
  g_hash_table_unref (self->counters);
  g_hash_table_unref (self->duties);
  g_hash_table_unref (self->sessions);
  g_hash_table_unref (self->codes);
  g_hash_table_unref (self->standbys);
  g_hash_table_unref (self->latest);
  g_free (self);
}

void
_mc_briefing_each (McBriefing *briefing, GListModel *list, McBriefFunc func)
{
  for (guint i = 0; list && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (list, i);

      func (briefing, row);
    }
}

GHashTable *
_mc_rows_by_id (GListModel *list)
{
  GHashTable *table = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);

  for (guint i = 0; list && i < g_list_model_get_n_items (list); i++)
    {
      McEntity *row = g_list_model_get_item (list, i);
      gint64 id = mc_entity_get_id (row);

      g_hash_table_replace (table, g_memdup2 (&id, sizeof id), row);
    }
  return table;
}

gint
_mc_briefing_index (GHashTable *table, gint64 id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (table, &id)) - 1;
}

gboolean
_mc_briefing_span (McBriefing *briefing, McPeriod during, guint *first, guint *last)
{
  gint from = -1, to = -1;

  for (guint i = 0; i < briefing->problem->sessions->len; i++)
    if (mc_period_contains (during, mc_roster_session (briefing->problem, i)->day))
      {
        from = from < 0 ? (gint)i : from;
        to = (gint)i;
      }
  *first = (guint)MAX (from, 0);
  *last = (guint)MAX (to, 0);
  return from >= 0;
}

static char *
cell_key (gint64 person, McDay day, guint part)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %d %u", person, day, part);
}

McRosterCell *
mc_roster_brief_get_cell (McRosterBrief *self, gint64 person, McDay day, guint part)
{
  g_autofree char *key = cell_key (person, day, part);

  return g_hash_table_lookup (self->latest, key);
}

static int
amendment_number (McBriefing *briefing, gint64 amendment)
{
  GListModel *list = briefing->rows->amendments;

  for (guint i = 0; amendment && list && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (McRosterAmendment) one = g_list_model_get_item (list, i);

      if (mc_entity_get_id (MC_ENTITY (one)) == amendment)
        return one->number;
    }
  return amendment ? G_MAXINT : 0;
}

static void
find_cell (McBriefing *briefing, gpointer row)
{
  McRosterCell *cell = row;
  g_autofree char *key = cell_key (cell->person_id, cell->day, cell->session);
  McRosterCell *other = g_hash_table_lookup (briefing->brief->latest, key);

  if (!mc_period_contains (briefing->days, cell->day))
    return;
  g_hash_table_add (briefing->named, g_memdup2 (&cell->person_id, sizeof cell->person_id));
  if (!other || amendment_number (briefing, cell->amendment_id) > amendment_number (briefing, other->amendment_id))
    g_hash_table_replace (briefing->brief->latest, g_steal_pointer (&key), g_object_ref (cell));
}

void
_mc_briefing_find_cells (McBriefing *briefing)
{
  briefing->named = id_table_new ();
  _mc_briefing_each (briefing, briefing->rows->cells, find_cell);
}

static gint
duty_of_cell (McRosterBrief *self, McRosterCell *cell)
{
  return cell ? mc_roster_brief_find_duty (self, (McRosterPlace){ cell->counter_id, cell->duty_id }) : MC_ROSTER_FREE;
}

/* What has been worked, and what a person has fixed, the planner leaves. */
void
_mc_briefing_add_pins (McBriefing *briefing)
{
  McRosterProblem *problem = briefing->problem;

  for (guint i = 0; i < problem->people->len; i++)
    for (guint k = 0; k < problem->sessions->len; k++)
      {
        McRosterSession *session = mc_roster_session (problem, k);
        McRosterCell *cell =
            mc_roster_brief_get_cell (briefing->brief, mc_roster_person (problem, i)->id, session->day, session->part);
        gboolean past = briefing->frozen_until != MC_DAY_NONE && session->day < briefing->frozen_until;
        McRosterPin pin = { .person = i, .session = k, .duty = duty_of_cell (briefing->brief, cell) };

        if (past || (cell && cell->pinned))
          g_array_append_val (problem->pins, pin);
      }
}

/* The roster as it stands: the planner measures changes from it. */
static void
keep_current (McBriefing *briefing)
{
  McRosterProblem *problem = briefing->problem;
  guint n_sessions = problem->sessions->len;
  g_autofree gint16 *cells = g_new (gint16, MAX (1, problem->people->len * n_sessions));

  for (guint i = 0; i < problem->people->len; i++)
    for (guint k = 0; k < n_sessions; k++)
      {
        McRosterSession *session = mc_roster_session (problem, k);
        McRosterCell *cell =
            mc_roster_brief_get_cell (briefing->brief, mc_roster_person (problem, i)->id, session->day, session->part);

        cells[i * n_sessions + k] = (gint16)duty_of_cell (briefing->brief, cell);
      }
  mc_roster_problem_keep (problem, cells);
}

static void
make_current (McRosterBrief *self)
{
  self->current = mc_roster_solution_new (self->problem);
  for (guint i = 0; i < self->problem->people->len; i++)
    for (guint k = 0; k < self->problem->sessions->len; k++)
      mc_roster_solution_set (self->current, i, k, mc_roster_problem_previous (self->problem, i, k));
}

static gboolean
tell (McBriefing *briefing, GError **error)
{
  _mc_briefing_find_cells (briefing);
  _mc_briefing_add_duties (briefing);
  if (!_mc_briefing_add_sessions (briefing, error))
    return FALSE;
  _mc_briefing_add_people (briefing);
  _mc_briefing_add_skills (briefing);
  _mc_briefing_add_absences (briefing);
  _mc_briefing_add_requests (briefing);
  _mc_briefing_add_ledgers (briefing);
  if (!_mc_briefing_add_rules (briefing, error))
    return FALSE;
  _mc_briefing_add_pins (briefing);
  keep_current (briefing);
  return mc_roster_problem_seal (briefing->problem, error);
}

McRosterBrief *
mc_roster_brief_new (
    const McRosterRegister *register_, McPeriod days, McWorkCalendar *calendar, McDay frozen_until, GError **error)
{
  g_autoptr (McRosterBrief) self = brief_new ();
  McBriefing briefing = { .brief = self,
                          .problem = self->problem,
                          .rows = register_,
                          .days = days,
                          .calendar = calendar,
                          .frozen_until = frozen_until };
  gboolean told = tell (&briefing, error);

  g_clear_pointer (&briefing.named, g_hash_table_unref);
  g_clear_pointer (&briefing.stays, g_hash_table_unref);
  g_clear_pointer (&briefing.seats, g_hash_table_unref);
  g_clear_pointer (&briefing.posts, g_hash_table_unref);
  g_clear_pointer (&briefing.fields, g_hash_table_unref);
  if (!told)
    return NULL;
  make_current (self);
  return g_steal_pointer (&self);
}

McRosterProblem *
mc_roster_brief_get_problem (McRosterBrief *self)
{
  return self->problem;
}

McRosterSolution *
mc_roster_brief_get_current (McRosterBrief *self)
{
  return self->current;
}

gint
mc_roster_brief_find_session (McRosterBrief *self, McDay day, guint part)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->sessions, GINT_TO_POINTER (2 * day + (gint)part))) - 1;
}

gint
mc_roster_brief_find_person (McRosterBrief *self, gint64 person)
{
  return _mc_briefing_index (self->people, person);
}

gint
mc_roster_brief_find_duty (McRosterBrief *self, McRosterPlace place)
{
  if (place.counter_id)
    return _mc_briefing_index (self->counters, place.counter_id);
  return place.duty_id ? _mc_briefing_index (self->duties, place.duty_id) : MC_ROSTER_FREE;
}

gint
mc_roster_brief_find_code (McRosterBrief *self, const char *code)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (code));
  g_autofree char *upper = g_utf8_strup (trimmed, -1);
  gpointer found = g_hash_table_lookup (self->codes, upper);

  if (!found && upper[0] == 'Q')
    found = g_hash_table_lookup (self->codes, upper + 1);
  return GPOINTER_TO_INT (found) - 1;
}

McRosterPlace
mc_roster_brief_get_place (McRosterBrief *self, gint duty)
{
  McRosterDuty *one = duty == MC_ROSTER_FREE ? NULL : mc_roster_duty (self->problem, duty);

  if (!one)
    return (McRosterPlace){ 0, 0 };
  return one->kind == MC_ROSTER_DUTY_COUNTER ? (McRosterPlace){ one->id, 0 } : (McRosterPlace){ 0, one->id };
}

gboolean
mc_roster_brief_is_standby (McRosterBrief *self, guint person)
{
  return g_hash_table_contains (self->standbys, GUINT_TO_POINTER (person + 1));
}
