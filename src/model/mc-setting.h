/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_SETTING (mc_setting_get_type ())
G_DECLARE_FINAL_TYPE (McSetting, mc_setting, MC, SETTING, McEntity)

/**
 * McSetting:
 * One setting of the centre, such as its name or its papers' code.
 */
struct _McSetting
{
  McEntity parent_instance;

  char *key;
  char *value;
  char *note;
};

/** mc_setting_new: (transfer full): an unsaved one. */
McSetting *mc_setting_new (void);

G_END_DECLS
