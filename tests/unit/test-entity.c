/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mc-error.h"
#include "mc-evaluation.h"
#include "mc-noun.h"
#include "mc-attachment.h"
#include "mc-person.h"
#include "mc-rule-version.h"
#include "mc-section.h"
#include "mc-tour.h"

static McTour *
sample_tour (void)
{
  McTour *tour = mc_tour_new ();

  tour->person_id = 7;
  tour->agency_id = 3;
  tour->role = MC_TOUR_ROLE_STANDBY;
  tour->during = (McPeriod){ mc_day_new (2025, 3, 1), mc_day_new (2026, 9, 1) };
  tour->planned_until = mc_day_new (2026, 8, 31);
  tour->decision_no = g_strdup ("12/QĐ-SNN");
  return tour;
}

static void
count_notify (McEntity *entity, GParamSpec *pspec, GString *names)
{
  g_string_append_printf (names, "%s ", pspec->name);
}

static int
compare_words (const void *a, const void *b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

/* GObject does not promise the order in which a thaw notifies. */
static void
assert_notified (GString *names, const char *sorted)
{
  g_auto (GStrv) words = g_strsplit (g_strchomp (names->str), " ", -1);
  g_autofree char *joined = NULL;

  qsort (words, g_strv_length (words), sizeof *words, compare_words);
  joined = g_strjoinv (" ", words);
  g_assert_cmpstr (joined, ==, sorted);
}

/* A value of the field's type that is not "nothing", as PostgreSQL writes it. */
static const char *
sample_text (const McFieldInfo *field, int variant)
{
  switch (field->type)
    {
    case MC_FIELD_TYPE_INT:
    case MC_FIELD_TYPE_INT64:
    case MC_FIELD_TYPE_REF:
      return variant ? "43" : "42";
    case MC_FIELD_TYPE_BOOL:
      return variant ? "f" : "t";
    case MC_FIELD_TYPE_DOUBLE:
      return variant ? "-0.1" : "1234.5";
    case MC_FIELD_TYPE_TEXT:
      return variant ? "Nguyễn Văn Hoà" : "Trần Thị B";
    case MC_FIELD_TYPE_DAY:
      return variant ? "2024-02-29" : "2026-08-31";
    case MC_FIELD_TYPE_PERIOD:
      return variant ? "(,2026-01-01)" : "[2025-03-01,2026-09-01)";
    case MC_FIELD_TYPE_ENUM:
      return field->values[variant ? mc_enum_count (field->values) - 1 : mc_enum_count (field->values) - 2].text;
    case MC_FIELD_TYPE_JSON:
      return variant ? "[1,2]" : "{\"min\":6,\"max\":24}";
    case MC_FIELD_TYPE_BYTES:
      return variant ? "\\x00ff" : "\\x";
    case MC_FIELD_TYPE_TIMESTAMP:
      return variant ? "2026-11-23 06:14:23.250000+00" : "2025-01-01 00:00:00.000000+00";
    default:
      g_assert_not_reached ();
    }
}

static gsize
size_of (McFieldType type)
{
  switch (type)
    {
    case MC_FIELD_TYPE_INT:
    case MC_FIELD_TYPE_BOOL:
    case MC_FIELD_TYPE_DAY:
    case MC_FIELD_TYPE_ENUM:
      return sizeof (int);
    case MC_FIELD_TYPE_PERIOD:
      return sizeof (McPeriod);
    default:
      return 8;
    }
}

/* Tables describe their structs: inside, not overlapping, complete to the last byte but padding. */
static void
test_tables (gconstpointer data)
{
  McEntityClass *klass = mc_noun_get_class ((GType)data);
  gsize end = sizeof (McEntity);
  GTypeQuery query;

  g_type_query ((GType)data, &query);
  g_assert_cmpuint (klass->n_fields, >, 0);
  g_assert_nonnull (klass->label);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const McFieldInfo *field = &klass->fields[i];

      g_assert_cmpuint (field->offset, >=, end);
      g_assert_cmpuint (field->offset - end, <, 8);
      end = field->offset + size_of (field->type);
      g_assert_true (field->label && *field->label);
      g_assert_true (mc_entity_class_find_field (klass, field->name) == field);
      g_assert_nonnull (strchr (field->name, '-') ? NULL : klass);
      g_assert_true ((field->type == MC_FIELD_TYPE_ENUM) == (field->values != NULL));
      g_assert_true ((field->type == MC_FIELD_TYPE_REF) == (field->table != NULL));
      if (field->table)
        g_assert_cmpuint (mc_noun_from_table (field->table), !=, G_TYPE_INVALID);
    }
  g_assert_cmpuint (query.instance_size - end, <, 8);
  g_assert_cmpuint (mc_noun_from_table (klass->table), ==, (GType)data);
}

