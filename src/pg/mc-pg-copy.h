/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libdex.h>

#include "mc-pg-connection.h"

G_BEGIN_DECLS

/**
 * McPgCopy:
 * Many rows into a table by COPY … FROM STDIN. The connection is taken until the copy ends; if it is dropped before,
 * nothing is copied. Write with one call at a time, and await each: that is the flow control.
 */
#define MC_TYPE_PG_COPY (mc_pg_copy_get_type ())
G_DECLARE_FINAL_TYPE (McPgCopy, mc_pg_copy, MC, PG_COPY, GObject)

/**
 * mc_pg_copy_new:
 * @sql: a COPY … FROM STDIN in the text format
 *
 * Returns: (transfer full): a future of an #McPgCopy that takes rows
 */
DexFuture *mc_pg_copy_new (McPgConnection *connection, const char *sql);

/**
 * mc_pg_copy_write_row:
 * @fields: @n_fields values in PostgreSQL's text form, %NULL for SQL NULL; escaped here
 *
 * Returns: (transfer full): a future of %TRUE when the next row may come; rejected with the server's error about an
 *   earlier row
 */
DexFuture *mc_pg_copy_write_row (McPgCopy *self, const char *const *fields, guint n_fields);

/** mc_pg_copy_finish: Returns: (transfer full): a future of the #McPgResult; mc_pg_result_get_affected() rows */
DexFuture *mc_pg_copy_finish (McPgCopy *self);

/** mc_pg_copy_abort: nothing is copied; @reason goes to the server's log. Returns: (transfer full): a future of %TRUE
 * when the connection is free again */
DexFuture *mc_pg_copy_abort (McPgCopy *self, const char *reason);

G_END_DECLS
