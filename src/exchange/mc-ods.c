/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-ods.h"

#include <glib/gi18n-lib.h>

#include "mc-error.h"

/* LibreOffice's last row; runs of repeated empty cells reach to it. */
#define MAX_ROW 1048576
#define MAX_TEXT (1024 * 1024)

typedef struct
{
  McSheet *sheet;
  GArray *areas; /* merged, of McSheetArea */
  guint index;
  int table;         /* the table it is in, -1 before the first */
  guint table_depth; /* tables inside cells are not part of the sheet */
  guint skip_depth;  /* inside a comment or drawing */
  guint row;         /* from 1 */
  guint row_repeat;
  guint column;
  guint column_repeat;
  gboolean in_cell;
  gboolean in_paragraph;
  guint paragraphs;
  McTableCell cell;
  gboolean is_formula_error;
  GString *text;
} Ods;

static guint
repeat_of (const char **attributes, const char *name)
{
  const char *value = mc_xml_attribute (attributes, name);
  guint64 n = value ? g_ascii_strtoull (value, NULL, 10) : 1;

  return (guint)CLAMP (n, 1, MAX_ROW);
}

static gboolean
is_skipped (const char *name)
{
  return g_str_equal (name, "annotation") || g_str_equal (name, "frame") || g_str_equal (name, "shapes") ||
         g_str_equal (name, "custom-shape") || g_str_equal (name, "tracked-changes");
}

static void
begin_cell (Ods *ods, const char **attributes)
{
  const char *type = mc_xml_attribute (attributes, "value-type");
  const char *value = mc_xml_attribute (attributes, "value");
  const char *day = mc_xml_attribute (attributes, "date-value");
  const char *yes = mc_xml_attribute (attributes, "boolean-value");

  ods->in_cell = TRUE;
  ods->paragraphs = 0;
  ods->is_formula_error = FALSE;
  ods->column_repeat = repeat_of (attributes, "number-columns-repeated");
  g_string_truncate (ods->text, 0);
  mc_table_cell_clear (&ods->cell);
  /* calcext:value-type repeats office:value-type and knows one more: error. */
  for (const char **a = attributes; a[0]; a += 2)
    if (g_str_equal (a[0], "calcext:value-type") && g_str_equal (a[1], "error"))
      ods->is_formula_error = TRUE;
  if (!type)
    return;
  if (day && g_str_equal (type, "date"))
    mc_table_cell_set_iso (&ods->cell, day);
  else if (yes && g_str_equal (type, "boolean"))
    mc_table_cell_set_bool (&ods->cell, g_str_equal (yes, "true"));
  else if (value && (g_str_equal (type, "float") || g_str_equal (type, "currency") || g_str_equal (type, "percentage")))
    mc_table_cell_set_number (&ods->cell, g_ascii_strtod (value, NULL));
}

static void
end_cell (Ods *ods, GError **error)
{
  const char *text = ods->text->str;

  ods->in_cell = FALSE;
  if (ods->is_formula_error || g_str_has_prefix (text, "Err:"))
    mc_table_cell_take_error (&ods->cell, g_strdup_printf (_ ("the cell shows the error %s"), text));
  else if (ods->cell.kind == MC_CELL_EMPTY && ods->text->len > 0)
    mc_table_cell_take_text (&ods->cell, g_strdup (text));
  for (guint i = 0; ods->cell.kind != MC_CELL_EMPTY && i < ods->column_repeat; i++)
    {
      McTableCell *cell = mc_sheet_edit_cell (ods->sheet, ods->row, ods->column + i, error);

      if (!cell)
        return;
      mc_table_cell_clear (cell);
      *cell = (McTableCell){ .kind = ods->cell.kind, .text = g_strdup (ods->cell.text), .number = ods->cell.number };
    }
  ods->column = MIN (ods->column + ods->column_repeat, MAX_ROW);
}

/* Equal rows that follow each other are written once. */
static void
end_row (Ods *ods, GError **error)
{
  GPtrArray *rows = ods->sheet->rows;
  McTableRow *row = rows->len > 0 ? g_ptr_array_index (rows, rows->len - 1) : NULL;

  if (row && mc_table_row_get_number (row) == ods->row)
    for (guint r = 1; r < ods->row_repeat; r++)
      for (guint c = 0; c < mc_table_row_get_n_cells (row); c++)
        {
          const McTableCell *from = mc_table_row_get_cell (row, c);
          McTableCell *to =
              from->kind == MC_CELL_EMPTY ? NULL : mc_sheet_edit_cell (ods->sheet, ods->row + r, c, error);

          if (to)
            *to = (McTableCell){ .kind = from->kind, .text = g_strdup (from->text), .number = from->number };
          else if (from->kind != MC_CELL_EMPTY)
            return;
        }
  ods->row += ods->row_repeat;
  if (ods->row > 2 * MAX_ROW)
    g_set_error (error, MC_ERROR, MC_ERROR_INVALID, "%s",
                 _ ("The sheet claims more rows than a spreadsheet can have."));
}