/* Text in, text out, JSON out and in, property out and in: always the same. */
static void
test_round_trip (gconstpointer data)
{
  g_autoptr (McEntity) a = g_object_new ((GType)data, NULL);
  g_autoptr (McEntity) b = g_object_new ((GType)data, NULL);
  McEntityClass *klass = MC_ENTITY_GET_CLASS (a);

  for (int variant = 0; variant < 2; variant++)
    {
      g_autoptr (JsonNode) json = NULL;
      g_autoptr (McEntity) c = g_object_new ((GType)data, NULL);
      g_autoptr (McEntity) copy = NULL;
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < klass->n_fields; i++)
        {
          const McFieldInfo *field = &klass->fields[i];
          const char *text = sample_text (field, variant);
          GParamSpec *pspec = mc_entity_class_get_pspec (klass, field);
          g_auto (GValue) value = G_VALUE_INIT;
          g_autofree char *back = NULL;

          g_assert_true (mc_entity_set_text (a, field->name, text, &error));
          g_assert_no_error (error);
          back = mc_entity_get_text (a, field->name);
          g_assert_cmpstr (back ? back : "", ==, text);
          g_value_init (&value, pspec->value_type);
          g_object_get_property (G_OBJECT (a), pspec->name, &value);
          g_object_set_property (G_OBJECT (b), pspec->name, &value);
        }
      g_assert_true (mc_entity_equal (a, b));
      json = mc_entity_to_json (a, TRUE);
      g_assert_true (mc_entity_from_json (c, json, &error));
      g_assert_no_error (error);
      g_assert_true (mc_entity_equal (a, c));
      copy = mc_entity_clone (a);
      g_assert_true (mc_entity_equal (a, copy));
    }
}

static void
test_nothing (gconstpointer data)
{
  g_autoptr (McEntity) fresh = g_object_new ((GType)data, NULL);
  g_autoptr (McEntity) entity = g_object_new ((GType)data, NULL);
  McEntityClass *klass = MC_ENTITY_GET_CLASS (entity);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const McFieldInfo *field = &klass->fields[i];
      g_autoptr (GError) error = NULL;

      g_assert_true (mc_field_info_set_text (field, entity, sample_text (field, 1), &error));
      g_assert_no_error (error);
      g_assert_true (mc_field_info_set_text (field, entity, NULL, &error));
      if (!(field->flags & MC_FIELD_REQUIRED))
        g_assert_true (mc_field_info_is_null (field, entity) == mc_field_info_is_null (field, fresh));
    }
  g_assert_true (mc_entity_equal (entity, fresh));
}

static void
test_properties (void)
{
  g_autoptr (McTour) tour = sample_tour ();
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (McPeriod) during = NULL;
  g_autofree char *decision = NULL;
  int planned;

  g_signal_connect (tour, "notify", G_CALLBACK (count_notify), names);
  g_object_get (tour, "during", &during, "decision-no", &decision, "planned-until", &planned, NULL);
  g_assert_cmpint (during->until, ==, tour->during.until);
  g_assert_cmpstr (decision, ==, "12/QĐ-SNN");
  g_assert_cmpint (planned, ==, tour->planned_until);
  g_object_set (tour, "decision-no", "12/QĐ-SNN", "role", (guint)MC_TOUR_ROLE_STANDBY, "during", during, NULL);
  g_assert_cmpstr (names->str, ==, "");
  g_object_set (tour, "decision-no", "", "role", (guint)MC_TOUR_ROLE_PRIMARY, "id", G_GINT64_CONSTANT (5), NULL);
  assert_notified (names, "decision-no id role");
  g_assert_null (tour->decision_no);
}

