/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shift-fixture.h"

#include <math.h>
#include <string.h>

#include "mc-shift-pricing-private.h"
#include "mc-shift-roster.h"

static gboolean
chance (GRand *rand, gint percent)
{
  return g_rand_int_range (rand, 0, 100) < percent;
}

static void
add_types (McShiftModel *model, GRand *rand)
{
  static const gint minutes[] = { 480, 480, 720, 360 };
  gint n = g_rand_int_range (rand, 1, 4);

  for (gint t = 0; t < n; t++)
    {
      char id[] = { (char)('A' + t), 0 };

      mc_shift_model_add_type (model, id, minutes[g_rand_int_range (rand, 0, G_N_ELEMENTS (minutes))]);
    }
  for (gint t = 1; t < n; t++)
    for (gint other = 0; other < t; other++)
      if (chance (rand, 60))
        mc_shift_type (model, t)->next &= ~MC_SHIFT_BIT (other + 1);
}

static void
set_limits (const McShiftModel *model, McShiftPerson *person, GRand *rand)
{
  person->max_run = g_rand_int_range (rand, 2, 6);
  person->min_run = g_rand_int_range (rand, 1, 3);
  person->min_off = g_rand_int_range (rand, 1, 4);
  if (chance (rand, 30))
    person->max_off = g_rand_int_range (rand, person->min_off, 6);
  if (chance (rand, 60))
    person->max_weekends = g_rand_int_range (rand, 0, 2);
  if (chance (rand, 60))
    person->max_minutes = 480 * g_rand_int_range (rand, 3, (gint)MAX (model->n_days, 4));
  if (chance (rand, 60))
    person->min_minutes = MIN (360 * g_rand_int_range (rand, 1, (gint)model->n_days), person->max_minutes);
  for (guint t = 0; t < model->types->len; t++)
    if (chance (rand, 40))
      person->most[t] = g_rand_int_range (rand, 0, 4);
  for (guint d = 0; d < model->n_days; d++)
    {
      if (chance (rand, 8))
        person->allowed[d] = MC_SHIFT_BIT (MC_SHIFT_OFF);
      else if (chance (rand, 4))
        person->allowed[d] &= ~MC_SHIFT_BIT (MC_SHIFT_OFF);
    }
}

static void
set_eve (const McShiftModel *model, McShiftPerson *person, GRand *rand)
{
  if (chance (rand, 30))
    {
      person->last = (guint)g_rand_int_range (rand, 1, (gint32)model->types->len + 1);
      person->run = g_rand_int_range (rand, 1, 4);
    }
  else if (chance (rand, 40))
    person->off_run = g_rand_int_range (rand, 1, 4);
}

static gboolean
has_roster (const McShiftModel *model, guint person)
{
  g_autofree double *prices = g_new0 (double, model->n_days *mc_shift_model_n_choices (model));
  g_autofree guint8 *row = g_new (guint8, model->n_days);
  g_autoptr (McShiftPricer) pricer = mc_shift_pricer_new (model, person);
  g_autoptr (McShiftScratch) scratch = mc_shift_scratch_new ();

  return mc_shift_pricer_run (pricer, scratch, prices, NULL, INFINITY, row) < INFINITY;
}

static void
add_person (McShiftModel *model, GRand *rand)
{
  guint index = model->people->len;
  char id[] = { (char)('a' + index % 26), 0 };

  do
    {
      McShiftPerson *person;

      g_array_set_size (model->people, index);
      person = mc_shift_model_add_person (model, id);
      set_limits (model, person, rand);
      set_eve (model, person, rand);
    }
  while (!has_roster (model, index));
}

McShiftModel *
shift_fixture_random (guint seed, guint n_people, guint n_days)
{
  GRand *rand = g_rand_new_with_seed (seed);
  McShiftModel *model = mc_shift_model_new (n_days);

  model->first_weekday = (guint)g_rand_int_range (rand, 0, 7);
  add_types (model, rand);
  for (guint p = 0; p < n_people; p++)
    add_person (model, rand);
  for (guint d = 0; d < n_days; d++)
    for (guint t = 0; t < model->types->len; t++)
      if (chance (rand, 80))
        mc_shift_model_add_cover (model, d, t, g_rand_int_range (rand, 0, (gint32)n_people / 2 + 2),
                                  g_rand_int_range (rand, 1, 20), g_rand_int_range (rand, 0, 5));
  for (guint i = 0; i < n_people * 3; i++)
    mc_shift_model_add_request (model, (guint)g_rand_int_range (rand, 0, (gint32)n_people),
                                (guint)g_rand_int_range (rand, 0, (gint32)n_days),
                                g_rand_int_range (rand, MC_SHIFT_ANY, (gint32)model->types->len), chance (rand, 50),
                                g_rand_int_range (rand, 1, 6));
  g_rand_free (rand);
  return model;
}

/* A model of this person alone, without covers and requests: what the evaluator finds in it is about limits. */
static McShiftModel *
alone (const McShiftModel *model, guint person)
{
  const McShiftPerson *from = mc_shift_person (model, person);
  McShiftModel *copy = mc_shift_model_new (model->n_days);
  McShiftPerson *to;
  gint *most;
  guint32 *allowed;

  copy->first_weekday = model->first_weekday;
  for (guint t = 0; t < model->types->len; t++)
    {
      mc_shift_model_add_type (copy, mc_shift_type (model, t)->id, mc_shift_type (model, t)->minutes);
      mc_shift_type (copy, t)->next = mc_shift_type (model, t)->next;
    }
  to = mc_shift_model_add_person (copy, from->id);
  most = to->most;
  allowed = to->allowed;
  g_free (to->id);
  *to = *from;
  to->id = g_strdup (from->id);
  to->most = memcpy (most, from->most, model->types->len * sizeof (gint));
  to->allowed = memcpy (allowed, from->allowed, model->n_days * sizeof (guint32));
  return copy;
}

double
shift_fixture_best_row (const McShiftModel *model, guint person, const double *prices)
{
  g_autoptr (McShiftModel) one = alone (model, person);
  guint n_choices = mc_shift_model_n_choices (model);
  g_autofree guint8 *row = g_new0 (guint8, model->n_days + 1);
  double best = INFINITY;

  while (row[model->n_days] == 0)
    {
      g_auto (McShiftCosts) costs = { 0 };
      double price = 0;
      guint d = 0;

      mc_shift_evaluate (one, row, &costs);
      for (guint i = 0; i < model->n_days; i++)
        price += prices[i * n_choices + row[i]];
      if (costs.breaches->len == 0)
        best = MIN (best, price);
      while (d < model->n_days && ++row[d] == n_choices)
        row[d++] = 0;
      if (d == model->n_days)
        row[d] = 1;
    }
  return best;
}
