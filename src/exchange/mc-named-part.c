/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-named-part.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DASH "–"

char *
mc_named_part_format (const char *what, McPeriod during)
{
  g_autofree char *first = mc_day_format (during.from);
  g_autofree char *last = mc_day_format (mc_period_last_day (during));

  return g_strdup_printf ("%s (%s" DASH "%s)", what, first, last);
}

/* The parentheses at the end, if nothing but days is in them. */
static char *
find_days (char *text)
{
  char *open = strrchr (text, '(');
  gsize inside;

  if (!open || !g_str_has_suffix (open, ")"))
    return NULL;
  inside = strspn (open + 1, "0123456789/.- \xe2\x80\x93");
  return open[1 + inside] == ')' && strpbrk (open, "0123456789") ? open : NULL;
}

/* Where the first day ends: at the long dash, or else at the only short one. */
static char *
find_dash (char *days, gsize *size)
{
  char *dash = strstr (days, DASH);

  *size = dash ? strlen (DASH) : 1;
  if (!dash)
    dash = strstr (days, " - ") ? strstr (days, " - ") + 1 : strchr (days, '-');
  return dash;
}

static gboolean
read_day (char *text, McDay *day)
{
  *day = MC_DAY_NONE;
  return !*g_strstrip (text) || mc_day_parse (text, day, NULL);
}

static gboolean
read_days (char *days, McPeriod *during)
{
  gsize size;
  char *dash = find_dash (days, &size);
  McDay last = MC_DAY_NONE;

  if (dash)
    {
      *dash = '\0';
      if (!read_day (dash + size, &last))
        return FALSE;
    }
  if (!read_day (days, &during->from))
    return FALSE;
  during->until = last == MC_DAY_NONE ? MC_DAY_NONE : last + 1;
  return during->from == MC_DAY_NONE || last == MC_DAY_NONE || during->from <= last;
}

gboolean
mc_named_part_cut (char *text, McPeriod *during, char **reason)
{
  char *open;
  g_autofree char *days = NULL;

  *during = MC_PERIOD_ALWAYS;
  *reason = NULL;
  g_strchomp (text);
  open = find_days (text);
  if (!open)
    return FALSE;
  days = g_strndup (open + 1, strlen (open) - 2);
  if (!read_days (days, during))
    *reason =
        g_strdup_printf (_ ("%s: days are written as (01/03/2026–31/12/2026), the last one after the first"), open);
  *open = '\0';
  g_strchomp (text);
  return TRUE;
}
