/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include <glib/gi18n.h>
#include <gtk/gtk.h>
#include <libdex.h>

#include "mc-application.h"
#include "mc-paths.h"

/* Vietnamese is the default whatever the desktop speaks, because office desktops are often set up in English. gettext
 * looks at LANGUAGE only outside the C locale, so a real locale is asked for where the desktop has none. */
static void
choose_language (void)
{
  g_autoptr (GSettings) settings = g_settings_new (MC_APP_ID);
  g_autofree char *language = g_settings_get_string (settings, "language");

  /* GTK would set the locale of the desktop again. */
  gtk_disable_setlocale ();
  setlocale (LC_ALL, "");
  if (!g_str_equal (language, "system"))
    {
      const char *locale = g_str_equal (language, "vi") ? "vi_VN.UTF-8" : "en_US.UTF-8";

      g_setenv ("LANGUAGE", language, TRUE);
      if (setlocale (LC_MESSAGES, locale) == NULL)
        setlocale (LC_MESSAGES, "C.UTF-8");
      setlocale (LC_TIME, locale);
    }
  bindtextdomain (GETTEXT_PACKAGE, MC_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char **argv)
{
  g_autoptr (McApplication) application = NULL;

  choose_language ();
  dex_init ();
  application = mc_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
