/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/** McEquipmentKind: What it is, by the list of premises of the founding plan. */
typedef enum
{
  MC_EQUIPMENT_KIND_DESK,
  MC_EQUIPMENT_KIND_COMPUTER,
  MC_EQUIPMENT_KIND_PRINTER,
  MC_EQUIPMENT_KIND_SCANNER,
  MC_EQUIPMENT_KIND_CABINET,
  MC_EQUIPMENT_KIND_STAFF_CHAIR,
  MC_EQUIPMENT_KIND_CLIENT_CHAIR,
  MC_EQUIPMENT_KIND_WAITING_CHAIR,
  MC_EQUIPMENT_KIND_QUEUE_MACHINE,
  MC_EQUIPMENT_KIND_KIOSK,
  MC_EQUIPMENT_KIND_CAMERA,
  MC_EQUIPMENT_KIND_SURVEY_DEVICE,
  MC_EQUIPMENT_KIND_WATER,
  MC_EQUIPMENT_KIND_OTHER,
} McEquipmentKind;

extern const McEnumValue mc_equipment_kind_values[];

/** McEquipmentState: Whether it works. */
typedef enum
{
  MC_EQUIPMENT_STATE_IN_USE,
  MC_EQUIPMENT_STATE_SPARE,
  MC_EQUIPMENT_STATE_BROKEN,
  MC_EQUIPMENT_STATE_IN_REPAIR,
  MC_EQUIPMENT_STATE_DISPOSED,
} McEquipmentState;

extern const McEnumValue mc_equipment_state_values[];

#define MC_TYPE_EQUIPMENT (mc_equipment_get_type ())
G_DECLARE_FINAL_TYPE (McEquipment, mc_equipment, MC, EQUIPMENT, McEntity)

/**
 * McEquipment:
 * A thing at a counter or in an area of the centre.
 */
struct _McEquipment
{
  McEntity parent_instance;

  McEquipmentKind kind;
  char *inventory_no;
  char *name;
  gint64 counter_id;
  char *area;
  McEquipmentState state;
  McDay acquired;
  char *note;
  gboolean is_sample;
  McPeriod during;
};

G_END_DECLS
