/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-view-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mc-error.h"
#include "mc-name.h"
#include "mc-roster-words.h"
#include "mc-roster-cell.h"
#include "mc-work-calendar.h"

/* How cells look: tables are filled once a change, so that a look is a few lookups. */

#define AT(self, person, session) ((gsize)(person) * (self)->problem->sessions->len + (gsize)(session))
#define MOST_CODES 12

/* --- Tables --- */

static gsize
get_n_slots (McRosterView *self)
{
  return self->problem ? (gsize)(self->days.until - self->days.from) * self->n_parts : 0;
}

static void
fill_sessions (McRosterView *self)
{
  gsize n = get_n_slots (self);

  self->sessions = g_new (gint, n + 1);
  self->slots = g_new0 (guint, self->problem->sessions->len + 1);
  for (gsize slot = 0; slot < n; slot++)
    {
      gint session = mc_roster_brief_find_session (self->brief, self->days.from + (McDay)(slot / self->n_parts),
                                                   (guint)(slot % self->n_parts));

      self->sessions[slot] = session;
      if (session >= 0)
        self->slots[session] = (guint)slot;
    }
}

static void
fill_counts (McRosterView *self)
{
  McRosterProblem *problem = self->problem;

  self->wanted = g_new0 (guint16, problem->duties->len * problem->sessions->len + 1);
  self->there = g_new0 (guint16, problem->duties->len * problem->sessions->len + 1);
  for (guint i = 0; i < problem->needs->len; i++)
    {
      McRosterNeed *need = &g_array_index (problem->needs, McRosterNeed, i);

      self->wanted[AT (self, need->duty, need->session)] = need->wanted;
    }
  for (guint i = 0; i < problem->people->len; i++)
    for (guint k = 0; k < problem->sessions->len; k++)
      {
        gint duty = mc_roster_solution_get (self->current, i, k);

        if (duty >= 0)
          self->there[AT (self, duty, k)]++;
      }
}

static gboolean
is_worse (McRosterView *self, const McRosterBreach *breach, gint16 before)
{
  McRosterBreach *other = before >= 0 ? &g_array_index (self->current->breaches, McRosterBreach, before) : NULL;

  return !other ||
         (mc_roster_rule (self->problem, breach->rule)->hard && !mc_roster_rule (self->problem, other->rule)->hard);
}

gboolean
mc_roster_view_tells (const McRosterRule *rule)
{
  return rule->hard || (rule->kind != MC_ROSTER_RULE_STANDING && rule->kind != MC_ROSTER_RULE_STEADY &&
                        rule->kind != MC_ROSTER_RULE_STABILITY && rule->kind != MC_ROSTER_RULE_FAIRNESS);
}

static void
fill_breaches (McRosterView *self)
{
  gsize n = self->problem->people->len * self->problem->sessions->len;

  self->breach = g_new (gint16, n + 1);
  memset (self->breach, -1, sizeof (gint16) * (n + 1));
  for (guint i = 0; i < self->current->breaches->len && i < G_MAXINT16; i++)
    {
      McRosterBreach *breach = &g_array_index (self->current->breaches, McRosterBreach, i);

      if (breach->person < 0 || breach->session < 0 ||
          !mc_roster_view_tells (mc_roster_rule (self->problem, breach->rule)))
        continue;
      if (is_worse (self, breach, self->breach[AT (self, breach->person, breach->session)]))
        self->breach[AT (self, breach->person, breach->session)] = (gint16)i;
    }
}

void
mc_roster_view_fill_tables (McRosterView *self)
{
  gsize n = self->problem->people->len * self->problem->sessions->len;

  fill_sessions (self);
  fill_counts (self);
  fill_breaches (self);
  self->away = g_new (gint16, n + 1);
  memset (self->away, -1, sizeof (gint16) * (n + 1));
  for (guint i = 0; i < self->problem->aways->len && i < G_MAXINT16; i++)
    {
      McRosterAway *away = &g_array_index (self->problem->aways, McRosterAway, i);

      for (guint k = away->from; k <= away->to; k++)
        self->away[AT (self, away->person, k)] = (gint16)i;
    }
  self->texts = g_new0 (char *, self->problem->duties->len * self->problem->sessions->len + 1);
}

