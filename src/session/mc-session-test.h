/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libdex.h>

#include "mc-profile.h"
#include "mc-test-step.h"

G_BEGIN_DECLS

/**
 * mc_session_test_profile:
 * Returns: (transfer full): future of a GListModel of McTestStep: name resolved, reached, TLS, login, schema version,
 *   role. Does not reject for a failed step.
 */
DexFuture *mc_session_test_profile (McProfile *profile, const char *password);

G_END_DECLS
