/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "mc-cli.h"

/* Of a line of --help. */
#define WIDTH 110

/* How names are sorted and found is nobody's data. */
static const char *const inner_fields[] = { "sort_key", "search_key", NULL };

JsonNode *
mc_cli_row_to_json (McEntity *row, gboolean with_sensitive)
{
  JsonNode *node = mc_entity_to_json (row, with_sensitive);

  for (gsize i = 0; inner_fields[i]; i++)
    json_object_remove_member (json_node_get_object (node), inner_fields[i]);
  return node;
}

static void
append_key (GString *text, gsize *column, const char *key)
{
  gsize length = strlen (key) + strlen (", \"\"");

  if (*column + length > WIDTH)
    {
      g_string_append (text, ",\n     ");
      *column = strlen ("     ");
    }
  else if (*column > 0)
    g_string_append (text, ", ");
  g_string_append_printf (text, "\"%s\"", key);
  *column += length;
}

/* The keys are those of the columns, and so cannot be others than those printed. */
void
mc_cli_tell_rows (GString *text, const McCliRows *rows)
{
  for (; rows->key; rows++)
    {
      McEntityClass *klass = g_type_class_ref (rows->noun ());
      gsize column = strlen ("  : ") + strlen (rows->key);

      g_string_append_printf (text, "  %s: \"id\", \"version\"", rows->key);
      column += strlen ("\"id\", \"version\"");
      for (guint i = 0; i < klass->n_fields; i++)
        {
          const McFieldInfo *field = &klass->fields[i];

          if ((field->flags & MC_FIELD_SENSITIVE) && !rows->sensitive)
            continue;
          if (!(field->flags & MC_FIELD_LAZY) && !g_strv_contains (inner_fields, field->name))
            append_key (text, &column, field->name);
        }
      g_string_append_c (text, '\n');
      g_type_class_unref (klass);
    }
}
