/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-query.h"

G_BEGIN_DECLS

typedef struct
{
  char *column; /* "id" for the row's own */
  char *text;   /* a text or a number, or NULL for ids */
  GArray *ids;  /* gint64, or NULL for text */
} McQueryTerm;

struct _McQuery
{
  grefcount refs;
  GPtrArray *terms; /* McQueryTerm */
  McDay day;
  guint limit;
  gboolean newest_first;
};

G_END_DECLS
