/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-shift-pool-private.h"

#include <string.h>

struct _McShiftPool
{
  const McShiftTables *tables;
  GPtrArray *people; /* of GPtrArray */
  GPtrArray *known;  /* of GHashTable: for each person the columns, by their days */
};

/* Hash tables take a key alone: all keys of a table have the same number of days, which stands before each. */
typedef struct
{
  guint n_days;
  McShiftColumn *column;
} Key;

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;
  guint hash = 2166136261u;

  for (guint d = 0; d < key->n_days; d++)
    hash = (hash ^ key->column->choices[d]) * 16777619u;
  return hash;
}

static gboolean
equal_keys (gconstpointer a, gconstpointer b)
{
  const Key *first = a, *second = b;

  return memcmp (first->column->choices, second->column->choices, first->n_days) == 0;
}

McShiftColumn *
mc_shift_column_new (const McShiftTables *tables, guint person, const guint8 *choices)
{
  McShiftColumn *self = g_malloc (sizeof (McShiftColumn) + tables->n_days);

  self->person = person;
  self->cost = mc_shift_tables_row_cost (tables, person, choices);
  memcpy (self->choices, choices, tables->n_days);
  return self;
}

gboolean
mc_shift_column_fits (const McShiftColumn *self, const guint32 *allowed, guint n_days)
{
  for (guint d = 0; d < n_days; d++)
    if (!(allowed[d] & MC_SHIFT_BIT (self->choices[d])))
      return FALSE;
  return TRUE;
}

double
mc_shift_column_price (const McShiftTables *tables, const McShiftColumn *self, const double *duals)
{
  double price = (double)self->cost;

  for (guint d = 0; d < tables->n_days; d++)
    {
      gint cover = mc_shift_tables_cover (tables, d, self->choices[d]);

      if (cover >= 0)
        price -= duals[cover];
    }
  return price;
}

McShiftPool *
mc_shift_pool_new (const McShiftTables *tables)
{
  McShiftPool *self = g_new0 (McShiftPool, 1);

  self->tables = tables;
  self->people = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  self->known = g_ptr_array_new_with_free_func ((GDestroyNotify)g_hash_table_unref);
  for (guint p = 0; p < tables->n_people; p++)
    {
      g_ptr_array_add (self->people, g_ptr_array_new_with_free_func (g_free));
      g_ptr_array_add (self->known, g_hash_table_new_full (hash_key, equal_keys, g_free, NULL));
    }
  return self;
}

void
mc_shift_pool_free (McShiftPool *self)
{
  g_ptr_array_unref (self->known);
  g_ptr_array_unref (self->people);
  g_free (self);
}

const McShiftColumn *
mc_shift_pool_add (McShiftPool *self, McShiftColumn *column)
{
  GHashTable *known = g_ptr_array_index (self->known, column->person);
  Key key = { .n_days = self->tables->n_days, .column = column };
  const Key *found = NULL;

  if (g_hash_table_lookup_extended (known, &key, (gpointer *)&found, NULL))
    {
      if (found->column != column)
        g_free (column);
      return found->column;
    }
  g_ptr_array_add (g_ptr_array_index (self->people, column->person), column);
  g_hash_table_add (known, g_memdup2 (&key, sizeof key));
  return column;
}

const GPtrArray *
mc_shift_pool_get (const McShiftPool *self, guint person)
{
  return g_ptr_array_index (self->people, person);
}
