/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-list-import.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "mc-error.h"
#include "mc-named-part.h"
#include "mc-staff-cell.h"
#include "mc-table-walk.h"

typedef struct
{
  McNameIndex *agencies;
  McNameIndex *fields;
  GHashTable *agency_of_field; /* id to id */
  GHashTable *known;           /* keys in the register */
  GHashTable *seen;            /* key to row number in the list */
  gboolean skip_known;

  McColumnMapping *mapping;
  GListStore *errors;
  GArray *items; /* McImportItem */
  guint n_rows;
  guint n_known;
} McListImportPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (McListImport, mc_list_import, G_TYPE_OBJECT)

static McListImportPrivate *
get_private (McListImport *self)
{
  return mc_list_import_get_instance_private (self);
}

static void
clear_item (gpointer data)
{
  McImportItem *item = data;

  g_clear_object (&item->row);
  g_clear_object (&item->parent);
}

static void
mc_list_import_finalize (GObject *object)
{
  McListImportPrivate *priv = get_private (MC_LIST_IMPORT (object));

  mc_name_index_free (priv->agencies);
  mc_name_index_free (priv->fields);
  g_hash_table_unref (priv->agency_of_field);
  g_hash_table_unref (priv->known);
  g_hash_table_unref (priv->seen);
  g_clear_object (&priv->mapping);
  g_clear_object (&priv->errors);
  g_array_unref (priv->items);
  G_OBJECT_CLASS (mc_list_import_parent_class)->finalize (object);
}

static void
mc_list_import_class_init (McListImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_list_import_finalize;
}

static void
mc_list_import_init (McListImport *self)
{
  McListImportPrivate *priv = get_private (self);

  priv->agencies = mc_name_index_new ();
  priv->fields = mc_name_index_new ();
  priv->agency_of_field = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  priv->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  priv->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  priv->errors = g_list_store_new (MC_TYPE_IMPORT_ERROR);
  priv->items = g_array_new (FALSE, TRUE, sizeof (McImportItem));
  g_array_set_clear_func (priv->items, clear_item);
}

void
mc_list_import_add_agency (McListImport *self, gint64 id, const char *code, const char *name, const char *short_name)
{
  g_return_if_fail (MC_IS_LIST_IMPORT (self));
  mc_name_index_add (get_private (self)->agencies, id, code, name, short_name);
}

void
mc_list_import_add_field (McListImport *self, gint64 id, const char *code, const char *name, gint64 agency)
{
  McListImportPrivate *priv = get_private (self);

  g_return_if_fail (MC_IS_LIST_IMPORT (self));
  mc_name_index_add (priv->fields, id, code, name, NULL);
  g_hash_table_replace (priv->agency_of_field, g_memdup2 (&id, sizeof id), g_memdup2 (&agency, sizeof agency));
}

void
mc_list_import_add_known (McListImport *self, const char *key)
{
  g_return_if_fail (MC_IS_LIST_IMPORT (self) && key);
  g_hash_table_add (get_private (self)->known, g_strdup (key));
}

void
mc_list_import_set_skip_known (McListImport *self, gboolean skip)
{
  g_return_if_fail (MC_IS_LIST_IMPORT (self));
  get_private (self)->skip_known = skip;
}

GListModel *
mc_list_import_get_errors (McListImport *self)
{
  g_return_val_if_fail (MC_IS_LIST_IMPORT (self), NULL);
  return G_LIST_MODEL (get_private (self)->errors);
}

guint
mc_list_import_get_n_items (McListImport *self)
{
  return get_private (self)->items->len;
}

const McImportItem *
mc_list_import_get_item (McListImport *self, guint at)
{
  McListImportPrivate *priv = get_private (self);

  g_return_val_if_fail (at < priv->items->len, NULL);
  return &g_array_index (priv->items, McImportItem, at);
}

guint
mc_list_import_get_n_rows (McListImport *self)
{
  return get_private (self)->n_rows;
}

guint
mc_list_import_get_n_known (McListImport *self)
{
  return get_private (self)->n_known;
}

gboolean
mc_list_import_has (McListImport *self, guint meaning)
{
  return mc_column_mapping_find (get_private (self)->mapping, meaning) >= 0;
}

