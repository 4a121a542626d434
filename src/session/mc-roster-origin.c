/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-origin.h"

#include <json-glib/json-glib.h>

#include "mc-roster-fingerprint.h"

char *
mc_roster_dup_origin (const McRosterProblem *problem)
{
  g_autofree char *digest = mc_roster_fingerprint (problem);

  return g_strdup_printf ("Một Cửa %s, sha256 %s", MC_VERSION, digest);
}

const char *
mc_roster_status_word (McRosterStatus status)
{
  static const char *const words[] = { "draft", "feasible", "optimal", "impossible" };

  return words[status];
}

static void
add_numbers (JsonBuilder *builder, const char *name, GArray *numbers)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; numbers && i < numbers->len; i++)
    json_builder_add_int_value (builder, g_array_index (numbers, gint64, i));
  json_builder_end_array (builder);
}

static void
add_rules (JsonBuilder *builder, McRosterProblem *problem, const McRosterSolution *solution)
{
  json_builder_set_member_name (builder, "rules");
  json_builder_begin_array (builder);
  for (guint i = 0; i < problem->rules->len && i < solution->rule_costs->len; i++)
    {
      gint64 cost = g_array_index (solution->rule_costs, gint64, i);

      if (cost == 0)
        continue;
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "key");
      json_builder_add_string_value (builder, mc_roster_rule (problem, i)->key);
      json_builder_set_member_name (builder, "text");
      json_builder_add_string_value (builder, mc_roster_rule (problem, i)->text);
      json_builder_set_member_name (builder, "cost");
      json_builder_add_int_value (builder, cost);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_left_out (JsonBuilder *builder, const McRosterProblem *problem)
{
  json_builder_set_member_name (builder, "left_out");
  json_builder_begin_array (builder);
  for (guint i = 0; i < problem->rules->len; i++)
    if (!mc_roster_rule (problem, i)->on)
      json_builder_add_int_value (builder, mc_roster_rule (problem, i)->id);
  json_builder_end_array (builder);
}

/* A bit for each cell, person by person, for a month may have thousands. */
static void
add_kept (JsonBuilder *builder, const McRosterProblem *problem)
{
  gsize n_bytes = ((gsize)problem->people->len * problem->sessions->len + 7) / 8;
  g_autofree guchar *bits = g_new0 (guchar, n_bytes + 1);
  g_autofree char *text = NULL;

  if (problem->pins->len == 0)
    return;
  for (guint i = 0; i < problem->pins->len; i++)
    {
      const McRosterPin *pin = &g_array_index (problem->pins, McRosterPin, i);
      gsize cell = (gsize)pin->person * problem->sessions->len + pin->session;

      bits[cell / 8] |= (guchar)(1u << cell % 8);
    }
  text = g_base64_encode (bits, n_bytes);
  json_builder_set_member_name (builder, "kept");
  json_builder_add_string_value (builder, text);
}

char *
mc_roster_dup_quality (McRosterProblem *problem, const McRosterSolution *solution)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  guint uncovered = 0;

  for (guint i = 0; i < solution->gaps->len; i++)
    uncovered += g_array_index (solution->gaps, McRosterGap, i).seats;
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "status");
  json_builder_add_string_value (builder, mc_roster_status_word (solution->status));
  add_numbers (builder, "costs", solution->costs);
  add_numbers (builder, "bounds", solution->bounds);
  json_builder_set_member_name (builder, "uncovered");
  json_builder_add_int_value (builder, uncovered);
  add_rules (builder, problem, solution);
  add_left_out (builder, problem);
  add_kept (builder, problem);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

/* --- The same again --- */

static void
leave_out (McRosterProblem *problem, JsonObject *said)
{
  JsonArray *ids = json_object_has_member (said, "left_out") ? json_object_get_array_member (said, "left_out") : NULL;

  for (guint i = 0; ids && i < json_array_get_length (ids); i++)
    for (guint r = 0; r < problem->rules->len; r++)
      if (mc_roster_rule (problem, r)->id == json_array_get_int_element (ids, i))
        mc_roster_rule (problem, r)->on = FALSE;
}

static void
keep (McRosterProblem *problem, const McRosterProblem *pinned, const McRosterSolution *now, JsonObject *said)
{
  const char *text = json_object_get_string_member_with_default (said, "kept", "");
  gsize n_bytes = 0;
  g_autofree guchar *bits = g_base64_decode (text, &n_bytes);

  for (guint p = 0; p < problem->people->len; p++)
    for (guint s = 0; s < problem->sessions->len; s++)
      {
        gsize cell = (gsize)p * problem->sessions->len + s;

        if (cell / 8 < n_bytes && bits[cell / 8] >> cell % 8 & 1 && !mc_roster_problem_pin (pinned, p, s))
          mc_roster_problem_add_pin (problem, p, s, mc_roster_solution_get (now, p, s));
      }
}

McRosterProblem *
mc_roster_make_planned_problem (const McRosterProblem *problem,
                                const McRosterSolution *now,
                                const char *quality,
                                GError **error)
{
  g_autoptr (McRosterProblem) planned = mc_roster_problem_copy (problem);
  g_autoptr (JsonNode) root = json_from_string (quality ? quality : "{}", NULL);

  if (root && JSON_NODE_HOLDS_OBJECT (root))
    {
      leave_out (planned, json_node_get_object (root));
      keep (planned, problem, now, json_node_get_object (root));
    }
  return mc_roster_problem_seal (planned, error) ? g_steal_pointer (&planned) : NULL;
}
