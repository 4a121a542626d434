/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-cli.h"
#include "mc-staffing.h"
#include "mc-workload-query.h"
#include "mc-workload-row.h"

G_BEGIN_DECLS

/** mc_cli_parse_days: @from and @to: (nullable): first and last day; MC_CLI_ERROR_USAGE if one is missing or they are
 * the wrong way round. @days: half-open. */
gboolean mc_cli_parse_days (const char *from, const char *to, McPeriod *days, GError **error);

/**
 * mc_cli_workload_names: (on a fiber)
 * @by: counter, agency, field, procedure or person; else there are no names
 *
 * Returns: (transfer full) (nullable): gint64 id -> name, as they are called on @day
 */
GHashTable *mc_cli_workload_names (McStore *store, McWorkloadBy by, McDay day, GError **error);

/** mc_cli_workload_name: what @key is called; a word for what is not known. */
const char *mc_cli_workload_name (GHashTable *names, gint64 key);

/**
 * mc_cli_find_workload_key: (on a fiber)
 * @text: a counter's number, an agency's or field's code, or a name
 * @key: (out): its id
 * @error: MC_ERROR_NOT_FOUND
 */
gboolean
mc_cli_find_workload_key (McStore *store, McWorkloadBy by, const char *text, McDay day, gint64 *key, GError **error);

/** mc_cli_load_workload: (on a fiber) (transfer full) (nullable) (element-type McWorkloadRow) */
GArray *mc_cli_load_workload (McStore *store, const McWorkloadQuery *query, GError **error);

/**
 * mc_cli_count_visit_days: (on a fiber)
 * @days: (out caller-allocates): see mc_staffing_count_days()
 */
gboolean mc_cli_count_visit_days (McStore *store, McPeriod period, int days[8], GError **error);

G_END_DECLS
