/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "mc-error.h"
#include "mc-evaluation-cycle.h"
#include "mc-evaluation-points.h"
#include "mc-evaluation-result.h"

/* Scores as people reckon them by hand; the tables stand here. */

static const McRatingLimits limits = MC_RATING_LIMITS_DEFAULT;

typedef struct
{
  McEvaluationScheme *scheme;
  GPtrArray *criteria, *weights, *scores, *evidence;
  gint64 post;
} Sheet;

#define COUNTER_BANDS                                                                                                  \
  "[{\"code\": \"full\", \"name\": \"100%\", \"from\": 5}, {\"code\": \"most\", \"name\": \"70%\", \"from\": 3.5},"    \
  " {\"code\": \"less\", \"name\": \"<70%\", \"from\": 0}]"
#define DECREE_BANDS                                                                                                   \
  "[{\"code\": \"excellent\", \"name\": \"X\", \"from\": 90}, {\"code\": \"good\", \"name\": \"G\", \"from\": 70},"    \
  " {\"code\": \"completed\", \"name\": \"C\", \"from\": 50}, {\"code\": \"not_completed\", \"name\": \"N\","          \
  " \"from\": 0}]"

static void
sheet_init (Sheet *self, McSchemeKind kind, const char *bands, const char *params)
{
  *self = (Sheet){ .scheme = mc_evaluation_scheme_new () };
  self->scheme->kind = kind;
  g_set_str (&self->scheme->name, "S");
  g_set_str (&self->scheme->bands, bands);
  g_set_str (&self->scheme->params, params);
  self->criteria = g_ptr_array_new_with_free_func (g_object_unref);
  self->weights = g_ptr_array_new_with_free_func (g_object_unref);
  self->scores = g_ptr_array_new_with_free_func (g_object_unref);
  self->evidence = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
sheet_clear (Sheet *self)
{
  g_object_unref (self->scheme);
  g_ptr_array_unref (self->criteria);
  g_ptr_array_unref (self->weights);
  g_ptr_array_unref (self->scores);
  g_ptr_array_unref (self->evidence);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

static McEvaluationCriterion *
add_criterion (Sheet *self, const char *code, McCriterionPart part, double max, const char *rule)
{
  McEvaluationCriterion *criterion = mc_evaluation_criterion_new ();

  g_ptr_array_add (self->criteria, criterion);
  mc_entity_set_id (MC_ENTITY (criterion), self->criteria->len);
  g_set_str (&criterion->code, code);
  g_set_str (&criterion->name, code);
  g_set_str (&criterion->rule, rule);
  criterion->part = part;
  criterion->max_points = max;
  criterion->rated = TRUE;
  return criterion;
}

/* Of the criterion that was added last. */
static void
add_figures (Sheet *self, const char *figures)
{
  McEvaluationEvidence *evidence = mc_evaluation_evidence_new ();

  g_ptr_array_add (self->evidence, evidence);
  evidence->criterion_id = self->criteria->len;
  g_set_str (&evidence->figures, figures);
}

static void
add_weight (Sheet *self, gint64 post, double weight)
{
  McEvaluationWeight *row = mc_evaluation_weight_new ();

  g_ptr_array_add (self->weights, row);
  row->criterion_id = self->criteria->len;
  row->post_id = post;
  row->weight = weight;
}

static void
add_score (Sheet *self, McRaterRole role, double points)
{
  McEvaluationScore *score = mc_evaluation_score_new ();

  g_ptr_array_add (self->scores, score);
  score->criterion_id = self->criteria->len;
  score->role = role;
  score->points = points;
}

static McEvaluationResult *
reckon (Sheet *self)
{
  McEvaluationFacts facts = { self->scheme, self->criteria, self->weights, self->scores, self->evidence, self->post };
  GError *error = NULL;
  McEvaluationResult *result = mc_evaluation_reckon (&facts, &limits, &error);

  g_assert_no_error (error);
  return result;
}

#define INDEX "{\"how\": \"index\", \"best\": [\"best\"], \"middle\": [\"middle\"], \"worst\": [\"worst\"]}"

/*
 * Circular 01/2018/TT-VPCP, Articles 13 to 15. An officer's quarter, by hand:
 *
 *   index  dossiers at 2 / 1 / 0   sum of points   dossiers   score
 *   1         60 / 130 / 10             250           200     1,25  -> 1,3
 *   2         20 / 150 / 30             190           200     0,95  -> 1,0
 *   3        120 /  60 / 20             300           200     1,5
 *   4          0 / 100 /  0             100           100     1,0
 *   7         38 /   1 /  1              77            40     1,925 -> 1,9
 *   total                                                     6,7   : at least 5, 100 % of duty
 */
static void
test_counter_score (void)
{
  static const char *const table[][2] = {
    { "1", "{\"best\": 60, \"middle\": 130, \"worst\": 10}" },
    { "2", "{\"best\": 20, \"middle\": 150, \"worst\": 30}" },
    { "3", "{\"best\": 120, \"middle\": 60, \"worst\": 20}" },
    { "4", "{\"best\": 0, \"middle\": 100, \"worst\": 0}" },
    { "7", "{\"best\": 38, \"middle\": 1, \"worst\": 1}" },
  };
  static const double scores[] = { 1.3, 1.0, 1.5, 1.0, 1.9 };
  g_auto (Sheet) sheet;
  g_autoptr (McEvaluationResult) result = NULL;

  sheet_init (&sheet, MC_SCHEME_STATUTORY_COUNTER, COUNTER_BANDS, "{}");
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      add_criterion (&sheet, table[i][0], MC_CRITERION_PART_GENERAL, 2, INDEX)->rated = FALSE;
      add_figures (&sheet, table[i][1]);
    }
  result = reckon (&sheet);
  for (gsize i = 0; i < G_N_ELEMENTS (scores); i++)
    g_assert_cmpfloat_with_epsilon (g_array_index (result->lines, McEvaluationLine, i).points, scores[i], 1e-9);
  g_assert_cmpfloat_with_epsilon (result->total, 6.7, 1e-9);
  g_assert_cmpstr (result->band, ==, "full");
  g_assert_cmpuint (result->computed->len, ==, 5);
  g_assert_cmpuint (g_strv_length (result->flags), ==, 0);
}

/*
 * Indices without figures are left out: 1,8 + 1,7 + 0,0 = 3,5 is in the middle band, 1,7 + 1,7 + 0,0 = 3,4 below it.
 * With two indices, 4 points at most, nobody could have 5: there is a total and no band.
 */
static void
test_counter_missing (void)
{
  for (int better = 0; better < 2; better++)
    {
      g_auto (Sheet) sheet;
      g_autoptr (McEvaluationResult) result = NULL, few = NULL;

      sheet_init (&sheet, MC_SCHEME_STATUTORY_COUNTER, COUNTER_BANDS, "{}");
      add_criterion (&sheet, "1", MC_CRITERION_PART_GENERAL, 2, INDEX);
      add_figures (&sheet, better ? "{\"best\": 8, \"middle\": 2}" : "{\"best\": 7, \"middle\": 3}");
      add_criterion (&sheet, "2", MC_CRITERION_PART_GENERAL, 2, INDEX);
      add_criterion (&sheet, "3", MC_CRITERION_PART_GENERAL, 2, INDEX);
      add_figures (&sheet, "{\"best\": 7, \"middle\": 3}");
      few = reckon (&sheet);
      g_assert_cmpfloat_with_epsilon (few->total, better ? 3.5 : 3.4, 1e-9);
      g_assert_null (few->band);
      g_assert_true (g_strv_contains ((const char *const *)few->flags, "reach:"));
      add_criterion (&sheet, "4", MC_CRITERION_PART_GENERAL, 2, INDEX);
      add_figures (&sheet, "{\"worst\": 10}");
      result = reckon (&sheet);
      g_assert_cmpfloat_with_epsilon (result->total, better ? 3.5 : 3.4, 1e-9);
      g_assert_cmpstr (result->band, ==, better ? "most" : "less");
      g_assert_cmpuint (g_strv_length (result->flags), ==, 1);
      g_assert_cmpstr (result->flags[0], ==, "missing:2");
    }
}

/* The bands of an agency, of 18: 15, 12, 9, 6. */
static void
test_agency_bands (void)
{
  g_assert_cmpstr (mc_agency_counter_band (15), ==, "Excellent");
  g_assert_cmpstr (mc_agency_counter_band (14.9), ==, "Good");
  g_assert_cmpstr (mc_agency_counter_band (12), ==, "Good");
  g_assert_cmpstr (mc_agency_counter_band (9), ==, "Fair");
  g_assert_cmpstr (mc_agency_counter_band (6), ==, "Average");
  g_assert_cmpstr (mc_agency_counter_band (5.9), ==, "Weak");
}

/* Halves go up, also where the machine keeps a hair less: 1,25 is 1,3 and 0,35 is 0,4. */
static void
test_rounding (void)
{
  g_assert_cmpfloat (mc_evaluation_round (1.25, 1), ==, 1.3);
  g_assert_cmpfloat (mc_evaluation_round (0.35, 1), ==, 0.4);
  g_assert_cmpfloat (mc_evaluation_round (1.005, 2), ==, 1.01);
  g_assert_cmpfloat (mc_evaluation_round (1.2499, 1), ==, 1.2);
}

#define PRODUCTS(part) "{\"how\": \"products\", \"part\": \"" part "\", \"deduct_percent\": 25}"

static void
fill_decree (Sheet *sheet, double general, const char *figures)
{
  static const char *const rules[] = { PRODUCTS ("quantity"), PRODUCTS ("quality"), PRODUCTS ("progress") };
  static const char *const codes[] = { "quantity", "quality", "progress" };

  sheet_init (sheet, MC_SCHEME_DECREE_335, DECREE_BANDS, "{\"general\": 30, \"results\": 70}");
  add_criterion (sheet, "general", MC_CRITERION_PART_GENERAL, 30, NULL);
  add_score (sheet, MC_RATER_DIRECTOR, general);
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      add_criterion (sheet, codes[i], MC_CRITERION_PART_RESULT, 100, rules[i]);
      if (figures)
        add_figures (sheet, figures);
    }
}

