/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_SECTION (mc_section_get_type ())
G_DECLARE_FINAL_TYPE (McSection, mc_section, MC, SECTION, McEntity)

/**
 * McSection:
 * A section of the centre's management office.
 */
struct _McSection
{
  McEntity parent_instance;

  char *code;
  char *name;
  int ceiling;
  gboolean takes_quota;
  int sort_order;
  McPeriod during;
};

/** mc_section_new: (transfer full): an unsaved one. */
McSection *mc_section_new (void);

G_END_DECLS
