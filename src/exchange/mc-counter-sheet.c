/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-counter-sheet.h"

#include <glib/gi18n-lib.h>

#include "mc-agency.h"
#include "mc-counter-agency.h"
#include "mc-counter-assignment.h"
#include "mc-counter-entry.h"
#include "mc-counter-field.h"
#include "mc-counter-import.h"
#include "mc-counter-people.h"
#include "mc-field.h"
#include "mc-named-part.h"
#include "mc-person.h"
#include "mc-table-column.h"

struct _McCounterSheet
{
  GObject parent_instance;

  McCounterPeople *people;
  GHashTable *codes[2]; /* of agencies and of fields: id to code */
  GPtrArray *served;    /* McCounterAgency, McCounterField */
  GPtrArray *work;      /* McCounterAssignment */
};

G_DEFINE_FINAL_TYPE (McCounterSheet, mc_counter_sheet, G_TYPE_OBJECT)

static void
mc_counter_sheet_finalize (GObject *object)
{
  McCounterSheet *self = MC_COUNTER_SHEET (object);

  mc_counter_people_free (self->people);
  g_hash_table_unref (self->codes[0]);
  g_hash_table_unref (self->codes[1]);
  g_ptr_array_unref (self->served);
  g_ptr_array_unref (self->work);
  G_OBJECT_CLASS (mc_counter_sheet_parent_class)->finalize (object);
}

static void
mc_counter_sheet_class_init (McCounterSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_counter_sheet_finalize;
}

static void
mc_counter_sheet_init (McCounterSheet *self)
{
  self->people = mc_counter_people_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (self->codes); i++)
    self->codes[i] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->served = g_ptr_array_new_with_free_func (g_object_unref);
  self->work = g_ptr_array_new_with_free_func (g_object_unref);
}

McCounterSheet *
mc_counter_sheet_new (void)
{
  return g_object_new (MC_TYPE_COUNTER_SHEET, NULL);
}

GType
mc_counter_sheet_noun (guint at)
{
  const GType nouns[] = { MC_TYPE_PERSON,         MC_TYPE_AGENCY,        MC_TYPE_FIELD,
                          MC_TYPE_COUNTER_AGENCY, MC_TYPE_COUNTER_FIELD, MC_TYPE_COUNTER_ASSIGNMENT };

  return at < G_N_ELEMENTS (nouns) ? nouns[at] : G_TYPE_INVALID;
}

static void
add_code (GHashTable *codes, gpointer row, const char *code)
{
  gint64 id = mc_entity_get_id (row);

  g_hash_table_replace (codes, g_memdup2 (&id, sizeof id), g_strdup (code));
}

void
mc_counter_sheet_add (McCounterSheet *self, gpointer row)
{
  g_return_if_fail (MC_IS_COUNTER_SHEET (self) && MC_IS_ENTITY (row));
  if (MC_IS_AGENCY (row))
    add_code (self->codes[0], row, MC_AGENCY (row)->code);
  else if (MC_IS_FIELD (row))
    add_code (self->codes[1], row, MC_FIELD (row)->code);
  else if (MC_IS_COUNTER_ASSIGNMENT (row))
    g_ptr_array_add (self->work, g_object_ref (row));
  else if (MC_IS_COUNTER_AGENCY (row) || MC_IS_COUNTER_FIELD (row))
    g_ptr_array_add (self->served, g_object_ref (row));
  else
    mc_counter_people_add (self->people, row);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *)a, *(const char *const *)b);
}

static void
set_parts (McTableCell *cell, GPtrArray *parts)
{
  g_ptr_array_sort (parts, compare_texts);
  g_ptr_array_add (parts, NULL);
  mc_table_cell_take_text (cell, g_strjoinv ("; ", (char **)parts->pdata));
}

