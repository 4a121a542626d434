/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-needle.h"

#include "mc-name.h"

gboolean
mc_needle_set (char **needle, const char *text)
{
  g_autofree char *folded = mc_fold (text ? text : "");

  return g_set_str (needle, *folded ? folded : NULL);
}

gboolean
mc_needle_finds (const char *needle, const char *const *words, gsize n_words)
{
  g_autoptr (GString) all = NULL;
  g_autofree char *folded = NULL;

  if (!needle)
    return TRUE;
  all = g_string_new (NULL);
  for (gsize i = 0; i < n_words; i++)
    if (words[i])
      g_string_append_printf (all, "%s ", words[i]);
  folded = mc_fold (all->str);
  return mc_fold_matches (folded, needle);
}
