/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-paper.h"

#include <math.h>

#include "mc-number.h"
#include "mc-official-private.h"
#include "mc-official-words.h"

#define ACROSS 1.0 /* points beside the text of a cell */
#define DOWN 1.6
#define CLOSED 14.5 /* the width of a day on which nobody comes */
#define ORDER 17.0  /* of the running number */
#define TOTAL 32.0
#define MOST_NAME 165.0

static const double cell_sizes[] = { 10, 9.5, 9, 8.5, 8, MC_OFFICIAL_LEAST_CELL };

typedef struct
{
  McRosterSheet *sheet;
  double width;           /* of the area */
  double name, code;      /* columns; @code 0: none */
  double size, name_size; /* of the text */
  guint n_parts;
} Plan;

static double
text_width (const char *text, double size, gboolean bold)
{
  const McParagraphStyle style = { .size = size, .bold = bold };
  g_autoptr (McParagraph) paragraph = mc_paragraph_new (text, &style, 0);
  double left, right;

  mc_paragraph_get_extent (paragraph, 0, 1, &left, &right);
  return right - left;
}

/* The longest word of all cells: what a half-day's column must hold. */
static double
longest_word (McRosterSheet *sheet)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  double longest = 0;

  for (guint row = 0; row < mc_roster_sheet_get_n_rows (sheet); row++)
    for (guint i = 0; i < 2 * mc_roster_sheet_get_n_days (sheet); i++)
      {
        const char *text =
            mc_roster_sheet_get_cell (sheet, row, i / 2, i % 2 ? MC_HALF_AFTERNOON : MC_HALF_MORNING, NULL);
        g_auto (GStrv) words = NULL;

        if (!text || !g_hash_table_add (seen, (gpointer)text))
          continue;
        words = g_strsplit_set (text, " \n", -1);
        for (guint w = 0; words[w]; w++)
          longest = MAX (longest, text_width (words[w], 10, FALSE));
      }
  return longest / 10; /* for each point of size */
}

static double
widest_row (McRosterSheet *sheet, gboolean codes, double size)
{
  const char *title = codes ? mc_roster_sheet_get_code_title (sheet) : NULL;
  double widest = title ? text_width (title, size, TRUE) : 0;

  for (guint row = 0; row < mc_roster_sheet_get_n_rows (sheet); row++)
    {
      const McSheetRow *facts = mc_roster_sheet_get_row (sheet, row);
      const char *text = codes ? facts->code : facts->name;

      if (text)
        widest = MAX (widest, text_width (text, size, FALSE));
    }
  return widest + 2 * ACROSS + 1;
}

/* Days @from to @to - 1 of part @part. */
static void
get_part (Plan *self, guint part, guint *from, guint *to)
{
  guint n = mc_roster_sheet_get_n_days (self->sheet);

  *from = n * part / self->n_parts;
  *to = n * (part + 1) / self->n_parts;
}

/* What a column of a half has at least, in the part where it has least. */
static double
half_width (Plan *self)
{
  double least = INFINITY;

  for (guint part = 0; part < self->n_parts; part++)
    {
      double room = self->width - ORDER - self->name - self->code;
      guint from, to, halves = 0;

      get_part (self, part, &from, &to);
      if (part + 1 == self->n_parts)
        room -= TOTAL * mc_roster_sheet_get_n_totals (self->sheet);
      for (guint i = from; i < to; i++)
        {
          guint sessions = mc_roster_sheet_get_day (self->sheet, i)->sessions;

          halves += sessions;
          room -= sessions == 0 ? CLOSED : 0;
        }
      if (halves > 0)
        least = MIN (least, room / halves);
    }
  return least;
}

/* The fewest parts, and then the largest letters; @first: of the sizes, the largest to be tried. */
static void
make_plan (Plan *self, McRosterSheet *sheet, double width, guint first)
{
  double word = longest_word (sheet);
  guint n_days = mc_roster_sheet_get_n_days (sheet);

  *self = (Plan){ .sheet = sheet, .width = width };
  for (self->n_parts = 1;; self->n_parts++)
    for (guint i = first; i < G_N_ELEMENTS (cell_sizes); i++)
      {
        self->size = cell_sizes[i];
        self->name_size = MAX (MC_OFFICIAL_LEAST_NAME, self->size);
        self->name = MIN (MOST_NAME, widest_row (sheet, FALSE, self->name_size));
        self->code = mc_roster_sheet_get_code_title (sheet) ? widest_row (sheet, TRUE, self->name_size) : 0;
        if (half_width (self) >= word * self->size + 2 * ACROSS + 0.5 || self->n_parts >= MAX (1, n_days))
          return;
      }
}