void
mc_roster_view_clear_tables (McRosterView *self)
{
  for (gsize i = 0; self->texts && i < self->problem->duties->len * self->problem->sessions->len; i++)
    g_free (self->texts[i]);
  g_clear_pointer (&self->texts, g_free);
  g_clear_pointer (&self->sessions, g_free);
  g_clear_pointer (&self->slots, g_free);
  g_clear_pointer (&self->wanted, g_free);
  g_clear_pointer (&self->there, g_free);
  g_clear_pointer (&self->away, g_free);
  g_clear_pointer (&self->breach, g_free);
}

ViewRow *
mc_roster_view_get_row (McRosterView *self, guint row)
{
  return row < self->rows->len ? g_ptr_array_index (self->rows, row)
                               : g_ptr_array_index (self->feet, row - self->rows->len);
}

gint
mc_roster_view_get_duty (McRosterView *self, guint person, gint session)
{
  return session >= 0 ? mc_roster_solution_get (self->current, person, (guint)session) : MC_ROSTER_FREE;
}

/* --- Looks --- */

static McTone
get_tone (McRosterView *self, guint person, gint duty)
{
  switch (mc_roster_duty (self->problem, duty)->kind)
    {
    case MC_ROSTER_DUTY_GUIDANCE:
      return MC_TONE_AREA_INFORMATION;
    case MC_ROSTER_DUTY_LEADER:
      return MC_TONE_AREA_OFFICE;
    case MC_ROSTER_DUTY_SUPERVISION:
      return MC_TONE_AREA_FEEDBACK;
    case MC_ROSTER_DUTY_IT:
      return MC_TONE_AREA_MEETING;
    case MC_ROSTER_DUTY_GUARD:
      return MC_TONE_AREA_POSTAL;
    case MC_ROSTER_DUTY_CLERK:
      return MC_TONE_AREA_SERVICE;
    case MC_ROSTER_DUTY_EXTRA:
    case MC_ROSTER_DUTY_SHIFT:
      return MC_TONE_AREA_WAITING;
    case MC_ROSTER_DUTY_COUNTER:
    default:
      return mc_roster_brief_is_standby (self->brief, person) ? MC_TONE_STANDBY : MC_TONE_STAFFED;
    }
}

static void
set_duty (McRosterView *self, guint person, gint duty, McRosterGridLook *out)
{
  McRosterDuty *one = mc_roster_duty (self->problem, duty);

  out->text = out->code = one->key;
  out->label = one->name;
  out->tone = get_tone (self, person, duty);
}

static void
set_marks (McRosterView *self, guint person, gint session, McRosterGridLook *out)
{
  McRosterSession *when = mc_roster_session (self->problem, session);
  McRosterCell *cell =
      mc_roster_book_get_cell (self->book, mc_roster_person (self->problem, person)->id, when->day, when->part);
  gint16 breach = self->breach[AT (self, person, session)];

  if (cell && cell->pinned)
    out->marks |= MC_ROSTER_MARK_PINNED;
  if (cell && cell->amendment_id)
    out->marks |= MC_ROSTER_MARK_AMENDED;
  if (breach >= 0)
    out->marks |=
        mc_roster_rule (self->problem, g_array_index (self->current->breaches, McRosterBreach, breach).rule)->hard
            ? MC_ROSTER_MARK_ERROR
            : MC_ROSTER_MARK_WARNING;
  if (self->other && self->other[AT (self, person, session)] != mc_roster_view_get_duty (self, person, session))
    out->marks |= MC_ROSTER_MARK_CHANGED;
}

static void
look_at_person (McRosterView *self, guint person, guint slot, McRosterGridLook *out)
{
  gint session = self->sessions[slot];
  gint64 key = mc_roster_view_pending_key (person, slot);
  gpointer pending = g_hash_table_lookup (self->pending, &key);
  gint duty = pending ? GPOINTER_TO_INT (pending) - 2 : mc_roster_view_get_duty (self, person, session);

  if (duty >= 0)
    set_duty (self, person, duty, out);
  else if (session >= 0 && self->away[AT (self, person, session)] >= 0)
    {
      out->text = mc_palette_get_sign (MC_TONE_ABSENT);
      out->code = "";
      out->label = g_array_index (self->problem->aways, McRosterAway, self->away[AT (self, person, session)]).reason;
      out->tone = MC_TONE_ABSENT;
    }
  if (pending)
    out->marks |= MC_ROSTER_MARK_PENDING;
  else if (session >= 0)
    set_marks (self, person, session, out);
}

