/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-error.h"
#include "mc-roster-columns.h"
#include "mc-roster-words.h"

typedef struct
{
  const McRosterProblem *problem;
  McRosterShifts *shifts;
  McShiftModel *model;
  const McRosterRule *rule; /* at hand */
  gint64 scale;             /* of its costs */
  gboolean too_large;       /* a cost is beyond what the model can hold */
} Translation;

/* Says a rule to the model; FALSE if it has no words for it. */
typedef gboolean (*RuleFunc) (Translation *self);

static guint
day_of (const Translation *self, guint session)
{
  return (guint)(mc_roster_session (self->problem, session)->day - mc_roster_session (self->problem, 0)->day);
}

static gboolean
is_for_all (const GArray *scope, guint n)
{
  return !scope || scope->len == n;
}

static gint
scaled (Translation *self, gint64 cost)
{
  gint64 product;

  if (__builtin_mul_overflow (cost, self->scale, &product) || product > MC_SHIFT_MAX_WEIGHT)
    {
      self->too_large = TRUE;
      return 0;
    }
  return (gint)product;
}

/* A cell that the rule finds fault with: forbidden if the rule is hard and it is not pinned, dear if it is soft. @duty:
 * or MC_ROSTER_FREE */
static void
mark_cell (Translation *self, guint person, guint session, gint duty, gint64 amount)
{
  guint day = day_of (self, session);

  if (amount == 0 || (self->rule->hard && mc_roster_problem_pin (self->problem, person, session)))
    return;
  if (self->rule->hard)
    mc_shift_person (self->model, person)->allowed[day] &= ~MC_SHIFT_BIT (duty + 1);
  else if (duty == MC_ROSTER_FREE)
    mc_shift_model_add_request (self->model, person, day, MC_SHIFT_ANY, TRUE,
                                scaled (self, amount * self->rule->weight));
  else
    mc_shift_model_add_request (self->model, person, day, duty, FALSE, scaled (self, amount * self->rule->weight));
}

static gboolean
has_cover (const McShiftModel *model, guint day, guint type)
{
  for (guint i = 0; i < model->covers->len; i++)
    if (mc_shift_cover (model, i)->day == day && mc_shift_cover (model, i)->type == type)
      return TRUE;
  return FALSE;
}

static gboolean
say_cover (Translation *self)
{
  const McRosterProblem *problem = self->problem;
  const McRosterRule *rule = self->rule;

  for (guint i = 0; i < problem->needs->len; i++)
    {
      const McRosterNeed *need = &g_array_index (problem->needs, McRosterNeed, i);
      gint64 weight = rule->hard ? 1 : rule->weight;
      gint over = rule->hard ? 0 : scaled (self, need->over * weight);

      if (!mc_roster_scope_has (rule->duties, need->duty) || !mc_roster_scope_has (rule->sessions, need->session))
        continue;
      /* A most that is neither the wish nor out of reach would want a second price. */
      if (need->most < problem->people->len)
        {
          if (need->most != need->wanted)
            return FALSE;
          over = (gint)self->shifts->scales[self->shifts->n_stages];
        }
      if (has_cover (self->model, day_of (self, need->session), need->duty))
        return FALSE;
      mc_shift_model_add_cover (self->model, day_of (self, need->session), need->duty, need->wanted,
                                scaled (self, rule->hard ? 1 : need->under * weight), over);
    }
  return TRUE;
}

static gint64
fault_of (const Translation *self, guint person, guint session, guint duty)
{
  const McRosterRule *rule = self->rule;
  const McRosterSkill *skill = mc_roster_problem_skill (self->problem, person, session, duty);
  guint weekday = (guint)mc_day_weekday (mc_roster_session (self->problem, session)->day) - 1;

  switch (rule->kind)
    {
    case MC_ROSTER_RULE_COMPETENCE:
      return !skill;
    case MC_ROSTER_RULE_LEAVE:
      return mc_roster_problem_away (self->problem, person, session) != NULL;
    case MC_ROSTER_RULE_STANDING:
      return skill ? skill->cost : 0;
    case MC_ROSTER_RULE_PATTERN:
    default:
      return (!rule->weekdays || (rule->weekdays >> weekday & 1)) &&
             (!rule->parts || (rule->parts >> mc_roster_session (self->problem, session)->part & 1)) &&
             !(rule->duties && mc_roster_scope_has (rule->duties, duty));
    }
}

