/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table: its parts are its rows, of which those of the head are repeated on each page. */
#include "mc-official-private.h"

#include <glib/gi18n-lib.h>

#define ACROSS 3.0 /* points beside the text of a cell */
#define DOWN 2.0   /* points over and under it */
#define LEAST_DOWN 0.1
#define MOST_COLUMNS 400

static const McStroke line = { .width = 0.5, .tone = MC_TONE_INK };

typedef struct
{
  McParagraph *text;
  guint row, rows, column, columns;
  McTone tone;
  gboolean head;
} Cell;

typedef struct
{
  McOfficialBlock block;
  double size, across, down;
  double width;  /* of the area */
  double *edges; /* n_columns + 1, from 0 */
  McAlign *aligns;
  guint n_columns, n_head;
  double *heights; /* of the text of each row */
  gboolean *keeps; /* a cell reaches into the next row */
  GArray *cells;   /* of Cell, by rows */
  guint *firsts;   /* of the cells of each row, and their number */
} Table;

static void
cell_clear (gpointer data)
{
  g_clear_pointer (&((Cell *)data)->text, mc_paragraph_unref);
}

static double
get_double (JsonObject *object, const char *name, double otherwise)
{
  double value = json_object_get_double_member_with_default (object, name, otherwise);

  return value >= 0 && value < 10000 ? value : otherwise;
}

static void
take_columns (Table *self, JsonArray *columns)
{
  double fixed = 0, weights = 0, share;

  self->n_columns = columns ? MIN (json_array_get_length (columns), MOST_COLUMNS) : 0;
  self->edges = g_new0 (double, self->n_columns + 1);
  self->aligns = g_new0 (McAlign, self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++)
    {
      fixed += get_double (json_array_get_object_element (columns, i), "width", 0);
      weights += get_double (json_array_get_object_element (columns, i), "weight", 0);
    }
  share = weights > 0 ? MAX (0, self->width - fixed) / weights : 0;
  for (guint i = 0; i < self->n_columns; i++)
    {
      JsonObject *column = json_array_get_object_element (columns, i);

      self->aligns[i] = (McAlign)CLAMP (json_object_get_int_member_with_default (column, "align", 0), 0, 2);
      self->edges[i + 1] = self->edges[i] + get_double (column, "width", 0) + get_double (column, "weight", 0) * share;
    }
}

static void
make_cell (Table *self, Cell *cell, JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *text = object ? mc_official_string (object, "text") : json_node_get_string (node);
  McParagraphStyle style = { .size = self->size };

  style.align = cell->head ? MC_ALIGN_CENTER : self->aligns[cell->column];
  style.bold = cell->head;
  if (object)
    {
      style.size = get_double (object, "size", self->size);
      style.bold = json_object_get_boolean_member_with_default (object, "bold", style.bold);
      style.italic = json_object_get_boolean_member_with_default (object, "italic", FALSE);
      style.align = (McAlign)CLAMP (json_object_get_int_member_with_default (object, "align", style.align), 0, 2);
      cell->tone = mc_paper_tone_from_name (mc_official_string (object, "tone"));
    }
  if (text && *text)
    cell->text = mc_paragraph_new (
        text, &style,
        MAX (1, self->edges[cell->column + cell->columns] - self->edges[cell->column] - 2 * self->across));
}

static guint
span_of (JsonNode *node, const char *name, guint most)
{
  gint64 span = JSON_NODE_HOLDS_OBJECT (node)
                    ? json_object_get_int_member_with_default (json_node_get_object (node), name, 1)
                    : 1;

  return (guint)CLAMP (span, 1, MAX (1, most));
}

/* @taken: for each column, how many rows a cell from above still spans. */
static void
take_row (Table *self, JsonArray *row, guint index, guint n_rows, gboolean head, guint *taken)
{
  guint column = 0, n = json_array_get_length (row);

  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (row, i);
      Cell cell = { .row = index, .head = head };

      while (column < self->n_columns && taken[column] > 0)
        column++;
      if (column >= self->n_columns)
        break;
      cell.column = column;
      cell.columns = span_of (node, "columns", self->n_columns - column);
      cell.rows = span_of (node, "rows", n_rows - index);
      make_cell (self, &cell, node);
      for (guint c = column; c < column + cell.columns; c++)
        taken[c] = cell.rows;
      for (guint r = index; r + 1 < index + cell.rows; r++)
        self->keeps[r] = TRUE;
      g_array_append_val (self->cells, cell);
      column += cell.columns;
    }
  for (guint c = 0; c < self->n_columns; c++)
    if (taken[c] > 0)
      taken[c]--;
}

static double
text_height (const Cell *cell)
{
  return cell->text ? mc_paragraph_get_height (cell->text, 0, mc_paragraph_get_n_lines (cell->text)) : 0;
}

/* The rows take what their own cells need; what a cell over several rows needs more, the last of them takes. */
static void
measure_rows (Table *self, guint n_rows)
{
  for (guint r = 0; r < n_rows; r++)
    self->heights[r] = self->size * 1.15;
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->cells->len; i++)
      {
        const Cell *cell = &g_array_index (self->cells, Cell, i);
        double height = 0;

        if ((cell->rows > 1) != (pass > 0))
          continue;
        for (guint r = cell->row; r < cell->row + cell->rows; r++)
          height += self->heights[r];
        self->heights[cell->row + cell->rows - 1] += MAX (0, text_height (cell) - height);
      }
}

