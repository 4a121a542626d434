/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-day.h"

G_BEGIN_DECLS

/* How official papers write numbers and dates in Vietnamese, whatever the language of the screen: Decree 30/2020,
 * Appendix I, II.3 and II.4, and its section V for times. */

/** mc_official_format_number: (transfer full): under 10 with a 0 before it: "05", "12", "123". */
char *mc_official_format_number (guint number);

/** mc_official_format_day: (transfer full): "ngày 05 tháng 02 năm 2026": days under 10 and the months 1 and 2 with a 0.
 */
char *mc_official_format_day (McDay day);

/** mc_official_format_time: (transfer full): "07 giờ 30 phút". @minutes: since midnight. */
char *mc_official_format_time (guint minutes);

/** mc_official_format_weekday: (transfer none): "Thứ Hai" … "Chủ nhật"; @brief: "T2" … "CN". */
const char *mc_official_format_weekday (McDay day, gboolean brief);

/** mc_official_format_month: (transfer full): "tháng 02 năm 2026". */
char *mc_official_format_month (McDay day);

/**
 * mc_official_format_symbol:
 * @type_code: (nullable): "TB", "GNP" …; %NULL for an official letter (công văn), which has none
 * @centre: the code of the body that issues it ("TTPVHCC")
 * @unit: (nullable): the code of the unit that drew it up ("HCTH"), which only letters show
 *
 * Returns: (transfer full): "TB-TTPVHCC"; "TTPVHCC-HCTH" for a letter
 */
char *mc_official_format_symbol (const char *type_code, const char *centre, const char *unit);

G_END_DECLS
