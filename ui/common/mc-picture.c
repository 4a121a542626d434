/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-picture.h"

#include <cairo-gobject.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n.h>
#include <string.h>

#include "mc-error.h"
#include "mc-thread.h"

/* What is larger cannot be held as a surface, or would take gigabytes. */
#define MOST_PIXELS 16384

static gboolean
is_jpeg (GBytes *bytes)
{
  static const guint8 start[] = { 0xff, 0xd8, 0xff };
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  return size > sizeof start && memcmp (data, start, sizeof start) == 0;
}

/* How the camera was held stands beside the pixels, and GDK leaves it there. */
static GdkTexture *
read_jpeg (GBytes *bytes, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GdkPixbuf) stored = gdk_pixbuf_new_from_stream (stream, NULL, error);
  g_autoptr (GdkPixbuf) upright = stored ? gdk_pixbuf_apply_embedded_orientation (stored) : NULL;
  g_autoptr (GBytes) pixels = upright ? gdk_pixbuf_read_pixel_bytes (upright) : NULL;

  if (!pixels)
    return NULL;
  return gdk_memory_texture_new (gdk_pixbuf_get_width (upright), gdk_pixbuf_get_height (upright),
                                 gdk_pixbuf_get_has_alpha (upright) ? GDK_MEMORY_R8G8B8A8 : GDK_MEMORY_R8G8B8, pixels,
                                 (gsize)gdk_pixbuf_get_rowstride (upright));
}

GdkTexture *
mc_picture_read_texture (GBytes *bytes, GError **error)
{
  return is_jpeg (bytes) ? read_jpeg (bytes, error) : gdk_texture_new_from_bytes (bytes, error);
}

static DexFuture *
read_texture_on_thread (gpointer data)
{
  GError *error = NULL;
  GdkTexture *texture = mc_picture_read_texture (data, &error);

  return texture ? dex_future_new_take_object (texture) : dex_future_new_for_error (error);
}

DexFuture *
mc_picture_read_texture_on_thread (GBytes *bytes)
{
  g_return_val_if_fail (bytes != NULL, NULL);
  return mc_thread_spawn ("picture", read_texture_on_thread, g_bytes_ref (bytes), (GDestroyNotify)g_bytes_unref);
}

cairo_surface_t *
mc_picture_read (GBytes *bytes, GError **error)
{
  g_autoptr (GdkTexture) texture = mc_picture_read_texture (bytes, error);
  cairo_surface_t *surface;

  if (!texture)
    return NULL;
  if (gdk_texture_get_width (texture) > MOST_PIXELS || gdk_texture_get_height (texture) > MOST_PIXELS)
    {
      g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("The picture is more than %d pixels wide or high."),
                   MOST_PIXELS);
      return NULL;
    }
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, gdk_texture_get_width (texture),
                                        gdk_texture_get_height (texture));
  gdk_texture_download (texture, cairo_image_surface_get_data (surface),
                        (gsize)cairo_image_surface_get_stride (surface));
  cairo_surface_mark_dirty (surface);
  return surface;
}

static DexFuture *
read_on_thread (gpointer data)
{
  GError *error = NULL;
  cairo_surface_t *surface = mc_picture_read (data, &error);

  return surface ? dex_future_new_take_boxed (CAIRO_GOBJECT_TYPE_SURFACE, surface) : dex_future_new_for_error (error);
}

DexFuture *
mc_picture_read_on_thread (GBytes *bytes)
{
  g_return_val_if_fail (bytes != NULL, NULL);
  return mc_thread_spawn ("picture", read_on_thread, g_bytes_ref (bytes), (GDestroyNotify)g_bytes_unref);
}
