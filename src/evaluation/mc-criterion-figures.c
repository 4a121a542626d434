/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-criterion-figures.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "mc-number.h"

/* What evidence counts, in the order in which it is told. */
static const struct
{
  const char *name, *label;
} figures[] = {
  { "sessions", NC_ ("figure", "sessions") },
  { "present", NC_ ("figure", "present") },
  { "late", NC_ ("figure", "late") },
  { "early_leave", NC_ ("figure", "left early") },
  { "unexcused", NC_ ("figure", "without leave") },
  { "excused", NC_ ("figure", "away with leave") },
  { "absent_excused", NC_ ("figure", "away with leave") },
  { "rostered", NC_ ("figure", "sessions in the roster") },
  { "cells", NC_ ("figure", "sessions in the roster") },
  { "kept", NC_ ("figure", "kept") },
  { "missed", NC_ ("figure", "missed") },
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
  { "rejected", NC_ ("figure", "complaints rejected") },
  { "compliments", NC_ ("figure", "compliments") },
  { "notes", NC_ ("figure", "checks") },
  { "in_order", NC_ ("figure", "in order") },
  { "reminded", NC_ ("figure", "reminded") },
  { "breach", NC_ ("figure", "in breach") },
  { "noted", NC_ ("figure", "noted") },
  { "courses", NC_ ("figure", "courses") },
  { "trainings", NC_ ("figure", "trainings") },
  { "days", NC_ ("figure", "days") },
  { "assigned", NC_ ("figure", "products assigned") },
  { "done", NC_ ("figure", "products done") },
  { "best", NC_ ("figure", "at 2 points") },
  { "middle", NC_ ("figure", "at 1 point") },
  { "worst", NC_ ("figure", "at 0 points") },
};

const char *
mc_figure_label (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    if (g_str_equal (figures[i].name, name))
      return g_dpgettext2 (GETTEXT_PACKAGE, "figure", figures[i].label);
  return name;
}

const char *
mc_figure_name (guint at)
{
  return at < G_N_ELEMENTS (figures) ? figures[at].name : NULL;
}

const char *const *
mc_criterion_source_figures (McCriterionSource source)
{
  static const char *const none[] = { NULL };
  static const char *const attendance[] = { "late", "early_leave", "unexcused", "excused", "sessions", NULL };
  static const char *const roster[] = { "kept", "missed", "rostered", NULL };
  static const char *const dossier[] = { "early", "on_time", "overdue", "received", "digital", NULL };
  static const char *const contact[] = { "best", "middle", "worst", NULL };
  static const char *const satisfaction[] = { "very_satisfied",    "satisfied", "neutral",  "dissatisfied",
                                              "very_dissatisfied", "upheld",    "rejected", NULL };
  static const char *const complaint[] = { "upheld", "rejected", NULL };
  static const char *const compliment[] = { "compliments", NULL };
  static const char *const supervision[] = { "in_order", "reminded", "breach", "notes", NULL };
  static const char *const training[] = { "days", "courses", NULL };
  static const char *const product[] = { "done", "assigned", NULL };

  switch (source)
    {
    case MC_CRITERION_SOURCE_ATTENDANCE:
      return attendance;
    case MC_CRITERION_SOURCE_ROSTER:
      return roster;
    case MC_CRITERION_SOURCE_DOSSIER:
    case MC_CRITERION_SOURCE_DIGITISATION:
      return dossier;
    case MC_CRITERION_SOURCE_CONTACT:
      return contact;
    case MC_CRITERION_SOURCE_SATISFACTION:
      return satisfaction;
    case MC_CRITERION_SOURCE_COMPLAINT:
      return complaint;
    case MC_CRITERION_SOURCE_COMPLIMENT:
      return compliment;
    case MC_CRITERION_SOURCE_SUPERVISION:
      return supervision;
    case MC_CRITERION_SOURCE_TRAINING:
      return training;
    case MC_CRITERION_SOURCE_PRODUCT:
      return product;
    case MC_CRITERION_SOURCE_JUDGEMENT:
    default:
      return none;
    }
}

static JsonObject *
parse_object (const char *text, JsonNode **node)
{
  *node = text ? json_from_string (text, NULL) : NULL;
  return *node && JSON_NODE_HOLDS_OBJECT (*node) ? json_node_get_object (*node) : NULL;
}

