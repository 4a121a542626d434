/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libdex.h>

#include "mc-pg-config.h"
#include "mc-pg-pool.h"

G_BEGIN_DECLS

/**
 * McTestCluster:
 * A PostgreSQL cluster in a temporary folder for one test program: socket only, everybody who can enter the folder may
 * be any role (superuser `postgres`), data not safe from a power cut. It and its folder are gone when the program
 * ends, however it ends.
 */
typedef struct _McTestCluster McTestCluster;

/**
 * McTestClusterFlags:
 * @MC_TEST_CLUSTER_TCP: listens on a loopback port as well, where passwords (SCRAM) are asked for
 * @MC_TEST_CLUSTER_TLS: TCP, and only with TLS; the certificate is for "localhost", see mc_test_cluster_get_ca()
 */
typedef enum
{
  MC_TEST_CLUSTER_SOCKET = 0,
  MC_TEST_CLUSTER_TCP = 1 << 0,
  MC_TEST_CLUSTER_TLS = 1 << 1,
} McTestClusterFlags;

/** mc_test_init: instead of g_test_init(): also gets libdex ready */
void mc_test_init (int *argc, char ***argv);
/** mc_test_run: instead of g_test_run(): also ends the shared cluster */
int mc_test_run (void);
/** mc_test_add_fiber: a test whose @func runs on a fiber, with the main loop running */
void mc_test_add_fiber (const char *path, void (*func) (void));
/** mc_test_await_msec: lets the main loop run for a while; on a fiber */
void mc_test_await_msec (int milliseconds);

/** mc_test_get_cluster: (transfer none): the program's shared cluster (socket only), made when first asked for */
McTestCluster *mc_test_get_cluster (void);

McTestCluster *mc_test_cluster_new (McTestClusterFlags flags);
void mc_test_cluster_free (McTestCluster *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McTestCluster, mc_test_cluster_free)

/** McTestFolder: a temporary folder; when it is freed or the program ends, a server in its subfolder `data` is stopped
 * and it is removed */
typedef struct _McTestFolder McTestFolder;
McTestFolder *mc_test_folder_new (void);
void mc_test_folder_free (McTestFolder *self);
const char *mc_test_folder_get_path (McTestFolder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McTestFolder, mc_test_folder_free)

/** mc_test_cluster_start: (blocks) after mc_test_cluster_stop() or mc_test_cluster_kill() */
void mc_test_cluster_start (McTestCluster *self);
/** mc_test_cluster_stop: (blocks) @mode: "smart", "fast" or "immediate" */
void mc_test_cluster_stop (McTestCluster *self, const char *mode);
/** mc_test_cluster_kill: kill -9 of the server and its children, as a power cut would be; waits until they are gone */
void mc_test_cluster_kill (McTestCluster *self);
GPid mc_test_cluster_get_pid (McTestCluster *self);
const char *mc_test_cluster_get_folder (McTestCluster *self);
guint16 mc_test_cluster_get_port (McTestCluster *self);
/** mc_test_cluster_get_ca: PEM file of the authority that signed the certificate of a TLS cluster */
const char *mc_test_cluster_get_ca (McTestCluster *self);
/** mc_test_cluster_get_wrong_ca: PEM file of an authority that did not */
const char *mc_test_cluster_get_wrong_ca (McTestCluster *self);

/** mc_test_cluster_config: Returns: (transfer full): through the socket */
McPgConfig *mc_test_cluster_config (McTestCluster *self, const char *user, const char *dbname);
/** mc_test_cluster_pool: Returns: (transfer full): of 4 connections through the socket */
McPgPool *mc_test_cluster_pool (McTestCluster *self, const char *user, const char *dbname);
/** mc_test_cluster_psql: (blocks) runs @sql as `postgres` in @dbname; an error ends the test. Returns: (transfer full):
 * the output, unaligned, tuples only */
char *mc_test_cluster_psql (McTestCluster *self, const char *dbname, const char *sql);
/** mc_test_cluster_fresh_database: (blocks) Returns: (transfer full): the name of a new, empty database */
char *mc_test_cluster_fresh_database (McTestCluster *self);

G_END_DECLS
