/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libdex.h>

#include "mc-pg-config.h"

G_BEGIN_DECLS

/**
 * mc_server_setup_create_database:
 * @admin: as an administrator of the server, in any database of it
 * @dbname: the database to make: UTF-8, with Vietnamese order of letters
 *
 * Returns: (transfer full): a future of %TRUE; MC_ERROR_DENIED without the right to make databases and roles,
 *   MC_ERROR_EXISTS if there is a database of this name, MC_ERROR_UNSUPPORTED on a server older than PostgreSQL 15
 */
DexFuture *mc_server_setup_create_database (const McPgConfig *admin, const char *dbname);

/** mc_server_setup_drop_database: takes back mc_server_setup_create_database() when what follows fails. A future of
 * %TRUE. */
DexFuture *mc_server_setup_drop_database (const McPgConfig *admin, const char *dbname);

G_END_DECLS