/* Who is there: the given name, and how many more. */
static const char *
get_names (McRosterView *self, guint duty, guint session)
{
  char **text = &self->texts[AT (self, duty, session)];
  guint n = self->there[AT (self, duty, session)];
  g_autofree char *given = NULL;

  if (*text)
    return *text;
  for (guint i = 0; i < self->problem->people->len && !given; i++)
    if (mc_roster_solution_get (self->current, i, session) == (gint)duty)
      {
        g_autofree char *family = NULL, *middle = NULL;

        mc_name_split (mc_roster_person (self->problem, i)->name, &family, &middle, &given);
      }
  *text = n > 1 ? g_strdup_printf ("%s +%u", given, n - 1) : g_steal_pointer (&given);
  if (!*text)
    *text = g_strdup ("");
  return *text;
}

static void
set_light (guint there, guint wanted, McRosterGridLook *out)
{
  g_autofree char *text = NULL, *label = NULL;

  out->code = "";
  if (wanted == 0)
    {
      out->text = there > 0 ? "+" : "";
      out->tone = there > 0 ? MC_TONE_WARNING : MC_TONE_NONE;
      return;
    }
  out->tone = there >= wanted ? MC_TONE_STAFFED : there > 0 ? MC_TONE_STANDBY : MC_TONE_ERROR;
  text = there >= wanted ? g_strdup ("✓") : g_strdup_printf ("%s%u", there > 0 ? "◐" : "✗", wanted - there);
  label = g_strdup_printf ("%s %u/%u", there >= wanted ? "✓" : there > 0 ? "◐" : "✗", there, wanted);
  out->text = g_intern_string (text);
  out->label = g_intern_string (label);
}

static void
look_at_duty (McRosterView *self, guint duty, guint slot, McRosterGridLook *out)
{
  gint session = self->sessions[slot];

  out->text = out->code = "";
  if (session < 0)
    return;
  if (self->there[AT (self, duty, session)] == 0)
    {
      set_light (0, self->wanted[AT (self, duty, session)], out);
      return;
    }
  out->text = out->label = out->code = get_names (self, duty, (guint)session);
  out->tone = self->there[AT (self, duty, session)] < self->wanted[AT (self, duty, session)] ? MC_TONE_STANDBY
                                                                                             : MC_TONE_STAFFED;
}

static void
count_all (McRosterView *self, gint session, guint *missing, guint *wanted)
{
  *missing = *wanted = 0;
  for (guint duty = 0; session >= 0 && duty < self->problem->duties->len; duty++)
    {
      guint needed = self->wanted[AT (self, duty, session)], there = self->there[AT (self, duty, session)];

      *wanted += needed;
      *missing += needed > there ? needed - there : 0;
    }
}

static void
look_at_foot (McRosterView *self, gint duty, guint slot, McRosterGridLook *out)
{
  gint session = self->sessions[slot];
  guint missing, wanted;

  out->text = out->code = "";
  if (session < 0)
    return;
  if (duty >= 0)
    {
      set_light (self->there[AT (self, duty, session)], self->wanted[AT (self, duty, session)], out);
      return;
    }
  count_all (self, session, &missing, &wanted);
  set_light (missing > 0 ? 0 : wanted, missing > 0 ? missing : wanted, out);
  if (missing > 0)
    {
      g_autofree char *label = g_strdup_printf (_ ("✗ %u missing"), missing);

      out->tone = MC_TONE_WARNING;
      out->label = g_intern_string (label);
    }
}

static void
get_look (McRosterGridSource *source, guint row, guint slot, McRosterGridLook *out)
{
  McRosterView *self = MC_ROSTER_VIEW (source);
  ViewRow *shown = mc_roster_view_get_row (self, row);

  out->text = "";
  if (shown->heading)
    return;
  if (row >= self->rows->len)
    look_at_foot (self, shown->index, slot, out);
  else if (self->side == MC_ROSTER_SIDE_PEOPLE)
    look_at_person (self, (guint)shown->index, slot, out);
  else
    look_at_duty (self, (guint)shown->index, slot, out);
}

/* --- Rows and days --- */

static guint
get_n_rows (McRosterGridSource *source)
{
  return MC_ROSTER_VIEW (source)->rows->len;
}

static guint
get_n_feet (McRosterGridSource *source)
{
  return MC_ROSTER_VIEW (source)->feet->len;
}