/*
 * Decree 335/2025/NĐ-CP: (a + b + c) / 3 x 70, and 25 % of a product's quality or progress for each fault or delay.
 *
 *   assigned 20, done 19; faults: 2 products with one, 1 with two; delays: 4 products with one, 1 with five
 *   a  19 / 20                                    = 95 %
 *   b  (19 - 2 x 0,25 - 1 x 0,5) / 20  = 18 / 20  = 90 %
 *   c  (19 - 4 x 0,25 - 1 x 1)   / 20  = 17 / 20  = 85 %   (five delays leave nothing of one product)
 *   results (95 + 90 + 85) / 3 = 90 % of 70       = 63
 *   with 27 general points                        = 90: excellent;  with 26,9 = 89,9: good
 */
static void
test_decree (void)
{
  static const struct
  {
    double general;
    double total;
    const char *band;
  } table[] = { { 27, 90, "excellent" }, { 26.9, 89.9, "good" }, { 7, 70, "good" }, { 6.9, 69.9, "completed" } };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_auto (Sheet) sheet;
      g_autoptr (McEvaluationResult) result = NULL;

      fill_decree (
          &sheet, table[i].general,
          "{\"assigned\": 20, \"done\": 19, \"faults_1\": 2, \"faults_2\": 1, \"delays_1\": 4, \"delays_4\": 1}");
      result = reckon (&sheet);
      g_assert_cmpfloat_with_epsilon (g_array_index (result->lines, McEvaluationLine, 1).points, 95, 1e-9);
      g_assert_cmpfloat_with_epsilon (g_array_index (result->lines, McEvaluationLine, 2).points, 90, 1e-9);
      g_assert_cmpfloat_with_epsilon (g_array_index (result->lines, McEvaluationLine, 3).points, 85, 1e-9);
      g_assert_cmpfloat_with_epsilon (result->total, table[i].total, 1e-9);
      g_assert_cmpstr (result->band, ==, table[i].band);
    }
}

