/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-serving.h"

#include <glib/gi18n-lib.h>

#include "mc-competence.h"
#include "mc-counter-agency.h"
#include "mc-counter-assignment.h"
#include "mc-counter-field.h"
#include "mc-field.h"
#include "mc-staff-facts-private.h"
#include "mc-tour.h"

/* Ids are kept apart from the rows, which may change before the next look. */
struct _McServing
{
  GHashTable *agency_of_person;  /* of the tour on the day */
  GHashTable *agency_of_field;   /* in charge on the day */
  GHashTable *people_of_field;   /* id to GHashTable of person to McServingState */
  GHashTable *fields_of_counter; /* id to GArray of ids */
  GHashTable *agencies_of_counter;
  GHashTable *officers_of_counter;
  GHashTable *standbys_of_counter;
};

static GHashTable *
new_ids (GDestroyNotify free_value)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_value);
}

static void
put (GHashTable *table, gint64 key, gpointer value)
{
  g_hash_table_insert (table, g_memdup2 (&key, sizeof key), value);
}

static void
append (GHashTable *table, gint64 key, gint64 id)
{
  GArray *ids = g_hash_table_lookup (table, &key);

  if (!ids)
    {
      ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      put (table, key, ids);
    }
  g_array_append_val (ids, id);
}

static gint64
lookup (GHashTable *table, gint64 key)
{
  gint64 *value = g_hash_table_lookup (table, &key);

  return value ? *value : 0;
}

static void
take_people (McServing *self, const McStaffFacts *facts, McDay day)
{
  const GPtrArray *tours = mc_staff_facts_rows (facts, MC_TYPE_TOUR);

  for (guint i = 0; i < tours->len; i++)
    {
      McTour *tour = g_ptr_array_index (tours, i);

      if (mc_period_contains (tour->during, day))
        put (self->agency_of_person, tour->person_id, g_memdup2 (&tour->agency_id, sizeof tour->agency_id));
    }
}

static void
take_fields (McServing *self, const McStaffFacts *facts, McDay day)
{
  const GPtrArray *fields = mc_staff_facts_rows (facts, MC_TYPE_FIELD);
  const GPtrArray *competences = mc_staff_facts_rows (facts, MC_TYPE_COMPETENCE);

  for (guint i = 0; i < fields->len; i++)
    {
      McField *field = g_ptr_array_index (fields, i);

      if (mc_period_contains (field->during, day))
        put (self->agency_of_field, mc_entity_get_id (MC_ENTITY (field)),
             g_memdup2 (&field->agency_id, sizeof field->agency_id));
    }
  for (guint i = 0; i < competences->len; i++)
    {
      McCompetence *competence = g_ptr_array_index (competences, i);
      GHashTable *people = g_hash_table_lookup (self->people_of_field, &competence->field_id);
      McServingState state =
          competence->level == MC_COMPETENCE_LEVEL_CERTIFIED ? MC_SERVING_CERTIFIED : MC_SERVING_TRAINED;

      if (!mc_period_contains (competence->during, day))
        continue;
      if (!people)
        {
          people = new_ids (NULL);
          put (self->people_of_field, competence->field_id, people);
        }
      put (people, competence->person_id, GUINT_TO_POINTER (state));
    }
}

static void
take_counters (McServing *self, const McStaffFacts *facts, McDay day)
{
  const GPtrArray *fields = mc_staff_facts_rows (facts, MC_TYPE_COUNTER_FIELD);
  const GPtrArray *agencies = mc_staff_facts_rows (facts, MC_TYPE_COUNTER_AGENCY);
  const GPtrArray *assignments = mc_staff_facts_rows (facts, MC_TYPE_COUNTER_ASSIGNMENT);

  for (guint i = 0; i < fields->len; i++)
    {
      McCounterField *row = g_ptr_array_index (fields, i);

      if (mc_period_contains (row->during, day) && g_hash_table_contains (self->agency_of_field, &row->field_id))
        append (self->fields_of_counter, row->counter_id, row->field_id);
    }
  for (guint i = 0; i < agencies->len; i++)
    {
      McCounterAgency *row = g_ptr_array_index (agencies, i);

      if (mc_period_contains (row->during, day))
        append (self->agencies_of_counter, row->counter_id, row->agency_id);
    }
  for (guint i = 0; i < assignments->len; i++)
    {
      McCounterAssignment *row = g_ptr_array_index (assignments, i);

      if (mc_period_contains (row->during, day))
        append (row->role == MC_COUNTER_ROLE_PRIMARY ? self->officers_of_counter : self->standbys_of_counter,
                row->counter_id, row->person_id);
    }
}

McServing *
mc_serving_new (const McStaffFacts *facts)
{
  McServing *self = g_new0 (McServing, 1);
  McDay day = mc_staff_facts_get_as_of (facts);

  self->agency_of_person = new_ids (g_free);
  self->agency_of_field = new_ids (g_free);
  self->people_of_field = new_ids ((GDestroyNotify)g_hash_table_unref);
  self->fields_of_counter = new_ids ((GDestroyNotify)g_array_unref);
  self->agencies_of_counter = new_ids ((GDestroyNotify)g_array_unref);
  self->officers_of_counter = new_ids ((GDestroyNotify)g_array_unref);
  self->standbys_of_counter = new_ids ((GDestroyNotify)g_array_unref);
  take_people (self, facts, day);
  take_fields (self, facts, day);
  take_counters (self, facts, day);
  return self;
}

