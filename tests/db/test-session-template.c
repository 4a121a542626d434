/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mc-roster-template-cell.h"
#include "mc-template-actions.h"
#include "roster-desk.h"

/* The week of the sample's month, saved as a pattern and filled into a draft of the next. And a roster that is sent
 * back. */

static McSession *office; /* binh, of the roster office */
static McSession *head;   /* an, the director */

static McRosterTemplate *
find_template (McLiveList *list, const char *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (McRosterTemplate) one = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (g_str_equal (one->name, name))
        return one; /* the list holds it */
    }
  return NULL;
}

static McLiveList *
list_cells (McRosterTemplate *template_)
{
  g_autoptr (McLiveList) list = mc_session_list_of (office, MC_TYPE_ROSTER_TEMPLATE_CELL, "template_id",
                                                    mc_entity_get_id (MC_ENTITY (template_)));
  GError *error = NULL;

  dex_await (mc_live_list_when_ready (list), &error);
  g_assert_no_error (error);
  return g_steal_pointer (&list);
}

static McRosterTemplate *
save (McLiveList *list)
{
  g_autoptr (McRosterBook) book = roster_desk_open (office, roster_desk_find (office, mc_session_get_today (office)));
  g_autoptr (GError) again = NULL;

  roster_desk_commit (office, mc_template_change_save (book, "Tuần thường"));
  SESSION_WAIT (find_template (list, "Tuần thường") != NULL);
  again = roster_desk_refuse (office, mc_template_change_save (book, "Tuần thường"));
  g_assert_nonnull (strstr (again->message, "of this name"));
  return find_template (list, "Tuần thường");
}

/* Each filled cell is where the pattern has it, on that weekday, and nobody sits who may not. */
static void
check_filled (McRosterBook *book, McLiveList *pattern)
{
  McRosterSolution *now = mc_roster_book_get_current (book);
  McRosterProblem *problem = mc_roster_brief_get_problem (mc_roster_book_get_brief (book));
  GListModel *cells = mc_roster_book_get_rows (book, MC_TYPE_ROSTER_CELL);

  g_assert_cmpuint (now->hard_broken, ==, 0);
  g_assert_cmpuint (now->gaps->len, <, problem->needs->len / 4);
  for (guint i = 0; i < g_list_model_get_n_items (cells); i++)
    {
      g_autoptr (McRosterCell) cell = g_list_model_get_item (cells, i);
      gboolean found = FALSE;

      for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (pattern)); k++)
        {
          g_autoptr (McRosterTemplateCell) one = g_list_model_get_item (G_LIST_MODEL (pattern), k);

          found |= one->person_id == cell->person_id && one->weekday == mc_day_weekday (cell->day) &&
                   one->session == cell->session && one->counter_id == cell->counter_id &&
                   one->duty_id == cell->duty_id;
        }
      g_assert_true (found);
    }
}

static McRosterBook *
fill (McLiveList *pattern)
{
  McPeriod month = roster_desk_month (office, 1);
  McRosterBook *book;
  GListModel *cells;
  guint n;
  GError *error = NULL;

  roster_desk_commit (office, mc_roster_change_new (month, "Theo mẫu"));
  book = roster_desk_open (office, roster_desk_find (office, month.from));
  cells = mc_roster_book_get_rows (book, MC_TYPE_ROSTER_CELL);
  roster_desk_commit (office, mc_template_change_fill (book, G_LIST_MODEL (pattern), "Tuần thường"));
  SESSION_WAIT (g_list_model_get_n_items (cells) > 500);
  n = g_list_model_get_n_items (cells);
  SESSION_WAIT (mc_roster_book_get_current (book)->gaps->len < 200);
  check_filled (book, pattern);
  /* What is taken is not filled once more; taken back, it is as it was. */
  {
    g_autoptr (McChange) nothing = mc_template_change_fill (book, G_LIST_MODEL (pattern), "Tuần thường");

    g_assert_true (mc_change_is_empty (nothing));
  }
  dex_await (mc_session_undo (office), &error);
  g_assert_no_error (error);
  SESSION_WAIT (g_list_model_get_n_items (cells) == 0);
  dex_await (mc_session_redo (office), &error);
  g_assert_no_error (error);
  SESSION_WAIT (g_list_model_get_n_items (cells) == n);
  return book;
}

/* A template goes with its cells, and for good. */
static void delete (McLiveList *list, McRosterTemplate *template_, McLiveList *pattern)
{
  McChange *change = mc_template_change_delete (template_);

  g_assert_false (mc_change_can_undo (change));
  roster_desk_commit (office, change);
  SESSION_WAIT (find_template (list, "Tuần thường") == NULL);
  SESSION_WAIT (g_list_model_get_n_items (G_LIST_MODEL (pattern)) == 0);
}

/* Submitted it goes back with a reason that everybody reads, or not at all; submitted anew the reason is gone. */
static void
send_back (McRosterBook *book)
{
  g_autoptr (McRosterBook) theirs =
      roster_desk_open (head, mc_entity_get_id (MC_ENTITY (mc_roster_book_get_roster (book))));
  g_autoptr (GError) error = NULL;

  roster_desk_commit (office,
                      mc_roster_change_step (mc_roster_book_get_roster (book), MC_ROSTER_STATE_SUBMITTED, NULL));
  SESSION_WAIT (mc_roster_book_get_roster (theirs)->state == MC_ROSTER_STATE_SUBMITTED);
  error =
      roster_desk_refuse (head, mc_roster_change_step (mc_roster_book_get_roster (theirs), MC_ROSTER_STATE_DRAFT, " "));
  g_assert_nonnull (strstr (error->message, "say why"));
  roster_desk_commit (
      head, mc_roster_change_step (mc_roster_book_get_roster (theirs), MC_ROSTER_STATE_DRAFT, "Thiếu người quầy 3"));
  SESSION_WAIT (mc_roster_book_is_open (book));
  g_assert_cmpstr (mc_roster_book_get_roster (book)->return_reason, ==, "Thiếu người quầy 3");
  g_assert_null (mc_roster_book_get_roster (book)->submitted_by);
  roster_desk_commit (office,
                      mc_roster_change_step (mc_roster_book_get_roster (book), MC_ROSTER_STATE_SUBMITTED, NULL));
  SESSION_WAIT (mc_roster_book_get_roster (theirs)->state == MC_ROSTER_STATE_SUBMITTED);
  g_assert_null (mc_roster_book_get_roster (theirs)->return_reason);
}

static void
test_template (void)
{
  g_autoptr (McLiveList) list = NULL, pattern = NULL;
  g_autoptr (McRosterBook) book = NULL;

  office = session_fixture_open ("binh");
  head = session_fixture_open ("an");
  list = session_fixture_list (office, MC_TYPE_ROSTER_TEMPLATE);
  pattern = list_cells (save (list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (pattern)), >, 100);
  book = fill (pattern);
  delete (list, find_template (list, "Tuần thường"), pattern);
  send_back (book);
  g_clear_object (&book);
  g_clear_object (&pattern);
  g_clear_object (&list);
  session_fixture_close (g_steal_pointer (&office));
  session_fixture_close (g_steal_pointer (&head));
}

int
main (int argc, char **argv)
{
  session_fixture_init (&argc, &argv);
  mc_test_add_fiber ("/session/roster/template", test_template);
  return session_fixture_run ();
}
