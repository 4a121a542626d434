/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-person-private.h"
#include "mc-pg-params.h"

G_BEGIN_DECLS

/** MC_SQL_WRITE_PRIVATE: writes what _mc_person_private_params() gives; tells the new version. */
#define MC_SQL_WRITE_PRIVATE "SELECT centre.write_private($1, $2, $3, $4, $5, NULLIF($6, 0)::int)"

/** _mc_person_private_params: (transfer full) */
McPgParams *_mc_person_private_params (McPersonPrivate *data);

G_END_DECLS
