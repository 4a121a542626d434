/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-check-private.h"

#include "mc-counter-agency.h"
#include "mc-counter-assignment.h"
#include "mc-counter.h"
#include "mc-field.h"
#include "mc-serving.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  McCheck *check;
  McServing *serving;
  GHashTable *closing; /* ids of the counters that one absence closes */
} Counters;

/* The agency of a finding is told where the counter serves one alone. */
static void
report (Counters *self, McCounter *counter, const McRule *rule, McFindingInit *init, char *message)
{
  GArray *agencies;

  init->subject = MC_FINDING_SUBJECT_COUNTER;
  init->subject_id = mc_entity_get_id (MC_ENTITY (counter));
  agencies = mc_serving_get_agencies (self->serving, init->subject_id);
  if (agencies && agencies->len == 1)
    init->agency_id = g_array_index (agencies, gint64, 0);
  mc_check_report (self->check, rule, init, message);
}

static void
report_closing (Counters *self, McCounter *counter, const McRule *rule, gint64 only)
{
  McFindingInit init = MC_FINDING_INIT;

  init.code = "counter.single";
  init.severity = MC_FINDING_WARNING;
  init.person_id = only;
  init.remedy = MC_REMEDY_TRAIN;
  report (self, counter, rule, &init,
          /* Translators: number and name of the counter; name of a person */
          g_strdup_printf (_ ("Counter %d “%s” can be served by %s alone; an absence closes it."), counter->number,
                           counter->name, mc_check_person_name (self->check, only)));
}

static void
report_missing (Counters *self, McCounter *counter, const McRule *rule, gboolean standby)
{
  McFindingInit init = MC_FINDING_INIT;

  init.code = standby ? "counter.no-standby" : "counter.no-officer";
  init.severity = standby ? MC_FINDING_NOTE : MC_FINDING_WARNING;
  init.remedy = standby ? MC_REMEDY_ASSIGN_STANDBY : MC_REMEDY_ASSIGN_OFFICER;
  report (
      self, counter, rule, &init,
      /* Translators: number and name of the counter */
      g_strdup_printf (standby ? _ ("Nobody stands by for counter %d “%s”.") : _ ("Nobody sits at counter %d “%s”."),
                       counter->number, counter->name));
}

static void
judge_cover (Counters *self, McCounter *counter, const McRule *rule)
{
  gint64 id = mc_entity_get_id (MC_ENTITY (counter));
  McCounterCover cover = mc_serving_get_cover (self->serving, id);

  if (cover.officers == 0 && mc_rule_get_bool (rule, "officer"))
    report_missing (self, counter, rule, FALSE);
  else if (cover.only != 0 && mc_rule_get_bool (rule, "single"))
    {
      report_closing (self, counter, rule, cover.only);
      g_hash_table_add (self->closing, g_memdup2 (&id, sizeof id));
    }
  else if (cover.standbys == 0 && mc_rule_get_bool (rule, "standby"))
    report_missing (self, counter, rule, TRUE);
}

/* Fields that are served and rest on one person, by that person. */
static GHashTable *
collect_lonely_fields (Counters *self)
{
  GHashTable *fields_of =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  const GPtrArray *counters = mc_staff_facts_rows (self->check->facts, MC_TYPE_COUNTER);

  for (guint i = 0; i < counters->len; i++)
    {
      gint64 id = mc_entity_get_id (g_ptr_array_index (counters, i));
      GArray *fields = mc_serving_get_fields (self->serving, id);

      for (guint k = 0; fields && k < fields->len && !g_hash_table_contains (self->closing, &id); k++)
        {
          gint64 *field = &g_array_index (fields, gint64, k);
          gint64 only;
          GPtrArray *names;
          McField *row = mc_staff_facts_find (self->check->facts, MC_TYPE_FIELD, *field);

          if (mc_serving_count (self->serving, *field, &only) != 1 || !row || !g_hash_table_add (seen, field))
            continue;
          names = g_hash_table_lookup (fields_of, &only);
          if (!names)
            {
              names = g_ptr_array_new ();
              g_hash_table_insert (fields_of, g_memdup2 (&only, sizeof only), names);
            }
          g_ptr_array_add (names, row->name);
        }
    }
  return fields_of;
}

