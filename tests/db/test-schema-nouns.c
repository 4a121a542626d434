/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The field tables of the program and the columns of the database say the same. */
#include <string.h>

#include "mc-noun.h"
#include "store-fixture.h"

typedef struct
{
  const char *type; /* as format_type() says */
  gboolean required;
  gboolean has_default;
} Column;

static McPgResult *catalogue;

/* Columns of tables, and the result columns of the functions of a day. */
static void
load_catalogue (McStore *store)
{
  GError *error = NULL;

  if (catalogue)
    return;
  catalogue = dex_await_object (
      mc_pg_pool_query (mc_store_get_pool (store),
                        "SELECT c.relname AS place, a.attname AS name, format_type(a.atttypid, NULL) AS type,"
                        " a.attnotnull AS required, a.atthasdef OR a.attidentity <> '' AS has_default, true AS in_table"
                        " FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid"
                        " JOIN pg_namespace n ON n.oid = c.relnamespace"
                        " WHERE n.nspname IN ('centre', 'audit') AND c.relkind = 'r' AND a.attnum > 0"
                        " AND NOT a.attisdropped"
                        " UNION ALL"
                        " SELECT p.proname, o.name, format_type(o.type, NULL), false, false, false"
                        " FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace,"
                        " unnest(p.proallargtypes, p.proargmodes, p.proargnames) AS o(type, mode, name)"
                        " WHERE n.nspname = 'centre' AND o.mode = 't'",
                        NULL),
      &error);
  g_assert_no_error (error);
}

static gboolean
find_column (const char *place, const char *name, Column *column)
{
  for (guint i = 0; i < mc_pg_result_get_n_rows (catalogue); i++)
    if (g_str_equal (mc_pg_result_get_text (catalogue, i, "place"), place) &&
        g_str_equal (mc_pg_result_get_text (catalogue, i, "name"), name))
      {
        column->type = mc_pg_result_get_text (catalogue, i, "type");
        column->required = mc_pg_result_get_bool (catalogue, i, "required");
        column->has_default = mc_pg_result_get_bool (catalogue, i, "has_default");
        return TRUE;
      }
  return FALSE;
}

static gboolean
type_fits (const McFieldInfo *field, const char *type)
{
  static const char *const types[][3] = {
    [MC_FIELD_TYPE_INT] = { "integer" },
    [MC_FIELD_TYPE_INT64] = { "bigint" },
    [MC_FIELD_TYPE_REF] = { "bigint" },
    [MC_FIELD_TYPE_BOOL] = { "boolean" },
    [MC_FIELD_TYPE_DOUBLE] = { "numeric", "double precision" },
    [MC_FIELD_TYPE_TEXT] = { "text" },
    [MC_FIELD_TYPE_DAY] = { "date" },
    [MC_FIELD_TYPE_PERIOD] = { "daterange" },
    [MC_FIELD_TYPE_ENUM] = { "text" },
    [MC_FIELD_TYPE_JSON] = { "jsonb" },
    [MC_FIELD_TYPE_BYTES] = { "bytea" },
    [MC_FIELD_TYPE_TIMESTAMP] = { "timestamp with time zone" },
  };

  if (field->flags & MC_FIELD_LIST)
    return g_str_equal (type, "text[]") || g_str_equal (type, "integer[]");
  return g_strv_contains (types[field->type], type);
}

/* What the program may leave out, the database can do without; what it may not, the database asks for. */
static void
compare_field (McEntityClass *klass, const McFieldInfo *field, GString *wrong)
{
  Column column;
  gboolean required = (field->flags & MC_FIELD_REQUIRED) != 0;

  if (!find_column (klass->table, field->name, &column))
    {
      g_string_append_printf (wrong, "%s.%s is not in the database\n", klass->table, field->name);
      return;
    }
  if (!type_fits (field, column.type))
    g_string_append_printf (wrong, "%s.%s is %s\n", klass->table, field->name, column.type);
  if (klass->kind == MC_NOUN_STATE)
    return;
  if (required && !column.required)
    g_string_append_printf (wrong, "%s.%s is required here only\n", klass->table, field->name);
  if (!required && column.required && !column.has_default)
    g_string_append_printf (wrong, "%s.%s is required there only\n", klass->table, field->name);
  /* Emptied later, it would be refused: a default helps new rows only. */
  if (!required && column.required && !(field->flags & (MC_FIELD_READONLY | MC_FIELD_BLANK)) &&
      field->type != MC_FIELD_TYPE_ENUM && field->type != MC_FIELD_TYPE_DAY)
    g_string_append_printf (wrong, "%s.%s cannot be emptied there\n", klass->table, field->name);
}

static void
test_nouns (void)
{
  g_autoptr (McStore) store = fixture_store (NULL);
  g_autoptr (GString) wrong = g_string_new (NULL);
  guint n;
  const GType *types = mc_noun_types (&n);

  load_catalogue (store);
  for (guint t = 0; t < n; t++)
    {
      McEntityClass *klass = mc_noun_get_class (types[t]);

      for (guint i = 0; i < klass->n_fields; i++)
        compare_field (klass, &klass->fields[i], wrong);
    }
  g_assert_cmpstr (wrong->str, ==, "");
}

