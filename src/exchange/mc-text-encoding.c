/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-text-encoding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The Latin-1 signs that TCVN3 gives to Vietnamese letters and that no Vietnamese word
 * in Unicode contains (TCVN 5712:1993, table VN3). */
#define TCVN3_SIGNS "¨©«¬®µ¶·¸¹»¼½¾ÆÇËÐÑÖ×ØÜÞßäåæçëîïñö÷øûüþ\xc2\xad"
#define TCVN3_CAPITALS "¡¢£¤¥¦§"

/* What VNI writes after a vowel for its mark, by vowel; pairs that Unicode Vietnamese
 * has too ("oà", "oá") are left out. */
static const struct
{
  const char *vowels;
  const char *marks;
} vni_pairs[] = {
  { "aA", "ùøûõïêéèëúüâáàåãäÙØÛÕÏÊÉÈËÚÜÂÁÀÅÃÄ" },
  { "eE", "ùøûõïâáàåãäÙØÛÕÏÂÁÀÅÃÄ" },
  { "oO", "ùøûïâåäÙØÛÏÂÅÄ" },
  { "uU", "ùøûõïÙØÛÕÏ" },
  { "yY", "ùøûõÙØÛÕ" },
  { "öÖôÔ", "ùøûõïÙØÛÕÏ" },
};

static gboolean
contains (const char *set, gunichar c)
{
  return g_utf8_strchr (set, -1, c) != NULL;
}

static gboolean
is_vni_pair (gunichar vowel, gunichar mark)
{
  for (gsize i = 0; i < G_N_ELEMENTS (vni_pairs); i++)
    if (contains (vni_pairs[i].vowels, vowel))
      return contains (vni_pairs[i].marks, mark);
  return FALSE;
}

McTextEncoding
mc_text_encoding_legacy (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  gunichar before = ' ';
  guint tcvn3 = 0, vni = 0;

  for (const char *p = normal ? normal : ""; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar after = g_utf8_get_char (g_utf8_next_char (p));

      if (c > 0x7f)
        {
          gboolean in_word = (before < 0x80 && g_ascii_isalpha ((char)before)) || contains (TCVN3_SIGNS, before) ||
                             (after < 0x80 && g_ascii_isalpha ((char)after));

          if (is_vni_pair (before, c))
            vni++;
          else if (in_word && (contains (TCVN3_SIGNS, c) || contains (TCVN3_CAPITALS, c)))
            tcvn3++;
        }
      before = c;
    }
  if (vni > 0 && vni >= tcvn3)
    return MC_TEXT_VNI;
  return tcvn3 > 0 ? MC_TEXT_TCVN3 : MC_TEXT_UTF8;
}

static gboolean
is_valid_utf8_top (const char *data, gsize size)
{
  const char *end;

  if (g_utf8_validate_len (data, size, &end))
    return TRUE;
  /* The sample may end inside a letter. */
  return end > data && g_utf8_get_char_validated (end, (gssize)(size - (gsize)(end - data))) == (gunichar)-2;
}

/* Western letters in UTF-16 without a mark have a zero in every other byte. */
static gboolean
is_utf16 (const guchar *data, gsize size, gsize zero_at)
{
  gsize pairs = MIN (size, 512) / 2, zeros = 0, other = 0;

  for (gsize i = 0; i < pairs; i++)
    {
      zeros += data[2 * i + zero_at] == 0;
      other += data[2 * i + 1 - zero_at] == 0;
    }
  return pairs > 1 && zeros * 2 > pairs && other * 10 < pairs;
}

static McTextEncoding
sniff_bytes (const char *data, gsize size)
{
  g_autofree char *western = NULL;
  McTextEncoding legacy;

  for (gsize i = 0; i < size; i++)
    if ((guchar)data[i] < 0x20 && !strchr ("\t\n\r\f\032", data[i]))
      return MC_TEXT_BINARY;
  western = g_convert_with_fallback (data, (gssize)size, "UTF-8", "ISO-8859-1", NULL, NULL, NULL, NULL);
  legacy = mc_text_encoding_legacy (western ? western : "");
  if (legacy != MC_TEXT_UTF8)
    {
      /* Windows-1258 writes tone marks as bytes of their own, which look like some TCVN3
       * letters: whichever reading leaves no odd signs is right. */
      g_autofree char *windows = g_convert (data, (gssize)size, "UTF-8", "WINDOWS-1258", NULL, NULL, NULL);

      if (!windows || mc_text_encoding_legacy (windows) != MC_TEXT_UTF8)
        return legacy;
    }
  return MC_TEXT_WINDOWS_1258;
}

McTextEncoding
mc_text_encoding_sniff (GBytes *top, gsize *bom_length)
{
  gsize size;
  const char *data = g_bytes_get_data (top, &size);

  *bom_length = 0;
  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      *bom_length = 3;
      return MC_TEXT_UTF8;
    }
  if (size >= 2 && memcmp (data, "\xff\xfe", 2) == 0)
    {
      *bom_length = 2;
      return MC_TEXT_UTF16LE;
    }
  if (size >= 2 && memcmp (data, "\xfe\xff", 2) == 0)
    {
      *bom_length = 2;
      return MC_TEXT_UTF16BE;
    }
  if (is_utf16 ((const guchar *)data, size, 1))
    return MC_TEXT_UTF16LE;
  if (is_utf16 ((const guchar *)data, size, 0))
    return MC_TEXT_UTF16BE;
  if (memchr (data, 0, size))
    return MC_TEXT_BINARY;
  return is_valid_utf8_top (data, size) ? MC_TEXT_UTF8 : sniff_bytes (data, size);
}

const char *
mc_text_encoding_advice (McTextEncoding encoding)
{
  switch (encoding)
    {
    case MC_TEXT_TCVN3:
      return _ ("The text is written in the old TCVN3 (ABC) encoding of the .Vn fonts. Convert it to Unicode first, "
                "for example with UniKey (Ctrl+Shift+F6, from TCVN3 to Unicode).");
    case MC_TEXT_VNI:
      return _ ("The text is written in the old VNI encoding of the VNI fonts. Convert it to Unicode first, for "
                "example with UniKey (Ctrl+Shift+F6, from VNI Windows to Unicode).");
    case MC_TEXT_BINARY:
      return _ ("The file holds no text and is no known kind of table. Save it as XLSX, ODS or CSV (UTF-8).");
    case MC_TEXT_UTF8:
    case MC_TEXT_UTF16LE:
    case MC_TEXT_UTF16BE:
    case MC_TEXT_WINDOWS_1258:
      return NULL;
    default:
      g_return_val_if_reached (NULL);
    }
}

const char *
mc_text_encoding_charset (McTextEncoding encoding)
{
  switch (encoding)
    {
    case MC_TEXT_UTF8:
      return "UTF-8";
    case MC_TEXT_UTF16LE:
      return "UTF-16LE";
    case MC_TEXT_UTF16BE:
      return "UTF-16BE";
    case MC_TEXT_WINDOWS_1258:
      return "WINDOWS-1258";
    case MC_TEXT_TCVN3:
    case MC_TEXT_VNI:
    case MC_TEXT_BINARY:
      return NULL;
    default:
      g_return_val_if_reached (NULL);
    }
}
