/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_RANK (mc_rank_get_type ())
G_DECLARE_FINAL_TYPE (McRank, mc_rank, MC, RANK, McEntity)

/**
 * McRank:
 * A rank of civil servants or public employees.
 */
struct _McRank
{
  McEntity parent_instance;

  char *code;
  char *name;
  int grade;
  gboolean specialist_equivalent;
};

/** mc_rank_new: (transfer full): an unsaved one. */
McRank *mc_rank_new (void);

G_END_DECLS
