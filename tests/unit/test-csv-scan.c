/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scan of a block tells the rows of the parser, however the file is cut into blocks, and stops where that errs. */
#include <string.h>

#include "mc-csv-parser.h"
#include "mc-csv-scan.h"
#include "mc-error.h"

#define N_COLUMNS 4

/* What came of a text: its rows in words, and the error at their end. */
typedef struct
{
  GString *rows;
  GError *error;
} Outcome;

static void
outcome_clear (Outcome *outcome)
{
  g_string_free (outcome->rows, TRUE);
  g_clear_error (&outcome->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

static void
note_row (Outcome *outcome, McTableRow *row)
{
  g_string_append_printf (outcome->rows, "%u", mc_table_row_get_number (row));
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      const McTableCell *cell = mc_table_row_get_cell (row, i);

      g_string_append_printf (outcome->rows, "|%s", cell->kind == MC_CELL_EMPTY ? "" : cell->text);
    }
  g_string_append_c (outcome->rows, '\n');
}

/* The parser on @text, whose first line is @line. */
static void
parse (Outcome *outcome, const GString *text, gsize from, guint line, const gboolean *wanted)
{
  g_autoptr (McCsvParser) parser = mc_csv_parser_new (',');
  GQueue rows = G_QUEUE_INIT;

  mc_csv_parser_set_line (parser, line);
  mc_csv_parser_set_wanted (parser, wanted, N_COLUMNS);
  if (mc_csv_parser_feed (parser, text->str + from, text->len - from, &rows, &outcome->error))
    mc_csv_parser_finish (parser, &rows, &outcome->error);
  for (GList *l = rows.head; l; l = l->next)
    note_row (outcome, l->data);
  g_queue_clear_full (&rows, g_object_unref);
}

/* The scan on blocks of up to @most bytes; the parser where it stops. */
static void
scan (Outcome *outcome, const GString *text, gsize most, const gboolean *wanted)
{
  g_autoptr (McCsvScan) self = mc_csv_scan_new (',', wanted, N_COLUMNS);
  g_autoptr (McTableRow) row = mc_table_row_new (1);
  g_autofree char *block = g_malloc (text->len + 1);
  gsize done = 0, n = 0, read = 0, used;
  McCsvScanned found = MC_CSV_SCAN_MORE;
  gboolean whole = FALSE;

  while (!whole && found != MC_CSV_SCAN_ODD)
    {
      gsize size = (gsize)g_test_rand_int_range (1, (gint32)most + 1);
      gsize got = MIN (text->len - read, size);
      gsize at = 0;

      memcpy (block + n, text->str + read, got);
      n += got;
      read += got;
      whole = got == 0;
      while ((found = mc_csv_scan_next (self, block + at, n - at, whole, row, &used)) == MC_CSV_SCAN_ROW)
        {
          note_row (outcome, row);
          at += used;
        }
      at += used;
      done += at;
      n -= at;
      memmove (block, block + at, n);
    }
  if (found == MC_CSV_SCAN_ODD)
    parse (outcome, text, done, mc_csv_scan_get_line (self), wanted);
  else
    g_assert_cmpuint (done, ==, text->len);
}

static GString *
make_text (gboolean clean)
{
  static const char *const pieces[] = {
    "a",
    "Nguyễn",
    "e\xcc\x82\xcc\x81",
    "0123456789",
    " ",
    ",",
    ",",
    ",",
    ",",
    "\n",
    "\r\n",
    "\r",
    "\"x\",",
    "\"x\"\"y\" ,",
    "\"a\nb\r\nc\rd\",",
    "\"\",",
    "\"\n",
    ",\"",
    "\"\"",
    "\"",
    "\"q\"z",
    "\xff",
    "\xe1\xba",
  };
  guint n_pieces = clean ? 16 : G_N_ELEMENTS (pieces);
  GString *text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, 60); n > 0; n--)
    g_string_append (text, pieces[g_test_rand_int_range (0, (gint32)n_pieces)]);
  if (!clean && g_test_rand_int_range (0, 20) == 0)
    g_string_append_c (text, '\0');
  return text;
}

