/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-absence.h"
#include "mc-agency.h"
#include "mc-appointment.h"
#include "mc-competence.h"
#include "mc-condition.h"
#include "mc-counter-assignment.h"
#include "mc-counter-field.h"
#include "mc-duty-competence.h"
#include "mc-duty-load.h"
#include "mc-field.h"
#include "mc-person.h"
#include "mc-post.h"
#include "mc-roster-brief-private.h"
#include "mc-roster-request.h"
#include "mc-seat.h"
#include "mc-tour.h"

/* What one session costs against sitting at one's own counter: elsewhere in one's own fields, for another agency, and
 * when somebody has to be called in. */
#define OWN_COST 1
#define CROSS_COST 3
#define STANDBY_COST 12

typedef struct
{
  gint64 agency;
  McPeriod during;
  McTourKind kind;
  gboolean standby;
} Stay;

static const Stay *
find_stay (McBriefing *briefing, gint64 person)
{
  return g_hash_table_lookup (briefing->stays, &person);
}

/* The tour that a person has within the roster; the primary one, if there are several. */
static void
add_stay (McBriefing *briefing, gpointer row)
{
  McTour *tour = row;
  Stay *stay = g_hash_table_lookup (briefing->stays, &tour->person_id);

  if (!mc_period_overlaps (tour->during, briefing->days))
    return;
  if (!stay || (stay->standby && tour->role == MC_TOUR_ROLE_PRIMARY))
    {
      Stay found = { tour->agency_id, tour->during, tour->kind, tour->role == MC_TOUR_ROLE_STANDBY };

      g_hash_table_replace (briefing->stays, g_memdup2 (&tour->person_id, sizeof tour->person_id),
                            g_memdup2 (&found, sizeof found));
    }
  /* One tour after the other is one stay. */
  else if (tour->during.from == stay->during.until)
    stay->during.until = tour->during.until;
  else if (tour->during.until == stay->during.from)
    stay->during.from = tour->during.from;
}

static gint
unit_of (McBriefing *briefing, gint64 agency)
{
  for (guint i = 0; i < briefing->problem->units->len; i++)
    if (g_array_index (briefing->problem->units, McRosterUnit, i).id == agency)
      return (gint)i;
  return MC_ROSTER_NONE;
}

static gint
pool_of (McBriefing *briefing, gint64 id, const char *key)
{
  McRosterUnit pool = { .id = id, .key = (char *)key, .name = (char *)key };

  for (guint i = 0; i < briefing->problem->pools->len; i++)
    if (g_str_equal (g_array_index (briefing->problem->pools, McRosterUnit, i).key, key))
      return (gint)i;
  return (gint)mc_roster_problem_add_pool (briefing->problem, &pool);
}

static void
add_unit (McBriefing *briefing, gpointer row)
{
  McAgency *agency = row;
  McRosterUnit unit = { .id = mc_entity_get_id (row), .key = agency->code, .name = agency->code };

  if (mc_period_overlaps (agency->during, briefing->days))
    mc_roster_problem_add_unit (briefing->problem, &unit);
}

/* The main post that a person has within the roster, also of those who come later; the first one, if they change. */
static McPost *
find_post (McBriefing *briefing, gint64 person)
{
  GListModel *list = briefing->rows->appointments;
  McAppointment *first = NULL;
  McSeat *seat;

  for (guint i = 0; list && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (McAppointment) one = g_list_model_get_item (list, i);

      if (one->person_id == person && !one->concurrent && mc_period_overlaps (one->during, briefing->days) &&
          (!first || one->during.from < first->during.from))
        first = one; /* the list holds it */
    }
  seat = first ? g_hash_table_lookup (briefing->seats, &first->seat_id) : NULL;
  return seat ? g_hash_table_lookup (briefing->posts, &seat->post_id) : NULL;
}

/* Burdens are shared among those who can replace each other: the officers of one agency, the leaders, the people of one
 * section. Who comes only when called shares none. */
static gint
find_pool (McBriefing *briefing, gint64 person, const Stay *stay)
{
  McPost *post;
  g_autofree char *key = NULL;

  if (!stay || stay->standby)
    return MC_ROSTER_NONE;
  if (stay->kind == MC_TOUR_KIND_SECONDED)
    key = g_strdup_printf ("agency %" G_GINT64_FORMAT, stay->agency);
  else if ((post = find_post (briefing, person)))
    key = g_strdup_printf ("section %" G_GINT64_FORMAT, post->section_id);
  else
    key = g_strdup ("others");
  return pool_of (briefing, stay->agency, key);
}

