/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-workload-tally.h"

typedef struct
{
  McWorkloadCount key;
  McDay due;
  gint64 n;
} Open;

struct _McWorkloadTally
{
  GHashTable *counts; /* McWorkloadCount by itself */
  GHashTable *open;   /* Open by itself */
};

static guint
hash_key (gconstpointer data)
{
  const McWorkloadCount *key = data;
  guint64 h = (guint64)(guint32)key->day * 48 + (guint64)(key->slot + 1);
  const guint64 parts[] = { (guint64)key->counter_id,   (guint64)key->agency_id, (guint64)key->field_id,
                            (guint64)key->procedure_id, (guint64)key->person_id, (guint64)(gsize)key->terminal };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    h = (h ^ parts[i]) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  return (guint)(h >> 32);
}

static gboolean
equal_keys (gconstpointer a, gconstpointer b)
{
  const McWorkloadCount *one = a, *other = b;

  return one->day == other->day && one->slot == other->slot && one->counter_id == other->counter_id &&
         one->agency_id == other->agency_id && one->field_id == other->field_id &&
         one->procedure_id == other->procedure_id && one->person_id == other->person_id &&
         one->terminal == other->terminal;
}

static guint
hash_open (gconstpointer data)
{
  const Open *open = data;

  return hash_key (&open->key) ^ (guint)open->due * 2654435761U;
}

static gboolean
equal_open (gconstpointer a, gconstpointer b)
{
  const Open *one = a, *other = b;

  return one->due == other->due && equal_keys (&one->key, &other->key);
}

McWorkloadTally *
mc_workload_tally_new (void)
{
  McWorkloadTally *self = g_new0 (McWorkloadTally, 1);

  self->counts = g_hash_table_new_full (hash_key, equal_keys, g_free, NULL);
  self->open = g_hash_table_new_full (hash_open, equal_open, g_free, NULL);
  return self;
}

void
mc_workload_tally_free (McWorkloadTally *self)
{
  g_hash_table_unref (self->counts);
  g_hash_table_unref (self->open);
  g_free (self);
}

McWorkloadRow *
mc_workload_tally_get (McWorkloadTally *self, const McWorkloadCount *key)
{
  McWorkloadCount *count = g_hash_table_lookup (self->counts, key);

  if (!count)
    {
      count = g_memdup2 (key, sizeof *key);
      count->sums = (McWorkloadRow){ 0 };
      g_hash_table_add (self->counts, count);
    }
  return &count->sums;
}

void
mc_workload_tally_keep_open (McWorkloadTally *self, const McWorkloadCount *key, McDay due)
{
  Open wanted = { .key = *key, .due = due };
  Open *open = g_hash_table_lookup (self->open, &wanted);

  if (!open)
    {
      open = g_memdup2 (&wanted, sizeof wanted);
      g_hash_table_add (self->open, open);
    }
  open->n++;
}

void
mc_workload_tally_close (McWorkloadTally *self, McDay day)
{
  GHashTableIter iter;
  gpointer data;

  g_hash_table_iter_init (&iter, self->open);
  while (g_hash_table_iter_next (&iter, &data, NULL))
    {
      Open *open = data;

      if (open->due < day)
        mc_workload_tally_get (self, &open->key)->open_late += open->n;
    }
  g_hash_table_remove_all (self->open);
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const McWorkloadCount *one = a, *other = b;
  const gint64 left[] = { one->day,      one->slot,         one->counter_id, one->agency_id,
                          one->field_id, one->procedure_id, one->person_id };
  const gint64 right[] = { other->day,      other->slot,         other->counter_id, other->agency_id,
                           other->field_id, other->procedure_id, other->person_id };

  for (gsize i = 0; i < G_N_ELEMENTS (left); i++)
    if (left[i] != right[i])
      return left[i] < right[i] ? -1 : 1;
  return g_strcmp0 (one->terminal, other->terminal);
}

GArray *
mc_workload_tally_to_array (McWorkloadTally *self)
{
  GArray *counts = g_array_sized_new (FALSE, FALSE, sizeof (McWorkloadCount), g_hash_table_size (self->counts));
  GHashTableIter iter;
  gpointer data;

  g_hash_table_iter_init (&iter, self->counts);
  while (g_hash_table_iter_next (&iter, &data, NULL))
    g_array_append_vals (counts, data, 1);
  g_array_sort (counts, compare_counts);
  return counts;
}