static guint
get_n_days (McRosterGridSource *source)
{
  McRosterView *self = MC_ROSTER_VIEW (source);

  return self->problem ? (guint)(self->days.until - self->days.from) : 0;
}

static guint
get_n_parts (McRosterGridSource *source)
{
  return MC_ROSTER_VIEW (source)->n_parts;
}

static const char *
get_name_title (McRosterGridSource *source)
{
  return MC_ROSTER_VIEW (source)->side == MC_ROSTER_SIDE_COUNTERS ? C_ ("column", "Counter or duty")
                                                                  : C_ ("column", "Name");
}

static const char *
get_fact_title (McRosterGridSource *source, guint fact)
{
  if (MC_ROSTER_VIEW (source)->side == MC_ROSTER_SIDE_COUNTERS)
    return NULL;
  return fact == 0 ? C_ ("column", "Hours") : C_ ("short weekday", "Sat");
}

static void
get_row (McRosterGridSource *source, guint row, McRosterGridRow *out)
{
  ViewRow *shown = mc_roster_view_get_row (MC_ROSTER_VIEW (source), row);

  out->heading = shown->heading;
  out->key = shown->key;
  out->name = shown->name;
  out->code = shown->code;
  out->drag = shown->drag;
  for (guint i = 0; i < MC_ROSTER_GRID_N_FACTS; i++)
    {
      out->facts[i] = shown->facts[i];
      out->fact_tones[i] = shown->fact_tones[i];
    }
}

static void
get_day (McRosterGridSource *source, guint day, McRosterGridDay *out)
{
  McRosterView *self = MC_ROSTER_VIEW (source);
  McWorkCalendar *calendar = mc_roster_book_get_calendar (self->book);
  const McWorkDay *work;

  out->day = self->days.from + (McDay)day;
  work = calendar ? mc_work_calendar_get (calendar, out->day) : NULL;
  if (!work)
    return;
  out->note = work->name;
  if (work->kind == MC_WORK_DAY_HOLIDAY || work->kind == MC_WORK_DAY_MAKE_UP || work->kind == MC_WORK_DAY_SWAPPED_OFF)
    out->tone = MC_TONE_HOLIDAY;
  else if (mc_work_day_is_off (work))
    out->tone = MC_TONE_WEEKEND;
}

/* --- Words --- */

static char *
describe_duty (McRosterView *self, gint duty, gint session)
{
  guint missing, wanted;
  GString *text;

  if (session < 0)
    return g_strdup (_ ("nobody is needed"));
  if (duty < 0)
    {
      count_all (self, session, &missing, &wanted);
      return g_strdup_printf (g_dngettext (NULL, "%u of %u seat is empty", "%u of %u seats are empty", wanted), missing,
                              wanted);
    }
  text = g_string_new (NULL);
  for (guint i = 0; i < self->problem->people->len; i++)
    if (mc_roster_solution_get (self->current, i, (guint)session) == duty)
      g_string_append_printf (text, "%s%s", text->len ? ", " : "", mc_roster_person (self->problem, i)->name);
  if (text->len == 0)
    g_string_append (text, self->wanted[AT (self, duty, session)] ? _ ("nobody is there") : _ ("nobody is needed"));
  else if (self->there[AT (self, duty, session)] < self->wanted[AT (self, duty, session)])
    g_string_append_printf (text, _ (", of %u"), self->wanted[AT (self, duty, session)]);
  return g_string_free (text, FALSE);
}

static char *
describe (McRosterGridSource *source, guint row, guint slot)
{
  McRosterView *self = MC_ROSTER_VIEW (source);
  ViewRow *shown = mc_roster_view_get_row (self, row);
  gint session = self->sessions[slot];
  gint16 breach;
  McRosterGridLook look = { 0 };
  GString *text;

  if (row >= self->rows->len || self->side == MC_ROSTER_SIDE_COUNTERS)
    return describe_duty (self, shown->index, session);
  look_at_person (self, (guint)shown->index, slot, &look);
  text = g_string_new (look.label ? look.label : _ ("free"));
  breach = session >= 0 ? self->breach[AT (self, shown->index, session)] : MC_ROSTER_NONE;
  if (breach >= 0)
    {
      McRosterRule *rule =
          mc_roster_rule (self->problem, g_array_index (self->current->breaches, McRosterBreach, breach).rule);

      if (rule->text)
        g_string_append_printf (text, " (%s)", rule->text);
    }
  if (look.marks & MC_ROSTER_MARK_CHANGED)
    g_string_append_printf (text, _ (", before: %s"),
                            mc_roster_words_duty (self->problem, self->other[AT (self, shown->index, session)]));
  return g_string_free (text, FALSE);
}

