/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libpq-fe.h>

#include "mc-pg-result.h"

G_BEGIN_DECLS

/** _mc_pg_result_new: @result: (transfer full) */
McPgResult *_mc_pg_result_new (PGresult *result);

G_END_DECLS
