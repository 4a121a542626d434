/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-error.h"
#include "mc-feedback.h"
#include "mc-supervision-note.h"
#include "session-fixture.h"

/* The register of feedback on two desktops: who takes which step, and what others see of it. */

static McFeedback *
find_open (McLiveList *list)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (McFeedback) row = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (row->state == MC_FEEDBACK_STATE_RECEIVED)
        return mc_live_list_get_by_id (list, mc_entity_get_id (MC_ENTITY (row)));
    }
  return NULL;
}

/* Commits @row in another state; NULL where it was refused. */
static McCommitResult *
step (McSession *session, McFeedback *row, McFeedbackState state, McFeedbackOutcome outcome, GError **error)
{
  g_autoptr (McChange) change = mc_change_new ("step");
  g_autoptr (McFeedback) after = mc_entity_clone (row);

  after->state = state;
  after->outcome = outcome;
  if (outcome != MC_FEEDBACK_OUTCOME_NONE)
    g_set_str (&after->finding, "đã xem camera");
  after->answered_on = state == MC_FEEDBACK_STATE_ANSWERED ? mc_session_get_today (session) : MC_DAY_NONE;
  mc_change_update (change, MC_ENTITY (row), MC_ENTITY (after));
  return dex_await_object (mc_session_commit (session, change), error);
}

static void
test_steps (void)
{
  McSession *boss = session_fixture_open ("an"), *supervisor = session_fixture_open ("cuc");
  g_autoptr (McLiveList) here = session_fixture_list (supervisor, MC_TYPE_FEEDBACK);
  g_autoptr (McLiveList) there = session_fixture_list (boss, MC_TYPE_FEEDBACK);
  McFeedback *row = find_open (here), *other;
  g_autoptr (McCommitResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (row);
  other = mc_live_list_get_by_id (there, mc_entity_get_id (MC_ENTITY (row)));
  result = step (supervisor, row, MC_FEEDBACK_STATE_EXAMINED, MC_FEEDBACK_OUTCOME_NONE, &error);
  g_assert_no_error (error);
  SESSION_WAIT (other->state == MC_FEEDBACK_STATE_EXAMINED && row->state == MC_FEEDBACK_STATE_EXAMINED);

  g_assert_null (step (supervisor, row, MC_FEEDBACK_STATE_SETTLED, MC_FEEDBACK_OUTCOME_UPHELD, &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_DENIED);
  g_clear_error (&error);
  g_clear_object (&result);
  result = step (boss, other, MC_FEEDBACK_STATE_SETTLED, MC_FEEDBACK_OUTCOME_UPHELD, &error);
  g_assert_no_error (error);
  SESSION_WAIT (row->outcome == MC_FEEDBACK_OUTCOME_UPHELD);
  g_assert_cmpstr (row->finding, ==, "đã xem camera");

  g_clear_object (&result);
  result = step (supervisor, row, MC_FEEDBACK_STATE_ANSWERED, MC_FEEDBACK_OUTCOME_UPHELD, &error);
  g_assert_no_error (error);
  SESSION_WAIT (other->state == MC_FEEDBACK_STATE_ANSWERED);
  g_assert_cmpint (other->answered_on, ==, mc_session_get_today (boss));
  g_assert_true (dex_await (mc_session_undo (supervisor), &error));
  SESSION_WAIT (other->state == MC_FEEDBACK_STATE_SETTLED && other->answered_on == MC_DAY_NONE);
  session_fixture_close (boss);
  session_fixture_close (supervisor);
}

/* What is offered is what the database takes. */
static void
test_who_may (void)
{
  static const struct
  {
    const char *login;
    gboolean feedback, note, kind, person;
  } who[] = {
    { "an", TRUE, FALSE, TRUE, TRUE },
    { "binh", TRUE, FALSE, FALSE, TRUE },
    { "cuc", TRUE, TRUE, TRUE, FALSE },
    { "xem", FALSE, FALSE, FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (who); i++)
    {
      McSession *session = session_fixture_open (who[i].login);
      g_autoptr (McSupervisionNote) note = mc_supervision_note_new ();
      g_autoptr (McChange) change = mc_change_new ("note");
      g_autoptr (McCommitResult) result = NULL;

      g_assert_cmpint (mc_session_may_write (session, "feedback"), ==, who[i].feedback);
      g_assert_cmpint (mc_session_may_write (session, "supervision_note"), ==, who[i].note);
      g_assert_cmpint (mc_session_may_write (session, "supervision_kind"), ==, who[i].kind);
      g_assert_cmpint (mc_session_may_write (session, "person"), ==, who[i].person);
      note->noted_on = mc_session_get_today (session);
      g_set_str (&note->body, "đeo thẻ");
      mc_change_insert (change, MC_ENTITY (note));
      result = dex_await_object (mc_session_commit (session, change), NULL);
      g_assert_cmpint (result != NULL, ==, who[i].note);
      session_fixture_close (session);
    }
}

static void
test_no_codes (void)
{
  McSession *session = session_fixture_open ("binh");
  g_autoptr (McFeedback) row = mc_feedback_new ();
  g_autoptr (McChange) change = mc_change_new ("feedback");
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;

  row->received_on = mc_session_get_today (session);
  g_set_str (&row->matter, "hồ sơ 000.00.19.H13-261205-0777 trễ hẹn");
  mc_change_insert (change, MC_ENTITY (row));
  g_assert_false (dex_await (mc_session_commit (session, change), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
  found = session_fixture_psql ("SELECT count(*) FROM centre.feedback WHERE matter LIKE '%0777%'");
  g_assert_cmpstr (g_strchomp (found), ==, "0");
  found = (g_free (found),
           session_fixture_psql ("SELECT count(*) FROM audit.change WHERE (old::text || new::text) LIKE '%0777%'"));
  g_assert_cmpstr (g_strchomp (found), ==, "0");
  session_fixture_close (session);
}

int
main (int argc, char *argv[])
{
  session_fixture_init (&argc, &argv);
  mc_test_add_fiber ("/session/feedback/steps", test_steps);
  mc_test_add_fiber ("/session/feedback/who-may", test_who_may);
  mc_test_add_fiber ("/session/feedback/no-codes", test_no_codes);
  return session_fixture_run ();
}