static McTone
tone_of_day (const McSheetDay *day)
{
  return day->kind == MC_SHEET_HOLIDAY   ? MC_TONE_HOLIDAY
         : day->kind == MC_SHEET_WEEKEND ? MC_TONE_WEEKEND
                                         : MC_TONE_NONE;
}

static McTone
tone_of_cell (McSheetMarking marking, const McSheetDay *day)
{
  switch (marking)
    {
    case MC_SHEET_ABSENT:
      return MC_TONE_ABSENT;
    case MC_SHEET_STANDBY:
      return MC_TONE_STANDBY;
    case MC_SHEET_GAP:
      return MC_TONE_GAP;
    case MC_SHEET_AMENDED:
      return MC_TONE_MOVED;
    case MC_SHEET_PLAIN:
    default:
      return tone_of_day (day);
    }
}

static void
add_columns (Plan *self, McPaperTable *table, guint from, guint to, gboolean last)
{
  mc_paper_table_add_column (table, ORDER, 0, MC_ALIGN_CENTER);
  mc_paper_table_add_column (table, self->name, 0, MC_ALIGN_START);
  if (self->code > 0)
    mc_paper_table_add_column (table, self->code, 0, MC_ALIGN_CENTER);
  for (guint i = from; i < to; i++)
    {
      guint sessions = mc_roster_sheet_get_day (self->sheet, i)->sessions;

      if (sessions == 0)
        mc_paper_table_add_column (table, CLOSED, 0, MC_ALIGN_CENTER);
      for (guint s = 0; s < sessions; s++)
        mc_paper_table_add_column (table, 0, 1, MC_ALIGN_CENTER);
    }
  for (guint i = 0; last && i < mc_roster_sheet_get_n_totals (self->sheet); i++)
    mc_paper_table_add_column (table, TOTAL, 0, MC_ALIGN_CENTER);
}

static void
add_head_cell (McPaperTable *table, const char *text, guint columns, guint rows, double size, McTone tone)
{
  mc_paper_table_add_cell (
      table,
      &(McPaperCell){ .text = text, .columns = columns, .rows = rows, .bold = TRUE, .size = size, .tone = tone });
}

/* Date, weekday, session. */
static void
add_head (Plan *self, McPaperTable *table, guint from, guint to, gboolean last)
{
  const char *code = mc_roster_sheet_get_code_title (self->sheet);

  mc_paper_table_add_head_row (table);
  add_head_cell (table, "TT", 1, 3, self->size, MC_TONE_NONE);
  add_head_cell (table, mc_roster_sheet_get_name_title (self->sheet), 1, 3, self->name_size, MC_TONE_NONE);
  if (code)
    add_head_cell (table, code, 1, 3, self->name_size, MC_TONE_NONE);
  for (guint i = from; i < to; i++)
    {
      const McSheetDay *day = mc_roster_sheet_get_day (self->sheet, i);
      g_autofree char *text = NULL;
      int date, month;

      mc_day_split (day->day, NULL, &month, &date);
      /* Where there is room, the month with it. */
      text = mc_roster_sheet_get_n_days (self->sheet) > 7 || day->sessions == 0
                 ? mc_official_format_number ((guint)date)
                 : g_strdup_printf ("%02d/%02d", date, month);
      add_head_cell (table, text, MAX (1, day->sessions), 1, self->size, tone_of_day (day));
    }
  for (guint i = 0; last && i < mc_roster_sheet_get_n_totals (self->sheet); i++)
    add_head_cell (table, mc_roster_sheet_get_total_title (self->sheet, i), 1, 3, MC_OFFICIAL_LEAST_CELL, MC_TONE_NONE);
  mc_paper_table_add_head_row (table);
  for (guint i = from; i < to; i++)
    {
      const McSheetDay *day = mc_roster_sheet_get_day (self->sheet, i);
      const char *weekday = mc_official_format_weekday (day->day, TRUE);
      g_autofree char *text = g_strdup_printf ("%s\n%s", weekday, day->label ? day->label : "");

      add_head_cell (table, day->label && day->sessions > 0 ? text : weekday, MAX (1, day->sessions), 1,
                     MC_OFFICIAL_LEAST_CELL, tone_of_day (day));
    }
  mc_paper_table_add_head_row (table);
  for (guint i = from; i < to; i++)
    {
      const McSheetDay *day = mc_roster_sheet_get_day (self->sheet, i);

      add_head_cell (table, day->sessions == 2 ? "S" : "", 1, 1, MC_OFFICIAL_LEAST_CELL, tone_of_day (day));
      if (day->sessions == 2)
        add_head_cell (table, "C", 1, 1, MC_OFFICIAL_LEAST_CELL, tone_of_day (day));
    }
}

