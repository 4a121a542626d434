/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-catalogue-columns.h"

#include <glib/gi18n.h>

#include "mc-equipment.h"
#include "mc-procedure.h"

static McCounterRegister *
registry_of (gpointer names)
{
  return ((McCatalogueNames *)names)->registry;
}

static char *
procedure_code (gpointer names, gpointer item)
{
  return g_strdup (((McProcedure *)item)->code);
}

static char *
procedure_name (gpointer names, gpointer item)
{
  return g_strdup (((McProcedure *)item)->name);
}

char *
mc_catalogue_procedure_agency (gpointer names, gpointer item)
{
  McCounterRegister *registry = registry_of (names);

  return registry ? mc_counter_register_dup_agency (registry, ((McProcedure *)item)->agency_id) : NULL;
}

char *
mc_catalogue_procedure_field (gpointer names, gpointer item)
{
  McCounterRegister *registry = registry_of (names);
  gint64 field = ((McProcedure *)item)->field_id;

  return registry && field ? mc_counter_register_dup_field (registry, field) : NULL;
}

static char *
procedure_received (gpointer names, gpointer item)
{
  McProcedure *row = item;

  return row->received ? g_strdup_printf ("✓ %s", C_ ("procedure", "Received"))
                       : g_strdup_printf ("✗ %s", mc_enum_label (mc_procedure_reason_values, row->reason));
}

static char *
equipment_number (gpointer names, gpointer item)
{
  return g_strdup (((McEquipment *)item)->inventory_no);
}

static char *
equipment_name (gpointer names, gpointer item)
{
  return g_strdup (((McEquipment *)item)->name);
}

static char *
equipment_kind (gpointer names, gpointer item)
{
  return g_strdup (mc_enum_label (mc_equipment_kind_values, ((McEquipment *)item)->kind));
}

static char *
equipment_place (gpointer names, gpointer item)
{
  McCounterRegister *registry = registry_of (names);
  McEquipment *row = item;

  return registry && row->counter_id ? mc_counter_register_dup_counter (registry, row->counter_id)
                                     : g_strdup (row->area);
}

/* Sign and word, in the order of McEquipmentState. */
static char *
equipment_state (gpointer names, gpointer item)
{
  static const char *const signs[] = { "✓", "▷", "✗", "◐", "–" };
  McEquipmentState state = ((McEquipment *)item)->state;

  return g_strdup_printf ("%s %s", state < G_N_ELEMENTS (signs) ? signs[state] : "",
                          mc_enum_label (mc_equipment_state_values, state));
}

static char *
equipment_acquired (gpointer names, gpointer item)
{
  McDay day = ((McEquipment *)item)->acquired;

  return day == MC_DAY_NONE ? NULL : mc_day_format (day);
}

static const McToldColumn procedure_columns[] = {
  { .title = NC_ ("column", "Code"), .text = procedure_code, .width = MC_TOLD_WORDS },
  { .title = NC_ ("column", "Procedure"), .text = procedure_name, .width = MC_TOLD_MOST_WORDS },
  { .title = NC_ ("column", "Agency"), .text = mc_catalogue_procedure_agency, .width = MC_TOLD_WORDS },
  { .title = NC_ ("column", "Field"), .text = mc_catalogue_procedure_field, .width = MC_TOLD_WORDS },
  { .title = NC_ ("column", "Received"), .text = procedure_received, .width = MC_TOLD_WORDS },
};

static const McToldColumn equipment_columns[] = {
  { .title = NC_ ("column", "Inventory no."), .text = equipment_number, .width = MC_TOLD_WORDS },
  { .title = NC_ ("column", "Equipment"), .text = equipment_name, .width = MC_TOLD_MOST_WORDS },
  { .title = NC_ ("column", "Kind"), .text = equipment_kind, .width = MC_TOLD_WORDS },
  { .title = NC_ ("column", "Place"), .text = equipment_place, .width = MC_TOLD_MOST_WORDS },
  { .title = NC_ ("column", "State"), .text = equipment_state, .width = MC_TOLD_WORDS },
  { .title = NC_ ("column", "Acquired"), .text = equipment_acquired, .width = MC_TOLD_WORDS },
};

const McToldColumn *
mc_catalogue_columns (const char *table, gsize *n)
{
  gboolean procedures = g_str_equal (table, "procedure");

  *n = procedures ? G_N_ELEMENTS (procedure_columns) : G_N_ELEMENTS (equipment_columns);
  return procedures ? procedure_columns : equipment_columns;
}
