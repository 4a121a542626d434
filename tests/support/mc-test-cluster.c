/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-test-cluster.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <netinet/in.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct _McTestCluster
{
  McTestClusterFlags flags;
  char *folder;
  char *data;
  char *ca;
  char *wrong_ca;
  guint16 port;
  guint databases;
  GSubprocess *janitor;
};

static McTestCluster *shared;

static char *
run (const char *const *argv, const char *input)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                        G_SUBPROCESS_FLAGS_STDERR_MERGE);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C.UTF-8", TRUE);
  process = g_subprocess_launcher_spawnv (launcher, argv, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, input, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  if (!g_subprocess_get_successful (process))
    g_error ("%s failed: %s", argv[0], output);
  return g_strchomp (g_steal_pointer (&output));
}

#define RUN(...) g_free (run ((const char *const[]){ __VA_ARGS__, NULL }, NULL))

static void
write_file (McTestCluster *self, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static guint16
free_port (void)
{
  struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl (INADDR_LOOPBACK) };
  socklen_t length = sizeof address;
  int fd = socket (AF_INET, SOCK_STREAM, 0);

  g_assert_cmpint (bind (fd, (struct sockaddr *)&address, sizeof address), ==, 0);
  g_assert_cmpint (getsockname (fd, (struct sockaddr *)&address, &length), ==, 0);
  close (fd);
  return ntohs (address.sin_port);
}

static void
make_authority (McTestCluster *self, const char *name)
{
  g_autofree char *key = g_strdup_printf ("%s/%s.key", self->folder, name);
  g_autofree char *pem = g_strdup_printf ("%s/%s.pem", self->folder, name);
  g_autofree char *subject = g_strdup_printf ("/CN=Test authority %s", name);

  RUN ("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
       "-subj", subject, "-keyout", key, "-out", pem);
}

static void
make_certificates (McTestCluster *self)
{
  g_autofree char *key = g_build_filename (self->folder, "server.key", NULL);
  g_autofree char *pem = g_build_filename (self->folder, "server.pem", NULL);
  g_autofree char *ca_key = g_build_filename (self->folder, "ca.key", NULL);

  make_authority (self, "ca");
  make_authority (self, "wrong");
  RUN ("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
       "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-addext", "basicConstraints=CA:FALSE",
       "-CA", self->ca, "-CAkey", ca_key, "-keyout", key, "-out", pem);
  g_chmod (key, 0600);
}

static void
write_configuration (McTestCluster *self)
{
  gboolean tls = self->flags & MC_TEST_CLUSTER_TLS;
  gboolean tcp = tls || self->flags & MC_TEST_CLUSTER_TCP;
  g_autofree char *text = g_strdup_printf (
      "port = %u\nunix_socket_directories = '%s'\nunix_socket_permissions = 0700\nlisten_addresses = '%s'\n"
      "fsync = off\nfull_page_writes = off\nshared_buffers = 32MB\nmax_connections = 40\nlog_min_messages = fatal\n"
      "ssl = %s\nssl_cert_file = '%s/server.pem'\nssl_key_file = '%s/server.key'\n",
      self->port, self->folder, tcp ? "127.0.0.1" : "", tls ? "on" : "off", self->folder, self->folder);

  write_file (self, "data/postgresql.conf", text);
  write_file (self, "data/pg_hba.conf",
              tls ? "local all all trust\nhostssl all all 127.0.0.1/32 scram-sha-256\n"
                  : "local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n");
}

/* A process of its own session that ends the server and removes the folder as
 * soon as this program has ended: its standard input closes then. */
static GSubprocess *
start_janitor (const char *folder)
{
  static const char *const script = "trap '' INT TERM HUP; cat >/dev/null; "
                                    "pid=$(head -n1 \"$1/data/postmaster.pid\" 2>/dev/null); "
                                    "if [ -n \"$pid\" ]; then kill -QUIT \"$pid\" 2>/dev/null; n=0; "
                                    "while kill -0 \"$pid\" 2>/dev/null && [ $n -lt 100 ]; "
                                    "do sleep 0.05; n=$((n+1)); done; fi; rm -rf \"$1\"";
  g_autoptr (GError) error = NULL;
  GSubprocess *janitor;

  janitor = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE |
                                  G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                              &error, "setsid", "sh", "-c", script, "janitor", folder, NULL);
  g_assert_no_error (error);
  return janitor;
}

static void
end_janitor (GSubprocess *janitor)
{
  g_output_stream_close (g_subprocess_get_stdin_pipe (janitor), NULL, NULL);
  g_subprocess_wait (janitor, NULL, NULL);
  g_object_unref (janitor);
}

struct _McTestFolder
{
  char *path;
  GSubprocess *janitor;
};

McTestFolder *
mc_test_folder_new (void)
{
  McTestFolder *self = g_new0 (McTestFolder, 1);
  g_autoptr (GError) error = NULL;

  self->path = g_dir_make_tmp ("mc-XXXXXX", &error);
  g_assert_no_error (error);
  self->janitor = start_janitor (self->path);
  return self;
}

void
mc_test_folder_free (McTestFolder *self)
{
  end_janitor (self->janitor);
  g_free (self->path);
  g_free (self);
}

const char *
mc_test_folder_get_path (McTestFolder *self)
{
  return self->path;
}

