/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-drawing-file.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "mc-drawing-private.h"
#include "mc-error.h"

#define MOST_PIXELS 150e6

static cairo_status_t
append (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

gboolean
mc_drawing_format_from_path (const char *path, McDrawingFormat *format, GError **error)
{
  static const char *const endings[] = { ".pdf", ".svg", ".png" };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      {
        *format = (McDrawingFormat)i;
        return TRUE;
      }
  g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID, _ ("The file name must end in .pdf, .svg or .png."));
  return FALSE;
}

static void
set_metadata (cairo_surface_t *surface, McSheets *sheets)
{
  const char *title = mc_sheets_get_title (sheets), *subject = mc_sheets_get_subject (sheets);
  const char *author = mc_sheets_get_author (sheets);

  if (title)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  if (subject)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, subject);
  if (author)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Một Cửa " MC_VERSION);
}

/* The sheets, and under the first its marks: what a reader shows beside the page. */
static void
add_outline (cairo_surface_t *surface, McSheets *sheets)
{
  g_autoptr (GPtrArray) marks = mc_sheets_list_marks (sheets);
  int first = 0;

  for (guint page = 0; page < mc_sheets_get_n_pages (sheets); page++)
    {
      g_autofree char *name = mc_sheets_dup_page_name (sheets, page);
      g_autofree char *link = g_strdup_printf ("page=%u", page + 1);
      int entry =
          cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, name, link, CAIRO_PDF_OUTLINE_FLAG_OPEN);

      if (page == 0)
        first = entry;
    }
  for (guint i = 0; i < marks->len; i++)
    {
      McSheetMark *mark = g_ptr_array_index (marks, i);
      char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *link =
          g_strdup_printf ("page=%u pos=[%s %s]", mark->page + 1, g_ascii_formatd (x, sizeof x, "%.2f", mark->x),
                           g_ascii_formatd (y, sizeof y, "%.2f", mark->y));

      cairo_pdf_surface_add_outline (surface, first, mark->name, link, 0);
    }
}

static cairo_status_t
render_vector (McSheets *sheets, McDrawingFormat format, GByteArray *bytes)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;

  mc_sheets_get_size (sheets, 0, &width, &height);
  if (format == MC_DRAWING_PDF)
    {
      surface = cairo_pdf_surface_create_for_stream (append, bytes, width, height);
      cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
      set_metadata (surface, sheets);
    }
  else
    {
      surface = cairo_svg_surface_create_for_stream (append, bytes, width, height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
    }
  cr = cairo_create (surface);
  for (guint page = 0; page < mc_sheets_get_n_pages (sheets); page++)
    {
      if (format == MC_DRAWING_PDF)
        {
          mc_sheets_get_size (sheets, page, &width, &height);
          cairo_pdf_surface_set_size (surface, width, height);
        }
      mc_sheets_paint (sheets, cr, page);
      cairo_show_page (cr);
    }
  if (format == MC_DRAWING_PDF)
    add_outline (surface, sheets);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (format == MC_DRAWING_PDF && status == CAIRO_STATUS_SUCCESS)
    mc_pdf_set_language (bytes, "vi");
  return status;
}

static cairo_status_t
render_png (McSheets *sheets, double dpi, GByteArray *bytes)
{
  double width, height, zoom = dpi / 72;
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;

  mc_sheets_get_size (sheets, 0, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)ceil (width * zoom - 0.01),
                                        (int)ceil (height * zoom - 0.01));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, zoom, zoom);
  mc_sheets_paint (sheets, cr, 0);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append, bytes);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    mc_png_set_dpi (bytes, dpi);
  return status;
}

static gboolean
check (McSheets *sheets, McDrawingFormat format, double dpi, GError **error)
{
  g_autofree char *problem = mc_sheets_dup_problem (sheets);
  double width, height;

  mc_sheets_get_size (sheets, 0, &width, &height);
  if (problem)
    g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID, problem);
  else if (format != MC_DRAWING_PDF && mc_sheets_get_n_pages (sheets) > 1)
    g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID, _ ("Only a PDF can hold several sheets."));
  else if (format == MC_DRAWING_PNG && width * height * (dpi / 72) * (dpi / 72) > MOST_PIXELS)
    g_set_error (error, MC_ERROR, MC_ERROR_INVALID,
                 _ ("An image of this paper with %.0f pixels an inch would be too large. At the most: %.0f."), dpi,
                 floor (sqrt (MOST_PIXELS / width / height) * 72));
  else
    return TRUE;
  return FALSE;
}

GBytes *
mc_drawing_render (McSheets *sheets, McDrawingFormat format, double png_dpi, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  double dpi = CLAMP (png_dpi > 0 ? png_dpi : MC_DRAWING_DPI, 20, 1200);
  cairo_status_t status;

  if (!check (sheets, format, dpi, error))
    return NULL;
  status = format == MC_DRAWING_PNG ? render_png (sheets, dpi, bytes) : render_vector (sheets, format, bytes);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, MC_ERROR, MC_ERROR_FAILED, _ ("The drawing cannot be written: %s"),
               cairo_status_to_string (status));
  return NULL;
}

gboolean
mc_drawing_write (McSheets *sheets, const char *path, double png_dpi, GError **error)
{
  McDrawingFormat format;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) failure = NULL;
  const char *data;
  gsize length;

  if (!mc_drawing_format_from_path (path, &format, error))
    return FALSE;
  bytes = mc_drawing_render (sheets, format, png_dpi, error);
  if (!bytes)
    return FALSE;
  data = g_bytes_get_data (bytes, &length);
  if (g_file_set_contents_full (path, data, (gssize)length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, &failure))
    return TRUE;
  g_set_error (error, MC_ERROR, MC_ERROR_FAILED, _ ("The drawing cannot be written: %s"), failure->message);
  return FALSE;
}
