/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_WORKLOAD_REPORT_DIALOG (mc_workload_report_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McWorkloadReportDialog, mc_workload_report_dialog, MC, WORKLOAD_REPORT_DIALOG, AdwDialog)

/**
 * mc_workload_report_dialog_new:
 * @day: a day of the month that is shown first
 *
 * The workload of a month on one page, as it will come out; printed and written by the dialog of all drawings.
 */
AdwDialog *mc_workload_report_dialog_new (McSession *session, McDay day);

G_END_DECLS
