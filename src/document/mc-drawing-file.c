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
set_metadata (cairo_surface_t *surface, McPaper *paper)
{
  const char *title = mc_paper_get_title (paper), *subtitle = mc_paper_get_subtitle (paper);
  const char *author = mc_paper_get_author (paper);

  if (title)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  if (subtitle)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, subtitle);
  if (author)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Một Cửa " MC_VERSION);
}

/* The sheets, and under the first the named groups of the drawing: what a reader shows beside the page. */
static void
add_outline (cairo_surface_t *surface, McPaper *paper)
{
  McScene *scene = mc_paper_get_scene (paper);
  int first = 0;

  for (guint page = 0; page < mc_paper_get_n_pages (paper); page++)
    {
      g_autofree char *name = mc_paper_get_page_name (paper, page);
      g_autofree char *link = g_strdup_printf ("page=%u", page + 1);
      int entry =
          cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, name, link, CAIRO_PDF_OUTLINE_FLAG_OPEN);

      if (page == 0)
        first = entry;
    }
  for (guint i = 0; i < mc_scene_get_n_nodes (scene); i++)
    {
      McSceneNode *node = mc_scene_get_node (scene, i);
      McRect bounds = mc_scene_node_get_bounds (node);
      char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *link = NULL;

      if (mc_scene_node_get_role (node) != MC_SCENE_GROUP || !mc_scene_node_get_name (node))
        continue;
      mc_paper_map (paper, &bounds.x, &bounds.y);
      link = g_strdup_printf ("page=1 pos=[%s %s]", g_ascii_formatd (x, sizeof x, "%.2f", bounds.x),
                              g_ascii_formatd (y, sizeof y, "%.2f", bounds.y));
      cairo_pdf_surface_add_outline (surface, first, mc_scene_node_get_name (node), link, 0);
    }
}

static cairo_status_t
render_vector (McPaper *paper, McDrawingFormat format, GByteArray *bytes)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;

  mc_paper_get_size (paper, &width, &height);
  if (format == MC_DRAWING_PDF)
    {
      surface = cairo_pdf_surface_create_for_stream (append, bytes, width, height);
      cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
      set_metadata (surface, paper);
    }
  else
    {
      surface = cairo_svg_surface_create_for_stream (append, bytes, width, height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
    }
  cr = cairo_create (surface);
  for (guint page = 0; page < mc_paper_get_n_pages (paper); page++)
    {
      mc_paper_paint (paper, cr, page);
      cairo_show_page (cr);
    }
  if (format == MC_DRAWING_PDF)
    add_outline (surface, paper);
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
render_png (McPaper *paper, double dpi, GByteArray *bytes)
{
  double width, height, zoom = dpi / 72;
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;

  mc_paper_get_size (paper, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)ceil (width * zoom - 0.01),
                                        (int)ceil (height * zoom - 0.01));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, zoom, zoom);
  mc_paper_paint (paper, cr, 0);
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
check (McPaper *paper, McDrawingFormat format, double dpi, GError **error)
{
  g_autofree char *problem = mc_paper_get_problem (paper);
  double width, height;

  mc_paper_get_size (paper, &width, &height);
  if (problem)
    g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID, problem);
  else if (format != MC_DRAWING_PDF && mc_paper_get_n_pages (paper) > 1)
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
mc_drawing_render (McPaper *paper, McDrawingFormat format, double png_dpi, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  double dpi = CLAMP (png_dpi > 0 ? png_dpi : MC_DRAWING_DPI, 20, 1200);
  cairo_status_t status;

  if (!check (paper, format, dpi, error))
    return NULL;
  status = format == MC_DRAWING_PNG ? render_png (paper, dpi, bytes) : render_vector (paper, format, bytes);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, MC_ERROR, MC_ERROR_FAILED, _ ("The drawing cannot be written: %s"),
               cairo_status_to_string (status));
  return NULL;
}

gboolean
mc_drawing_write (McPaper *paper, const char *path, double png_dpi, GError **error)
{
  McDrawingFormat format;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) failure = NULL;
  const char *data;
  gsize length;

  if (!mc_drawing_format_from_path (path, &format, error))
    return FALSE;
  bytes = mc_drawing_render (paper, format, png_dpi, error);
  if (!bytes)
    return FALSE;
  data = g_bytes_get_data (bytes, &length);
  if (g_file_set_contents_full (path, data, (gssize)length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, &failure))
    return TRUE;
  g_set_error (error, MC_ERROR, MC_ERROR_FAILED, _ ("The drawing cannot be written: %s"), failure->message);
  return FALSE;
}
