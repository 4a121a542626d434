/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "mc-draft-store.h"

static const char *program;

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
set_name (McDraftStore *store, const char *key, const char *name)
{
  g_autoptr (JsonObject) values = json_object_new ();

  json_object_set_string_member (values, "full_name", name);
  mc_draft_store_set (store, key, values);
}

static const char *
get_name (McDraftStore *store, const char *key)
{
  McDraft *draft = mc_draft_store_get (store, key);

  return draft ? json_object_get_string_member (mc_draft_get_values (draft), "full_name") : NULL;
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_remove (file);
    }
  g_rmdir (path);
}

static void
test_keep_and_forget (void)
{
  g_autofree char *folder = g_dir_make_tmp ("drafts-XXXXXX", NULL);
  g_autoptr (McDraftStore) store = mc_draft_store_new (folder);
  g_autoptr (McDraftStore) again = NULL;
  g_autoptr (McDraftStore) third = NULL;

  set_name (store, "person/new", "Nguyễn");
  set_name (store, "tour/12/extend", "x");
  set_name (store, "person/new", "Nguyễn Văn A");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), ==, 2);
  finish (mc_draft_store_flush (store));
  again = mc_draft_store_new (folder);
  finish (mc_draft_store_load (again));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (again)), ==, 2);
  g_assert_cmpstr (get_name (again, "person/new"), ==, "Nguyễn Văn A");
  mc_draft_store_remove (again, "person/new");
  finish (mc_draft_store_flush (again));
  third = mc_draft_store_new (folder);
  finish (mc_draft_store_load (third));
  g_assert_null (mc_draft_store_get (third, "person/new"));
  g_assert_nonnull (mc_draft_store_get (third, "tour/12/extend"));
  remove_folder (folder);
}

/* What is thrown away while the files are read does not come back from them. */
static void
test_removed_while_loading (void)
{
  g_autofree char *folder = g_dir_make_tmp ("drafts-XXXXXX", NULL);
  g_autoptr (McDraftStore) store = mc_draft_store_new (folder);
  g_autoptr (McDraftStore) again = mc_draft_store_new (folder);
  DexFuture *loading;

  set_name (store, "person/new", "Nguyễn");
  set_name (store, "person/12", "Trần");
  set_name (store, "person/13", "Lê");
  finish (mc_draft_store_flush (store));
  mc_draft_store_remove (again, "person/13");
  dex_future_disown (mc_draft_store_flush (again));
  loading = mc_draft_store_load (again);
  mc_draft_store_remove (again, "person/new");
  set_name (again, "person/12", "Phạm");
  finish (loading);
  g_assert_null (get_name (again, "person/new"));
  g_assert_null (get_name (again, "person/13"));
  g_assert_cmpstr (get_name (again, "person/12"), ==, "Phạm");
  finish (mc_draft_store_flush (again));
  finish (mc_draft_store_flush (store));
  remove_folder (folder);
}

static void
test_damaged (void)
{
  g_autofree char *folder = g_dir_make_tmp ("drafts-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "x.json", NULL);
  g_autoptr (McDraftStore) store = mc_draft_store_new (folder);

  g_assert_true (g_file_set_contents (file, "{\"key\": \"a", -1, NULL));
  finish (mc_draft_store_load (store));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), ==, 0);
  remove_folder (folder);
}

/* The child types without end; it is killed with no warning half a second after its first letter. */
static G_NORETURN void
type_for_ever (const char *folder)
{
  g_autoptr (McDraftStore) store = mc_draft_store_new (folder);
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0;; i++)
    {
      g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT, (g_get_monotonic_time () - start) / 1000);

      set_name (store, "person/new", name);
      if (i == 0)
        {
          puts ("typing");
          fflush (stdout);
        }
      g_usleep (5000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

static void
test_survives_kill (void)
{
  g_autofree char *folder = g_dir_make_tmp ("drafts-XXXXXX", NULL);
  g_autoptr (McDraftStore) store = mc_draft_store_new (folder);
  g_autoptr (GError) error = NULL;
  const char *argv[] = { program, "--type", folder, NULL };
  GPid pid;
  int out, typed;
  char buffer[16];

  g_spawn_async_with_pipes (NULL, (char **)argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL, &out, NULL,
                            &error);
  g_assert_no_error (error);
  g_assert_cmpint (read (out, buffer, sizeof buffer), >, 0);
  g_usleep (1000000);
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  close (out);
  finish (mc_draft_store_load (store));
  g_assert_nonnull (get_name (store, "person/new"));
  typed = atoi (get_name (store, "person/new"));
  g_test_message ("killed after about 1000 ms, kept what was typed until %d ms", typed);
  /* The promise is 300 ms; a busy machine gets room. */
  g_assert_cmpint (typed, >, 200);
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  dex_init ();
  if (argc == 3 && strcmp (argv[1], "--type") == 0)
    type_for_ever (argv[2]);
  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drafts/keep-and-forget", test_keep_and_forget);
  g_test_add_func ("/drafts/removed-while-loading", test_removed_while_loading);
  g_test_add_func ("/drafts/damaged", test_damaged);
  g_test_add_func ("/drafts/survives-kill", test_survives_kill);
  return g_test_run ();
}
