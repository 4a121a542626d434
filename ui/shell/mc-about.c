/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

void
mc_about_present (GtkWidget *from)
{
  AdwDialog *dialog = adw_about_dialog_new ();
  AdwAboutDialog *about = ADW_ABOUT_DIALOG (dialog);

  adw_about_dialog_set_application_name (about, "Một Cửa");
  adw_about_dialog_set_application_icon (about, MC_APP_ID);
  adw_about_dialog_set_version (about, MC_VERSION);
  adw_about_dialog_set_developer_name (about, _ ("The Một Cửa developers"));
  adw_about_dialog_set_comments (about,
                                 _ ("Runs the Public Administration Service Centre: whom each agency has sent, until "
                                    "when, and whether they meet the standard."));
  adw_about_dialog_set_copyright (about, _ ("© 2026 The Một Cửa developers"));
  adw_about_dialog_set_license_type (about, GTK_LICENSE_GPL_3_0);
  adw_about_dialog_add_legal_section (about, "PostgreSQL", NULL, GTK_LICENSE_CUSTOM,
                                      _ ("The database: PostgreSQL License."));
  adw_dialog_present (dialog, from);
}
