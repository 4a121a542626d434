/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-evaluation-spread.h"

#include <math.h>

McRaterMark *
mc_rater_mark_new (gint64 scheme, McRaterRole role, const char *login, double percent, double beside)
{
  McRaterMark *self = g_new0 (McRaterMark, 1);

  self->scheme = scheme;
  self->role = role;
  self->login = g_strdup (login);
  self->percent = percent;
  self->beside = beside;
  return self;
}

void
mc_rater_mark_free (McRaterMark *self)
{
  g_return_if_fail (self);
  g_free (self->login);
  g_free (self);
}

void
mc_rater_spread_free (McRaterSpread *self)
{
  g_return_if_fail (self);
  g_free (self->login);
  g_free (self);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const McRaterSpread *x = *(McRaterSpread *const *)a, *y = *(McRaterSpread *const *)b;

  return x->role != y->role ? (int)x->role - (int)y->role : g_strcmp0 (x->login, y->login);
}

/* The raters of the scheme, without figures. */
static GPtrArray *
collect (const GPtrArray *marks, gint64 scheme)
{
  GPtrArray *raters = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_rater_spread_free);

  for (guint i = 0; i < marks->len; i++)
    {
      const McRaterMark *mark = marks->pdata[i];
      McRaterSpread *one;
      gboolean known = FALSE;

      for (guint k = 0; k < raters->len && !known; k++)
        {
          one = raters->pdata[k];
          known = one->role == mark->role && g_strcmp0 (one->login, mark->login) == 0;
        }
      if (known || mark->scheme != scheme)
        continue;
      one = g_new0 (McRaterSpread, 1);
      one->role = mark->role;
      one->login = g_strdup (mark->login);
      g_ptr_array_add (raters, one);
    }
  g_ptr_array_sort (raters, compare);
  return raters;
}

static gint64
key_of (const GPtrArray *raters, const McRaterMark *mark)
{
  for (guint k = 0; k < raters->len; k++)
    {
      const McRaterSpread *one = raters->pdata[k];

      if (one->role == mark->role && g_strcmp0 (one->login, mark->login) == 0)
        return k + 1;
    }
  return 0;
}

/* By key; of one who has none of them n is 0. */
static McSpread
find_spread (const GArray *spreads, gint64 key)
{
  for (guint i = 0; i < spreads->len; i++)
    if (g_array_index (spreads, McSpread, i).key == key)
      return g_array_index (spreads, McSpread, i);
  return (McSpread){ .key = key, .mean = NAN, .low = NAN, .high = NAN, .others = NAN };
}

GPtrArray *
mc_evaluation_rater_spread (const GPtrArray *marks, gint64 scheme)
{
  GPtrArray *raters = collect (marks, scheme);
  g_autoptr (GArray) percents = g_array_new (FALSE, FALSE, sizeof (McSpreadItem));
  g_autoptr (GArray) besides = g_array_new (FALSE, FALSE, sizeof (McSpreadItem));
  g_autoptr (GArray) of_percents = NULL, of_besides = NULL;

  for (guint i = 0; i < marks->len; i++)
    {
      const McRaterMark *mark = marks->pdata[i];
      McSpreadItem percent = { key_of (raters, mark), mark->percent }, beside = { percent.key, mark->beside };

      if (mark->scheme != scheme)
        continue;
      g_array_append_val (percents, percent);
      if (!isnan (mark->beside))
        g_array_append_val (besides, beside);
    }
  of_percents = mc_evaluation_spread (percents);
  of_besides = mc_evaluation_spread (besides);
  for (guint k = 0; k < raters->len; k++)
    {
      McRaterSpread *one = raters->pdata[k];

      one->marks = find_spread (of_percents, k + 1);
      one->beside = find_spread (of_besides, k + 1);
      one->apart = one->beside.low > 1e-9 || one->beside.high < -1e-9;
    }
  return raters;
}
