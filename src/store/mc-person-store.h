/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-person-private.h"
#include "mc-store.h"

G_BEGIN_DECLS

/* Data that the law protects (Law 91/2025). Each reading is written to the access log by the database itself. */

/**
 * mc_person_store_read_private:
 * @purpose: why it is read, in words; not empty
 *
 * Returns: (transfer full): a future of an McPersonPrivate, empty (id 0) where nothing is stored; MC_ERROR_DENIED for
 *   roles that may not
 */
DexFuture *mc_person_store_read_private (McStore *store, gint64 person_id, const char *purpose);

/**
 * mc_person_store_write_private:
 * @data: all fields are written for its person_id; if it was read (id not 0), its version must still be there
 *
 * Returns: (transfer full): a future of the new version (int); MC_ERROR_CONFLICT if somebody else was first
 */
DexFuture *mc_person_store_write_private (McStore *store, McPersonPrivate *data);

/** mc_person_store_export: a future of a string: all that is held on the person, as one JSON object; logged. */
DexFuture *mc_person_store_export (McStore *store, gint64 person_id, const char *purpose);

/** mc_person_store_anonymise: a future of %TRUE; for good. Refused before the retention term is over. */
DexFuture *mc_person_store_anonymise (McStore *store, gint64 person_id, const char *reason);

G_END_DECLS
