/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-template-actions.h"

#include <glib/gi18n-lib.h>

#include "mc-roster-template-cell.h"

#define WEEKDAYS 7

/* --- Saving one --- */

/* What a person does in the sessions of a weekday, and how often. */
typedef struct
{
  gint duty;
  guint n;
} Habit;

static gboolean
is_ordinary (const McWorkDay *day, guint part)
{
  return day->kind == MC_WORK_DAY_WORKING || day->kind == MC_WORK_DAY_HALF
             ? day->works[part]
             : day->kind == MC_WORK_DAY_WEEKEND; /* Saturdays of chosen fields are a part of the week, too */
}

static void
note_habit (GArray *habits, gint duty)
{
  Habit fresh = { duty, 1 };

  for (guint i = 0; i < habits->len; i++)
    if (g_array_index (habits, Habit, i).duty == duty)
      {
        g_array_index (habits, Habit, i).n++;
        return;
      }
  g_array_append_val (habits, fresh);
}

/* MC_ROSTER_FREE: mostly nothing. */
static gint
find_habit (McRosterBook *book, guint person, int weekday, guint part)
{
  McRosterProblem *problem = mc_roster_brief_get_problem (mc_roster_book_get_brief (book));
  g_autoptr (GArray) habits = g_array_new (FALSE, FALSE, sizeof (Habit));
  Habit best = { MC_ROSTER_FREE, 0 };

  for (guint k = 0; k < problem->sessions->len; k++)
    {
      McRosterSession *session = mc_roster_session (problem, k);

      if (session->part == part && mc_day_weekday (session->day) == weekday &&
          is_ordinary (mc_work_calendar_get (mc_roster_book_get_calendar (book), session->day), part))
        note_habit (habits, mc_roster_solution_get (mc_roster_book_get_current (book), person, k));
    }
  for (guint i = 0; i < habits->len; i++)
    if (g_array_index (habits, Habit, i).n > best.n)
      best = g_array_index (habits, Habit, i);
  return best.duty;
}

static void
save_cell (McChange *change,
           McRosterTemplate *template_,
           McRosterPlace place,
           gint64 person,
           int weekday,
           McDaySession session)
{
  g_autoptr (McRosterTemplateCell) cell = mc_roster_template_cell_new ();

  cell->person_id = person;
  cell->weekday = weekday;
  cell->session = session;
  cell->counter_id = place.counter_id;
  cell->duty_id = place.duty_id;
  mc_change_insert (change, MC_ENTITY (cell));
  mc_change_link (change, MC_ENTITY (cell), "template_id", MC_ENTITY (template_));
}

McChange *
mc_template_change_save (McRosterBook *book, const char *name)
{
  McRosterBrief *brief = mc_roster_book_get_brief (book);
  McRosterProblem *problem = mc_roster_brief_get_problem (brief);
  g_autofree char *label = g_strdup_printf (_ ("Save the template “%s”"), name);
  McChange *change = mc_change_new (label);
  g_autoptr (McRosterTemplate) template_ = mc_roster_template_new ();

  template_->name = g_strdup (name);
  mc_change_insert (change, MC_ENTITY (template_));
  for (guint i = 0; i < problem->people->len; i++)
    for (int weekday = 1; weekday <= WEEKDAYS; weekday++)
      for (guint part = 0; part < MC_DAY_SESSIONS; part++)
        {
          gint duty = find_habit (book, i, weekday, part);

          if (duty != MC_ROSTER_FREE)
            save_cell (change, template_, mc_roster_brief_get_place (brief, duty), mc_roster_person (problem, i)->id,
                       weekday, (McDaySession)part);
        }
  return change;
}

/* --- Filling a draft --- */

typedef struct
{
  McRosterBook *book;
  McRosterBrief *brief;
  McRosterProblem *problem;
  guint *there; /* of each duty and session: people who are there, or come by this */
  GArray *edits;
} Filling;

static guint *
there (Filling *self, gint duty, guint session)
{
  return &self->there[(gsize)duty * self->problem->sessions->len + session];
}

static void
count_there (Filling *self)
{
  McRosterSolution *now = mc_roster_book_get_current (self->book);

  for (guint i = 0; i < self->problem->people->len; i++)
    for (guint k = 0; k < self->problem->sessions->len; k++)
      {
        gint duty = mc_roster_solution_get (now, i, k);

        if (duty != MC_ROSTER_FREE)
          ++*there (self, duty, k);
      }
}

static void
fill_session (Filling *self, McRosterTemplateCell *cell, gint person, gint duty, guint k)
{
  McRosterSession *session = mc_roster_session (self->problem, k);
  const McRosterNeed *need = mc_roster_problem_need (self->problem, k, (guint)duty);
  const McWorkDay *day = mc_work_calendar_get (mc_roster_book_get_calendar (self->book), session->day);
  McRosterEdit edit = { cell->person_id, session->day, session->part, { cell->counter_id, cell->duty_id }, -1 };

  if (mc_day_weekday (session->day) != cell->weekday || session->part != (guint)cell->session || !need ||
      *there (self, duty, k) >= need->most || !is_ordinary (day, session->part) ||
      mc_roster_book_get_cell (self->book, cell->person_id, session->day, session->part) ||
      mc_roster_problem_away (self->problem, (guint)person, k) ||
      !mc_roster_problem_skill (self->problem, (guint)person, k, (guint)duty))
    return;
  ++*there (self, duty, k);
  g_array_append_val (self->edits, edit);
}

McChange *
mc_template_change_fill (McRosterBook *book, GListModel *cells, const char *name)
{
  McRosterBrief *brief = mc_roster_book_get_brief (book);
  McRosterProblem *problem = mc_roster_brief_get_problem (brief);
  g_autofree guint *counts = g_new0 (guint, problem->duties->len * problem->sessions->len + 1);
  g_autoptr (GArray) edits = g_array_new (FALSE, TRUE, sizeof (McRosterEdit));
  Filling self = { book, brief, problem, counts, edits };
  g_autofree char *label = g_strdup_printf (_ ("Fill from the template “%s”"), name);

  count_there (&self);
  for (guint i = 0; i < g_list_model_get_n_items (cells); i++)
    {
      g_autoptr (McRosterTemplateCell) cell = g_list_model_get_item (cells, i);
      gint person = mc_roster_brief_find_person (brief, cell->person_id);
      gint duty = mc_roster_brief_find_duty (brief, (McRosterPlace){ cell->counter_id, cell->duty_id });

      for (guint k = 0; person >= 0 && duty >= 0 && k < problem->sessions->len; k++)
        fill_session (&self, cell, person, duty, k);
    }
  return mc_roster_change_edit (book, label, edits);
}

McChange *
mc_template_change_delete (McRosterTemplate *template_)
{
  g_autofree char *label = g_strdup_printf (_ ("Delete the template “%s”"), template_->name);
  McChange *change = mc_change_new (label);

  mc_change_delete (change, MC_ENTITY (template_));
  mc_change_set_final (change);
  return change;
}
