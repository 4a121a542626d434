/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-pg-config.h"
#include "mc-profile.h"

G_BEGIN_DECLS

/** mc_session_config_new: (transfer full): how to connect to the shared server of @profile. */
McPgConfig *mc_session_config_new (McProfile *profile, const char *password);

G_END_DECLS
