/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * mc_staff_sheet_columns:
 * The columns of a staff list for mc_table_export(); the items are McStaffEntry. The headers are those that an import
 * understands, so that a list goes out, is completed by an agency, and comes in again.
 *
 * Returns: (transfer full) (element-type McTableColumn)
 */
GPtrArray *mc_staff_sheet_columns (void);

G_END_DECLS
