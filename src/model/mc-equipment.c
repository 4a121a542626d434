/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-equipment.h"

#include <glib/gi18n-lib.h>

const McEnumValue mc_equipment_kind_values[] = {
  { "desk", N_ ("Desk") },
  { "computer", N_ ("Computer") },
  { "printer", N_ ("Printer") },
  { "scanner", N_ ("Scanner") },
  { "cabinet", N_ ("Cabinet") },
  { "staff_chair", N_ ("Officer's chair") },
  { "client_chair", N_ ("Client's chair") },
  { "waiting_chair", N_ ("Waiting chair") },
  { "queue_machine", N_ ("Queue machine") },
  { "kiosk", N_ ("Information kiosk") },
  { "camera", N_ ("Camera") },
  { "survey_device", N_ ("Rating device") },
  { "water", N_ ("Water dispenser") },
  { "other", N_ ("Other") },
  { NULL, NULL },
};

const McEnumValue mc_equipment_state_values[] = {
  { "in_use", N_ ("In use") },       { "spare", N_ ("Spare") },          { "broken", N_ ("Broken") },
  { "in_repair", N_ ("In repair") }, { "disposed", N_ ("Disposed of") }, { NULL, NULL },
};

static const McFieldInfo fields[] = {
  MC_FIELD_ENUM (McEquipment, kind, MC_FIELD_REQUIRED, N_ ("Kind"), mc_equipment_kind_values),
  MC_FIELD_TEXT (McEquipment, inventory_no, 0, N_ ("Inventory number")),
  MC_FIELD_TEXT (McEquipment, name, MC_FIELD_REQUIRED, N_ ("Name")),
  MC_FIELD_REF (McEquipment, counter_id, MC_FIELD_KEY, N_ ("Counter"), "counter"),
  MC_FIELD_TEXT (McEquipment, area, 0, N_ ("Area")),
  MC_FIELD_ENUM (McEquipment, state, MC_FIELD_REQUIRED, N_ ("State"), mc_equipment_state_values),
  MC_FIELD_DAY (McEquipment, acquired, 0, N_ ("Acquired on")),
  MC_FIELD_TEXT (McEquipment, note, 0, N_ ("Note")),
  MC_FIELD_BOOL (McEquipment, is_sample, MC_FIELD_REQUIRED, N_ ("Sample")),
  MC_FIELD_PERIOD (McEquipment, during, MC_FIELD_REQUIRED, N_ ("Period")),
};

MC_DEFINE_ENTITY (McEquipment, mc_equipment, MC_NOUN_TABLE, "equipment", N_ ("Equipment"), fields)
