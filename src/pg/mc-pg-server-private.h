/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mc-pg-programs-private.h"
#include "mc-pg-server.h"

G_BEGIN_DECLS

struct _McPgServer
{
  GObject parent_instance;
  char *folder;
  char *data;
  char *log;
  char *dumps;
  char *socket_dir; /* of the server in use */
  McPgPrograms *programs;
  int lock_fd;
  int users_fd;
  gboolean lock_is_new; /* taken just now: no process of an earlier server is left */
  GSubprocess *process; /* our own child */
  GSubprocess *guard;   /* stops the server if we cannot */
  McPgServerState state;
  gboolean leaving;
  DexFuture *starting;
  guint errands;   /* dumps and restores under way */
  GQueue restarts; /* gint64, when; the last few */
};

/** _mc_pg_server_set_state: @error: (nullable): tells it from the main loop */
void _mc_pg_server_set_state (McPgServer *self, McPgServerState state, const GError *error);

/** _mc_pg_server_enter: (on a fiber) starts or joins */
gboolean _mc_pg_server_enter (McPgServer *self, GError **error);

/** _mc_pg_server_leave: (on a fiber) the reverse; the last one stops the server */
void _mc_pg_server_leave (McPgServer *self);

/** _mc_pg_server_launch: (on a fiber, with the lock held) makes what is missing and starts the server as our child */
gboolean _mc_pg_server_launch (McPgServer *self, GError **error);

/** _mc_pg_server_need_programs: (on a fiber) finds PostgreSQL's programs once */
gboolean _mc_pg_server_need_programs (McPgServer *self, GError **error);

G_END_DECLS
