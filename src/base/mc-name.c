/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-name.h"

#include <string.h>

#define COMBINING_GRAVE 0x0300
#define COMBINING_ACUTE 0x0301
#define COMBINING_CIRCUMFLEX 0x0302
#define COMBINING_TILDE 0x0303
#define COMBINING_BREVE 0x0306
#define COMBINING_HOOK 0x0309
#define COMBINING_HORN 0x031B
#define COMBINING_DOT_BELOW 0x0323

/* The longest full decomposition of a character in Unicode. */
#define MAX_DECOMPOSED 18

#define KEY_PART_END '!'
#define KEY_FIRST_TONE '$'
#define KEY_FIRST_LETTER 'A'
#define KEY_OTHER '~'

/* Eth and the African d look the same as đ and are met in old Vietnamese files. */
static gboolean
is_d_with_stroke (gunichar c)
{
  return c == 0x0110 || c == 0x0111 || c == 0x00D0 || c == 0x00F0 || c == 0x0189 || c == 0x0256;
}

/* An apostrophe inside a name (H'Hen) is dropped and does not part the word. */
static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02BC;
}

/* 0 ngang, 1 huyền, 2 hỏi, 3 ngã, 4 sắc, 5 nặng; -1 if @mark is no tone */
static int
tone_of (gunichar mark)
{
  switch (mark)
    {
    case COMBINING_GRAVE:
      return 1;
    case COMBINING_HOOK:
      return 2;
    case COMBINING_TILDE:
      return 3;
    case COMBINING_ACUTE:
      return 4;
    case COMBINING_DOT_BELOW:
      return 5;
    default:
      return -1;
    }
}

char *
mc_name_clean (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name ? name : "", -1);
  g_autofree char *nfc = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  GString *out = g_string_new (NULL);
  gboolean blank = FALSE;

  for (const char *p = nfc; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          blank = TRUE;
          continue;
        }
      if (blank && out->len)
        g_string_append_c (out, ' ');
      blank = FALSE;
      g_string_append_unichar (out, c);
    }
  return g_string_free_and_steal (out);
}

void
mc_name_split (const char *full_name, char **family, char **middle, char **given)
{
  g_autofree char *clean = mc_name_clean (full_name);
  char *first = strchr (clean, ' ');
  char *last = strrchr (clean, ' ');

  *family = first ? g_strndup (clean, (gsize)(first - clean)) : g_strdup ("");
  *middle = first < last ? g_strndup (first + 1, (gsize)(last - first - 1)) : g_strdup ("");
  *given = g_strdup (last ? last + 1 : clean);
}

/* Where lower-case @letter with the quality mark @mark stands among the 33 letters; -1 if it is none of them. */
static int
letter_place (gunichar letter, gunichar mark)
{
  static const gunichar alphabet[][2] = {
    { 'a', 0 },
    { 'a', COMBINING_BREVE },
    { 'a', COMBINING_CIRCUMFLEX },
    { 'b', 0 },
    { 'c', 0 },
    { 'd', 0 },
    { 0x0111, 0 },
    { 'e', 0 },
    { 'e', COMBINING_CIRCUMFLEX },
    { 'f', 0 },
    { 'g', 0 },
    { 'h', 0 },
    { 'i', 0 },
    { 'j', 0 },
    { 'k', 0 },
    { 'l', 0 },
    { 'm', 0 },
    { 'n', 0 },
    { 'o', 0 },
    { 'o', COMBINING_CIRCUMFLEX },
    { 'o', COMBINING_HORN },
    { 'p', 0 },
    { 'q', 0 },
    { 'r', 0 },
    { 's', 0 },
    { 't', 0 },
    { 'u', 0 },
    { 'u', COMBINING_HORN },
    { 'v', 0 },
    { 'w', 0 },
    { 'x', 0 },
    { 'y', 0 },
    { 'z', 0 },
  };

  for (int i = 0; i < (int)G_N_ELEMENTS (alphabet); i++)
    if (alphabet[i][0] == letter && alphabet[i][1] == mark)
      return i;
  return -1;
}

typedef struct
{
  GString *key;
  GString *tones; /* of the syllable being read */
  gboolean in_word;
  gunichar letter;  /* waiting for its marks; 0 if none */
  gunichar quality; /* breve, circumflex or horn of @letter; 0 if none */
} SortKey;

static void
flush_letter (SortKey *self)
{
  int place;

  if (!self->letter)
    return;
  place = letter_place (self->letter, self->quality);
  if (place < 0)
    place = letter_place (self->letter, 0);
  if (place >= 0)
    g_string_append_c (self->key, (char)(KEY_FIRST_LETTER + place));
  else if (self->letter < 0x80)
    g_string_append_c (self->key, (char)self->letter);
  else
    {
      g_string_append_c (self->key, KEY_OTHER);
      g_string_append_unichar (self->key, self->letter);
    }
  self->letter = self->quality = 0;
}

