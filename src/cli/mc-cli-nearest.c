/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-cli-nearest.h"

#include <string.h>

#include "mc-name.h"

/* What nobody types by a slip is not measured: the table would grow with the square of it. */
#define MAX_LENGTH 64
#define LETTERS_PER_SLIP 3

/* Restricted Damerau–Levenshtein distance; folded text is ASCII but for letters that have no base. */
static guint
slips (const char *a, const char *b)
{
  guint table[MAX_LENGTH + 1][MAX_LENGTH + 1];
  gsize n = strlen (a), m = strlen (b);

  for (gsize i = 0; i <= n; i++)
    for (gsize j = 0; j <= m; j++)
      {
        guint best;

        if (i == 0 || j == 0)
          {
            table[i][j] = (guint)(i + j);
            continue;
          }
        best = table[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
        best = MIN (best, MIN (table[i - 1][j], table[i][j - 1]) + 1);
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
          best = MIN (best, table[i - 2][j - 2] + 1);
        table[i][j] = best;
      }
  return table[n][m];
}

const char *
mc_cli_nearest (const char *text, const char *const *choices)
{
  g_autofree char *typed = mc_fold (text);
  const char *nearest = NULL;
  guint least = G_MAXUINT;

  if (strlen (typed) > MAX_LENGTH)
    return NULL;
  for (; *choices; choices++)
    {
      g_autofree char *choice = mc_fold (*choices);
      guint n = strlen (choice) > MAX_LENGTH ? G_MAXUINT : slips (typed, choice);

      if (n < least && n <= strlen (typed) / LETTERS_PER_SLIP)
        {
          nearest = *choices;
          least = n;
        }
    }
  return nearest;
}
