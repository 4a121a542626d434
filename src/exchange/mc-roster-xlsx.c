/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-xlsx.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <xlsxwriter.h>

#include "mc-error.h"
#include "mc-table-writer.h"
#include "mc-zip-check.h"

#define PAPER_A3 8
#define HEAD 4 /* rows over the first person: title, date, weekday, session */

typedef struct
{
  McRosterSheet *sheet;
  lxw_worksheet *page;
  lxw_format *head, *text, *cell, *weekend, *absent, *gap, *total;
  lxw_col_t first; /* column of the first morning */
} Writer;

static lxw_format *
add_format (lxw_workbook *book, lxw_color_t ground, gboolean bold, gboolean centred)
{
  lxw_format *format = workbook_add_format (book);

  format_set_border (format, LXW_BORDER_THIN);
  format_set_num_format (format, "@");
  if (centred)
    format_set_align (format, LXW_ALIGN_CENTER);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  if (ground)
    format_set_bg_color (format, ground);
  if (bold)
    format_set_bold (format);
  return format;
}

static void
make_formats (Writer *self, lxw_workbook *book)
{
  self->head = add_format (book, 0xDCE6F1, TRUE, TRUE);
  format_set_text_wrap (self->head);
  self->text = add_format (book, 0, FALSE, FALSE);
  self->cell = add_format (book, 0, FALSE, TRUE);
  self->weekend = add_format (book, 0xE8E8E8, FALSE, TRUE);
  self->absent = add_format (book, 0xFAF2E4, FALSE, TRUE);
  self->gap = add_format (book, 0xFAEAEA, FALSE, TRUE);
  self->total = add_format (book, 0, TRUE, TRUE);
  format_set_num_format (self->total, "0.0");
}

static lxw_format *
format_of (Writer *self, const McSheetDay *day, McSheetMarking marking)
{
  switch (marking)
    {
    case MC_SHEET_ABSENT:
      return self->absent;
    case MC_SHEET_GAP:
      return self->gap;
    case MC_SHEET_STANDBY:
    case MC_SHEET_AMENDED:
    case MC_SHEET_PLAIN:
    default:
      return day->kind == MC_SHEET_WORKING ? self->cell : self->weekend;
    }
}

static void
write_head (Writer *self, const char *title)
{
  static const char *const weekdays[] = { "T2", "T3", "T4", "T5", "T6", "T7", "CN" };
  guint n_days = mc_roster_sheet_get_n_days (self->sheet);
  const char *code = mc_roster_sheet_get_code_title (self->sheet);

  worksheet_write_string (self->page, 0, 0, title, NULL);
  worksheet_merge_range (self->page, 1, 0, HEAD - 1, 0, "TT", self->head);
  worksheet_merge_range (self->page, 1, 1, HEAD - 1, 1, mc_roster_sheet_get_name_title (self->sheet), self->head);
  worksheet_merge_range (self->page, 1, 2, HEAD - 1, 2, code ? code : "", self->head);
  for (guint i = 0; i < n_days; i++)
    {
      const McSheetDay *day = mc_roster_sheet_get_day (self->sheet, i);
      lxw_col_t column = (lxw_col_t)(self->first + 2 * i);
      g_autofree char *date = mc_day_format (day->day);

      worksheet_merge_range (self->page, 1, column, 1, column + 1, date, self->head);
      worksheet_merge_range (self->page, 2, column, 2, column + 1, weekdays[mc_day_weekday (day->day) - 1], self->head);
      worksheet_write_string (self->page, 3, column, "S", self->head);
      worksheet_write_string (self->page, 3, column + 1, "C", self->head);
    }
  for (guint i = 0; i < mc_roster_sheet_get_n_totals (self->sheet); i++)
    worksheet_merge_range (self->page, 1, (lxw_col_t)(self->first + 2 * n_days + i), HEAD - 1,
                           (lxw_col_t)(self->first + 2 * n_days + i), mc_roster_sheet_get_total_title (self->sheet, i),
                           self->head);
}

static void
append_count (GString *formula, const char *range, const char *text, const char *sign)
{
  g_auto (GStrv) parts = g_strsplit (text, "\"", -1);
  g_autofree char *quoted = g_strjoinv ("\"\"", parts);

  g_string_append_printf (formula, "%sCOUNTIF(%s,\"%s\")", sign, range, quoted);
}

/* All that is written in the row but what marks a gap. */
static void
append_all (Writer *self, GString *formula, const char *range, guint row)
{
  g_autoptr (GHashTable) gaps = g_hash_table_new (g_str_hash, g_str_equal);

  g_string_append_printf (formula, "COUNTA(%s)", range);
  for (guint i = 0; i < 2 * mc_roster_sheet_get_n_days (self->sheet); i++)
    {
      McSheetMarking marking;
      const char *text =
          mc_roster_sheet_get_cell (self->sheet, row, i / 2, i % 2 ? MC_HALF_AFTERNOON : MC_HALF_MORNING, &marking);

      if (text && *text && marking == MC_SHEET_GAP && g_hash_table_add (gaps, (gpointer)text))
        append_count (formula, range, text, "-");
    }
}

