/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MC_COLUMN_NOTHING: of every set: the column is not read. */
#define MC_COLUMN_NOTHING 0

/**
 * McColumnWord:
 * @key: the stable name in JSON and on the command line
 * @label: what people call it (untranslated)
 * @names: what lists write in its header, folded (mc_fold()), Vietnamese or English
 */
typedef struct
{
  const char *key;
  const char *label;
  const char *names[20];
} McColumnWord;

/**
 * McColumnSet:
 * What the columns of one kind of list can mean. Meanings count from 0, which is MC_COLUMN_NOTHING.
 *
 * @words: one for each meaning
 * @n_words: how many
 * @naming: (array zero-terminated): a row is a header only if it has one of these
 * @needed: (array zero-terminated): without these the list cannot be read
 * @telling: (array zero-terminated): a row that has none of these is no row of the list, but a sum or a signature
 * @least: columns that must be recognised before a row counts as the header
 * @no_header, @no_rows: (untranslated): what is said when there is no header, or nothing below it
 */
typedef struct
{
  const McColumnWord *words;
  guint n_words;
  const guint *naming;
  const guint *needed;
  const guint *telling;
  guint least;
  const char *no_header;
  const char *no_rows;
} McColumnSet;

const char *mc_column_set_key (const McColumnSet *self, guint meaning);

/** mc_column_set_from_key: MC_COLUMN_NOTHING for an unknown key. */
guint mc_column_set_from_key (const McColumnSet *self, const char *key);

/** mc_column_set_label: what people call it (translated). */
const char *mc_column_set_label (const McColumnSet *self, guint meaning);

/**
 * mc_column_set_guess:
 * @header: the text of a header cell
 * @rating: (out): 0 (no idea) to 100 (exactly one of its names)
 *
 * Returns: the likeliest meaning
 */
guint mc_column_set_guess (const McColumnSet *self, const char *header, guint *rating);

G_END_DECLS
