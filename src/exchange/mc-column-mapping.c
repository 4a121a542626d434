/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-column-mapping.h"

#include <glib/gi18n-lib.h>

#include "mc-error.h"
#include "mc-name.h"
#include "mc-staff-column.h"

typedef struct
{
  char *header;
  guint meaning;
} Column;

struct _McColumnMapping
{
  GObject parent_instance;

  const McColumnSet *set;
  GArray *columns;
  guint header_row;
};

G_DEFINE_FINAL_TYPE (McColumnMapping, mc_column_mapping, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
clear_column (gpointer data)
{
  Column *column = data;

  g_clear_pointer (&column->header, g_free);
}

static void
mc_column_mapping_finalize (GObject *object)
{
  McColumnMapping *self = MC_COLUMN_MAPPING (object);

  g_array_unref (self->columns);
  G_OBJECT_CLASS (mc_column_mapping_parent_class)->finalize (object);
}

static void
mc_column_mapping_class_init (McColumnMappingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_column_mapping_finalize;
  signals[CHANGED] =
      g_signal_new ("changed", MC_TYPE_COLUMN_MAPPING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mc_column_mapping_init (McColumnMapping *self)
{
  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (self->columns, clear_column);
}

static Column *
get_column (McColumnMapping *self, guint column)
{
  return column < self->columns->len ? &g_array_index (self->columns, Column, column) : NULL;
}

/* The best-rated headers choose first, so that "ngày" in one header does not take
 * the meaning from another that says it outright. */
static void
guess_columns (McColumnMapping *self)
{
  g_autofree gboolean *taken = g_new0 (gboolean, self->set->n_words);

  for (guint floor = 100; floor >= 40; floor -= 10)
    for (guint i = 0; i < self->columns->len; i++)
      {
        Column *column = get_column (self, i);
        guint rating;
        guint guess = mc_column_set_guess (self->set, column->header, &rating);

        if (rating < floor || column->meaning != MC_COLUMN_NOTHING || taken[guess] || guess == MC_COLUMN_NOTHING)
          continue;
        column->meaning = guess;
        taken[guess] = TRUE;
      }
}

McColumnMapping *
mc_column_mapping_new (const McColumnSet *set, McTableRow *header)
{
  McColumnMapping *self = g_object_new (MC_TYPE_COLUMN_MAPPING, NULL);

  self->set = set;
  self->header_row = mc_table_row_get_number (header);
  for (guint i = 0; i < mc_table_row_get_n_cells (header); i++)
    {
      const McTableCell *cell = mc_table_row_get_cell (header, i);
      Column column = { mc_name_clean (cell->kind == MC_CELL_EMPTY ? "" : cell->text), MC_COLUMN_NOTHING };

      g_array_append_val (self->columns, column);
    }
  guess_columns (self);
  return self;
}

guint
mc_column_mapping_rate_header (const McColumnSet *set, McTableRow *row)
{
  g_autoptr (McColumnMapping) self = mc_column_mapping_new (set, row);
  gboolean named = FALSE;
  guint n = 0;

  for (const guint *naming = set->naming; *naming && !named; naming++)
    named = mc_column_mapping_find (self, *naming) >= 0;
  for (guint i = 0; named && i < self->columns->len; i++)
    n += get_column (self, i)->meaning != MC_COLUMN_NOTHING;
  return n;
}

guint
mc_column_mapping_get_header_row (McColumnMapping *self)
{
  g_return_val_if_fail (MC_IS_COLUMN_MAPPING (self), 0);
  return self->header_row;
}

guint
mc_column_mapping_get_n_columns (McColumnMapping *self)
{
  g_return_val_if_fail (MC_IS_COLUMN_MAPPING (self), 0);
  return self->columns->len;
}

const char *
mc_column_mapping_get_header (McColumnMapping *self, guint column)
{
  Column *found;

  g_return_val_if_fail (MC_IS_COLUMN_MAPPING (self), "");
  found = get_column (self, column);
  return found ? found->header : "";
}

guint
mc_column_mapping_get (McColumnMapping *self, guint column)
{
  Column *found;

  g_return_val_if_fail (MC_IS_COLUMN_MAPPING (self), MC_COLUMN_NOTHING);
  found = get_column (self, column);
  return found ? found->meaning : MC_COLUMN_NOTHING;
}

void
mc_column_mapping_set (McColumnMapping *self, guint column, guint meaning)
{
  Column *found;
  int other;

  g_return_if_fail (MC_IS_COLUMN_MAPPING (self));
  g_return_if_fail (meaning < MC_STAFF_N_COLUMNS);
  found = get_column (self, column);
  if (!found || found->meaning == meaning)
    return;
  other = meaning == MC_COLUMN_NOTHING ? -1 : mc_column_mapping_find (self, meaning);
  if (other >= 0)
    get_column (self, (guint)other)->meaning = MC_COLUMN_NOTHING;
  found->meaning = meaning;
  g_signal_emit (self, signals[CHANGED], 0);
}

int
mc_column_mapping_find (McColumnMapping *self, guint meaning)
{
  g_return_val_if_fail (MC_IS_COLUMN_MAPPING (self), -1);
  for (guint i = 0; i < self->columns->len; i++)
    if (get_column (self, i)->meaning == meaning)
      return (int)i;
  return -1;
}

/* A name may stand in two columns. */
static gboolean
has (McColumnMapping *self, guint meaning)
{
  if (mc_column_mapping_find (self, meaning) >= 0)
    return TRUE;
  return self->set == &mc_staff_columns && meaning == MC_STAFF_FULL_NAME &&
         mc_column_mapping_find (self, MC_STAFF_NAME_BEGIN) >= 0 &&
         mc_column_mapping_find (self, MC_STAFF_NAME_END) >= 0;
}

gboolean
mc_column_mapping_check (McColumnMapping *self, GError **error)
{
  g_autoptr (GString) missing = g_string_new (NULL);

  g_return_val_if_fail (MC_IS_COLUMN_MAPPING (self), FALSE);
  for (const guint *needed = self->set->needed; *needed; needed++)
    if (!has (self, *needed))
      g_string_append_printf (missing, "%s%s", missing->len > 0 ? ", " : "", mc_column_set_label (self->set, *needed));
  if (missing->len == 0)
    return TRUE;
  g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("The list needs columns for: %s."), missing->str);
  return FALSE;
}

gboolean
mc_column_mapping_is_row (McColumnMapping *self, McTableRow *row)
{
  g_return_val_if_fail (MC_IS_COLUMN_MAPPING (self), FALSE);
  if (mc_table_row_get_number (row) <= self->header_row)
    return FALSE;
  for (const guint *telling = self->set->telling; *telling; telling++)
    {
      int column = mc_column_mapping_find (self, *telling);

      if (column >= 0 && mc_table_row_get_cell (row, (guint)column)->kind != MC_CELL_EMPTY)
        return TRUE;
    }
  return FALSE;
}

const McColumnSet *
mc_column_mapping_get_set (McColumnMapping *self)
{
  g_return_val_if_fail (MC_IS_COLUMN_MAPPING (self), NULL);
  return self->set;
}

JsonNode *
mc_column_mapping_to_json (McColumnMapping *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  g_return_val_if_fail (MC_IS_COLUMN_MAPPING (self), NULL);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "columns");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = get_column (self, i);

      if (!*column->header)
        continue;
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "header");
      json_builder_add_string_value (builder, column->header);
      json_builder_set_member_name (builder, "field");
      json_builder_add_string_value (builder, mc_column_set_key (self->set, column->meaning));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static JsonArray *
columns_of (JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *member = object ? json_object_get_member (object, "columns") : NULL;

  return member && JSON_NODE_HOLDS_ARRAY (member) ? json_node_get_array (member) : NULL;
}

static gboolean
apply_one (McColumnMapping *self, JsonObject *object)
{
  const char *header = json_object_get_string_member_with_default (object, "header", "");
  const char *key = json_object_get_string_member_with_default (object, "field", "");
  guint meaning = mc_column_set_from_key (self->set, key);
  g_autofree char *wanted = mc_fold (header);

  if (!*wanted || (*key && meaning == MC_COLUMN_NOTHING))
    return FALSE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autofree char *folded = mc_fold (get_column (self, i)->header);

      if (!g_str_equal (folded, wanted))
        continue;
      mc_column_mapping_set (self, i, meaning);
      return TRUE;
    }
  return FALSE;
}

guint
mc_column_mapping_apply_json (McColumnMapping *self, JsonNode *node)
{
  JsonArray *array;
  guint n = 0;

  g_return_val_if_fail (MC_IS_COLUMN_MAPPING (self), 0);
  array = columns_of (node);
  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      JsonNode *item = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (item))
        n += apply_one (self, json_node_get_object (item)) ? 1 : 0;
    }
  return n;
}
