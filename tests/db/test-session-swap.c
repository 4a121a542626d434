/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mc-roster-versions.h"
#include "mc-swap-actions.h"
#include "roster-desk.h"

/* Two ask to change places: in the published month of the sample, and in a draft of the next. */

static McSession *office; /* binh, of the roster office */
static McSession *head;   /* an, the director */

static McRosterProblem *
problem_of (McRosterBook *book)
{
  return mc_roster_brief_get_problem (mc_roster_book_get_brief (book));
}

static McSwapEffect *
weigh (McRosterBook *book, McRosterSwap *swap)
{
  return mc_swap_weigh (book, swap, mc_roster_book_get_roster (book)->during.from);
}

static McRosterSwap *
saved (McLiveList *list, McRosterSwap *swap)
{
  McRosterSwap *found;

  SESSION_WAIT (mc_live_list_get_by_id (list, mc_entity_get_id (MC_ENTITY (swap))) != NULL);
  found = mc_live_list_get_by_id (list, mc_entity_get_id (MC_ENTITY (swap)));
  return found;
}

static gint64
place_of (McRosterBook *book, gint64 person, McDay day, McDaySession session)
{
  McRosterCell *cell = mc_roster_book_get_cell (book, person, day, session);

  return cell ? cell->counter_id + 1000000 * cell->duty_id : 0;
}

/* A request that is asked for and thought better of. */
static void
ask_and_undo (McRosterBook *book, McLiveList *list)
{
  g_autoptr (McRosterSwap) swap = roster_desk_find_swap (book, TRUE);
  McChange *change = mc_swap_change_request (book, swap);
  GError *error = NULL;

  g_assert_true (mc_change_can_undo (change));
  roster_desk_commit (office, change);
  saved (list, swap);
  dex_await (mc_session_undo (office), &error);
  g_assert_no_error (error);
  SESSION_WAIT (g_list_model_get_n_items (G_LIST_MODEL (list)) == 0);
}

/* Who lacks the competence is no partner; refused it is with a reason, once. */
static void
refuse (McRosterBook *book, McLiveList *list)
{
  g_autoptr (McRosterSwap) swap = roster_desk_find_swap (book, FALSE);
  g_autoptr (McSwapEffect) effect = weigh (book, swap);
  g_autoptr (GError) silent = NULL, again = NULL;
  McChange *change;

  g_assert_cmpint (effect->hard, >, 0);
  g_assert_cmpuint (effect->troubles->len, >, 0);
  roster_desk_commit (office, mc_swap_change_request (book, swap));
  silent = roster_desk_refuse (office, mc_swap_change_refuse (book, saved (list, swap), NULL));
  g_assert_nonnull (strstr (silent->message, "says why"));
  change = mc_swap_change_refuse (book, saved (list, swap), "Không cùng lĩnh vực");
  g_assert_false (mc_change_can_undo (change));
  roster_desk_commit (office, change);
  SESSION_WAIT (saved (list, swap)->state == MC_SWAP_STATE_REFUSED);
  g_assert_cmpstr (saved (list, swap)->answer, ==, "Không cùng lĩnh vực");
  g_assert_cmpstr (saved (list, swap)->decided_by, ==, "binh");
  again = roster_desk_refuse (head, mc_swap_change_withdraw (book, saved (list, swap)));
  g_assert_nonnull (strstr (again->message, "decided"));
}

static guint
count_differences (McRosterBook *book, int before, int after)
{
  g_autoptr (GListStore) found = mc_roster_list_differences (book, before, book, after);

  return g_list_model_get_n_items (G_LIST_MODEL (found));
}

/* The swap and its taking back are two amendments: each version can be compared with each. */
static void
compare (McRosterBook *book, McRosterSwap *swap)
{
  int n = mc_roster_book_get_n_amendments (book);
  g_autoptr (GListStore) found = mc_roster_list_differences (book, n - 2, book, n - 1);
  guint all = g_list_model_get_n_items (G_LIST_MODEL (found));

  g_assert_cmpint (n, >=, 2);
  g_assert_cmpuint (all, ==, 2);
  for (guint i = 0; i < all; i++)
    {
      g_autoptr (McRosterDifference) one = g_list_model_get_item (G_LIST_MODEL (found), i);

      g_assert_true (one->person == swap->person_id || one->person == swap->other_person_id);
      g_assert_cmpint (one->day, ==, swap->day);
      g_assert_cmpstr (one->before, !=, one->after);
      g_assert_true (g_str_has_suffix (one->heading, "1 cell"));
    }
  g_assert_cmpuint (count_differences (book, n - 1, n), ==, 2);
  g_assert_cmpuint (count_differences (book, n - 2, MC_ROSTER_VERSION_NOW), ==, 0);
}