static void
add_cell (McPaperTable *table, const char *text, guint columns, McTone tone)
{
  if (columns == 1 && tone == MC_TONE_NONE)
    mc_paper_table_add_text (table, text);
  else
    mc_paper_table_add_cell (table, &(McPaperCell){ .text = text, .columns = columns, .tone = tone });
}

static void
add_day (Plan *self, McPaperTable *table, guint row, guint index)
{
  const McSheetDay *day = mc_roster_sheet_get_day (self->sheet, index);
  McSheetMarking morning_marking, afternoon_marking;
  const char *morning = mc_roster_sheet_get_cell (self->sheet, row, index, MC_HALF_MORNING, &morning_marking);
  const char *afternoon = mc_roster_sheet_get_cell (self->sheet, row, index, MC_HALF_AFTERNOON, &afternoon_marking);

  if (day->sessions == 0)
    add_cell (table, NULL, 1, tone_of_day (day));
  else if (day->sessions == 1)
    add_cell (table, morning && *morning ? morning : afternoon, 1,
              tone_of_cell (MAX (morning_marking, afternoon_marking), day));
  /* Who has the same place all day has it written once, larger to the eye. */
  else if (g_strcmp0 (morning, afternoon) == 0 && morning_marking == afternoon_marking && morning)
    add_cell (table, morning, 2, tone_of_cell (morning_marking, day));
  else
    {
      add_cell (table, morning, 1, tone_of_cell (morning_marking, day));
      add_cell (table, afternoon, 1, tone_of_cell (afternoon_marking, day));
    }
}

static void
add_row (Plan *self, McPaperTable *table, guint row, guint from, guint to, gboolean last)
{
  const McSheetRow *facts = mc_roster_sheet_get_row (self->sheet, row);
  g_autofree char *order = g_strdup_printf ("%u", row + 1);

  mc_paper_table_add_row (table);
  mc_paper_table_add_text (table, order);
  mc_paper_table_add_cell (table, &(McPaperCell){ .text = facts->name, .size = self->name_size });
  if (self->code > 0)
    mc_paper_table_add_cell (table, &(McPaperCell){ .text = facts->code, .size = self->name_size });
  for (guint i = from; i < to; i++)
    add_day (self, table, row, i);
  for (guint i = 0; last && i < mc_roster_sheet_get_n_totals (self->sheet); i++)
    {
      double days = mc_roster_sheet_get_total (self->sheet, row, i);
      g_autofree char *text = mc_number_format (days, days > floor (days) ? 1 : 0);

      mc_paper_table_add_cell (table, &(McPaperCell){ .text = text, .bold = TRUE });
    }
}

static guint
count_columns (Plan *self, guint from, guint to, gboolean last)
{
  guint n = 2 + (self->code > 0) + (last ? mc_roster_sheet_get_n_totals (self->sheet) : 0);

  for (guint i = from; i < to; i++)
    n += MAX (1, mc_roster_sheet_get_day (self->sheet, i)->sessions);
  return n;
}

