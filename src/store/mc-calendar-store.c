/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-calendar-store.h"

#include "mc-day-override.h"
#include "mc-saturday-field.h"
#include "mc-work-calendar.h"

static GListModel *
load (McStore *store, GType noun, GError **error)
{
  g_autoptr (GPtrArray) rows = dex_await_boxed (mc_store_list (store, noun, NULL), error);
  GListStore *list;

  if (!rows)
    return NULL;
  list = g_list_store_new (noun);
  g_list_store_splice (list, 0, 0, rows->pdata, rows->len);
  return G_LIST_MODEL (list);
}

static DexFuture *
load_fiber (gpointer data)
{
  McStore *store = data;
  GError *error = NULL;
  g_autoptr (GListModel) rules = load (store, MC_TYPE_RULE_VERSION, &error);
  g_autoptr (GListModel) overrides = rules ? load (store, MC_TYPE_DAY_OVERRIDE, &error) : NULL;
  g_autoptr (GListModel) times = overrides ? load (store, MC_TYPE_SESSION_TIME, &error) : NULL;
  g_autoptr (GListModel) saturdays = times ? load (store, MC_TYPE_SATURDAY_FIELD, &error) : NULL;
  g_autoptr (McRuleBook) book = NULL;

  if (!saturdays)
    return dex_future_new_for_error (error);
  book = mc_rule_book_new_from_list (rules);
  return dex_future_new_take_object (mc_work_calendar_new (book, overrides, times, saturdays));
}

DexFuture *
mc_calendar_store_load (McStore *store)
{
  g_return_val_if_fail (MC_IS_STORE (store), NULL);
  return dex_scheduler_spawn (NULL, 0, load_fiber, g_object_ref (store), g_object_unref);
}
