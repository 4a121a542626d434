/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-page.h"

G_BEGIN_DECLS

#define MC_TYPE_ATTENDANCE_PAGE (mc_attendance_page_get_type ())
G_DECLARE_FINAL_TYPE (McAttendancePage, mc_attendance_page, MC, ATTENDANCE_PAGE, McPage)

/**
 * McAttendancePage:
 * Who came: a month of people by sessions, entered by single letters, in one act for a whole day, or from a time clock;
 * the sheet of the month on paper and as a workbook. Targets: "attendance", "attendance/2026-11-27".
 */

G_END_DECLS
