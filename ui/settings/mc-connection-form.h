/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-profile.h"

G_BEGIN_DECLS

#define MC_TYPE_CONNECTION_FORM (mc_connection_form_get_type ())
G_DECLARE_FINAL_TYPE (McConnectionForm, mc_connection_form, MC, CONNECTION_FORM, AdwBin)

/**
 * McConnectionForm:
 * The office's server: address, port, database, account, password, certificate, and a test that shows its steps.
 * Property "valid" (bool, read-only): enough is filled in to try. Emits "activate" on Enter in a field.
 */

/** mc_connection_form_set_profile: shows @profile; %NULL empties the form. */
void mc_connection_form_set_profile (McConnectionForm *self, McProfile *profile);

/**
 * mc_connection_form_apply:
 * @profile: (nullable): what to write into; %NULL makes a new one
 *
 * Returns: (transfer full) (nullable): the profile as filled in; %NULL with MC_ERROR_INVALID
 */
McProfile *mc_connection_form_apply (McConnectionForm *self, McProfile *profile, GError **error);

/** mc_connection_form_get_password: Returns: (transfer none) (nullable): what was typed, %NULL for nothing */
const char *mc_connection_form_get_password (McConnectionForm *self);
gboolean mc_connection_form_get_valid (McConnectionForm *self);

G_END_DECLS
