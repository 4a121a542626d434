/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-field-info.h"

G_BEGIN_DECLS

/*
 * Between C values and the text in which PostgreSQL writes them (DateStyle ISO,
 * bytea_output hex). The readers leave @value as it is on failure and set
 * MC_ERROR_INVALID, naming the field.
 */

/** mc_field_text_refuse: sets the error "“text” is no …" for @info. Returns: %FALSE */
gboolean mc_field_text_refuse (const McFieldInfo *info, const char *text, GError **error);

gboolean mc_field_text_to_bool (const McFieldInfo *info, const char *text, gboolean *value, GError **error);
gboolean mc_field_text_to_int (const McFieldInfo *info, const char *text, int *value, GError **error);
gboolean mc_field_text_to_int64 (const McFieldInfo *info, const char *text, gint64 *value, GError **error);
gboolean mc_field_text_to_double (const McFieldInfo *info, const char *text, double *value, GError **error);
gboolean mc_field_text_to_enum (const McFieldInfo *info, const char *text, guint *value, GError **error);
gboolean mc_field_text_to_day (const char *text, McDay *value, GError **error);
gboolean mc_field_text_to_period (const char *text, McPeriod *value, GError **error);

/** mc_field_text_to_timestamp: microseconds since 1970 UTC from "2026-08-31 08:15:00.25+07"; without zone it is UTC. */
gboolean mc_field_text_to_timestamp (const McFieldInfo *info, const char *text, gint64 *value, GError **error);

/** mc_field_text_to_bytes: (transfer full) in @value: from "\x0a1b…". */
gboolean mc_field_text_to_bytes (const McFieldInfo *info, const char *text, GBytes **value, GError **error);

/* All (transfer full). */
char *mc_field_text_from_bytes (GBytes *bytes);
char *mc_field_text_from_double (double value);
char *mc_field_text_from_timestamp (gint64 value);

/** mc_field_text_format_number: as people write it: 1.234,5, with as many decimals as there are, at most 6. */
char *mc_field_text_format_number (double value);

/** mc_field_text_format_timestamp: dd/mm/yyyy hh:mm in Vietnam's time. */
char *mc_field_text_format_timestamp (gint64 value);

/** mc_field_text_weekday: the short name of a day of the week, 1 is Monday; translated. */
const char *mc_field_text_weekday (guint weekday);

/** mc_field_text_format_weekdays: (transfer full): @digits are days of the week in order; three and more that follow
 * one another as a stretch: "Mon–Fri". */
char *mc_field_text_format_weekdays (const char *digits);

G_END_DECLS
