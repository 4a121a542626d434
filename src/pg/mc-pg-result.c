/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-pg-result-private.h"

#include <stdio.h>
#include <string.h>

struct _McPgResult
{
  GObject parent_instance;
  PGresult *result;
  GHashTable *columns; /* name -> number + 1 */
};

G_DEFINE_FINAL_TYPE (McPgResult, mc_pg_result, G_TYPE_OBJECT)

static void
mc_pg_result_finalize (GObject *object)
{
  McPgResult *self = MC_PG_RESULT (object);

  g_clear_pointer (&self->result, PQclear);
  g_clear_pointer (&self->columns, g_hash_table_unref);
  G_OBJECT_CLASS (mc_pg_result_parent_class)->finalize (object);
}

static void
mc_pg_result_class_init (McPgResultClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_pg_result_finalize;
}

static void
mc_pg_result_init (McPgResult *self)
{
}

McPgResult *
_mc_pg_result_new (PGresult *result)
{
  McPgResult *self = g_object_new (MC_TYPE_PG_RESULT, NULL);

  self->result = result;
  return self;
}

guint
mc_pg_result_get_n_rows (McPgResult *self)
{
  g_return_val_if_fail (MC_IS_PG_RESULT (self), 0);
  return (guint)PQntuples (self->result);
}

guint
mc_pg_result_get_n_columns (McPgResult *self)
{
  g_return_val_if_fail (MC_IS_PG_RESULT (self), 0);
  return (guint)PQnfields (self->result);
}

/* PQfnumber() copies and folds the name at each call, which a table of ten
 * thousand rows would feel. Of two columns of one name the first counts. */
int
mc_pg_result_find_column (McPgResult *self, const char *column)
{
  g_return_val_if_fail (MC_IS_PG_RESULT (self), -1);

  if (!self->columns)
    {
      self->columns = g_hash_table_new (g_str_hash, g_str_equal);
      for (int i = PQnfields (self->result) - 1; i >= 0; i--)
        g_hash_table_insert (self->columns, PQfname (self->result, i), GINT_TO_POINTER (i + 1));
    }
  return GPOINTER_TO_INT (g_hash_table_lookup (self->columns, column)) - 1;
}

gint64
mc_pg_result_get_affected (McPgResult *self)
{
  g_return_val_if_fail (MC_IS_PG_RESULT (self), 0);
  return g_ascii_strtoll (PQcmdTuples (self->result), NULL, 10);
}

const char *
mc_pg_result_get_tag (McPgResult *self)
{
  g_return_val_if_fail (MC_IS_PG_RESULT (self), NULL);
  return PQcmdStatus (self->result);
}

const char *
mc_pg_result_get_value (McPgResult *self, guint row, guint column)
{
  g_return_val_if_fail (MC_IS_PG_RESULT (self), NULL);
  g_return_val_if_fail (row < (guint)PQntuples (self->result), NULL);
  g_return_val_if_fail (column < (guint)PQnfields (self->result), NULL);

  if (PQgetisnull (self->result, (int)row, (int)column))
    return NULL;
  return PQgetvalue (self->result, (int)row, (int)column);
}

const char *
mc_pg_result_get_text (McPgResult *self, guint row, const char *column)
{
  int number = mc_pg_result_find_column (self, column);

  if (number < 0)
    {
      g_critical ("the result has no column \"%s\"", column);
      return NULL;
    }
  return mc_pg_result_get_value (self, row, (guint)number);
}

gboolean
mc_pg_result_is_null (McPgResult *self, guint row, const char *column)
{
  return mc_pg_result_get_text (self, row, column) == NULL;
}

gint64
mc_pg_result_get_int64 (McPgResult *self, guint row, const char *column)
{
  const char *text = mc_pg_result_get_text (self, row, column);

  return text ? g_ascii_strtoll (text, NULL, 10) : 0;
}

gboolean
mc_pg_result_get_bool (McPgResult *self, guint row, const char *column)
{
  const char *text = mc_pg_result_get_text (self, row, column);

  return text && *text == 't';
}

double
mc_pg_result_get_double (McPgResult *self, guint row, const char *column)
{
  const char *text = mc_pg_result_get_text (self, row, column);

  return text ? g_ascii_strtod (text, NULL) : 0;
}

McDay
mc_pg_result_get_day (McPgResult *self, guint row, const char *column)
{
  return mc_pg_parse_day (mc_pg_result_get_text (self, row, column));
}

McPeriod
mc_pg_result_get_period (McPgResult *self, guint row, const char *column)
{
  return mc_pg_parse_period (mc_pg_result_get_text (self, row, column));
}

GDateTime *
mc_pg_result_get_timestamp (McPgResult *self, guint row, const char *column)
{
  return mc_pg_parse_timestamp (mc_pg_result_get_text (self, row, column));
}

GBytes *
mc_pg_result_get_bytea (McPgResult *self, guint row, const char *column)
{
  const char *text = mc_pg_result_get_text (self, row, column);
  gsize length;
  guint8 *data;

  if (!text)
    return NULL;
  if (!g_str_has_prefix (text, "\\x"))
    {
      g_critical ("the column \"%s\" is not a bytea in hexadecimal form", column);
      return NULL;
    }
  text += 2;
  length = strlen (text) / 2;
  data = g_malloc (length);
  for (gsize i = 0; i < length; i++)
    data[i] = (guint8)(g_ascii_xdigit_value (text[2 * i]) << 4 | g_ascii_xdigit_value (text[2 * i + 1]));
  return g_bytes_new_take (data, length);
}

/* One element of an array literal, from @c up to the comma or brace behind it. */
static char *
parse_array_element (const char **c)
{
  GString *element = g_string_new (NULL);
  gboolean quoted = **c == '"';

  if (quoted)
    (*c)++;
  while (**c && (quoted ? **c != '"' : **c != ',' && **c != '}'))
    {
      if (**c == '\\' && (*c)[1])
        (*c)++;
      g_string_append_c (element, *(*c)++);
    }
  if (quoted && **c)
    (*c)++;
  else if (g_str_equal (element->str, "NULL"))
    g_string_truncate (element, 0);
  return g_string_free_and_steal (element);
}

char **
mc_pg_result_get_text_array (McPgResult *self, guint row, const char *column)
{
  const char *c = mc_pg_result_get_text (self, row, column);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (!c)
    return NULL;
  if (*c == '{')
    c++;
  while (*c && *c != '}')
    {
      g_strv_builder_take (builder, parse_array_element (&c));
      if (*c == ',')
        c++;
    }
  return g_strv_builder_end (builder);
}

McDay
mc_pg_parse_day (const char *text)
{
  int year, month, day, used = 0;

  if (!text || sscanf (text, "%4d-%2d-%2d%n", &year, &month, &day, &used) != 3 || text[used] != '\0')
    return MC_DAY_NONE;
  return mc_day_new (year, month, day);
}

McPeriod
mc_pg_parse_period (const char *text)
{
  McPeriod period = MC_PERIOD_ALWAYS;

  if (text && !mc_period_parse (text, &period, NULL))
    return MC_PERIOD_ALWAYS;
  return period;
}

GDateTime *
mc_pg_parse_timestamp (const char *text)
{
  static GTimeZone *zone;
  g_autoptr (GDateTime) time = NULL;

  if (!text)
    return NULL;
  if (!zone)
    zone = g_time_zone_new_identifier ("Asia/Ho_Chi_Minh");
  if (!zone)
    zone = g_time_zone_new_offset (7 * 60 * 60);
  time = g_date_time_new_from_iso8601 (text, NULL);
  return time ? g_date_time_to_timezone (time, zone) : NULL;
}
