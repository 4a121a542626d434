/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-pg-params-private.h"

#include <math.h>
#include <string.h>

/* Object identifiers of built-in types are fixed: src/include/catalog/pg_type.dat */
enum
{
  OID_FROM_CONTEXT = 0,
  OID_BOOL = 16,
  OID_BYTEA = 17,
  OID_INT8 = 20,
  OID_FLOAT8 = 701,
  OID_TEXT_ARRAY = 1009,
  OID_INT8_ARRAY = 1016,
  OID_DATE = 1082,
  OID_TIMESTAMPTZ = 1184,
  OID_JSONB = 3802,
  OID_DATERANGE = 3912,
};

enum
{
  FORMAT_TEXT = 0,
  FORMAT_BINARY = 1,
};

struct _McPgParams
{
  gatomicrefcount ref_count;
  GArray *types;     /* Oid */
  GPtrArray *values; /* GBytes, text with its final NUL; NULL for SQL NULL */
  GArray *formats;   /* int */
};

G_DEFINE_BOXED_TYPE (McPgParams, mc_pg_params, mc_pg_params_ref, mc_pg_params_unref)

static void
bytes_free (gpointer bytes)
{
  g_clear_pointer ((GBytes **)&bytes, g_bytes_unref);
}

McPgParams *
mc_pg_params_new (void)
{
  McPgParams *self = g_new0 (McPgParams, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->types = g_array_new (FALSE, FALSE, sizeof (Oid));
  self->values = g_ptr_array_new_with_free_func (bytes_free);
  self->formats = g_array_new (FALSE, FALSE, sizeof (int));
  return self;
}

McPgParams *
mc_pg_params_ref (McPgParams *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
mc_pg_params_unref (McPgParams *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->types);
  g_ptr_array_unref (self->values);
  g_array_unref (self->formats);
  g_free (self);
}

guint
mc_pg_params_get_length (McPgParams *self)
{
  return self ? self->values->len : 0;
}

static McPgParams *
add (McPgParams *self, Oid type, int format, GBytes *value)
{
  g_array_append_val (self->types, type);
  g_array_append_val (self->formats, format);
  g_ptr_array_add (self->values, value);
  return self;
}

static McPgParams *
add_string (McPgParams *self, Oid type, char *value)
{
  return add (self, type, FORMAT_TEXT, value ? g_bytes_new_take (value, strlen (value) + 1) : NULL);
}

McPgParams *
mc_pg_params_add_text (McPgParams *self, const char *value)
{
  return add_string (self, OID_FROM_CONTEXT, g_strdup (value));
}

McPgParams *
mc_pg_params_add_int64 (McPgParams *self, gint64 value)
{
  return add_string (self, OID_INT8, g_strdup_printf ("%" G_GINT64_FORMAT, value));
}

McPgParams *
mc_pg_params_add_bool (McPgParams *self, gboolean value)
{
  return add_string (self, OID_BOOL, g_strdup (value ? "t" : "f"));
}

McPgParams *
mc_pg_params_add_double (McPgParams *self, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (isnan (value))
    return add_string (self, OID_FLOAT8, g_strdup ("NaN"));
  if (isinf (value))
    return add_string (self, OID_FLOAT8, g_strdup (value < 0 ? "-Infinity" : "Infinity"));
  return add_string (self, OID_FLOAT8, g_strdup (g_ascii_dtostr (buffer, sizeof buffer, value)));
}

McPgParams *
mc_pg_params_add_day (McPgParams *self, McDay value)
{
  return add_string (self, OID_DATE, value == MC_DAY_NONE ? NULL : mc_day_format_iso (value));
}

McPgParams *
mc_pg_params_add_period (McPgParams *self, const McPeriod *value)
{
  return add_string (self, OID_DATERANGE, value ? mc_period_format (*value) : NULL);
}

McPgParams *
mc_pg_params_add_timestamp (McPgParams *self, GDateTime *value)
{
  g_autoptr (GDateTime) utc = value ? g_date_time_to_utc (value) : NULL;

  return add_string (self, OID_TIMESTAMPTZ, utc ? g_date_time_format (utc, "%Y-%m-%d %H:%M:%S.%f+00") : NULL);
}

McPgParams *
mc_pg_params_add_bytea (McPgParams *self, GBytes *value)
{
  return add (self, OID_BYTEA, FORMAT_BINARY, value ? g_bytes_ref (value) : NULL);
}

McPgParams *
mc_pg_params_add_json (McPgParams *self, const char *value)
{
  return add_string (self, OID_JSONB, g_strdup (value));
}

McPgParams *
mc_pg_params_add_text_array (McPgParams *self, const char *const *values)
{
  g_autoptr (GString) text = NULL;

  if (!values)
    return add_string (self, OID_TEXT_ARRAY, NULL);
  text = g_string_new ("{");
  for (gsize i = 0; values[i]; i++)
    {
      g_string_append (text, i ? ",\"" : "\"");
      for (const char *c = values[i]; *c; c++)
        {
          if (*c == '"' || *c == '\\')
            g_string_append_c (text, '\\');
          g_string_append_c (text, *c);
        }
      g_string_append_c (text, '"');
    }
  g_string_append_c (text, '}');
  return add_string (self, OID_TEXT_ARRAY, g_string_free_and_steal (g_steal_pointer (&text)));
}

McPgParams *
mc_pg_params_add_int64_array (McPgParams *self, const gint64 *values, gsize length)
{
  GString *text = g_string_new ("{");

  for (gsize i = 0; i < length; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i ? "," : "", values[i]);
  g_string_append_c (text, '}');
  return add_string (self, OID_INT8_ARRAY, g_string_free_and_steal (text));
}

McPgParams *
mc_pg_params_add_null (McPgParams *self)
{
  return add_string (self, OID_FROM_CONTEXT, NULL);
}

int
_mc_pg_params_send (McPgParams *self, PGconn *conn, const char *sql)
{
  guint length = mc_pg_params_get_length (self);
  g_autofree const char **values = g_new0 (const char *, length + 1);
  g_autofree int *lengths = g_new0 (int, length + 1);

  for (guint i = 0; i < length; i++)
    {
      GBytes *value = self->values->pdata[i];
      gsize size = 0;

      if (!value)
        continue;
      values[i] = g_bytes_get_data (value, &size);
      /* libpq takes a NULL pointer for SQL NULL, and GBytes has one for no bytes. */
      if (!values[i])
        values[i] = "";
      lengths[i] = (int)size;
    }
  return PQsendQueryParams (conn, sql, (int)length, self ? (const Oid *)self->types->data : NULL, values, lengths,
                            self ? (const int *)self->formats->data : NULL, FORMAT_TEXT);
}
