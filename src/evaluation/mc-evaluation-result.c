/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-evaluation-result.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "mc-error.h"
#include "mc-evaluation-points.h"

typedef struct
{
  const McEvaluationFacts *facts;
  const McRatingLimits *limits;
  McEvaluationResult *result;
  GStrvBuilder *flags;
} Reckoning;

static void
flag (Reckoning *self, const char *what, McEvaluationCriterion *criterion)
{
  g_autofree char *text = g_strdup_printf ("%s:%s", what, criterion->code);

  g_strv_builder_add (self->flags, text);
}

static McFigures *
collect (Reckoning *self, McEvaluationCriterion *criterion)
{
  McFigures *figures = mc_figures_new ();

  for (guint i = 0; i < self->facts->evidence->len; i++)
    {
      McEvaluationEvidence *evidence = g_ptr_array_index (self->facts->evidence, i);

      if (evidence->criterion_id == mc_entity_get_id (MC_ENTITY (criterion)))
        mc_figures_add_evidence (figures, evidence);
    }
  return figures;
}

/* The points that count of those that people gave; a NAN line where there are none. */
static void
find_given (Reckoning *self, McEvaluationCriterion *criterion, McEvaluationLine *line)
{
  for (guint i = 0; i < self->facts->scores->len; i++)
    {
      McEvaluationScore *score = g_ptr_array_index (self->facts->scores, i);

      if (score->criterion_id != line->criterion || score->role == MC_RATER_SELF || score->role == MC_RATER_COMPUTED ||
          !criterion->rated)
        continue;
      if (isnan (line->points) || score->role > line->role)
        {
          line->points = score->points;
          line->role = score->role;
        }
    }
}

/* For the post, else for all posts. */
static double
find_weight (Reckoning *self, gint64 criterion)
{
  double weight = NAN;
  gboolean own = FALSE;

  for (guint i = 0; i < self->facts->weights->len; i++)
    {
      McEvaluationWeight *row = g_ptr_array_index (self->facts->weights, i);

      own = own || (row->post_id && row->post_id == self->facts->post);
    }
  for (guint i = 0; i < self->facts->weights->len; i++)
    {
      McEvaluationWeight *row = g_ptr_array_index (self->facts->weights, i);

      if (row->criterion_id == criterion && row->post_id == (own ? self->facts->post : 0))
        weight = row->weight;
    }
  return weight;
}

static void
add_computed (Reckoning *self, McEvaluationCriterion *criterion, double points)
{
  McEvaluationScore *score = mc_evaluation_score_new ();

  score->criterion_id = mc_entity_get_id (MC_ENTITY (criterion));
  score->role = MC_RATER_COMPUTED;
  score->points = MIN (points, criterion->max_points);
  g_ptr_array_add (self->result->computed, score);
}

static gboolean
reckon_line (Reckoning *self, McEvaluationCriterion *criterion, GError **error)
{
  McEvaluationLine line = { .criterion = mc_entity_get_id (MC_ENTITY (criterion)), .points = NAN };
  g_autoptr (McFigures) figures = collect (self, criterion);
  McPointsOutcome outcome;
  double points;

  if (!mc_evaluation_points (criterion, figures, self->limits, &outcome, &points, error))
    return FALSE;
  if (outcome == MC_POINTS_COMPUTED)
    add_computed (self, criterion, points);
  find_given (self, criterion, &line);
  if (isnan (line.points) && outcome == MC_POINTS_COMPUTED)
    line.points = MIN (points, criterion->max_points);
  if (isnan (line.points))
    flag (self, outcome == MC_POINTS_TOO_FEW ? "too_few" : "missing", criterion);
  if (mc_figures_get (figures, "burst") >= MAX (self->limits->burst_ratings, 1))
    flag (self, "burst", criterion);
  line.weight = find_weight (self, line.criterion);
  g_array_append_val (self->result->lines, line);
  return TRUE;
}

static double
param (JsonObject *params, const char *name, double fallback)
{
  return json_object_get_double_member_with_default (params, name, fallback);
}

static double
total_of_index (GArray *lines)
{
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    if (!isnan (g_array_index (lines, McEvaluationLine, i).points))
      {
        sum += g_array_index (lines, McEvaluationLine, i).points;
        n++;
      }
  return n > 0 ? sum : NAN;
}

/* Nothing is left out here: who has no result has no total. */
static double
total_of_decree (Reckoning *self, JsonObject *params)
{
  double general = 0, results = 0;
  guint n = 0;

  for (guint i = 0; i < self->facts->criteria->len; i++)
    {
      McEvaluationCriterion *criterion = g_ptr_array_index (self->facts->criteria, i);
      double points = g_array_index (self->result->lines, McEvaluationLine, i).points;

      if (isnan (points))
        return NAN;
      if (criterion->part == MC_CRITERION_PART_GENERAL)
        general += points;
      else
        results += points / criterion->max_points;
      n += criterion->part == MC_CRITERION_PART_RESULT;
    }
  return MIN (general, param (params, "general", 30)) + (n ? results / n : 0) * param (params, "results", 70);
}

