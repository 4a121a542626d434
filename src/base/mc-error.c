/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-error.h"

#include <string.h>

typedef struct
{
  McErrorDetail detail;
} McErrorPrivate;

static void
mc_error_private_init (McErrorPrivate *priv)
{
  memset (priv, 0, sizeof *priv);
}

static void
copy_detail (const McErrorDetail *from, McErrorDetail *to)
{
  to->sqlstate = g_strdup (from->sqlstate);
  to->schema = g_strdup (from->schema);
  to->table = g_strdup (from->table);
  to->column = g_strdup (from->column);
  to->constraint = g_strdup (from->constraint);
  to->detail = g_strdup (from->detail);
  to->hint = g_strdup (from->hint);
}

static void
mc_error_private_copy (const McErrorPrivate *from, McErrorPrivate *to)
{
  copy_detail (&from->detail, &to->detail);
}

static void
mc_error_private_clear (McErrorPrivate *priv)
{
  g_free (priv->detail.sqlstate);
  g_free (priv->detail.schema);
  g_free (priv->detail.table);
  g_free (priv->detail.column);
  g_free (priv->detail.constraint);
  g_free (priv->detail.detail);
  g_free (priv->detail.hint);
}

G_DEFINE_EXTENDED_ERROR (McError, mc_error)

GError *
mc_error_new_server (McErrorCode code, const char *message, const McErrorDetail *detail)
{
  GError *error = g_error_new_literal (MC_ERROR, (int)code, message);

  if (detail)
    copy_detail (detail, &mc_error_get_private (error)->detail);
  return error;
}

const McErrorDetail *
mc_error_get_detail (const GError *error)
{
  if (!error || error->domain != MC_ERROR)
    return NULL;
  return &mc_error_get_private (error)->detail;
}

McErrorCode
mc_error_from_sqlstate (const char *sqlstate)
{
  /* Longer prefixes first; https://www.postgresql.org/docs/17/errcodes-appendix.html */
  static const struct
  {
    const char *prefix;
    McErrorCode code;
  } table[] = {
    { "28000", MC_ERROR_LOGIN },      { "28P01", MC_ERROR_LOGIN },       { "3D000", MC_ERROR_NOT_FOUND },
    { "40001", MC_ERROR_CONFLICT },   { "40P01", MC_ERROR_CONFLICT },    { "42501", MC_ERROR_DENIED },
    { "55P03", MC_ERROR_BUSY },       { "57014", MC_ERROR_CANCELLED },   { "57P01", MC_ERROR_CONNECTION },
    { "57P02", MC_ERROR_CONNECTION }, { "57P03", MC_ERROR_CONNECTION },  { "57P05", MC_ERROR_CONNECTION },
    { "25P03", MC_ERROR_TIMEOUT },    { "25P04", MC_ERROR_TIMEOUT },     { "53300", MC_ERROR_BUSY },
    { "23505", MC_ERROR_EXISTS },     { "23", MC_ERROR_INVALID },        { "22", MC_ERROR_INVALID },
    { "44000", MC_ERROR_INVALID },    { "P0002", MC_ERROR_NOT_FOUND },   { "P0001", MC_ERROR_INVALID },
    { "MC001", MC_ERROR_CONFLICT },   { "MC002", MC_ERROR_INVALID },     { "MC003", MC_ERROR_DENIED },
    { "08", MC_ERROR_CONNECTION },    { "0A000", MC_ERROR_UNSUPPORTED },
  };

  for (gsize i = 0; sqlstate && i < G_N_ELEMENTS (table); i++)
    if (g_str_has_prefix (sqlstate, table[i].prefix))
      return table[i].code;
  return MC_ERROR_FAILED;
}