/* Approved, the amendment and the decision are there at once, on the other desk too; swapped once more all is as it
 * was. */
static void
approve (McRosterBook *book, McLiveList *list)
{
  g_autoptr (McRosterBook) theirs =
      roster_desk_open (head, mc_entity_get_id (MC_ENTITY (mc_roster_book_get_roster (book))));
  g_autoptr (McRosterSwap) swap = roster_desk_find_swap (book, TRUE), back = NULL;
  g_autoptr (McSwapEffect) effect = weigh (book, swap), reverse = NULL;
  gint64 one = place_of (book, swap->person_id, swap->day, swap->session);
  gint64 other = place_of (book, swap->other_person_id, swap->day, swap->session);

  g_assert_cmpuint (effect->edits->len, ==, 2);
  g_assert_nonnull (effect->text);
  roster_desk_commit (office, mc_swap_change_request (book, swap));
  roster_desk_commit (office, mc_swap_change_approve (book, saved (list, swap), effect));
  SESSION_WAIT (place_of (theirs, swap->person_id, swap->day, swap->session) == other);
  SESSION_WAIT (place_of (book, swap->other_person_id, swap->day, swap->session) == one);
  SESSION_WAIT (saved (list, swap)->state == MC_SWAP_STATE_APPROVED);
  g_assert_cmpint (saved (list, swap)->amendment_id, !=, 0);
  g_assert_cmpint (mc_roster_book_get_roster (book)->state, ==, MC_ROSTER_STATE_AMENDED);

  back = mc_swap_new_reverse (swap);
  reverse = weigh (book, back);
  g_assert_true (mc_swap_effect_may (reverse));
  roster_desk_commit (office, mc_swap_change_back (book, swap, reverse));
  SESSION_WAIT (place_of (theirs, swap->person_id, swap->day, swap->session) == one &&
                place_of (theirs, swap->other_person_id, swap->day, swap->session) == other);
  compare (theirs, swap);
}

static guint
find_worker (McRosterBook *book, guint session, gint64 but)
{
  guint i = 0;

  while (mc_roster_person (problem_of (book), i)->id == but ||
         mc_roster_solution_get (mc_roster_book_get_current (book), i, session) == MC_ROSTER_FREE)
    i++;
  return i;
}

/* What keeps a swap from being done, in words. */
static void
tell_obstacles (McRosterBook *book)
{
  guint last = problem_of (book)->sessions->len - 1;
  g_autoptr (McRosterSwap) self = roster_desk_swap (book, 0, 0, 0, 1), busy = roster_desk_find_swap (book, TRUE),
                           past = roster_desk_find_swap (book, TRUE);
  g_autoptr (McSwapEffect) one = weigh (book, self), two = NULL, three = NULL;

  g_assert_nonnull (strstr (one->obstacle, "between two people"));
  busy->other_person_id = mc_roster_person (problem_of (book), find_worker (book, last, busy->person_id))->id;
  busy->other_day = mc_roster_session (problem_of (book), last)->day;
  busy->other_session = mc_roster_session (problem_of (book), last)->part;
  two = weigh (book, busy);
  g_assert_nonnull (strstr (two->obstacle, "already has"));
  g_assert_false (mc_swap_effect_may (two));
  g_assert_cmpuint (two->edits->len, ==, 0);
  three = mc_swap_weigh (book, past, mc_roster_book_get_roster (book)->during.until);
  g_assert_nonnull (strstr (three->obstacle, "not swapped any more"));
}

