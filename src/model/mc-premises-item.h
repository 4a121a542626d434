/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_PREMISES_ITEM (mc_premises_item_get_type ())
G_DECLARE_FINAL_TYPE (McPremisesItem, mc_premises_item, MC, PREMISES_ITEM, McEntity)

/**
 * McPremisesItem:
 * What the premises must have by the plan.
 */
struct _McPremisesItem
{
  McEntity parent_instance;

  char *area;
  char *item;
  char *quantity_text;
  int sort_order;
  char *source;
};

G_END_DECLS