/* A number and none are two things, in both directions. */
static void
test_number_given (void)
{
  g_autoptr (McEvaluation) none = mc_evaluation_new ();
  g_autoptr (McEvaluation) some = mc_evaluation_new ();

  g_assert_true (mc_entity_equal (MC_ENTITY (none), MC_ENTITY (some)));
  some->total = 80;
  g_assert_false (mc_entity_equal (MC_ENTITY (none), MC_ENTITY (some)));
  g_assert_false (mc_entity_equal (MC_ENTITY (some), MC_ENTITY (none)));
  none->total = 80;
  g_assert_true (mc_entity_equal (MC_ENTITY (none), MC_ENTITY (some)));
}

static void
test_diff (void)
{
  g_autoptr (McTour) before = sample_tour ();
  g_autoptr (McTour) after = mc_entity_clone (before);
  g_autoptr (GPtrArray) diffs = NULL;
  McFieldDiff *diff;

  diffs = mc_entity_diff (MC_ENTITY (before), MC_ENTITY (after));
  g_assert_cmpuint (diffs->len, ==, 0);
  g_clear_pointer (&diffs, g_ptr_array_unref);

  after->during.until = MC_DAY_NONE;
  after->end_reason = MC_TOUR_END_RECALLED;
  diffs = mc_entity_diff (MC_ENTITY (before), MC_ENTITY (after));
  g_assert_cmpuint (diffs->len, ==, 2);
  diff = diffs->pdata[0];
  g_assert_cmpstr (diff->field->name, ==, "during");
  g_assert_cmpstr (diff->before, ==, "[2025-03-01,2026-09-01)");
  g_assert_cmpstr (diff->after, ==, "[2025-03-01,)");
  g_assert_cmpstr (diff->before_display, ==, "01/03/2025 – 31/08/2026");
  diff = diffs->pdata[1];
  g_assert_null (diff->before);
  g_assert_cmpstr (diff->after, ==, "recalled");
  g_assert_cmpstr (diff->before_display, ==, "");
  g_assert_cmpstr (diff->after_display, ==, "Recalled");
}

static void
test_update_from (void)
{
  g_autoptr (McTour) shown = sample_tour ();
  g_autoptr (McTour) fresh = mc_entity_clone (shown);
  g_autoptr (GString) names = g_string_new (NULL);

  g_signal_connect (shown, "notify", G_CALLBACK (count_notify), names);
  g_assert_false (mc_entity_update_from (MC_ENTITY (shown), MC_ENTITY (fresh)));
  g_assert_cmpstr (names->str, ==, "");
  mc_entity_set_version (MC_ENTITY (fresh), 2);
  g_set_str (&fresh->signer, "Trần Văn A");
  fresh->planned_until = MC_DAY_NONE;
  g_assert_true (mc_entity_update_from (MC_ENTITY (shown), MC_ENTITY (fresh)));
  assert_notified (names, "planned-until signer version");
  g_assert_true (mc_entity_equal (MC_ENTITY (shown), MC_ENTITY (fresh)));
}

static void
test_lazy (void)
{
  g_autoptr (McAttachment) shown = mc_attachment_new ();
  g_autoptr (McAttachment) fresh = NULL;

  shown->content = g_bytes_new_static ("scan", 4);
  fresh = mc_entity_clone (shown);
  g_assert_true (fresh->content == shown->content);
  g_clear_pointer (&fresh->content, g_bytes_unref);
  g_set_str (&fresh->note, "page 1");
  g_assert_true (mc_entity_update_from (MC_ENTITY (shown), MC_ENTITY (fresh)));
  g_assert_nonnull (shown->content);
}

