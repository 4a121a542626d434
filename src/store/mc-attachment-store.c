/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-attachment-store.h"

#include <glib/gi18n-lib.h>

#include "mc-error.h"
#include "mc-store-private.h"

DexFuture *
mc_attachment_store_add (McStore *store, McAttachment *attachment)
{
  g_autoptr (GPtrArray) ops = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_row_op_unref);
  gsize size = attachment->content ? g_bytes_get_size (attachment->content) : 0;

  /* Said before 20 megabytes travel to be refused. */
  if (size == 0)
    return dex_future_new_reject (MC_ERROR, MC_ERROR_INVALID, _ ("The file is empty."));
  if (size > MC_ATTACHMENT_STORE_MAX_BYTES)
    return dex_future_new_reject (MC_ERROR, MC_ERROR_INVALID, _ ("The file is larger than %d MiB."),
                                  MC_ATTACHMENT_STORE_MAX_BYTES >> 20);
  g_ptr_array_add (ops, mc_row_op_new_insert (MC_ENTITY (attachment)));
  return mc_store_apply (store, ops);
}

DexFuture *
mc_attachment_store_list (McStore *store, McAttachmentSubject subject, gint64 subject_id)
{
  g_autoptr (McQuery) query = mc_query_new ();

  mc_query_where_text (query, "subject", mc_attachment_subject_values[subject].text);
  mc_query_where_id (query, "subject_id", subject_id);
  return mc_store_list (store, MC_TYPE_ATTACHMENT, query);
}

static DexFuture *
to_bytes (DexFuture *future, gpointer user_data)
{
  McPgResult *result = g_value_get_object (dex_future_get_value (future, NULL));

  if (mc_pg_result_get_n_rows (result) == 0)
    return dex_future_new_reject (MC_ERROR, MC_ERROR_NOT_FOUND, _ ("The file is not there any more."));
  return dex_future_new_take_boxed (G_TYPE_BYTES, mc_pg_result_get_bytea (result, 0, "content"));
}

DexFuture *
mc_attachment_store_read (McStore *store, gint64 id)
{
  return dex_future_then (_mc_store_query (store, "SELECT content FROM centre.attachment WHERE id = $1",
                                           mc_pg_params_add_int64 (mc_pg_params_new (), id)),
                          to_bytes, NULL, NULL);
}