McTestCluster *
mc_test_cluster_new (McTestClusterFlags flags)
{
  McTestCluster *self = g_new0 (McTestCluster, 1);
  g_autoptr (GError) error = NULL;

  self->flags = flags;
  self->folder = g_dir_make_tmp ("mc-XXXXXX", &error);
  g_assert_no_error (error);
  self->data = g_build_filename (self->folder, "data", NULL);
  self->ca = g_build_filename (self->folder, "ca.pem", NULL);
  self->wrong_ca = g_build_filename (self->folder, "wrong.pem", NULL);
  self->port = flags ? free_port () : 5432;
  self->janitor = start_janitor (self->folder);
  RUN ("initdb", "-D", self->data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8",
       "--locale-provider=icu", "--icu-locale=vi", "--data-checksums", "--no-sync", "--no-instructions");
  if (flags & MC_TEST_CLUSTER_TLS)
    make_certificates (self);
  write_configuration (self);
  mc_test_cluster_start (self);
  return self;
}

void
mc_test_cluster_free (McTestCluster *self)
{
  end_janitor (self->janitor);
  g_free (self->folder);
  g_free (self->data);
  g_free (self->ca);
  g_free (self->wrong_ca);
  g_free (self);
}

void
mc_test_cluster_start (McTestCluster *self)
{
  g_autofree char *log = g_build_filename (self->folder, "log", NULL);

  RUN ("pg_ctl", "start", "-w", "-s", "-D", self->data, "-l", log);
}

void
mc_test_cluster_stop (McTestCluster *self, const char *mode)
{
  RUN ("pg_ctl", "stop", "-w", "-s", "-D", self->data, "-m", mode);
}

void
mc_test_cluster_kill (McTestCluster *self)
{
  g_autofree char *parent = g_strdup_printf ("%d", mc_test_cluster_get_pid (self));
  const char *argv[] = { "sh", "-c",
                         /* Stopped, it has no more children after they were counted. */
                         "kill -STOP $1; all=\"$1 $(pgrep -P $1)\"; kill -9 $all 2>/dev/null; "
                         "for p in $all; do while kill -0 $p 2>/dev/null; do sleep 0.01; done; done; exit 0",
                         "kill", parent, NULL };

  g_free (run (argv, NULL));
}

GPid
mc_test_cluster_get_pid (McTestCluster *self)
{
  g_autofree char *path = g_build_filename (self->data, "postmaster.pid", NULL);
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 0;
  return (GPid)g_ascii_strtoll (text, NULL, 10);
}

const char *
mc_test_cluster_get_folder (McTestCluster *self)
{
  return self->folder;
}

guint16
mc_test_cluster_get_port (McTestCluster *self)
{
  return self->port;
}

const char *
mc_test_cluster_get_ca (McTestCluster *self)
{
  return self->ca;
}

const char *
mc_test_cluster_get_wrong_ca (McTestCluster *self)
{
  return self->wrong_ca;
}

McPgConfig *
mc_test_cluster_config (McTestCluster *self, const char *user, const char *dbname)
{
  McPgConfig *config = mc_pg_config_new ();

  g_set_str (&config->socket_dir, self->folder);
  config->port = self->port;
  g_set_str (&config->user, user);
  g_set_str (&config->dbname, dbname);
  return config;
}

McPgPool *
mc_test_cluster_pool (McTestCluster *self, const char *user, const char *dbname)
{
  g_autoptr (McPgConfig) config = mc_test_cluster_config (self, user, dbname);

  return mc_pg_pool_new (config, 4);
}

char *
mc_test_cluster_psql (McTestCluster *self, const char *dbname, const char *sql)
{
  g_autofree char *port = g_strdup_printf ("%u", self->port);
  const char *argv[] = { "psql", "-X",         "-q", "-A", "-t", "-v",       "ON_ERROR_STOP=1",
                         "-h",   self->folder, "-p", port, "-U", "postgres", "-d",
                         dbname, "-f",         "-",  NULL };

  return run (argv, sql);
}

char *
mc_test_cluster_fresh_database (McTestCluster *self)
{
  char *name = g_strdup_printf ("test_%u", ++self->databases);
  g_autofree char *sql = g_strdup_printf ("CREATE DATABASE %s STRATEGY file_copy", name);

  g_free (mc_test_cluster_psql (self, "postgres", sql));
  return name;
}

McTestCluster *
mc_test_get_cluster (void)
{
  if (!shared)
    shared = mc_test_cluster_new (MC_TEST_CLUSTER_SOCKET);
  return shared;
}

void
mc_test_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  dex_init ();
}

int
mc_test_run (void)
{
  int status = g_test_run ();

  g_clear_pointer (&shared, mc_test_cluster_free);
  return status;
}

static DexFuture *
test_fiber (gpointer data)
{
  void (*func) (void) = *(void (**) (void))data;

  func ();
  return dex_future_new_true ();
}

static void
run_test_fiber (gconstpointer data)
{
  g_autoptr (DexFuture) fiber = dex_scheduler_spawn (NULL, 1 << 20, test_fiber, (gpointer)data, NULL);

  while (dex_future_is_pending (fiber))
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
mc_test_add_fiber (const char *path, void (*func) (void))
{
  /* A pointer to a function does not fit through a pointer to data. */
  g_test_add_data_func_full (path, g_memdup2 (&func, sizeof func), run_test_fiber, g_free);
}

void
mc_test_await_msec (int milliseconds)
{
  dex_await (dex_timeout_new_msec (milliseconds), NULL);
}
