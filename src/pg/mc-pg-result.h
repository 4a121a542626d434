/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "mc-day.h"
#include "mc-period.h"

G_BEGIN_DECLS

/**
 * McPgResult:
 * The rows of one statement, whole in memory and not changing. Rows count from 0; columns are named as in
 * the SQL. Asking for a column that the statement does not have is a programming error. Of SQL NULL the
 * getters make the value that means "none" (%NULL, 0, %FALSE, MC_DAY_NONE); mc_pg_result_is_null() tells.
 */
#define MC_TYPE_PG_RESULT (mc_pg_result_get_type ())
G_DECLARE_FINAL_TYPE (McPgResult, mc_pg_result, MC, PG_RESULT, GObject)

guint mc_pg_result_get_n_rows (McPgResult *self);
guint mc_pg_result_get_n_columns (McPgResult *self);
/** mc_pg_result_find_column: Returns: the column's number, or -1 */
int mc_pg_result_find_column (McPgResult *self, const char *column);

/** mc_pg_result_get_affected: how many rows an INSERT, UPDATE, DELETE, MERGE or COPY touched */
gint64 mc_pg_result_get_affected (McPgResult *self);
/** mc_pg_result_get_tag: (transfer none): the command tag, such as "UPDATE 3" */
const char *mc_pg_result_get_tag (McPgResult *self);

/** mc_pg_result_get_value: (transfer none) (nullable): PostgreSQL's text of a cell by column number, %NULL for SQL
 * NULL; for decoders that looked the columns up once */
const char *mc_pg_result_get_value (McPgResult *self, guint row, guint column);

gboolean mc_pg_result_is_null (McPgResult *self, guint row, const char *column);
/** mc_pg_result_get_text: (transfer none) (nullable): valid as long as the result; any type in PostgreSQL's text form
 */
const char *mc_pg_result_get_text (McPgResult *self, guint row, const char *column);
gint64 mc_pg_result_get_int64 (McPgResult *self, guint row, const char *column);
gboolean mc_pg_result_get_bool (McPgResult *self, guint row, const char *column);
double mc_pg_result_get_double (McPgResult *self, guint row, const char *column);
McDay mc_pg_result_get_day (McPgResult *self, guint row, const char *column);
/** mc_pg_result_get_period: the daterange; MC_PERIOD_ALWAYS for SQL NULL */
McPeriod mc_pg_result_get_period (McPgResult *self, guint row, const char *column);
/** mc_pg_result_get_timestamp: (transfer full) (nullable): of a timestamp with time zone, in Asia/Ho_Chi_Minh */
GDateTime *mc_pg_result_get_timestamp (McPgResult *self, guint row, const char *column);
/** mc_pg_result_get_bytea: (transfer full) (nullable) */
GBytes *mc_pg_result_get_bytea (McPgResult *self, guint row, const char *column);
/** mc_pg_result_get_text_array: (transfer full) (nullable): a one-dimensional array of any type; an element that is
 * SQL NULL becomes an empty string */
char **mc_pg_result_get_text_array (McPgResult *self, guint row, const char *column);

/** mc_pg_parse_day: PostgreSQL's ISO text of a date; MC_DAY_NONE for %NULL, infinity and anything else */
McDay mc_pg_parse_day (const char *text);
/** mc_pg_parse_period: PostgreSQL's text of a daterange, as mc_pg_result_get_period() */
McPeriod mc_pg_parse_period (const char *text);
/** mc_pg_parse_timestamp: (transfer full) (nullable): PostgreSQL's ISO text of a timestamptz */
GDateTime *mc_pg_parse_timestamp (const char *text);

G_END_DECLS
