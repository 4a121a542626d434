/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-cli-password.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>

#include "mc-error.h"

#define LENGTH 20

char *
mc_cli_read_password (GError **error)
{
  char line[1024];

  if (!fgets (line, sizeof line, stdin) || line[0] == '\n')
    {
      g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID, _ ("There is no password on standard input."));
      return NULL;
    }
  line[strcspn (line, "\r\n")] = '\0';
  return g_strdup (line);
}

char *
mc_cli_make_password (void)
{
  static const char letters[] = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  const guint n = sizeof letters - 1;
  char *password = g_new0 (char, LENGTH + 1);
  guint filled = 0;

  while (filled < LENGTH)
    {
      guchar byte;

      /* A byte beyond the last whole multiple would make some letters likelier. */
      if (getrandom (&byte, 1, 0) == 1 && byte < 256 / n * n)
        password[filled++] = letters[byte % n];
    }
  return password;
}
