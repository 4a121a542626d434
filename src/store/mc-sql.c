/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-sql-private.h"

#include <glib/gi18n-lib.h>

#include "mc-error.h"
#include "mc-query-private.h"

static gboolean
has_version (McEntityClass *klass)
{
  return klass->kind == MC_NOUN_TABLE || klass->kind == MC_NOUN_GUARDED;
}

char *
_mc_sql_table (McEntityClass *klass)
{
  return g_strconcat (klass->kind == MC_NOUN_LOG ? "audit." : "centre.", klass->table, NULL);
}

gboolean
_mc_sql_is_written (const McFieldInfo *field)
{
  return !(field->flags & (MC_FIELD_READONLY | MC_FIELD_LIST));
}

/* What a state calls the thing that its rows are about. */
static const char *
id_column (McEntityClass *klass)
{
  if (g_str_equal (klass->table, "staff_at"))
    return "person_id";
  if (g_str_equal (klass->table, "seats_at"))
    return "seat_id";
  return "id";
}

typedef struct
{
  const char *table;
  const char *function; /* of the ids of rows, and what they are read for: logs and gives the rows */
  const char *purpose;
} Reader;

/* Tables whose sensitive columns only a function shows, which writes down who read whose. */
static const Reader *
find_reader (McEntityClass *klass)
{
  static const Reader readers[] = {
    { "absence_reason", "read_absence_reasons", N_ ("reason of an absence, as the program shows it") },
    { "person_condition", "read_conditions", N_ ("condition, for checks and for the person's file") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    if (g_str_equal (klass->table, readers[i].table))
      return &readers[i];
  return NULL;
}

gboolean
_mc_sql_is_hidden (McEntityClass *klass, const McFieldInfo *field)
{
  return (field->flags & MC_FIELD_SENSITIVE) && find_reader (klass);
}

static void
append_columns (GString *sql, McEntityClass *klass, gboolean with_hidden)
{
  g_string_append_printf (sql, "%s AS id", id_column (klass));
  if (has_version (klass))
    g_string_append (sql, ", version");
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const McFieldInfo *field = &klass->fields[i];

      if ((field->flags & MC_FIELD_LAZY) || (!with_hidden && _mc_sql_is_hidden (klass, field)))
        continue;
      if (field->flags & MC_FIELD_LIST)
        g_string_append_printf (sql, ", array_to_string (\"%s\", ', ') AS \"%s\"", field->name, field->name);
      else
        g_string_append_printf (sql, ", \"%s\"", field->name);
    }
}

char *
_mc_sql_columns (McEntityClass *klass)
{
  GString *sql = g_string_new (NULL);

  append_columns (sql, klass, TRUE);
  return g_string_free (sql, FALSE);
}

static void
add_param (McPgParams *params, const McFieldInfo *field, McEntity *entity)
{
  gconstpointer place = G_STRUCT_MEMBER_P (entity, field->offset);

  if (mc_field_info_is_null (field, entity))
    {
      if (field->flags & MC_FIELD_BLANK)
        mc_pg_params_add_text (params, "");
      else
        mc_pg_params_add_null (params);
      return;
    }
  switch (field->type)
    {
    case MC_FIELD_TYPE_INT:
      mc_pg_params_add_int64 (params, *(const int *)place);
      break;
    case MC_FIELD_TYPE_INT64:
    case MC_FIELD_TYPE_REF:
      mc_pg_params_add_int64 (params, *(const gint64 *)place);
      break;
    case MC_FIELD_TYPE_BOOL:
      mc_pg_params_add_bool (params, *(const gboolean *)place);
      break;
    case MC_FIELD_TYPE_DOUBLE:
      mc_pg_params_add_double (params, *(const double *)place);
      break;
    case MC_FIELD_TYPE_TEXT:
      mc_pg_params_add_text (params, *(const char *const *)place);
      break;
    case MC_FIELD_TYPE_ENUM:
      mc_pg_params_add_text (params, field->values[*(const guint *)place].text);
      break;
    case MC_FIELD_TYPE_JSON:
      mc_pg_params_add_json (params, *(const char *const *)place);
      break;
    case MC_FIELD_TYPE_DAY:
      mc_pg_params_add_day (params, *(const McDay *)place);
      break;
    case MC_FIELD_TYPE_PERIOD:
      mc_pg_params_add_period (params, place);
      break;
    case MC_FIELD_TYPE_BYTES:
      mc_pg_params_add_bytea (params, *(GBytes *const *)place);
      break;
    case MC_FIELD_TYPE_TIMESTAMP:
      {
        g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc_usec (*(const gint64 *)place);

        mc_pg_params_add_timestamp (params, time);
        break;
      }
    default:
      g_assert_not_reached ();
    }
}

/* The first of these that a noun has is the order in which people expect it. */
static void
append_order (GString *sql, McEntityClass *klass, gboolean newest_first)
{
  static const struct
  {
    const char *column;
    const char *expression;
  } orders[] = {
    { "sort_key", "sort_key COLLATE \"C\", " },
    { "sort_order", "sort_order, " },
    { "code", "code, " },
    { "topic", "topic, lower(during), " },
    { "login", "login, " },
    { "during", "lower(during) NULLS FIRST, " },
    { "day", "day, " },
    { "year", "year, " },
    { "new_until", "new_until, " },
  };

  g_string_append (sql, " ORDER BY ");
  for (guint i = 0; !newest_first && i < G_N_ELEMENTS (orders); i++)
    if (mc_entity_class_find_field (klass, orders[i].column))
      {
        g_string_append (sql, orders[i].expression);
        break;
      }
  g_string_append (sql, newest_first ? "id DESC" : "id");
}

static void
append_term (GString *sql, McEntityClass *klass, McQueryTerm *term, McPgParams *params)
{
  const McFieldInfo *field = mc_entity_class_find_field (klass, term->column);

  const char *column = field ? field->name : id_column (klass);

  g_return_if_fail (field || g_str_equal (term->column, "id"));
  if (!term->ids)
    {
      mc_pg_params_add_text (params, term->text);
      g_string_append_printf (sql, "\"%s\" = $%u", column, mc_pg_params_get_length (params));
    }
  else if (term->ids->len == 1)
    {
      mc_pg_params_add_int64 (params, g_array_index (term->ids, gint64, 0));
      g_string_append_printf (sql, "\"%s\" = $%u", column, mc_pg_params_get_length (params));
    }
  else
    {
      mc_pg_params_add_int64_array (params, (const gint64 *)term->ids->data, term->ids->len);
      g_string_append_printf (sql, "\"%s\" = ANY ($%u)", column, mc_pg_params_get_length (params));
    }
}

/* Where rows come from: " FROM …" and, with their values in @params, the conditions of @query. */
static void
append_source (GString *sql, McEntityClass *klass, McQuery *query, McPgParams *params)
{
  g_autofree char *table = _mc_sql_table (klass);
  const char *joint = " WHERE ";
  McDay day = query ? query->day : MC_DAY_NONE;

  g_string_append_printf (sql, " FROM %s", table);
  if (klass->kind == MC_NOUN_STATE)
    {
      mc_pg_params_add_day (params, day == MC_DAY_NONE ? mc_day_today () : day);
      g_string_append (sql, " ($1)");
    }
  else if (day != MC_DAY_NONE)
    {
      g_return_if_fail (mc_entity_class_find_field (klass, "during") != NULL);
      mc_pg_params_add_day (params, day);
      g_string_append (sql, " WHERE during @> $1::date");
      joint = " AND ";
    }
  for (guint i = 0; query && i < query->terms->len; i++)
    {
      g_string_append (sql, joint);
      append_term (sql, klass, query->terms->pdata[i], params);
      joint = " AND ";
    }
}

char *
_mc_sql_select (McEntityClass *klass, McQuery *query, McPgParams *params)
{
  GString *sql = g_string_new ("SELECT ");
  const Reader *reader = find_reader (klass);

  append_columns (sql, klass, TRUE);
  if (reader)
    {
      /* Found by what may be read, then shown by number: only those that are wanted are written down. */
      g_string_append_printf (sql, " FROM centre.%s (ARRAY (SELECT id", reader->function);
      append_source (sql, klass, query, params);
      mc_pg_params_add_text (params, _ (reader->purpose));
      g_string_append_printf (sql, "), $%u)", mc_pg_params_get_length (params));
    }
  else
    append_source (sql, klass, query, params);
  append_order (sql, klass, query && query->newest_first);
  if (query && query->limit)
    g_string_append_printf (sql, " LIMIT %u", query->limit);
  return g_string_free (sql, FALSE);
}

static gboolean
any_row_has (const McFieldInfo *field, McEntity *const *rows, gsize n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    if (!mc_field_info_is_null (field, rows[i]))
      return TRUE;
  return FALSE;
}

char *
_mc_sql_insert (McEntityClass *klass, McEntity *const *rows, gsize n_rows, McPgParams *params)
{
  g_autofree char *table = _mc_sql_table (klass);
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  GString *sql = g_string_new ("INSERT INTO ");

  for (guint i = 0; i < klass->n_fields; i++)
    if (_mc_sql_is_written (&klass->fields[i]) && any_row_has (&klass->fields[i], rows, n_rows))
      g_ptr_array_add (columns, (gpointer)&klass->fields[i]);
  if (columns->len == 0)
    g_ptr_array_add (columns, (gpointer)&klass->fields[0]);

  g_string_append_printf (sql, "%s (", table);
  for (guint i = 0; i < columns->len; i++)
    g_string_append_printf (sql, "%s\"%s\"", i ? ", " : "", ((const McFieldInfo *)columns->pdata[i])->name);
  g_string_append (sql, ") VALUES ");
  for (gsize row = 0; row < n_rows; row++)
    {
      g_string_append (sql, row ? "), (" : "(");
      for (guint i = 0; i < columns->len; i++)
        {
          const McFieldInfo *field = columns->pdata[i];

          g_string_append (sql, i ? ", " : "");
          if (mc_field_info_is_null (field, rows[row]))
            {
              g_string_append (sql, "DEFAULT");
              continue;
            }
          add_param (params, field, rows[row]);
          g_string_append_printf (sql, "$%u", mc_pg_params_get_length (params));
        }
    }
  g_string_append (sql, ") RETURNING ");
  append_columns (sql, klass, FALSE);
  return g_string_free (sql, FALSE);
}

char *
_mc_sql_update (McEntity *before, McEntity *after, gint64 id, int version, McPgParams *params)
{
  McEntityClass *klass = MC_ENTITY_GET_CLASS (after);
  g_autofree char *table = _mc_sql_table (klass);
  g_autoptr (GString) sql = g_string_new ("UPDATE ");
  const char *joint = " SET ";

  g_string_append (sql, table);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const McFieldInfo *field = &klass->fields[i];

      if (!_mc_sql_is_written (field) || mc_field_info_equal (field, before, after))
        continue;
      /* A large field that was not loaded is not to be emptied. */
      if ((field->flags & MC_FIELD_LAZY) && mc_field_info_is_null (field, after))
        continue;
      add_param (params, field, after);
      g_string_append_printf (sql, "%s\"%s\" = $%u", joint, field->name, mc_pg_params_get_length (params));
      joint = ", ";
    }
  if (mc_pg_params_get_length (params) == 0)
    return NULL;
  mc_pg_params_add_int64 (params, id);
  g_string_append_printf (sql, " WHERE id = $%u", mc_pg_params_get_length (params));
  mc_pg_params_add_int64 (params, version);
  g_string_append_printf (sql, " AND version = $%u RETURNING ", mc_pg_params_get_length (params));
  append_columns (sql, klass, FALSE);
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

char *
_mc_sql_delete (McEntityClass *klass, gint64 id, int version, McPgParams *params)
{
  g_autofree char *table = _mc_sql_table (klass);

  mc_pg_params_add_int64 (params, id);
  mc_pg_params_add_int64 (params, version);
  return g_strdup_printf ("DELETE FROM %s WHERE id = $1 AND version = $2", table);
}

GPtrArray *
_mc_sql_decode (GType noun, McPgResult *result, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (McEntityClass) klass = g_type_class_ref (noun);
  g_autofree int *columns = g_new (int, klass->n_fields);
  int id = mc_pg_result_find_column (result, "id");
  int version = mc_pg_result_find_column (result, "version");

  for (guint i = 0; i < klass->n_fields; i++)
    columns[i] = mc_pg_result_find_column (result, klass->fields[i].name);
  for (guint row = 0; row < mc_pg_result_get_n_rows (result); row++)
    {
      g_autoptr (McEntity) entity = g_object_new (noun, NULL);

      if (id >= 0)
        mc_entity_set_id (entity, mc_pg_result_get_int64 (result, row, "id"));
      if (version >= 0)
        mc_entity_set_version (entity, (int)mc_pg_result_get_int64 (result, row, "version"));
      for (guint i = 0; i < klass->n_fields; i++)
        if (columns[i] >= 0 && !mc_field_info_set_text (&klass->fields[i], entity,
                                                        mc_pg_result_get_value (result, row, (guint)columns[i]), error))
          {
            g_prefix_error (error, "%s.%s: ", klass->table, klass->fields[i].name);
            return NULL;
          }
      g_ptr_array_add (rows, g_steal_pointer (&entity));
    }
  return g_steal_pointer (&rows);
}