static void
note_span (Ods *ods, const char **attributes)
{
  guint columns = repeat_of (attributes, "number-columns-spanned");
  guint rows = repeat_of (attributes, "number-rows-spanned");
  McSheetArea area = { ods->row, ods->column, ods->row + rows - 1, ods->column + columns - 1 };

  if (rows > 1 || columns > 1)
    g_array_append_val (ods->areas, area);
}

static void
on_start_in_table (Ods *ods, const char *name, const char **attributes)
{
  if (g_str_equal (name, "table-row"))
    {
      ods->row_repeat = repeat_of (attributes, "number-rows-repeated");
      ods->column = 0;
    }
  else if (g_str_equal (name, "table-cell") || g_str_equal (name, "covered-table-cell"))
    {
      note_span (ods, attributes);
      begin_cell (ods, attributes);
    }
  else if (ods->in_cell && g_str_equal (name, "p"))
    {
      if (ods->paragraphs++ > 0)
        g_string_append_c (ods->text, '\n');
      ods->in_paragraph = TRUE;
    }
  else if (ods->in_paragraph && g_str_equal (name, "s"))
    for (guint n = MIN (repeat_of (attributes, "c"), 1000); n > 0; n--)
      g_string_append_c (ods->text, ' ');
  else if (ods->in_paragraph && (g_str_equal (name, "tab") || g_str_equal (name, "line-break")))
    g_string_append_c (ods->text, *name == 't' ? '\t' : '\n');
}

static void
on_start (gpointer data, const char *name, const char **attributes, GError **error)
{
  Ods *ods = data;

  if (ods->skip_depth > 0 || is_skipped (name))
    {
      ods->skip_depth++;
      return;
    }
  if (g_str_equal (name, "table"))
    {
      if (ods->table_depth++ == 0)
        {
          const char *title = mc_xml_attribute (attributes, "name");

          g_ptr_array_add (ods->sheet->sheets, g_strdup (title ? title : "?"));
          ods->table++;
          ods->row = 1;
        }
      return;
    }
  if (ods->table_depth == 1 && ods->table == (int)ods->index)
    on_start_in_table (ods, name, attributes);
}

static void
on_end (gpointer data, const char *name, GError **error)
{
  Ods *ods = data;

  if (ods->skip_depth > 0)
    {
      ods->skip_depth--;
      return;
    }
  if (g_str_equal (name, "table") && ods->table_depth > 0)
    ods->table_depth--;
  else if (ods->table_depth != 1 || ods->table != (int)ods->index)
    return;
  else if (g_str_equal (name, "table-row"))
    end_row (ods, error);
  else if (g_str_equal (name, "table-cell") || g_str_equal (name, "covered-table-cell"))
    end_cell (ods, error);
  else if (g_str_equal (name, "p"))
    ods->in_paragraph = FALSE;
}

static void
on_text (gpointer data, const char *text, gsize length, GError **error)
{
  Ods *ods = data;

  if (ods->skip_depth > 0 || !ods->in_paragraph || ods->table_depth != 1)
    return;
  if (ods->text->len + length > MAX_TEXT)
    g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("A cell in row %u holds more than 1 MiB of text."), ods->row);
  else
    g_string_append_len (ods->text, text, (gssize)length);
}

static gboolean
mark_areas (Ods *ods, GError **error)
{
  for (guint i = 0; i < ods->areas->len; i++)
    if (!mc_sheet_mark_merged (ods->sheet, g_array_index (ods->areas, McSheetArea, i), error))
      return FALSE;
  return TRUE;
}

McSheet *
mc_ods_load (McZip *zip, guint index, GError **error)
{
  static const McXmlHandlers handlers = { on_start, on_end, on_text };
  g_autoptr (McSheet) sheet = mc_sheet_new ();
  g_autoptr (GArray) areas = g_array_new (FALSE, FALSE, sizeof (McSheetArea));
  Ods ods = { .sheet = sheet, .index = index, .table = -1, .areas = areas, .text = g_string_new (NULL) };
  gboolean ok = mc_zip_parse (zip, "content.xml", &handlers, &ods, error) && mark_areas (&ods, error);

  g_string_free (ods.text, TRUE);
  mc_table_cell_clear (&ods.cell);
  if (ok && index >= sheet->sheets->len)
    {
      g_set_error (error, MC_ERROR, MC_ERROR_NOT_FOUND, _ ("The file has no sheet number %u."), index + 1);
      ok = FALSE;
    }
  return ok ? g_steal_pointer (&sheet) : NULL;
}
