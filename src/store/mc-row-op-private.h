/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-pg-params.h"
#include "mc-row-op.h"

G_BEGIN_DECLS

typedef struct
{
  char *column;
  McEntity *parent;
} McRowLink;

struct _McRowOp
{
  grefcount refs;
  McRowOpKind kind;
  McEntity *before;
  McEntity *after;
  GPtrArray *links;   /* McRowLink */
  const char *sql;    /* CALL: static text */
  McPgParams *params; /* CALL */
};

/** _mc_row_op_new_call: @sql: static; @params: (transfer full) */
McRowOp *_mc_row_op_new_call (const char *sql, McPgParams *params);

G_END_DECLS
