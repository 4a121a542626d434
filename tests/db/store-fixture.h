/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-store.h"
#include "mc-test-cluster.h"

G_BEGIN_DECLS

/* What the tests of the store share. All on a fiber. */

/** fixture_database: (transfer none): a database with the schema; made when first asked for. */
const char *fixture_database (void);

/** fixture_store: (transfer full): on that database, as the superuser or in the role of @group ("director", …). */
McStore *fixture_store (const char *group);

/** fixture_sample: (transfer full): an unsaved @noun with all that it must have; what it refers to is there. */
McEntity *fixture_sample (McStore *store, GType noun);

/** fixture_save: inserts @entity; the test fails if that does. */
void fixture_save (McStore *store, gpointer entity);

/** fixture_apply: one step, @op: (transfer full). Returns: whether it went. */
gboolean fixture_apply (McStore *store, McRowOp *op, GError **error);

G_END_DECLS
