/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-agency-store.h"

#include "mc-agency-entry.h"
#include "mc-row-op-private.h"
#include "mc-store-private.h"

DexFuture *
mc_agency_store_list (McStore *store, McDay day)
{
  g_autoptr (McQuery) query = mc_query_at (mc_query_new (), day);

  return mc_store_list (store, MC_TYPE_AGENCY_ENTRY, query);
}

DexFuture *
mc_agency_store_successor_of (McStore *store, gint64 agency_id, McDay day)
{
  return _mc_store_query_int64 (store, "SELECT centre.successor_of($1, $2)",
                                mc_pg_params_add_day (mc_pg_params_add_int64 (mc_pg_params_new (), agency_id), day));
}

McRowOp *
mc_agency_store_rename_op (gint64 agency_id,
                           McDay effective,
                           const char *name,
                           const char *short_name,
                           const char *decision_no,
                           McDay decision_date)
{
  McPgParams *params = mc_pg_params_new ();

  mc_pg_params_add_int64 (params, agency_id);
  mc_pg_params_add_text (params, name);
  mc_pg_params_add_text (params, short_name);
  mc_pg_params_add_day (params, effective);
  mc_pg_params_add_text (params, decision_no);
  mc_pg_params_add_day (params, decision_date);
  return _mc_row_op_new_call ("SELECT centre.rename_agency($1, $2, $3, $4, $5, $6)", params);
}

McRowOp *
mc_agency_store_merge_op (const gint64 *predecessors,
                          gsize n_predecessors,
                          gint64 successor_id,
                          McDay effective,
                          const char *decision_no,
                          McDay decision_date)
{
  McPgParams *params = mc_pg_params_new ();

  mc_pg_params_add_int64_array (params, predecessors, n_predecessors);
  mc_pg_params_add_day (params, effective);
  mc_pg_params_add_text (params, decision_no);
  mc_pg_params_add_day (params, decision_date);
  mc_pg_params_add_int64 (params, successor_id);
  return _mc_row_op_new_call ("SELECT centre.merge_agencies($1, NULL, NULL, NULL, $2, $3, $4, $5)", params);
}

McRowOp *
mc_agency_store_merge_into_new_op (const gint64 *predecessors,
                                   gsize n_predecessors,
                                   const char *code,
                                   const char *name,
                                   const char *short_name,
                                   McDay effective,
                                   const char *decision_no,
                                   McDay decision_date)
{
  McPgParams *params = mc_pg_params_new ();

  mc_pg_params_add_int64_array (params, predecessors, n_predecessors);
  mc_pg_params_add_text (params, code);
  mc_pg_params_add_text (params, name);
  mc_pg_params_add_text (params, short_name ? short_name : name);
  mc_pg_params_add_day (params, effective);
  mc_pg_params_add_text (params, decision_no);
  mc_pg_params_add_day (params, decision_date);
  return _mc_row_op_new_call ("SELECT centre.merge_agencies($1, $2, $3, $4, $5, $6, $7)", params);
}
