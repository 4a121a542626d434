/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-session.h"
#include "mc-table-bin.h"

G_BEGIN_DECLS

#define MC_TYPE_CATALOGUE (mc_catalogue_get_type ())
G_DECLARE_FINAL_TYPE (McCatalogue, mc_catalogue, MC, CATALOGUE, McTableBin)

/**
 * McCatalogue:
 * A searchable table of what stands beside the counters: the procedures, or the equipment. A row opens its form.
 *
 * Property: "table" (string, construct-only): "procedure" or "equipment".
 */

void mc_catalogue_show (McCatalogue *self, McSession *session, McDay day);

/** mc_catalogue_open: the form of the row @id; 0 for a new one. */
void mc_catalogue_open (McCatalogue *self, gint64 id);

gboolean mc_catalogue_grab_search (McCatalogue *self);

void mc_catalogue_export (McCatalogue *self);

G_END_DECLS
