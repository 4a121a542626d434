/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-failure-pane.h"
#include "mc-frame.h"
#include "mc-onboarding.h"
#include "mc-page-table.h"
#include "mc-progress-pane.h"
#include "mc-window.h"

G_BEGIN_DECLS

struct _McWindow
{
  AdwApplicationWindow parent_instance;

  McSession *session;
  GSignalGroup *session_signals;
  McProfile *profile; /* being opened or open */
  McStartKind start;  /* how it is to be filled */
  gboolean transient; /* named on the command line: not saved */
  guint serial;       /* of the attempt to connect; an older one that comes home is dropped */
  gboolean closing;
  guint patience; /* source: until then the window waits for its first page */

  AdwToastOverlay *toasts;
  GtkStack *phases;
  McFrame *frame;
  McProgressPane *progress;
  McFailurePane *failure;   /* nullable: most starts need none; see show_failure() */
  McOnboarding *onboarding; /* nullable: see mc_window_welcome() */
};

/** mc_window_install_actions: the "win.…" actions of the class. */
void mc_window_install_actions (GtkWidgetClass *klass);

/** mc_window_update_actions: which of them can be used now. */
void mc_window_update_actions (McWindow *self);

/** mc_window_register_search: makes pages and actions findable in the session's search. */
void mc_window_register_search (McWindow *self);

/** mc_window_welcome: asks for a connection. */
void mc_window_welcome (McWindow *self);

G_END_DECLS
