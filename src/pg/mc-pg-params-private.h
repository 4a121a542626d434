/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libpq-fe.h>

#include "mc-pg-params.h"

G_BEGIN_DECLS

/** _mc_pg_params_send: PQsendQueryParams() with @self (nullable). Returns what libpq returns. */
int _mc_pg_params_send (McPgParams *self, PGconn *conn, const char *sql);

G_END_DECLS
