/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-evaluation-words.h"

#include <glib/gi18n.h>
#include <math.h>

#include "mc-figures.h"
#include "mc-number.h"

/* Rows that have a page or a place of their own: the table that was counted, and the first word of the target. */
static const struct
{
  const char *table;
  const char *target;
} rows[] = {
  { "supervision_note", "supervision_note" },
  { "feedback", "feedback" },
};

static const char *
figure_label (const char *name)
{
  static const struct
  {
    const char *name, *label;
  } labels[] = {
    { "sessions", NC_ ("figure", "sessions") },
    { "present", NC_ ("figure", "present") },
    { "late", NC_ ("figure", "late") },
    { "early_leave", NC_ ("figure", "left early") },
    { "absent_excused", NC_ ("figure", "away with leave") },
    { "excused", NC_ ("figure", "away with leave") },
    { "rostered", NC_ ("figure", "sessions in the roster") },
    { "missed", NC_ ("figure", "missed") },
    { "days", NC_ ("figure", "days") },
    { "courses", NC_ ("figure", "courses") },
    { "rejected", NC_ ("figure", "complaints rejected") },
    { "unexcused", NC_ ("figure", "without leave") },
    { "received", NC_ ("figure", "received") },
    { "resolved", NC_ ("figure", "resolved") },
    { "early", NC_ ("figure", "early") },
    { "on_time", NC_ ("figure", "on time") },
    { "overdue", NC_ ("figure", "overdue") },
    { "returned", NC_ ("figure", "returned") },
    { "digital", NC_ ("figure", "digitised") },
    { "very_satisfied", NC_ ("figure", "very satisfied") },
    { "satisfied", NC_ ("figure", "satisfied") },
    { "neutral", NC_ ("figure", "neutral") },
    { "dissatisfied", NC_ ("figure", "dissatisfied") },
    { "very_dissatisfied", NC_ ("figure", "very dissatisfied") },
    { "burst", NC_ ("figure", "in bursts") },
    { "upheld", NC_ ("figure", "complaints upheld") },
    { "compliments", NC_ ("figure", "compliments") },
    { "notes", NC_ ("figure", "checks") },
    { "in_order", NC_ ("figure", "in order") },
    { "reminded", NC_ ("figure", "reminded") },
    { "breach", NC_ ("figure", "in breach") },
    { "noted", NC_ ("figure", "noted") },
    { "assigned", NC_ ("figure", "products assigned") },
    { "done", NC_ ("figure", "products done") },
    { "best", NC_ ("figure", "at 2 points") },
    { "middle", NC_ ("figure", "at 1 point") },
    { "worst", NC_ ("figure", "at 0 points") },
    { "cells", NC_ ("figure", "sessions in the roster") },
    { "kept", NC_ ("figure", "kept") },
    { "trainings", NC_ ("figure", "trainings") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].name, name))
      return g_dpgettext2 (NULL, "figure", labels[i].label);
  return name;
}

/* "86,0 % satisfied (78,1 to 91,4 %) of 100 ratings", or that they are too few to say. */
static char *
interval_text (McFigures *figures, const McRatingLimits *limits)
{
  double good = mc_figures_get (figures, "very_satisfied") + mc_figures_get (figures, "satisfied");
  double all = good + mc_figures_get (figures, "neutral") + mc_figures_get (figures, "dissatisfied") +
               mc_figures_get (figures, "very_dissatisfied");
  McRatingInterval interval = mc_rating_interval ((guint64)good, (guint64)all, limits);
  g_autofree char *n = mc_number_format (all, 0), *share = mc_number_format (100 * interval.share, 1);
  g_autofree char *low = mc_number_format (100 * interval.low, 1), *high = mc_number_format (100 * interval.high, 1);

  if (interval.too_few)
    return g_strdup_printf (_ ("too few ratings to say anything (%s)"), n);
  return g_strdup_printf (_ ("%s %% satisfied, between %s and %s %% (%s ratings)"), share, low, high, n);
}

static void
append_figure (JsonObject *object, const char *name, JsonNode *node, gpointer text)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;
  /* What is no number, such as the days between which was counted, is no figure. */
  double value = type == G_TYPE_INT64 || type == G_TYPE_DOUBLE ? json_node_get_double (node) : NAN;
  g_autofree char *number = mc_number_format (value, value > floor (value) ? 1 : 0);

  if (isfinite (value))
    g_string_append_printf (text, "%s%s %s", ((GString *)text)->len ? " · " : "", number, figure_label (name));
}

char *
mc_evaluation_evidence_text (McEvaluationEvidence *evidence, const McRatingLimits *limits)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (McFigures) figures = mc_figures_new ();
  g_autoptr (JsonNode) node = json_from_string (evidence->figures ? evidence->figures : "{}", NULL);

  mc_figures_add_evidence (figures, evidence);
  if (mc_figures_has (figures, "very_satisfied") || mc_figures_has (figures, "very_dissatisfied"))
    return interval_text (figures, limits);
  if (node && JSON_NODE_HOLDS_OBJECT (node))
    json_object_foreach_member (json_node_get_object (node), append_figure, text);
  if (evidence->entered)
    g_string_append_printf (text, " · %s", _ ("entered by hand"));
  if (evidence->note)
    g_string_append_printf (text, " · %s", evidence->note);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

gboolean
mc_evaluation_evidence_is_sum (McEvaluationEvidence *evidence)
{
  return g_strcmp0 (evidence->source_table, "dossier_fact") == 0 ||
         g_strcmp0 (evidence->source_table, "rating_fact") == 0;
}

GStrv
mc_evaluation_evidence_targets (McEvaluationEvidence *evidence)
{
  g_autoptr (GStrvBuilder) targets = g_strv_builder_new ();
  g_autoptr (JsonNode) node = json_from_string (evidence->source_rows ? evidence->source_rows : "[]", NULL);
  JsonArray *keys = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint k = 0;
         keys && g_strcmp0 (evidence->source_table, rows[i].table) == 0 && k < json_array_get_length (keys); k++)
      g_strv_builder_take (
          targets, g_strdup_printf ("%s/%" G_GINT64_FORMAT, rows[i].target, json_array_get_int_element (keys, k)));
  if (mc_evaluation_evidence_is_sum (evidence))
    g_strv_builder_add (targets, "page/workload");
  return g_strv_builder_end (targets);
}

const char *
mc_evaluation_rater_short (McRaterRole role)
{
  switch (role)
    {
    case MC_RATER_SELF:
      return C_ ("rater", "Self");
    case MC_RATER_SECTION:
      return C_ ("rater", "Section");
    case MC_RATER_SUPERVISION:
      return C_ ("rater", "Supervision");
    case MC_RATER_DIRECTOR:
      return C_ ("rater", "Director");
    case MC_RATER_COMPUTED:
    default:
      return C_ ("rater", "Computed");
    }
}