/* More than was assigned is no more than all of it; without results there is no total. */
static void
test_decree_ends (void)
{
  g_auto (Sheet) all, none;
  g_autoptr (McEvaluationResult) full = NULL, open = NULL;

  fill_decree (&all, 30, "{\"assigned\": 10, \"done\": 12}");
  full = reckon (&all);
  g_assert_cmpfloat_with_epsilon (full->total, 100, 1e-9);
  fill_decree (&none, 30, NULL);
  open = reckon (&none);
  g_assert_true (isnan (open->total));
  g_assert_null (open->band);
  g_assert_cmpuint (g_strv_length (open->flags), ==, 3);
}

/* At most 20 % (25 %) of those rated good may be excellent, in whole people. */
static void
test_cap (void)
{
  g_assert_cmpuint (mc_evaluation_cap (27, 20), ==, 5);
  g_assert_cmpuint (mc_evaluation_cap (27, 25), ==, 6);
  g_assert_cmpuint (mc_evaluation_cap (4, 20), ==, 0);
  g_assert_cmpuint (mc_evaluation_cap (5, 20), ==, 1);
}

/* 3 excellent and 11 good of one scheme: at most 2 may be excellent, or 2 (2,75) where the unit is. */
static void
test_cap_counted (void)
{
  g_autoptr (McEvaluationScheme) scheme = mc_evaluation_scheme_new (), slip = mc_evaluation_scheme_new ();
  g_autoptr (GPtrArray) evaluations = g_ptr_array_new_with_free_func (g_object_unref);
  McEvaluationCap cap;

  mc_entity_set_id (MC_ENTITY (scheme), 7);
  g_set_str (&scheme->params, "{\"cap_band\": \"excellent\", \"cap_of\": \"good\", \"cap_percent\": 20, "
                              "\"cap_percent_excellent_unit\": 25}");
  for (int i = 0; i < 16; i++)
    {
      McEvaluation *one = mc_evaluation_new ();

      one->scheme_id = i < 14 ? 7 : 8;
      one->band = g_strdup (i < 3 ? "excellent" : "good");
      g_ptr_array_add (evaluations, one);
    }
  g_assert_true (mc_evaluation_count_cap (scheme, evaluations, &cap));
  g_assert_cmpuint (cap.n_top, ==, 3);
  g_assert_cmpuint (cap.n_good, ==, 11);
  g_assert_cmpuint (cap.most, ==, 2);
  g_assert_cmpuint (cap.most_of_excellent_unit, ==, 2);
  g_assert_false (mc_evaluation_count_cap (slip, evaluations, &cap));
}

