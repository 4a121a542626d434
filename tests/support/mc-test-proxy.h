/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-test-cluster.h"

G_BEGIN_DECLS

/**
 * McTestProxy:
 * A stretch of network between client and server, of which a test says when it fails. Its own threads carry the bytes,
 * so that the client's main loop has no part in it.
 */
typedef struct _McTestProxy McTestProxy;

/**
 * McTestProxyFault:
 * @MC_TEST_PROXY_NONE: all goes through
 * @MC_TEST_PROXY_CUT_BEFORE_COMMIT: the next COMMIT does not arrive; from then on all is down
 * @MC_TEST_PROXY_CUT_AFTER_COMMIT: the next COMMIT arrives and its answer does not; from then on all is down
 * @MC_TEST_PROXY_CUT_AFTER_COMMIT_ONCE: likewise, but who knocks again is let through
 * @MC_TEST_PROXY_HOLD_COMMIT: the next COMMIT is neither delivered nor given up: the server waits for it, the client is
 *   cut off, and who knocks again is let through
 * @MC_TEST_PROXY_CUT_STATEMENT: see mc_test_proxy_cut_statement()
 * @MC_TEST_PROXY_HOLD_STATEMENT: see mc_test_proxy_hold_statement()
 * @MC_TEST_PROXY_DOWN: nobody is let through, and who was is cut off
 */
typedef enum
{
  MC_TEST_PROXY_NONE,
  MC_TEST_PROXY_CUT_BEFORE_COMMIT,
  MC_TEST_PROXY_CUT_AFTER_COMMIT,
  MC_TEST_PROXY_CUT_AFTER_COMMIT_ONCE,
  MC_TEST_PROXY_HOLD_COMMIT,
  MC_TEST_PROXY_CUT_STATEMENT,
  MC_TEST_PROXY_HOLD_STATEMENT,
  MC_TEST_PROXY_DOWN,
} McTestProxyFault;

/** mc_test_proxy_new: to the socket of @cluster */
McTestProxy *mc_test_proxy_new (McTestCluster *cluster);
void mc_test_proxy_free (McTestProxy *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McTestProxy, mc_test_proxy_free)

/** mc_test_proxy_get_folder: where its socket is; the port is that of the cluster */
const char *mc_test_proxy_get_folder (McTestProxy *self);

void mc_test_proxy_set_fault (McTestProxy *self, McTestProxyFault fault);
McTestProxyFault mc_test_proxy_get_fault (McTestProxy *self);

/**
 * mc_test_proxy_cut_statement:
 * @n: from 1; COMMIT counts as well
 *
 * The link of the next transaction that writes breaks before its statement @n arrives; if it has fewer, once the server
 * has committed and before it is heard. Other links go on, who knocks again is let through, and there is no fault any
 * more.
 */
void mc_test_proxy_cut_statement (McTestProxy *self, int n);

/** mc_test_proxy_hold_statement: likewise, but statement @n is kept until mc_test_proxy_let_go(), and only then its
 * link breaks: time for the server to be killed in the middle of a transaction. */
void mc_test_proxy_hold_statement (McTestProxy *self, int n);

/** mc_test_proxy_is_held: whether it has come to that. */
gboolean mc_test_proxy_is_held (McTestProxy *self);

/** mc_test_proxy_let_go: what was held is given up, so that the server sees the connection end */
void mc_test_proxy_let_go (McTestProxy *self);

/** mc_test_proxy_cut: every connection breaks on which the client has lately sent a statement that ends in @text;
 * the others go on.
 * Returns: how many */
guint mc_test_proxy_cut (McTestProxy *self, const char *text);

G_END_DECLS
