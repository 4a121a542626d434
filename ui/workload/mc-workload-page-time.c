/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which time is looked at: that of its kind in which a day lies, or as much before a day as after it. */
#include "mc-workload-page-private.h"

static const struct
{
  int days, months;
  McWorkloadBucket bucket; /* the steps that show such a time best */
} spans[MC_N_SPANS] = {
  [MC_SPAN_WEEK] = { 7, 0, MC_WORKLOAD_DAY },        [MC_SPAN_MONTH] = { 0, 1, MC_WORKLOAD_DAY },
  [MC_SPAN_QUARTER] = { 0, 3, MC_WORKLOAD_WEEK },    [MC_SPAN_YEAR] = { 0, 12, MC_WORKLOAD_MONTH },
  [MC_SPAN_TEN_YEARS] = { 0, 120, MC_WORKLOAD_DAY },
};

/* @n spans on. */
static McDay
shift (McWorkloadPage *self, McDay day, int n)
{
  return mc_day_add_months (day, n * spans[self->span].months) + n * spans[self->span].days;
}

/* A week begins on Monday, a quarter in January, ten years end with that of the day. */
static McDay
span_start (McWorkloadSpan span, McDay day)
{
  int year, month, months = spans[span].months;

  if (span == MC_SPAN_WEEK)
    return day - mc_day_weekday (day) + 1;
  mc_day_split (day, &year, &month, NULL);
  if (span == MC_SPAN_TEN_YEARS)
    return mc_day_new (year - 9, 1, 1);
  return mc_day_new (year, (month - 1) / months * months + 1, 1);
}

gboolean
mc_workload_page_can_compare (McWorkloadPage *self)
{
  return self->spec.kind == MC_WORKLOAD_CHART_TIME || self->spec.kind == MC_WORKLOAD_CHART_RANKED ||
         self->spec.kind == MC_WORKLOAD_CHART_ON_TIME;
}

void
mc_workload_page_settle_time (McWorkloadPage *self)
{
  McWorkloadChartSpec *spec = &self->spec;

  spec->split = MC_DAY_NONE;
  spec->compare = self->compare;
  if (!self->splitting || !mc_workload_page_can_compare (self))
    {
      spec->from = span_start (self->span, self->day);
      spec->to = shift (self, spec->from, 1);
      return;
    }
  /* A ranking shows what came after, and crosses it with what came before. */
  spec->from = spec->kind == MC_WORKLOAD_CHART_RANKED ? self->split_day : shift (self, self->split_day, -1);
  spec->to = shift (self, self->split_day, 1);
  if (spec->kind == MC_WORKLOAD_CHART_RANKED)
    spec->compare = MC_COMPARE_PREVIOUS;
  else
    {
      spec->compare = MC_COMPARE_NONE;
      spec->split = self->split_day;
    }
}

void
mc_workload_page_look_at_day (McWorkloadPage *self, McDay day)
{
  self->day = day;
  self->first = self->n = 0;
}

void
mc_workload_page_look_for (McWorkloadPage *self, McWorkloadSpan span, McDay day)
{
  self->span = span;
  self->spec.bucket = spans[span].bucket;
  mc_workload_page_look_at_day (self, day);
}

void
mc_workload_page_look_at_days (McWorkloadPage *self, McDay first, McDay last)
{
  McWorkloadSpan span = MC_SPAN_MONTH;

  while (span < MC_SPAN_TEN_YEARS && span_start (span, last) > first)
    span++;
  self->splitting = FALSE;
  mc_workload_page_look_for (self, span, last);
  mc_workload_page_ask (self);
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McWorkloadPage *self = MC_WORKLOAD_PAGE (widget);
  int n = g_str_equal (name, "workload.earlier") ? -1 : 1;

  if (self->splitting && mc_workload_page_can_compare (self))
    self->split_day = shift (self, self->split_day, n);
  else if (self->span == MC_SPAN_TEN_YEARS)
    self->day = mc_day_add_months (self->day, 12 * n);
  else
    self->day = shift (self, self->day, n);
  self->first = self->n = 0;
  mc_workload_page_ask (self);
}

void
mc_workload_page_time_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "workload.earlier", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "workload.later", NULL, step_action);
}
