/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-staff-facts-private.h"

#include "mc-agency-name.h"
#include "mc-agency-succession.h"
#include "mc-agency.h"
#include "mc-appointment.h"
#include "mc-competence.h"
#include "mc-condition.h"
#include "mc-counter-agency.h"
#include "mc-counter-assignment.h"
#include "mc-counter-field.h"
#include "mc-counter.h"
#include "mc-field.h"
#include "mc-home-agency.h"
#include "mc-person.h"
#include "mc-post.h"
#include "mc-quota.h"
#include "mc-rank.h"
#include "mc-rating.h"
#include "mc-seat.h"
#include "mc-section.h"
#include "mc-service.h"
#include "mc-tour.h"

/* The rows of one noun. */
typedef struct
{
  GPtrArray *rows;
  GHashTable *places; /* id to place in rows plus one; unsaved rows have none */
} Table;

struct _McStaffFacts
{
  McDay as_of;
  GHashTable *tables; /* GType to Table */
};

static void
table_free (gpointer data)
{
  Table *table = data;

  g_ptr_array_unref (table->rows);
  g_hash_table_unref (table->places);
  g_free (table);
}

static Table *
ensure_table (McStaffFacts *self, GType noun)
{
  Table *table = g_hash_table_lookup (self->tables, GSIZE_TO_POINTER (noun));

  if (!table)
    {
      table = g_new0 (Table, 1);
      table->rows = g_ptr_array_new_with_free_func (g_object_unref);
      table->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      g_hash_table_insert (self->tables, GSIZE_TO_POINTER (noun), table);
    }
  return table;
}

McStaffFacts *
mc_staff_facts_new (McDay as_of)
{
  McStaffFacts *self = g_new0 (McStaffFacts, 1);

  self->as_of = as_of;
  self->tables = g_hash_table_new_full (NULL, NULL, NULL, table_free);
  return self;
}

void
mc_staff_facts_free (McStaffFacts *self)
{
  if (!self)
    return;
  g_hash_table_unref (self->tables);
  g_free (self);
}

const GType *
mc_staff_facts_get_nouns (guint *n_nouns)
{
  static GType nouns[21];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      const GType list[] = {
        MC_TYPE_AGENCY,
        MC_TYPE_AGENCY_NAME,
        MC_TYPE_AGENCY_SUCCESSION,
        MC_TYPE_APPOINTMENT,
        MC_TYPE_COMPETENCE,
        MC_TYPE_CONDITION,
        MC_TYPE_FIELD,
        MC_TYPE_HOME_AGENCY,
        MC_TYPE_PERSON,
        MC_TYPE_POST,
        MC_TYPE_QUOTA,
        MC_TYPE_RANK,
        MC_TYPE_RATING,
        MC_TYPE_SEAT,
        MC_TYPE_SECTION,
        MC_TYPE_SERVICE,
        MC_TYPE_TOUR,
        MC_TYPE_COUNTER,
        MC_TYPE_COUNTER_AGENCY,
        MC_TYPE_COUNTER_ASSIGNMENT,
        MC_TYPE_COUNTER_FIELD,
      };

      G_STATIC_ASSERT (G_N_ELEMENTS (list) == G_N_ELEMENTS (nouns));
      for (gsize i = 0; i < G_N_ELEMENTS (list); i++)
        nouns[i] = list[i];
      g_once_init_leave (&ready, 1);
    }
  *n_nouns = G_N_ELEMENTS (nouns);
  return nouns;
}

McDay
mc_staff_facts_get_as_of (const McStaffFacts *self)
{
  return self->as_of;
}

void
mc_staff_facts_set_as_of (McStaffFacts *self, McDay as_of)
{
  self->as_of = as_of;
}

void
mc_staff_facts_add (McStaffFacts *self, McEntity *entity)
{
  Table *table = ensure_table (self, G_OBJECT_TYPE (entity));
  gint64 id = mc_entity_get_id (entity);
  guint place = id ? GPOINTER_TO_UINT (g_hash_table_lookup (table->places, &id)) : 0;

  if (place)
    {
      g_object_unref (g_ptr_array_index (table->rows, place - 1));
      g_ptr_array_index (table->rows, place - 1) = g_object_ref (entity);
      return;
    }
  g_ptr_array_add (table->rows, g_object_ref (entity));
  if (id)
    g_hash_table_insert (table->places, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (table->rows->len));
}

void
mc_staff_facts_add_list (McStaffFacts *self, GListModel *entities)
{
  guint n = g_list_model_get_n_items (entities);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (McEntity) entity = g_list_model_get_item (entities, i);

      mc_staff_facts_add (self, entity);
    }
}

void
mc_staff_facts_remove (McStaffFacts *self, GType noun, gint64 id)
{
  Table *table = ensure_table (self, noun);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (table->places, &id));
  GHashTableIter iter;
  gpointer value;

  if (!place)
    return;
  g_hash_table_remove (table->places, &id);
  g_ptr_array_remove_index (table->rows, place - 1);
  g_hash_table_iter_init (&iter, table->places);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (GPOINTER_TO_UINT (value) > place)
      g_hash_table_iter_replace (&iter, GUINT_TO_POINTER (GPOINTER_TO_UINT (value) - 1));
}

const GPtrArray *
mc_staff_facts_rows (const McStaffFacts *self, GType noun)
{
  return ensure_table ((McStaffFacts *)self, noun)->rows;
}

gpointer
mc_staff_facts_find (const McStaffFacts *self, GType noun, gint64 id)
{
  Table *table = g_hash_table_lookup (self->tables, GSIZE_TO_POINTER (noun));
  guint place = table ? GPOINTER_TO_UINT (g_hash_table_lookup (table->places, &id)) : 0;

  return place ? g_ptr_array_index (table->rows, place - 1) : NULL;
}

GHashTable *
mc_staff_facts_group (const McStaffFacts *self, GType noun, gsize offset)
{
  /* The keys lie in the rows, which outlive the group. */
  GHashTable *groups = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  const GPtrArray *rows = mc_staff_facts_rows (self, noun);

  for (guint i = 0; i < rows->len; i++)
    {
      gpointer row = g_ptr_array_index (rows, i);
      gint64 *key = G_STRUCT_MEMBER_P (row, offset);
      GPtrArray *group = g_hash_table_lookup (groups, key);

      if (!group)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, key, group);
        }
      g_ptr_array_add (group, row);
    }
  return groups;
}