static void
flush_word (SortKey *self)
{
  flush_letter (self);
  if (!self->in_word)
    return;
  if (self->tones->len)
    g_string_append_len (self->key, self->tones->str, (gssize)self->tones->len);
  else
    g_string_append_c (self->key, KEY_FIRST_TONE);
  g_string_truncate (self->tones, 0);
  self->in_word = FALSE;
}

static void
add_character (SortKey *self, gunichar c)
{
  int tone = tone_of (c);

  if (tone > 0)
    g_string_append_c (self->tones, (char)(KEY_FIRST_TONE + tone));
  else if (c == COMBINING_BREVE || c == COMBINING_CIRCUMFLEX || c == COMBINING_HORN)
    self->quality = c;
  else if (g_unichar_ismark (c) || is_apostrophe (c))
    return;
  else if (!g_unichar_isalnum (c))
    flush_word (self);
  else
    {
      flush_letter (self);
      self->in_word = TRUE;
      self->letter = is_d_with_stroke (c) ? 0x0111 : g_unichar_tolower (c);
    }
}

static void
add_part (SortKey *self, const char *part)
{
  g_autofree char *valid = g_utf8_make_valid (part ? part : "", -1);
  gunichar decomposed[MAX_DECOMPOSED];

  for (const char *p = valid; *p; p = g_utf8_next_char (p))
    {
      gsize n = g_unichar_fully_decompose (g_utf8_get_char (p), TRUE, decomposed, G_N_ELEMENTS (decomposed));

      for (gsize i = 0; i < n; i++)
        add_character (self, decomposed[i]);
    }
  flush_word (self);
  g_string_append_c (self->key, KEY_PART_END);
}

char *
mc_name_sort_key (const char *given, const char *middle, const char *family)
{
  g_autoptr (GString) tones = g_string_new (NULL);
  SortKey self = { .key = g_string_new (NULL), .tones = tones };

  add_part (&self, given);
  add_part (&self, middle);
  add_part (&self, family);
  return g_string_free_and_steal (self.key);
}

char *
mc_fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text ? text : "", -1);
  GString *out = g_string_sized_new (strlen (valid));
  gunichar decomposed[MAX_DECOMPOSED];
  gboolean gap = FALSE;

  for (const char *p = valid; *p; p = g_utf8_next_char (p))
    {
      gsize n = g_unichar_fully_decompose (g_utf8_get_char (p), TRUE, decomposed, G_N_ELEMENTS (decomposed));

      for (gsize i = 0; i < n; i++)
        {
          gunichar c = is_d_with_stroke (decomposed[i]) ? 'd' : g_unichar_tolower (decomposed[i]);

          if (g_unichar_ismark (c) || is_apostrophe (c))
            continue;
          if (!g_unichar_isalnum (c))
            {
              gap = TRUE;
              continue;
            }
          if (gap && out->len)
            g_string_append_c (out, ' ');
          gap = FALSE;
          g_string_append_unichar (out, c);
        }
    }
  return g_string_free_and_steal (out);
}

static gboolean
begins_a_word (const char *haystack, const char *word, gsize length)
{
  while (haystack)
    {
      if (strncmp (haystack, word, length) == 0)
        return TRUE;
      haystack = strchr (haystack, ' ');
      if (haystack)
        haystack++;
    }
  return FALSE;
}

gboolean
mc_fold_matches (const char *folded_haystack, const char *folded_needle)
{
  if (!folded_haystack)
    folded_haystack = "";
  while (folded_needle && *folded_needle)
    {
      gsize length = strcspn (folded_needle, " ");

      if (length && !begins_a_word (folded_haystack, folded_needle, length))
        return FALSE;
      folded_needle += length;
      folded_needle += strspn (folded_needle, " ");
    }
  return TRUE;
}

/* The first character of @word in upper case without its tone mark. */
static void
append_initial (GString *out, const char *word)
{
  gunichar decomposed[MAX_DECOMPOSED];
  gsize n;

  if (!*word)
    return;
  n = g_unichar_fully_decompose (g_unichar_toupper (g_utf8_get_char (word)), FALSE, decomposed,
                                 G_N_ELEMENTS (decomposed));
  for (gsize i = 0; i < n; i++)
    if (tone_of (decomposed[i]) < 0)
      g_string_append_unichar (out, decomposed[i]);
}

char *
mc_name_initials (const char *full_name)
{
  g_autofree char *clean = mc_name_clean (full_name);
  g_autoptr (GString) out = g_string_new (NULL);
  const char *last = strrchr (clean, ' ');

  append_initial (out, clean);
  if (last)
    append_initial (out, last + 1);
  return g_utf8_normalize (out->str, -1, G_NORMALIZE_NFC);
}