static void
put (McRosterBook *book, guint person, guint session, McRosterPlace place)
{
  McRosterProblem *problem = problem_of (book);
  McRosterEdit edit = { mc_roster_person (problem, person)->id, mc_roster_session (problem, session)->day,
                        mc_roster_session (problem, session)->part, place, -1 };
  g_autoptr (GArray) edits = g_array_new (FALSE, TRUE, sizeof edit);

  g_array_append_val (edits, edit);
  roster_desk_commit (office, mc_roster_change_edit (book, "Put", edits));
  SESSION_WAIT (place_of (book, edit.person, edit.day, edit.session) != 0);
}

/* Two who may both sit at one counter, in sessions of two days. */
static gboolean
find_partners (McRosterProblem *problem, guint later, guint *one, guint *other, guint *duty)
{
  for (*duty = 0; *duty < problem->duties->len; (*duty)++)
    {
      gint first = -1;

      for (guint i = 0; i < problem->people->len; i++)
        if (mc_roster_problem_may (problem, i, 0, *duty) && mc_roster_problem_may (problem, i, later, *duty))
          {
            if (first >= 0)
              {
                *one = (guint)first;
                *other = i;
                return TRUE;
              }
            first = (gint)i;
          }
    }
  return FALSE;
}

/* In a draft the cells themselves change: one gives Monday for the other's Tuesday. */
static void
swap_in_draft (void)
{
  McPeriod month = roster_desk_month (office, 1);
  g_autoptr (McRosterBook) book = NULL;
  g_autoptr (McLiveList) list = NULL;
  g_autoptr (McRosterSwap) swap = NULL;
  g_autoptr (McSwapEffect) effect = NULL;
  guint one = 0, other = 0, duty = 0, later = 4;
  gint64 place;

  roster_desk_commit (office, mc_roster_change_new (month, "Đổi ca"));
  book = roster_desk_open (office, roster_desk_find (office, month.from));
  list = mc_session_list_of (office, MC_TYPE_ROSTER_SWAP, "roster_id",
                             mc_entity_get_id (MC_ENTITY (mc_roster_book_get_roster (book))));
  g_assert_true (find_partners (problem_of (book), later, &one, &other, &duty));
  put (book, one, 0, mc_roster_brief_get_place (mc_roster_book_get_brief (book), (gint)duty));
  put (book, other, later, mc_roster_brief_get_place (mc_roster_book_get_brief (book), (gint)duty));
  swap = roster_desk_swap (book, one, 0, other, later);
  place = place_of (book, swap->person_id, swap->day, swap->session);
  effect = weigh (book, swap);
  g_assert_true (mc_swap_effect_may (effect));
  g_assert_cmpuint (effect->edits->len, ==, 4);
  roster_desk_commit (office, mc_swap_change_request (book, swap));
  roster_desk_commit (office, mc_swap_change_approve (book, saved (list, swap), effect));
  SESSION_WAIT (place_of (book, swap->person_id, swap->other_day, swap->other_session) == place);
  SESSION_WAIT (place_of (book, swap->other_person_id, swap->day, swap->session) == place);
  g_assert_cmpint (place_of (book, swap->person_id, swap->day, swap->session), ==, 0);
  SESSION_WAIT (saved (list, swap)->state == MC_SWAP_STATE_APPROVED);
  g_assert_cmpint (saved (list, swap)->amendment_id, ==, 0);
}

static void
test_swap (void)
{
  g_autoptr (McRosterBook) book = NULL;
  g_autoptr (McLiveList) list = NULL;

  office = session_fixture_open ("binh");
  head = session_fixture_open ("an");
  book = roster_desk_open (office, roster_desk_find (office, mc_session_get_today (office)));
  list = mc_session_list_of (office, MC_TYPE_ROSTER_SWAP, "roster_id",
                             mc_entity_get_id (MC_ENTITY (mc_roster_book_get_roster (book))));
  tell_obstacles (book);
  ask_and_undo (book, list);
  refuse (book, list);
  approve (book, list);
  swap_in_draft ();
  g_clear_object (&book);
  g_clear_object (&list);
  session_fixture_close (g_steal_pointer (&office));
  session_fixture_close (g_steal_pointer (&head));
}

int
main (int argc, char **argv)
{
  session_fixture_init (&argc, &argv);
  mc_test_add_fiber ("/session/roster/swap", test_swap);
  return session_fixture_run ();
}
