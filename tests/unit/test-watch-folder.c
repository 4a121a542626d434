/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is laid into a watched folder is listed once it is whole, each content once. */
#include <glib/gstdio.h>
#include <string.h>

#include "mc-watch-folder.h"

#define STEADY_MS 300

typedef struct
{
  char *path;
  McWatchFolder *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;

  fixture->path = g_dir_make_tmp ("mc-watch-XXXXXX", NULL);
  file = g_file_new_for_path (fixture->path);
  fixture->folder = mc_watch_folder_new (file, STEADY_MS);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->path, 0, NULL);
  const char *name;

  g_object_unref (fixture->folder);
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (fixture->path, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->path);
  g_free (fixture->path);
}

static void
lay (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->path, name, NULL);

  /* As other programs do: in place, and not by a new file. */
  g_assert_true (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0644, NULL));
}

static char *
names (Fixture *fixture)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->folder)); i++)
    {
      g_autoptr (McWatchedFile) file = g_list_model_get_item (G_LIST_MODEL (fixture->folder), i);
      g_autofree char *name = g_file_get_basename (mc_watched_file_get_file (file));

      g_string_append_printf (text, "%s%s", i ? " " : "", name);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* Turns the main loop until the list is as wanted; the meson test's own limit ends a list that never is. */
static void
wait_for (Fixture *fixture, const char *wanted)
{
  for (;;)
    {
      g_autofree char *found = names (fixture);

      if (g_str_equal (found, wanted))
        return;
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
await (DexFuture *future, GError **error)
{
  while (dex_future_is_pending (future))
    g_main_context_iteration (NULL, TRUE);
  dex_future_get_value (future, error);
  dex_unref (future);
}

static void
test_tables (Fixture *fixture, gconstpointer data)
{
  g_autoptr (McWatchedFile) first = NULL;

  lay (fixture, "b.csv", "hai");
  lay (fixture, "a.XLSX", "một");
  lay (fixture, "c.csv", "một");
  lay (fixture, "~$a.xlsx", "khoá");
  lay (fixture, ".an.csv", "ẩn");
  lay (fixture, "thu.txt", "thư");
  lay (fixture, "rong.csv", "");
  /* c.csv has the bytes of a.XLSX. */
  wait_for (fixture, "a.XLSX b.csv");
  first = g_list_model_get_item (G_LIST_MODEL (fixture->folder), 0);
  g_assert_cmpuint (mc_watched_file_get_size (first), ==, strlen ("một"));
  g_assert_cmpuint (strlen (mc_watched_file_get_digest (first)), ==, 64);
}

/* A file that has not kept still for long enough is not there, however often it is looked for. */
static void
test_waiting (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (McWatchFolder) folder = mc_watch_folder_new (file, 3600 * 1000);

  lay (fixture, "dai.csv", "một dòng");
  wait_for (fixture, "dai.csv");
  for (guint i = 0; i < 5; i++)
    await (mc_watch_folder_look (folder), NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (folder)), ==, 0);
}

/* When it changes later it is another file. */
static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (McWatchedFile) before = NULL;
  g_autoptr (McWatchedFile) after = NULL;

  lay (fixture, "dai.csv", "một dòng");
  wait_for (fixture, "dai.csv");
  before = g_list_model_get_item (G_LIST_MODEL (fixture->folder), 0);
  lay (fixture, "dai.csv", "một dòng nữa");
  wait_for (fixture, "");
  wait_for (fixture, "dai.csv");
  after = g_list_model_get_item (G_LIST_MODEL (fixture->folder), 0);
  g_assert_cmpuint (mc_watched_file_get_size (after), ==, strlen ("một dòng nữa"));
  g_assert_cmpstr (mc_watched_file_get_digest (before), !=, mc_watched_file_get_digest (after));
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->path, "a.csv", NULL);

  lay (fixture, "a.csv", "một");
  lay (fixture, "b.csv", "hai");
  wait_for (fixture, "a.csv b.csv");
  g_assert_cmpint (g_remove (path), ==, 0);
  wait_for (fixture, "b.csv");
}

/* A folder that is not there is no list, and says why when it is looked at. */
static void
test_missing (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at/all");
  g_autoptr (McWatchFolder) folder = mc_watch_folder_new (file, STEADY_MS);
  g_autoptr (GError) error = NULL;

  g_assert_true (mc_watch_folder_get_folder (folder) == file);
  await (mc_watch_folder_look (folder), &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (folder)), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  dex_init ();
  g_test_add ("/watch-folder/tables", Fixture, NULL, set_up, test_tables, tear_down);
  g_test_add ("/watch-folder/waiting", Fixture, NULL, set_up, test_waiting, tear_down);
  g_test_add ("/watch-folder/changed", Fixture, NULL, set_up, test_changed, tear_down);
  g_test_add ("/watch-folder/gone", Fixture, NULL, set_up, test_gone, tear_down);
  g_test_add_func ("/watch-folder/missing", test_missing);
  return g_test_run ();
}
