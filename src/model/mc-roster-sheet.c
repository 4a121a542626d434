/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-sheet.h"

typedef struct
{
  char *text;
  McSheetMarking marking;
} Cell;

typedef struct
{
  McSheetRow row;
  Cell *cells; /* two for each day */
} Row;

typedef struct
{
  char *title;
  char **codes;
} Total;

typedef struct
{
  char *code, *words;
} Legend;

struct _McRosterSheet
{
  gatomicrefcount refs;
  McSheetDay *days;
  guint n_days;
  char *name_title, *code_title;
  GPtrArray *rows; /* of Row */
  GArray *totals, *legends;
};

static void
row_free (Row *self, guint n_days)
{
  for (guint i = 0; i < 2 * n_days; i++)
    g_free (self->cells[i].text);
  g_free (self->cells);
  g_free (self->row.name);
  g_free (self->row.code);
  g_free (self->row.group);
  g_free (self);
}

static void
total_clear (gpointer data)
{
  g_free (((Total *)data)->title);
  g_strfreev (((Total *)data)->codes);
}

static void
legend_clear (gpointer data)
{
  g_free (((Legend *)data)->code);
  g_free (((Legend *)data)->words);
}

McRosterSheet *
mc_roster_sheet_new (McDay first, McDay last)
{
  McRosterSheet *self = g_new0 (McRosterSheet, 1);

  g_atomic_ref_count_init (&self->refs);
  self->n_days = last >= first ? (guint)(last - first + 1) : 0;
  self->days = g_new0 (McSheetDay, self->n_days + 1);
  for (guint i = 0; i < self->n_days; i++)
    self->days[i] = (McSheetDay){ .day = first + (McDay)i, .sessions = 2 };
  self->rows = g_ptr_array_new ();
  self->totals = g_array_new (FALSE, FALSE, sizeof (Total));
  g_array_set_clear_func (self->totals, total_clear);
  self->legends = g_array_new (FALSE, FALSE, sizeof (Legend));
  g_array_set_clear_func (self->legends, legend_clear);
  return self;
}

McRosterSheet *
mc_roster_sheet_ref (McRosterSheet *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
mc_roster_sheet_unref (McRosterSheet *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint i = 0; i < self->rows->len; i++)
    row_free (g_ptr_array_index (self->rows, i), self->n_days);
  g_ptr_array_unref (self->rows);
  for (guint i = 0; i < self->n_days; i++)
    g_free (self->days[i].label);
  g_free (self->days);
  g_free (self->name_title);
  g_free (self->code_title);
  g_array_unref (self->totals);
  g_array_unref (self->legends);
  g_free (self);
}

static gboolean
find_day (McRosterSheet *self, McDay day, guint *index)
{
  if (self->n_days == 0 || day < self->days[0].day || day > self->days[self->n_days - 1].day)
    return FALSE;
  *index = (guint)(day - self->days[0].day);
  return TRUE;
}

void
mc_roster_sheet_set_day (McRosterSheet *self, McDay day, McSheetDayKind kind, guint sessions, const char *label)
{
  guint index;

  if (!find_day (self, day, &index))
    return;
  self->days[index].kind = kind;
  self->days[index].sessions = MIN (sessions, 2);
  g_set_str (&self->days[index].label, label);
}

void
mc_roster_sheet_set_row_title (McRosterSheet *self, const char *name, const char *code)
{
  g_set_str (&self->name_title, name);
  g_set_str (&self->code_title, code);
}

guint
mc_roster_sheet_add_row (McRosterSheet *self, const char *name, const char *code, const char *group)
{
  Row *row = g_new0 (Row, 1);

  row->row = (McSheetRow){ g_strdup (name), g_strdup (code), g_strdup (group) };
  row->cells = g_new0 (Cell, 2 * self->n_days + 1);
  g_ptr_array_add (self->rows, row);
  return self->rows->len - 1;
}

