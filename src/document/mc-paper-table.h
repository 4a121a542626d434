/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "mc-scene-node.h"

G_BEGIN_DECLS

/**
 * McPaperCell: what stands in a cell of an official paper's table; all but @text may be left 0.
 *
 * @text: (nullable); wraps in its column, "**" makes bold
 * @columns, @rows: how many it spans; 0 is 1
 * @align: the column's where @own_align is %FALSE
 * @size: points; 0: the table's
 * @tone: ground: MC_TONE_WEEKEND, _HOLIDAY, _ABSENT, _STANDBY, _GAP, _MOVED, _CLOSED or none
 */
typedef struct
{
  const char *text;
  guint columns, rows;
  gboolean bold, italic;
  gboolean own_align;
  McAlign align;
  double size;
  McTone tone;
} McPaperCell;

/**
 * McPaperTable:
 * Makes a table of the content of an official paper. Columns first, then rows, each followed by its cells from the
 * left; a place that a cell above or beside spans is passed over.
 */
typedef struct _McPaperTable McPaperTable;

/** mc_paper_table_new: (transfer full): @size of its text in points. */
McPaperTable *mc_paper_table_new (double size);
void mc_paper_table_free (McPaperTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McPaperTable, mc_paper_table_free)

/** mc_paper_table_set_padding: of each cell, in points, across and down; the default is 3 and 2. */
void mc_paper_table_set_padding (McPaperTable *self, double across, double down);

/** mc_paper_table_set_fit: rows become lower (to no padding) or higher, so that the paper is one page if it can be. */
void mc_paper_table_set_fit (McPaperTable *self);

/** mc_paper_table_add_column: @width in points, or where it is 0 a share by @weight of what the others leave. */
void mc_paper_table_add_column (McPaperTable *self, double width, double weight, McAlign align);

/** mc_paper_table_add_head_row: repeated on each page; before all other rows. */
void mc_paper_table_add_head_row (McPaperTable *self);
void mc_paper_table_add_row (McPaperTable *self);
void mc_paper_table_add_cell (McPaperTable *self, const McPaperCell *cell);
/** mc_paper_table_add_text: a cell without anything special. */
void mc_paper_table_add_text (McPaperTable *self, const char *text);

/** mc_paper_table_to_json: (transfer full): as mc_official_paper_add_table() takes it. */
JsonObject *mc_paper_table_to_json (McPaperTable *self);

/** mc_paper_tone_to_name, _from_name: of the tones that a cell may have; %NULL and MC_TONE_NONE for others. */
const char *mc_paper_tone_to_name (McTone tone);
McTone mc_paper_tone_from_name (const char *name);

G_END_DECLS
