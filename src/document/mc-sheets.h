/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

#define MC_TYPE_SHEETS (mc_sheets_get_type ())
G_DECLARE_INTERFACE (McSheets, mc_sheets, MC, SHEETS, GObject)

/** McSheetMark: a place worth jumping to, for the outline of a PDF; points from the top left of its sheet. */
typedef struct
{
  char *name;
  guint page;
  double x, y;
} McSheetMark;

McSheetMark *mc_sheet_mark_new (const char *name, guint page, double x, double y);
void mc_sheet_mark_free (McSheetMark *self);

/**
 * McSheets:
 * What comes out on sheets of paper: a drawing (McPaper) or an official paper (McOfficialPaper). Preview, printer and
 * files know no more of either. All lengths in points.
 *
 * The signal `changed` tells that something that would be seen is other than before.
 */
struct _McSheetsInterface
{
  GTypeInterface parent;

  guint (*get_n_pages) (McSheets *self);
  void (*get_size) (McSheets *self, guint page, double *width, double *height);
  void (*paint) (McSheets *self, cairo_t *cr, guint page);
  const char *(*get_title) (McSheets *self);
  const char *(*get_subject) (McSheets *self); /* optional */
  const char *(*get_author) (McSheets *self);
  char *(*dup_page_name) (McSheets *self, guint page);
  char *(*dup_page_text) (McSheets *self, guint page); /* optional */
  GPtrArray *(*list_marks) (McSheets *self);           /* optional */
  char *(*dup_problem) (McSheets *self);
};

/** mc_sheets_get_n_pages: at least 1. */
guint mc_sheets_get_n_pages (McSheets *self);

/** mc_sheets_get_size: of one page, as it lies before the reader. */
void mc_sheets_get_size (McSheets *self, guint page, double *width, double *height);

/** mc_sheets_paint: page @page (from 0) in points on @cr; where @cr writes a tagged PDF, with its structure. */
void mc_sheets_paint (McSheets *self, cairo_t *cr, guint page);

/** mc_sheets_get_title, _get_subject, _get_author: (nullable): for the file's meta data and the printer's list. */
const char *mc_sheets_get_title (McSheets *self);
const char *mc_sheets_get_subject (McSheets *self);
const char *mc_sheets_get_author (McSheets *self);

/** mc_sheets_dup_page_name: (transfer full): for lists of pages. */
char *mc_sheets_dup_page_name (McSheets *self, guint page);

/** mc_sheets_dup_page_text: (transfer full) (nullable): what is written on the page, for those who hear it. */
char *mc_sheets_dup_page_text (McSheets *self, guint page);

/** mc_sheets_list_marks: (transfer full) (element-type McSheetMark): below the first page, in reading order. */
GPtrArray *mc_sheets_list_marks (McSheets *self);

/** mc_sheets_dup_problem: (transfer full) (nullable): for people, why it cannot be printed as it is. */
char *mc_sheets_dup_problem (McSheets *self);

/** mc_sheets_emit_changed: for those who are sheets. */
void mc_sheets_emit_changed (McSheets *self);

G_END_DECLS
