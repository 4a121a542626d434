/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-desk.h"

#include "mc-change-private.h"
#include "mc-error.h"

#define RECORD "SELECT count(*) FROM audit.change"

void
cut_desk_open (CutDesk *desk, const char *login)
{
  desk->proxy = mc_test_proxy_new (session_fixture_cluster ());
  desk->profile = session_fixture_profile (login, mc_test_proxy_get_folder (desk->proxy));
  desk->session = session_fixture_open_profile (desk->profile);
}

void
cut_desk_close (CutDesk *desk)
{
  if (desk->session)
    session_fixture_close (desk->session);
  g_clear_object (&desk->profile);
  g_clear_pointer (&desk->proxy, mc_test_proxy_free);
}

guint
cut_desk_n_pending (CutDesk *desk)
{
  return g_list_model_get_n_items (mc_session_get_pending (desk->session));
}

McPending *
cut_desk_only_pending (CutDesk *desk)
{
  g_autoptr (McPending) pending = g_list_model_get_item (mc_session_get_pending (desk->session), 0);

  /* The list holds it. */
  return pending;
}

void
cut_desk_come_back (CutDesk *desk)
{
  mc_test_proxy_set_fault (desk->proxy, MC_TEST_PROXY_NONE);
  mc_session_try_now (desk->session);
  SESSION_WAIT (mc_session_get_state (desk->session) == MC_SESSION_ONLINE);
}

gint64
cut_desk_count (const char *sql)
{
  g_autofree char *text = session_fixture_psql (sql);

  return g_ascii_strtoll (text, NULL, 10);
}

static DexFuture *
send (CutDesk *desk, McChange *change)
{
  return cut_desk_n_pending (desk) ? mc_session_retry_pending (desk->session, cut_desk_only_pending (desk))
                                   : mc_session_commit (desk->session, change);
}

/* What was not entered is kept, once, and known not to be; what the law protects is with the person alone. */
static void
expect_kept (CutDesk *desk, McChange *change, const GError *error, gint64 recorded)
{
  gboolean kept = !mc_change_holds_protected_data (change);

  g_assert_error (error, MC_ERROR, MC_ERROR_CONNECTION);
  g_assert_cmpuint (cut_desk_n_pending (desk), ==, kept);
  cut_desk_come_back (desk);
  SESSION_WAIT (!kept || mc_pending_get_mark (cut_desk_only_pending (desk)) == NULL);
  g_assert_cmpint (cut_desk_count (RECORD), ==, recorded);
}

int
cut_desk_sweep (CutDesk *desk, McChange *change)
{
  gint64 recorded = cut_desk_count (RECORD);

  for (int n = 1;; n++)
    {
      g_autoptr (GError) error = NULL;
      gboolean entered;

      mc_test_proxy_cut_statement (desk->proxy, n);
      entered = dex_await (send (desk, change), &error);
      g_assert_cmpint (mc_test_proxy_get_fault (desk->proxy), ==, MC_TEST_PROXY_NONE);
      if (!entered)
        {
          expect_kept (desk, change, error, recorded);
          continue;
        }
      g_assert_cmpuint (cut_desk_n_pending (desk), ==, 0);
      g_assert_cmpint (cut_desk_count (RECORD), >, recorded);
      g_test_message ("“%s”: the link broke in %d places", mc_change_get_label (change), n);
      /* What marks the transaction, COMMIT and its answer at least. */
      g_assert_cmpint (n, >, 3);
      return n;
    }
}

void
cut_desk_kill (CutDesk *desk, McChange *change, int n)
{
  McTestCluster *cluster = session_fixture_cluster ();
  gint64 recorded = cut_desk_count (RECORD);
  g_autoptr (GError) error = NULL;
  g_autoptr (DexFuture) sending = NULL;

  mc_test_proxy_hold_statement (desk->proxy, n);
  sending = send (desk, change);
  SESSION_WAIT (mc_test_proxy_is_held (desk->proxy));
  mc_test_cluster_kill (cluster);
  mc_test_proxy_let_go (desk->proxy);
  g_assert_false (dex_await (g_steal_pointer (&sending), &error));
  mc_test_cluster_start (cluster);
  expect_kept (desk, change, error, recorded);
}
