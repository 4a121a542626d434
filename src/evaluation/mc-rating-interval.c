/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-rating-interval.h"

#include <math.h>

#include "mc-beta.h"

static void
take_method (McRatingLimits *self, const char *text)
{
  static const char *const methods[] = { "\"wilson\"", "\"bayes\"" };

  for (gsize i = 0; i < G_N_ELEMENTS (methods); i++)
    if (g_str_equal (text, methods[i]))
      self->method = (McRatingMethod)i;
}

void
mc_rating_limits_take_setting (McRatingLimits *self, McSetting *setting)
{
  const char *text;
  char *end = NULL;
  double value;

  g_return_if_fail (self && MC_IS_SETTING (setting));
  text = setting->value ? setting->value : "";
  if (g_strcmp0 (setting->key, "evaluation.interval") == 0)
    take_method (self, text);
  value = g_ascii_strtod (text, &end);
  if (end == text || *end || !(value > 0 && value <= G_MAXINT))
    return;
  if (g_strcmp0 (setting->key, "evaluation.min_ratings") == 0)
    self->min_ratings = (guint)value;
  else if (g_strcmp0 (setting->key, "evaluation.burst_ratings") == 0)
    self->burst_ratings = (guint)value;
  else if (g_strcmp0 (setting->key, "evaluation.confidence") == 0 && value < 1)
    self->confidence = value;
}

/* The point of the normal distribution beyond which (1 - @confidence) / 2 lies. */
static double
normal_point (double confidence)
{
  double tail = (1 - CLAMP (confidence, 0.5, 0.9999)) / 2;
  double low = 0, high = 10;

  for (int i = 0; i < 60; i++)
    {
      double middle = (low + high) / 2;

      if (erfc (middle / G_SQRT2) / 2 > tail)
        low = middle;
      else
        high = middle;
    }
  return (low + high) / 2;
}

static void
bound_by_score (McRatingInterval *self, double confidence)
{
  double z = normal_point (confidence), size = (double)self->n;
  double middle = (self->share + z * z / (2 * size)) / (1 + z * z / size);
  double half = z / (1 + z * z / size) * sqrt (self->share * (1 - self->share) / size + z * z / (4 * size * size));

  self->low = MAX (middle - half, 0);
  self->high = MIN (middle + half, 1);
}

static void
bound_by_belief (McRatingInterval *self, double good, double confidence)
{
  double tail = (1 - CLAMP (confidence, 0.5, 0.9999)) / 2, bad = (double)self->n - good;

  self->low = good > 0 ? mc_beta_quantile (good + 0.5, bad + 0.5, tail) : 0;
  self->high = bad > 0 ? mc_beta_quantile (good + 0.5, bad + 0.5, 1 - tail) : 1;
}

McRatingInterval
mc_rating_interval (guint64 satisfied, guint64 n, const McRatingLimits *limits)
{
  McRatingInterval self = { .n = n, .high = 1, .too_few = n < MAX (limits->min_ratings, 1) };

  g_return_val_if_fail (satisfied <= n, self);
  if (n == 0)
    return self;
  self.share = (double)satisfied / (double)n;
  if (limits->method == MC_RATING_BAYES)
    bound_by_belief (&self, (double)satisfied, limits->confidence);
  else
    bound_by_score (&self, limits->confidence);
  return self;
}

int
mc_rating_interval_compare (const McRatingInterval *a, const McRatingInterval *b)
{
  if (a->too_few || b->too_few || (a->low <= b->high && b->low <= a->high))
    return 0;
  return a->share < b->share ? -1 : 1;
}
