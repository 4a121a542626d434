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
  GString *text;

  const gboolean *wanted; /* by column; NULL: all */
  guint n_wanted;
  GArray *areas; /* McSheetArea, merged */

  McZip *zip;
  McTableRowFunc func;
  gpointer user_data;
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
    {
      char *text = g_ptr_array_index (xlsx->book->strings, index);

      /* In a walk the book outlives the row. */
      if (xlsx->func)
        mc_table_cell_borrow_text (cell, text);
      else
        mc_table_cell_take_text (cell, g_strdup (text));
    }
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
  if (xlsx->wanted && (xlsx->column >= xlsx->n_wanted || !xlsx->wanted[xlsx->column]))
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
merge (Xlsx *xlsx, const char **attributes)
{
  const char *reference = mc_xml_attribute (attributes, "ref");
  const char *end = "";
  McSheetArea area;

  /* In a walk they are known before. */
  if (!reference || !xlsx->areas || xlsx->areas->len >= MAX_MERGES ||
      !parse_reference (reference, &area.row, &area.column, &end) || *end != ':' ||
      !parse_reference (end + 1, &area.last_row, &area.last_column, &end))
    return;
  g_array_append_val (xlsx->areas, area);
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
    merge (xlsx, attributes);
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

static const McXmlHandlers sheet_handlers = { on_start, on_end, on_text };

static gboolean
parse_sheet (Xlsx *xlsx, McZip *zip, guint index, GError **error)
{
  gboolean ok;

  if (index >= xlsx->book->parts->len)
    {
      g_set_error (error, MC_ERROR, MC_ERROR_NOT_FOUND, _ ("The file has no sheet number %u."), index + 1);
      return FALSE;
    }
  xlsx->text = g_string_new (NULL);
  ok = mc_zip_parse (zip, g_ptr_array_index (xlsx->book->parts, index), &sheet_handlers, xlsx, error);
  g_string_free (xlsx->text, TRUE);
  return ok;
}

static gboolean
mark_areas (McSheet *sheet, GArray *areas, GError **error)
{
  for (guint i = 0; i < areas->len; i++)
    if (!mc_sheet_mark_merged (sheet, g_array_index (areas, McSheetArea, i), error))
      return FALSE;
  return TRUE;
}

McSheet *
mc_xlsx_load (McZip *zip, guint index, guint most_rows, GError **error)
{
  g_autoptr (McXlsxBook) book = mc_xlsx_book_load (zip, error);
  g_autoptr (McSheet) sheet = mc_sheet_new ();
  g_autoptr (GArray) areas = g_array_new (FALSE, FALSE, sizeof (McSheetArea));
  g_autoptr (GError) failure = NULL;
  Xlsx xlsx = { .book = book, .sheet = sheet, .areas = areas };

  if (!book)
    return NULL;
  sheet->most_rows = most_rows;
  if (!parse_sheet (&xlsx, zip, index, &failure) && !sheet->partial)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  g_ptr_array_extend_and_steal (sheet->sheets, g_steal_pointer (&book->sheets));
  book->sheets = g_ptr_array_new ();
  return mark_areas (sheet, areas, error) ? g_steal_pointer (&sheet) : NULL;
}

/* --- Row by row --- */

static void
on_merge (gpointer data, const char *name, const char **attributes, GError **error)
{
  if (g_str_equal (name, "mergeCell"))
    merge (data, attributes);
}

static void
pass_over_end (gpointer data, const char *name, GError **error)
{
}

static void
pass_over_text (gpointer data, const char *text, gsize length, GError **error)
{
}

/* Merged areas stand behind the rows that lie in them: they are looked for first, where there are any. */
static gboolean
find_areas (Xlsx *xlsx, const char *path, guint index, GCancellable *cancellable, GError **error)
{
  static const McXmlHandlers handlers = { on_merge, pass_over_end, pass_over_text };
  g_autoptr (McZip) zip = mc_zip_open (path, error);
  const char *part = index < xlsx->book->parts->len ? g_ptr_array_index (xlsx->book->parts, index) : NULL;
  gboolean any = FALSE;

  if (!zip || !part)
    return zip != NULL;
  mc_zip_set_cancellable (zip, cancellable);
  return mc_zip_contains (zip, part, "mergeCell", &any, error) &&
         (!any || mc_zip_parse (zip, part, &handlers, xlsx, error));
}

static gboolean
give_row (McTableRow *row, gpointer user_data, GError **error)
{
  Xlsx *xlsx = user_data;

  return xlsx->func (row, mc_zip_get_fraction (xlsx->zip), xlsx->user_data, error);
}

gboolean
mc_xlsx_walk (const char *path,
              guint index,
              const gboolean *wanted,
              guint n,
              McTableRowFunc func,
              gpointer user_data,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (McZip) zip = mc_zip_open (path, error);
  g_autoptr (McXlsxBook) book = NULL;
  g_autoptr (McSheet) sheet = mc_sheet_new ();
  g_autoptr (GArray) areas = g_array_new (FALSE, FALSE, sizeof (McSheetArea));
  Xlsx xlsx = { .sheet = sheet, .areas = areas, .wanted = wanted, .n_wanted = n, .zip = zip };

  if (!zip)
    return FALSE;
  mc_zip_set_cancellable (zip, cancellable);
  book = xlsx.book = mc_xlsx_book_load (zip, error);
  if (!book || !find_areas (&xlsx, path, index, cancellable, error))
    return FALSE;
  xlsx.func = func;
  xlsx.user_data = user_data;
  mc_sheet_set_flow (sheet, g_steal_pointer (&areas), give_row, &xlsx);
  xlsx.areas = NULL;
  return parse_sheet (&xlsx, zip, index, error) && mc_sheet_end_flow (sheet, error);
}
