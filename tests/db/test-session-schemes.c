/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "evaluation-desk.h"
#include "mc-error.h"

/* Schemes of evaluation on a desk: edited, tried, saved as one change, undone as one. */

#define OF_COPY " JOIN centre.evaluation_scheme s ON s.id = c.scheme_id WHERE s.code = 'slip_2'"

static McSession *head; /* an, the director */

static char *
ask (const char *sql)
{
  return g_strstrip (session_fixture_psql (sql));
}

static void
check (const char *sql, const char *wanted)
{
  g_autofree char *found = ask (sql);

  g_assert_cmpstr (found, ==, wanted);
}

static void
commit (McSchemeDraft *draft)
{
  g_autoptr (McChange) change = mc_scheme_draft_new_change (draft);

  g_object_unref (session_fixture_commit (head, change));
}

static void
turn (gboolean redo)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (McChange) change = dex_await_object (redo ? mc_session_redo (head) : mc_session_undo (head), &error);

  g_assert_no_error (error);
  g_assert_nonnull (change);
}

/* Names and weights of all, in order: "Chấp hành giờ giấc 20, …". */
static char *
dup_sketch (McSchemeDraft *draft)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < mc_scheme_draft_get_n_criteria (draft); i++)
    g_string_append_printf (text, "%s %g, ", mc_scheme_draft_get_criterion (draft, i)->code,
                            mc_scheme_draft_get_weight (draft, i, 0));
  return g_string_free_and_steal (text);
}

static void
assert_sketch (McSchemeDraft *draft, const char *wanted)
{
  g_autofree char *found = dup_sketch (draft);

  g_assert_cmpstr (found, ==, wanted);
}

/* Steps in the draft alone. */
static void
test_steps (void)
{
  static const char *const before = "punctual 20, order 10, on_time 30, digital 20, satisfaction 20, ";
  g_autoptr (McSchemeDraft) draft = NULL;
  g_autofree char *problem = NULL, *cured = NULL;

  head = session_fixture_open ("an");
  draft = evaluation_desk_draft (head, "monthly_slip");
  assert_sketch (draft, before);
  g_assert_false (mc_scheme_draft_can_turn (draft, FALSE));
  mc_scheme_draft_move_criterion (draft, 0, 1);
  mc_scheme_draft_remove_criterion (draft, 4);
  assert_sketch (draft, "order 10, punctual 20, on_time 30, digital 20, ");
  problem = mc_scheme_draft_find_problem (draft);
  g_assert_nonnull (strstr (problem, "80"));
  for (int weight = 21; weight <= 40; weight++) /* one step, as a held button is */
    mc_scheme_draft_set_weight (draft, 3, 0, weight);
  cured = mc_scheme_draft_find_problem (draft);
  g_assert_null (cured);
  mc_scheme_draft_turn (draft, FALSE);
  assert_sketch (draft, "order 10, punctual 20, on_time 30, digital 20, ");
  mc_scheme_draft_turn (draft, FALSE);
  mc_scheme_draft_turn (draft, FALSE);
  assert_sketch (draft, before);
  g_assert_false (mc_scheme_draft_can_turn (draft, FALSE));
  mc_scheme_draft_turn (draft, TRUE);
  assert_sketch (draft, "order 10, punctual 20, on_time 30, digital 20, satisfaction 20, ");
  session_fixture_close (g_steal_pointer (&head));
}

/* A copy is saved, edited where it is (one criterion goes, one comes, a post gets its own weights), and undone. */
static void
test_edit (void)
{
  g_autoptr (McSchemeDraft) slip = NULL, copy = NULL, edit = NULL, again = NULL;
  g_autofree char *post = NULL;

  head = session_fixture_open ("an");
  slip = evaluation_desk_draft (head, "monthly_slip");
  copy = mc_scheme_draft_copy (slip, "slip_2", "Phiếu thứ hai", mc_session_get_today (head));
  commit (copy);
  check ("SELECT count(*) FROM centre.evaluation_criterion c" OF_COPY, "5");
  edit = evaluation_desk_draft (head, "slip_2");
  post = ask ("SELECT min(id) FROM centre.post WHERE section_id IS NOT NULL");
  mc_scheme_draft_remove_criterion (edit, 4);
  g_set_str (&mc_scheme_draft_add_criterion (edit)->name, "Sáng kiến");
  mc_scheme_draft_set_weight (edit, 4, 0, 20);
  mc_scheme_draft_add_post (edit, g_ascii_strtoll (post, NULL, 10));
  mc_scheme_draft_set_weight (edit, 3, g_ascii_strtoll (post, NULL, 10), 0);
  mc_scheme_draft_set_weight (edit, 0, g_ascii_strtoll (post, NULL, 10), 40);
  commit (edit);
  check ("SELECT string_agg(c.code, ' ' ORDER BY c.sort_order) FROM centre.evaluation_criterion c" OF_COPY,
         "punctual order on_time digital m1");
  check ("SELECT string_agg(w.weight::text, ' ' ORDER BY c.sort_order) FROM centre.evaluation_weight w JOIN "
         "centre.evaluation_criterion c ON c.id = w.criterion_id" OF_COPY " AND w.post_id IS NOT NULL",
         "40.00 10.00 30.00 0.00 20.00");
  turn (FALSE);
  again = evaluation_desk_draft (head, "slip_2");
  assert_sketch (again, "punctual 20, order 10, on_time 30, digital 20, satisfaction 20, ");
  g_assert_cmpuint (mc_scheme_draft_get_posts (again)->len, ==, 1);
  turn (TRUE);
  check ("SELECT count(*) FROM centre.evaluation_weight w JOIN centre.evaluation_criterion c ON c.id = "
         "w.criterion_id" OF_COPY,
         "10");
  turn (FALSE);
  turn (FALSE);
  check ("SELECT count(*) FROM centre.evaluation_scheme WHERE code = 'slip_2'", "0");
  session_fixture_close (g_steal_pointer (&head));
}