#define SLIP_BANDS                                                                                                     \
  "[{\"code\": \"a\", \"name\": \"A\", \"from\": 90}, {\"code\": \"b\", \"name\": \"B\", \"from\": 70},"               \
  " {\"code\": \"c\", \"name\": \"C\", \"from\": 50}, {\"code\": \"d\", \"name\": \"D\", \"from\": 0}]"

static void
fill_slip (Sheet *sheet, const char *attendance, const char *ratings)
{
  McEvaluationCriterion *punctual;

  sheet_init (sheet, MC_SCHEME_MONTHLY_SLIP, SLIP_BANDS, "{}");
  punctual = add_criterion (sheet, "punctual", MC_CRITERION_PART_GENERAL, 10,
                            "{\"how\": \"deduct\", \"each\": {\"late\": 1, \"unexcused\": 5}}");
  g_set_str (&punctual->veto, "{\"figure\": \"unexcused\", \"at_least\": 1, \"band\": \"c\"}");
  add_weight (sheet, 0, 20);
  add_figures (sheet, attendance);
  add_criterion (sheet, "order", MC_CRITERION_PART_GENERAL, 10, NULL);
  add_weight (sheet, 0, 20);
  add_score (sheet, MC_RATER_SELF, 10);
  add_score (sheet, MC_RATER_SECTION, 6);
  add_score (sheet, MC_RATER_SUPERVISION, 9);
  add_criterion (sheet, "stars", MC_CRITERION_PART_GENERAL, 10,
                 "{\"how\": \"share\", \"part\": [\"good\"], \"whole\": [\"good\", \"bad\"], \"enough\": true}");
  add_weight (sheet, 0, 60);
  add_figures (sheet, ratings);
}

/*
 *   punctual  10 - 2 x 1 = 8      of 10, weight 20     16
 *   order     supervision 9       of 10, weight 20     18    (over the head's 6; what he says of himself does not
 * count) stars     45 / 50 = 9         of 10, weight 60     54 total                                              88 :
 * B
 */
