/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What cairo's surfaces cannot say about their files. */
#include <math.h>
#include <string.h>
#include <zlib.h>

#include "mc-drawing-private.h"

/* The last place of @wanted in text that may hold zero bytes. */
static const char *
last_of (const char *text, gsize length, const char *wanted)
{
  const char *found = NULL;

  for (const char *at = text; (at = memmem (at, length - (gsize)(at - text), wanted, strlen (wanted))); at++)
    found = at;
  return found;
}

/* The number after @key in the trailer; 0 without one. */
static guint64
trailer_number (const char *trailer, const char *key)
{
  const char *at = strstr (trailer, key);

  return at ? g_ascii_strtoull (at + strlen (key), NULL, 10) : 0;
}

void
mc_pdf_set_language (GByteArray *pdf, const char *language)
{
  const char *text, *trailer, *catalogue, *end;
  guint64 size, root, info, previous, start, table;
  g_autofree char *opening = NULL;
  g_autoptr (GString) update = g_string_new (NULL);

  g_byte_array_append (pdf, (const guint8 *)"", 1); /* for strstr() */
  text = (const char *)pdf->data;
  trailer = last_of (text, pdf->len, "trailer");
  g_byte_array_set_size (pdf, pdf->len - 1);
  if (!trailer)
    return;
  size = trailer_number (trailer, "/Size");
  root = trailer_number (trailer, "/Root");
  info = trailer_number (trailer, "/Info");
  previous = trailer_number (trailer, "startxref");
  opening = g_strdup_printf ("\n%" G_GUINT64_FORMAT " 0 obj\n<< /Type /Catalog", root);
  catalogue = last_of (text, (gsize)(trailer - text), opening);
  end = catalogue ? strstr (catalogue, "endobj") : NULL;
  if (!end)
    return;
  start = pdf->len;
  g_string_append_printf (update, "%s\n   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>", opening + 1,
                          language);
  /* Without it readers do not heed the structure that is there. */
  if (g_strstr_len (catalogue, end - catalogue, "/StructTreeRoot") &&
      !g_strstr_len (catalogue, end - catalogue, "/MarkInfo"))
    g_string_append (update, "\n   /MarkInfo << /Marked true >>");
  g_string_append_len (update, catalogue + strlen (opening), end - catalogue - (gssize)strlen (opening));
  g_string_append (update, "endobj\n");
  table = start + update->len;
  g_string_append_printf (update,
                          "xref\n%" G_GUINT64_FORMAT " 1\n%010" G_GUINT64_FORMAT
                          " 00000 n \ntrailer\n<< /Size %" G_GUINT64_FORMAT "\n   /Root %" G_GUINT64_FORMAT
                          " 0 R\n   /Info %" G_GUINT64_FORMAT " 0 R\n   /Prev %" G_GUINT64_FORMAT
                          "\n>>\nstartxref\n%" G_GUINT64_FORMAT "\n%%%%EOF\n",
                          root, start, size, root, info, previous, table);
  g_byte_array_append (pdf, (const guint8 *)update->str, (guint)update->len);
}

static void
put_number (guint8 *at, guint32 number)
{
  guint32 swapped = GUINT32_TO_BE (number);

  memcpy (at, &swapped, sizeof swapped);
}

void
mc_png_set_dpi (GByteArray *png, double dpi)
{
  enum
  {
    SIGNATURE = 8,
    HEADER = 25, /* IHDR, always the first chunk */
    CHUNK = 21,
  };
  guint8 chunk[CHUNK] = { 0, 0, 0, 9, 'p', 'H', 'Y', 's' };
  guint32 per_metre = (guint32)lround (dpi / 0.0254);

  g_return_if_fail (png->len >= SIGNATURE + HEADER);
  put_number (chunk + 8, per_metre);
  put_number (chunk + 12, per_metre);
  chunk[16] = 1; /* the unit is the metre */
  put_number (chunk + 17, (guint32)crc32 (crc32 (0, NULL, 0), chunk + 4, 13));
  g_byte_array_set_size (png, png->len + CHUNK);
  memmove (png->data + SIGNATURE + HEADER + CHUNK, png->data + SIGNATURE + HEADER,
           png->len - CHUNK - SIGNATURE - HEADER);
  memcpy (png->data + SIGNATURE + HEADER, chunk, CHUNK);
}
