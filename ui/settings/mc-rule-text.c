/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-rule-text.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

typedef struct
{
  const char *name;
  const char *text;
} Word;

static const Word topics[] = {
  { "tour.term_months", N_ ("Term of a tour, in months") },
  { "tour.expiry_notice", N_ ("Warning before the end of a tour") },
  { "field.min_years", N_ ("Years of work in the field") },
  { "staff.rank", N_ ("Rank") },
  { "staff.min_rating", N_ ("Rating of the year before") },
  { "standby.min", N_ ("Standbys of an agency") },
  { "secondment.forbidden", N_ ("Who may not be seconded") },
  { "leaders.director", N_ ("Director") },
  { "leaders.deputies", N_ ("Deputy directors") },
  { "leaders.control_deputy", N_ ("Deputy from procedure control") },
  { "agency.quota", N_ ("Quota of an agency") },
  { "agency.single_officer", N_ ("Agency with a single officer") },
  { "counter.cover", N_ ("What keeps a counter open") },
  { "counter.competence", N_ ("Competence at the counter") },
  { "counter.agency", N_ ("Counter of an agency") },
  { "section.ceiling", N_ ("Ceiling of a section") },
  { "centre.evaluates_staff", N_ ("What the centre judges its staff by") },
  { "centre.nature", N_ ("Nature of the centre") },
  { "centre.oversight", N_ ("Who oversees") },
  { "dossier.forward_next_day", N_ ("Dossiers that go on the next day") },
  { "head.meet_agencies", N_ ("Meeting with the agencies") },
  { "head.notify_agency", N_ ("Report to the agencies") },
  { "head.publish_staff", N_ ("What is made public of the staff") },
  { "holiday.statutory_days", N_ ("Public holidays of a year") },
  { "leave.annual", N_ ("Annual leave") },
  { "calendar.week", N_ ("Working week") },
  { "calendar.make_up", N_ ("Holidays that fall on a day of rest") },
  { "calendar.holiday.new_year", N_ ("Holiday: New Year") },
  { "calendar.holiday.tet", N_ ("Holiday: Tết") },
  { "calendar.holiday.hung_kings", N_ ("Holiday: Hùng Kings") },
  { "calendar.holiday.victory", N_ ("Holiday: Victory Day") },
  { "calendar.holiday.labour", N_ ("Holiday: Labour Day") },
  { "calendar.holiday.national", N_ ("Holiday: National Day") },
  { "calendar.holiday.culture", N_ ("Holiday: Culture Day") },
  { "leave.annual_part", N_ ("Annual leave in a year of fewer than 12 months of work") },
  { "leave.travel", N_ ("Days under way to annual leave") },
  { "leave.bundle", N_ ("Annual leave of several years together") },
  { "leave.personal_paid", N_ ("Personal leave with pay") },
  { "leave.personal_unpaid", N_ ("Personal leave without pay") },
  { "leave.sick", N_ ("Sick days that insurance pays") },
  { "leave.maternity", N_ ("Maternity leave") },
  { "leave.home_word", N_ ("Leave to which the home agency agrees") },
  { "personal_data.answer_days", N_ ("Answers about personal data") },
  { "plan.approved_by", N_ ("Who approves the list of staff") },
  { "rating.levels", N_ ("Levels of the yearly rating") },
  { "service.quality", N_ ("Quality of service, by the national portal") },
  { "scoring.counter", N_ ("Scores of the counters") },
  { "staff.compensatory_leave", N_ ("Compensatory leave") },
  { "staff.supplement_requests", N_ ("Requests for supplements") },
  { "standby.covers", N_ ("When a standby takes over") },
  { "tour.decided_by", N_ ("Who decides on a tour") },
};

