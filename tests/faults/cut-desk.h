/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-test-proxy.h"
#include "session-fixture.h"

G_BEGIN_DECLS

/* A desk whose link to the server a test breaks wherever it likes. All on a fiber; what fails ends the test. */

typedef struct
{
  McTestProxy *proxy;
  McProfile *profile;
  McSession *session; /* NULL: closed */
} CutDesk;

void cut_desk_open (CutDesk *desk, const char *login);
void cut_desk_close (CutDesk *desk);

guint cut_desk_n_pending (CutDesk *desk);

/** cut_desk_only_pending: (transfer none): the first that is kept. */
McPending *cut_desk_only_pending (CutDesk *desk);

/** cut_desk_come_back: nothing stands in the way any more; waits until the desk is online. */
void cut_desk_come_back (CutDesk *desk);

/** cut_desk_count: the number that @sql gives, asked past all rights. */
gint64 cut_desk_count (const char *sql);

/**
 * cut_desk_sweep:
 * Sends @change, which was kept before if something is, and breaks the link before the first statement of its
 * transaction; sends it again, and breaks the link before the second; and so on until only the answer to COMMIT gets
 * lost, and then it is in. Before that it is kept whole each time (unless it holds what the law protects), and the
 * record of changes has not one row more.
 *
 * Returns: how often the link broke
 */
int cut_desk_sweep (CutDesk *desk, McChange *change);

/** cut_desk_kill: kill -9 of the server while it has done all of @change up to statement @n. It is started again,
 * nothing of the change is in, and the change is kept. */
void cut_desk_kill (CutDesk *desk, McChange *change, int n);

G_END_DECLS
