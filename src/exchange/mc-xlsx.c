/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-xlsx.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-error.h"
#include "mc-xlsx-book.h"

#define MAX_ROW 1048576
#define MAX_TEXT (1024 * 1024)
#define MAX_MERGES 100000

typedef struct
{
  McSheet *sheet;
  McXlsxBook *book;
  guint row; /* from 1 */
  guint column;
  char type[12]; /* the cell's t attribute */
  guint style;
  gboolean in_cell;
  gboolean in_value;
  gboolean has_formula;
  guint phonetic;
  guint n_merges;
  GString *text;
} Xlsx;

/* "AB12" -> row 12, column 27; %FALSE for anything else. */
static gboolean
parse_reference (const char *reference, guint *row, guint *column, const char **end)
{
  guint64 c = 0, r = 0;
  const char *p = reference;

  for (; g_ascii_isalpha (*p) && c < 1000000; p++)
    c = c * 26 + (guint64)(g_ascii_toupper (*p) - 'A' + 1);
  for (; g_ascii_isdigit (*p) && r < 100000000; p++)
    r = r * 10 + (guint64)(*p - '0');
  if (c == 0 || r == 0 || c > 16384 || r > MAX_ROW)
    return FALSE;
  *row = (guint)r;
  *column = (guint)c - 1;
  *end = p;
  return TRUE;
}

static void
begin_row (Xlsx *xlsx, const char **attributes, GError **error)
{
  const char *number = mc_xml_attribute (attributes, "r");
  guint64 row = number ? g_ascii_strtoull (number, NULL, 10) : (guint64)xlsx->row + 1;

  if (row == 0 || row > MAX_ROW)
    {
      g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("The file is damaged: there is no row number %s."),
                   number ? number : "?");
      return;
    }
  xlsx->row = (guint)row;
  xlsx->column = G_MAXUINT;
}

static void
begin_cell (Xlsx *xlsx, const char **attributes, GError **error)
{
  const char *reference = mc_xml_attribute (attributes, "r");
  const char *type = mc_xml_attribute (attributes, "t");
  const char *style = mc_xml_attribute (attributes, "s");
  const char *end = "";

  if (!reference)
    xlsx->column++;
  else if (!parse_reference (reference, &xlsx->row, &xlsx->column, &end) || *end)
    g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("The file is damaged: there is no cell %s."), reference);
  g_strlcpy (xlsx->type, type ? type : "n", sizeof xlsx->type);
  xlsx->style = style ? (guint)g_ascii_strtoull (style, NULL, 10) : 0;
  xlsx->in_cell = TRUE;
  xlsx->has_formula = FALSE;
  g_string_truncate (xlsx->text, 0);
}

static void
set_number (Xlsx *xlsx, McTableCell *cell)
{
  char *end;
  double number = g_ascii_strtod (xlsx->text->str, &end);

  if (*end)
    mc_table_cell_take_error (cell,
                              g_strdup_printf (_ ("the file holds \"%s\" where a number belongs"), xlsx->text->str));
  else if (xlsx->style < xlsx->book->is_date->len && g_array_index (xlsx->book->is_date, gboolean, xlsx->style))
    mc_table_cell_set_serial (cell, number, xlsx->book->date1904);
  else
    mc_table_cell_set_number (cell, number);
}

static void
set_shared (Xlsx *xlsx, McTableCell *cell)
{
  guint64 index = g_ascii_strtoull (xlsx->text->str, NULL, 10);

  if (index < xlsx->book->strings->len)
    mc_table_cell_take_text (cell, g_strdup (g_ptr_array_index (xlsx->book->strings, index)));
  else
    mc_table_cell_take_error (cell, g_strdup (_ ("the file has lost this text; save it anew")));
}