/* "early, on time" */
static char *
dup_names (JsonObject *rule, const char *member)
{
  JsonArray *names = json_object_has_member (rule, member) ? json_object_get_array_member (rule, member) : NULL;
  GString *text = g_string_new (NULL);

  for (guint i = 0; names && i < json_array_get_length (names); i++)
    g_string_append_printf (text, "%s%s", i ? ", " : "", mc_figure_label (json_array_get_string_element (names, i)));
  return g_string_free_and_steal (text);
}

/* "1 for each late, 5 for each without leave" */
static char *
dup_prices (JsonObject *rule)
{
  JsonObject *each = json_object_has_member (rule, "each") ? json_object_get_object_member (rule, "each") : NULL;
  GString *text = g_string_new (NULL);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (!each)
    return g_string_free_and_steal (text);
  json_object_iter_init_ordered (&iter, each);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      double price = json_node_get_double (node);
      g_autofree char *points = mc_number_format (price, price > (int)price ? 1 : 0);

      if (text->len)
        g_string_append (text, ", ");
      /* Translators: points for each of a figure: "5 for each: without leave" */
      g_string_append_printf (text, _ ("%s for each: %s"), points, mc_figure_label (name));
    }
  return g_string_free_and_steal (text);
}

static void
append_rule (GString *text, McEvaluationCriterion *criterion)
{
  g_autoptr (JsonNode) node = NULL;
  JsonObject *rule = parse_object (criterion->rule, &node);
  const char *how = rule ? json_object_get_string_member_with_default (rule, "how", "") : "";
  g_autofree char *part = rule && g_str_equal (how, "share") ? dup_names (rule, "part") : NULL;
  g_autofree char *whole = part ? dup_names (rule, "whole") : NULL;
  g_autofree char *prices =
      rule && (g_str_equal (how, "deduct") || g_str_equal (how, "gain")) ? dup_prices (rule) : NULL;

  if (part)
    g_string_append_printf (text, _ ("share of %s in %s"), part, whole);
  else if (prices)
    g_string_append_printf (text, g_str_equal (how, "deduct") ? _ ("less %s") : _ ("plus %s"), prices);
  else if (g_str_equal (how, "index"))
    g_string_append (text, _ ("2, 1 or 0 points for each file, on average"));
  else if (g_str_equal (how, "products"))
    g_string_append (text, _ ("percent of the products that were assigned"));
  else
    g_string_append (text, _ ("raters give the points"));
}

static void
append_veto (GString *text, McEvaluationCriterion *criterion)
{
  g_autoptr (JsonNode) node = NULL;
  JsonObject *veto = parse_object (criterion->veto, &node);
  g_autofree char *band = NULL;

  if (!veto)
    return;
  band = g_ascii_strup (json_object_get_string_member_with_default (veto, "band", ""), -1);
  g_string_append (text, " · ");
  /* Translators: a number, a figure, a level: "from 1 without leave on: at best C" */
  g_string_append_printf (text, _ ("from %d %s on: at best %s"),
                          (int)json_object_get_int_member_with_default (veto, "at_least", 1),
                          mc_figure_label (json_object_get_string_member_with_default (veto, "figure", "")), band);
}

char *
mc_criterion_dup_rule_text (McEvaluationCriterion *criterion)
{
  GString *text = g_string_new (NULL);
  g_autoptr (JsonNode) scale = criterion->scale ? json_from_string (criterion->scale, NULL) : NULL;
  JsonArray *points = scale && JSON_NODE_HOLDS_ARRAY (scale) ? json_node_get_array (scale) : NULL;

  append_rule (text, criterion);
  if (!criterion->rated)
    g_string_append_printf (text, " · %s", _ ("computed only"));
  for (guint i = 0; points && i < json_array_get_length (points); i++)
    {
      double value = json_array_get_double_element (points, i);
      g_autofree char *number = mc_number_format (value, value > (int)value ? 1 : 0);

      if (i == 0)
        g_string_append_printf (text, " · %s ", _ ("scale"));
      g_string_append_printf (text, "%s%s", i ? "; " : "", number);
    }
  append_veto (text, criterion);
  return g_string_free_and_steal (text);
}
