/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mc-day.h"

G_BEGIN_DECLS

#define MC_TYPE_PRIVATE_DATA (mc_private_data_get_type ())
G_DECLARE_FINAL_TYPE (McPrivateData, mc_private_data, MC, PRIVATE_DATA, GObject)

/**
 * McPrivateData:
 * What the law hides of a person. Properties (read-write): `birth-date` (int, McDay), `identity-no`, `home-address`,
 * `private-phone`. Drop it as soon as it is not shown any more; do not keep it in a draft.
 */
McPrivateData *mc_private_data_new (void);
McDay mc_private_data_get_birth_date (McPrivateData *self);
const char *mc_private_data_get_identity_no (McPrivateData *self);
const char *mc_private_data_get_home_address (McPrivateData *self);
const char *mc_private_data_get_private_phone (McPrivateData *self);

G_END_DECLS