static void
test_slip (void)
{
  g_auto (Sheet) sheet;
  g_autoptr (McEvaluationResult) result = NULL;

  fill_slip (&sheet, "{\"sessions\": 44, \"late\": 2, \"unexcused\": 0}", "{\"good\": 45, \"bad\": 5}");
  result = reckon (&sheet);
  g_assert_cmpfloat_with_epsilon (result->total, 88, 1e-9);
  g_assert_cmpstr (result->band, ==, "b");
  g_assert_null (result->veto);
  g_assert_cmpint (g_array_index (result->lines, McEvaluationLine, 1).role, ==, MC_RATER_SUPERVISION);
}

/* Twelve ratings are too few: left out, (16 + 18) of 40 = 85. A director's points overrule; ten points for order: 90.
 */
static void
test_slip_left_out (void)
{
  g_auto (Sheet) sheet;
  g_autoptr (McEvaluationResult) before = NULL, after = NULL;
  McEvaluationScore *director;

  fill_slip (&sheet, "{\"late\": 2}", "{\"good\": 12, \"bad\": 0, \"burst\": 6}");
  before = reckon (&sheet);
  g_assert_cmpfloat_with_epsilon (before->total, 85, 1e-9);
  g_assert_true (g_strv_contains ((const char *const *)before->flags, "too_few:stars"));
  g_assert_true (g_strv_contains ((const char *const *)before->flags, "burst:stars"));
  add_score (&sheet, MC_RATER_DIRECTOR, 10);
  director = g_ptr_array_index (sheet.scores, sheet.scores->len - 1);
  director->criterion_id = 2;
  after = reckon (&sheet);
  g_assert_cmpfloat_with_epsilon (after->total, 90, 1e-9);
  g_assert_cmpstr (after->band, ==, "a");
}

/* One absence without leave: 10 - 5 = 5 points, total 10 + 18 + 60 = 88 would be B, the veto leaves C. */
static void
test_slip_veto (void)
{
  g_auto (Sheet) sheet;
  g_autoptr (McEvaluationResult) result = NULL;

  fill_slip (&sheet, "{\"unexcused\": 1}", "{\"good\": 50, \"bad\": 0}");
  result = reckon (&sheet);
  g_assert_cmpfloat_with_epsilon (result->total, 88, 1e-9);
  g_assert_cmpstr (result->band, ==, "c");
  g_assert_cmpstr (result->veto, ==, "punctual");
}

/* A post with weights of its own: order alone counts, 90. */
static void
test_slip_post (void)
{
  g_auto (Sheet) sheet;
  g_autoptr (McEvaluationResult) result = NULL;
  McEvaluationWeight *own;

  fill_slip (&sheet, "{\"late\": 2}", "{\"good\": 45, \"bad\": 5}");
  sheet.post = 7;
  add_weight (&sheet, 7, 100);
  own = g_ptr_array_index (sheet.weights, sheet.weights->len - 1);
  own->criterion_id = 2;
  result = reckon (&sheet);
  g_assert_cmpfloat_with_epsilon (result->total, 90, 1e-9);
}

static void
test_bad_rule (void)
{
  static const char *const rules[] = { "{", "[]", "{}", "{\"how\": \"guess\"}" };
  g_autoptr (McFigures) figures = mc_figures_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (McEvaluationCriterion) criterion = mc_evaluation_criterion_new ();
      g_autoptr (GError) error = NULL;
      McPointsOutcome outcome;
      double points;

      g_set_str (&criterion->rule, rules[i]);
      g_assert_false (mc_evaluation_points (criterion, figures, &limits, &outcome, &points, &error));
      g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
    }
}

/* Two points for each compliment and one for each course, 10 at most; without any figure there is nothing to count. */
static void
test_gain (void)
{
  static const struct
  {
    const char *figures;
    McPointsOutcome outcome;
    double points;
  } table[] = {
    { "{\"compliments\": 3, \"courses\": 1}", MC_POINTS_COMPUTED, 7 },
    { "{\"compliments\": 6}", MC_POINTS_COMPUTED, 10 },
    { "{\"compliments\": 0}", MC_POINTS_COMPUTED, 0 },
    { "{\"late\": 2}", MC_POINTS_MISSING, 0 },
  };
  g_autoptr (McEvaluationCriterion) criterion = mc_evaluation_criterion_new ();

  criterion->max_points = 10;
  criterion->rule = g_strdup ("{\"how\": \"gain\", \"each\": {\"compliments\": 2, \"courses\": 1}}");
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (McFigures) figures = mc_figures_new ();
      g_autoptr (McEvaluationEvidence) evidence = mc_evaluation_evidence_new ();
      McPointsOutcome outcome;
      double points;

      evidence->figures = g_strdup (table[i].figures);
      mc_figures_add_evidence (figures, evidence);
      g_assert_true (mc_evaluation_points (criterion, figures, &limits, &outcome, &points, NULL));
      g_assert_cmpint (outcome, ==, table[i].outcome);
      g_assert_cmpfloat (points, ==, table[i].points);
    }
}

