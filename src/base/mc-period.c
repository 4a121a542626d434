/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-period.h"

#include "mc-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_BOXED_TYPE (McPeriod, mc_period, mc_period_copy, g_free)

McPeriod *
mc_period_copy (const McPeriod *self)
{
  return g_memdup2 (self, sizeof *self);
}

/* A missing end is after every day; a missing beginning, being the least integer, is before all as it is. */
static gint64
end_of (McPeriod self)
{
  return self.until == MC_DAY_NONE ? G_MAXINT64 : self.until;
}

gboolean
mc_period_is_empty (McPeriod self)
{
  return self.from >= end_of (self);
}

gboolean
mc_period_contains (McPeriod self, McDay day)
{
  return day != MC_DAY_NONE && self.from <= day && day < end_of (self);
}

gboolean
mc_period_intersect (McPeriod self, McPeriod other, McPeriod *common)
{
  McPeriod result = {
    .from = MAX (self.from, other.from),
    .until = end_of (self) < end_of (other) ? self.until : other.until,
  };

  if (mc_period_is_empty (result))
    return FALSE;
  if (common)
    *common = result;
  return TRUE;
}

gboolean
mc_period_overlaps (McPeriod self, McPeriod other)
{
  return mc_period_intersect (self, other, NULL);
}

gboolean
mc_period_equal (McPeriod self, McPeriod other)
{
  if (mc_period_is_empty (self) || mc_period_is_empty (other))
    return mc_period_is_empty (self) && mc_period_is_empty (other);
  return self.from == other.from && self.until == other.until;
}

McDay
mc_period_last_day (McPeriod self)
{
  return self.until == MC_DAY_NONE ? MC_DAY_NONE : self.until - 1;
}

int
mc_period_days (McPeriod self)
{
  if (self.from == MC_DAY_NONE || self.until == MC_DAY_NONE)
    return -1;
  return mc_period_is_empty (self) ? 0 : self.until - self.from;
}

/* An inclusive end, or an exclusive beginning, is @shift = 1 day away from the half-open form. */
static gboolean
parse_bound (const char *text, int shift, McDay *day, GError **error)
{
  *day = MC_DAY_NONE;
  if (!*text || strcmp (text, "infinity") == 0 || strcmp (text, "-infinity") == 0)
    return TRUE;
  if (!mc_day_parse (text, day, error))
    return FALSE;
  *day += shift;
  return TRUE;
}

gboolean
mc_period_parse (const char *text, McPeriod *period, GError **error)
{
  gsize length = text ? strlen (text) : 0;

  g_return_val_if_fail (period, FALSE);
  *period = (McPeriod){ 0, 0 };

  if (length && strcmp (text, "empty") == 0)
    return TRUE;
  if (length >= 3 && strchr ("[(", text[0]) && strchr ("])", text[length - 1]))
    {
      g_autofree char *inner = g_strndup (text + 1, length - 2);
      g_auto (GStrv) bounds = g_strsplit (inner, ",", -1);

      if (g_strv_length (bounds) == 2)
        return parse_bound (bounds[0], text[0] == '(' ? 1 : 0, &period->from, error) &&
               parse_bound (bounds[1], text[length - 1] == ']' ? 1 : 0, &period->until, error);
    }
  g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("“%s” is not a period"), text ? text : "");
  return FALSE;
}

char *
mc_period_format (McPeriod self)
{
  g_autofree char *from = mc_day_format_iso (self.from);
  g_autofree char *until = mc_day_format_iso (self.until);

  if (mc_period_is_empty (self))
    return g_strdup ("empty");
  return g_strdup_printf ("%c%s,%s)", *from ? '[' : '(', from, until);
}

char *
mc_period_format_people (McPeriod self)
{
  g_autofree char *from = mc_day_format (self.from);
  g_autofree char *last = mc_day_format (mc_period_last_day (self));

  if (mc_period_is_empty (self))
    return g_strdup (_ ("never"));
  if (!*from && !*last)
    return g_strdup (_ ("always"));
  if (!*last)
    /* Translators: a period without end, beginning on this day */
    return g_strdup_printf (_ ("from %s"), from);
  if (!*from)
    /* Translators: a period without beginning, up to and with this day */
    return g_strdup_printf (_ ("until %s"), last);
  if (strcmp (from, last) == 0)
    return g_steal_pointer (&from);
  return g_strdup_printf ("%s – %s", from, last);
}
