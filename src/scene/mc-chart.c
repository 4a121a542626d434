/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mc-number.h"

#define N_LIMITS 3 /* columns of the list: mean, lower and upper limit */
#define SIGMAS 3   /* standard errors on either side */

typedef struct
{
  char *label, *target;
  McDay day;
  double base;
} Category;

typedef struct
{
  char *key, *name;
  gboolean compared;
  double *values;
} Series;

struct _McChart
{
  gatomicrefcount refs;
  McChartKind kind;
  char *title, *subtitle, *unit, *heading, *source, *mark_label;
  int decimals;
  gboolean percent;
  guint mark;
  double mean; /* of the shares; NAN: not computed yet */
  GArray *categories, *series;
};

static void
category_clear (gpointer data)
{
  Category *self = data;

  g_free (self->label);
  g_free (self->target);
}

static void
series_clear (gpointer data)
{
  Series *self = data;

  g_free (self->key);
  g_free (self->name);
  g_free (self->values);
}

McChart *
mc_chart_new (McChartKind kind, const char *title, const char *subtitle)
{
  McChart *self = g_new0 (McChart, 1);

  g_atomic_ref_count_init (&self->refs);
  self->kind = kind;
  self->mean = NAN;
  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  self->categories = g_array_new (FALSE, TRUE, sizeof (Category));
  self->series = g_array_new (FALSE, TRUE, sizeof (Series));
  g_array_set_clear_func (self->categories, category_clear);
  g_array_set_clear_func (self->series, series_clear);
  return self;
}

McChart *
mc_chart_ref (McChart *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
mc_chart_unref (McChart *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->unit);
  g_free (self->heading);
  g_free (self->source);
  g_free (self->mark_label);
  g_array_unref (self->categories);
  g_array_unref (self->series);
  g_free (self);
}

void
mc_chart_set_title (McChart *self, const char *title)
{
  g_set_str (&self->title, title);
}

McChartKind
mc_chart_get_kind (McChart *self)
{
  return self->kind;
}

const char *
mc_chart_get_title (McChart *self)
{
  return self->title;
}

const char *
mc_chart_get_subtitle (McChart *self)
{
  return self->subtitle;
}

void
mc_chart_set_measure (McChart *self, const char *unit, int decimals, gboolean percent)
{
  g_set_str (&self->unit, unit);
  self->decimals = decimals;
  self->percent = percent;
}

const char *
mc_chart_get_unit (McChart *self)
{
  return self->unit;
}

gboolean
mc_chart_is_percent (McChart *self)
{
  return self->percent;
}

void
mc_chart_set_heading (McChart *self, const char *heading)
{
  g_set_str (&self->heading, heading);
}

const char *
mc_chart_get_heading (McChart *self)
{
  return self->heading ? self->heading : "";
}

void
mc_chart_set_source (McChart *self, const char *source)
{
  g_set_str (&self->source, source);
}

const char *
mc_chart_get_source (McChart *self)
{
  return self->source;
}

void
mc_chart_set_mark (McChart *self, guint category, const char *label)
{
  self->mark = category;
  g_set_str (&self->mark_label, label);
}

const char *
mc_chart_get_mark (McChart *self, guint *category)
{
  *category = self->mark;
  return self->mark_label;
}

void
mc_chart_add_category (McChart *self, const char *label, McDay day, const char *target)
{
  const Category category = { g_strdup (label), g_strdup (target), day, NAN };

  g_return_if_fail (self->series->len == 0);
  g_array_append_val (self->categories, category);
}

guint
mc_chart_add_series (McChart *self, const char *key, const char *name, gboolean compared)
{
  const Series series = { g_strdup (key), g_strdup (name), compared, g_new (double, self->categories->len) };

  for (guint i = 0; i < self->categories->len; i++)
    series.values[i] = NAN;
  g_array_append_val (self->series, series);
  return self->series->len - 1;
}

static Series *
series_at (McChart *self, guint series)
{
  g_assert (series < self->series->len);
  return &g_array_index (self->series, Series, series);
}

static Category *
category_at (McChart *self, guint category)
{
  g_assert (category < self->categories->len);
  return &g_array_index (self->categories, Category, category);
}

void
mc_chart_set_value (McChart *self, guint series, guint category, double value)
{
  g_return_if_fail (category < self->categories->len);
  series_at (self, series)->values[category] = value;
  self->mean = NAN;
}

