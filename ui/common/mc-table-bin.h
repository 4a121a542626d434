/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MC_TYPE_TABLE_BIN (mc_table_bin_get_type ())
G_DECLARE_DERIVABLE_TYPE (McTableBin, mc_table_bin, MC, TABLE_BIN, AdwBin)

/**
 * McTableBin:
 * A list that shows the rows of one of several tables, such as feedback or the log of supervision, which its template
 * names. Property "table" (string, construct-only).
 */
struct _McTableBinClass
{
  AdwBinClass parent_class;
};

/** mc_table_bin_get_table: (not nullable): the name of the table. */
const char *mc_table_bin_get_table (McTableBin *self);

G_END_DECLS
