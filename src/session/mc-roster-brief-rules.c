/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "mc-error.h"
#include "mc-planner-rule.h"
#include "mc-roster-brief-private.h"

static void
add_id (GArray *found, gint index)
{
  guint value = (guint)index;

  if (index >= 0)
    g_array_append_val (found, value);
}

/* Everybody of an agency. */
static void
add_agency (McBriefing *briefing, GArray *found, gint64 agency)
{
  for (guint i = 0; i < briefing->problem->people->len; i++)
    {
      gint unit = mc_roster_person (briefing->problem, i)->unit;

      if (unit >= 0 && g_array_index (briefing->problem->units, McRosterUnit, unit).id == agency)
        add_id (found, (gint)i);
    }
}

/* Reads the ids of one member of the scope; the member is missing: all. */
static void
read_ids (McBriefing *briefing, JsonObject *scope, const char *member, GArray *found)
{
  JsonArray *ids = json_object_has_member (scope, member) ? json_object_get_array_member (scope, member) : NULL;

  for (guint i = 0; ids && i < json_array_get_length (ids); i++)
    {
      gint64 id = json_array_get_int_element (ids, i);

      if (g_str_equal (member, "people"))
        add_id (found, _mc_briefing_index (briefing->brief->people, id));
      else if (g_str_equal (member, "agencies"))
        add_agency (briefing, found, id);
      else if (g_str_equal (member, "counters"))
        add_id (found, _mc_briefing_index (briefing->brief->counters, id));
      else
        add_id (found, _mc_briefing_index (briefing->brief->duties, id));
    }
}

/* NULL for all. A scope that names only what is not here now is empty: the rule then is about nobody. */
static GArray *
read_scope (McBriefing *briefing, JsonObject *scope, const char *one, const char *other)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  if (!json_object_has_member (scope, one) && !json_object_has_member (scope, other))
    return NULL;
  read_ids (briefing, scope, one, found);
  read_ids (briefing, scope, other, found);
  return mc_roster_scope_new ((guint *)(gpointer)found->data, found->len);
}

static guint
weekday_bits (const char *digits)
{
  guint bits = 0;

  for (; digits && *digits; digits++)
    bits |= 1u << (*digits - '1');
  return bits;
}

static gboolean
fill_rule (McBriefing *briefing, McPlannerRule *row, McRosterRuleKind kind, GError **error)
{
  McRosterRule rule = MC_ROSTER_RULE_INIT (kind, NULL, row->hard);
  g_autofree char *key = g_strdup_printf ("%s %" G_GINT64_FORMAT, mc_planner_family_values[row->kind].text,
                                          mc_entity_get_id (MC_ENTITY (row)));
  g_autoptr (JsonNode) scope = json_from_string (row->scope ? row->scope : "{}", error);

  if (!scope || !JSON_NODE_HOLDS_OBJECT (scope))
    {
      if (scope)
        g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("For whom the rule “%s” is cannot be read."), row->name);
      return FALSE;
    }
  rule.id = mc_entity_get_id (MC_ENTITY (row));
  rule.key = key;
  rule.text = row->name;
  rule.stage = row->hard ? 0 : (guint)row->stage;
  rule.weight = row->weight;
  rule.least = row->least == MC_INT_NONE ? MC_ROSTER_NONE : row->least;
  rule.most = row->most == MC_INT_NONE ? MC_ROSTER_NONE : row->most;
  rule.span = row->span ? (McRosterSpan)(row->span - MC_PLANNER_SPAN_DAY) : MC_ROSTER_SPAN_HORIZON;
  rule.unit = row->unit ? (McRosterCountUnit)(row->unit - MC_PLANNER_UNIT_SESSIONS) : MC_ROSTER_COUNT_SESSIONS;
  rule.ledger = row->ledger ? (gint)(row->ledger - MC_PLANNER_LEDGER_SATURDAYS) : MC_ROSTER_NONE;
  rule.weekdays = weekday_bits (row->weekdays);
  rule.parts = row->half == MC_PLANNER_HALF_MORNING ? 1 : row->half == MC_PLANNER_HALF_AFTERNOON ? 2 : 0;
  rule.people = read_scope (briefing, json_node_get_object (scope), "people", "agencies");
  rule.duties = read_scope (briefing, json_node_get_object (scope), "counters", "duties");
  mc_roster_problem_add_rule (briefing->problem, &rule);
  g_clear_pointer (&rule.people, g_array_unref);
  g_clear_pointer (&rule.duties, g_array_unref);
  return TRUE;
}

gboolean
_mc_briefing_add_rules (McBriefing *briefing, GError **error)
{
  GListModel *list = briefing->rows->rules;

  for (guint i = 0; list && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (McPlannerRule) row = g_list_model_get_item (list, i);
      McRosterRuleKind kind;

      if (!row->enabled)
        continue;
      if (!mc_roster_rule_kind_from_nick (mc_planner_family_values[row->kind].text, &kind))
        {
          g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("The planner does not know the family of the rule “%s”."),
                       row->name);
          return FALSE;
        }
      if (!fill_rule (briefing, row, kind, error))
        return FALSE;
    }
  return TRUE;
}
