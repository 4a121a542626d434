/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-cli.h"

#include <math.h>

#include "mc-import-error.h"

#define GAP 2

void
mc_cli_print_json (JsonNode *node)
{
  g_autofree char *text = json_to_string (node, TRUE);

  g_print ("%s\n", text);
  json_node_unref (node);
}

/* Vietnamese in NFC takes one column per letter. */
static void
print_cell (const char *text, glong width, gboolean last)
{
  g_print ("%s%*s", text, last ? 0 : (int)(width - g_utf8_strlen (text, -1) + GAP), "");
}

void
mc_cli_print_table (const char *const *titles, GPtrArray *rows)
{
  guint n = g_strv_length ((char **)titles);
  g_autofree glong *widths = g_new0 (glong, n);

  for (guint i = 0; i < n; i++)
    {
      widths[i] = g_utf8_strlen (titles[i], -1);
      for (guint r = 0; r < rows->len; r++)
        widths[i] = MAX (widths[i], g_utf8_strlen (((char **)rows->pdata[r])[i], -1));
    }
  for (guint i = 0; i < n; i++)
    print_cell (titles[i], widths[i], i + 1 == n);
  g_print ("\n");
  for (guint r = 0; r < rows->len; r++)
    {
      for (guint i = 0; i < n; i++)
        print_cell (((char **)rows->pdata[r])[i], widths[i], i + 1 == n);
      g_print ("\n");
    }
}

void
mc_cli_set_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value && *value)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
mc_cli_set_day (JsonBuilder *builder, const char *name, McDay day)
{
  g_autofree char *iso = mc_day_format_iso (day);

  mc_cli_set_string (builder, name, iso);
}

void
mc_cli_set_last_day (JsonBuilder *builder, const char *name, McDay until)
{
  mc_cli_set_day (builder, name, until == MC_DAY_NONE ? until : until - 1);
}

void
mc_cli_set_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

void
mc_cli_set_double (JsonBuilder *builder, const char *name, double value)
{
  json_builder_set_member_name (builder, name);
  if (isfinite (value))
    json_builder_add_double_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
mc_cli_set_bool (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

void
mc_cli_set_enum (JsonBuilder *builder, const char *name, const McEnumValue *values, guint value)
{
  mc_cli_set_string (builder, name, value < mc_enum_count (values) ? values[value].text : NULL);
}

void
mc_cli_add_import_errors (JsonBuilder *builder, GListModel *errors)
{
  json_builder_set_member_name (builder, "errors");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (errors); i++)
    {
      g_autoptr (McImportError) error = g_list_model_get_item (errors, i);

      json_builder_begin_object (builder);
      mc_cli_set_int (builder, "row", mc_import_error_get_row (error));
      mc_cli_set_string (builder, "column", mc_import_error_get_column (error));
      mc_cli_set_string (builder, "header", mc_import_error_get_header (error));
      mc_cli_set_string (builder, "value", mc_import_error_get_value (error));
      mc_cli_set_string (builder, "reason", mc_import_error_get_reason (error));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}
