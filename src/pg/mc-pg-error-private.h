/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libpq-fe.h>

#include "mc-error.h"

G_BEGIN_DECLS

/** _mc_pg_error_from_result: (transfer full): of a result with status PGRES_FATAL_ERROR. MC_ERROR_CANCELLED and
 * MC_ERROR_TIMEOUT have one SQLSTATE; @asked_to_cancel tells them apart. */
GError *_mc_pg_error_from_result (PGconn *conn, const PGresult *result, gboolean asked_to_cancel);

/** _mc_pg_error_from_connection: (transfer full): of a connection that broke */
GError *_mc_pg_error_from_connection (PGconn *conn);

/** _mc_pg_error_from_login: (transfer full): of a connection that could not be made, of verbosity PQERRORS_VERBOSE;
 * @in_tls: whether it stood in the TLS handshake */
GError *_mc_pg_error_from_login (PGconn *conn, gboolean in_tls);

/** _mc_pg_error_no_address: (transfer full): why the name of a server could not be looked up, in our own words. */
GError *_mc_pg_error_no_address (const char *host, const GError *reason);

G_END_DECLS
