/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_PHOTOS (mc_photos_get_type ())
G_DECLARE_FINAL_TYPE (McPhotos, mc_photos, MC, PHOTOS, GObject)

/**
 * McPhotos:
 * The photos of the people on a drawing, read once and kept. Signal `changed`: more have been read.
 */
McPhotos *mc_photos_new (void);

/**
 * mc_photos_want:
 * @ids: of the photos (not of the people); 0 for who has none
 *
 * Reads what is not there yet; another @session forgets all.
 */
void mc_photos_want (McPhotos *self, McSession *session, const gint64 *ids, gsize n_ids);

/** mc_photos_get: (transfer none): address of the id of a photo (gint64) → cairo_surface_t; grows with `changed`. */
GHashTable *mc_photos_get (McPhotos *self);

G_END_DECLS
