/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-field-diff.h"

G_DEFINE_BOXED_TYPE (McFieldDiff, mc_field_diff, mc_field_diff_copy, mc_field_diff_free)

McFieldDiff *
mc_field_diff_new (const McFieldInfo *info, gconstpointer before, gconstpointer after)
{
  McFieldDiff *diff = g_new0 (McFieldDiff, 1);

  diff->field = info;
  diff->before = mc_field_info_get_text (info, before);
  diff->after = mc_field_info_get_text (info, after);
  diff->before_display = mc_field_info_format (info, before);
  diff->after_display = mc_field_info_format (info, after);
  return diff;
}

McFieldDiff *
mc_field_diff_copy (const McFieldDiff *diff)
{
  McFieldDiff *copy = g_new0 (McFieldDiff, 1);

  copy->field = diff->field;
  copy->before = g_strdup (diff->before);
  copy->after = g_strdup (diff->after);
  copy->before_display = g_strdup (diff->before_display);
  copy->after_display = g_strdup (diff->after_display);
  return copy;
}

void
mc_field_diff_free (McFieldDiff *diff)
{
  if (!diff)
    return;
  g_free (diff->before);
  g_free (diff->after);
  g_free (diff->before_display);
  g_free (diff->after_display);
  g_free (diff);
}
