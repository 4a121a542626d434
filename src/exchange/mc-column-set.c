/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-column-set.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-name.h"

const char *
mc_column_set_key (const McColumnSet *self, guint meaning)
{
  g_return_val_if_fail (meaning < self->n_words, "");
  return self->words[meaning].key;
}

guint
mc_column_set_from_key (const McColumnSet *self, const char *key)
{
  for (guint i = 0; i < self->n_words; i++)
    if (g_strcmp0 (self->words[i].key, key) == 0)
      return i;
  return MC_COLUMN_NOTHING;
}

const char *
mc_column_set_label (const McColumnSet *self, guint meaning)
{
  g_return_val_if_fail (meaning < self->n_words, "");
  return _ (self->words[meaning].label);
}

/* "Ngày sinh (dd/mm/yyyy)*" says "ngay sinh". */
static char *
fold_header (const char *header)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint depth = 0;

  for (const char *p = header; *p; p++)
    {
      if (*p == '(')
        depth++;
      else if (*p == ')' && depth > 0)
        depth--;
      else if (depth == 0)
        g_string_append_c (text, *p);
    }
  return mc_fold (text->str);
}

/* How much of the header the name explains, when it stands in it as whole words. */
static guint
rate_name (const char *folded, const char *name)
{
  gsize size = strlen (name), whole = strlen (folded);
  const char *at = strstr (folded, name);

  if (strcmp (folded, name) == 0)
    return 100;
  /* One short word inside a long header says too little ("ten" in "ten don vi"). */
  if (!at || size < 5 || (at > folded && at[-1] != ' ') || (at[size] != '\0' && at[size] != ' '))
    return 0;
  return (guint)(30 + 60 * size / whole);
}

guint
mc_column_set_guess (const McColumnSet *self, const char *header, guint *rating)
{
  g_autofree char *folded = fold_header (header);
  guint best = MC_COLUMN_NOTHING;

  *rating = 0;
  if (!*folded)
    return best;
  for (guint i = 0; i < self->n_words; i++)
    for (guint n = 0; n < G_N_ELEMENTS (self->words[i].names) && self->words[i].names[n]; n++)
      {
        guint found = rate_name (folded, self->words[i].names[n]);

        if (found > *rating)
          {
            *rating = found;
            best = i;
          }
      }
  return best;
}
