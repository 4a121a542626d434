/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-table-reader.h"

G_BEGIN_DECLS

/* Tables for the tests of what reads them. */

/** table_fixture_await: (transfer full) (nullable): what a future brings, off any fiber; %NULL if it is no object. */
gpointer table_fixture_await (DexFuture *future, GError **error);

/** table_fixture_open: (transfer full): a reader of a CSV file of this text. */
McTableReader *table_fixture_open (const char *text);

/** table_fixture_open_bytes: (transfer full): of a file of these bytes. */
McTableReader *table_fixture_open_bytes (GBytes *bytes);

G_END_DECLS