void
mc_chart_set_base (McChart *self, guint category, double base)
{
  category_at (self, category)->base = base;
  self->mean = NAN;
}

guint
mc_chart_get_n_categories (McChart *self)
{
  return self->categories->len;
}

const char *
mc_chart_get_label (McChart *self, guint category)
{
  return category_at (self, category)->label;
}

McDay
mc_chart_get_day (McChart *self, guint category)
{
  return category_at (self, category)->day;
}

const char *
mc_chart_get_target (McChart *self, guint category)
{
  return category_at (self, category)->target;
}

guint
mc_chart_get_n_series (McChart *self)
{
  return self->series->len;
}

const char *
mc_chart_get_key (McChart *self, guint series)
{
  return series_at (self, series)->key;
}

const char *
mc_chart_get_name (McChart *self, guint series)
{
  return series_at (self, series)->name;
}

gboolean
mc_chart_is_compared (McChart *self, guint series)
{
  return series_at (self, series)->compared;
}

double
mc_chart_get_value (McChart *self, guint series, guint category)
{
  g_return_val_if_fail (category < self->categories->len, NAN);
  return series_at (self, series)->values[category];
}

double
mc_chart_get_total (McChart *self, guint series)
{
  const double *values = series_at (self, series)->values;
  double total = 0;

  for (guint i = 0; i < self->categories->len; i++)
    if (!isnan (values[i]))
      total += values[i];
  return total;
}

gboolean
mc_chart_is_empty (McChart *self)
{
  for (guint s = 0; s < self->series->len; s++)
    for (guint i = 0; i < self->categories->len; i++)
      if (!isnan (series_at (self, s)->values[i]))
        return FALSE;
  return TRUE;
}

/* The mean share is that of all cases, not the mean of the shares. */
static double
mean_share (McChart *self)
{
  double cases = 0, hits = 0;

  for (guint i = 0; self->series->len && i < self->categories->len; i++)
    {
      double base = category_at (self, i)->base, value = mc_chart_get_value (self, 0, i);

      if (!(base > 0) || isnan (value))
        continue;
      cases += base;
      hits += value * base;
    }
  return cases > 0 ? hits / cases : NAN;
}

gboolean
mc_chart_get_limits (McChart *self, guint category, double *centre, double *low, double *high)
{
  double base = category_at (self, category)->base, reach;

  if (isnan (self->mean))
    self->mean = mean_share (self);
  *centre = self->mean;
  if (!(base > 0) || isnan (*centre))
    return FALSE;
  reach = SIGMAS * sqrt (MAX (0, *centre * (1 - *centre)) / base);
  *low = MAX (0, *centre - reach);
  *high = MIN (1, *centre + reach);
  return TRUE;
}

char *
mc_chart_format (McChart *self, double value)
{
  g_autofree char *number = NULL;

  if (!self->percent || isnan (value))
    return mc_number_format (value, self->decimals);
  number = mc_number_format (value * 100, self->decimals);
  /* Translators: a number of percent */
  return g_strdup_printf (C_ ("share", "%s %%"), number);
}

guint
mc_chart_get_n_columns (McChart *self)
{
  return 1 + self->series->len + (self->kind == MC_CHART_CONTROL ? N_LIMITS : 0);
}

char *
mc_chart_dup_column (McChart *self, guint column)
{
  const char *const limits[N_LIMITS] = { _ ("Mean"), _ ("Lower limit"), _ ("Upper limit") };

  if (column == 0)
    return g_strdup (mc_chart_get_heading (self));
  if (column <= self->series->len)
    return g_strdup (mc_chart_get_name (self, column - 1));
  g_return_val_if_fail (column - 1 - self->series->len < N_LIMITS, NULL);
  return g_strdup (limits[column - 1 - self->series->len]);
}

char *
mc_chart_dup_cell (McChart *self, guint row, guint column)
{
  double limits[N_LIMITS];

  if (column == 0)
    return g_strdup (mc_chart_get_label (self, row));
  if (column <= self->series->len)
    return mc_chart_format (self, mc_chart_get_value (self, column - 1, row));
  g_return_val_if_fail (column - 1 - self->series->len < N_LIMITS, NULL);
  if (!mc_chart_get_limits (self, row, &limits[0], &limits[1], &limits[2]))
    return mc_chart_format (self, NAN);
  return mc_chart_format (self, limits[column - 1 - self->series->len]);
}
