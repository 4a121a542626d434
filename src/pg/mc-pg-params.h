/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "mc-day.h"
#include "mc-period.h"

G_BEGIN_DECLS

/**
 * McPgParams:
 * The values of $1, $2, … in the order they are added. Each carries its PostgreSQL type, and none is ever
 * built into the SQL text. Each function returns its @self, so that calls can be nested or chained.
 * Reference counted; %NULL stands for "no parameters" wherever one is taken.
 */
typedef struct _McPgParams McPgParams;

#define MC_TYPE_PG_PARAMS (mc_pg_params_get_type ())
GType mc_pg_params_get_type (void);

McPgParams *mc_pg_params_new (void);
McPgParams *mc_pg_params_ref (McPgParams *self);
void mc_pg_params_unref (McPgParams *self);

/** mc_pg_params_get_length: how many values there are; the next one will be $(length + 1) */
guint mc_pg_params_get_length (McPgParams *self);

/** mc_pg_params_add_text: @value: (nullable): copied; %NULL is SQL NULL. The server takes the type from the
 * context (text, enum, date, numeric, …): write `$1::type` where there is none. */
McPgParams *mc_pg_params_add_text (McPgParams *self, const char *value);
/** mc_pg_params_add_int64: a bigint; write `$1::int` where a function wants an integer */
McPgParams *mc_pg_params_add_int64 (McPgParams *self, gint64 value);
McPgParams *mc_pg_params_add_bool (McPgParams *self, gboolean value);
McPgParams *mc_pg_params_add_double (McPgParams *self, double value);
/** mc_pg_params_add_day: a date; MC_DAY_NONE is SQL NULL */
McPgParams *mc_pg_params_add_day (McPgParams *self, McDay value);
/** mc_pg_params_add_period: @value: (nullable): a daterange; an end of MC_DAY_NONE is unbounded; %NULL is SQL NULL */
McPgParams *mc_pg_params_add_period (McPgParams *self, const McPeriod *value);
/** mc_pg_params_add_timestamp: @value: (nullable): a timestamptz; %NULL is SQL NULL */
McPgParams *mc_pg_params_add_timestamp (McPgParams *self, GDateTime *value);
/** mc_pg_params_add_bytea: @value: (nullable): sent in binary, not copied; %NULL is SQL NULL */
McPgParams *mc_pg_params_add_bytea (McPgParams *self, GBytes *value);
/** mc_pg_params_add_json: @value: (nullable): JSON text for a jsonb; %NULL is SQL NULL */
McPgParams *mc_pg_params_add_json (McPgParams *self, const char *value);
/** mc_pg_params_add_text_array: @values: (nullable): %NULL-terminated, for a text[]; %NULL is SQL NULL */
McPgParams *mc_pg_params_add_text_array (McPgParams *self, const char *const *values);
/** mc_pg_params_add_int64_array: a bigint[] */
McPgParams *mc_pg_params_add_int64_array (McPgParams *self, const gint64 *values, gsize length);
/** mc_pg_params_add_null: SQL NULL of a type that the context tells */
McPgParams *mc_pg_params_add_null (McPgParams *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McPgParams, mc_pg_params_unref)

G_END_DECLS