static void
check (const GString *text, guint *n_odd)
{
  static const gsize blocks[] = { 1, 3, 16, 1000 };
  gboolean wanted[N_COLUMNS];
  g_auto (Outcome) expected = { .rows = g_string_new (NULL) };

  for (guint i = 0; i < N_COLUMNS; i++)
    wanted[i] = g_test_rand_bit ();
  parse (&expected, text, 0, 1, wanted);
  *n_odd += expected.error != NULL;
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      g_auto (Outcome) told = { .rows = g_string_new (NULL) };

      scan (&told, text, blocks[i], wanted);
      g_assert_cmpstr (told.rows->str, ==, expected.rows->str);
      g_assert_cmpstr (told.error ? told.error->message : NULL, ==, expected.error ? expected.error->message : NULL);
    }
}

static void
test_random (void)
{
  guint n_odd = 0;

  for (guint i = 0; i < 4000; i++)
    {
      g_autoptr (GString) text = make_text (i % 2 == 0);

      check (text, &n_odd);
    }
  /* Both kinds came. */
  g_assert_cmpuint (n_odd, >, 400);
  g_assert_cmpuint (n_odd, <, 3600);
}

/* Right at the limits, and one beyond. */
static void
test_limits (void)
{
  guint n_odd = 0;

  for (gsize beyond = 0; beyond < 2; beyond++)
    {
      g_autofree char *long_text = g_strnfill (MC_CSV_MAX_FIELD + beyond, 'x');
      g_autoptr (GString) plain = g_string_new (NULL);
      g_autoptr (GString) quoted = g_string_new (NULL);
      g_autoptr (GString) wide = g_string_new (NULL);

      g_string_printf (plain, "1,2\n%s,b\n3,4\n", long_text);
      g_string_printf (quoted, "1,2\n\"%s\"\"\",b\n3,4\n", long_text + 1);
      for (gsize i = 0; i < MC_CSV_MAX_COLUMNS + beyond; i++)
        g_string_append (wide, i ? ",x" : "x");
      for (guint i = 0; i < 3; i++)
        {
          const GString *const texts[] = { plain, quoted, wide };
          const gboolean wanted[N_COLUMNS] = { TRUE, TRUE, FALSE, FALSE };
          g_auto (Outcome) expected = { .rows = g_string_new (NULL) };
          g_auto (Outcome) told = { .rows = g_string_new (NULL) };

          parse (&expected, texts[i], 0, 1, wanted);
          g_assert_cmpint (expected.error != NULL, ==, beyond == 1);
          scan (&told, texts[i], 300000, wanted);
          g_assert_cmpstr (told.rows->str, ==, expected.rows->str);
          g_assert_cmpstr (told.error ? told.error->message : NULL, ==,
                           expected.error ? expected.error->message : NULL);
          n_odd += told.error != NULL;
        }
    }
  g_assert_cmpuint (n_odd, ==, 3);
}

/* A borrowed text is in NFC like any other: by itself where it is so plainly, else as a copy. */
static void
test_normal (void)
{
  for (gunichar c = 1; c < 0x11000; c++)
    {
      char text[8] = "a", kept[8];
      McTableCell cell = { 0 };
      g_autofree char *normal = NULL;

      if (!g_unichar_validate (c))
        continue;
      text[1 + g_unichar_to_utf8 (c, text + 1)] = '\0';
      memcpy (kept, text, sizeof kept);
      normal = g_utf8_normalize (kept, -1, G_NORMALIZE_NFC);
      mc_table_cell_borrow_text (&cell, text);
      g_assert_cmpstr (cell.text, ==, normal);
      if (cell.borrowed)
        g_assert_true (cell.text == text);
      mc_table_cell_clear (&cell);
      mc_table_cell_take_text (&cell, g_strdup (kept));
      g_assert_cmpstr (cell.text, ==, normal);
      g_assert_false (cell.borrowed);
      mc_table_cell_clear (&cell);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-scan/random", test_random);
  g_test_add_func ("/csv-scan/limits", test_limits);
  g_test_add_func ("/csv-scan/normal", test_normal);
  return g_test_run ();
}