static gboolean
say_cells (Translation *self)
{
  const McRosterProblem *problem = self->problem;
  const McRosterRule *rule = self->rule;
  gboolean any_duty = rule->kind == MC_ROSTER_RULE_PATTERN;

  for (guint p = 0; p < problem->people->len; p++)
    for (guint s = 0; s < problem->sessions->len; s++)
      for (guint d = 0; d < problem->duties->len; d++)
        if (mc_roster_scope_has (rule->people, p) && mc_roster_scope_has (rule->sessions, s) &&
            (any_duty || mc_roster_scope_has (rule->duties, d)))
          mark_cell (self, p, s, (gint)d, fault_of (self, p, s, d));
  return TRUE;
}

static gboolean
say_wishes (Translation *self)
{
  gboolean on = self->rule->kind == MC_ROSTER_RULE_WISH_ON;

  for (guint i = 0; i < self->problem->wishes->len; i++)
    {
      const McRosterWish *wish = &g_array_index (self->problem->wishes, McRosterWish, i);
      guint32 wished = wish->duty == MC_ROSTER_NONE ? ~MC_SHIFT_BIT (MC_SHIFT_OFF) : MC_SHIFT_BIT (wish->duty + 1);
      guint day = day_of (self, wish->session);

      if (wish->on != on || !mc_roster_scope_has (self->rule->people, wish->person))
        continue;
      if (self->rule->hard)
        mc_shift_person (self->model, wish->person)->allowed[day] &=
            mc_roster_problem_pin (self->problem, wish->person, wish->session) ? G_MAXUINT32
            : on                                                               ? wished
                                                                               : ~wished;
      else
        mc_shift_model_add_request (self->model, wish->person, day,
                                    wish->duty == MC_ROSTER_NONE ? MC_SHIFT_ANY : wish->duty, on,
                                    scaled (self, wish->weight * self->rule->weight));
    }
  return TRUE;
}

static gboolean
say_stability (Translation *self)
{
  const McRosterProblem *problem = self->problem;

  for (guint p = 0; p < problem->people->len && problem->previous; p++)
    for (guint s = 0; s < problem->sessions->len; s++)
      for (gint d = MC_ROSTER_FREE; d < (gint)problem->duties->len; d++)
        if (mc_roster_scope_has (self->rule->people, p) && mc_roster_scope_has (self->rule->sessions, s))
          mark_cell (self, p, s, d, d != mc_roster_problem_previous (problem, p, s));
  return !self->rule->people_first || !problem->previous;
}

static gboolean
is_hard_for_all (const Translation *self)
{
  return self->rule->hard && is_for_all (self->rule->people, self->problem->people->len);
}

static gboolean
say_succession (Translation *self)
{
  for (guint i = 0; i < self->problem->successions->len; i++)
    {
      const McRosterSuccession *pair = &g_array_index (self->problem->successions, McRosterSuccession, i);

      if (pair->next_day)
        mc_shift_type (self->model, pair->first)->next &= ~MC_SHIFT_BIT (pair->second + 1);
    }
  return is_hard_for_all (self);
}

/* Whether @second is too early on the day after @first; FALSE too where it depends on the day. */
static gboolean
is_too_early (const Translation *self, guint first, guint second, gboolean *depends)
{
  const McRosterProblem *problem = self->problem;
  gboolean early = FALSE, any = FALSE;

  for (guint s = 0; s + 1 < problem->sessions->len; s++)
    {
      gint start, finish, unused;
      gboolean now;

      if (mc_roster_session (problem, s + 1)->day != mc_roster_session (problem, s)->day + 1)
        continue;
      mc_roster_problem_times (problem, s, first, &unused, &finish);
      mc_roster_problem_times (problem, s + 1, second, &start, &unused);
      now = 24 * 60 + start - finish < self->rule->least;
      *depends |= any && now != early;
      early = now;
      any = TRUE;
    }
  return early;
}