static double
total_of_slip (Reckoning *self)
{
  double sum = 0, whole = 0;

  for (guint i = 0; i < self->facts->criteria->len; i++)
    {
      McEvaluationCriterion *criterion = g_ptr_array_index (self->facts->criteria, i);
      McEvaluationLine *line = &g_array_index (self->result->lines, McEvaluationLine, i);

      if (isnan (line->points) || isnan (line->weight))
        continue;
      sum += line->weight * line->points / criterion->max_points;
      whole += line->weight;
    }
  return whole > 0 ? 100 * sum / whole : NAN;
}

/* Whether the criteria that there are points for could make the best band at all. */
static gboolean
is_top_in_reach (Reckoning *self)
{
  g_autoptr (JsonNode) node = json_from_string (self->facts->scheme->bands, NULL);
  JsonArray *bands = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  double most = 0;

  if (!bands || json_array_get_length (bands) == 0)
    return FALSE;
  for (guint i = 0; i < self->facts->criteria->len; i++)
    if (!isnan (g_array_index (self->result->lines, McEvaluationLine, i).points))
      most += ((McEvaluationCriterion *)g_ptr_array_index (self->facts->criteria, i))->max_points;
  return most >= json_object_get_double_member_with_default (json_array_get_object_element (bands, 0), "from", 0);
}

static JsonArray *
parse_bands (const char *bands, JsonNode **node)
{
  *node = bands ? json_from_string (bands, NULL) : NULL;
  return *node && JSON_NODE_HOLDS_ARRAY (*node) ? json_node_get_array (*node) : NULL;
}

char *
mc_evaluation_band_find (const char *bands, double total)
{
  g_autoptr (JsonNode) node = NULL;
  JsonArray *array = parse_bands (bands, &node);

  for (guint i = 0; array && !isnan (total) && i < json_array_get_length (array); i++)
    {
      JsonObject *band = json_array_get_object_element (array, i);

      if (total >= json_object_get_double_member_with_default (band, "from", 0))
        return g_strdup (json_object_get_string_member_with_default (band, "code", ""));
    }
  return NULL;
}

/* Its place from the best; G_MAXUINT where there is none. */
static guint
band_place (const char *bands, const char *code)
{
  g_autoptr (JsonNode) node = NULL;
  JsonArray *array = parse_bands (bands, &node);

  for (guint i = 0; array && i < json_array_get_length (array); i++)
    if (g_strcmp0 (json_object_get_string_member_with_default (json_array_get_object_element (array, i), "code", ""),
                   code) == 0)
      return i;
  return G_MAXUINT;
}

char *
mc_evaluation_band_dup_name (McEvaluationScheme *scheme, const char *code)
{
  g_autoptr (JsonNode) node = NULL;
  JsonArray *array;
  guint place;

  g_return_val_if_fail (MC_IS_EVALUATION_SCHEME (scheme), NULL);
  place = band_place (scheme->bands, code);
  array = parse_bands (scheme->bands, &node);
  if (place == G_MAXUINT)
    return g_strdup ("");
  return g_strdup (
      json_object_get_string_member_with_default (json_array_get_object_element (array, place), "name", ""));
}

static void
apply_veto (Reckoning *self, McEvaluationCriterion *criterion)
{
  g_autoptr (JsonNode) node = criterion->veto ? json_from_string (criterion->veto, NULL) : NULL;
  g_autoptr (McFigures) figures = NULL;
  JsonObject *veto;
  const char *bands = self->facts->scheme->bands, *limit;
  guint place;

  if (!node || !JSON_NODE_HOLDS_OBJECT (node) || !self->result->band)
    return;
  veto = json_node_get_object (node);
  limit = json_object_get_string_member_with_default (veto, "band", "");
  place = band_place (bands, limit);
  figures = collect (self, criterion);
  if (place == G_MAXUINT || place <= band_place (bands, self->result->band) ||
      mc_figures_get (figures, json_object_get_string_member_with_default (veto, "figure", "")) <
          json_object_get_double_member_with_default (veto, "at_least", 1))
    return;
  g_set_str (&self->result->band, limit);
  g_set_str (&self->result->veto, criterion->code);
}

