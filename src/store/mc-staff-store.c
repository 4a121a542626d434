/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-staff-store.h"

#include "mc-noun.h"
#include "mc-person.h"
#include "mc-sql-private.h"
#include "mc-staff-entry.h"
#include "mc-store-private.h"

DexFuture *
mc_staff_store_list (McStore *store, McDay day)
{
  g_autoptr (McQuery) query = mc_query_at (mc_query_new (), day);

  return mc_store_list (store, MC_TYPE_STAFF_ENTRY, query);
}

DexFuture *
mc_staff_store_find_duplicates (McStore *store, const char *full_name, McDay birth_date, gint64 agency_id)
{
  g_autofree char *columns = _mc_sql_columns (mc_noun_get_class (MC_TYPE_PERSON));
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM centre.person"
                                          " WHERE id IN (SELECT centre.same_person($1, $2, NULLIF($3, 0)))"
                                          " ORDER BY id",
                                          columns);
  McPgParams *params = mc_pg_params_add_text (mc_pg_params_new (), full_name);

  return _mc_store_query_rows (store, MC_TYPE_PERSON, sql,
                               mc_pg_params_add_int64 (mc_pg_params_add_day (params, birth_date), agency_id));
}