static const McTableCell *
get_cell (McListImport *self, McTableRow *row, guint meaning)
{
  int column = mc_column_mapping_find (get_private (self)->mapping, meaning);

  return column < 0 ? NULL : mc_table_row_get_cell (row, (guint)column);
}

void
mc_list_import_take_error (McListImport *self, McTableRow *row, guint meaning, char *reason)
{
  McListImportPrivate *priv = get_private (self);
  int column = meaning == MC_COLUMN_NOTHING ? -1 : mc_column_mapping_find (priv->mapping, meaning);
  g_autofree char *taken = reason;
  g_autofree char *letters = column < 0 ? g_strdup ("") : mc_table_column_letters ((guint)column);
  const McTableCell *cell = column < 0 ? NULL : mc_table_row_get_cell (row, (guint)column);
  const char *value = cell && cell->kind != MC_CELL_EMPTY && cell->text ? cell->text : "";
  g_autoptr (McImportError) error =
      mc_import_error_new (mc_table_row_get_number (row), letters,
                           column < 0 ? "" : mc_column_mapping_get_header (priv->mapping, (guint)column), value, taken);

  g_list_store_append (priv->errors, error);
}

char *
mc_list_import_get_text (McListImport *self, McTableRow *row, guint meaning)
{
  const McTableCell *cell = get_cell (self, row, meaning);
  char *reason = cell ? mc_staff_cell_check (cell) : NULL;

  if (!reason)
    return cell ? mc_staff_cell_text (cell) : g_strdup ("");
  mc_list_import_take_error (self, row, meaning, reason);
  return g_strdup ("");
}

McDay
mc_list_import_get_day (McListImport *self, McTableRow *row, guint meaning)
{
  const McTableCell *cell = get_cell (self, row, meaning);
  gboolean month_first;
  McDay day = MC_DAY_NONE;
  char *reason = cell ? mc_staff_cell_check (cell) : NULL;

  if (cell && !reason)
    reason = mc_staff_cell_day (cell, &day, &month_first);
  if (!reason)
    return day;
  mc_list_import_take_error (self, row, meaning, reason);
  return MC_DAY_NONE;
}

int
mc_list_import_get_int (McListImport *self, McTableRow *row, guint meaning, int least, int most, int fallback)
{
  g_autofree char *text = mc_list_import_get_text (self, row, meaning);
  gint64 value;

  if (!*text)
    return fallback;
  if (g_ascii_string_to_signed (text, 10, least, most, &value, NULL))
    return (int)value;
  mc_list_import_take_error (self, row, meaning,
                             g_strdup_printf (_ ("a whole number from %d to %d is needed"), least, most));
  return fallback;
}

gint64
mc_list_import_find_agency (McListImport *self, const char *text, char **reason)
{
  return mc_name_index_find (get_private (self)->agencies, text, reason);
}

gint64
mc_list_import_find_field (McListImport *self, const char *text, char **reason)
{
  return mc_name_index_find (get_private (self)->fields, text, reason);
}

/* Parentheses may belong to the name; so it is tried with them before days are looked for. */
static gboolean
find_part (McListImport *self, char *text, McImportFind find, McImportPart *part, char **reason)
{
  g_autofree char *first_reason = NULL;

  *part = (McImportPart){ find (self, text, &first_reason), MC_PERIOD_ALWAYS, FALSE };
  if (part->id)
    return TRUE;
  part->dated = mc_named_part_cut (text, &part->during, reason);
  if (*reason)
    return FALSE;
  if (part->dated)
    part->id = find (self, text, reason);
  else
    *reason = g_steal_pointer (&first_reason);
  return part->id != 0;
}

/* Names may hold commas; so the whole cell is tried before it is parted. */
GArray *
mc_list_import_get_parts (McListImport *self, McTableRow *row, guint meaning, McImportFind find)
{
  g_autofree char *text = mc_list_import_get_text (self, row, meaning);
  g_autofree char *whole = g_strdup (text);
  g_autofree char *whole_reason = NULL;
  g_auto (GStrv) parts = NULL;
  GArray *found = g_array_new (FALSE, FALSE, sizeof (McImportPart));
  McImportPart part;

  if (*text && find_part (self, whole, find, &part, &whole_reason))
    {
      g_array_append_val (found, part);
      return found;
    }
  parts = g_strsplit_set (text, strchr (text, ';') ? ";" : ",", -1);
  for (guint i = 0; parts[i]; i++)
    {
      char *reason = NULL;

      if (!*g_strstrip (parts[i]))
        continue;
      if (find_part (self, parts[i], find, &part, &reason))
        g_array_append_val (found, part);
      else
        mc_list_import_take_error (self, row, meaning, reason);
    }
  return found;
}

