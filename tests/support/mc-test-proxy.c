/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-test-proxy.h"

#include <gio/gio.h>
#include <gio/gunixsocketaddress.h>
#include <glib-unix.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>

#define TICK_MS 10

struct _McTestProxy
{
  char *folder;
  char *upstream;
  GSocketService *service;
  McTestProxyFault fault; /* atomic */
  int held;               /* atomic: connections that wait for let_go() */
  int running;            /* atomic */
  int statement;          /* atomic: which one is not to arrive */
  int links;              /* atomic: that are being carried */
  GMutex mutex;
  char *cut_text;
  guint n_cut;
  guint cut_serial;
};

typedef struct
{
  int client;
  int server;
  int statements; /* of the transaction that writes; below 0 outside of one */
  GString *said;  /* what the client has said since it was last asked to wait */
  guint cut_serial;
} Link;

static gboolean
pass_on (int fd, const char *bytes, gsize size)
{
  while (size > 0)
    {
      gssize n = send (fd, bytes, size, MSG_NOSIGNAL);

      if (n <= 0)
        return FALSE;
      bytes += n;
      size -= (gsize)n;
    }
  return TRUE;
}

/* A whole statement: "READ COMMITTED" is no COMMIT. */
static gboolean
holds (const char *bytes, gsize size, const char *text)
{
  return memmem (bytes, size, text, strlen (text) + 1) != NULL;
}

static void
wait_to_go (McTestProxy *self)
{
  g_atomic_int_set (&self->held, 1);
  while (g_atomic_int_get (&self->held) && g_atomic_int_get (&self->running))
    g_usleep (TICK_MS * 1000);
}

/* The server keeps the transaction open, for it sees neither COMMIT nor an end. */
static void
hold (McTestProxy *self, Link *link)
{
  shutdown (link->client, SHUT_RDWR);
  g_atomic_int_set ((int *)&self->fault, MC_TEST_PROXY_NONE);
  wait_to_go (self);
}

/* A COMMIT is on its way. FALSE: the link is at its end. */
static gboolean
strike (McTestProxy *self, Link *link, const char *bytes, gsize size)
{
  McTestProxyFault fault = (McTestProxyFault)g_atomic_int_get ((int *)&self->fault);
  char answer[4096];

  switch (fault)
    {
    case MC_TEST_PROXY_CUT_BEFORE_COMMIT:
      g_atomic_int_set ((int *)&self->fault, MC_TEST_PROXY_DOWN);
      return FALSE;
    case MC_TEST_PROXY_CUT_AFTER_COMMIT:
    case MC_TEST_PROXY_CUT_AFTER_COMMIT_ONCE:
    case MC_TEST_PROXY_CUT_STATEMENT:
      /* The answer says that it is done; then nobody hears it. */
      if (pass_on (link->server, bytes, size))
        g_assert_cmpint (recv (link->server, answer, sizeof answer, 0), >, 0);
      g_atomic_int_set ((int *)&self->fault,
                        fault == MC_TEST_PROXY_CUT_AFTER_COMMIT ? MC_TEST_PROXY_DOWN : MC_TEST_PROXY_NONE);
      return FALSE;
    case MC_TEST_PROXY_HOLD_COMMIT:
      hold (self, link);
      return FALSE;
    case MC_TEST_PROXY_DOWN:
      return FALSE;
    case MC_TEST_PROXY_NONE:
    case MC_TEST_PROXY_HOLD_STATEMENT:
    default:
      return pass_on (link->server, bytes, size);
    }
}

/* Whether what comes is the statement before which the link breaks. */
static gboolean
is_statement_to_cut (McTestProxy *self, Link *link, const char *bytes, gsize size)
{
  McTestProxyFault fault = mc_test_proxy_get_fault (self);

  if (holds (bytes, size, "READ COMMITTED READ WRITE"))
    link->statements = 0;
  else if (link->statements >= 0)
    link->statements++;
  if (link->statements < 1 || link->statements != g_atomic_int_get (&self->statement) ||
      (fault != MC_TEST_PROXY_CUT_STATEMENT && fault != MC_TEST_PROXY_HOLD_STATEMENT))
    return FALSE;
  if (fault == MC_TEST_PROXY_HOLD_STATEMENT)
    wait_to_go (self);
  mc_test_proxy_set_fault (self, MC_TEST_PROXY_NONE);
  return TRUE;
}

static gboolean
carry (McTestProxy *self, Link *link, int from, int to)
{
  char bytes[65536];
  gssize n = recv (from, bytes, sizeof bytes, 0);

  if (n <= 0)
    return FALSE;
  if (from == link->client)
    {
      g_string_append_len (link->said, bytes, n);
      if (link->said->len > sizeof bytes)
        g_string_erase (link->said, 0, (gssize)(link->said->len - sizeof bytes));
      if (is_statement_to_cut (self, link, bytes, (gsize)n))
        return FALSE;
      if (holds (bytes, (gsize)n, "COMMIT") || holds (bytes, (gsize)n, "ROLLBACK"))
        link->statements = -1;
      if (holds (bytes, (gsize)n, "COMMIT"))
        return strike (self, link, bytes, (gsize)n);
    }
  return pass_on (to, bytes, (gsize)n);
}

