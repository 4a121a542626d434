/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-pg-config.h"

G_BEGIN_DECLS

/**
 * _mc_pg_config_keywords:
 * @addresses: (nullable): what the host name resolved to
 * @keywords: (out) (transfer full): for PQconnectStartParams(), free with g_strfreev()
 * @values: (out) (transfer full): likewise; holds the password
 */
void _mc_pg_config_keywords (const McPgConfig *self, GList *addresses, char ***keywords, char ***values);

G_END_DECLS