static gboolean
say_rest (Translation *self)
{
  guint n = self->problem->duties->len;
  gboolean depends = FALSE;

  for (guint first = 0; first < n; first++)
    for (guint second = 0; second < n; second++)
      if (is_too_early (self, first, second, &depends))
        mc_shift_type (self->model, first)->next &= ~MC_SHIFT_BIT (second + 1);
  return is_hard_for_all (self) && !depends;
}

static gboolean
is_one_span (const Translation *self)
{
  const McRosterSession *first = mc_roster_session (self->problem, 0);
  const McRosterSession *last = mc_roster_session (self->problem, self->problem->sessions->len - 1);
  int years[2], months[2];

  mc_day_split (first->day, &years[0], &months[0], NULL);
  mc_day_split (last->day, &years[1], &months[1], NULL);
  switch (self->rule->span)
    {
    case MC_ROSTER_SPAN_WEEK:
      return first->week_index == last->week_index;
    case MC_ROSTER_SPAN_MONTH:
      return years[0] == years[1] && months[0] == months[1];
    case MC_ROSTER_SPAN_DAY:
      return FALSE;
    case MC_ROSTER_SPAN_HORIZON:
    default:
      return TRUE;
    }
}

/* Minutes of every shift; 0 if they differ. */
static gint
common_minutes (const Translation *self)
{
  gint minutes = mc_shift_type (self->model, 0)->minutes;

  for (guint t = 1; t < self->model->types->len; t++)
    if (mc_shift_type (self->model, t)->minutes != minutes)
      return 0;
  return minutes;
}

static gboolean
say_sum (Translation *self, McShiftPerson *person)
{
  const McRosterRule *rule = self->rule;
  gint unit = rule->unit == MC_ROSTER_COUNT_MINUTES ? 1 : common_minutes (self);

  if (!is_for_all (rule->duties, self->problem->duties->len))
    {
      gint *most;

      if (rule->duties->len != 1 || rule->least > 0 || rule->unit == MC_ROSTER_COUNT_MINUTES)
        return FALSE;
      most = &person->most[g_array_index (rule->duties, guint, 0)];
      if (rule->most >= 0)
        *most = MIN (*most, rule->most);
      return TRUE;
    }
  if (unit == 0)
    return FALSE;
  if (rule->most >= 0)
    person->max_minutes = (gint)MIN (person->max_minutes, (gint64)rule->most * unit);
  if (rule->least > 0)
    person->min_minutes = (gint)MAX (person->min_minutes, MIN ((gint64)rule->least * unit, G_MAXINT));
  return TRUE;
}

static gboolean
say_count (Translation *self)
{
  const McRosterRule *rule = self->rule;
  gboolean known = rule->hard && is_one_span (self) && is_for_all (rule->sessions, self->problem->sessions->len);

  for (guint p = 0; known && p < self->problem->people->len; p++)
    if (mc_roster_scope_has (rule->people, p))
      known = say_sum (self, mc_shift_person (self->model, p));
  return known;
}

static gboolean
say_limits (Translation *self)
{
  const McRosterRule *rule = self->rule;

  for (guint p = 0; p < self->problem->people->len; p++)
    {
      McShiftPerson *person = mc_shift_person (self->model, p);
      gboolean work = rule->kind == MC_ROSTER_RULE_RUN;
      gint *least = work ? &person->min_run : &person->min_off, *most = work ? &person->max_run : &person->max_off;

      if (!mc_roster_scope_has (rule->people, p))
        continue;
      if (rule->kind == MC_ROSTER_RULE_WEEKENDS)
        {
          person->max_weekends =
              MIN (person->max_weekends, MAX (rule->most - mc_roster_person (self->problem, p)->weekends, 0));
          continue;
        }
      *least = MAX (*least, rule->least);
      if (rule->most >= 0)
        *most = MIN (*most, rule->most);
    }
  return rule->hard;
}

