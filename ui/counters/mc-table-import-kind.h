/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-list-import.h"
#include "mc-session.h"

G_BEGIN_DECLS

/**
 * McTableImportKind: what a McTableImportDialog takes in.
 * @table: "counter", "procedure" or "attendance"
 * @title, @description: not translated yet
 * @fill: on a fiber: adds what the list may name and what is known already
 * @dup_label: (transfer full): of the act that takes in so many rows
 */
typedef struct
{
  const char *table;
  const char *title, *description;
  McListImport *(*make) (McDay day);
  gboolean (*fill) (McListImport *import, McSession *session, McDay day, GError **error);
  char *(*dup_label) (guint n_rows);
} McTableImportKind;

/** mc_table_import_kind_find: (transfer none) */
const McTableImportKind *mc_table_import_kind_find (const char *table);

G_END_DECLS