/* The next version of a slip that people were evaluated by: the old one ends, and nothing of it changes. */
static void
test_version (void)
{
  g_autoptr (McSchemeDraft) slip = NULL, next = NULL;
  g_autoptr (McChange) early = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL, *problem = NULL;
  McDay from;

  head = session_fixture_open ("an");
  evaluation_desk_open (head);
  slip = evaluation_desk_draft (head, "monthly_slip");
  before = dup_sketch (slip);
  from = mc_evaluation_cycle_around (MC_CYCLE_MONTH, mc_session_get_today (head)).until;
  mc_scheme_draft_set_version (slip, mc_day_add_months (from, -7));
  early = mc_scheme_draft_new_change (slip);
  g_assert_false (dex_await (mc_session_commit (head, early), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_DENIED);
  mc_scheme_draft_set_version (slip, mc_scheme_draft_get_scheme (slip)->during.from);
  problem = mc_scheme_draft_find_problem (slip);
  g_assert_nonnull (problem);
  mc_scheme_draft_set_version (slip, from);
  mc_scheme_draft_set_weight (slip, 0, 0, 30);
  mc_scheme_draft_set_weight (slip, 4, 0, 10);
  commit (slip);
  next = evaluation_desk_draft (head, "monthly_slip");
  g_assert_cmpint (mc_scheme_draft_get_scheme (next)->during.from, ==, from);
  assert_sketch (next, "punctual 30, order 10, on_time 30, digital 20, satisfaction 10, ");
  turn (FALSE);
  g_clear_object (&next);
  next = evaluation_desk_draft (head, "monthly_slip");
  after = dup_sketch (next);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (mc_scheme_draft_get_scheme (next)->during.until, ==, MC_DAY_NONE);
  session_fixture_close (g_steal_pointer (&head));
}

/* Tried before it is saved: all who were here, by points from the evidence; a draft that is not whole is refused. */
static void
test_trial (void)
{
  g_autoptr (McSchemeDraft) draft = NULL;
  g_autoptr (GPtrArray) tried = NULL, none = NULL;
  g_autoptr (GError) error = NULL, refused = NULL;
  g_autofree char *before = NULL, *after = NULL;
  McDay day;

  head = session_fixture_open ("an");
  day = mc_day_add_months (mc_session_get_today (head), -3);
  before =
      ask ("SELECT (SELECT count(*) FROM centre.evaluation) || ' ' || (SELECT count(*) FROM centre.evaluation_scheme)");
  draft = evaluation_desk_draft (head, "monthly_slip");
  tried = dex_await_boxed (mc_scheme_draft_try (draft, head, MC_CYCLE_QUARTER, day), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tried->len, >, 20);
  mc_scheme_draft_set_weight (draft, 0, 0, 25);
  none = dex_await_boxed (mc_scheme_draft_try (draft, head, MC_CYCLE_QUARTER, day), &refused);
  g_assert_null (none);
  g_assert_error (refused, MC_ERROR, MC_ERROR_INVALID);
  after =
      ask ("SELECT (SELECT count(*) FROM centre.evaluation) || ' ' || (SELECT count(*) FROM centre.evaluation_scheme)");
  g_assert_cmpstr (after, ==, before);
  session_fixture_close (g_steal_pointer (&head));
}

/* What the law says stays, whoever asks; and who does not lead edits nothing. */
static void
test_refused (void)
{
  static const char *const logins[] = { "an", "binh", "cuc" };

  for (gsize i = 0; i < G_N_ELEMENTS (logins); i++)
    {
      g_autoptr (McSchemeDraft) draft = NULL;
      g_autoptr (McChange) change = NULL;
      g_autoptr (GError) error = NULL;

      head = session_fixture_open (logins[i]);
      draft = evaluation_desk_draft (head, i == 0 ? "decree_335" : "monthly_slip");
      g_set_str (&mc_scheme_draft_get_scheme (draft)->name, "Khác");
      change = mc_scheme_draft_new_change (draft);
      g_assert_false (dex_await (mc_session_commit (head, change), &error));
      g_assert_error (error, MC_ERROR, MC_ERROR_DENIED);
      session_fixture_close (g_steal_pointer (&head));
    }
}

int
main (int argc, char **argv)
{
  session_fixture_init (&argc, &argv);
  mc_test_add_fiber ("/session/schemes/steps", test_steps);
  mc_test_add_fiber ("/session/schemes/edit", test_edit);
  mc_test_add_fiber ("/session/schemes/version", test_version);
  mc_test_add_fiber ("/session/schemes/trial", test_trial);
  mc_test_add_fiber ("/session/schemes/refused", test_refused);
  return session_fixture_run ();
}