/* Days are named where they are not the counter's. */
static void
read_served (McCounterSheet *self, McCounterEntry *counter, GType noun, McTableCell *cell)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  gint64 id = mc_entity_get_id (MC_ENTITY (counter));

  for (guint i = 0; i < self->served->len; i++)
    {
      McEntity *row = self->served->pdata[i];
      gboolean agency = MC_IS_COUNTER_AGENCY (row);
      gint64 at = agency ? MC_COUNTER_AGENCY (row)->counter_id : MC_COUNTER_FIELD (row)->counter_id;
      gint64 what = agency ? MC_COUNTER_AGENCY (row)->agency_id : MC_COUNTER_FIELD (row)->field_id;
      McPeriod during = agency ? MC_COUNTER_AGENCY (row)->during : MC_COUNTER_FIELD (row)->during;
      const char *code = g_hash_table_lookup (self->codes[agency ? 0 : 1], &what);

      if (at == id && code && G_TYPE_CHECK_INSTANCE_TYPE (row, noun))
        g_ptr_array_add (parts, mc_period_equal (during, counter->during) ? g_strdup (code)
                                                                          : mc_named_part_format (code, during));
    }
  set_parts (cell, parts);
}

static void
read_agencies (gpointer item, McTableCell *cell, gpointer user_data)
{
  read_served (user_data, item, MC_TYPE_COUNTER_AGENCY, cell);
}

static void
read_fields (gpointer item, McTableCell *cell, gpointer user_data)
{
  read_served (user_data, item, MC_TYPE_COUNTER_FIELD, cell);
}

static void
read_people (McCounterSheet *self, McCounterEntry *counter, McCounterRole role, McTableCell *cell)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->work->len; i++)
    {
      const McCounterAssignment *row = self->work->pdata[i];
      g_autofree char *who = NULL;

      if (row->role != role || row->counter_id != mc_entity_get_id (MC_ENTITY (counter)))
        continue;
      who = mc_counter_people_dup_label (self->people, row->person_id);
      if (who)
        g_ptr_array_add (parts, mc_named_part_format (who, row->during));
    }
  set_parts (cell, parts);
}

static void
read_officers (gpointer item, McTableCell *cell, gpointer user_data)
{
  read_people (user_data, item, MC_COUNTER_ROLE_PRIMARY, cell);
}

static void
read_standbys (gpointer item, McTableCell *cell, gpointer user_data)
{
  read_people (user_data, item, MC_COUNTER_ROLE_STANDBY, cell);
}

static void
set_day (McTableCell *cell, McDay day)
{
  g_autofree char *iso = day == MC_DAY_NONE ? NULL : mc_day_format_iso (day);

  if (iso)
    mc_table_cell_set_iso (cell, iso);
}

static void
read_first_day (gpointer item, McTableCell *cell, gpointer user_data)
{
  set_day (cell, ((McCounterEntry *)item)->during.from);
}

/* In lists for people a period ends with its last day. */
static void
read_last_day (gpointer item, McTableCell *cell, gpointer user_data)
{
  set_day (cell, mc_period_last_day (((McCounterEntry *)item)->during));
}

GPtrArray *
mc_counter_sheet_get_columns (McCounterSheet *self)
{
  static const struct
  {
    McCounterColumn meaning;
    const char *field;
    McTableColumnFunc read;
  } parts[] = {
    { MC_COUNTER_COLUMN_NUMBER, "number", NULL },        { MC_COUNTER_COLUMN_NAME, "name", NULL },
    { MC_COUNTER_COLUMN_LEVEL, "level", NULL },          { MC_COUNTER_COLUMN_PLACE, "place", NULL },
    { MC_COUNTER_COLUMN_SEATS, "seats", NULL },          { MC_COUNTER_COLUMN_AGENCIES, NULL, read_agencies },
    { MC_COUNTER_COLUMN_FIELDS, NULL, read_fields },     { MC_COUNTER_COLUMN_OFFICERS, NULL, read_officers },
    { MC_COUNTER_COLUMN_STANDBYS, NULL, read_standbys }, { MC_COUNTER_COLUMN_FROM, NULL, read_first_day },
    { MC_COUNTER_COLUMN_UNTIL, NULL, read_last_day },    { MC_COUNTER_COLUMN_NOTE, "note", NULL },
  };
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (MC_IS_COUNTER_SHEET (self), columns);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *title = mc_column_set_label (&mc_counter_columns, parts[i].meaning);

      g_ptr_array_add (columns, parts[i].field
                                    ? mc_table_column_new_field (title, MC_TYPE_COUNTER_ENTRY, parts[i].field)
                                    : mc_table_column_new (title, parts[i].read, g_object_ref (self), g_object_unref));
    }
  return columns;
}
