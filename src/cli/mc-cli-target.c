/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "mc-cli.h"

/* A number as people here write it too, with a comma. */
gboolean
mc_cli_parse_number (const char *text, const char *option, double *number, GError **error)
{
  g_autofree char *point = g_strdelimit (g_strdup (text), ",", '.');
  char *end;

  *number = g_ascii_strtod (point, &end);
  if (end != point && *end == '\0' && isfinite (*number))
    return TRUE;
  mc_cli_usage (error, _ ("%s: “%s” is no number"), option, text);
  return FALSE;
}

gboolean
mc_cli_parse_target (const char *text, double *share, double *within, GError **error)
{
  g_auto (GStrv) parts = NULL;

  if (!text)
    return TRUE;
  parts = g_strsplit (text, "/", -1);
  if (g_strv_length (parts) != 2)
    {
      mc_cli_usage (error, _ ("--target: “%s” is not of the form PCT/SECONDS, as in 80/20"), text);
      return FALSE;
    }
  g_strchomp (parts[0]);
  if (g_str_has_suffix (parts[0], "%"))
    parts[0][strlen (parts[0]) - 1] = '\0';
  g_strchomp (parts[0]);
  if (!mc_cli_parse_number (parts[0], "--target", share, error) ||
      !mc_cli_parse_number (parts[1], "--target", within, error))
    return FALSE;
  *share /= 100;
  if (*share > 0 && *share < 1 && *within >= 0)
    return TRUE;
  mc_cli_usage (error, _ ("--target: the share is above 0 %% and below 100 %%, the time 0 seconds or more"));
  return FALSE;
}