/* Means nothing where a day is one session. */
static gboolean
say_nothing (Translation *self)
{
  return TRUE;
}

static const RuleFunc words[MC_ROSTER_N_RULE_KINDS] = {
  [MC_ROSTER_RULE_COVER] = say_cover,           [MC_ROSTER_RULE_COMPETENCE] = say_cells,
  [MC_ROSTER_RULE_LEAVE] = say_cells,           [MC_ROSTER_RULE_WHOLE_DAY] = say_nothing,
  [MC_ROSTER_RULE_SUCCESSION] = say_succession, [MC_ROSTER_RULE_REST] = say_rest,
  [MC_ROSTER_RULE_COUNT] = say_count,           [MC_ROSTER_RULE_RUN] = say_limits,
  [MC_ROSTER_RULE_OFF_RUN] = say_limits,        [MC_ROSTER_RULE_WEEKENDS] = say_limits,
  [MC_ROSTER_RULE_PATTERN] = say_cells,         [MC_ROSTER_RULE_STANDING] = say_cells,
  [MC_ROSTER_RULE_STEADY] = say_nothing,        [MC_ROSTER_RULE_WISH_ON] = say_wishes,
  [MC_ROSTER_RULE_WISH_OFF] = say_wishes,       [MC_ROSTER_RULE_STABILITY] = say_stability,
};

