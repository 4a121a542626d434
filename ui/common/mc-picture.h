/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <libdex.h>

G_BEGIN_DECLS

/** mc_picture_read: (transfer full) (nullable): the file of a picture (PNG, JPEG, TIFF) as a surface; a GdkTextureError
 * for what is none, MC_ERROR_INVALID for one that is too large to be shown. */
cairo_surface_t *mc_picture_read (GBytes *bytes, GError **error);

/** mc_picture_read_on_thread: (transfer full): likewise, as a future of the boxed surface. */
DexFuture *mc_picture_read_on_thread (GBytes *bytes);

G_END_DECLS