static void
judge_fields (Counters *self, const McRule *rule)
{
  g_autoptr (GHashTable) fields_of = collect_lonely_fields (self);
  GHashTableIter iter;
  gpointer person, names;

  g_hash_table_iter_init (&iter, fields_of);
  while (g_hash_table_iter_next (&iter, &person, &names))
    {
      McFindingInit init = MC_FINDING_INIT;
      g_autofree char *list = NULL;

      g_ptr_array_add (names, NULL);
      list = g_strjoinv (", ", (char **)((GPtrArray *)names)->pdata);
      init.code = "field.single";
      init.severity = MC_FINDING_NOTE;
      init.subject = MC_FINDING_SUBJECT_PERSON;
      init.subject_id = init.person_id = *(gint64 *)person;
      init.remedy = MC_REMEDY_TRAIN;
      mc_check_report (self->check, rule, &init,
                       /* Translators: name of a person; names of fields */
                       g_strdup_printf (_ ("Only %s can serve: %s. An absence stops this work."),
                                        mc_check_person_name (self->check, init.person_id), list));
    }
}

static void
judge_competence (Counters *self, McCounterAssignment *row, const McRule *rule)
{
  McFindingInit init = MC_FINDING_INIT;
  McCounter *counter = mc_staff_facts_find (self->check->facts, MC_TYPE_COUNTER, row->counter_id);
  gboolean sits = row->role == MC_COUNTER_ROLE_PRIMARY;

  if (!counter || mc_serving_can_serve (self->serving, row->person_id, row->counter_id))
    return;
  init.code = "counter.competence";
  init.severity = sits ? MC_FINDING_WARNING : MC_FINDING_NOTE;
  init.subject = MC_FINDING_SUBJECT_PERSON;
  init.subject_id = init.person_id = row->person_id;
  init.since = row->during.from;
  init.remedy = MC_REMEDY_ADD_COMPETENCE;
  mc_check_report (
      self->check, rule, &init,
      /* Translators: name of a person; number and name of the counter */
      g_strdup_printf (sits ? _ ("%s sits at counter %d “%s” without competence for any of its fields.")
                            : _ ("%s stands by for counter %d “%s” without competence for any of its fields."),
                       mc_check_person_name (self->check, row->person_id), counter->number, counter->name));
}

static void
judge_agency (McCheck *check, McAgency *agency, GHashTable *served, const McRule *rule)
{
  McFindingInit init = MC_FINDING_INIT;
  gint64 id = mc_entity_get_id (MC_ENTITY (agency));

  if (!agency->receives || !mc_period_contains (agency->during, check->as_of) || g_hash_table_contains (served, &id))
    return;
  init.code = "agency.no-counter";
  init.severity = MC_FINDING_WARNING;
  init.remedy = MC_REMEDY_ADD_COUNTER;
  /* Translators: name of an agency */
  mc_check_report_agency (
      check, agency, rule, &init,
      g_strdup_printf (_ ("%s receives at the centre but has no counter."), mc_check_agency_name (check, id)));
}

/* Agencies are asked for a counter once there are counters at all. */
static void
judge_agencies (McCheck *check, const McRule *rule)
{
  g_autoptr (GHashTable) served = g_hash_table_new (g_int64_hash, g_int64_equal);
  const GPtrArray *rows = mc_staff_facts_rows (check->facts, MC_TYPE_COUNTER_AGENCY);
  const GPtrArray *agencies = mc_staff_facts_rows (check->facts, MC_TYPE_AGENCY);

  for (guint i = 0; i < rows->len; i++)
    {
      McCounterAgency *row = g_ptr_array_index (rows, i);

      if (mc_period_contains (row->during, check->as_of))
        g_hash_table_add (served, &row->agency_id);
    }
  for (guint i = 0; i < agencies->len; i++)
    judge_agency (check, g_ptr_array_index (agencies, i), served, rule);
}

void
mc_check_counter (McCheck *check)
{
  const McRule *cover = mc_check_rule (check, "counter.cover");
  const McRule *competence = mc_check_rule (check, "counter.competence");
  const McRule *agency = mc_check_rule (check, "counter.agency");
  const GPtrArray *counters = mc_staff_facts_rows (check->facts, MC_TYPE_COUNTER);
  const GPtrArray *assignments = mc_staff_facts_rows (check->facts, MC_TYPE_COUNTER_ASSIGNMENT);
  Counters self = { check, mc_serving_new (check->facts),
                    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL) };
  gboolean any = FALSE;

  for (guint i = 0; i < counters->len; i++)
    {
      McCounter *counter = g_ptr_array_index (counters, i);

      if (!mc_period_contains (counter->during, check->as_of))
        continue;
      any = TRUE;
      if (cover)
        judge_cover (&self, counter, cover);
    }
  if (cover && mc_rule_get_bool (cover, "single"))
    judge_fields (&self, cover);
  for (guint i = 0; competence && i < assignments->len; i++)
    if (mc_period_contains (((McCounterAssignment *)g_ptr_array_index (assignments, i))->during, check->as_of))
      judge_competence (&self, g_ptr_array_index (assignments, i), competence);
  if (agency && any)
    judge_agencies (check, agency);
  g_hash_table_unref (self.closing);
  mc_serving_free (self.serving);
}
