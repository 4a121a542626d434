/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * mc_name_clean:
 * Returns: (transfer full): @name in NFC, blanks trimmed and runs of blanks made one.
 *   Letters, their case and the place of the tone mark stay as the person writes them.
 */
char *mc_name_clean (const char *name);

/**
 * mc_name_split:
 * @full_name: family name, middle names, given name, as Vietnamese names are written
 * @family: (out) (transfer full): the first word; empty if there is only one
 * @middle: (out) (transfer full): what stands between; may be empty
 * @given: (out) (transfer full): the last word
 *
 * A suggestion only: double family names and names of ethnic groups need a person's eye.
 */
void mc_name_split (const char *full_name, char **family, char **middle, char **given);

/**
 * mc_name_sort_key:
 * @given: (nullable): sorted by first
 * @middle: (nullable): then
 * @family: (nullable): last
 *
 * Letters sort as in the Vietnamese alphabet (A Ă Â B C D Đ E Ê … O Ô Ơ … U Ư … Y,
 * with F J W Z in their Latin places), tones as ngang, huyền, hỏi, ngã, sắc, nặng;
 * letters of a syllable count before its tone, and it does not matter on which vowel
 * the tone is written (hòa = hoà) nor in which Unicode form. Case does not count.
 *
 * Each syllable is its letters as bytes 'A' + place in the alphabet, then its tone as
 * '$' + place among the tones; each of the three parts ends with '!'.
 *
 * Returns: (transfer full): ASCII where the names are Latin; order by strcmp()
 *   (in PostgreSQL: COLLATE "C")
 */
char *mc_name_sort_key (const char *given, const char *middle, const char *family);

/**
 * mc_fold:
 * Returns: (transfer full): @text for searching: lower case, without accents and tones,
 *   đ as d, letters and digits only, in words with one space between. NFC and NFD,
 *   hòa and hoà, “595/QĐ-UBND” and “595 qd ubnd” give the same.
 */
char *mc_fold (const char *text);

/**
 * mc_fold_matches:
 * @folded_haystack: from mc_fold()
 * @folded_needle: from mc_fold()
 *
 * Allocates nothing; made for every keystroke over every row.
 *
 * Returns: TRUE if each word of the needle begins a word of the haystack, in any
 *   order; an empty needle matches all
 */
gboolean mc_fold_matches (const char *folded_haystack, const char *folded_needle);

/**
 * mc_name_initials:
 * Returns: (transfer full): the first letters of the family and the given name in upper
 *   case, without tone (“Đỗ Ánh Ấn”: “ĐÂ”); one letter for one word, empty for none
 */
char *mc_name_initials (const char *full_name);

G_END_DECLS
