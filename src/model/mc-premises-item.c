/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-premises-item.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_TEXT (McPremisesItem, area, MC_FIELD_REQUIRED, N_ ("Area")),
  MC_FIELD_TEXT (McPremisesItem, item, MC_FIELD_REQUIRED, N_ ("Item")),
  MC_FIELD_TEXT (McPremisesItem, quantity_text, 0, N_ ("Quantity")),
  MC_FIELD_INT (McPremisesItem, sort_order, MC_FIELD_REQUIRED, N_ ("Order")),
  MC_FIELD_TEXT (McPremisesItem, source, MC_FIELD_REQUIRED, N_ ("Source")),
};

MC_DEFINE_ENTITY (McPremisesItem, mc_premises_item, MC_NOUN_TABLE, "premises_item", N_ ("Item of the premises"), fields)
