/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-audit-store.h"

#include "mc-audit-access.h"
#include "mc-audit-change.h"
#include "mc-noun.h"
#include "mc-sql-private.h"
#include "mc-store-private.h"

/* Newest first, of all rows for which @condition holds; @params gets the limit as its last value. */
static DexFuture *
read_log (McStore *store, GType noun, const char *condition, McPgParams *params, guint limit)
{
  McEntityClass *klass = mc_noun_get_class (noun);
  g_autofree char *columns = _mc_sql_columns (klass);
  g_autofree char *table = _mc_sql_table (klass);
  g_autofree char *sql = NULL;

  mc_pg_params_add_int64 (params, limit);
  sql = g_strdup_printf ("SELECT %s FROM %s WHERE %s ORDER BY id DESC LIMIT NULLIF($%u, 0)", columns, table, condition,
                         mc_pg_params_get_length (params));
  return _mc_store_query_rows (store, noun, sql, params);
}

DexFuture *
mc_audit_store_of_row (McStore *store, const char *table, gint64 id, guint limit)
{
  return read_log (store, MC_TYPE_AUDIT_CHANGE, "table_name = $1 AND row_id = $2",
                   mc_pg_params_add_int64 (mc_pg_params_add_text (mc_pg_params_new (), table), id), limit);
}

DexFuture *
mc_audit_store_of_person (McStore *store, gint64 person_id, guint limit)
{
  /* By what the entries say, not by what is there now: rows that were removed belong to the history, too. */
  return read_log (store, MC_TYPE_AUDIT_CHANGE,
                   "(table_name = 'person' AND row_id = $1)"
                   " OR COALESCE(new, old) ->> 'person_id' = $1::text"
                   " OR (table_name = 'tour_extension' AND (COALESCE(new, old) ->> 'tour_id')::bigint IN"
                   " (SELECT t.id FROM centre.tour t WHERE t.person_id = $1))"
                   " OR (table_name = 'attachment' AND COALESCE(new, old) ->> 'subject' = 'person'"
                   " AND COALESCE(new, old) ->> 'subject_id' = $1::text)",
                   mc_pg_params_add_int64 (mc_pg_params_new (), person_id), limit);
}

DexFuture *
mc_audit_store_of_agency (McStore *store, gint64 agency_id, guint limit)
{
  return read_log (store, MC_TYPE_AUDIT_CHANGE,
                   "(table_name = 'agency' AND row_id = $1)"
                   " OR (table_name IN ('agency_name', 'agency_quota', 'agency_contact', 'field')"
                   " AND $1::text IN (old ->> 'agency_id', new ->> 'agency_id'))"
                   " OR (table_name = 'agency_succession' AND $1::text IN (COALESCE(new, old) ->> 'predecessor_id',"
                   " COALESCE(new, old) ->> 'successor_id'))"
                   " OR (table_name = 'attachment' AND COALESCE(new, old) ->> 'subject' = 'agency'"
                   " AND COALESCE(new, old) ->> 'subject_id' = $1::text)",
                   mc_pg_params_add_int64 (mc_pg_params_new (), agency_id), limit);
}

DexFuture *
mc_audit_store_latest (McStore *store, guint limit)
{
  return read_log (store, MC_TYPE_AUDIT_CHANGE, "true", mc_pg_params_new (), limit);
}

DexFuture *
mc_audit_store_access (McStore *store, gint64 person_id, guint limit)
{
  return read_log (store, MC_TYPE_AUDIT_ACCESS, "$1 IN (0, person_id)",
                   mc_pg_params_add_int64 (mc_pg_params_new (), person_id), limit);
}
