/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-file-folder.h"

GFile *
mc_file_folder_get (void)
{
  g_autoptr (GSettings) settings = g_settings_new (MC_APP_ID);
  g_autofree char *uri = g_settings_get_string (settings, "export-folder");

  return *uri ? g_file_new_for_uri (uri) : NULL;
}

void
mc_file_folder_remember (GFile *file)
{
  g_autoptr (GSettings) settings = g_settings_new (MC_APP_ID);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (uri != NULL)
    g_settings_set_string (settings, "export-folder", uri);
}
