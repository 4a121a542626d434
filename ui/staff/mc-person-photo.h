/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-person-register.h"

G_BEGIN_DECLS

#define MC_TYPE_PERSON_PHOTO (mc_person_photo_get_type ())
G_DECLARE_FINAL_TYPE (McPersonPhoto, mc_person_photo, MC, PERSON_PHOTO, AdwBin)

/**
 * McPersonPhoto:
 * The picture of a person, or the initials; a press chooses another, and a picture may be dropped on it.
 */

/** mc_person_photo_show: @registry: (nullable): whose; follows the person. */
void mc_person_photo_show (McPersonPhoto *self, McPersonRegister *registry);

G_END_DECLS
