/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-paper.h"

G_BEGIN_DECLS

/** McPaperFacts: the properties of an McPaper. */
typedef struct
{
  McScene *scene;
  guint size;
  guint mode;
  guint palette;
  gboolean landscape;
  double custom_width, custom_height;
  double margin;
  double scale;
  gboolean with_title;
  char *organisation;
  char *parent_organisation;
  char *title;
  char *subtitle;
  McDay as_of;
  gboolean with_signature;
  char *place_and_date;
  char *signer_title;
  char *signer_name;
} McPaperFacts;

/**
 * McPaperLayout: where things go. On one sheet: title, drawing, signature and foot under one another. Of several, sheet
 * 0 is that sheet with the drawing small and the grid of the tiles over it, and the others hold one tile each.
 */
typedef struct
{
  double width, height; /* of the sheet */
  McRect inside;        /* within the margins */
  McRect title;
  McRect area; /* for the drawing, on the first sheet */
  McRect signature;
  McRect foot;
  McRect tile; /* the drawing's part of a tile's sheet */
  double scale;
  guint columns, rows;
  guint n_pages;
} McPaperLayout;

const char *mc_paper_facts_get_title (const McPaperFacts *self);
const char *mc_paper_facts_get_subtitle (const McPaperFacts *self);
void mc_paper_facts_get_size (const McPaperFacts *self, double *width, double *height);
/** mc_paper_facts_get_ratio: N of 1:N at @scale; 0 where the scene is not true to scale. */
double mc_paper_facts_get_ratio (const McPaperFacts *self, double scale);

void mc_paper_layout_init (McPaperLayout *self, const McPaperFacts *facts);
/** mc_paper_layout_get_problem: (transfer full) (nullable) */
char *mc_paper_layout_get_problem (const McPaperLayout *self, const McPaperFacts *facts);
/** mc_paper_layout_paint_drawing: the scene's part of page @page, without what frames it. */
void mc_paper_layout_paint_drawing (const McPaperLayout *self, const McPaperFacts *facts, cairo_t *cr, guint page);
/** mc_paper_layout_get_drawing: where the whole scene stands on the first sheet, and at what scale. */
double mc_paper_layout_get_drawing (const McPaperLayout *self, const McPaperFacts *facts, McRect *drawing);
/** mc_paper_layout_is_tiled: more than one sheet. */
gboolean mc_paper_layout_is_tiled (const McPaperLayout *self);

/** mc_paper_layout_get_page_name: (transfer full): "Plan", or "B2 · Plan" for a tile. */
char *mc_paper_layout_get_page_name (const McPaperLayout *self, const McPaperFacts *facts, guint page);

/** mc_paper_layout_get_tile_name: (transfer full): its row as A, B, … Z, AA, … and its column as 1, 2, … */
char *mc_paper_layout_get_tile_name (guint column, guint row);

/** mc_paper_frame_new: (transfer full): all but the drawing of page @page, in points of the sheet. */
McScene *mc_paper_frame_new (const McPaperFacts *facts, const McPaperLayout *layout, guint page);

/* The heights that the frame's blocks take, 0 if there is nothing in them. */
double mc_paper_frame_get_title_height (const McPaperFacts *facts, double width);
double mc_paper_frame_get_signature_height (const McPaperFacts *facts, double width);
double mc_paper_frame_get_foot_height (const McPaperFacts *facts, gboolean tiled);

G_END_DECLS
