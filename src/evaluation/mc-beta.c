/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-beta.h"

#include <float.h>
#include <math.h>

/* Enough for parameters of millions; each step brings the fraction nearer. */
#define MOST_STEPS 20000

/* Halvings after which a double between 0 and 1 does not change any more, near 0 too. */
#define MOST_HALVINGS 1100

static double
away_from_zero (double value)
{
  return fabs (value) < DBL_MIN ? DBL_MIN : value;
}

/* The continued fraction, which converges quickly below the mean. */
static double
fraction (double a, double b, double x)
{
  double c = 1, d = 1 / away_from_zero (1 - (a + b) * x / (a + 1));
  double value = d;

  for (int i = 1; i < MOST_STEPS; i++)
    {
      double even = i * (b - i) * x / ((a + 2 * i - 1) * (a + 2 * i));
      double odd = -(a + i) * (a + b + i) * x / ((a + 2 * i) * (a + 2 * i + 1));
      double step;

      d = 1 / away_from_zero (1 + even * d);
      c = away_from_zero (1 + even / c);
      value *= d * c;
      d = 1 / away_from_zero (1 + odd * d);
      c = away_from_zero (1 + odd / c);
      step = d * c;
      value *= step;
      if (fabs (step - 1) < 4 * DBL_EPSILON)
        break;
    }
  return value;
}

double
mc_beta_share (double a, double b, double x)
{
  double front;

  g_return_val_if_fail (a > 0 && b > 0, NAN);
  if (!(x > 0))
    return 0;
  if (x >= 1)
    return 1;
  front = exp (lgamma (a + b) - lgamma (a) - lgamma (b) + a * log (x) + b * log1p (-x));
  if (x < (a + 1) / (a + b + 2))
    return front * fraction (a, b, x) / a;
  return 1 - front * fraction (b, a, 1 - x) / b;
}

double
mc_beta_quantile (double a, double b, double share)
{
  double low = 0, high = 1;

  g_return_val_if_fail (a > 0 && b > 0, NAN);
  if (!(share > 0))
    return 0;
  if (share >= 1)
    return 1;
  for (int i = 0; i < MOST_HALVINGS; i++)
    {
      double middle = (low + high) / 2;

      if (middle <= low || middle >= high)
        break;
      if (mc_beta_share (a, b, middle) < share)
        low = middle;
      else
        high = middle;
    }
  return (low + high) / 2;
}

double
mc_student_point (double degrees, double confidence)
{
  double x;

  g_return_val_if_fail (degrees > 0 && confidence > 0 && confidence < 1, NAN);
  /* degrees / (degrees + t²) is Beta (degrees / 2, 1 / 2), and what lies beyond ±t is what lies below that. */
  x = mc_beta_quantile (degrees / 2, 0.5, 1 - confidence);
  return sqrt (degrees * (1 - x) / x);
}