static void
end_cell (Xlsx *xlsx, GError **error)
{
  McTableCell *cell;

  xlsx->in_cell = FALSE;
  if (xlsx->text->len == 0 && !xlsx->has_formula)
    return;
  cell = mc_sheet_edit_cell (xlsx->sheet, xlsx->row, xlsx->column, error);
  if (!cell)
    return;
  if (xlsx->text->len == 0 && !g_str_equal (xlsx->type, "str"))
    mc_table_cell_take_error (
        cell, g_strdup (_ ("the formula has no stored result; open the file in a spreadsheet program and save it")));
  else if (g_str_equal (xlsx->type, "s"))
    set_shared (xlsx, cell);
  else if (g_str_equal (xlsx->type, "str") || g_str_equal (xlsx->type, "inlineStr"))
    mc_table_cell_take_text (cell, g_strdup (xlsx->text->str));
  else if (g_str_equal (xlsx->type, "b"))
    mc_table_cell_set_bool (cell, g_str_equal (xlsx->text->str, "1") || g_str_equal (xlsx->text->str, "true"));
  else if (g_str_equal (xlsx->type, "d"))
    mc_table_cell_set_iso (cell, xlsx->text->str);
  else if (g_str_equal (xlsx->type, "e"))
    mc_table_cell_take_error (cell, g_strdup_printf (_ ("the cell shows the error %s"), xlsx->text->str));
  else
    set_number (xlsx, cell);
}

static void
merge (Xlsx *xlsx, const char **attributes, GError **error)
{
  const char *reference = mc_xml_attribute (attributes, "ref");
  const char *end = "";
  guint row, column, last_row, last_column;

  if (!reference || ++xlsx->n_merges > MAX_MERGES || !parse_reference (reference, &row, &column, &end) || *end != ':' ||
      !parse_reference (end + 1, &last_row, &last_column, &end))
    return;
  mc_sheet_mark_merged (xlsx->sheet, row, column, last_row, last_column, error);
}

static void
on_start (gpointer data, const char *name, const char **attributes, GError **error)
{
  Xlsx *xlsx = data;

  if (g_str_equal (name, "row"))
    begin_row (xlsx, attributes, error);
  else if (g_str_equal (name, "c"))
    begin_cell (xlsx, attributes, error);
  else if (g_str_equal (name, "mergeCell"))
    merge (xlsx, attributes, error);
  else if (g_str_equal (name, "rPh"))
    xlsx->phonetic++;
  else if (g_str_equal (name, "f"))
    xlsx->has_formula = TRUE;
  else if (xlsx->in_cell && xlsx->phonetic == 0 && (g_str_equal (name, "v") || g_str_equal (name, "t")))
    xlsx->in_value = TRUE;
}

static void
on_end (gpointer data, const char *name, GError **error)
{
  Xlsx *xlsx = data;

  if (g_str_equal (name, "c"))
    end_cell (xlsx, error);
  else if (g_str_equal (name, "rPh"))
    xlsx->phonetic--;
  else if (g_str_equal (name, "v") || g_str_equal (name, "t"))
    xlsx->in_value = FALSE;
}

static void
on_text (gpointer data, const char *text, gsize length, GError **error)
{
  Xlsx *xlsx = data;

  if (!xlsx->in_value)
    return;
  if (xlsx->text->len + length > MAX_TEXT)
    g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("A cell in row %u holds more than 1 MiB of text."), xlsx->row);
  else
    g_string_append_len (xlsx->text, text, (gssize)length);
}

McSheet *
mc_xlsx_load (McZip *zip, guint index, GError **error)
{
  static const McXmlHandlers handlers = { on_start, on_end, on_text };
  g_autoptr (McXlsxBook) book = mc_xlsx_book_load (zip, error);
  g_autoptr (McSheet) sheet = NULL;
  Xlsx xlsx = { .book = book };
  gboolean ok;

  if (!book)
    return NULL;
  if (index >= book->parts->len)
    {
      g_set_error (error, MC_ERROR, MC_ERROR_NOT_FOUND, _ ("The file has no sheet number %u."), index + 1);
      return NULL;
    }
  sheet = mc_sheet_new ();
  g_ptr_array_extend_and_steal (sheet->sheets, g_steal_pointer (&book->sheets));
  book->sheets = g_ptr_array_new ();
  xlsx.sheet = sheet;
  xlsx.text = g_string_new (NULL);
  ok = mc_zip_parse (zip, g_ptr_array_index (book->parts, index), &handlers, &xlsx, error);
  g_string_free (xlsx.text, TRUE);
  return ok ? g_steal_pointer (&sheet) : NULL;
}
