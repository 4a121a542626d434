/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-setting.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_TEXT (McSetting, key, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Name")),
  MC_FIELD_JSON (McSetting, value, MC_FIELD_REQUIRED, N_ ("Value")),
  MC_FIELD_TEXT (McSetting, note, 0, N_ ("Note")),
};

MC_DEFINE_ENTITY (McSetting, mc_setting, MC_NOUN_TABLE, "setting", N_ ("Setting"), fields)

McSetting *
mc_setting_new (void)
{
  return g_object_new (MC_TYPE_SETTING, NULL);
}
