/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_ENTITY_LABEL (mc_entity_label_get_type ())
G_DECLARE_FINAL_TYPE (McEntityLabel, mc_entity_label, MC, ENTITY_LABEL, AdwBin)

/**
 * McEntityLabel:
 * One field of a noun as people read it (mc_entity_format()), for a cell of a table or a line of a form; follows the
 * noun. Properties: "entity" (McEntity), "field" (column's name), "xalign" (float), "wrap" (bool: several lines,
 * else the end is left out).
 */

G_END_DECLS
