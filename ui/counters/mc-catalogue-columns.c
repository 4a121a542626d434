/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-catalogue-columns.h"

#include <glib/gi18n.h>

#include "mc-equipment.h"
#include "mc-procedure.h"

static char *
procedure_code (McCounterRegister *registry, gpointer item)
{
  return g_strdup (((McProcedure *)item)->code);
}

static char *
procedure_name (McCounterRegister *registry, gpointer item)
{
  return g_strdup (((McProcedure *)item)->name);
}

char *
mc_catalogue_procedure_agency (McCounterRegister *registry, gpointer item)
{
  return mc_counter_register_dup_agency (registry, ((McProcedure *)item)->agency_id);
}

char *
mc_catalogue_procedure_field (McCounterRegister *registry, gpointer item)
{
  gint64 field = ((McProcedure *)item)->field_id;

  return field ? mc_counter_register_dup_field (registry, field) : g_strdup ("");
}

static char *
procedure_received (McCounterRegister *registry, gpointer item)
{
  McProcedure *row = item;

  return row->received ? g_strdup_printf ("✓ %s", C_ ("procedure", "Received"))
                       : g_strdup_printf ("✗ %s", mc_enum_label (mc_procedure_reason_values, row->reason));
}

static char *
equipment_number (McCounterRegister *registry, gpointer item)
{
  return g_strdup (((McEquipment *)item)->inventory_no);
}

static char *
equipment_name (McCounterRegister *registry, gpointer item)
{
  return g_strdup (((McEquipment *)item)->name);
}

static char *
equipment_kind (McCounterRegister *registry, gpointer item)
{
  return g_strdup (mc_enum_label (mc_equipment_kind_values, ((McEquipment *)item)->kind));
}

static char *
equipment_place (McCounterRegister *registry, gpointer item)
{
  McEquipment *row = item;

  return row->counter_id ? mc_counter_register_dup_counter (registry, row->counter_id) : g_strdup (row->area);
}

/* Sign and word, in the order of McEquipmentState. */
static char *
equipment_state (McCounterRegister *registry, gpointer item)
{
  static const char *const signs[] = { "✓", "▷", "✗", "◐", "–" };
  McEquipmentState state = ((McEquipment *)item)->state;

  return g_strdup_printf ("%s %s", state < G_N_ELEMENTS (signs) ? signs[state] : "",
                          mc_enum_label (mc_equipment_state_values, state));
}

static char *
equipment_acquired (McCounterRegister *registry, gpointer item)
{
  McDay day = ((McEquipment *)item)->acquired;

  return day == MC_DAY_NONE ? NULL : mc_day_format (day);
}

static const McCatalogueColumn procedure_columns[] = {
  { NC_ ("column", "Code"), procedure_code, FALSE },
  { NC_ ("column", "Procedure"), procedure_name, TRUE },
  { NC_ ("column", "Agency"), mc_catalogue_procedure_agency, FALSE },
  { NC_ ("column", "Field"), mc_catalogue_procedure_field, FALSE },
  { NC_ ("column", "Received"), procedure_received, FALSE },
};

static const McCatalogueColumn equipment_columns[] = {
  { NC_ ("column", "Inventory no."), equipment_number, FALSE },
  { NC_ ("column", "Equipment"), equipment_name, TRUE },
  { NC_ ("column", "Kind"), equipment_kind, FALSE },
  { NC_ ("column", "Place"), equipment_place, TRUE },
  { NC_ ("column", "State"), equipment_state, FALSE },
  { NC_ ("column", "Acquired"), equipment_acquired, FALSE },
};

const McCatalogueColumn *
mc_catalogue_columns (const char *table, gsize *n)
{
  gboolean procedures = g_str_equal (table, "procedure");

  *n = procedures ? G_N_ELEMENTS (procedure_columns) : G_N_ELEMENTS (equipment_columns);
  return procedures ? procedure_columns : equipment_columns;
}
