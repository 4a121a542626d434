/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "mc-error.h"
#include "mc-profile-store.h"

static DexFuture *
settled_cb (DexFuture *future, gpointer data)
{
  return dex_ref (future);
}

/* What a thread settles does not wake the main loop, but a callback on the main scheduler does. */
static void
wait_until_settled (DexFuture **future)
{
  *future = dex_future_finally (*future, settled_cb, NULL, NULL);
  while (dex_future_is_pending (*future))
    g_main_context_iteration (NULL, TRUE);
}

static void
finish (DexFuture *future)
{
  g_autoptr (GError) error = NULL;

  wait_until_settled (&future);
  dex_future_get_value (future, &error);
  g_assert_no_error (error);
  dex_unref (future);
}

static void
test_uri (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *password = NULL;
  g_autoptr (McProfile) tcp = mc_profile_new_from_uri (
      "postgresql://an.nguyen:b%40c@db.cantho.gov.vn:5433/motcua?sslrootcert=/etc/ca.pem", &password, &error);
  g_autoptr (McProfile) socket = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (mc_profile_get_host (tcp), ==, "db.cantho.gov.vn");
  g_assert_cmpuint (mc_profile_get_port (tcp), ==, 5433);
  g_assert_cmpstr (mc_profile_get_user (tcp), ==, "an.nguyen");
  g_assert_cmpstr (mc_profile_get_tls_mode (tcp), ==, "verify-full");
  g_assert_cmpstr (mc_profile_get_tls_ca_file (tcp), ==, "/etc/ca.pem");
  g_assert_cmpstr (password, ==, "b@c");
  socket = mc_profile_new_from_uri ("postgresql:///motcua?host=/run/pg&user=an", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mc_profile_get_host (socket), ==, "/run/pg");
  g_assert_cmpstr (mc_profile_get_tls_mode (socket), ==, "disable");
}

static void
test_bad_uri (void)
{
  static const char *const bad[] = { "", "x", "mysql://a@b/c", "postgresql://", "postgresql://a@b/c?sslmode=maybe" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (mc_profile_new_from_uri (bad[i], NULL, &error));
      g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
    }
}

static void
test_store (void)
{
  g_autofree char *folder = g_dir_make_tmp ("profiles-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sub", "connections.json", NULL);
  g_autofree char *sub = g_path_get_dirname (path);
  g_autoptr (McProfileStore) store = mc_profile_store_new (path);
  g_autoptr (McProfileStore) again = mc_profile_store_new (path);
  g_autoptr (McProfile) here = mc_profile_new_private (MC_START_DEMO);
  g_autoptr (McProfile) office = mc_profile_new_server ("db", 0, "motcua", "an");
  GStatBuf status;

  finish (mc_profile_store_load (store));
  g_assert_null (mc_profile_store_get_last (store));
  mc_profile_store_add (store, here);
  mc_profile_store_add (store, office);
  mc_profile_store_set_last (store, office);
  finish (mc_profile_store_save (store));
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  finish (mc_profile_store_load (again));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (again)), ==, 2);
  g_assert_cmpstr (mc_profile_get_host (mc_profile_store_get_last (again)), ==, "db");
  finish (mc_profile_store_remove (again, mc_profile_store_get_last (again)));
  g_assert_null (mc_profile_store_get_last (again));
  finish (mc_profile_store_load (store));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), ==, 1);
  g_remove (path);
  g_rmdir (sub);
  g_rmdir (folder);
}

/* Each kind has its folder; the sample has the usual one, which is where it always was. */
static void
test_kinds (void)
{
  static const McStartKind kinds[] = { MC_START_DEMO, MC_START_PLAN, MC_START_EMPTY };
  g_autoptr (McProfileStore) store = mc_profile_store_new ("/nonexistent/connections.json");
  g_autofree char *usual = g_build_filename (g_get_user_data_dir (), "motcua", "db", NULL);
  g_autoptr (GHashTable) folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (McProfile) unnamed = mc_profile_new_private (MC_START_NONE);
  g_autofree char *folder = mc_profile_dup_folder (unnamed);

  g_assert_cmpstr (folder, ==, usual);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (McProfile) profile = mc_profile_store_take_private (store, kinds[i]);
      g_autoptr (McProfile) again = NULL;

      g_assert_true (g_hash_table_add (folders, mc_profile_dup_folder (profile)));
      g_assert_true (g_hash_table_add (labels, mc_profile_dup_label (profile)));
      mc_profile_store_add (store, profile);
      again = mc_profile_store_take_private (store, kinds[i]);
      g_assert_true (again == profile);
    }
  g_assert_true (g_hash_table_contains (folders, usual));
  g_object_set (unnamed, "data-dir", "/elsewhere", NULL);
  g_free (g_steal_pointer (&folder));
  folder = mc_profile_dup_folder (unnamed);
  g_assert_cmpstr (folder, ==, "/elsewhere");
}

/* There is no session bus, so no secret service: the person is told so. With one: test-secrets.c. */
static void
test_no_secret_service (void)
{
  g_autoptr (McProfileStore) store = mc_profile_store_new ("/nonexistent/connections.json");
  g_autoptr (McProfile) office = mc_profile_new_server ("db", 0, "motcua", "an");
  DexFuture *future = mc_profile_store_load_password (store, office);
  g_autoptr (GError) error = NULL;

  wait_until_settled (&future);
  g_assert_null (dex_future_get_value (future, &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_UNSUPPORTED);
  dex_unref (future);
}

int
main (int argc, char **argv)
{
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus", TRUE);
  dex_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/profile/uri", test_uri);
  g_test_add_func ("/profile/bad-uri", test_bad_uri);
  g_test_add_func ("/profile/store", test_store);
  g_test_add_func ("/profile/kinds", test_kinds);
  g_test_add_func ("/profile/no-secret-service", test_no_secret_service);
  return g_test_run ();
}