void
mc_roster_sheet_set_cell (
    McRosterSheet *self, guint row, McDay day, McHalf session, const char *text, McSheetMarking marking)
{
  guint index;

  g_return_if_fail (row < self->rows->len);
  if (!find_day (self, day, &index))
    return;
  for (guint half = 0; half < 2; half++)
    if (mc_half_covers (session, half == 0 ? MC_HALF_MORNING : MC_HALF_AFTERNOON))
      {
        Cell *cell = &((Row *)g_ptr_array_index (self->rows, row))->cells[2 * index + half];

        g_set_str (&cell->text, text);
        cell->marking = marking;
      }
}

guint
mc_roster_sheet_add_total (McRosterSheet *self, const char *title, const char *const *codes)
{
  Total total = { g_strdup (title), g_strdupv ((char **)codes) };

  g_array_append_val (self->totals, total);
  return self->totals->len - 1;
}

void
mc_roster_sheet_add_legend (McRosterSheet *self, const char *code, const char *words)
{
  Legend legend = { g_strdup (code), g_strdup (words) };

  g_array_append_val (self->legends, legend);
}

guint
mc_roster_sheet_get_n_days (McRosterSheet *self)
{
  return self->n_days;
}

const McSheetDay *
mc_roster_sheet_get_day (McRosterSheet *self, guint index)
{
  g_return_val_if_fail (index < self->n_days, NULL);
  return &self->days[index];
}

guint
mc_roster_sheet_get_n_rows (McRosterSheet *self)
{
  return self->rows->len;
}

const McSheetRow *
mc_roster_sheet_get_row (McRosterSheet *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);
  return &((Row *)g_ptr_array_index (self->rows, row))->row;
}

const char *
mc_roster_sheet_get_name_title (McRosterSheet *self)
{
  return self->name_title ? self->name_title : "Họ và tên";
}

const char *
mc_roster_sheet_get_code_title (McRosterSheet *self)
{
  return self->code_title;
}

const char *
mc_roster_sheet_get_cell (McRosterSheet *self, guint row, guint day, McHalf session, McSheetMarking *marking)
{
  const Cell *cell;

  g_return_val_if_fail (row < self->rows->len && day < self->n_days, NULL);
  cell = &((Row *)g_ptr_array_index (self->rows, row))->cells[2 * day + (session == MC_HALF_AFTERNOON)];
  if (marking)
    *marking = cell->marking;
  return cell->text;
}

guint
mc_roster_sheet_get_n_totals (McRosterSheet *self)
{
  return self->totals->len;
}

const char *
mc_roster_sheet_get_total_title (McRosterSheet *self, guint total)
{
  g_return_val_if_fail (total < self->totals->len, NULL);
  return g_array_index (self->totals, Total, total).title;
}

const char *const *
mc_roster_sheet_get_total_codes (McRosterSheet *self, guint total)
{
  g_return_val_if_fail (total < self->totals->len, NULL);
  return (const char *const *)g_array_index (self->totals, Total, total).codes;
}

double
mc_roster_sheet_get_total (McRosterSheet *self, guint row, guint total)
{
  const char *const *codes = mc_roster_sheet_get_total_codes (self, total);
  double days = 0;

  for (guint i = 0; i < 2 * self->n_days; i++)
    {
      McSheetMarking marking;
      const char *text =
          mc_roster_sheet_get_cell (self, row, i / 2, i % 2 ? MC_HALF_AFTERNOON : MC_HALF_MORNING, &marking);

      if (text && *text && (codes ? g_strv_contains (codes, text) : marking != MC_SHEET_GAP))
        days += 0.5;
    }
  return days;
}

guint
mc_roster_sheet_get_n_legends (McRosterSheet *self)
{
  return self->legends->len;
}

void
mc_roster_sheet_get_legend (McRosterSheet *self, guint index, const char **code, const char **words)
{
  const Legend *legend;

  g_return_if_fail (index < self->legends->len);
  legend = &g_array_index (self->legends, Legend, index);
  *code = legend->code;
  *words = legend->words;
}
