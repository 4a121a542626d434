/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libdex.h>

#include "mc-change.h"
#include "mc-commit-result.h"
#include "mc-conflict.h"
#include "mc-day.h"
#include "mc-draft-store.h"
#include "mc-live-list.h"
#include "mc-pending.h"
#include "mc-profile.h"
#include "mc-search.h"

G_BEGIN_DECLS

/**
 * McSessionState:
 * @MC_SESSION_CONNECTING: on the way for the first time
 * @MC_SESSION_ONLINE: reads and writes
 * @MC_SESSION_OFFLINE: the server is away; lists keep their contents, changes are kept, it tries again by itself
 * @MC_SESSION_CLOSED: ended by mc_session_close()
 */
typedef enum
{
  MC_SESSION_CONNECTING,
  MC_SESSION_ONLINE,
  MC_SESSION_OFFLINE,
  MC_SESSION_CLOSED,
} McSessionState;

/** McProgressFunc: @message for people; @fraction 0…1 or below 0 when unknown. Called on the main thread. */
typedef void (*McProgressFunc) (const char *message, double fraction, gpointer user_data);

#define MC_TYPE_SESSION (mc_session_get_type ())
G_DECLARE_FINAL_TYPE (McSession, mc_session, MC, SESSION, GObject)

/**
 * McSession:
 * A person at work on one database.
 *
 * Properties (read-only, notifying): `profile` (McProfile), `state` (int, McSessionState), `state-text` (for people,
 * in a banner), `user-name`, `login`, `group-role` ("director", "deputy", "roster_office", "supervision", "viewer",
 * "technician"), `group-label` (for people), `server-label`, `can-write`, `can-undo`, `can-redo`, `undo-label`,
 * `redo-label`, `today` (int, McDay; follows midnight in Cần Thơ). Read-write: `as-of` (int, McDay; today unless
 * moved).
 *
 * Signals: `failed` (GError): an error that nobody asked for, such as a list that could not be refreshed.
 */

/**
 * mc_session_open:
 * @start: what to fill a database with that is empty
 * @base_day: the day that the sample centre is built around; MC_DAY_NONE for today
 * @password: (nullable)
 * @progress: (nullable) (scope notified)
 *
 * Starts or joins the private server, or reaches the shared one; brings a private schema up to date after a backup,
 * and only checks a shared one.
 *
 * Returns: (transfer full): future of the McSession, online. Rejects with MC_ERROR_CONNECTION, _LOGIN, _TLS, _BUSY, or
 *   MC_ERROR_UNSUPPORTED when the schema is older or newer than this program; the message says what to do.
 */
DexFuture *mc_session_open (McProfile *profile,
                            McStartKind start,
                            McDay base_day,
                            const char *password,
                            McProgressFunc progress,
                            gpointer user_data,
                            GDestroyNotify notify);

/** mc_session_close: future of bool; ends the connections, and the private server when this was its last user. */
DexFuture *mc_session_close (McSession *self);

McProfile *mc_session_get_profile (McSession *self);
McSessionState mc_session_get_state (McSession *self);
const char *mc_session_get_state_text (McSession *self);
const char *mc_session_get_user_name (McSession *self);
const char *mc_session_get_login (McSession *self);
const char *mc_session_get_group_role (McSession *self);
const char *mc_session_get_server_label (McSession *self);
/** mc_session_get_is_other_centre: whether the sample was asked for, and another centre was found and left as it is. */
gboolean mc_session_get_is_other_centre (McSession *self);
McDay mc_session_get_today (McSession *self);
McDay mc_session_get_as_of (McSession *self);
void mc_session_set_as_of (McSession *self, McDay day);

/** mc_session_get_can_write: online (or offline with drafts kept) and of a role that may change the register. */
gboolean mc_session_get_can_write (McSession *self);

/**
 * mc_session_may_write: like mc_session_get_can_write(), for the rows of @table, where some other groups write, too:
 * supervisors write down feedback and what they see, and alone keep the log.
 */
gboolean mc_session_may_write (McSession *self, const char *table);

/** mc_session_try_now: while offline, tries at once instead of waiting for the next turn. */
void mc_session_try_now (McSession *self);

/**
 * mc_session_list:
 * @noun: the type of an entity: MC_TYPE_PERSON, MC_TYPE_AGENCY, … or a view: MC_TYPE_STAFF_ENTRY, MC_TYPE_AGENCY_ENTRY
 * @as_of: the day for views; MC_DAY_NONE: every row for tables, and today for views
 *
 * For a table with periods and an @as_of, the rows in force on that day.
 *
 * Returns: (transfer full): the list, shared with everybody who asks for the same; it starts loading by itself
 */
McLiveList *mc_session_list (McSession *self, GType noun, McDay as_of);

/**
 * mc_session_list_of:
 * @field: the key of a field, "person_id"
 *
 * Returns: (transfer full): all rows of @noun, past and future too, whose @field is @id
 */
McLiveList *mc_session_list_of (McSession *self, GType noun, const char *field, gint64 id);

/**
 * mc_session_load:
 * Returns: (transfer full): future of one entity, fresh from the database; rejects with MC_ERROR_NOT_FOUND
 */
DexFuture *mc_session_load (McSession *self, GType noun, gint64 id);

/**
 * mc_session_get_findings:
 * Returns: (transfer full): a live GListModel of McFinding (errors first; a McFindingList) for the law in force on
 * @as_of (MC_DAY_NONE: today, also tomorrow); shared
 */
GListModel *mc_session_get_findings (McSession *self, McDay as_of);

/**
 * mc_session_commit:
 * Checks by the rules (hard errors refuse), sends as one transaction, puts on the undo stack.
 *
 * Returns: (transfer full): future of McCommitResult. Rejects with
 *   MC_ERROR_CONFLICT: a rival was first; see mc_session_get_conflict();
 *   MC_ERROR_INVALID: a rule or a constraint refuses; the message is a sentence for people;
 *   MC_ERROR_DENIED: the role may not;
 *   MC_ERROR_CONNECTION: the server is away; the change is kept in mc_session_get_pending().
 */
DexFuture *mc_session_commit (McSession *self, McChange *change);

/** mc_session_undo, mc_session_redo: future of McChange; on MC_ERROR_CONFLICT the entry stays. */
DexFuture *mc_session_undo (McSession *self);
DexFuture *mc_session_redo (McSession *self);

/**
 * mc_session_get_conflict:
 * @change: one whose commit was rejected with MC_ERROR_CONFLICT
 *
 * Returns: (transfer full): future of McConflict (both sides, field by field, who and when); rejects with
 *   MC_ERROR_NOT_FOUND when there is none any more
 */
DexFuture *mc_session_get_conflict (McSession *self, McChange *change);

/** mc_session_get_drafts: (transfer none): this connection's half-filled forms. */
McDraftStore *mc_session_get_drafts (McSession *self);

/** mc_session_get_pending: (transfer none): GListModel of McPending: changes that wait for the server. */
GListModel *mc_session_get_pending (McSession *self);
/** mc_session_retry_pending: like mc_session_commit(); on success the entry is gone. */
DexFuture *mc_session_retry_pending (McSession *self, McPending *pending);
void mc_session_discard_pending (McSession *self, McPending *pending);

/** mc_session_get_search: (transfer none): to register pages and actions with mc_search_set(). */
McSearch *mc_session_get_search (McSession *self);
/** mc_session_search: (transfer full): GListModel of McSearchHit over people, agencies, posts, findings, pages,
 * actions. */
GListModel *mc_session_search (McSession *self, const char *text);

G_END_DECLS
