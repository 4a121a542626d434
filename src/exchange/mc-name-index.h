/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * McNameIndex:
 * Things that a list names in words (agencies, ranks, fields), found by code, name or short name, with or without
 * accents.
 */
typedef struct _McNameIndex McNameIndex;

McNameIndex *mc_name_index_new (void);
void mc_name_index_free (McNameIndex *self);

/**
 * mc_name_index_add:
 * @id: may be added several times, under former names too
 * @code: (nullable)
 * @short_name: (nullable)
 */
void mc_name_index_add (McNameIndex *self, gint64 id, const char *code, const char *name, const char *short_name);

/**
 * mc_name_index_find:
 * @text: what the list says
 * @reason: (out) (transfer full): why not, with what it could be
 *
 * Returns: the id, or 0
 */
gint64 mc_name_index_find (McNameIndex *self, const char *text, char **reason);

/** mc_name_index_get_name: (nullable): the name that was added first for @id. */
const char *mc_name_index_get_name (McNameIndex *self, gint64 id);

/** mc_name_index_is_empty: whether nothing was added. */
gboolean mc_name_index_is_empty (McNameIndex *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McNameIndex, mc_name_index_free)

G_END_DECLS