static gboolean
is_cut (McTestProxy *self, Link *link)
{
  gboolean cut = FALSE;

  g_mutex_lock (&self->mutex);
  if (link->cut_serial != self->cut_serial)
    {
      link->cut_serial = self->cut_serial;
      cut = holds (link->said->str, link->said->len, self->cut_text);
      self->n_cut += cut;
    }
  g_mutex_unlock (&self->mutex);
  return cut;
}

static void
carry_all (McTestProxy *self, Link *link)
{
  struct pollfd fds[] = { { link->client, POLLIN, 0 }, { link->server, POLLIN, 0 } };

  while (g_atomic_int_get (&self->running) && g_atomic_int_get ((int *)&self->fault) != MC_TEST_PROXY_DOWN)
    {
      if (is_cut (self, link))
        return;
      if (poll (fds, G_N_ELEMENTS (fds), TICK_MS) <= 0)
        continue;
      if ((fds[0].revents && !carry (self, link, link->client, link->server)) ||
          (fds[1].revents && !carry (self, link, link->server, link->client)))
        return;
    }
}

static gboolean
run_cb (GThreadedSocketService *service, GSocketConnection *connection, GObject *source, gpointer data)
{
  McTestProxy *self = data;
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketAddress) address = g_unix_socket_address_new (self->upstream);
  g_autoptr (GSocketConnection) server = NULL;
  Link link = { .statements = -1 };

  if (g_atomic_int_get ((int *)&self->fault) == MC_TEST_PROXY_DOWN)
    return TRUE;
  server = g_socket_client_connect (client, G_SOCKET_CONNECTABLE (address), NULL, NULL);
  if (!server)
    return TRUE;
  g_atomic_int_inc (&self->links);
  g_mutex_lock (&self->mutex);
  link.cut_serial = self->cut_serial;
  g_mutex_unlock (&self->mutex);
  link.client = g_socket_get_fd (g_socket_connection_get_socket (connection));
  link.server = g_socket_get_fd (g_socket_connection_get_socket (server));
  g_unix_set_fd_nonblocking (link.client, FALSE, NULL);
  g_unix_set_fd_nonblocking (link.server, FALSE, NULL);
  link.said = g_string_new (NULL);
  carry_all (self, &link);
  g_string_free (link.said, TRUE);
  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
  g_io_stream_close (G_IO_STREAM (server), NULL, NULL);
  g_atomic_int_add (&self->links, -1);
  return TRUE;
}

McTestProxy *
mc_test_proxy_new (McTestCluster *cluster)
{
  McTestProxy *self = g_new0 (McTestProxy, 1);
  g_autofree char *name = g_strdup_printf (".s.PGSQL.%u", mc_test_cluster_get_port (cluster));
  g_autofree char *path = NULL;
  g_autoptr (GSocketAddress) address = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("proxy-XXXXXX", &error);
  g_assert_no_error (error);
  self->upstream = g_build_filename (mc_test_cluster_get_folder (cluster), name, NULL);
  self->running = TRUE;
  g_mutex_init (&self->mutex);
  path = g_build_filename (self->folder, name, NULL);
  address = g_unix_socket_address_new (path);
  self->service = g_threaded_socket_service_new (-1);
  g_signal_connect (self->service, "run", G_CALLBACK (run_cb), self);
  g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), address, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_DEFAULT, NULL, NULL, &error);
  g_assert_no_error (error);
  g_socket_service_start (self->service);
  return self;
}

void
mc_test_proxy_free (McTestProxy *self)
{
  const char *argv[] = { "rm", "-rf", self->folder, NULL };

  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_atomic_int_set (&self->running, FALSE);
  while (g_atomic_int_get (&self->links) > 0)
    g_usleep (TICK_MS * 1000);
  g_object_unref (self->service);
  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  g_mutex_clear (&self->mutex);
  g_free (self->cut_text);
  g_free (self->folder);
  g_free (self->upstream);
  g_free (self);
}

const char *
mc_test_proxy_get_folder (McTestProxy *self)
{
  return self->folder;
}

void
mc_test_proxy_set_fault (McTestProxy *self, McTestProxyFault fault)
{
  g_atomic_int_set ((int *)&self->fault, fault);
}

McTestProxyFault
mc_test_proxy_get_fault (McTestProxy *self)
{
  return (McTestProxyFault)g_atomic_int_get ((int *)&self->fault);
}

void
mc_test_proxy_cut_statement (McTestProxy *self, int n)
{
  g_atomic_int_set (&self->statement, n);
  mc_test_proxy_set_fault (self, MC_TEST_PROXY_CUT_STATEMENT);
}

void
mc_test_proxy_hold_statement (McTestProxy *self, int n)
{
  g_atomic_int_set (&self->statement, n);
  mc_test_proxy_set_fault (self, MC_TEST_PROXY_HOLD_STATEMENT);
}

gboolean
mc_test_proxy_is_held (McTestProxy *self)
{
  return g_atomic_int_get (&self->held) != 0;
}

void
mc_test_proxy_let_go (McTestProxy *self)
{
  g_atomic_int_set (&self->held, 0);
}

guint
mc_test_proxy_cut (McTestProxy *self, const char *text)
{
  guint n;

  g_mutex_lock (&self->mutex);
  g_free (self->cut_text);
  self->cut_text = g_strdup (text);
  self->n_cut = 0;
  self->cut_serial++;
  g_mutex_unlock (&self->mutex);
  g_usleep (10 * TICK_MS * 1000);
  g_mutex_lock (&self->mutex);
  n = self->n_cut;
  g_mutex_unlock (&self->mutex);
  return n;
}