static void
test_json (void)
{
  g_autoptr (McTour) tour = sample_tour ();
  g_autoptr (McRuleVersion) rule = mc_rule_version_new ();
  g_autoptr (McRuleVersion) same = mc_rule_version_new ();
  g_autoptr (JsonNode) node = mc_entity_to_json (MC_ENTITY (tour), FALSE);
  g_autofree char *text = json_to_string (node, FALSE);

  g_assert_nonnull (strstr (text, "\"planned_until\":\"2026-08-31\""));
  g_assert_nonnull (strstr (text, "\"role\":\"standby\""));
  g_assert_nonnull (strstr (text, "\"signer\":null"));
  g_assert_nonnull (strstr (text, "\"person_id\":7"));
  g_set_str (&rule->value, "{\"max\": 24, \"min\": 6}");
  g_set_str (&same->value, "{\"max\":24,\"min\":6}");
  g_assert_true (mc_entity_equal (MC_ENTITY (rule), MC_ENTITY (same)));
}

static void
test_bad_text (void)
{
  static const struct
  {
    const char *name;
    const char *text;
  } bad[] = {
    { "during", "[2025-02-30,)" }, { "planned_until", "31.02.2025" },       { "role", "boss" },
    { "person_id", "seven" },      { "person_id", "99999999999999999999" },
  };
  g_autoptr (McTour) tour = sample_tour ();
  g_autoptr (McTour) untouched = sample_tour ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (mc_entity_set_text (MC_ENTITY (tour), bad[i].name, bad[i].text, &error));
      g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
      g_clear_error (&error);
    }
  g_assert_false (mc_entity_set_text (MC_ENTITY (tour), "colour", "red", &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_NOT_FOUND);
  g_assert_true (mc_entity_equal (MC_ENTITY (tour), MC_ENTITY (untouched)));
}

static void
test_format (void)
{
  g_autoptr (McSection) section = mc_section_new ();
  g_autoptr (McTour) tour = sample_tour ();
  g_autofree char *none = mc_entity_format (MC_ENTITY (section), "ceiling");
  g_autofree char *thousand = NULL;
  g_autofree char *last = NULL;

  g_assert_cmpstr (none, ==, "");
  section->ceiling = 1234;
  thousand = mc_entity_format (MC_ENTITY (section), "ceiling");
  g_assert_cmpstr (thousand, ==, "1.234");
  last = mc_entity_format (MC_ENTITY (tour), "planned_until");
  g_assert_cmpstr (last, ==, "30/08/2026");
}

static void
test_finalized (void)
{
  McPerson *person = mc_person_new ();

  g_set_str (&person->full_name, "Lê Thị C");
  g_assert_finalize_object (person);
}

int
main (int argc, char **argv)
{
  guint n;
  const GType *types = mc_noun_types (&n);

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < n; i++)
    {
      const char *table = mc_noun_get_class (types[i])->table;
      g_autofree char *tables = g_strdup_printf ("/entity/table/%s", table);
      g_autofree char *round = g_strdup_printf ("/entity/round-trip/%s", table);
      g_autofree char *nothing = g_strdup_printf ("/entity/nothing/%s", table);

      g_test_add_data_func (tables, (gconstpointer)types[i], test_tables);
      g_test_add_data_func (round, (gconstpointer)types[i], test_round_trip);
      g_test_add_data_func (nothing, (gconstpointer)types[i], test_nothing);
    }
  g_test_add_func ("/entity/properties", test_properties);
  g_test_add_func ("/entity/number-given", test_number_given);
  g_test_add_func ("/entity/diff", test_diff);
  g_test_add_func ("/entity/update-from", test_update_from);
  g_test_add_func ("/entity/lazy", test_lazy);
  g_test_add_func ("/entity/json", test_json);
  g_test_add_func ("/entity/bad-text", test_bad_text);
  g_test_add_func ("/entity/format", test_format);
  g_test_add_func ("/entity/finalized", test_finalized);
  return g_test_run ();
}
