/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-day.h"
#include "mc-scene.h"
#include "mc-sheets.h"

G_BEGIN_DECLS

/* ISO 216 at 72 points an inch. */
#define MC_MM (72 / 25.4)
#define MC_A4_WIDTH (210 * MC_MM)
#define MC_A4_HEIGHT (297 * MC_MM)
#define MC_A3_WIDTH (297 * MC_MM)
#define MC_A3_HEIGHT (420 * MC_MM)

typedef enum
{
  MC_PAPER_A4,
  MC_PAPER_A3,
  MC_PAPER_CUSTOM,
} McPaperSize;

/**
 * McPaperMode:
 * @MC_PAPER_FIT: one sheet, as large as it goes
 * @MC_PAPER_TO_SCALE: one sheet at the scale that is asked for; refused where that is larger than the sheet
 * @MC_PAPER_TILES: at that scale over as many sheets as it takes, with cut marks, after a sheet that shows them
 * together
 */
typedef enum
{
  MC_PAPER_FIT,
  MC_PAPER_TO_SCALE,
  MC_PAPER_TILES,
} McPaperMode;

#define MC_TYPE_PAPER (mc_paper_get_type ())
G_DECLARE_FINAL_TYPE (McPaper, mc_paper, MC, PAPER, GObject)

/**
 * McPaper:
 * A drawing on sheets of paper: what the export and print dialogs edit and preview and what the console program writes.
 * All lengths in points.
 *
 * Properties, read-write and notifying:
 * - `scene` (McScene, nullable: the sheet is then empty)
 * - `size` (uint, McPaperSize), `custom-width`, `custom-height` (double; as the sheet stands, before `landscape`),
 *   `landscape` (boolean), `margin` (double)
 * - `mode` (uint, McPaperMode), `scale` (double: points on paper for a point of the scene)
 * - `palette` (uint, McPaletteKind; print by default)
 * - `with-title` (boolean), `organisation`, `parent-organisation`, `title`, `subtitle` (strings; %NULL: the scene's),
 *   `as-of` (int, McDay)
 * - `with-signature` (boolean), `place-and-date`, `signer-title` (may have several lines), `signer-name` (strings)
 *
 * Every change of what would be seen also emits `changed` of McSheets, which it implements.
 */
McPaper *mc_paper_new (McScene *scene);

McScene *mc_paper_get_scene (McPaper *self);

/** mc_paper_get_title, _get_subtitle: (nullable): its own, or else the scene's. */
const char *mc_paper_get_title (McPaper *self);
const char *mc_paper_get_subtitle (McPaper *self);

/** mc_paper_get_n_pages: at least 1. */
guint mc_paper_get_n_pages (McPaper *self);

/** mc_paper_get_size: of every page, in points, as it lies before the reader. */
void mc_paper_get_size (McPaper *self, double *width, double *height);

/** mc_paper_get_scale: points on paper for a point of the scene, as it will be painted. */
double mc_paper_get_scale (McPaper *self);

/** mc_paper_get_ratio: N of 1:N, where the scene is true to scale; 0 otherwise. */
double mc_paper_get_ratio (McPaper *self);

/** mc_paper_set_ratio: sets `scale` so that it is 1:@ratio; nothing where the scene is not true to scale. */
void mc_paper_set_ratio (McPaper *self, double ratio);

/** MC_PAPER_READABLE: the smallest text that an office reads without effort, points. */
#define MC_PAPER_READABLE 7.0

/**
 * mc_paper_get_least_text: how large the smallest text of the drawing comes out, in points; 0 where nothing is written,
 * and on drawings that are true to scale, whose lettering is that of a plan.
 */
double mc_paper_get_least_text (McPaper *self);

/**
 * mc_paper_make_readable:
 * Makes every text at least MC_PAPER_READABLE: on A3 instead of A4 where that is enough, else over several sheets.
 */
void mc_paper_make_readable (McPaper *self);

/** mc_paper_paint: page @page (from 0) in points on @cr; screen preview, printer and files use this alone. */
void mc_paper_paint (McPaper *self, cairo_t *cr, guint page);

/** mc_paper_get_problem: (transfer full) (nullable): for people, why it cannot be printed as it is. */
char *mc_paper_get_problem (McPaper *self);

/**
 * mc_paper_format_place_and_date: (transfer full): the line over a signature, in Vietnamese as Decree 30/2020, Appendix
 * I, II.4 writes it: days under 10 and the months 1 and 2 with a 0 ("Cần Thơ, ngày 05 tháng 02 năm 2026").
 */
char *mc_paper_format_place_and_date (const char *place, McDay day);

G_END_DECLS
