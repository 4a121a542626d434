/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-sheets.h"

G_DEFINE_INTERFACE (McSheets, mc_sheets, G_TYPE_OBJECT)

static guint changed_signal;

static void
mc_sheets_default_init (McSheetsInterface *iface)
{
  changed_signal = g_signal_new ("changed", MC_TYPE_SHEETS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

McSheetMark *
mc_sheet_mark_new (const char *name, guint page, double x, double y)
{
  McSheetMark *self = g_new0 (McSheetMark, 1);

  *self = (McSheetMark){ g_strdup (name), page, x, y };
  return self;
}

void
mc_sheet_mark_free (McSheetMark *self)
{
  g_free (self->name);
  g_free (self);
}

guint
mc_sheets_get_n_pages (McSheets *self)
{
  return MC_SHEETS_GET_IFACE (self)->get_n_pages (self);
}

void
mc_sheets_get_size (McSheets *self, guint page, double *width, double *height)
{
  MC_SHEETS_GET_IFACE (self)->get_size (self, page, width, height);
}

void
mc_sheets_paint (McSheets *self, cairo_t *cr, guint page)
{
  MC_SHEETS_GET_IFACE (self)->paint (self, cr, page);
}

const char *
mc_sheets_get_title (McSheets *self)
{
  return MC_SHEETS_GET_IFACE (self)->get_title (self);
}

const char *
mc_sheets_get_subject (McSheets *self)
{
  McSheetsInterface *iface = MC_SHEETS_GET_IFACE (self);

  return iface->get_subject ? iface->get_subject (self) : NULL;
}

const char *
mc_sheets_get_author (McSheets *self)
{
  return MC_SHEETS_GET_IFACE (self)->get_author (self);
}

char *
mc_sheets_dup_page_name (McSheets *self, guint page)
{
  return MC_SHEETS_GET_IFACE (self)->dup_page_name (self, page);
}

char *
mc_sheets_dup_page_text (McSheets *self, guint page)
{
  McSheetsInterface *iface = MC_SHEETS_GET_IFACE (self);

  return iface->dup_page_text ? iface->dup_page_text (self, page) : NULL;
}

GPtrArray *
mc_sheets_list_marks (McSheets *self)
{
  McSheetsInterface *iface = MC_SHEETS_GET_IFACE (self);

  return iface->list_marks ? iface->list_marks (self)
                           : g_ptr_array_new_with_free_func ((GDestroyNotify)mc_sheet_mark_free);
}

char *
mc_sheets_dup_problem (McSheets *self)
{
  return MC_SHEETS_GET_IFACE (self)->dup_problem (self);
}

void
mc_sheets_emit_changed (McSheets *self)
{
  g_signal_emit (self, changed_signal, 0);
}
