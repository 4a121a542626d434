/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-drawing-file.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "mc-error.h"

typedef enum
{
  FORMAT_PDF,
  FORMAT_SVG,
  FORMAT_PNG,
  FORMAT_UNKNOWN,
} Format;

/* Cairo's own file functions lose errno and cannot be told to sync. */
typedef struct
{
  int fd;
  int failed; /* errno */
} Sink;

static cairo_status_t
sink_write (void *data, const unsigned char *bytes, unsigned int length)
{
  Sink *self = data;

  while (length > 0 && self->failed == 0)
    {
      ssize_t n = write (self->fd, bytes, length);

      if (n < 0 && errno != EINTR)
        self->failed = errno;
      else if (n > 0)
        {
          bytes += n;
          length -= (unsigned int)n;
        }
    }
  return self->failed ? CAIRO_STATUS_WRITE_ERROR : CAIRO_STATUS_SUCCESS;
}

static Format
format_of (const char *path)
{
  static const char *const endings[] = { ".pdf", ".svg", ".png" };
  gsize length = strlen (path);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (length > 4 && g_ascii_strcasecmp (path + length - 4, endings[i]) == 0)
      return (Format)i;
  return FORMAT_UNKNOWN;
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

static cairo_status_t
write_vector (McPaper *paper, Format format, Sink *sink)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;

  mc_paper_get_size (paper, &width, &height);
  if (format == FORMAT_PDF)
    {
      surface = cairo_pdf_surface_create_for_stream (sink_write, sink, width, height);
      set_metadata (surface, paper);
    }
  else
    {
      surface = cairo_svg_surface_create_for_stream (sink_write, sink, width, height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
    }
  cr = cairo_create (surface);
  for (guint page = 0; page < mc_paper_get_n_pages (paper); page++)
    {
      mc_paper_paint (paper, cr, page);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

static cairo_status_t
write_png (McPaper *paper, double dpi, Sink *sink)
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
    status = cairo_surface_write_to_png_stream (surface, sink_write, sink);
  cairo_surface_destroy (surface);
  return status;
}

static gboolean
check (McPaper *paper, Format format, GError **error)
{
  g_autofree char *problem = mc_paper_get_problem (paper);

  if (format == FORMAT_UNKNOWN)
    g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID, _ ("The file name must end in .pdf, .svg or .png."));
  else if (problem)
    g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID, problem);
  else if (format != FORMAT_PDF && mc_paper_get_n_pages (paper) > 1)
    g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID, _ ("Only a PDF can hold several sheets."));
  else
    return TRUE;
  return FALSE;
}

static gboolean
fail (GError **error, int number)
{
  g_set_error (error, MC_ERROR, MC_ERROR_FAILED, _ ("The drawing cannot be written: %s"), g_strerror (number));
  return FALSE;
}

gboolean
mc_drawing_write (McPaper *paper, const char *path, double png_dpi, GError **error)
{
  Format format = format_of (path);
  g_autofree char *beside = g_strdup_printf ("%s.XXXXXX", path);
  double dpi = CLAMP (png_dpi > 0 ? png_dpi : MC_DRAWING_DPI, 20, 1200);
  Sink sink = { 0 };
  cairo_status_t status;

  if (!check (paper, format, error))
    return FALSE;
  sink.fd = g_mkstemp_full (beside, O_RDWR | O_CLOEXEC, 0666);
  if (sink.fd < 0)
    return fail (error, errno);
  status = format == FORMAT_PNG ? write_png (paper, dpi, &sink) : write_vector (paper, format, &sink);
  if (status == CAIRO_STATUS_SUCCESS && fsync (sink.fd) != 0 && errno != EINVAL)
    sink.failed = errno;
  if (close (sink.fd) != 0 && sink.failed == 0)
    sink.failed = errno;
  if (status == CAIRO_STATUS_SUCCESS && sink.failed == 0 && g_rename (beside, path) != 0)
    sink.failed = errno;
  if (status == CAIRO_STATUS_SUCCESS && sink.failed == 0)
    return TRUE;
  g_unlink (beside);
  if (sink.failed)
    return fail (error, sink.failed);
  g_set_error (error, MC_ERROR, MC_ERROR_FAILED, _ ("The drawing cannot be written: %s"),
               cairo_status_to_string (status));
  return FALSE;
}
