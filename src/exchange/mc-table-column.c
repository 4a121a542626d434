/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-table-column.h"

#include "mc-entity.h"

struct _McTableColumn
{
  GObject parent_instance;

  char *title;
  McTableColumnFunc func;
  gpointer data;
  GDestroyNotify notify;
};

G_DEFINE_FINAL_TYPE (McTableColumn, mc_table_column, G_TYPE_OBJECT)

static void
mc_table_column_finalize (GObject *object)
{
  McTableColumn *self = MC_TABLE_COLUMN (object);

  if (self->notify)
    self->notify (self->data);
  g_free (self->title);
  G_OBJECT_CLASS (mc_table_column_parent_class)->finalize (object);
}

static void
mc_table_column_class_init (McTableColumnClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_table_column_finalize;
}

static void
mc_table_column_init (McTableColumn *self)
{
}

McTableColumn *
mc_table_column_new (const char *title, McTableColumnFunc func, gpointer user_data, GDestroyNotify notify)
{
  McTableColumn *self = g_object_new (MC_TYPE_TABLE_COLUMN, NULL);

  self->title = g_strdup (title);
  self->func = func;
  self->data = user_data;
  self->notify = notify;
  return self;
}

static void
set_day (McTableCell *cell, McDay day)
{
  g_autofree char *iso = mc_day_format_iso (day);

  if (*iso)
    mc_table_cell_set_iso (cell, iso);
}

static void
set_value (McTableCell *cell, const GValue *value)
{
  GValue number = G_VALUE_INIT;

  g_value_init (&number, G_TYPE_DOUBLE);
  if (G_VALUE_HOLDS_STRING (value))
    mc_table_cell_take_text (cell, g_value_dup_string (value));
  else if (G_VALUE_HOLDS_BOOLEAN (value))
    mc_table_cell_set_bool (cell, g_value_get_boolean (value));
  else if (g_value_transform (value, &number))
    mc_table_cell_set_number (cell, g_value_get_double (&number));
  g_value_unset (&number);
}

static void
read_property (gpointer item, McTableCell *cell, gpointer user_data)
{
  GValue value = G_VALUE_INIT;

  g_object_get_property (item, user_data, &value);
  set_value (cell, &value);
  g_value_unset (&value);
}

McTableColumn *
mc_table_column_new_property (const char *title, const char *property)
{
  return mc_table_column_new (title, read_property, g_strdup (property), g_free);
}

static void
read_day (gpointer item, McTableCell *cell, gpointer user_data)
{
  int day = MC_DAY_NONE;

  g_object_get (item, user_data, &day, NULL);
  set_day (cell, day);
}

McTableColumn *
mc_table_column_new_day (const char *title, const char *property)
{
  return mc_table_column_new (title, read_day, g_strdup (property), g_free);
}

static void
read_field (gpointer item, McTableCell *cell, gpointer user_data)
{
  const McFieldInfo *field = user_data;

  if (mc_field_info_is_null (field, item))
    return;
  if (field->type == MC_FIELD_TYPE_DAY)
    {
      g_autofree char *iso = mc_field_info_get_text (field, item);

      mc_table_cell_set_iso (cell, iso);
    }
  else if (field->type == MC_FIELD_TYPE_INT || field->type == MC_FIELD_TYPE_INT64 ||
           field->type == MC_FIELD_TYPE_DOUBLE)
    {
      g_autofree char *text = mc_field_info_get_text (field, item);

      mc_table_cell_set_number (cell, g_ascii_strtod (text, NULL));
    }
  else
    mc_table_cell_take_text (cell, mc_field_info_format (field, item));
}

McTableColumn *
mc_table_column_new_field (const char *title, GType noun, const char *field)
{
  g_autoptr (McEntityClass) klass = g_type_class_ref (noun);
  const McFieldInfo *info = mc_entity_class_find_field (klass, field);

  g_return_val_if_fail (info != NULL, NULL);
  return mc_table_column_new (title ? title : mc_field_info_get_label (info), read_field, (gpointer)info, NULL);
}

const char *
mc_table_column_get_title (McTableColumn *self)
{
  g_return_val_if_fail (MC_IS_TABLE_COLUMN (self), "");
  return self->title;
}

void
mc_table_column_read (McTableColumn *self, gpointer item, McTableCell *cell)
{
  g_return_if_fail (MC_IS_TABLE_COLUMN (self));
  self->func (item, cell, self->data);
}
