/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include "mc-attendance.h"
#include "mc-counter-assignment.h"
#include "mc-migrator.h"
#include "mc-noun.h"
#include "mc-plan-layer.h"
#include "mc-plan-object.h"
#include "mc-pg-pool.h"
#include "mc-procedure.h"
#include "mc-tour.h"

const char *
fixture_database (void)
{
  static char *name;

  if (!name)
    {
      g_autoptr (McPgConfig) config = NULL;
      g_autoptr (McMigrator) migrator = NULL;
      GError *error = NULL;

      name = mc_test_cluster_fresh_database (mc_test_get_cluster ());
      config = mc_test_cluster_config (mc_test_get_cluster (), "postgres", name);
      migrator = mc_migrator_new (config, NULL);
      dex_await (mc_migrator_run (migrator, NULL, NULL, NULL), &error);
      g_assert_no_error (error);
    }
  return name;
}

McStore *
fixture_store (const char *group)
{
  g_autoptr (McPgConfig) config = mc_test_cluster_config (mc_test_get_cluster (), "postgres", fixture_database ());
  g_autoptr (McPgPool) pool = NULL;

  if (group)
    config->role = g_strconcat ("motcua_", group, NULL);
  pool = mc_pg_pool_new (config, 3);
  return mc_store_new (pool);
}

gboolean
fixture_apply (McStore *store, McRowOp *op, GError **error)
{
  g_autoptr (GPtrArray) ops = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_row_op_unref);

  g_ptr_array_add (ops, op);
  return dex_await (mc_store_apply (store, ops), error);
}

void
fixture_save (McStore *store, gpointer entity)
{
  GError *error = NULL;

  fixture_apply (store, mc_row_op_new_insert (entity), &error);
  g_assert_no_error (error);
  g_assert_cmpint (mc_entity_get_id (entity), >, 0);
}

/* Values that the checks of the schema ask for, where any text will not do. */
static const char *
special_text (const char *table, const McFieldInfo *field, guint n)
{
  static char buffer[64];

  if (g_str_equal (field->name, "mime_type"))
    return "application/pdf";
  if (g_str_equal (field->name, "year"))
    g_snprintf (buffer, sizeof buffer, "%u", 1990 + n % 100);
  else if (g_str_equal (field->name, "key") || g_str_equal (field->name, "topic") || g_str_equal (field->name, "login"))
    g_snprintf (buffer, sizeof buffer, "sample%u", n);
  else if (g_str_equal (field->name, "old_until"))
    return "2026-01-01";
  else if (g_str_equal (field->name, "new_until"))
    return "2026-06-01";
  else if (g_str_equal (field->name, "resolved") || g_str_equal (field->name, "officers") ||
           (g_str_equal (field->name, "level") && field->type == MC_FIELD_TYPE_INT))
    return "0";
  else if (g_str_equal (field->name, "day"))
    g_snprintf (buffer, sizeof buffer, "2026-%02u-%02u", n / 28 % 12 + 1, n % 28 + 1);
  else if (g_str_equal (table, "planner_rule") &&
           (g_str_equal (field->name, "stage") || g_str_equal (field->name, "weight")))
    return "2";
  else if (g_str_equal (table, "duty_credit") && g_str_equal (field->name, "kind"))
    return "holiday"; /* on any day of the week */
  else if (g_str_equal (table, "attachment") && g_str_equal (field->name, "subject"))
    return "person";
  else if (g_str_equal (table, "plan_object") && g_str_equal (field->name, "kind"))
    return "chair";
  else if (g_str_equal (field->name, "halves") || g_str_equal (field->name, "travel_days"))
    return "1";
  else if (g_str_equal (table, "leave_account") && field->type == MC_FIELD_TYPE_DOUBLE)
    return "2.5";
  else if (g_str_equal (field->name, "language"))
    return "en"; /* the schema brings the Vietnamese ones */
  else if (g_str_equal (field->name, "symbol"))
    return "TTPVHCC";
  else if (g_str_equal (table, "paper") && g_str_equal (field->name, "content"))
    return "{\"form\": \"letter\"}";
  else if (g_str_equal (field->name, "weekdays"))
    return "12345";
  else if (g_str_equal (field->name, "bands"))
    return "[{\"code\": \"a\", \"name\": \"A\", \"from\": 0}]";
  else if ((g_str_equal (table, "evaluation_scheme") && g_str_equal (field->name, "monthly")) ||
           (g_str_equal (table, "evaluation_criterion") && g_str_equal (field->name, "rated")))
    return "t";
  else if (g_str_equal (table, "evaluation_criterion") && g_str_equal (field->name, "scale"))
    return "[0]";
  else if (g_str_equal (table, "evaluation_criterion") && g_str_equal (field->name, "rule"))
    return "{\"how\": \"gain\", \"each\": {\"late\": 1}}";
  else if (g_str_equal (field->name, "veto"))
    return "{\"figure\": \"late\", \"at_least\": 1, \"band\": \"a\"}";
  else if ((g_str_has_prefix (table, "evaluation_") || g_str_equal (table, "supervision_kind")) &&
           g_str_equal (field->name, "code"))
    g_snprintf (buffer, sizeof buffer, "m%u", n);
  else if (g_str_equal (table, "evaluation_cycle") && field->type == MC_FIELD_TYPE_PERIOD)
    return "[2026-01-01,2026-02-01)";
  else if (g_str_equal (table, "duty") && g_str_equal (field->name, "code"))
    g_snprintf (buffer, sizeof buffer, "D%u", n);
  else if (g_str_equal (field->name, "starts"))
    return "07:00";
  else if (g_str_equal (field->name, "ends"))
    return "11:00";
  else if ((g_str_equal (table, "session_time") && field->type == MC_FIELD_TYPE_INT) ||
           g_str_equal (field->name, "weekday"))
    return "1";
  else if (g_str_equal (table, "scenario") && g_str_equal (field->name, "definition"))
    g_snprintf (buffer, sizeof buffer, "{\"name\": \"Mẫu %u\"}", n);
  else if (g_str_equal (field->name, "opacity"))
    return "0.5";
  else
    return NULL;
  return buffer;
}

