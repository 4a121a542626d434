/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libdex.h>

#include "mc-pg-config.h"

G_BEGIN_DECLS

/**
 * McServerMoveReport:
 * @tables: how many tables were copied
 * @rows: how many rows they hold, counted and found the same on both sides
 * @accounts: how many logins came along
 */
typedef struct
{
  guint tables;
  gint64 rows;
  guint accounts;
} McServerMoveReport;

/** McServerMoveProgress: @table has been copied whole, with @rows rows. Called on the fiber. */
typedef void (*McServerMoveProgress) (const char *table, gint64 rows, gpointer user_data);

/**
 * mc_server_move_copy: (on a fiber)
 * @from: as superuser, a database with the schema of this program
 * @to: as superuser, a database that has the schema and nothing but what migrations put there
 * @progress: (nullable) (scope call)
 * @report: (out)
 *
 * Copies all data, their journal and the logins of accounts, with the passwords they have, in one transaction. @from is
 * read as it is at one moment, and stays as it was. A role that @to's server has already keeps its own password.
 *
 * Returns: whether @to now holds the same. MC_ERROR_DENIED if @to's user is no superuser, MC_ERROR_EXISTS if there is a
 *   centre in @to already; after any error @to is as it was
 */
gboolean mc_server_move_copy (const McPgConfig *from,
                              const McPgConfig *to,
                              McServerMoveProgress progress,
                              gpointer user_data,
                              McServerMoveReport *report,
                              GError **error);

/** mc_server_move_is_alone: (on a fiber) @admin: as superuser. Whether nobody else is connected to that server */
gboolean mc_server_move_is_alone (const McPgConfig *admin);

G_END_DECLS