/* --- What is typed --- */

static gboolean
parse_person (McRosterView *self, const char *text, int *person, GError **error)
{
  g_autofree char *needle = mc_fold (text);
  guint n = 0;

  for (guint i = 0; i < self->problem->people->len; i++)
    {
      const char *name = mc_roster_person (self->problem, i)->name;
      g_autofree char *folded = mc_fold (name);

      if (g_ascii_strcasecmp (folded, needle) == 0)
        {
          *person = (int)i;
          return TRUE;
        }
      if (!mc_fold_matches (folded, needle))
        continue;
      *person = (int)i;
      n++;
    }
  if (n == 1)
    return TRUE;
  *person = MC_ROSTER_GRID_FREE;
  g_set_error (error, MC_ERROR, MC_ERROR_INVALID,
               n ? _ ("“%s” is the name of several people here.") : _ ("Nobody here is called “%s”."), text);
  return FALSE;
}

static gboolean
parse (McRosterGridSource *source, const char *text, int *duty, GError **error)
{
  McRosterView *self = MC_ROSTER_VIEW (source);

  *duty = MC_ROSTER_GRID_FREE;
  if (!text || *text == '\0' || !self->problem)
    return TRUE;
  if (self->side == MC_ROSTER_SIDE_COUNTERS)
    return parse_person (self, text, duty, error);
  *duty = mc_roster_brief_find_code (self->brief, text);
  if (*duty >= 0)
    return TRUE;
  g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("No counter and no duty has the code “%s”."), text);
  return FALSE;
}

static void
add_codes (McRosterView *self, GPtrArray *codes, gint person, gint session, const char *needle, gboolean able)
{
  for (guint i = 0; i < self->problem->duties->len && codes->len < MOST_CODES; i++)
    {
      McRosterDuty *duty = mc_roster_duty (self->problem, i);
      g_autofree char *text = g_strdup_printf ("%s %s", duty->key, duty->name);
      g_autofree char *folded = mc_fold (text);
      gboolean may = session < 0 || mc_roster_problem_may (self->problem, (guint)person, (guint)session, i);

      if (may == able && mc_fold_matches (folded, needle))
        g_ptr_array_add (codes, mc_roster_code_new (duty->key, duty->name));
    }
}

static void
add_people (McRosterView *self, GPtrArray *codes, gint duty, gint session, const char *needle, gboolean able)
{
  for (guint i = 0; i < self->problem->people->len && codes->len < MOST_CODES; i++)
    {
      const char *name = mc_roster_person (self->problem, i)->name;
      g_autofree char *folded = mc_fold (name);
      gboolean may = session < 0 || mc_roster_problem_may (self->problem, i, (guint)session, (guint)duty);

      if (may == able && mc_fold_matches (folded, needle))
        g_ptr_array_add (codes, mc_roster_code_new (name, may ? _ ("may be here") : _ ("may not be here")));
    }
}

/* Those who may, or what one may, first. */
static GPtrArray *
complete (McRosterGridSource *source, guint row, guint slot, const char *text)
{
  McRosterView *self = MC_ROSTER_VIEW (source);
  GPtrArray *codes = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_roster_code_free);
  g_autofree char *needle = mc_fold (text);
  gint index = mc_roster_view_get_row (self, row)->index;

  for (int able = 1; able >= 0; able--)
    if (self->side == MC_ROSTER_SIDE_PEOPLE)
      add_codes (self, codes, index, self->sessions[slot], needle, able);
    else
      add_people (self, codes, index, self->sessions[slot], needle, able);
  return codes;
}

void
mc_roster_view_source_init (McRosterGridSourceInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_feet = get_n_feet;
  iface->get_n_days = get_n_days;
  iface->get_n_parts = get_n_parts;
  iface->get_name_title = get_name_title;
  iface->get_fact_title = get_fact_title;
  iface->get_row = get_row;
  iface->get_day = get_day;
  iface->get_look = get_look;
  iface->describe = describe;
  iface->parse = parse;
  iface->complete = complete;
}