/* %s is the member's value. */
static const Word members[] = {
  { "officer", N_ ("an officer: %s") },
  { "standby", N_ ("a standby: %s") },
  { "single", N_ ("not one person alone: %s") },
  { "any_field", N_ ("for one of its fields: %s") },
  { "counter", N_ ("a counter: %s") },
  { "min", N_ ("at least %s") },
  { "max", N_ ("at most %s") },
  { "first_days", N_ ("first warning %s days before") },
  { "last_days", N_ ("last warning %s days before") },
  { "lapsed_days", N_ ("no more warning %s days after") },
  { "specialist", N_ ("specialist or equivalent: %s") },
  { "level", N_ ("at least “%s”") },
  { "centre_staff", N_ ("the centre's own people count: %s") },
  { "agreed", N_ ("number agreed with the centre: %s") },
  { "kinds", N_ ("cases: %s") },
  { "division", N_ ("from: %s") },
  { "severity", N_ ("weight: %s") },
  { "kind", N_ ("kind: %s") },
  { "seal", N_ ("own seal: %s") },
  { "account", N_ ("own account: %s") },
  { "parent", N_ ("under: %s") },
  { "working_time", N_ ("working time: %s") },
  { "civil_service_rules", N_ ("rules of the civil service: %s") },
  { "office_culture", N_ ("manners at the office: %s") },
  { "house_rules", N_ ("house rules: %s") },
  { "every_months", N_ ("every %s months") },
  { "fields", N_ ("with: %s") },
  { "who", N_ ("by: %s") },
  { "overtime", N_ ("overtime: %s") },
  { "holidays", N_ ("holidays: %s") },
  { "saturday", N_ ("Saturday: %s") },
  { "sunday", N_ ("Sunday: %s") },
  { "contains", N_ ("with: %s") },
  { "after", N_ ("after %s") },
  { "ministry", N_ ("ministry: %s") },
  { "national_portal", N_ ("national portal: %s") },
  { "indices", N_ ("indices: %s") },
  { "points", N_ ("points: %s") },
  { "full_duty_from", N_ ("full marks from %s") },
  { "partial_duty_from", N_ ("partial marks from %s") },
  { "compiled_every_months", N_ ("compiled every %s months") },
  { "levels", N_ ("levels: %s") },
  { "thresholds", N_ ("from points: %s") },
  { "general_max", N_ ("general criteria up to %s") },
  { "results_max", N_ ("results up to %s") },
  { "request_working_days", N_ ("a request within %s working days") },
  { "withdrawal_days", N_ ("a withdrawal within %s days") },
  { "days", N_ ("%s days") },
  { "extra_day_every_years", N_ ("one day more every %s years") },
  { "month_percent", N_ ("a month counts from %s percent of its working days") },
  { "more_than", N_ ("from more than %s days under way") },
  { "years", N_ ("%s years together") },
  { "max_days", N_ ("at most %s days") },
  { "months", N_ ("%s months") },
  { "transparency", N_ ("openness %s") },
  { "progress", N_ ("progress and results %s") },
  { "digitised", N_ ("digitised dossiers %s") },
  { "online", N_ ("online services %s") },
  { "satisfaction", N_ ("satisfaction %s") },
  { "post", NULL }, /* said by the topic */
};

static const Word words[] = {
  { "pregnancy", N_ ("pregnancy") },
  { "maternity", N_ ("maternity leave") },
  { "child_under_36_months", N_ ("a child under 36 months") },
  { "discipline", N_ ("a disciplinary measure") },
  { "serious_illness", N_ ("a serious illness") },
  { "excellent", N_ ("excellent") },
  { "good", N_ ("good") },
  { "completed", N_ ("completed") },
  { "error", N_ ("violation") },
  { "warning", N_ ("warning") },
  { "note", N_ ("note") },
  { "annual", N_ ("annual leave") },
  { "compensatory", N_ ("compensatory leave") },
  { "sick", N_ ("sick leave") },
  { "personal", N_ ("personal leave") },
  { "study", N_ ("studies") },
  { "mission", N_ ("mission") },
  { "not_completed", N_ ("not completed") },
  { "name", N_ ("name") },
  { "title", N_ ("title") },
  { "field", N_ ("field") },
  { "phone", N_ ("telephone") },
  { "official_list", N_ ("list of officers") },
  { "standby_list", N_ ("list of standbys") },
  { "tasks", N_ ("tasks") },
  { "expected_period", N_ ("expected period") },
};

static const Word *
find (const Word *table, gsize n_words, const char *name)
{
  for (gsize i = 0; i < n_words; i++)
    if (g_str_equal (table[i].name, name))
      return &table[i];
  return NULL;
}

const char *
mc_rule_text_topic (const char *topic)
{
  const Word *word = topic != NULL ? find (topics, G_N_ELEMENTS (topics), topic) : NULL;

  return word != NULL ? _ (word->text) : topic;
}

static char *
describe_node (JsonNode *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          g_autofree char *item = describe_node (json_array_get_element (array, i));
          g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", item);
        }
      return g_string_free_and_steal (g_steal_pointer (&text));
    }
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? _ ("yes") : _ ("no"));
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    {
      const Word *word = find (words, G_N_ELEMENTS (words), json_node_get_string (node));
      return g_strdup (word != NULL ? _ (word->text) : json_node_get_string (node));
    }
  return json_to_string (node, FALSE);
}

static void
append_member (GString *text, const char *name, JsonNode *node)
{
  const Word *word = find (members, G_N_ELEMENTS (members), name);
  g_autofree char *value = describe_node (node);
  g_auto (GStrv) parts = NULL;

  if (word != NULL && word->text == NULL)
    return;
  if (text->len > 0)
    g_string_append (text, "; ");
  if (word == NULL)
    {
      g_string_append_printf (text, "%s: %s", name, value);
      return;
    }
  parts = g_strsplit (_ (word->text), "%s", 2);
  g_string_append_printf (text, "%s%s%s", parts[0], value, parts[1] != NULL ? parts[1] : "");
}

char *
mc_rule_text_value (const char *json)
{
  g_autoptr (JsonNode) node = json != NULL ? json_from_string (json, NULL) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return g_strdup ("");
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &value))
    append_member (text, name, value);
  return g_string_free_and_steal (g_steal_pointer (&text));
}
