/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-org-seat.h"

G_BEGIN_DECLS

/**
 * McOrgChangeKind:
 * @MC_ORG_CAME: was not here before
 * @MC_ORG_LEFT: is not here any more
 * @MC_ORG_MOVED: has another main seat, or none or the first one
 * @MC_ORG_TOOK_ON: holds one more seat besides
 * @MC_ORG_GAVE_UP: holds one seat fewer besides
 * @MC_ORG_VACATED: a seat that was held is vacant
 * @MC_ORG_SEAT_NEW: a seat that was not there
 * @MC_ORG_SEAT_GONE: a seat that is not there any more
 */
typedef enum
{
  MC_ORG_CAME,
  MC_ORG_LEFT,
  MC_ORG_MOVED,
  MC_ORG_TOOK_ON,
  MC_ORG_GAVE_UP,
  MC_ORG_VACATED,
  MC_ORG_SEAT_NEW,
  MC_ORG_SEAT_GONE,
} McOrgChangeKind;

#define MC_TYPE_ORG_CHANGE (mc_org_change_get_type ())
G_DECLARE_FINAL_TYPE (McOrgChange, mc_org_change, MC, ORG_CHANGE, GObject)

/** McOrgChange: one thing that differs between the charts of two days. Never changes itself. */
struct _McOrgChange
{
  GObject parent_instance;

  McOrgChangeKind kind;
  McOrgSeat *before; /* (nullable): the box on the earlier day */
  McOrgSeat *after;  /* (nullable): the box on the later day */
};

McOrgChange *mc_org_change_new (McOrgChangeKind kind, McOrgSeat *before, McOrgSeat *after);

/** mc_org_change_get_word: "came", "left", "moved", "vacant" … in the person's language. */
const char *mc_org_change_get_word (McOrgChange *self);

/** mc_org_change_get_sign: the sign that stands for it beside the colour. */
const char *mc_org_change_get_sign (McOrgChange *self);

/** mc_org_change_dup_name: (transfer full): who, or for a seat its post. */
char *mc_org_change_dup_name (McOrgChange *self);

/** mc_org_change_dup_detail: (transfer full): from where and to where. */
char *mc_org_change_dup_detail (McOrgChange *self);

/** mc_org_change_get_key: (nullable): the box of the later day on which it is marked. */
const char *mc_org_change_get_key (McOrgChange *self);

G_END_DECLS