void
mc_serving_free (McServing *self)
{
  if (!self)
    return;
  g_hash_table_unref (self->agency_of_person);
  g_hash_table_unref (self->agency_of_field);
  g_hash_table_unref (self->people_of_field);
  g_hash_table_unref (self->fields_of_counter);
  g_hash_table_unref (self->agencies_of_counter);
  g_hash_table_unref (self->officers_of_counter);
  g_hash_table_unref (self->standbys_of_counter);
  g_free (self);
}

gboolean
mc_serving_is_here (McServing *self, gint64 person)
{
  return g_hash_table_contains (self->agency_of_person, &person);
}

static gboolean
holds (GArray *ids, gint64 id)
{
  for (guint i = 0; ids && i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static McServingState
state_of (McServing *self, gint64 person, gint64 field)
{
  GHashTable *people = g_hash_table_lookup (self->people_of_field, &field);

  return people ? GPOINTER_TO_UINT (g_hash_table_lookup (people, &person)) : MC_SERVING_NO;
}

static gboolean
is_assigned_to (McServing *self, gint64 person, gint64 counter)
{
  return holds (g_hash_table_lookup (self->officers_of_counter, &counter), person) ||
         holds (g_hash_table_lookup (self->standbys_of_counter, &counter), person);
}

McServingCell
mc_serving_get (McServing *self, gint64 person, gint64 field)
{
  McServingCell cell = { state_of (self, person, field), FALSE, FALSE };
  gint64 sent_by = lookup (self->agency_of_person, person);
  GHashTableIter iter;
  gpointer counter, fields;

  cell.cross = sent_by != 0 && lookup (self->agency_of_field, field) != sent_by;
  g_hash_table_iter_init (&iter, self->fields_of_counter);
  while (!cell.assigned && g_hash_table_iter_next (&iter, &counter, &fields))
    cell.assigned = holds (fields, field) && is_assigned_to (self, person, *(gint64 *)counter);
  return cell;
}

int
mc_serving_count (McServing *self, gint64 field, gint64 *only)
{
  GHashTable *people = g_hash_table_lookup (self->people_of_field, &field);
  GHashTableIter iter;
  gpointer person;
  gint64 one = 0;
  int n = 0;

  if (people)
    {
      g_hash_table_iter_init (&iter, people);
      while (g_hash_table_iter_next (&iter, &person, NULL))
        if (mc_serving_is_here (self, *(gint64 *)person))
          {
            one = *(gint64 *)person;
            n++;
          }
    }
  if (only)
    *only = n == 1 ? one : 0;
  return n;
}

GArray *
mc_serving_get_fields (McServing *self, gint64 counter)
{
  return g_hash_table_lookup (self->fields_of_counter, &counter);
}

GArray *
mc_serving_get_agencies (McServing *self, gint64 counter)
{
  return g_hash_table_lookup (self->agencies_of_counter, &counter);
}

gboolean
mc_serving_can_serve (McServing *self, gint64 person, gint64 counter)
{
  GArray *fields = mc_serving_get_fields (self, counter);

  for (guint i = 0; fields && i < fields->len; i++)
    if (state_of (self, person, g_array_index (fields, gint64, i)) != MC_SERVING_NO)
      return TRUE;
  return fields == NULL;
}

McCounterCover
mc_serving_get_cover (McServing *self, gint64 counter)
{
  GArray *officers = g_hash_table_lookup (self->officers_of_counter, &counter);
  GArray *standbys = g_hash_table_lookup (self->standbys_of_counter, &counter);
  GArray *fields = mc_serving_get_fields (self, counter);
  McCounterCover cover = { .officers = officers ? (int)officers->len : 0,
                           .standbys = standbys ? (int)standbys->len : 0 };
  GHashTableIter iter;
  gpointer person;

  g_hash_table_iter_init (&iter, self->agency_of_person);
  while (g_hash_table_iter_next (&iter, &person, NULL))
    {
      gint64 id = *(gint64 *)person;

      if (fields ? !mc_serving_can_serve (self, id, counter) : !is_assigned_to (self, id, counter))
        continue;
      cover.able++;
      cover.only = id;
    }
  if (cover.able != 1)
    cover.only = 0;
  return cover;
}

McCounterRisk
mc_serving_get_risk (McServing *self, gint64 counter)
{
  McCounterCover cover = mc_serving_get_cover (self, counter);

  if (cover.officers == 0)
    return MC_COUNTER_RISK_EMPTY;
  if (cover.only != 0)
    return MC_COUNTER_RISK_SINGLE;
  return cover.standbys == 0 ? MC_COUNTER_RISK_NO_STANDBY : MC_COUNTER_RISK_NONE;
}

static const struct
{
  const char *name;
  const char *text;
} risks[] = {
  [MC_COUNTER_RISK_EMPTY] = { "empty", NC_ ("counter", "✗ Nobody") },
  [MC_COUNTER_RISK_SINGLE] = { "single", NC_ ("counter", "◐ One person only") },
  [MC_COUNTER_RISK_NO_STANDBY] = { "no-standby", NC_ ("counter", "○ No standby") },
  [MC_COUNTER_RISK_NONE] = { "none", NC_ ("counter", "✓ In order") },
};

const char *
mc_counter_risk_text (McCounterRisk risk)
{
  g_return_val_if_fail (risk < G_N_ELEMENTS (risks), "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "counter", risks[risk].text);
}

const char *
mc_counter_risk_name (McCounterRisk risk)
{
  g_return_val_if_fail (risk < G_N_ELEMENTS (risks), "");
  return risks[risk].name;
}
