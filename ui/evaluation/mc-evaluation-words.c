/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-evaluation-words.h"

#include <glib/gi18n.h>
#include <math.h>

#include "mc-criterion-figures.h"
#include "mc-figures.h"
#include "mc-number.h"

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

/* What is no number, such as the days between which was counted, is no figure. */
static void
append_figure (JsonObject *object, const char *name, GString *text)
{
  JsonNode *node = json_object_get_member (object, name);
  GType type = node && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;
  double value = type == G_TYPE_INT64 || type == G_TYPE_DOUBLE ? json_node_get_double (node) : NAN;
  g_autofree char *number = mc_number_format (value, value > floor (value) ? 1 : 0);

  if (isfinite (value))
    g_string_append_printf (text, "%s%s %s", text->len ? " · " : "", number, mc_figure_label (name));
}

static gboolean
is_known (const char *name)
{
  for (guint i = 0; mc_figure_name (i); i++)
    if (g_str_equal (mc_figure_name (i), name))
      return TRUE;
  return FALSE;
}

/* In an order that makes sense to people, not that of the database; what is not known at the end. */
static void
append_figures (JsonObject *object, GString *text)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (guint i = 0; mc_figure_name (i); i++)
    append_figure (object, mc_figure_name (i), text);
  for (GList *name = names; name; name = name->next)
    if (!is_known (name->data))
      append_figure (object, name->data, text);
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
    append_figures (json_node_get_object (node), text);
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
