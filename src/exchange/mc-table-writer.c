/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-table-writer.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>
#include <xlsxwriter.h>

#include "mc-day.h"
#include "mc-error.h"
#include "mc-zip-check.h"

#define MAX_WIDTH 60
#define MIN_WIDTH 6
#define SHEET_NAME_MAX 31 /* letters, by the format */
#define PAPER_A4 9

static void
append_field (GString *out, const char *text, char delimiter)
{
  const char special[] = { delimiter, '"', '\r', '\n', '\0' };

  if (!strpbrk (text, special) && *text != ' ')
    {
      g_string_append (out, text);
      return;
    }
  g_string_append_c (out, '"');
  for (const char *p = text; *p; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

/* A cell that begins with one of these is run by spreadsheets when the file is opened. */
static gboolean
looks_like_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

static char *
csv_text (const McTableCell *cell)
{
  switch (cell->kind)
    {
    case MC_CELL_DATE:
      return mc_day_format ((McDay)cell->number);
    case MC_CELL_BOOL:
      return g_strdup (cell->number != 0 ? _ ("Yes") : _ ("No"));
    case MC_CELL_TEXT:
      return looks_like_formula (cell->text) ? g_strconcat ("'", cell->text, NULL) : g_strdup (cell->text);
    case MC_CELL_NUMBER:
    case MC_CELL_ERROR:
      return g_strdup (cell->text);
    case MC_CELL_EMPTY:
    default:
      return g_strdup ("");
    }
}

GBytes *
mc_table_writer_csv (const char *const *titles, GPtrArray *rows, McCsvFlags flags)
{
  GString *out = g_string_new (flags & MC_CSV_BOM ? "\xef\xbb\xbf" : NULL);
  char delimiter = flags & MC_CSV_SEMICOLON ? ';' : ',';
  guint n = g_strv_length ((char **)titles);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out, delimiter);
      append_field (out, titles[i], delimiter);
    }
  g_string_append (out, "\r\n");
  for (guint r = 0; r < rows->len; r++)
    {
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *text = csv_text (mc_table_row_get_cell (g_ptr_array_index (rows, r), i));

          if (i > 0)
            g_string_append_c (out, delimiter);
          append_field (out, text, delimiter);
        }
      g_string_append (out, "\r\n");
    }
  return g_string_free_to_bytes (out);
}

typedef struct
{
  lxw_worksheet *sheet;
  lxw_format *header;
  lxw_format *day;
  lxw_format *text;
} Xlsx;

static lxw_error
write_cell (Xlsx *xlsx, lxw_row_t row, lxw_col_t column, const McTableCell *cell)
{
  switch (cell->kind)
    {
    case MC_CELL_TEXT:
    case MC_CELL_ERROR:
      return worksheet_write_string (xlsx->sheet, row, column, cell->text, xlsx->text);
    case MC_CELL_NUMBER:
      return worksheet_write_number (xlsx->sheet, row, column, cell->number, NULL);
    case MC_CELL_BOOL:
      return worksheet_write_boolean (xlsx->sheet, row, column, cell->number != 0, NULL);
    case MC_CELL_DATE:
      {
        int year, month, day;

        /* The format knows no day before 1900. */
        mc_day_split ((McDay)cell->number, &year, &month, &day);
        if (year < 1900)
          return worksheet_write_string (xlsx->sheet, row, column, cell->text, xlsx->text);
        lxw_datetime when = { .year = year, .month = month, .day = day };

        return worksheet_write_datetime (xlsx->sheet, row, column, &when, xlsx->day);
      }
    case MC_CELL_EMPTY:
    default:
      return LXW_NO_ERROR;
    }
}

static guint
cell_width (const McTableCell *cell)
{
  if (cell->kind == MC_CELL_EMPTY || !cell->text)
    return 0;
  return cell->kind == MC_CELL_DATE ? 10 : (guint)g_utf8_strlen (cell->text, -1);
}

static void
set_width (Xlsx *xlsx, guint column, const char *title, GPtrArray *rows)
{
  /* The button of the filter covers two letters of the title. */
  guint width = (guint)g_utf8_strlen (title, -1) + 3;

  for (guint r = 0; r < rows->len; r++)
    width = MAX (width, cell_width (mc_table_row_get_cell (g_ptr_array_index (rows, r), column)) + 1);
  worksheet_set_column (xlsx->sheet, (lxw_col_t)column, (lxw_col_t)column, CLAMP (width, MIN_WIDTH, MAX_WIDTH), NULL);
}

