/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_SCOPE_ROW (mc_scope_row_get_type ())
G_DECLARE_FINAL_TYPE (McScopeRow, mc_scope_row, MC, SCOPE_ROW, AdwExpanderRow)

/**
 * mc_scope_row_new:
 * @title: what is chosen: “People”
 * @member: of the scope
 * @table: as mc_reference_setup() knows it
 * @scope: (transfer none): holds the scope, a JSON object of lists of ids, which several rows may share: each reads and
 *   writes its own member, and takes it out where nothing is chosen, which means all
 *
 * Things of a table to be ticked, folded away under a line that names those that are.
 */
GtkWidget *mc_scope_row_new (
    const char *title, const char *member, McSession *session, const char *table, McDay day, GtkEditable *scope);

/** mc_scope_is_all: whether nothing is chosen in a scope. */
gboolean mc_scope_is_all (const char *scope);

/** mc_scope_names: whether the thing of this @id is chosen under @member. */
gboolean mc_scope_names (const char *scope, const char *member, gint64 id);

G_END_DECLS