/* And nothing in the database is without a place in the program. */
static void
test_columns (void)
{
  static const char *const beside[] = {
    "schema_migration", /* the migrator's own */
    "workload_sum",     /* what the database makes of the facts */
    "workload_due",     /* and of which, within a transaction */
    NULL,
  };
  g_autoptr (McStore) store = fixture_store (NULL);
  g_autoptr (GString) wrong = g_string_new (NULL);

  load_catalogue (store);
  for (guint i = 0; i < mc_pg_result_get_n_rows (catalogue); i++)
    {
      const char *place = mc_pg_result_get_text (catalogue, i, "place");
      const char *name = mc_pg_result_get_text (catalogue, i, "name");
      GType noun = mc_noun_from_table (place);
      McEntityClass *klass;

      if (g_strv_contains (beside, place) || g_str_equal (name, "id") || g_str_equal (name, "version"))
        continue;
      if (noun == G_TYPE_INVALID)
        {
          /* Functions that return a table but are no state: not for nouns. */
          if (mc_pg_result_get_bool (catalogue, i, "in_table"))
            g_string_append_printf (wrong, "%s.%s has no noun\n", place, name);
          continue;
        }
      klass = mc_noun_get_class (noun);
      if (klass->kind == MC_NOUN_STATE && (g_str_equal (name, "person_id") || g_str_equal (name, "seat_id")))
        continue;
      if (!mc_entity_class_find_field (klass, name))
        g_string_append_printf (wrong, "%s.%s is not in the program\n", place, name);
    }
  g_assert_cmpstr (wrong->str, ==, "");
}

static char *
allowed_texts (McStore *store, const char *table, const char *column)
{
  g_autoptr (McPgParams) params = mc_pg_params_add_text (mc_pg_params_add_text (mc_pg_params_new (), table), column);
  g_autoptr (McPgResult) result = NULL;
  GError *error = NULL;

  result = dex_await_object (
      mc_pg_pool_query (mc_store_get_pool (store),
                        "SELECT string_agg(m[1], ' ' ORDER BY m[1] COLLATE \"C\") AS texts"
                        " FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid,"
                        " regexp_matches(pg_get_constraintdef(k.oid), '''([a-z0-9_-]+)''::text', 'g') AS m"
                        " WHERE c.relname = $1 AND k.contype = 'c' AND cardinality(k.conkey) = 1"
                        " AND k.conkey[1] = (SELECT attnum FROM pg_attribute WHERE attrelid = c.oid AND attname = $2)",
                        params),
      &error);
  g_assert_no_error (error);
  return g_strdup (mc_pg_result_get_text (result, 0, "texts"));
}

static int
compare_words (const void *a, const void *b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

static char *
known_texts (const McFieldInfo *field)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  /* The owner of the database acts, but has no account. */
  for (guint i = 0; field->values[i].text; i++)
    if (*field->values[i].text && !g_str_equal (field->values[i].text, "owner"))
      g_strv_builder_add (builder, field->values[i].text);
  texts = g_strv_builder_end (builder);
  qsort (texts, g_strv_length (texts), sizeof *texts, compare_words);
  return g_strjoinv (" ", texts);
}

/* The values of an enum are those that the check of its column lets in. */
static void
test_enums (void)
{
  g_autoptr (McStore) store = fixture_store (NULL);
  guint n;
  const GType *types = mc_noun_types (&n);

  for (guint t = 0; t < n; t++)
    {
      McEntityClass *klass = mc_noun_get_class (types[t]);

      for (guint i = 0; klass->kind != MC_NOUN_STATE && i < klass->n_fields; i++)
        {
          g_autofree char *allowed = NULL;
          g_autofree char *known = NULL;

          if (klass->fields[i].type != MC_FIELD_TYPE_ENUM)
            continue;
          allowed = allowed_texts (store, klass->table, klass->fields[i].name);
          known = known_texts (&klass->fields[i]);
          g_test_message ("%s.%s", klass->table, klass->fields[i].name);
          g_assert_cmpstr (known, ==, allowed);
        }
    }
}

/* A reference of the program is a foreign key of the database, to the same table. */
static void
test_references (void)
{
  g_autoptr (McStore) store = fixture_store (NULL);
  g_autoptr (McPgResult) keys = NULL;
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GError *error = NULL;
  guint n;
  const GType *types = mc_noun_types (&n);

  keys = dex_await_object (
      mc_pg_pool_query (
          mc_store_get_pool (store),
          "SELECT c.relname || '.' || a.attname || ' ' || f.relname AS key"
          " FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class f ON f.oid = k.confrelid"
          " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1] WHERE k.contype = 'f'",
          NULL),
      &error);
  g_assert_no_error (error);
  for (guint i = 0; i < mc_pg_result_get_n_rows (keys); i++)
    g_hash_table_add (found, g_strdup (mc_pg_result_get_text (keys, i, "key")));
  for (guint t = 0; t < n; t++)
    {
      McEntityClass *klass = mc_noun_get_class (types[t]);

      for (guint i = 0; i < klass->n_fields; i++)
        {
          const McFieldInfo *field = &klass->fields[i];
          g_autofree char *key = NULL;

          if (field->type != MC_FIELD_TYPE_REF || klass->kind == MC_NOUN_STATE || klass->kind == MC_NOUN_LOG)
            continue;
          key = g_strdup_printf ("%s.%s %s", klass->table, field->name, field->table);
          g_test_message ("%s", key);
          g_assert_true (g_hash_table_contains (found, key));
        }
    }
}

int
main (int argc, char **argv)
{
  int status;

  mc_test_init (&argc, &argv);
  mc_test_add_fiber ("/schema-nouns/nouns", test_nouns);
  mc_test_add_fiber ("/schema-nouns/columns", test_columns);
  mc_test_add_fiber ("/schema-nouns/enums", test_enums);
  mc_test_add_fiber ("/schema-nouns/references", test_references);
  status = mc_test_run ();
  g_clear_object (&catalogue);
  return status;
}
