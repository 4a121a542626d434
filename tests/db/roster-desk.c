/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "roster-desk.h"

McRosterBook *
roster_desk_open (McSession *session, gint64 id)
{
  GError *error = NULL;
  g_autoptr (McRosterBook) book = mc_roster_book_new (session, id);
  g_autoptr (McRosterBook) ready = dex_await_object (mc_roster_book_when_ready (book), &error);

  g_assert_no_error (error);
  g_assert_true (ready == book);
  return g_steal_pointer (&book);
}

McPeriod
roster_desk_month (McSession *session, int months)
{
  McDay first = mc_day_add_months (mc_session_get_today (session), months);
  int year, month;

  mc_day_split (first, &year, &month, NULL);
  first = mc_day_new (year, month, 1);
  return (McPeriod){ first, mc_day_add_months (first, 1) };
}

void
roster_desk_commit (McSession *session, McChange *change)
{
  g_object_unref (session_fixture_commit (session, change));
  g_object_unref (change);
}

GError *
roster_desk_refuse (McSession *session, McChange *change)
{
  GError *error = NULL;

  dex_await (mc_session_commit (session, change), &error);
  g_assert_nonnull (error);
  g_object_unref (change);
  return error;
}

static gint64
roster_of (McLiveList *list, McDay day)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (McRoster) roster = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (mc_period_contains (roster->during, day))
        return mc_entity_get_id (MC_ENTITY (roster));
    }
  return 0;
}

gint64
roster_desk_find (McSession *session, McDay day)
{
  g_autoptr (McLiveList) list = session_fixture_list (session, MC_TYPE_ROSTER);

  SESSION_WAIT (roster_of (list, day) != 0);
  return roster_of (list, day);
}

McRosterSwap *
roster_desk_swap (McRosterBook *book, guint one, guint session, guint other, guint other_session)
{
  McRosterProblem *problem = mc_roster_brief_get_problem (mc_roster_book_get_brief (book));
  McRosterSwap *swap = mc_roster_swap_new ();

  swap->roster_id = mc_entity_get_id (MC_ENTITY (mc_roster_book_get_roster (book)));
  swap->person_id = mc_roster_person (problem, one)->id;
  swap->day = mc_roster_session (problem, session)->day;
  swap->session = mc_roster_session (problem, session)->part;
  swap->other_person_id = mc_roster_person (problem, other)->id;
  swap->other_day = mc_roster_session (problem, other_session)->day;
  swap->other_session = mc_roster_session (problem, other_session)->part;
  swap->reason = g_strdup ("Việc nhà");
  return swap;
}

McRosterSwap *
roster_desk_find_swap (McRosterBook *book, gboolean may)
{
  McRosterProblem *problem = mc_roster_brief_get_problem (mc_roster_book_get_brief (book));
  McRosterSolution *now = mc_roster_book_get_current (book);
  McDay first = mc_roster_book_get_roster (book)->during.from;

  for (guint i = 0; i < problem->people->len; i++)
    for (guint j = 0; j < problem->people->len; j++)
      {
        g_autoptr (McRosterSwap) swap = roster_desk_swap (book, i, 0, j, 0);
        g_autoptr (McSwapEffect) effect = mc_swap_weigh (book, swap, first);

        if (mc_roster_solution_get (now, i, 0) != MC_ROSTER_FREE && !effect->obstacle &&
            mc_swap_effect_may (effect) == may)
          return g_steal_pointer (&swap);
      }
  g_assert_not_reached ();
}
