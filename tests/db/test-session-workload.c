/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-agency.h"
#include "mc-error.h"
#include "mc-session-workload.h"
#include "mc-workload-actions.h"
#include "session-fixture.h"

/* Figures that come in through the session: what they replace, who may, and undo, which withdraws. */

static McDay
day_of (int day)
{
  return mc_day_new (2019, 3, day);
}

static McWorkloadCount
count_of (McSession *session, McDay day, int received)
{
  g_autoptr (McLiveList) agencies = session_fixture_list (session, MC_TYPE_AGENCY);
  g_autoptr (McEntity) agency = g_list_model_get_item (G_LIST_MODEL (agencies), 0);
  McWorkloadCount count = { .day = day, .slot = -1, .agency_id = mc_entity_get_id (agency) };

  count.sums.received = received;
  return count;
}

static gint64
import (McSession *session, const char *name, int received, gint64 replaced, GError **error)
{
  g_autoptr (McWorkloadSource) source = mc_workload_source_new ();
  g_autoptr (McWorkloadFile) file = mc_workload_file_new ();
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (McWorkloadCount));
  McWorkloadCount count = count_of (session, day_of (4), received);

  g_array_append_val (counts, count);
  g_set_str (&source->name, "Hệ thống thử");
  g_set_str (&file->file_name, name);
  file->digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, name, -1);
  file->first_day = file->last_day = day_of (4);
  file->rows_read = received;
  file->replaces_id = replaced;
  return dex_await_int64 (mc_session_import_workload (session, source, file, counts), error);
}

/* What counts as received on one day. */
static gint64
received_on (McSession *session, McDay day)
{
  McWorkloadQuery query = { .from = day, .to = day + 1, .bucket = MC_WORKLOAD_DAY };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rows = dex_await_boxed (mc_session_load_workload (session, &query), &error);

  g_assert_no_error (error);
  return rows->len ? g_array_index (rows, McWorkloadRow, 0).received : 0;
}

static void
turn (McSession *session, gboolean redo)
{
  g_autoptr (GError) error = NULL;

  dex_await (redo ? mc_session_redo (session) : mc_session_undo (session), &error);
  g_assert_no_error (error);
}

static void
test_import (void)
{
  McSession *session = session_fixture_open ("binh");
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  gint64 wrong = import (session, "thang-3.csv", 7, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpint (received_on (session, day_of (4)), ==, 7);
  g_assert_cmpint (import (session, "thang-3.csv", 7, 0, &error), ==, 0);
  g_assert_error (error, MC_ERROR, MC_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_cmpint (import (session, "khac.csv", 8, 0, &error), ==, 0);
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
  g_clear_error (&error);

  import (session, "thang-3-sua.csv", 9, wrong, &error);
  g_assert_no_error (error);
  g_assert_cmpint (received_on (session, day_of (4)), ==, 9);
  turn (session, FALSE);
  g_assert_cmpint (received_on (session, day_of (4)), ==, 7);
  turn (session, TRUE);
  g_assert_cmpint (received_on (session, day_of (4)), ==, 9);
  turn (session, FALSE);
  turn (session, FALSE);
  g_assert_cmpint (received_on (session, day_of (4)), ==, 0);
  kept =
      session_fixture_psql ("SELECT string_agg(file_name || ' ' || state, ', ' ORDER BY id) FROM centre.workload_file"
                            " WHERE NOT is_sample AND NOT manual");
  g_assert_cmpstr (g_strchomp (kept), ==, "thang-3.csv withdrawn, thang-3-sua.csv withdrawn");
  session_fixture_close (session);
}

static gboolean
enter (McSession *session, int received, GError **error)
{
  McWorkloadCount count = count_of (session, day_of (5), received);
  GError *failure = NULL;

  dex_await_int64 (mc_session_enter_workload (session, MC_WORKLOAD_DOSSIER, &count, "Quầy 1"), &failure);
  if (!failure)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

static void
test_by_hand (void)
{
  McSession *session = session_fixture_open ("an"), *viewer = session_fixture_open ("xem");
  g_autoptr (GError) error = NULL;

  g_assert_true (enter (session, 3, &error));
  g_assert_true (enter (session, 4, &error));
  g_assert_cmpint (received_on (session, day_of (5)), ==, 4);
  turn (session, FALSE);
  g_assert_cmpint (received_on (session, day_of (5)), ==, 3);
  turn (session, FALSE);
  g_assert_cmpint (received_on (session, day_of (5)), ==, 0);
  g_assert_false (enter (viewer, 5, &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_DENIED);
  session_fixture_close (session);
  session_fixture_close (viewer);
}

/* Somebody else withdrew it meanwhile: undo says so and does nothing. */
static void
test_rival (void)
{
  McSession *one = session_fixture_open ("an"), *other = session_fixture_open ("binh");
  g_autoptr (McLiveList) files = session_fixture_list (other, MC_TYPE_WORKLOAD_FILE);
  g_autoptr (McCommitResult) result = NULL;
  g_autoptr (McChange) change = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = import (one, "thang-3-nua.csv", 2, 0, &error);

  g_assert_no_error (error);
  SESSION_WAIT (mc_live_list_get_by_id (files, id) != NULL);
  change = mc_workload_change_withdraw (mc_live_list_get_by_id (files, id));
  result = session_fixture_commit (other, change);
  g_assert_null (dex_await_object (mc_session_undo (one), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_CONFLICT);
  g_assert_cmpint (received_on (one, day_of (4)), ==, 0);
  session_fixture_close (one);
  session_fixture_close (other);
}

int
main (int argc, char *argv[])
{
  session_fixture_init (&argc, &argv);
  mc_test_add_fiber ("/session/workload/import", test_import);
  mc_test_add_fiber ("/session/workload/by-hand", test_by_hand);
  mc_test_add_fiber ("/session/workload/rival", test_rival);
  return session_fixture_run ();
}
