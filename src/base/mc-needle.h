/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * mc_needle_set:
 * @needle: (inout) (nullable): what is searched for, folded by mc_fold(); %NULL for nothing
 * @text: (nullable): what somebody has typed
 *
 * Returns: whether another thing is searched for than before
 */
gboolean mc_needle_set (char **needle, const char *text);

/**
 * mc_needle_finds:
 * @needle: (nullable): from mc_needle_set()
 * @words: (array length=n_words) (element-type utf8): what a row says, as people write it; some may be %NULL
 *
 * Returns: TRUE if each word of the needle begins a word of the row, in any order and in whichever text; nothing to be
 *   searched for is found everywhere
 */
gboolean mc_needle_finds (const char *needle, const char *const *words, gsize n_words);

G_END_DECLS
