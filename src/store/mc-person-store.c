/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-person-store.h"

#include "mc-noun.h"
#include "mc-person-store-private.h"
#include "mc-sql-private.h"
#include "mc-store-private.h"

typedef struct
{
  gint64 person_id;
} Wanted;

/* Nothing stored is as good as nothing known. */
static DexFuture *
first_or_empty (DexFuture *rows, gpointer user_data)
{
  Wanted *wanted = user_data;
  GPtrArray *found = g_value_get_boxed (dex_future_get_value (rows, NULL));
  McPersonPrivate *data;

  if (found->len > 0)
    return dex_future_new_take_object (g_object_ref (found->pdata[0]));
  data = mc_person_private_new ();
  data->person_id = wanted->person_id;
  return dex_future_new_take_object (data);
}

DexFuture *
mc_person_store_read_private (McStore *store, gint64 person_id, const char *purpose)
{
  g_autofree char *columns = _mc_sql_columns (mc_noun_get_class (MC_TYPE_PERSON_PRIVATE));
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM centre.read_private($1, $2)", columns);
  McPgParams *params = mc_pg_params_add_text (mc_pg_params_add_int64 (mc_pg_params_new (), person_id), purpose);
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->person_id = person_id;
  return dex_future_then (_mc_store_query_rows (store, MC_TYPE_PERSON_PRIVATE, sql, params), first_or_empty, wanted,
                          g_free);
}

static DexFuture *
to_int (DexFuture *number, gpointer user_data)
{
  return dex_future_new_for_int ((int)g_value_get_int64 (dex_future_get_value (number, NULL)));
}

McPgParams *
_mc_person_private_params (McPersonPrivate *data)
{
  McPgParams *params = mc_pg_params_new ();

  mc_pg_params_add_int64 (params, data->person_id);
  mc_pg_params_add_day (params, data->birth_date);
  mc_pg_params_add_text (params, data->identity_no);
  mc_pg_params_add_text (params, data->home_address);
  mc_pg_params_add_text (params, data->private_phone);
  mc_pg_params_add_int64 (params, mc_entity_get_id (MC_ENTITY (data)) ? mc_entity_get_version (MC_ENTITY (data)) : 0);
  return params;
}

DexFuture *
mc_person_store_write_private (McStore *store, McPersonPrivate *data)
{
  return dex_future_then (_mc_store_query_int64 (store, MC_SQL_WRITE_PRIVATE, _mc_person_private_params (data)), to_int,
                          NULL, NULL);
}

DexFuture *
mc_person_store_export (McStore *store, gint64 person_id, const char *purpose)
{
  return _mc_store_query_text (
      store, "SELECT jsonb_pretty(centre.person_data($1, $2))",
      mc_pg_params_add_text (mc_pg_params_add_int64 (mc_pg_params_new (), person_id), purpose));
}

DexFuture *
mc_person_store_anonymise (McStore *store, gint64 person_id, const char *reason)
{
  return _mc_store_run (store, "SELECT centre.anonymise_person($1, $2)",
                        mc_pg_params_add_text (mc_pg_params_add_int64 (mc_pg_params_new (), person_id), reason));
}
