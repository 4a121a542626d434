/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-store.h"

G_BEGIN_DECLS

/* All newest first; @limit 0 for everything. Roles that may not read the audit get MC_ERROR_DENIED or no rows. */

/** mc_audit_store_of_row: a future of a GPtrArray of McAuditChange: what happened to one row. */
DexFuture *mc_audit_store_of_row (McStore *store, const char *table, gint64 id, guint limit);

/** mc_audit_store_of_person: likewise, to the person and all that hangs on them (tours, appointments, …). */
DexFuture *mc_audit_store_of_person (McStore *store, gint64 person_id, guint limit);

/** mc_audit_store_of_agency: likewise, to the agency, its names, quotas, contacts and successions. */
DexFuture *mc_audit_store_of_agency (McStore *store, gint64 agency_id, guint limit);

/** mc_audit_store_latest: likewise, to anything. */
DexFuture *mc_audit_store_latest (McStore *store, guint limit);

/** mc_audit_store_access: a future of a GPtrArray of McAuditAccess: who read the person's private data; 0 for all. */
DexFuture *mc_audit_store_access (McStore *store, gint64 person_id, guint limit);

G_END_DECLS
