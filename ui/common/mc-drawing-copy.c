/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-drawing-copy.h"

#include <cairo-svg.h>
#include <glib/gi18n.h>

#include "mc-painter.h"
#include "mc-report.h"
#include "mc-thread.h"

#define SHARPNESS 2.0      /* pixels per point */
#define MOST_PIXELS 6000.0 /* of either side */

typedef struct
{
  GtkWidget *from;
  McScene *scene;
  GBytes *svg;
  GdkTexture *texture;
} Copy;

static void
copy_free (gpointer data)
{
  Copy *self = data;

  g_clear_object (&self->from);
  g_clear_object (&self->scene);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->svg, g_bytes_unref);
  g_free (self);
}

static void
paint (Copy *self, cairo_surface_t *surface, double scale)
{
  McRect bounds = mc_scene_get_bounds (self->scene);
  McColor paper = mc_palette_get_fill (MC_PALETTE_PRINT, MC_TONE_PAPER);
  cairo_t *cr = cairo_create (surface);

  mc_painter_set_source (cr, &paper);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -bounds.x, -bounds.y);
  mc_painter_paint_paper (cr, self->scene, MC_PALETTE_PRINT, NULL);
  cairo_destroy (cr);
}

static cairo_status_t
write_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
make_svg (Copy *self)
{
  McRect bounds = mc_scene_get_bounds (self->scene);
  GByteArray *array = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (write_cb, array, bounds.width, bounds.height);

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
  paint (self, surface, 1);
  cairo_surface_destroy (surface);
  self->svg = g_byte_array_free_to_bytes (array);
}

static void
make_texture (Copy *self)
{
  McRect bounds = mc_scene_get_bounds (self->scene);
  double scale = MIN (SHARPNESS, MOST_PIXELS / MAX (bounds.width, bounds.height));
  int width = MAX (1, (int)(bounds.width * scale)), height = MAX (1, (int)(bounds.height * scale));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  gsize stride = (gsize)cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  paint (self, surface, scale);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize)height,
                                      (GDestroyNotify)cairo_surface_destroy, surface);
  self->texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

/* On a thread: a drawing of hundreds takes longer than a frame. */
static DexFuture *
work (gpointer data)
{
  make_svg (data);
  make_texture (data);
  return dex_future_new_for_boolean (TRUE);
}

static DexFuture *
copy_fiber (gpointer data)
{
  Copy *self = data;
  GdkContentProvider *providers[2];
  g_autoptr (GdkContentProvider) both = NULL;
  g_autoptr (GError) error = NULL;

  if (!dex_await (mc_thread_spawn ("drawing-copy", work, self, NULL), &error))
    {
      mc_report_error (self->from, _ ("The drawing could not be copied."), error);
      return dex_future_new_for_boolean (FALSE);
    }
  providers[0] = gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, self->texture);
  providers[1] = gdk_content_provider_new_for_bytes ("image/svg+xml", self->svg);
  both = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (self->from), both);
  mc_report_toast (self->from, _ ("Drawing copied"));
  return dex_future_new_for_boolean (TRUE);
}

void
mc_drawing_copy (GtkWidget *from, McScene *scene)
{
  Copy *self;

  g_return_if_fail (GTK_IS_WIDGET (from) && MC_IS_SCENE (scene));
  self = g_new0 (Copy, 1);
  self->from = g_object_ref (from);
  self->scene = g_object_ref (scene);
  dex_future_disown (dex_scheduler_spawn (NULL, 0, copy_fiber, self, copy_free));
}
