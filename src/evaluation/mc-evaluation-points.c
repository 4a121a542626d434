/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-evaluation-points.h"

#include <glib/gi18n-lib.h>
#include <float.h>
#include <math.h>

#include "mc-error.h"

/* More faults than this of one product leave nothing of it whatever is deducted for each. */
#define MOST_FAULTS 4

typedef struct
{
  McEvaluationCriterion *criterion;
  JsonObject *rule;
  McFigures *figures;
  const McRatingLimits *limits;
} Points;

double
mc_evaluation_round (double value, int decimals)
{
  double scale = pow (10, decimals);

  /* What is a half in decimals may be a hair less in the machine. */
  return round (value * scale * (1 + 4 * DBL_EPSILON)) / scale;
}

static double
sum_named (Points *self, const char *member, gboolean *any)
{
  JsonArray *names =
      json_object_has_member (self->rule, member) ? json_object_get_array_member (self->rule, member) : NULL;
  double sum = 0;

  for (guint i = 0; names && i < json_array_get_length (names); i++)
    {
      const char *name = json_array_get_string_element (names, i);

      *any = *any || mc_figures_has (self->figures, name);
      sum += mc_figures_get (self->figures, name);
    }
  return sum;
}

static McPointsOutcome
by_index (Points *self, double *points)
{
  gboolean any = FALSE;
  double best = sum_named (self, "best", &any);
  double middle = sum_named (self, "middle", &any);
  double worst = sum_named (self, "worst", &any);
  double n = best + middle + worst;

  if (!any || n <= 0)
    return MC_POINTS_MISSING;
  *points = mc_evaluation_round ((2 * best + middle) / n, 1);
  return MC_POINTS_COMPUTED;
}

static McPointsOutcome
by_share (Points *self, double *points)
{
  gboolean any = FALSE;
  double part = sum_named (self, "part", &any);
  double whole = sum_named (self, "whole", &any);

  if (!any || whole <= 0)
    return MC_POINTS_MISSING;
  if (json_object_get_boolean_member_with_default (self->rule, "enough", FALSE) && whole < self->limits->min_ratings)
    return MC_POINTS_TOO_FEW;
  *points = self->criterion->max_points * MIN (part / whole, 1);
  return MC_POINTS_COMPUTED;
}

/* The points that the figures of `each` are worth together; NAN where there is none of them. */
static double
sum_priced (Points *self)
{
  JsonObject *each =
      json_object_has_member (self->rule, "each") ? json_object_get_object_member (self->rule, "each") : NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;
  gboolean any = FALSE;
  double sum = 0;

  if (!each)
    return NAN;
  json_object_iter_init (&iter, each);
  while (json_object_iter_next (&iter, &name, &node))
    {
      any = any || mc_figures_has (self->figures, name);
      sum += mc_figures_get (self->figures, name) * json_node_get_double (node);
    }
  return any ? sum : NAN;
}

static McPointsOutcome
by_deduction (Points *self, double *points)
{
  double sum = sum_priced (self);

  *points = isnan (sum) ? 0 : MAX (self->criterion->max_points - sum, 0);
  return isnan (sum) ? MC_POINTS_MISSING : MC_POINTS_COMPUTED;
}

static McPointsOutcome
by_gain (Points *self, double *points)
{
  double sum = sum_priced (self);

  *points = isnan (sum) ? 0 : MIN (sum, self->criterion->max_points);
  return isnan (sum) ? MC_POINTS_MISSING : MC_POINTS_COMPUTED;
}

/* How much is left of the products done, in products. */
static double
less_faults (Points *self, const char *what)
{
  double left = mc_figures_get (self->figures, "done");
  double each = json_object_get_double_member_with_default (self->rule, "deduct_percent", 25) / 100;

  for (int faults = 1; faults <= MOST_FAULTS; faults++)
    {
      g_autofree char *name = g_strdup_printf ("%s_%d", what, faults);

      left -= mc_figures_get (self->figures, name) * MIN (faults * each, 1);
    }
  return MAX (left, 0);
}

static McPointsOutcome
by_products (Points *self, double *points)
{
  const char *part = json_object_get_string_member_with_default (self->rule, "part", "quantity");
  double assigned = mc_figures_get (self->figures, "assigned");
  double kept;

  if (assigned <= 0 || !mc_figures_has (self->figures, "done"))
    return MC_POINTS_MISSING;
  if (g_str_equal (part, "quality"))
    kept = less_faults (self, "faults");
  else if (g_str_equal (part, "progress"))
    kept = less_faults (self, "delays");
  else
    kept = mc_figures_get (self->figures, "done");
  *points = MIN (kept / assigned, 1) * self->criterion->max_points;
  return MC_POINTS_COMPUTED;
}

static JsonNode *
parse_rule (McEvaluationCriterion *criterion, GError **error)
{
  g_autoptr (JsonNode) node = json_from_string (criterion->rule, NULL);

  if (node && JSON_NODE_HOLDS_OBJECT (node))
    return g_steal_pointer (&node);
  g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("How figures count for “%s” cannot be read."), criterion->name);
  return NULL;
}

gboolean
mc_evaluation_points (McEvaluationCriterion *criterion,
                      McFigures *figures,
                      const McRatingLimits *limits,
                      McPointsOutcome *outcome,
                      double *points,
                      GError **error)
{
  static const struct
  {
    const char *how;
    McPointsOutcome (*reckon) (Points *, double *);
  } ways[] = {
    { "index", by_index }, { "share", by_share },       { "deduct", by_deduction },
    { "gain", by_gain },   { "products", by_products },
  };
  g_autoptr (JsonNode) node = NULL;
  Points self = { criterion, NULL, figures, limits };
  const char *how;

  g_return_val_if_fail (MC_IS_EVALUATION_CRITERION (criterion) && figures && limits, FALSE);
  *outcome = MC_POINTS_GIVEN;
  *points = 0;
  if (!criterion->rule)
    return TRUE;
  node = parse_rule (criterion, error);
  if (!node)
    return FALSE;
  self.rule = json_node_get_object (node);
  how = json_object_get_string_member_with_default (self.rule, "how", "");
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_str_equal (how, ways[i].how))
      {
        *outcome = ways[i].reckon (&self, points);
        *points = mc_evaluation_round (*points, 2);
        return TRUE;
      }
  g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("How figures count for “%s” cannot be read."), criterion->name);
  return FALSE;
}