static gboolean
reckon_total (Reckoning *self, GError **error)
{
  McEvaluationScheme *scheme = self->facts->scheme;
  g_autoptr (JsonNode) params = scheme->params ? json_from_string (scheme->params, NULL) : NULL;

  if (!params || !JSON_NODE_HOLDS_OBJECT (params))
    {
      g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("The numbers of the scheme “%s” cannot be read."),
                   scheme->name);
      return FALSE;
    }
  if (scheme->kind == MC_SCHEME_STATUTORY_COUNTER)
    self->result->total = total_of_index (self->result->lines);
  else if (scheme->kind == MC_SCHEME_DECREE_335)
    self->result->total = total_of_decree (self, json_node_get_object (params));
  else
    self->result->total = total_of_slip (self);
  if (!isnan (self->result->total))
    self->result->total = mc_evaluation_round (self->result->total, 2);
  if (scheme->kind == MC_SCHEME_STATUTORY_COUNTER && !isnan (self->result->total) && !is_top_in_reach (self))
    g_strv_builder_add (self->flags, "reach:");
  else
    self->result->band = mc_evaluation_band_find (scheme->bands, self->result->total);
  for (guint i = 0; i < self->facts->criteria->len; i++)
    apply_veto (self, g_ptr_array_index (self->facts->criteria, i));
  return TRUE;
}

McEvaluationResult *
mc_evaluation_reckon (const McEvaluationFacts *facts, const McRatingLimits *limits, GError **error)
{
  g_autoptr (McEvaluationResult) result = g_new0 (McEvaluationResult, 1);
  g_autoptr (GStrvBuilder) flags = g_strv_builder_new ();
  Reckoning self = { facts, limits, result, flags };

  g_return_val_if_fail (facts && limits && MC_IS_EVALUATION_SCHEME (facts->scheme), NULL);
  result->lines = g_array_new (FALSE, FALSE, sizeof (McEvaluationLine));
  result->computed = g_ptr_array_new_with_free_func (g_object_unref);
  result->total = NAN;
  for (guint i = 0; i < facts->criteria->len; i++)
    if (!reckon_line (&self, g_ptr_array_index (facts->criteria, i), error))
      return NULL;
  if (!reckon_total (&self, error))
    return NULL;
  result->flags = g_strv_builder_end (flags);
  return g_steal_pointer (&result);
}

void
mc_evaluation_result_free (McEvaluationResult *self)
{
  g_return_if_fail (self);
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->computed, g_ptr_array_unref);
  g_clear_pointer (&self->flags, g_strfreev);
  g_free (self->band);
  g_free (self->veto);
  g_free (self);
}

char *
mc_evaluation_flag_format (const char *flag, const GPtrArray *criteria)
{
  const char *code = strchr (flag, ':');
  const char *name;

  if (g_str_has_prefix (flag, "reach:"))
    return g_strdup (_ ("with so few indices the best band is out of reach; no band is given"));
  if (!code)
    return g_strdup (flag);
  name = ++code;
  for (guint i = 0; criteria && i < criteria->len; i++)
    {
      McEvaluationCriterion *criterion = g_ptr_array_index (criteria, i);

      if (g_strcmp0 (criterion->code, code) == 0)
        name = criterion->name;
    }
  if (g_str_has_prefix (flag, "too_few:"))
    return g_strdup_printf (_ ("%s: too few ratings to say anything"), name);
  if (g_str_has_prefix (flag, "burst:"))
    return g_strdup_printf (_ ("%s: the ratings have bursts at one device; look at them first"), name);
  return g_strdup_printf (_ ("%s: nothing to count, so it is left out"), name);
}

guint
mc_evaluation_cap (guint n_good, guint percent)
{
  return (guint)((guint64)n_good * percent / 100);
}

gboolean
mc_evaluation_count_cap (McEvaluationScheme *scheme, const GPtrArray *evaluations, McEvaluationCap *cap)
{
  g_autoptr (JsonNode) node = NULL;
  JsonObject *params;

  g_return_val_if_fail (MC_IS_EVALUATION_SCHEME (scheme) && evaluations && cap, FALSE);
  node = json_from_string (scheme->params ? scheme->params : "{}", NULL);
  params = node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  if (!params || !json_object_has_member (params, "cap_band"))
    return FALSE;
  *cap = (McEvaluationCap){ 0 };
  for (guint i = 0; i < evaluations->len; i++)
    {
      McEvaluation *one = g_ptr_array_index (evaluations, i);

      if (one->scheme_id != mc_entity_get_id (MC_ENTITY (scheme)))
        continue;
      cap->n_top += g_strcmp0 (one->band, json_object_get_string_member (params, "cap_band")) == 0;
      cap->n_good += g_strcmp0 (one->band, json_object_get_string_member_with_default (params, "cap_of", "")) == 0;
    }
  cap->most = mc_evaluation_cap (cap->n_good, (guint)param (params, "cap_percent", 20));
  cap->most_of_excellent_unit =
      mc_evaluation_cap (cap->n_good, (guint)param (params, "cap_percent_excellent_unit", 25));
  return TRUE;
}

const char *
mc_agency_counter_band (double total)
{
  if (total >= 15)
    return _ ("Excellent");
  if (total >= 12)
    return _ ("Good");
  if (total >= 9)
    return _ ("Fair");
  return total >= 6 ? _ ("Average") : _ ("Weak");
}