static char *
sample_text (const char *table, const McFieldInfo *field, guint n)
{
  const char *special = special_text (table, field, n);

  if (special)
    return g_strdup (special);
  switch (field->type)
    {
    case MC_FIELD_TYPE_INT:
    case MC_FIELD_TYPE_INT64:
      return g_strdup_printf ("%u", n);
    case MC_FIELD_TYPE_DOUBLE:
      return g_strdup ("93.25");
    case MC_FIELD_TYPE_BOOL:
      return g_strdup ("f");
    case MC_FIELD_TYPE_TEXT:
      return g_strdup_printf ("Mẫu %u", n);
    case MC_FIELD_TYPE_DAY:
      return g_strdup ("2026-02-28");
    case MC_FIELD_TYPE_PERIOD:
      return g_strdup (g_str_equal (table, "roster") || g_str_equal (table, "roster_request")
                           ? "[2026-01-01,2026-02-01)"
                           : "[2026-01-01,2036-01-01)");
    case MC_FIELD_TYPE_ENUM:
      return g_strdup (field->values[*field->values[0].text ? 0 : 1].text);
    case MC_FIELD_TYPE_JSON:
      return g_strdup ("{\"days\": 31}");
    case MC_FIELD_TYPE_BYTES:
      return g_strdup ("\\x255044462d");
    case MC_FIELD_TYPE_REF:
    case MC_FIELD_TYPE_TIMESTAMP:
    default:
      g_assert_not_reached ();
    }
}

static gint64
referred_id (McStore *store, const char *table)
{
  g_autoptr (McEntity) entity = fixture_sample (store, mc_noun_from_table (table));

  fixture_save (store, entity);
  return mc_entity_get_id (entity);
}

/* What one field alone cannot say. */
static void
complete_sample (McStore *store, McEntity *entity)
{
  /* Every service is somewhere. */
  if (g_str_equal (mc_entity_get_table (entity), "service"))
    g_object_set (entity, "employer", "Sở Mẫu", NULL);
  /* A thing of the plan lies on a layer of the same plan. */
  if (MC_IS_PLAN_OBJECT (entity))
    {
      g_autoptr (McPlanLayer) layer =
          dex_await_object (mc_store_get (store, MC_TYPE_PLAN_LAYER, MC_PLAN_OBJECT (entity)->layer_id), NULL);

      MC_PLAN_OBJECT (entity)->floor_plan_id = layer->floor_plan_id;
    }
  /* Which rules are law comes with the program. */
  if (g_str_equal (mc_entity_get_table (entity), "planner_rule"))
    g_object_set (entity, "basis", NULL, NULL);
  /* What is needed is needed at a counter or at a duty. */
  if (g_str_equal (mc_entity_get_table (entity), "demand") ||
      g_str_equal (mc_entity_get_table (entity), "roster_template_cell"))
    g_object_set (entity, "counter-id", referred_id (store, "counter"), NULL);
  if (MC_IS_PROCEDURE (entity))
    MC_PROCEDURE (entity)->received = TRUE;
  /* Nobody serves a counter who is not at the centre. */
  if (MC_IS_COUNTER_ASSIGNMENT (entity) || MC_IS_ATTENDANCE (entity))
    {
      g_autoptr (McTour) tour = MC_TOUR (fixture_sample (store, MC_TYPE_TOUR));

      fixture_save (store, tour);
      g_object_set (entity, "person-id", tour->person_id, NULL);
    }
  if (MC_IS_ATTENDANCE (entity))
    MC_ATTENDANCE (entity)->day = mc_day_today ();
}

McEntity *
fixture_sample (McStore *store, GType noun)
{
  static guint counter = 1;
  McEntity *entity = g_object_new (noun, NULL);
  McEntityClass *klass = MC_ENTITY_GET_CLASS (entity);
  guint n = counter++;

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const McFieldInfo *field = &klass->fields[i];
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      if (!(field->flags & MC_FIELD_REQUIRED))
        continue;
      if (field->type == MC_FIELD_TYPE_REF)
        text = g_strdup_printf ("%" G_GINT64_FORMAT, referred_id (store, field->table));
      else if (g_str_equal (field->name, "subject_id"))
        text = g_strdup_printf ("%" G_GINT64_FORMAT, referred_id (store, "person"));
      else
        text = sample_text (klass->table, field, n);
      mc_entity_set_text (entity, field->name, text, &error);
      g_assert_no_error (error);
    }
  complete_sample (store, entity);
  return entity;
}
