/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-picture.h"

#include <cairo-gobject.h>
#include <glib/gi18n.h>
#include <gtk/gtk.h>

#include "mc-error.h"
#include "mc-thread.h"

/* What is larger cannot be held as a surface, or would take gigabytes. */
#define MOST_PIXELS 16384

cairo_surface_t *
mc_picture_read (GBytes *bytes, GError **error)
{
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (bytes, error);
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
