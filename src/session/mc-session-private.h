/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-account.h"
#include "mc-claimed-folder.h"
#include "mc-finding-list.h"
#include "mc-list-hub.h"
#include "mc-pg-listener.h"
#include "mc-pg-server.h"
#include "mc-search-feed.h"
#include "mc-session.h"
#include "mc-store.h"
#include "mc-undo-stack.h"

G_BEGIN_DECLS

struct _McSession
{
  GObject parent_instance;

  McProfile *profile;
  McSessionState state;
  char *state_text;
  char *server_label;
  gboolean is_other_centre;
  McDay today;
  McDay as_of;
  guint today_timer;

  McPgServer *server; /* private only */
  McPgPool *pool;
  McStore *store;
  McPgListener *listener;
  McListHub *hub;
  McAccount *account;
  char *group;
  guint probe_timer;
  guint probe_wait;

  McUndoStack *undo;
  DexFuture *turn;    /* the write under way; the next one waits for it */
  GPtrArray *waiting; /* McChange that wait for their turn, not owned */
  McDraftStore *drafts;
  McClaimedFolder *claim; /* of the folder of pending changes: two programs of one profile offer none twice */
  McDraftStore *kept;     /* pending changes on disk */
  GListStore *pending;
  gboolean settling; /* the server is being asked what came of pending changes */
  gboolean cut;      /* closed, and the server is away: what is still queued is kept */
  gboolean ended;    /* closed, and nothing is queued any more */

  char *scans; /* folder of attachments that were opened with other programs */

  GHashTable *findings; /* day -> GWeakRef of McFindingList */
  McFindingList *judge; /* of today, made when first needed */
  McLiveList *rules;
  McRuleBook *book;
  McLiveList *settings;
  McSearch *search;
  McSearchFeed *feed;
};

/** mc_session_new: not connected yet. */
McSession *mc_session_new (McProfile *profile);

/** mc_session_set_state: @text: (nullable): for people; a text of its own for each state if NULL. */
void mc_session_set_state (McSession *self, McSessionState state, const char *text);

/** mc_session_attach: makes pool, store, hub and all that stands on them. */
void mc_session_attach (McSession *self, const McPgConfig *config);

/** mc_session_set_account: (transfer none) */
void mc_session_set_account (McSession *self, McAccount *account);

/** mc_session_start_listening: from now on changes come by themselves. */
void mc_session_start_listening (McSession *self);

/** mc_session_note_error: an error of the database was seen; a lost connection changes the state. */
void mc_session_note_error (McSession *self, const GError *error);

/** mc_session_fail: (transfer none): tells the person about an error that nobody asked for. */
void mc_session_fail (McSession *self, const GError *error);

/** mc_session_error: (transfer full): @error in a sentence for people, its code and detail kept. */
GError *mc_session_error (McSession *self, GError *error);

/** mc_session_watch: (transfer full): @future (transfer full) with its errors seen and put into sentences. */
DexFuture *mc_session_watch (McSession *self, DexFuture *future);

/** mc_session_dump_daily: of a private server, unless there is a dump of today; in the background. A failure is told.
 */
void mc_session_dump_daily (McSession *self);

/** mc_session_begin_day: @today has come. */
void mc_session_begin_day (McSession *self, McDay today);

/** mc_session_load_kept: future of bool; drafts and pending changes of an earlier run. */
DexFuture *mc_session_load_kept (McSession *self);

/** mc_session_keep_pending: keeps @change for later; FALSE when it holds data that must not be kept. @mark: (nullable):
 * of the transaction, if it may have been entered */
gboolean mc_session_keep_pending (McSession *self, McChange *change, const char *mark);

/** mc_session_mark_pending: @mark: (nullable): of the transaction by which @pending may have been entered */
void mc_session_mark_pending (McSession *self, McPending *pending, const char *mark);

/**
 * mc_session_settle_pending:
 * Finds out what came of @pending if it may have been entered before; on a fiber.
 *
 * Returns: %TRUE when it was not, and may be sent. MC_ERROR_EXISTS: it was, and is gone from the list; other errors:
 * not known
 */
gboolean mc_session_settle_pending (McSession *self, McPending *pending, GError **error);

/** mc_session_settle_all: the same for all, in the background, until all is known or the server is away. */
void mc_session_settle_all (McSession *self);

/** mc_session_rebase_pending: @sent changed a row from @before to @after; what else waits and saw it as @before stands
 * on
 * @after now: one's own earlier edit is no rival. */
void mc_session_rebase_pending (McSession *self, McPending *sent, McEntity *before, McEntity *after);

/**
 * mc_session_load_names:
 * Returns: (transfer full): login to the name of its person, of those accounts that the role may see; on a fiber
 */
GHashTable *mc_session_load_names (McSession *self);

/** mc_session_get_book: (transfer none): the rules as loaded. */
McRuleBook *mc_session_get_book (McSession *self);

/** mc_session_get_judge: (transfer none): the findings of today. */
McFindingList *mc_session_get_judge (McSession *self);

/** mc_session_detach: ends all that reads or writes. */
void mc_session_detach (McSession *self);

G_END_DECLS