static gboolean fail (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
fail (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  if (error)
    *error = g_error_new_valist (MC_ERROR, MC_ERROR_UNSUPPORTED, format, args);
  va_end (args);
  return FALSE;
}

/* The most that a rule's breaches could cost in all. */
static double
worst_of (const McRosterProblem *problem, const McRosterRule *rule)
{
  double cells = (double)problem->people->len * problem->sessions->len, worst = cells;

  if (rule->kind == MC_ROSTER_RULE_COVER)
    for (guint i = 0; i < problem->needs->len; i++)
      {
        const McRosterNeed *need = &g_array_index (problem->needs, McRosterNeed, i);

        worst += MAX ((double)need->under * need->wanted, (double)need->over * problem->people->len);
      }
  for (guint i = 0;
       i < problem->wishes->len && (rule->kind == MC_ROSTER_RULE_WISH_ON || rule->kind == MC_ROSTER_RULE_WISH_OFF); i++)
    worst += (double)g_array_index (problem->wishes, McRosterWish, i).weight;
  if (rule->kind == MC_ROSTER_RULE_STANDING)
    for (guint i = 0; i < problem->skills->len; i++)
      worst = MAX (worst, cells * (double)g_array_index (problem->skills, McRosterSkill, i).cost);
  return worst * (double)rule->weight;
}

/* A unit of a stage's cost weighs more than all that later stages can cost; the last scale is that of hard rules. */
static gboolean
find_scales (Translation *self, GError **error)
{
  guint n = self->shifts->n_stages;
  double scale = 1;

  for (guint stage = n; stage-- > 0;)
    {
      double worst = 0;

      self->shifts->scales[stage] = (gint64)scale;
      for (guint r = 0; r < self->problem->rules->len; r++)
        {
          const McRosterRule *rule = mc_roster_rule (self->problem, r);

          if (rule->on && !rule->hard && rule->stage == stage)
            worst += worst_of (self->problem, rule);
        }
      scale *= worst + 1;
      if (scale > MC_SHIFT_MAX_WEIGHT)
        return fail (error, _ ("the goals are too many stages for a roster of shifts"));
    }
  self->shifts->scales[n] = (gint64)scale;
  return TRUE;
}

static gboolean
check_form (const McRosterProblem *problem, GError **error)
{
  if (problem->sessions->len == 0 || problem->people->len == 0 || problem->duties->len == 0)
    return fail (error, _ ("there is nothing to plan"));
  if (problem->duties->len > MC_SHIFT_MAX_TYPES)
    return fail (error, _ ("there are more than %d shifts"), MC_SHIFT_MAX_TYPES);
  if (mc_roster_problem_n_days (problem) != problem->sessions->len)
    return fail (error, _ ("a roster of shifts has one session a day"));
  for (guint d = 0; d < problem->duties->len; d++)
    for (guint s = 1; s < problem->sessions->len; s++)
      if (mc_roster_problem_minutes (problem, s, d) != mc_roster_problem_minutes (problem, 0, d))
        return fail (error, _ ("“%s” is not as long on all days"), mc_roster_duty (problem, d)->name);
  return TRUE;
}

static void
add_people (Translation *self)
{
  const McRosterProblem *problem = self->problem;

  for (guint p = 0; p < problem->people->len; p++)
    {
      const McRosterPerson *from = mc_roster_person (problem, p);
      McShiftPerson *to = mc_shift_model_add_person (self->model, from->name ? from->name : from->key);

      to->last = (guint)(from->last_duty + 1);
      to->run = from->run;
      to->off_run = from->off_run;
      for (guint day = 0; day < self->model->n_days; day++)
        {
          guint session = self->shifts->sessions[day];

          to->allowed[day] = MC_SHIFT_BIT (MC_SHIFT_OFF);
          for (guint d = 0; session != G_MAXUINT && d < problem->duties->len; d++)
            if (mc_roster_problem_may (problem, p, session, d))
              to->allowed[day] |= MC_SHIFT_BIT (d + 1);
          if (session != G_MAXUINT && mc_roster_problem_pin (problem, p, session))
            to->allowed[day] = MC_SHIFT_BIT (mc_roster_problem_pin (problem, p, session)->duty + 1);
        }
    }
}

static void
lay_out (Translation *self)
{
  const McRosterProblem *problem = self->problem;
  McDay first = mc_roster_session (problem, 0)->day;
  guint n_days = day_of (self, problem->sessions->len - 1) + 1;

  self->model = self->shifts->model = mc_shift_model_new (n_days);
  self->model->first_weekday = (guint)mc_day_weekday (first) - 1;
  self->shifts->sessions = g_new (guint, n_days);
  for (guint day = 0; day < n_days; day++)
    self->shifts->sessions[day] = G_MAXUINT;
  for (guint s = 0; s < problem->sessions->len; s++)
    self->shifts->sessions[day_of (self, s)] = s;
  for (guint d = 0; d < problem->duties->len; d++)
    mc_shift_model_add_type (self->model, mc_roster_duty (problem, d)->key, mc_roster_problem_minutes (problem, 0, d));
  add_people (self);
}

static gboolean
say_rules (Translation *self, GError **error)
{
  g_autoptr (GString) unknown = g_string_new (NULL);

  for (guint r = 0; r < self->problem->rules->len; r++)
    {
      RuleFunc say;

      self->rule = mc_roster_rule (self->problem, r);
      self->scale = self->shifts->scales[self->rule->hard ? self->shifts->n_stages : self->rule->stage];
      say = words[self->rule->kind];
      if (self->rule->on && (!say || !say (self)))
        {
          g_autofree char *text = mc_roster_words_rule (self->problem, r);

          g_string_append_printf (unknown, "%s%s", unknown->len > 0 ? "; " : "", text);
        }
    }
  if (unknown->len > 0)
    return fail (error, _ ("a roster of shifts cannot keep to: %s"), unknown->str);
  if (self->too_large)
    return fail (error, _ ("a weight is too large for a roster of shifts"));
  return TRUE;
}

McRosterShifts *
mc_roster_shifts_new (const McRosterProblem *problem, GError **error)
{
  g_autoptr (McRosterShifts) shifts = g_new0 (McRosterShifts, 1);
  Translation self = { .problem = problem, .shifts = shifts };

  if (!check_form (problem, error))
    return NULL;
  shifts->n_stages = mc_roster_problem_n_stages (problem);
  shifts->scales = g_new0 (gint64, shifts->n_stages + 1);
  lay_out (&self);
  if (!find_scales (&self, error) || !say_rules (&self, error))
    return NULL;
  return g_steal_pointer (&shifts);
}

void
mc_roster_shifts_free (McRosterShifts *self)
{
  g_clear_pointer (&self->model, mc_shift_model_unref);
  g_free (self->sessions);
  g_free (self->scales);
  g_free (self);
}