static char *
sheet_name (const char *name)
{
  g_autofree char *clean = g_strdup (name);
  g_autofree char *cut = NULL;

  g_strdelimit (clean, "[]:*?/\\'", ' ');
  g_strstrip (clean);
  cut = g_utf8_substring (clean, 0, MIN (g_utf8_strlen (clean, -1), SHEET_NAME_MAX));
  g_strstrip (cut);
  return *cut ? g_steal_pointer (&cut) : g_strdup ("1");
}

static void
make_formats (Xlsx *xlsx, lxw_workbook *book)
{
  xlsx->header = workbook_add_format (book);
  format_set_bold (xlsx->header);
  format_set_text_wrap (xlsx->header);
  format_set_align (xlsx->header, LXW_ALIGN_VERTICAL_CENTER);
  format_set_bg_color (xlsx->header, 0xDCE6F1);
  format_set_border (xlsx->header, LXW_BORDER_THIN);
  xlsx->day = workbook_add_format (book);
  format_set_num_format (xlsx->day, "dd/mm/yyyy");
  format_set_align (xlsx->day, LXW_ALIGN_CENTER);
  /* "@": an identity or telephone number that is edited stays text. */
  xlsx->text = workbook_add_format (book);
  format_set_num_format (xlsx->text, "@");
}

static lxw_error
fill_sheet (Xlsx *xlsx, const char *const *titles, GPtrArray *rows)
{
  guint n = g_strv_length ((char **)titles);
  lxw_error status = LXW_NO_ERROR;

  for (guint i = 0; i < n && !status; i++)
    {
      set_width (xlsx, i, titles[i], rows);
      status = worksheet_write_string (xlsx->sheet, 0, (lxw_col_t)i, titles[i], xlsx->header);
    }
  for (guint r = 0; r < rows->len; r++)
    for (guint i = 0; i < n && !status; i++)
      status = write_cell (xlsx, r + 1, (lxw_col_t)i, mc_table_row_get_cell (g_ptr_array_index (rows, r), i));
  worksheet_freeze_panes (xlsx->sheet, 1, 0);
  if (n > 0)
    worksheet_autofilter (xlsx->sheet, 0, 0, rows->len, (lxw_col_t)(n - 1));
  worksheet_set_landscape (xlsx->sheet);
  worksheet_set_paper (xlsx->sheet, PAPER_A4);
  worksheet_fit_to_pages (xlsx->sheet, 1, 0);
  worksheet_repeat_rows (xlsx->sheet, 0, 0);
  worksheet_set_footer (xlsx->sheet, "&C&P/&N");
  return status;
}

locale_t
mc_table_writer_use_decimal_point (void)
{
  static gsize once = 0;
  static locale_t point = (locale_t)0;

  if (g_once_init_enter (&once))
    {
      point = newlocale (LC_NUMERIC_MASK, "C", (locale_t)0);
      g_once_init_leave (&once, 1);
    }
  return uselocale (point);
}

GBytes *
mc_table_writer_xlsx (const char *name, const char *const *titles, GPtrArray *rows, GError **error)
{
  const char *buffer = NULL;
  size_t size = 0;
  lxw_workbook_options options = { .output_buffer = &buffer, .output_buffer_size = &size };
  lxw_workbook *book = workbook_new_opt (NULL, &options);
  lxw_doc_properties document = { .title = (char *)name, .comments = (char *)"Một Cửa" };
  g_autofree char *sheet = sheet_name (name);
  Xlsx xlsx = { 0 };
  locale_t before = mc_table_writer_use_decimal_point ();
  g_autoptr (GBytes) result = NULL;
  lxw_error status;

  make_formats (&xlsx, book);
  xlsx.sheet = workbook_add_worksheet (book, sheet);
  workbook_set_properties (book, &document);
  status = fill_sheet (&xlsx, titles, rows);
  if (status == LXW_NO_ERROR)
    status = workbook_close (book);
  else
    workbook_close (book);
  uselocale (before);
  if (status != LXW_NO_ERROR)
    {
      free ((char *)buffer);
      g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("The table cannot be written: %s"), lxw_strerror (status));
      return NULL;
    }
  result = g_bytes_new_with_free_func (buffer, size, free, (gpointer)buffer);
  return mc_zip_check_xml (result, error) ? g_steal_pointer (&result) : NULL;
}
