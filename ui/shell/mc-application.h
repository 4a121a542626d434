/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-profile-store.h"

G_BEGIN_DECLS

#define MC_TYPE_APPLICATION (mc_application_get_type ())
G_DECLARE_FINAL_TYPE (McApplication, mc_application, MC, APPLICATION, AdwApplication)

/**
 * McApplication:
 * The program. Each command line opens a window of its own on the connection that it names; without one, a window
 * that is there already comes forward.
 */
McApplication *mc_application_new (void);

/** mc_application_get_profiles: Returns: (transfer none): the saved connections */
McProfileStore *mc_application_get_profiles (McApplication *self);

/** mc_application_get_settings: Returns: (transfer none) */
GSettings *mc_application_get_settings (McApplication *self);

G_END_DECLS
