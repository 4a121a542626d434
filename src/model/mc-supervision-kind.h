/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_SUPERVISION_KIND (mc_supervision_kind_get_type ())
G_DECLARE_FINAL_TYPE (McSupervisionKind, mc_supervision_kind, MC, SUPERVISION_KIND, McEntity)

/**
 * McSupervisionKind:
 * What the Supervision section looks at: cards, dress, hours, and whatever else the office adds.
 */
struct _McSupervisionKind
{
  McEntity parent_instance;

  char *code;
  char *name;
  gboolean in_use;
  int sort_order;
};

G_END_DECLS
