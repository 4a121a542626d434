/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-field-info.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "mc-field-text.h"
#include "mc-number.h"

/* Where the member stands in the struct; the table's macro has checked its type. */
#define AT(info, object, ctype) ((ctype *)G_STRUCT_MEMBER_P ((object), (info)->offset))
#define IN(info, object, ctype) (*(ctype const *)G_STRUCT_MEMBER_P ((object), (info)->offset))

const char *
mc_enum_label (const McEnumValue *values, guint value)
{
  if (value >= mc_enum_count (values) || !values[value].label || !*values[value].label)
    return "";
  return _ (values[value].label);
}

gboolean
mc_enum_parse (const McEnumValue *values, const char *text, guint *value)
{
  for (guint i = 0; values[i].text; i++)
    if (strcmp (values[i].text, text ? text : "") == 0)
      {
        *value = i;
        return TRUE;
      }
  return FALSE;
}

guint
mc_enum_count (const McEnumValue *values)
{
  guint n = 0;

  while (values[n].text)
    n++;
  return n;
}

const char *
mc_field_info_get_label (const McFieldInfo *info)
{
  return _ (info->label);
}

GParamSpec *
mc_field_info_create_pspec (const McFieldInfo *info)
{
  const GParamFlags flags =
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_NAME | G_PARAM_STATIC_NICK | G_PARAM_STATIC_BLURB;
  g_autofree char *dashed = g_strdelimit (g_strdup (info->name), "_", '-');
  const char *name = g_intern_string (dashed);
  gboolean required = (info->flags & MC_FIELD_REQUIRED) != 0;

  switch (info->type)
    {
    case MC_FIELD_TYPE_INT:
      return g_param_spec_int (name, NULL, NULL, G_MININT, G_MAXINT, required ? 0 : MC_INT_NONE, flags);
    case MC_FIELD_TYPE_INT64:
    case MC_FIELD_TYPE_REF:
      return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
    case MC_FIELD_TYPE_BOOL:
      return g_param_spec_boolean (name, NULL, NULL, FALSE, flags);
    case MC_FIELD_TYPE_DOUBLE:
      /* GObject has no "nothing" for a number, and NAN is no valid default. */
      return g_param_spec_double (name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags | G_PARAM_LAX_VALIDATION);
    case MC_FIELD_TYPE_TEXT:
    case MC_FIELD_TYPE_JSON:
      return g_param_spec_string (name, NULL, NULL, NULL, flags);
    case MC_FIELD_TYPE_DAY:
      return g_param_spec_int (name, NULL, NULL, G_MININT32, G_MAXINT32, MC_DAY_NONE, flags);
    case MC_FIELD_TYPE_PERIOD:
      return g_param_spec_boxed (name, NULL, NULL, MC_TYPE_PERIOD, flags);
    case MC_FIELD_TYPE_ENUM:
      return g_param_spec_uint (name, NULL, NULL, 0, mc_enum_count (info->values) - 1, 0, flags);
    case MC_FIELD_TYPE_BYTES:
      return g_param_spec_boxed (name, NULL, NULL, G_TYPE_BYTES, flags);
    case MC_FIELD_TYPE_TIMESTAMP:
      return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, MC_TIME_NONE, flags);
    default:
      g_assert_not_reached ();
    }
}

void
mc_field_info_init (const McFieldInfo *info, gpointer object)
{
  gboolean required = (info->flags & MC_FIELD_REQUIRED) != 0;

  switch (info->type)
    {
    case MC_FIELD_TYPE_INT:
      *AT (info, object, int) = required ? 0 : MC_INT_NONE;
      break;
    case MC_FIELD_TYPE_DOUBLE:
      *AT (info, object, double) = required ? 0 : NAN;
      break;
    case MC_FIELD_TYPE_DAY:
      *AT (info, object, McDay) = MC_DAY_NONE;
      break;
    case MC_FIELD_TYPE_PERIOD:
      *AT (info, object, McPeriod) = (McPeriod){ MC_DAY_NONE, MC_DAY_NONE };
      break;
    case MC_FIELD_TYPE_TIMESTAMP:
      *AT (info, object, gint64) = MC_TIME_NONE;
      break;
    case MC_FIELD_TYPE_INT64:
    case MC_FIELD_TYPE_REF:
      *AT (info, object, gint64) = 0;
      break;
    case MC_FIELD_TYPE_BOOL:
      *AT (info, object, gboolean) = FALSE;
      break;
    case MC_FIELD_TYPE_ENUM:
      *AT (info, object, guint) = 0;
      break;
    case MC_FIELD_TYPE_TEXT:
    case MC_FIELD_TYPE_JSON:
      *AT (info, object, char *) = NULL;
      break;
    case MC_FIELD_TYPE_BYTES:
      *AT (info, object, GBytes *) = NULL;
      break;
    default:
      g_assert_not_reached ();
    }
}

