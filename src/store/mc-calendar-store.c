/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-calendar-store.h"

#include "mc-day-override.h"
#include "mc-saturday-field.h"
#include "mc-store-model.h"
#include "mc-work-calendar.h"

static DexFuture *
load_fiber (gpointer data)
{
  McStore *store = data;
  GError *error = NULL;
  g_autoptr (GListModel) rules = mc_store_await_model (store, MC_TYPE_RULE_VERSION, MC_DAY_NONE, &error);
  g_autoptr (GListModel) overrides =
      rules ? mc_store_await_model (store, MC_TYPE_DAY_OVERRIDE, MC_DAY_NONE, &error) : NULL;
  g_autoptr (GListModel) times =
      overrides ? mc_store_await_model (store, MC_TYPE_SESSION_TIME, MC_DAY_NONE, &error) : NULL;
  g_autoptr (GListModel) saturdays =
      times ? mc_store_await_model (store, MC_TYPE_SATURDAY_FIELD, MC_DAY_NONE, &error) : NULL;
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