/* How the days before found everybody, so that runs go on over the end of a month. Which duty it was is not asked. */
static void
add_eve (McBriefing *briefing, gpointer row)
{
  McDutyLoad *load = row;
  gint index = _mc_briefing_index (briefing->brief->people, load->person_id);
  McRosterPerson *person = index < 0 ? NULL : mc_roster_person (briefing->problem, (guint)index);

  if (!person || briefing->problem->duties->len == 0)
    return;
  person->run = (guint16)load->run;
  person->off_run = (guint16)load->off_run;
  person->last_duty = load->run > 0 ? 0 : MC_ROSTER_FREE;
}

static void
add_person (McBriefing *briefing, gpointer row)
{
  McPerson *person = row;
  gint64 id = mc_entity_get_id (row);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  const Stay *stay = find_stay (briefing, id);
  McRosterPerson one = { .id = id,
                         .key = key,
                         .name = person->full_name,
                         .unit = stay ? unit_of (briefing, stay->agency) : MC_ROSTER_NONE,
                         .pool = find_pool (briefing, id, stay),
                         .last_duty = MC_ROSTER_FREE };
  guint index;

  /* Who has left is shown as long as the roster names him. */
  if (!stay && !g_hash_table_contains (briefing->named, &id))
    return;
  index = mc_roster_problem_add_person (briefing->problem, &one);
  g_hash_table_replace (briefing->brief->people, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (index + 1));
  if (stay && stay->standby)
    g_hash_table_add (briefing->brief->standbys, GUINT_TO_POINTER (index + 1));
}

void
_mc_briefing_add_people (McBriefing *briefing)
{
  briefing->stays = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  briefing->seats = _mc_rows_by_id (briefing->rows->seats);
  briefing->posts = _mc_rows_by_id (briefing->rows->posts);
  _mc_briefing_each (briefing, briefing->rows->tours, add_stay);
  _mc_briefing_each (briefing, briefing->rows->agencies, add_unit);
  _mc_briefing_each (briefing, briefing->rows->people, add_person);
  _mc_briefing_each (briefing, briefing->rows->loads, add_eve);
}

gboolean
_mc_briefing_is_here (McBriefing *briefing, guint person, guint session)
{
  const Stay *stay = find_stay (briefing, mc_roster_person (briefing->problem, person)->id);

  return stay && mc_period_contains (stay->during, mc_roster_session (briefing->problem, session)->day);
}

/* Skills lie within the stay. */
static void
add_skill (McBriefing *briefing, gint64 person, gint duty, McPeriod during, McRosterSkillClass class)
{
  gint index = _mc_briefing_index (briefing->brief->people, person);
  static const gint64 costs[] = {
    [MC_ROSTER_SKILL_STANDING] = 0, [MC_ROSTER_SKILL_OWN] = OWN_COST, [MC_ROSTER_SKILL_CROSS] = CROSS_COST
  };
  McRosterSkill skill = { .duty = (guint)duty, .class = class, .cost = costs[class] };
  const Stay *stay = find_stay (briefing, person);
  McPeriod common;

  if (index < 0 || duty < 0 || !stay || !mc_period_intersect (during, stay->during, &common) ||
      !_mc_briefing_span (briefing, common, &skill.from, &skill.to))
    return;
  skill.person = (guint)index;
  if (stay->standby)
    skill.cost += STANDBY_COST;
  g_array_append_val (briefing->problem->skills, skill);
}

static void
add_standing (McBriefing *briefing, gpointer row)
{
  McCounterAssignment *one = row;

  add_skill (briefing, one->person_id, _mc_briefing_index (briefing->brief->counters, one->counter_id), one->during,
             one->role == MC_COUNTER_ROLE_PRIMARY ? MC_ROSTER_SKILL_STANDING : MC_ROSTER_SKILL_OWN);
}

