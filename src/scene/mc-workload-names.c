/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-workload-names.h"

#include <glib/gi18n-lib.h>

#include "mc-agency-name.h"
#include "mc-counter-assignment.h"
#include "mc-counter.h"
#include "mc-field.h"
#include "mc-person.h"
#include "mc-procedure.h"
#include "mc-staff-entry.h"

GType
mc_workload_names_noun (McWorkloadBy by)
{
  switch (by)
    {
    case MC_WORKLOAD_BY_COUNTER:
      return MC_TYPE_COUNTER;
    case MC_WORKLOAD_BY_AGENCY:
      return MC_TYPE_AGENCY_NAME;
    case MC_WORKLOAD_BY_FIELD:
      return MC_TYPE_FIELD;
    case MC_WORKLOAD_BY_PROCEDURE:
      return MC_TYPE_PROCEDURE;
    case MC_WORKLOAD_BY_PERSON:
      return MC_TYPE_PERSON;
    case MC_WORKLOAD_BY_NONE:
    case MC_WORKLOAD_BY_WEEKDAY_SLOT:
      break;
    }
  return G_TYPE_INVALID;
}

static void
take (GHashTable *names, gint64 key, char *name)
{
  g_hash_table_replace (names, g_memdup2 (&key, sizeof key), name);
}

/* The name of the day; else the one that begins last of those before it, else any. */
static void
take_agency (GHashTable *names, GHashTable *begins, McAgencyName *name, McDay day)
{
  int *before = g_hash_table_lookup (begins, &name->agency_id);
  int begin = name->during.from <= day ? name->during.from : G_MININT + 1;

  if (before && *before > begin)
    return;
  g_hash_table_replace (begins, g_memdup2 (&name->agency_id, sizeof name->agency_id), g_memdup2 (&begin, sizeof begin));
  take (names, name->agency_id, g_strdup (name->short_name ? name->short_name : name->name));
}

static void
take_entity (GHashTable *names, gpointer entity)
{
  gint64 id = mc_entity_get_id (entity);

  if (MC_IS_COUNTER (entity))
    take (names, id, g_strdup_printf (_ ("Counter %d"), MC_COUNTER (entity)->number));
  else if (MC_IS_FIELD (entity))
    take (names, id, g_strdup (MC_FIELD (entity)->name));
  else if (MC_IS_PROCEDURE (entity))
    take (names, id, g_strdup (MC_PROCEDURE (entity)->name));
  else if (MC_IS_PERSON (entity))
    take (names, id, g_strdup (MC_PERSON (entity)->full_name));
}

GHashTable *
mc_workload_names_new (McWorkloadBy by, GListModel *entities, McDay day)
{
  GHashTable *names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GHashTable) begins = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < g_list_model_get_n_items (entities); i++)
    {
      g_autoptr (McEntity) entity = g_list_model_get_item (entities, i);

      if (by == MC_WORKLOAD_BY_AGENCY)
        take_agency (names, begins, MC_AGENCY_NAME (entity), day);
      else
        take_entity (names, entity);
    }
  return names;
}

GType
mc_workload_staff_noun (McWorkloadBy by)
{
  return by == MC_WORKLOAD_BY_AGENCY    ? MC_TYPE_STAFF_ENTRY
         : by == MC_WORKLOAD_BY_COUNTER ? MC_TYPE_COUNTER_ASSIGNMENT
                                        : G_TYPE_INVALID;
}

GHashTable *
mc_workload_staff_new (McWorkloadBy by, GListModel *entities)
{
  GHashTable *staff = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (entities); i++)
    {
      g_autoptr (McEntity) entity = g_list_model_get_item (entities, i);
      gint64 key;

      if (by == MC_WORKLOAD_BY_AGENCY)
        key = MC_STAFF_ENTRY (entity)->tour_agency_id;
      else
        key = MC_COUNTER_ASSIGNMENT (entity)->role == MC_COUNTER_ROLE_PRIMARY
                  ? MC_COUNTER_ASSIGNMENT (entity)->counter_id
                  : 0;
      if (key != 0)
        g_hash_table_replace (staff, g_memdup2 (&key, sizeof key),
                              GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (staff, &key)) + 1));
    }
  return staff;
}
