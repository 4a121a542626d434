/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "evaluation-desk.h"
#include "mc-error.h"
#include "mc-evaluation-seal.h"

/* An evaluation from an open cycle to the signature and a reopening, by the director; and who sees it. */

static McSession *head; /* an, the director */

static void
commit (McChange *change)
{
  g_object_unref (session_fixture_commit (head, change));
  g_object_unref (change);
}

static GError *
refuse (McChange *change)
{
  GError *error = NULL;

  dex_await (mc_session_commit (head, change), &error);
  g_assert_nonnull (error);
  g_object_unref (change);
  return error;
}

static guint
count_seen (McSession *session)
{
  g_autoptr (McLiveList) list = session_fixture_list (session, MC_TYPE_EVALUATION);

  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

/* The director's points alone: 9 of 10, so 90. */
static void
give_points (McEvaluation *one)
{
  g_autoptr (McEvaluationCriterion) order = evaluation_desk_criterion (head, one->scheme_id, "order");
  g_autoptr (McEvaluation) reckoned = NULL;
  g_autoptr (GError) error = NULL, too_many = NULL;

  too_many = refuse (mc_evaluation_change_score (NULL, one, order, MC_RATER_DIRECTOR, 11, NULL));
  g_assert_error (too_many, MC_ERROR, MC_ERROR_INVALID);
  commit (mc_evaluation_change_score (NULL, one, order, MC_RATER_DIRECTOR, 9, "Đúng quy định"));
  reckoned = dex_await_object (mc_session_reckon_evaluation (head, mc_entity_get_id (MC_ENTITY (one))), &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (reckoned->total, ==, 90);
  g_assert_cmpstr (reckoned->band, ==, "a");
  g_assert_nonnull (strstr (reckoned->flags, "missing:on_time"));
  SESSION_WAIT (!isnan (one->total));
}

static void
sign (McEvaluation *one)
{
  gint64 id = mc_entity_get_id (MC_ENTITY (one));
  g_autoptr (GError) early = NULL, error = NULL, again = NULL;
  g_autofree char *content = NULL;

  g_assert_false (dex_await (mc_session_sign_evaluation (head, id), &early));
  g_assert_error (early, MC_ERROR, MC_ERROR_DENIED);
  for (McTextRole role = MC_TEXT_ROLE_SELF; role <= MC_TEXT_ROLE_SUPERVISION; role++)
    commit (mc_evaluation_change_waive (one, role, "Đang đi học"));
  commit (mc_evaluation_change_text (NULL, one, MC_TEXT_ROLE_DIRECTOR, "Đồng ý", TRUE));
  g_assert_true (dex_await (mc_session_sign_evaluation (head, id), &error));
  g_assert_no_error (error);
  SESSION_WAIT (one->state == MC_EVALUATION_STATE_SIGNED);
  g_assert_cmpstr (one->signed_by, ==, "an");
  content = dex_await_string (mc_session_read_seal (head, id), &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (content, "Đang đi học"));
  g_assert_false (dex_await (mc_session_reckon_evaluation (head, id), &again));
  g_assert_error (again, MC_ERROR, MC_ERROR_DENIED);
}

static void
reopen (McLiveList *list, McEvaluation *one)
{
  guint before = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_autoptr (GError) silent = refuse (mc_evaluation_change_reopen (one, ""));
  g_autoptr (McEvaluation) again = NULL;

  g_assert_error (silent, MC_ERROR, MC_ERROR_INVALID);
  commit (mc_evaluation_change_reopen (one, "Sót minh chứng"));
  SESSION_WAIT (g_list_model_get_n_items (G_LIST_MODEL (list)) == before + 1);
  g_assert_cmpint (one->state, ==, MC_EVALUATION_STATE_SIGNED);
}

static void
hear_home_agency (McEvaluation *one)
{
  g_autoptr (GError) error = NULL;

  commit (mc_evaluation_change_home (one, MC_HOME_LEVEL_GOOD, "12/QĐ-SNV", mc_session_get_today (head), NULL));
  SESSION_WAIT (one->home_level == MC_HOME_LEVEL_GOOD);
  g_object_unref (dex_await_object (mc_session_undo (head), &error));
  g_assert_no_error (error);
  SESSION_WAIT (one->home_level == MC_HOME_LEVEL_NONE);
}

static void
look (const char *login, guint wanted)
{
  McSession *session = session_fixture_open (login);

  g_assert_cmpuint (count_seen (session), ==, wanted);
  session_fixture_close (session);
}

static void
test_way (void)
{
  g_autoptr (McLiveList) list = NULL;
  g_autoptr (McEvaluation) one = NULL;
  g_autofree char *signed_before = NULL;
  gint64 cycle;
  guint all, n_signed;

  head = session_fixture_open ("an");
  signed_before = session_fixture_psql ("SELECT count(*) FROM centre.evaluation WHERE state = 'signed'");
  n_signed = (guint)g_ascii_strtoull (g_strstrip (signed_before), NULL, 10);
  cycle = evaluation_desk_open (head);
  list = session_fixture_list (head, MC_TYPE_EVALUATION);
  one = evaluation_desk_find (list, cycle);
  give_points (one);
  sign (one);
  reopen (list, one);
  hear_home_agency (one);
  all = count_seen (head);
  g_assert_cmpuint (all, >, 20);
  look ("cuc", all);
  look ("binh", n_signed + 1);
  look ("xem", 0);
  session_fixture_close (g_steal_pointer (&head));
}

static void
test_trial (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tried = NULL;
  guint before;

  head = session_fixture_open ("an");
  before = count_seen (head);
  tried = dex_await_boxed (mc_session_try_scheme (head, MC_CYCLE_QUARTER,
                                                  mc_day_add_months (mc_session_get_today (head), -3), "monthly_slip"),
                           &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tried->len, >, 20);
  g_assert_cmpuint (count_seen (head), ==, before);
  session_fixture_close (g_steal_pointer (&head));
}

int
main (int argc, char **argv)
{
  session_fixture_init (&argc, &argv);
  mc_test_add_fiber ("/session/evaluation/way", test_way);
  mc_test_add_fiber ("/session/evaluation/trial", test_trial);
  return session_fixture_run ();
}