static void
add_part (Plan *self, McOfficialPaper *paper, guint part)
{
  g_autoptr (McPaperTable) table = mc_paper_table_new (self->size);
  gboolean last = part + 1 == self->n_parts;
  const char *group = NULL;
  guint from, to;

  get_part (self, part, &from, &to);
  mc_paper_table_set_padding (table, ACROSS, DOWN);
  if (self->n_parts == 1)
    mc_paper_table_set_fit (table);
  add_columns (self, table, from, to, last);
  add_head (self, table, from, to, last);
  for (guint row = 0; row < mc_roster_sheet_get_n_rows (self->sheet); row++)
    {
      const char *own = mc_roster_sheet_get_row (self->sheet, row)->group;

      if (own && g_strcmp0 (own, group) != 0)
        {
          mc_paper_table_add_row (table);
          mc_paper_table_add_cell (table, &(McPaperCell){ .text = own,
                                                          .columns = count_columns (self, from, to, last),
                                                          .bold = TRUE,
                                                          .own_align = TRUE,
                                                          .align = MC_ALIGN_START,
                                                          .size = self->name_size });
        }
      group = own;
      add_row (self, table, row, from, to, last);
    }
  mc_official_paper_add_table (paper, table);
}

static void
add_notes (McOfficialPaper *paper, McRosterSheet *sheet)
{
  g_autoptr (GString) note = g_string_new ("**Ghi chú:** S: sáng; C: chiều");

  for (guint i = 0; i < mc_roster_sheet_get_n_legends (sheet); i++)
    {
      const char *code, *words;

      mc_roster_sheet_get_legend (sheet, i, &code, &words);
      g_string_append_printf (note, "; %s: %s", code, words);
    }
  /* Of days without room for words in their column. */
  for (guint i = 0; i < mc_roster_sheet_get_n_days (sheet); i++)
    {
      const McSheetDay *day = mc_roster_sheet_get_day (sheet, i);
      g_autofree char *date = NULL;

      if (day->sessions > 0 || !day->label)
        continue;
      date = mc_day_format (day->day);
      g_string_append_printf (note, "; %.5s: %s", date, day->label);
    }
  g_string_append_c (note, '.');
  mc_official_paper_add_note (paper, note->str);
}

static double
get_width (McPaperSize size)
{
  return mc_official_page_get_inside (size == MC_PAPER_A3 ? MC_A3_HEIGHT : MC_A4_HEIGHT, 0).width;
}

static void
append (McOfficialPaper *paper, Plan *plan)
{
  for (guint part = 0; part < plan->n_parts; part++)
    {
      guint from, to;

      get_part (plan, part, &from, &to);
      if (part > 0)
        mc_official_paper_add_page_break (paper);
      if (plan->n_parts > 1)
        {
          g_autofree char *first = mc_day_format (mc_roster_sheet_get_day (plan->sheet, from)->day);
          g_autofree char *final = mc_day_format (mc_roster_sheet_get_day (plan->sheet, to - 1)->day);
          g_autofree char *title =
              g_strdup_printf ("Phần %u/%u: từ ngày %s đến ngày %s", part + 1, plan->n_parts, first, final);

          mc_official_paper_add_centred (paper, title);
        }
      add_part (plan, paper, part);
    }
  add_notes (paper, plan->sheet);
}

void
mc_roster_paper_append (McOfficialPaper *paper, McRosterSheet *sheet, McPaperSize size)
{
  Plan plan;

  make_plan (&plan, sheet, get_width (size), 0);
  append (paper, &plan);
}

/* The largest letters with which it is one page for each part; where none are, the largest of all. */
McOfficialPaper *
mc_roster_paper_new (const McOfficialFrame *frame, McRosterSheet *sheet, McPaperSize size)
{
  g_autoptr (McOfficialPaper) largest = NULL;

  for (guint first = 0; first < G_N_ELEMENTS (cell_sizes); first++)
    {
      g_autoptr (McOfficialPaper) paper = mc_official_paper_new ();
      Plan plan;

      make_plan (&plan, sheet, get_width (size), first);
      while (first + 1 < G_N_ELEMENTS (cell_sizes) && cell_sizes[first + 1] >= plan.size)
        first++;
      mc_official_paper_set_frame (paper, frame);
      mc_official_paper_set_sheet (paper, size, TRUE);
      append (paper, &plan);
      if (mc_sheets_get_n_pages (MC_SHEETS (paper)) <= plan.n_parts)
        return g_steal_pointer (&paper);
      if (!largest)
        largest = g_steal_pointer (&paper);
    }
  return g_steal_pointer (&largest);
}
