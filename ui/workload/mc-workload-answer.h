/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-session.h"
#include "mc-workload-chart.h"
#include "mc-workload-row.h"

G_BEGIN_DECLS

/* Questions to the workload, waited for on a fiber. */

/**
 * mc_workload_await_chart:
 * @names, @staff: (nullable): the live lists of mc_workload_names_noun() and mc_workload_staff_noun() where it has such
 *
 * Returns: (transfer full) (nullable)
 */
McChart *mc_workload_await_chart (
    McSession *session, const McWorkloadChartSpec *spec, McLiveList *names, McLiveList *staff, GError **error);

/** mc_workload_await_sum: of all of a time, for the figures. */
gboolean mc_workload_await_sum (McSession *session, McDay from, McDay to, McWorkloadRow *sum, GError **error);

/** mc_workload_list_names: (transfer full) (nullable): what names the keys of @spec. */
McLiveList *mc_workload_list_names (McSession *session, const McWorkloadChartSpec *spec);
/** mc_workload_list_staff: (transfer full) (nullable): who was there, where its chart tells that. */
McLiveList *mc_workload_list_staff (McSession *session, const McWorkloadChartSpec *spec);

G_END_DECLS