static double
row_height (Table *self, guint row)
{
  return self->heights[row] + 2 * self->down + self->block.stretch;
}

static double
table_get_height (McOfficialBlock *block, guint part)
{
  Table *self = (Table *)block;

  /* The flow adds the stretch. */
  return self->heights[part] + 2 * self->down;
}

static gboolean
table_keeps (McOfficialBlock *block, guint part)
{
  Table *self = (Table *)block;

  return part < self->n_head || self->keeps[part];
}

static void
draw_cell (Table *self, McOfficialPage *page, const Cell *cell, double y)
{
  McSceneNode *node = mc_scene_node_new (MC_SCENE_GROUND, NULL, NULL);
  McRect box = { self->block.left + self->edges[cell->column], y,
                 self->edges[cell->column + cell->columns] - self->edges[cell->column], 0 };
  const char *tag = cell->head ? "TH" : "TD";

  for (guint r = cell->row; r < cell->row + cell->rows; r++)
    box.height += row_height (self, r);
  mc_scene_node_add_rect (node, &box, 0, cell->tone, &line);
  mc_official_page_add_node (page, node);
  mc_official_page_open (page, tag);
  if (cell->text)
    mc_official_page_add_lines (page, cell->text, 0, mc_paragraph_get_n_lines (cell->text), box.x + self->across,
                                box.y + (box.height - text_height (cell)) / 2);
  mc_official_page_close (page, tag);
}

static double
draw_rows (Table *self, McOfficialPage *page, guint from, guint to, double y)
{
  for (guint row = from; row < to; row++)
    {
      mc_official_page_open (page, "TR");
      for (guint i = self->firsts[row]; i < self->firsts[row + 1]; i++)
        draw_cell (self, page, &g_array_index (self->cells, Cell, i), y);
      mc_official_page_close (page, "TR");
      y += row_height (self, row);
    }
  return y;
}

static void
table_draw (McOfficialBlock *block, McOfficialPage *page, guint from, guint to, double y, gboolean again)
{
  Table *self = (Table *)block;

  mc_official_page_open (page, "Table");
  if (again)
    draw_rows (self, page, 0, self->n_head, y - block->again);
  draw_rows (self, page, from, to, y);
  mc_official_page_close (page, "Table");
}

static void
table_free (McOfficialBlock *block)
{
  Table *self = (Table *)block;

  g_free (self->edges);
  g_free (self->aligns);
  g_free (self->heights);
  g_free (self->keeps);
  g_free (self->firsts);
  g_array_unref (self->cells);
  g_free (self);
}

static void
take_rows (Table *self, JsonArray *head, JsonArray *rows)
{
  guint n_head = head ? json_array_get_length (head) : 0, n_rows = n_head + (rows ? json_array_get_length (rows) : 0);
  g_autofree guint *taken = g_new0 (guint, self->n_columns + 1);

  self->n_head = n_head;
  self->block.n_parts = n_rows;
  self->heights = g_new0 (double, n_rows + 1);
  self->keeps = g_new0 (gboolean, n_rows + 1);
  self->firsts = g_new0 (guint, n_rows + 2);
  for (guint r = 0; r < n_rows; r++)
    {
      gboolean is_head = r < n_head;
      JsonArray *row = json_array_get_array_element (is_head ? head : rows, is_head ? r : r - n_head);

      self->firsts[r] = self->cells->len;
      take_row (self, row, r, is_head ? n_head : n_rows, is_head, taken);
    }
  self->firsts[n_rows] = self->cells->len;
  measure_rows (self, n_rows);
  for (guint r = 0; r < n_head; r++)
    self->block.again += self->heights[r] + 2 * self->down;
}

McOfficialBlock *
mc_official_table_new (JsonObject *table, double left, double width)
{
  Table *self = g_new0 (Table, 1);

  self->size = get_double (table, "size", MC_OFFICIAL_RECIPIENTS);
  self->across = get_double (table, "across", ACROSS);
  self->down = get_double (table, "down", DOWN);
  self->width = width;
  self->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  g_array_set_clear_func (self->cells, cell_clear);
  self->block.left = left;
  self->block.before = MC_OFFICIAL_PARAGRAPH;
  self->block.fits = json_object_get_boolean_member_with_default (table, "fit", FALSE);
  self->block.least = MIN (0, LEAST_DOWN * 2 - 2 * self->down);
  self->block.get_height = table_get_height;
  self->block.keeps = table_keeps;
  self->block.draw = table_draw;
  self->block.free = table_free;
  take_columns (self, mc_official_array (table, "columns"));
  take_rows (self, mc_official_array (table, "head"), mc_official_array (table, "rows"));
  /* A signature does not stand on a page of its own. */
  self->block.with_next = TRUE;
  return &self->block;
}

char *
mc_official_table_get_problem (McOfficialBlock *table)
{
  Table *self = (Table *)table;

  if (self->edges[self->n_columns] > self->width + 0.5)
    return g_strdup (_ ("The table is wider than the paper. Choose larger paper or fewer columns."));
  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);

      if (self->edges[cell->column + cell->columns] - self->edges[cell->column] <= 2 * self->across)
        return g_strdup (_ ("A column of the table is too narrow for what stands in it. Choose larger paper."));
    }
  return NULL;
}
