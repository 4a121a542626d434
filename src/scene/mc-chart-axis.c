/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-chart-axis.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mc-number.h"

/* The least of 1, 2, 5 times a power of ten that is not below @value. */
static double
round_up (double value)
{
  double power = pow (10, floor (log10 (value)));
  double digit = value / power;

  return (digit <= 1 + 1e-9 ? 1 : digit <= 2 + 1e-9 ? 2 : digit <= 5 + 1e-9 ? 5 : 10) * power;
}

static void
init_log (McChartAxis *self, double least, double most)
{
  self->low = pow (10, floor (log10 (MAX (least, 1e-6)) + 1e-9));
  self->high = round_up (MAX (most, self->low * 10));
  self->decimals = self->low < 1 ? (int)ceil (-log10 (self->low) - 1e-9) : 0;
}

static void
init_linear (McChartAxis *self, double least, double most, gboolean whole, double gap)
{
  double room = fabs (self->to - self->from);
  double n = CLAMP (floor (room / gap), 2, MC_CHART_MAX_TICKS - 3);
  double unit = self->percent ? 100 : 1;

  if (most - least < 1e-9)
    most = least + (whole || fabs (least) > 1 ? 1 : self->percent ? 0.01 : 0.1);
  self->step = round_up ((most - least) / n);
  if (whole)
    self->step = MAX (self->step, 1);
  self->low = floor (least / self->step + 1e-9) * self->step;
  self->high = ceil (most / self->step - 1e-9) * self->step;
  self->decimals = self->step * unit < 1 ? (int)ceil (-log10 (self->step * unit) - 1e-9) : 0;
}

void
mc_chart_axis_init (McChartAxis *self,
                    gboolean log,
                    gboolean percent,
                    double least,
                    double most,
                    gboolean zero,
                    gboolean whole,
                    double from,
                    double to,
                    double gap)
{
  *self = (McChartAxis){ .log = log, .percent = percent, .from = from, .to = to };
  if (log)
    init_log (self, least, most);
  else
    init_linear (self, zero ? MIN (least, 0) : least, zero ? MAX (most, 0) : most, whole, gap);
}

double
mc_chart_axis_place (const McChartAxis *self, double value)
{
  double part;

  if (self->log)
    part = value > self->low ? log10 (value / self->low) / log10 (self->high / self->low) : 0;
  else
    part = (value - self->low) / (self->high - self->low);
  return self->from + (self->to - self->from) * CLAMP (part, 0, 1);
}

guint
mc_chart_axis_list_ticks (const McChartAxis *self, double *ticks)
{
  static const double digits[] = { 1, 2, 5 };
  guint n = 0;

  if (!self->log)
    {
      for (guint i = 0; n < MC_CHART_MAX_TICKS && self->low + i * self->step <= self->high + self->step / 2; i++)
        ticks[n++] = self->low + i * self->step;
      return n;
    }
  for (double power = self->low; power <= self->high * 1.0001 && n < MC_CHART_MAX_TICKS; power *= 10)
    for (guint i = 0; i < (self->high / self->low <= 1001 ? 3 : 1); i++)
      if (power * digits[i] <= self->high * 1.0001 && n < MC_CHART_MAX_TICKS)
        ticks[n++] = power * digits[i];
  return n;
}

char *
mc_chart_axis_format (const McChartAxis *self, double value)
{
  g_autofree char *number = NULL;
  int decimals = self->log && value >= 1 ? 0 : self->decimals;

  /* What should be 0 may be a little below it by rounding. */
  number = mc_number_format (fabs (value) < 1e-12 ? 0 : value * (self->percent ? 100 : 1), MIN (decimals, 9));
  return self->percent ? g_strdup_printf (C_ ("share", "%s %%"), number) : g_steal_pointer (&number);
}
