/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-shift-roster.h"

#define SATURDAY 5
#define SUNDAY 6

typedef struct
{
  const McShiftModel *model;
  const McShiftPerson *person;
  guint index;
  const guint8 *choices; /* of this person */
  GArray *breaches;
} Check;

static void
report (Check *check, McShiftRule rule, guint day, gint64 amount)
{
  McShiftBreach breach = { .rule = rule, .person = check->index, .day = day, .amount = (gint)amount };

  if (amount > 0)
    g_array_append_val (check->breaches, breach);
}

static gboolean
works (const Check *check, guint day)
{
  return check->choices[day] != MC_SHIFT_OFF;
}

static void
check_days (Check *check)
{
  guint before = check->person->run > 0 ? check->person->last : MC_SHIFT_OFF;

  for (guint d = 0; d < check->model->n_days; d++)
    {
      guint choice = check->choices[d];

      report (check, MC_SHIFT_RULE_ALLOWED, d, !(check->person->allowed[d] & MC_SHIFT_BIT (choice)));
      if (choice != MC_SHIFT_OFF && before != MC_SHIFT_OFF)
        report (check, MC_SHIFT_RULE_NEXT, d,
                !(mc_shift_type (check->model, before - 1)->next & MC_SHIFT_BIT (choice)));
      before = choice;
    }
}

static void
check_sums (Check *check)
{
  guint last = check->model->n_days - 1;
  gint64 minutes = 0;

  for (guint t = 0; t < check->model->types->len; t++)
    {
      gint count = 0;

      for (guint d = 0; d <= last; d++)
        count += check->choices[d] == t + 1;
      report (check, MC_SHIFT_RULE_MOST, last, (gint64)count - check->person->most[t]);
      minutes += (gint64)count * mc_shift_type (check->model, t)->minutes;
    }
  report (check, MC_SHIFT_RULE_MIN_MINUTES, last, check->person->min_minutes - minutes);
  report (check, MC_SHIFT_RULE_MAX_MINUTES, last, minutes - check->person->max_minutes);
}

/* One stretch of days worked, or off, up to and with @day. */
static void
check_stretch (Check *check, guint day, guint length, gboolean work)
{
  const McShiftPerson *p = check->person;
  gboolean from_start = length == day + 1, to_end = day + 1 == check->model->n_days;
  gint64 days = (gint64)length + (from_start ? (work ? p->run : p->off_run) : 0);
  gboolean may_be_short = to_end || (from_start && p->run == 0 && p->off_run == 0);

  report (check, work ? MC_SHIFT_RULE_MAX_RUN : MC_SHIFT_RULE_MAX_OFF, day, days - (work ? p->max_run : p->max_off));
  if (!may_be_short)
    report (check, work ? MC_SHIFT_RULE_MIN_RUN : MC_SHIFT_RULE_MIN_OFF, day, (work ? p->min_run : p->min_off) - days);
}

static void
check_stretches (Check *check)
{
  guint length = 0;

  for (guint d = 0; d < check->model->n_days; d++)
    {
      length++;
      if (d + 1 == check->model->n_days || works (check, d) != works (check, d + 1))
        {
          check_stretch (check, d, length, works (check, d));
          length = 0;
        }
    }
}

static void
check_weekends (Check *check)
{
  const McShiftModel *model = check->model;
  gint64 weekends = 0;

  for (guint d = 0; d < model->n_days; d++)
    {
      guint weekday = mc_shift_model_weekday (model, d);
      gboolean first = weekday == SATURDAY || (weekday == SUNDAY && (d == 0 || !works (check, d - 1)));

      weekends += first && works (check, d);
    }
  report (check, MC_SHIFT_RULE_WEEKENDS, model->n_days - 1, weekends - check->person->max_weekends);
}

static void
count_cover (const McShiftModel *model, const guint8 *choices, McShiftCosts *costs)
{
  for (guint i = 0; i < model->covers->len; i++)
    {
      const McShiftCover *cover = mc_shift_cover (model, i);
      gint64 there = 0;

      for (guint p = 0; p < model->people->len; p++)
        there += choices[(gsize)p * model->n_days + cover->day] == cover->type + 1;
      costs->under += MAX (cover->wanted - there, 0) * cover->under;
      costs->over += MAX (there - cover->wanted, 0) * cover->over;
    }
}

void
mc_shift_evaluate (const McShiftModel *model, const guint8 *choices, McShiftCosts *costs)
{
  *costs = (McShiftCosts){ .breaches = g_array_new (FALSE, TRUE, sizeof (McShiftBreach)) };
  for (guint i = 0; i < model->requests->len; i++)
    {
      const McShiftRequest *request = mc_shift_request (model, i);
      gint cost = mc_shift_request_cost (request, choices[(gsize)request->person * model->n_days + request->day]);

      *(request->on ? &costs->requests_on : &costs->requests_off) += cost;
    }
  count_cover (model, choices, costs);
  for (guint p = 0; p < model->people->len && model->n_days > 0; p++)
    {
      Check check = { .model = model,
                      .person = mc_shift_person (model, p),
                      .index = p,
                      .choices = choices + (gsize)p * model->n_days,
                      .breaches = costs->breaches };

      check_days (&check);
      check_sums (&check);
      check_stretches (&check);
      check_weekends (&check);
    }
}

gint64
mc_shift_costs_total (const McShiftCosts *self)
{
  return self->requests_on + self->requests_off + self->under + self->over;
}

void
mc_shift_costs_clear (McShiftCosts *self)
{
  g_clear_pointer (&self->breaches, g_array_unref);
}

char *
mc_shift_format (const McShiftModel *model, const guint8 *choices)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint p = 0; p < model->people->len; p++)
    {
      g_string_append (text, mc_shift_person (model, p)->id);
      for (guint d = 0; d < model->n_days; d++)
        {
          guint choice = choices[(gsize)p * model->n_days + d];

          g_string_append_c (text, ',');
          g_string_append (text, choice == MC_SHIFT_OFF ? "-" : mc_shift_type (model, choice - 1)->id);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}
