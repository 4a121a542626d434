/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-session-workload.h"

#include "mc-session-private.h"
#include "mc-what-if-store.h"
#include "mc-workload-store.h"

DexFuture *
mc_session_load_workload (McSession *self, const McWorkloadQuery *query)
{
  g_return_val_if_fail (MC_IS_SESSION (self) && self->store && query, NULL);
  return mc_session_watch (self, mc_workload_store_load (self->store, query));
}

DexFuture *
mc_session_load_what_if (McSession *self, McPeriod days)
{
  g_return_val_if_fail (MC_IS_SESSION (self) && self->store, NULL);
  return mc_session_watch (self, mc_what_if_store_load (self->store, days));
}
