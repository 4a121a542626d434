/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-counter-rows.h"

#include <glib/gi18n.h>

#include "mc-agency-entry.h"
#include "mc-agency.h"
#include "mc-counter-agency.h"
#include "mc-counter-assignment.h"
#include "mc-counter-field.h"
#include "mc-counter.h"
#include "mc-entity-dialog.h"
#include "mc-equipment.h"
#include "mc-field.h"
#include "mc-noun.h"
#include "mc-person.h"
#include "mc-procedure.h"

struct _McCounterRegister
{
  GObject parent_instance;

  McSession *session;
  McDay day;
  McLiveList *people;
  McLiveList *agencies;
  McLiveList *agency_entries;
  McLiveList *fields;
  McLiveList *counters;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (McCounterRegister, mc_counter_register, G_TYPE_OBJECT)

static void
mc_counter_register_finalize (GObject *object)
{
  McCounterRegister *self = MC_COUNTER_REGISTER (object);

  g_clear_object (&self->session);
  g_clear_object (&self->people);
  g_clear_object (&self->agencies);
  g_clear_object (&self->agency_entries);
  g_clear_object (&self->fields);
  g_clear_object (&self->counters);
  G_OBJECT_CLASS (mc_counter_register_parent_class)->finalize (object);
}

static void
mc_counter_register_class_init (McCounterRegisterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_counter_register_finalize;
  changed_signal =
      g_signal_new ("changed", MC_TYPE_COUNTER_REGISTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mc_counter_register_init (McCounterRegister *self)
{
}

static void
changed_cb (McCounterRegister *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static McLiveList *
open_list (McCounterRegister *self, GType noun, McDay day)
{
  McLiveList *list = mc_session_list (self->session, noun, day);

  g_signal_connect_object (list, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return list;
}

McCounterRegister *
mc_counter_register_new (McSession *session, McDay day)
{
  McCounterRegister *self = g_object_new (MC_TYPE_COUNTER_REGISTER, NULL);

  self->session = g_object_ref (session);
  self->day = day;
  self->people = open_list (self, MC_TYPE_PERSON, MC_DAY_NONE);
  self->agencies = open_list (self, MC_TYPE_AGENCY, MC_DAY_NONE);
  self->agency_entries = open_list (self, MC_TYPE_AGENCY_ENTRY, day);
  self->fields = open_list (self, MC_TYPE_FIELD, MC_DAY_NONE);
  self->counters = open_list (self, MC_TYPE_COUNTER, MC_DAY_NONE);
  return self;
}

McSession *
mc_counter_register_get_session (McCounterRegister *self)
{
  return self->session;
}

McDay
mc_counter_register_get_day (McCounterRegister *self)
{
  return self->day;
}

char *
mc_counter_register_dup_person (McCounterRegister *self, gint64 id)
{
  McPerson *person = mc_live_list_get_by_id (self->people, id);

  return g_strdup (person && person->full_name ? person->full_name : "…");
}

/* One that has ended is told by its code. */
char *
mc_counter_register_dup_agency (McCounterRegister *self, gint64 id)
{
  McAgencyEntry *entry = mc_live_list_get_by_id (self->agency_entries, id);
  McAgency *agency = mc_live_list_get_by_id (self->agencies, id);

  if (entry && entry->name)
    return g_strdup (entry->name);
  return g_strdup (agency ? agency->code : "…");
}

char *
mc_counter_register_dup_field (McCounterRegister *self, gint64 id)
{
  McField *field = mc_live_list_get_by_id (self->fields, id);

  return field ? g_strdup_printf ("%s · %s", field->code, field->name) : g_strdup ("…");
}

char *
mc_counter_register_dup_counter (McCounterRegister *self, gint64 id)
{
  McCounter *counter = mc_live_list_get_by_id (self->counters, id);

  return counter ? g_strdup_printf ("%d · %s", counter->number, counter->name) : g_strdup ("…");
}

static char *
with_note (char *text, const char *note)
{
  g_autofree char *taken = text;

  return note && *note ? g_strdup_printf ("%s · %s", text, note) : g_steal_pointer (&taken);
}

static void
describe_assignment (gpointer entity, gpointer user_data, char **title, char **subtitle, char **target)
{
  McCounterAssignment *row = entity;
  g_autofree char *period = mc_period_format_people (row->during);

  *title = mc_counter_register_dup_person (user_data, row->person_id);
  *subtitle =
      with_note (g_strdup_printf ("%s · %s", mc_enum_label (mc_counter_role_values, row->role), period), row->note);
}

static void
describe_agency (gpointer entity, gpointer user_data, char **title, char **subtitle, char **target)
{
  McCounterAgency *row = entity;

  *title = mc_counter_register_dup_agency (user_data, row->agency_id);
  *subtitle = mc_period_format_people (row->during);
}

static void
describe_field (gpointer entity, gpointer user_data, char **title, char **subtitle, char **target)
{
  McCounterField *row = entity;

  *title = mc_counter_register_dup_field (user_data, row->field_id);
  *subtitle = mc_period_format_people (row->during);
}

static void
describe_equipment (gpointer entity, gpointer user_data, char **title, char **subtitle, char **target)
{
  McEquipment *row = entity;
  const char *state = mc_enum_label (mc_equipment_state_values, row->state);

  *title = g_strdup (row->name);
  *subtitle = with_note (row->inventory_no ? g_strdup_printf ("%s · %s", row->inventory_no, state) : g_strdup (state),
                         row->note);
}

static void
describe_procedure (gpointer entity, gpointer user_data, char **title, char **subtitle, char **target)
{
  McProcedure *row = entity;

  *title = g_strdup (row->name);
  *subtitle = with_note (row->received ? g_strdup_printf ("%s · %s", row->code, _ ("Received here"))
                                       : g_strdup_printf ("%s · %s: %s", row->code, _ ("Not received here"),
                                                          mc_enum_label (mc_procedure_reason_values, row->reason)),
                         row->note);
}

/* How each noun reads, and what its form asks for. */
static const struct
{
  GType (*noun) (void);
  McFactDescribe describe;
  const char *add_title;
  const char *edit_title;
  const char *fields[11];
} kinds[] = {
  { mc_counter_assignment_get_type,
    describe_assignment,
    NULL, /* by the dialog that assigns */
    N_ ("Work at the Counter"),
    { "role", "during", "note" } },
  { mc_counter_agency_get_type,
    describe_agency,
    N_ ("Agency at the Counter"),
    N_ ("Agency at the Counter"),
    { "agency_id", "during" } },
  { mc_counter_field_get_type,
    describe_field,
    N_ ("Field at the Counter"),
    N_ ("Field at the Counter"),
    { "field_id", "during" } },
  { mc_equipment_get_type,
    describe_equipment,
    N_ ("New Equipment"),
    N_ ("Edit the Equipment"),
    { "kind", "name", "inventory_no", "state", "counter_id", "area", "acquired", "during", "note" } },
  { mc_procedure_get_type,
    describe_procedure,
    N_ ("New Procedure"),
    N_ ("Edit the Procedure"),
    { "code", "name", "agency_id", "field_id", "received", "reason", "source", "during", "note" } },
  { mc_counter_get_type,
    NULL,
    NULL, /* by a dialog of its own */
    N_ ("Edit the Counter"),
    { "number", "name", "level", "place", "seats", "note" } },
};

McFactDescribe
mc_counter_row_describer (GType noun)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].noun () == noun)
      return kinds[i].describe;
  g_return_val_if_reached (NULL);
}

AdwDialog *
mc_counter_row_dialog (McSession *session, McEntity *row, const char *subject)
{
  gboolean is_new = mc_entity_get_id (row) == 0;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].noun () == G_OBJECT_TYPE (row) && (kinds[i].add_title || !is_new))
      return mc_entity_dialog_new (session, row, _ (is_new ? kinds[i].add_title : kinds[i].edit_title), subject,
                                   kinds[i].fields);
  return NULL;
}

McEntity *
mc_counter_row_new (const char *table, gint64 counter, McDay day)
{
  GType noun = mc_noun_from_table (table);
  g_autofree char *period = mc_period_format ((McPeriod){ day, MC_DAY_NONE });
  McEntity *row;

  g_return_val_if_fail (noun != G_TYPE_INVALID, NULL);
  row = g_object_new (noun, NULL);
  mc_entity_set_text (row, "during", period, NULL);
  if (counter && mc_entity_class_find_field (MC_ENTITY_GET_CLASS (row), "counter_id"))
    {
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, counter);

      mc_entity_set_text (row, "counter_id", id, NULL);
    }
  if (MC_IS_PROCEDURE (row))
    MC_PROCEDURE (row)->received = TRUE;
  return row;
}