static void
add_field (McBriefing *briefing, gpointer row)
{
  McCounterField *served = row;
  gint duty = _mc_briefing_index (briefing->brief->counters, served->counter_id);
  McField *field = g_hash_table_lookup (briefing->fields, &served->field_id);
  GListModel *competences = briefing->rows->competences;

  if (duty < 0 || !field || !mc_period_overlaps (served->during, briefing->days))
    return;
  for (guint i = 0; i < g_list_model_get_n_items (competences); i++)
    {
      g_autoptr (McCompetence) one = g_list_model_get_item (competences, i);
      const Stay *stay = find_stay (briefing, one->person_id);
      McPeriod common;

      if (one->field_id != served->field_id || !stay || !mc_period_intersect (one->during, served->during, &common))
        continue;
      add_skill (briefing, one->person_id, duty, common,
                 field->agency_id == stay->agency ? MC_ROSTER_SKILL_OWN : MC_ROSTER_SKILL_CROSS);
    }
}

static void
add_right (McBriefing *briefing, gpointer row)
{
  McDutyCompetence *one = row;

  add_skill (briefing, one->person_id, _mc_briefing_index (briefing->brief->duties, one->duty_id), one->during,
             MC_ROSTER_SKILL_STANDING);
}

void
_mc_briefing_add_skills (McBriefing *briefing)
{
  briefing->fields = _mc_rows_by_id (briefing->rows->fields);
  _mc_briefing_each (briefing, briefing->rows->assignments, add_standing);
  _mc_briefing_each (briefing, briefing->rows->counter_fields, add_field);
  _mc_briefing_each (briefing, briefing->rows->duty_competences, add_right);
}

static void
add_away (McBriefing *briefing, McAbsence *absence, guint person, guint from, guint to)
{
  McRosterAway away = { .id = mc_entity_get_id (MC_ENTITY (absence)),
                        .person = person,
                        .from = from,
                        .to = to,
                        .reason = (char *)(absence->excused ? _ ("on leave") : _ ("absent")) };

  mc_roster_problem_add_away (briefing->problem, &away);
}

static void
add_absence (McBriefing *briefing, gpointer row)
{
  McAbsence *absence = row;
  gint person = _mc_briefing_index (briefing->brief->people, absence->person_id);
  guint first, last;

  /* What is only asked for, refused or taken back keeps nobody away. */
  if (person < 0 || !mc_absence_counts (absence) || !_mc_briefing_span (briefing, absence->during, &first, &last))
    return;
  if (absence->half == MC_HALF_DAY)
    {
      add_away (briefing, absence, (guint)person, first, last);
      return;
    }
  for (guint i = first; i <= last; i++)
    if (mc_half_covers (absence->half,
                        mc_roster_session (briefing->problem, i)->part == 0 ? MC_HALF_MORNING : MC_HALF_AFTERNOON))
      add_away (briefing, absence, (guint)person, i, i);
}

/* Who is on maternity leave by the register of circumstances does not come, whether or not an absence was entered. */
static void
add_condition (McBriefing *briefing, gpointer row)
{
  McCondition *condition = row;
  gint person = _mc_briefing_index (briefing->brief->people, condition->person_id);
  McRosterAway away = { .id = 0, .reason = (char *)_ ("on leave") };

  if (person < 0 || condition->kind != MC_CONDITION_KIND_MATERNITY ||
      !_mc_briefing_span (briefing, condition->during, &away.from, &away.to))
    return;
  away.person = (guint)person;
  mc_roster_problem_add_away (briefing->problem, &away);
}

void
_mc_briefing_add_absences (McBriefing *briefing)
{
  _mc_briefing_each (briefing, briefing->rows->conditions, add_condition);
  _mc_briefing_each (briefing, briefing->rows->absences, add_absence);
}

static void
add_request (McBriefing *briefing, gpointer row)
{
  McRosterRequest *request = row;
  gint person = _mc_briefing_index (briefing->brief->people, request->person_id);
  guint first, last;

  if (person < 0 || !_mc_briefing_span (briefing, request->during, &first, &last))
    return;
  for (guint i = first; i <= last; i++)
    {
      McRosterWish wish = { .id = mc_entity_get_id (row),
                            .person = (guint)person,
                            .session = i,
                            .duty = mc_roster_brief_find_duty (
                                briefing->brief, (McRosterPlace){ request->counter_id, request->duty_id }),
                            .on = request->wish == MC_REQUEST_WISH_ON,
                            .weight = request->weight };

      if (mc_half_covers (request->half,
                          mc_roster_session (briefing->problem, i)->part == 0 ? MC_HALF_MORNING : MC_HALF_AFTERNOON))
        g_array_append_val (briefing->problem->wishes, wish);
    }
}

void
_mc_briefing_add_requests (McBriefing *briefing)
{
  _mc_briefing_each (briefing, briefing->rows->requests, add_request);
}
