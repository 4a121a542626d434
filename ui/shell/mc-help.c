/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-help.h"

#include <glib/gi18n.h>

#include "mc-data-dir.h"
#include "mc-report.h"

/* The first of the person's languages that has a handbook. */
static GFile *
find_handbook (void)
{
  const char *const *languages = g_get_language_names ();

  for (; *languages; languages++)
    {
      g_autofree char *path = g_build_filename (mc_data_dir (), "help", *languages, "index.html", NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return g_file_new_for_path (path);
    }
  return g_file_new_build_filename (mc_data_dir (), "help", "en", "index.html", NULL);
}

static void
launched_cb (GObject *launcher, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) parent = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (launcher), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    mc_report_error (parent, _ ("The handbook could not be opened."), error);
}

void
mc_help_show (GtkWindow *parent)
{
  g_autoptr (GFile) handbook = find_handbook ();
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (handbook);

  gtk_file_launcher_launch (launcher, parent, NULL, launched_cb, g_object_ref (parent));
}