void
mc_field_info_clear (const McFieldInfo *info, gpointer object)
{
  if (info->type == MC_FIELD_TYPE_TEXT || info->type == MC_FIELD_TYPE_JSON)
    g_free (*AT (info, object, char *));
  else if (info->type == MC_FIELD_TYPE_BYTES)
    g_clear_pointer (AT (info, object, GBytes *), g_bytes_unref);
  mc_field_info_init (info, object);
}

void
mc_field_info_copy (const McFieldInfo *info, gconstpointer from, gpointer to)
{
  GBytes *bytes;

  switch (info->type)
    {
    case MC_FIELD_TYPE_TEXT:
    case MC_FIELD_TYPE_JSON:
      g_set_str (AT (info, to, char *), IN (info, from, char *));
      break;
    case MC_FIELD_TYPE_BYTES:
      bytes = IN (info, from, GBytes *);
      if (bytes)
        g_bytes_ref (bytes);
      g_clear_pointer (AT (info, to, GBytes *), g_bytes_unref);
      *AT (info, to, GBytes *) = bytes;
      break;
    case MC_FIELD_TYPE_DOUBLE:
      *AT (info, to, double) = IN (info, from, double);
      break;
    case MC_FIELD_TYPE_PERIOD:
      *AT (info, to, McPeriod) = IN (info, from, McPeriod);
      break;
    case MC_FIELD_TYPE_INT64:
    case MC_FIELD_TYPE_REF:
    case MC_FIELD_TYPE_TIMESTAMP:
      *AT (info, to, gint64) = IN (info, from, gint64);
      break;
    case MC_FIELD_TYPE_INT:
    case MC_FIELD_TYPE_BOOL:
    case MC_FIELD_TYPE_DAY:
    case MC_FIELD_TYPE_ENUM:
      *AT (info, to, int) = IN (info, from, int);
      break;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
json_texts_equal (const char *a, const char *b)
{
  g_autoptr (JsonNode) left = NULL;
  g_autoptr (JsonNode) right = NULL;

  if (g_strcmp0 (a, b) == 0)
    return TRUE;
  if (!a || !b)
    return FALSE;
  left = json_from_string (a, NULL);
  right = json_from_string (b, NULL);
  return left && right && json_node_equal (left, right);
}

gboolean
mc_field_info_equal (const McFieldInfo *info, gconstpointer a, gconstpointer b)
{
  GBytes *left, *right;

  switch (info->type)
    {
    case MC_FIELD_TYPE_TEXT:
      return g_strcmp0 (IN (info, a, char *), IN (info, b, char *)) == 0;
    case MC_FIELD_TYPE_JSON:
      return json_texts_equal (IN (info, a, char *), IN (info, b, char *));
    case MC_FIELD_TYPE_BYTES:
      left = IN (info, a, GBytes *);
      right = IN (info, b, GBytes *);
      return left == right || (left && right && g_bytes_equal (left, right));
    case MC_FIELD_TYPE_DOUBLE:
      /* Nothing is nothing, and no number; islessgreater() is false for both. */
      if (isnan (IN (info, a, double)) || isnan (IN (info, b, double)))
        return isnan (IN (info, a, double)) && isnan (IN (info, b, double));
      return !islessgreater (IN (info, a, double), IN (info, b, double));
    case MC_FIELD_TYPE_PERIOD:
      return mc_period_equal (IN (info, a, McPeriod), IN (info, b, McPeriod));
    case MC_FIELD_TYPE_INT64:
    case MC_FIELD_TYPE_REF:
    case MC_FIELD_TYPE_TIMESTAMP:
      return IN (info, a, gint64) == IN (info, b, gint64);
    case MC_FIELD_TYPE_BOOL:
      return !IN (info, a, gboolean) == !IN (info, b, gboolean);
    case MC_FIELD_TYPE_INT:
    case MC_FIELD_TYPE_DAY:
    case MC_FIELD_TYPE_ENUM:
      return IN (info, a, int) == IN (info, b, int);
    default:
      g_assert_not_reached ();
    }
}

gboolean
mc_field_info_is_null (const McFieldInfo *info, gconstpointer object)
{
  switch (info->type)
    {
    case MC_FIELD_TYPE_TEXT:
    case MC_FIELD_TYPE_JSON:
      return !IN (info, object, char *);
    case MC_FIELD_TYPE_BYTES:
      return !IN (info, object, GBytes *);
    case MC_FIELD_TYPE_DOUBLE:
      return isnan (IN (info, object, double));
    case MC_FIELD_TYPE_INT:
      return IN (info, object, int) == MC_INT_NONE;
    case MC_FIELD_TYPE_INT64:
      return !(info->flags & MC_FIELD_REQUIRED) && IN (info, object, gint64) == 0;
    case MC_FIELD_TYPE_REF:
      return IN (info, object, gint64) == 0;
    case MC_FIELD_TYPE_TIMESTAMP:
      return IN (info, object, gint64) == MC_TIME_NONE;
    case MC_FIELD_TYPE_DAY:
      return IN (info, object, McDay) == MC_DAY_NONE;
    case MC_FIELD_TYPE_ENUM:
      return !*info->values[IN (info, object, guint)].text;
    case MC_FIELD_TYPE_BOOL:
    case MC_FIELD_TYPE_PERIOD:
      return FALSE;
    default:
      g_assert_not_reached ();
    }
}

void
mc_field_info_get_value (const McFieldInfo *info, gconstpointer object, GValue *value)
{
  switch (info->type)
    {
    case MC_FIELD_TYPE_TEXT:
    case MC_FIELD_TYPE_JSON:
      g_value_set_string (value, IN (info, object, char *));
      break;
    case MC_FIELD_TYPE_BYTES:
      g_value_set_boxed (value, IN (info, object, GBytes *));
      break;
    case MC_FIELD_TYPE_DOUBLE:
      g_value_set_double (value, IN (info, object, double));
      break;
    case MC_FIELD_TYPE_PERIOD:
      g_value_set_boxed (value, &IN (info, object, McPeriod));
      break;
    case MC_FIELD_TYPE_INT64:
    case MC_FIELD_TYPE_REF:
    case MC_FIELD_TYPE_TIMESTAMP:
      g_value_set_int64 (value, IN (info, object, gint64));
      break;
    case MC_FIELD_TYPE_BOOL:
      g_value_set_boolean (value, IN (info, object, gboolean));
      break;
    case MC_FIELD_TYPE_INT:
    case MC_FIELD_TYPE_DAY:
      g_value_set_int (value, IN (info, object, int));
      break;
    case MC_FIELD_TYPE_ENUM:
      g_value_set_uint (value, IN (info, object, guint));
      break;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
set_string (char **place, const char *text)
{
  /* An empty entry in a form says nothing. */
  return g_set_str (place, text && *text ? text : NULL);
}

static gboolean
set_bytes (GBytes **place, GBytes *bytes)
{
  if (*place == bytes || (*place && bytes && g_bytes_equal (*place, bytes)))
    return FALSE;
  g_clear_pointer (place, g_bytes_unref);
  *place = bytes ? g_bytes_ref (bytes) : NULL;
  return TRUE;
}

#define SET_IF_OTHER(place, new_value) (*(place) != (new_value) ? (*(place) = (new_value), TRUE) : FALSE)

gboolean
mc_field_info_set_value (const McFieldInfo *info, gpointer object, const GValue *value)
{
  McPeriod *period;
  double number;

  switch (info->type)
    {
    case MC_FIELD_TYPE_TEXT:
    case MC_FIELD_TYPE_JSON:
      return set_string (AT (info, object, char *), g_value_get_string (value));
    case MC_FIELD_TYPE_BYTES:
      return set_bytes (AT (info, object, GBytes *), g_value_get_boxed (value));
    case MC_FIELD_TYPE_DOUBLE:
      number = IN (info, object, double);
      *AT (info, object, double) = g_value_get_double (value);
      return memcmp (&number, AT (info, object, double), sizeof number) != 0;
    case MC_FIELD_TYPE_PERIOD:
      period = g_value_get_boxed (value);
      if (!period || mc_period_equal (*period, IN (info, object, McPeriod)))
        return FALSE;
      *AT (info, object, McPeriod) = *period;
      return TRUE;
    case MC_FIELD_TYPE_INT64:
    case MC_FIELD_TYPE_REF:
    case MC_FIELD_TYPE_TIMESTAMP:
      return SET_IF_OTHER (AT (info, object, gint64), g_value_get_int64 (value));
    case MC_FIELD_TYPE_BOOL:
      return SET_IF_OTHER (AT (info, object, gboolean), g_value_get_boolean (value));
    case MC_FIELD_TYPE_INT:
    case MC_FIELD_TYPE_DAY:
      return SET_IF_OTHER (AT (info, object, int), g_value_get_int (value));
    case MC_FIELD_TYPE_ENUM:
      return SET_IF_OTHER (AT (info, object, guint), g_value_get_uint (value));
    default:
      g_assert_not_reached ();
    }
}

char *
mc_field_info_get_text (const McFieldInfo *info, gconstpointer object)
{
  if (mc_field_info_is_null (info, object))
    return NULL;
  switch (info->type)
    {
    case MC_FIELD_TYPE_TEXT:
    case MC_FIELD_TYPE_JSON:
      return g_strdup (IN (info, object, char *));
    case MC_FIELD_TYPE_BYTES:
      return mc_field_text_from_bytes (IN (info, object, GBytes *));
    case MC_FIELD_TYPE_DOUBLE:
      return mc_field_text_from_double (IN (info, object, double));
    case MC_FIELD_TYPE_PERIOD:
      return mc_period_format (IN (info, object, McPeriod));
    case MC_FIELD_TYPE_INT64:
    case MC_FIELD_TYPE_REF:
      return g_strdup_printf ("%" G_GINT64_FORMAT, IN (info, object, gint64));
    case MC_FIELD_TYPE_TIMESTAMP:
      return mc_field_text_from_timestamp (IN (info, object, gint64));
    case MC_FIELD_TYPE_BOOL:
      return g_strdup (IN (info, object, gboolean) ? "t" : "f");
    case MC_FIELD_TYPE_INT:
      return g_strdup_printf ("%d", IN (info, object, int));
    case MC_FIELD_TYPE_DAY:
      return mc_day_format_iso (IN (info, object, McDay));
    case MC_FIELD_TYPE_ENUM:
      return g_strdup (info->values[IN (info, object, guint)].text);
    default:
      g_assert_not_reached ();
    }
}

gboolean
mc_field_info_set_text (const McFieldInfo *info, gpointer object, const char *text, GError **error)
{
  GBytes *bytes = NULL;

  if (!text)
    {
      mc_field_info_clear (info, object);
      return TRUE;
    }
  switch (info->type)
    {
    case MC_FIELD_TYPE_TEXT:
    case MC_FIELD_TYPE_JSON:
      set_string (AT (info, object, char *), text);
      return TRUE;
    case MC_FIELD_TYPE_BYTES:
      if (!mc_field_text_to_bytes (info, text, &bytes, error))
        return FALSE;
      set_bytes (AT (info, object, GBytes *), bytes);
      g_bytes_unref (bytes);
      return TRUE;
    case MC_FIELD_TYPE_DOUBLE:
      return mc_field_text_to_double (info, text, AT (info, object, double), error);
    case MC_FIELD_TYPE_PERIOD:
      return mc_field_text_to_period (text, AT (info, object, McPeriod), error);
    case MC_FIELD_TYPE_INT64:
    case MC_FIELD_TYPE_REF:
      return mc_field_text_to_int64 (info, text, AT (info, object, gint64), error);
    case MC_FIELD_TYPE_TIMESTAMP:
      return mc_field_text_to_timestamp (info, text, AT (info, object, gint64), error);
    case MC_FIELD_TYPE_BOOL:
      return mc_field_text_to_bool (info, text, AT (info, object, gboolean), error);
    case MC_FIELD_TYPE_INT:
      return mc_field_text_to_int (info, text, AT (info, object, int), error);
    case MC_FIELD_TYPE_DAY:
      return mc_field_text_to_day (text, AT (info, object, McDay), error);
    case MC_FIELD_TYPE_ENUM:
      return mc_field_text_to_enum (info, text, AT (info, object, guint), error);
    default:
      g_assert_not_reached ();
    }
}

char *
mc_field_info_format (const McFieldInfo *info, gconstpointer object)
{
  GBytes *bytes;

  if (mc_field_info_is_null (info, object))
    return g_strdup ("");
  switch (info->type)
    {
    case MC_FIELD_TYPE_DAY:
      return mc_day_format (IN (info, object, McDay) - (info->flags & MC_FIELD_UNTIL ? 1 : 0));
    case MC_FIELD_TYPE_PERIOD:
      return mc_period_format_people (IN (info, object, McPeriod));
    case MC_FIELD_TYPE_ENUM:
      return g_strdup (mc_enum_label (info->values, IN (info, object, guint)));
    case MC_FIELD_TYPE_BOOL:
      return g_strdup (IN (info, object, gboolean) ? _ ("Yes") : _ ("No"));
    case MC_FIELD_TYPE_INT:
      if (info->flags & MC_FIELD_NAMES)
        return g_strdup_printf ("%d", IN (info, object, int));
      return mc_field_text_format_number (IN (info, object, int));
    case MC_FIELD_TYPE_DOUBLE:
      return mc_field_text_format_number (IN (info, object, double));
    case MC_FIELD_TYPE_TIMESTAMP:
      return mc_field_text_format_timestamp (IN (info, object, gint64));
    case MC_FIELD_TYPE_BYTES:
      bytes = IN (info, object, GBytes *);
      return mc_number_format_bytes (g_bytes_get_size (bytes));
    case MC_FIELD_TYPE_TEXT:
      if (info->flags & MC_FIELD_WEEKDAYS)
        return mc_field_text_format_weekdays (IN (info, object, char *));
      return mc_field_info_get_text (info, object);
    case MC_FIELD_TYPE_INT64:
    case MC_FIELD_TYPE_REF:
    case MC_FIELD_TYPE_JSON:
      return mc_field_info_get_text (info, object);
    default:
      g_assert_not_reached ();
    }
}

JsonNode *
mc_field_info_get_json (const McFieldInfo *info, gconstpointer object)
{
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;

  if (mc_field_info_is_null (info, object))
    return json_node_new (JSON_NODE_NULL);
  switch (info->type)
    {
    case MC_FIELD_TYPE_INT:
      return json_node_init_int (json_node_alloc (), IN (info, object, int));
    case MC_FIELD_TYPE_INT64:
    case MC_FIELD_TYPE_REF:
      return json_node_init_int (json_node_alloc (), IN (info, object, gint64));
    case MC_FIELD_TYPE_BOOL:
      return json_node_init_boolean (json_node_alloc (), IN (info, object, gboolean));
    case MC_FIELD_TYPE_DOUBLE:
      return json_node_init_double (json_node_alloc (), IN (info, object, double));
    case MC_FIELD_TYPE_JSON:
      node = json_from_string (IN (info, object, char *), NULL);
      return node ? g_steal_pointer (&node) : json_node_new (JSON_NODE_NULL);
    default:
      text = mc_field_info_get_text (info, object);
      return json_node_init_string (json_node_alloc (), text);
    }
}

gboolean
mc_field_info_set_json (const McFieldInfo *info, gpointer object, JsonNode *node, GError **error)
{
  g_autofree char *text = NULL;

  if (JSON_NODE_HOLDS_NULL (node))
    return mc_field_info_set_text (info, object, NULL, error);
  if (info->type == MC_FIELD_TYPE_JSON)
    text = json_to_string (node, FALSE);
  else if (!JSON_NODE_HOLDS_VALUE (node))
    return mc_field_text_refuse (info, "…", error);
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    text = json_node_dup_string (node);
  else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    text = g_strdup (json_node_get_boolean (node) ? "t" : "f");
  else if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    text = mc_field_text_from_double (json_node_get_double (node));
  else
    text = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return mc_field_info_set_text (info, object, text, error);
}