static void
write_totals (Writer *self, guint row, lxw_row_t line)
{
  guint n_days = mc_roster_sheet_get_n_days (self->sheet);
  char range[LXW_MAX_CELL_RANGE_LENGTH];

  if (n_days == 0)
    return;
  lxw_rowcol_to_range (range, line, self->first, line, (lxw_col_t)(self->first + 2 * n_days - 1));
  for (guint i = 0; i < mc_roster_sheet_get_n_totals (self->sheet); i++)
    {
      const char *const *codes = mc_roster_sheet_get_total_codes (self->sheet, i);
      g_autoptr (GString) formula = g_string_new ("=(");

      for (guint c = 0; codes && codes[c]; c++)
        append_count (formula, range, codes[c], c > 0 ? "+" : "");
      if (!codes)
        append_all (self, formula, range, row);
      else if (!codes[0])
        g_string_append_c (formula, '0');
      g_string_append (formula, ")/2");
      worksheet_write_formula_num (self->page, line, (lxw_col_t)(self->first + 2 * n_days + i), formula->str,
                                   self->total, mc_roster_sheet_get_total (self->sheet, row, i));
    }
}

static void
write_row (Writer *self, guint row)
{
  const McSheetRow *facts = mc_roster_sheet_get_row (self->sheet, row);
  lxw_row_t line = HEAD + row;

  worksheet_write_number (self->page, line, 0, row + 1, self->cell);
  worksheet_write_string (self->page, line, 1, facts->name ? facts->name : "", self->text);
  worksheet_write_string (self->page, line, 2, facts->code ? facts->code : "", self->cell);
  for (guint i = 0; i < 2 * mc_roster_sheet_get_n_days (self->sheet); i++)
    {
      McSheetMarking marking;
      const char *text =
          mc_roster_sheet_get_cell (self->sheet, row, i / 2, i % 2 ? MC_HALF_AFTERNOON : MC_HALF_MORNING, &marking);
      lxw_format *format = format_of (self, mc_roster_sheet_get_day (self->sheet, i / 2), marking);

      /* An empty cell stays empty, or COUNTA would count it. */
      if (text && *text)
        worksheet_write_string (self->page, line, (lxw_col_t)(self->first + i), text, format);
      else
        worksheet_write_blank (self->page, line, (lxw_col_t)(self->first + i), format);
    }
  write_totals (self, row, line);
}

static void
write_legend (Writer *self)
{
  lxw_row_t line = HEAD + mc_roster_sheet_get_n_rows (self->sheet) + 1;

  for (guint i = 0; i < mc_roster_sheet_get_n_legends (self->sheet); i++, line++)
    {
      const char *code, *words;

      mc_roster_sheet_get_legend (self->sheet, i, &code, &words);
      worksheet_write_string (self->page, line, 1, words, NULL);
      worksheet_write_string (self->page, line, 2, code, NULL);
    }
}

static void
fill (Writer *self, const char *title)
{
  guint n_days = mc_roster_sheet_get_n_days (self->sheet);

  write_head (self, title);
  for (guint row = 0; row < mc_roster_sheet_get_n_rows (self->sheet); row++)
    write_row (self, row);
  write_legend (self);
  worksheet_set_column (self->page, 0, 0, 4, NULL);
  worksheet_set_column (self->page, 1, 1, 28, NULL);
  worksheet_set_column (self->page, 2, 2, 9, NULL);
  if (n_days > 0)
    worksheet_set_column (self->page, self->first, (lxw_col_t)(self->first + 2 * n_days - 1), 5.5, NULL);
  worksheet_freeze_panes (self->page, HEAD, self->first);
  worksheet_set_landscape (self->page);
  worksheet_set_paper (self->page, PAPER_A3);
  worksheet_fit_to_pages (self->page, 1, 0);
  worksheet_repeat_rows (self->page, 1, HEAD - 1);
  worksheet_set_footer (self->page, "&C&P/&N");
}

GBytes *
mc_roster_xlsx (McRosterSheet *sheet, const char *title, GError **error)
{
  const char *buffer = NULL;
  size_t size = 0;
  lxw_workbook_options options = { .output_buffer = &buffer, .output_buffer_size = &size };
  lxw_workbook *book = workbook_new_opt (NULL, &options);
  lxw_doc_properties document = { .title = (char *)title, .comments = (char *)"Một Cửa" };
  Writer self = { .sheet = sheet, .first = 3 };
  locale_t before = mc_table_writer_use_decimal_point ();
  g_autoptr (GBytes) result = NULL;
  lxw_error status;

  make_formats (&self, book);
  self.page = workbook_add_worksheet (book, "Lịch");
  workbook_set_properties (book, &document);
  fill (&self, title);
  status = workbook_close (book);
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
