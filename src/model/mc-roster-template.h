/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_ROSTER_TEMPLATE (mc_roster_template_get_type ())
G_DECLARE_FINAL_TYPE (McRosterTemplate, mc_roster_template, MC, ROSTER_TEMPLATE, McEntity)

/**
 * McRosterTemplate:
 * The pattern of a week that drafts of rosters are filled from.
 */
struct _McRosterTemplate
{
  McEntity parent_instance;

  char *name;
  char *note;
};

/** mc_roster_template_new: (transfer full): an unsaved one. */
McRosterTemplate *mc_roster_template_new (void);

G_END_DECLS