static void
test_cycle (void)
{
  McPeriod month = mc_evaluation_cycle_around (MC_CYCLE_MONTH, mc_day_new (2028, 2, 29));
  McPeriod quarter = mc_evaluation_cycle_around (MC_CYCLE_QUARTER, mc_day_new (2026, 12, 31));
  McPeriod year = mc_evaluation_cycle_around (MC_CYCLE_YEAR, mc_day_new (2026, 7, 1));

  g_assert_true (mc_period_equal (month, (McPeriod){ mc_day_new (2028, 2, 1), mc_day_new (2028, 3, 1) }));
  g_assert_true (mc_period_equal (quarter, (McPeriod){ mc_day_new (2026, 10, 1), mc_day_new (2027, 1, 1) }));
  g_assert_true (mc_period_equal (year, (McPeriod){ mc_day_new (2026, 1, 1), mc_day_new (2027, 1, 1) }));
}

/* What splits into parts gives the same points as the whole, however it is split. */
static void
test_split (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (int round = 0; round < 200; round++)
    {
      g_auto (Sheet) whole, parts;
      g_autoptr (McEvaluationResult) one = NULL, many = NULL;
      int sums[3] = { 0 };

      sheet_init (&whole, MC_SCHEME_STATUTORY_COUNTER, COUNTER_BANDS, "{}");
      sheet_init (&parts, MC_SCHEME_STATUTORY_COUNTER, COUNTER_BANDS, "{}");
      add_criterion (&whole, "1", MC_CRITERION_PART_GENERAL, 2, INDEX);
      add_criterion (&parts, "1", MC_CRITERION_PART_GENERAL, 2, INDEX);
      for (int i = g_rand_int_range (random, 1, 8); i > 0; i--)
        {
          int n[3] = { g_rand_int_range (random, 0, 40), g_rand_int_range (random, 0, 40),
                       g_rand_int_range (random, 1, 40) };
          g_autofree char *figures =
              g_strdup_printf ("{\"best\": %d, \"middle\": %d, \"worst\": %d}", n[0], n[1], n[2]);

          add_figures (&parts, figures);
          for (int k = 0; k < 3; k++)
            sums[k] += n[k];
        }
      {
        g_autofree char *figures =
            g_strdup_printf ("{\"best\": %d, \"middle\": %d, \"worst\": %d}", sums[0], sums[1], sums[2]);

        add_figures (&whole, figures);
      }
      one = reckon (&whole);
      many = reckon (&parts);
      g_assert_cmpfloat (one->total, ==, many->total);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/evaluation/counter-score", test_counter_score);
  g_test_add_func ("/evaluation/counter-missing", test_counter_missing);
  g_test_add_func ("/evaluation/agency-bands", test_agency_bands);
  g_test_add_func ("/evaluation/rounding", test_rounding);
  g_test_add_func ("/evaluation/decree", test_decree);
  g_test_add_func ("/evaluation/decree-ends", test_decree_ends);
  g_test_add_func ("/evaluation/cap", test_cap);
  g_test_add_func ("/evaluation/cap-counted", test_cap_counted);
  g_test_add_func ("/evaluation/slip", test_slip);
  g_test_add_func ("/evaluation/slip-left-out", test_slip_left_out);
  g_test_add_func ("/evaluation/slip-veto", test_slip_veto);
  g_test_add_func ("/evaluation/slip-post", test_slip_post);
  g_test_add_func ("/evaluation/bad-rule", test_bad_rule);
  g_test_add_func ("/evaluation/gain", test_gain);
  g_test_add_func ("/evaluation/cycle", test_cycle);
  g_test_add_func ("/evaluation/split", test_split);
  return g_test_run ();
}
