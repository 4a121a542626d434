/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passwords in the desktop's keyring: kept, found again, forgotten. Runs under run-secrets, which has one of its own.
 */
#include <glib/gstdio.h>

#include "mc-error.h"
#include "mc-profile-store.h"

typedef struct
{
  char *folder;
  char *path;
  McProfileStore *store;
  McProfile *office;
  McProfile *trial;
} Fixture;

static McProfile *
new_profile (const char *host)
{
  McProfile *profile = mc_profile_new_server (host, 0, "motcua", "an");

  g_object_set (profile, "remember-password", TRUE, NULL);
  return profile;
}

static void
fixture_init (Fixture *f)
{
  f->folder = g_dir_make_tmp ("secrets-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "connections.json", NULL);
  f->store = mc_profile_store_new (f->path);
  f->office = new_profile ("db.office");
  f->trial = new_profile ("db.trial");
  mc_profile_store_add (f->store, f->office);
  mc_profile_store_add (f->store, f->trial);
}

static void
fixture_clear (Fixture *f)
{
  g_remove (f->path);
  g_rmdir (f->folder);
  g_free (f->folder);
  g_free (f->path);
  g_object_unref (f->store);
  g_object_unref (f->office);
  g_object_unref (f->trial);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static DexFuture *
settled_cb (DexFuture *future, gpointer data)
{
  return dex_ref (future);
}

/* Returns: (transfer full): settled, and well. */
static DexFuture *
finish (DexFuture *future)
{
  g_autoptr (GError) error = NULL;

  future = dex_future_finally (future, settled_cb, NULL, NULL);
  while (dex_future_is_pending (future))
    g_main_context_iteration (NULL, TRUE);
  dex_future_get_value (future, &error);
  g_assert_no_error (error);
  return future;
}

static void
assert_kept (McProfileStore *store, McProfile *profile, const char *password)
{
  g_autoptr (DexFuture) future = finish (mc_profile_store_load_password (store, profile));

  g_assert_cmpstr (g_value_get_string (dex_future_get_value (future, NULL)), ==, password);
}

static void
keep (McProfileStore *store, McProfile *profile, const char *password)
{
  dex_unref (finish (mc_profile_store_save_password (store, profile, password)));
}

static void
test_store_load_forget (void)
{
  g_auto (Fixture) f = { 0 };
  g_autoptr (McProfileStore) next_start = NULL;
  McProfile *again = NULL;
  g_autofree char *saved = NULL;

  fixture_init (&f);
  assert_kept (f.store, f.office, NULL);
  keep (f.store, f.office, "mật khẩu 1");
  keep (f.store, f.trial, "khác");
  assert_kept (f.store, f.office, "mật khẩu 1");
  assert_kept (f.store, f.trial, "khác");
  mc_profile_store_set_last (f.store, f.office);
  dex_unref (finish (mc_profile_store_save (f.store)));

  /* Another start reads the file, which holds no password, and finds it by the connection. */
  g_assert_true (g_file_get_contents (f.path, &saved, NULL, NULL));
  g_assert_null (strstr (saved, "khẩu"));
  next_start = mc_profile_store_new (f.path);
  dex_unref (finish (mc_profile_store_load (next_start)));
  again = mc_profile_store_get_last (next_start);
  g_assert_cmpstr (mc_profile_get_host (again), ==, "db.office");
  assert_kept (next_start, again, "mật khẩu 1");

  keep (f.store, f.office, "mới");
  assert_kept (f.store, f.office, "mới");
  keep (f.store, f.office, NULL);
  assert_kept (f.store, f.office, NULL);
  assert_kept (f.store, f.trial, "khác");
}

/* A connection that is removed takes its password along. */
static void
test_removed_connection (void)
{
  g_auto (Fixture) f = { 0 };

  fixture_init (&f);
  keep (f.store, f.office, "một");
  keep (f.store, f.trial, "hai");
  dex_unref (finish (mc_profile_store_remove (f.store, f.trial)));
  assert_kept (f.store, f.trial, NULL);
  assert_kept (f.store, f.office, "một");
}

int
main (int argc, char **argv)
{
  dex_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/secrets/store-load-forget", test_store_load_forget);
  g_test_add_func ("/secrets/removed-connection", test_removed_connection);
  return g_test_run ();
}
