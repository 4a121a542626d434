/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-session.h"
#include "mc-staff-import.h"

G_BEGIN_DECLS

/**
 * mc_staff_import_load_names:
 * What a list may write for agencies (former names too), ranks and fields.
 *
 * Returns: (transfer full): future of the McStaffImport, which also knows who is in the register already
 */
DexFuture *mc_staff_import_load_names (McSession *session);

/** mc_staff_import_is_taken: whether the row comes in: not when @skip_known and its person is known. */
gboolean mc_staff_import_is_taken (McStaffImportRow *row, gboolean skip_known);

/** mc_staff_import_build: (transfer full): all people with tours, home agencies, fields and what the law hides as one
 * change, so that a list comes in whole or not at all. */
McChange *mc_staff_import_build (McStaffImport *self, gboolean skip_known);

/** mc_staff_import_holds_private: whether a row that comes in brings what the law hides; such a change is not kept on
 * this computer when the server is away. */
gboolean mc_staff_import_holds_private (McStaffImport *self, gboolean skip_known);

G_END_DECLS
