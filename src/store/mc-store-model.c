/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-store-model.h"

GListModel *
mc_store_await_model (McStore *self, GType noun, McDay day, GError **error)
{
  g_autoptr (McQuery) query = day == MC_DAY_NONE ? NULL : mc_query_at (mc_query_new (), day);
  g_autoptr (GPtrArray) rows = dex_await_boxed (mc_store_list (self, noun, query), error);
  GListStore *list;

  if (!rows)
    return NULL;
  list = g_list_store_new (noun);
  g_list_store_splice (list, 0, 0, rows->pdata, rows->len);
  return G_LIST_MODEL (list);
}