gint64
mc_list_import_get_agency_of (McListImport *self, gint64 field)
{
  gint64 *agency = g_hash_table_lookup (get_private (self)->agency_of_field, &field);

  return agency ? *agency : 0;
}

gboolean
mc_list_import_take_key (McListImport *self, McTableRow *row, guint meaning, const char *key)
{
  McListImportPrivate *priv = get_private (self);
  guint earlier = GPOINTER_TO_UINT (g_hash_table_lookup (priv->seen, key));

  if (earlier)
    {
      mc_list_import_take_error (self, row, meaning, g_strdup_printf (_ ("row %u has the same"), earlier));
      return FALSE;
    }
  g_hash_table_insert (priv->seen, g_strdup (key), GUINT_TO_POINTER (mc_table_row_get_number (row)));
  if (!g_hash_table_contains (priv->known, key))
    return TRUE;
  priv->n_known++;
  if (!priv->skip_known)
    mc_list_import_take_error (self, row, meaning, g_strdup (_ ("this is in the register already")));
  return FALSE;
}

void
mc_list_import_add_item (McListImport *self, gpointer row, gpointer parent, const char *link)
{
  McListImportPrivate *priv = get_private (self);
  McImportItem item = { g_object_ref (row), parent ? g_object_ref (parent) : NULL, link };

  g_array_append_val (priv->items, item);
  priv->n_rows += parent == NULL;
}

DexFuture *
mc_list_import_find_header (McListImport *self, McTableReader *reader)
{
  g_return_val_if_fail (MC_IS_LIST_IMPORT (self), NULL);
  return mc_table_walk_find_header (reader, MC_LIST_IMPORT_GET_CLASS (self)->columns);
}

typedef struct
{
  McListImport *self;
  McTableReader *reader;
  McColumnMapping *mapping;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->self);
  g_object_unref (reading->reader);
  g_object_unref (reading->mapping);
  g_free (reading);
}

static gboolean
take_row (McTableRow *row, gpointer user_data, GError **error)
{
  McListImport *self = user_data;

  if (get_private (self)->n_rows >= MC_LIST_IMPORT_MAX_ROWS)
    {
      g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("The list has more than %d rows; it is not read."),
                   MC_LIST_IMPORT_MAX_ROWS);
      return FALSE;
    }
  MC_LIST_IMPORT_GET_CLASS (self)->read_row (self, row);
  return TRUE;
}

static DexFuture *
read_fiber (gpointer data)
{
  Reading *reading = data;
  McListImportPrivate *priv = get_private (reading->self);
  GError *error = NULL;

  g_set_object (&priv->mapping, reading->mapping);
  g_list_store_remove_all (priv->errors);
  g_hash_table_remove_all (priv->seen);
  g_array_set_size (priv->items, 0);
  priv->n_rows = priv->n_known = 0;
  if (MC_LIST_IMPORT_GET_CLASS (reading->self)->begin)
    MC_LIST_IMPORT_GET_CLASS (reading->self)->begin (reading->self);
  if (!mc_table_walk_rows (reading->reader, priv->mapping, take_row, reading->self, &error))
    return dex_future_new_for_error (error);
  return dex_future_new_for_boolean (g_list_model_get_n_items (G_LIST_MODEL (priv->errors)) == 0);
}

DexFuture *
mc_list_import_read (McListImport *self, McTableReader *reader, McColumnMapping *mapping)
{
  Reading *reading;

  g_return_val_if_fail (MC_IS_LIST_IMPORT (self) && MC_IS_TABLE_READER (reader), NULL);
  g_return_val_if_fail (MC_IS_COLUMN_MAPPING (mapping), NULL);
  reading = g_new0 (Reading, 1);
  reading->self = g_object_ref (self);
  reading->reader = g_object_ref (reader);
  reading->mapping = g_object_ref (mapping);
  return dex_scheduler_spawn (NULL, 0, read_fiber, reading, reading_free);
}
