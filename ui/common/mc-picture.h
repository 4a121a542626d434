/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gdk/gdk.h>
#include <libdex.h>

G_BEGIN_DECLS

/** mc_picture_read_texture: (transfer full) (nullable): the file of a picture (PNG, JPEG, TIFF), upright as the camera
 * was held; a GdkTextureError or GdkPixbufError for what is none. */
GdkTexture *mc_picture_read_texture (GBytes *bytes, GError **error);

/** mc_picture_read_texture_on_thread: (transfer full): likewise, as a future of the object. */
DexFuture *mc_picture_read_texture_on_thread (GBytes *bytes);

/** mc_picture_read: (transfer full) (nullable): the same as a surface; MC_ERROR_INVALID for one that is too large. */
cairo_surface_t *mc_picture_read (GBytes *bytes, GError **error);

/** mc_picture_read_on_thread: (transfer full): likewise, as a future of the boxed surface. */
DexFuture *mc_picture_read_on_thread (GBytes *bytes);

G_END_DECLS
