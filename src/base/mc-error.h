/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * McErrorCode:
 * What went wrong, by what the person at the desk can do about it.
 *
 * @MC_ERROR_FAILED: anything else; the message is all there is
 * @MC_ERROR_CONNECTION: the server cannot be reached or the connection broke; try again
 * @MC_ERROR_LOGIN: the server refuses this user or password
 * @MC_ERROR_TLS: the server's certificate is not to be trusted
 * @MC_ERROR_TIMEOUT: connect, statement or lock time-out
 * @MC_ERROR_CANCELLED: stopped by request
 * @MC_ERROR_CONFLICT: somebody else changed the row first (version mismatch, serialization, deadlock)
 * @MC_ERROR_DENIED: the role may not do this
 * @MC_ERROR_INVALID: the value is not allowed (check, foreign key, exclusion, unique, not null, or a bad input)
 * @MC_ERROR_NOT_FOUND: no such thing
 * @MC_ERROR_EXISTS: there already is such a thing
 * @MC_ERROR_BUSY: somebody else holds it (lock, second instance)
 * @MC_ERROR_UNSUPPORTED: this version cannot do it (newer data directory, missing extension)
 */
typedef enum
{
  MC_ERROR_FAILED,
  MC_ERROR_CONNECTION,
  MC_ERROR_LOGIN,
  MC_ERROR_TLS,
  MC_ERROR_TIMEOUT,
  MC_ERROR_CANCELLED,
  MC_ERROR_CONFLICT,
  MC_ERROR_DENIED,
  MC_ERROR_INVALID,
  MC_ERROR_NOT_FOUND,
  MC_ERROR_EXISTS,
  MC_ERROR_BUSY,
  MC_ERROR_UNSUPPORTED,
} McErrorCode;

#define MC_ERROR (mc_error_quark ())
GQuark mc_error_quark (void);

/**
 * McErrorDetail:
 * What the server said besides the message; any member may be %NULL.
 */
typedef struct
{
  char *sqlstate;
  char *schema;
  char *table;
  char *column;
  char *constraint;
  char *detail;
  char *hint;
} McErrorDetail;

/**
 * mc_error_new_server:
 * @code: what it means for the person
 * @message: the server's own message
 * @detail: (nullable): copied into the error
 *
 * Returns: (transfer full): an error that carries @detail through every copy
 */
GError *mc_error_new_server (McErrorCode code, const char *message, const McErrorDetail *detail);

/**
 * mc_error_get_detail:
 * Returns: (transfer none) (nullable): the detail of an error of domain MC_ERROR;
 *   %NULL for other domains. Its members are %NULL where the server said nothing.
 */
const McErrorDetail *mc_error_get_detail (const GError *error);

/** mc_error_from_sqlstate: the meaning of a five-letter SQLSTATE; MC_ERROR_FAILED if it has none of its own. */
McErrorCode mc_error_from_sqlstate (const char *sqlstate);

G_END_DECLS
