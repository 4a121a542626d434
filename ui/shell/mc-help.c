/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-help.h"

#include <glib/gi18n.h>
#include <libdex.h>

#include "mc-data-dir.h"
#include "mc-report.h"

/* The first of the person's languages that has a handbook; on a thread, for a disk may be slow. */
static DexFuture *
find_fiber (gpointer data)
{
  const char *const *languages = data;

  for (; *languages; languages++)
    {
      g_autofree char *path = g_build_filename (mc_data_dir (), "help", *languages, "index.html", NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return dex_future_new_take_object (g_file_new_for_path (path));
    }
  return dex_future_new_take_object (g_file_new_build_filename (mc_data_dir (), "help", "en", "index.html", NULL));
}

static void
launched_cb (GObject *launcher, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) parent = user_data;

  mc_report_launched (parent, _ ("The handbook could not be opened."), GTK_FILE_LAUNCHER (launcher), result);
}

static DexFuture *
found_cb (DexFuture *future, gpointer parent)
{
  GFile *handbook = g_value_get_object (dex_future_get_value (future, NULL));
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (handbook);

  if (gtk_widget_get_mapped (parent))
    gtk_file_launcher_launch (launcher, parent, NULL, launched_cb, g_object_ref (parent));
  return NULL;
}

void
mc_help_show (GtkWindow *parent)
{
  /* Asked here: the answer belongs to this thread. */
  GStrv languages = g_strdupv ((GStrv)g_get_language_names ());

  dex_future_disown (dex_future_then (dex_scheduler_spawn (dex_thread_pool_scheduler_get_default (), 0, find_fiber,
                                                           languages, (GDestroyNotify)g_strfreev),
                                      found_cb, g_object_ref (parent), g_object_unref));
}
