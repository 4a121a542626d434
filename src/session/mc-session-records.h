/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "mc-history-entry.h"
#include "mc-person-private.h"
#include "mc-session.h"

G_BEGIN_DECLS

/* What is not a live list: hidden data, scans, history, headcount, accounts, settings. */

/**
 * mc_session_read_private:
 * @purpose: why it is read, in words; goes into the access log (Law 91/2025: purpose of each processing)
 *
 * Returns: (transfer full): future of McPersonPrivate (empty where nothing is stored); MC_ERROR_DENIED for roles that
 * may not. Drop it as soon as it is not shown any more, and keep nothing of it in a draft.
 */
DexFuture *mc_session_read_private (McSession *self, gint64 person, const char *purpose);

/**
 * mc_session_write_private:
 * @data: all fields are written for its person_id; give the one that was read, changed
 *
 * Returns: (transfer full): future of bool; MC_ERROR_CONFLICT if somebody else was first. Not undoable: the old values
 *   are not kept in the program.
 */
DexFuture *mc_session_write_private (McSession *self, McPersonPrivate *data);

/**
 * mc_session_export_person:
 * Returns: (transfer full): future of GBytes: all that the register holds on the person, as JSON for people and
 *   programs (Decree 356/2025: answered within two working days); logged as an access
 */
DexFuture *mc_session_export_person (McSession *self, gint64 person, const char *purpose);

/** mc_session_anonymise_person: future of bool; for good. Refused while a tour runs or the retention term lasts. */
DexFuture *mc_session_anonymise_person (McSession *self, gint64 person, const char *reason);

/**
 * mc_session_find_duplicates:
 * @birth_date: MC_DAY_NONE if it is not known
 * @agency: 0 if it is not known
 *
 * Returns: (transfer full): future of a GPtrArray of McPerson who are in the register under such a name (accents and
 * case do not matter), birth date and agency. The dates are compared in the database; nothing sensitive is told.
 */
DexFuture *mc_session_find_duplicates (McSession *self, const char *full_name, McDay birth_date, gint64 agency);

#define MC_ATTACHMENT_MAX_BYTES (20 * 1024 * 1024)

/**
 * mc_session_add_attachment:
 * @subject: "person", "tour", "agency" or "appointment"
 * @file: at most MC_ATTACHMENT_MAX_BYTES
 *
 * Returns: (transfer full): future of the new row's id (int64)
 */
DexFuture *
mc_session_add_attachment (McSession *self, const char *subject, gint64 subject_id, GFile *file, const char *note);

/** mc_session_read_attachment: future of GBytes. */
DexFuture *mc_session_read_attachment (McSession *self, gint64 attachment);

/**
 * mc_session_open_attachment: future of a GFile in the runtime folder (mode 0600) to open with another program; it is
 * gone when the session is closed.
 */
DexFuture *mc_session_open_attachment (McSession *self, gint64 attachment);

/**
 * mc_session_load_history:
 * @subject: "person" or "agency" with all that hangs on it, or the name of a table with one row; %NULL: the latest of
 * all
 *
 * Returns: (transfer full): future of a GListModel of McHistoryEntry, newest first
 */
DexFuture *mc_session_load_history (McSession *self, const char *subject, gint64 id, guint limit);

/** mc_session_load_access: future of a GListModel of McAuditAccess: who read the person's hidden data; 0: of anybody.
 */
DexFuture *mc_session_load_access (McSession *self, gint64 person, guint limit);

/** mc_session_load_headcount: future of a JsonNode (boxed): posts, heads, quota, present, sections, agencies. */
DexFuture *mc_session_load_headcount (McSession *self, McDay as_of);

/** mc_session_add_account: @group as `group-role`; future of bool. Needs the director or the technician. */
DexFuture *mc_session_add_account (McSession *self,
                                   const char *login,
                                   const char *display_name,
                                   const char *group,
                                   gint64 person,
                                   const char *password);
DexFuture *mc_session_set_account_active (McSession *self, const char *login, gboolean active);
DexFuture *mc_session_set_account_group (McSession *self, const char *login, const char *group);
/** mc_session_change_password: one's own, or anybody's for who may make accounts. */
DexFuture *mc_session_change_password (McSession *self, const char *login, const char *password);

/** mc_session_get_setting: (transfer full) (nullable): a centre setting as loaded; NULL until loaded or when unset. */
JsonNode *mc_session_get_setting (McSession *self, const char *key);
/** mc_session_set_setting: future of McCommitResult; undoable. */
DexFuture *mc_session_set_setting (McSession *self, const char *key, JsonNode *value);

G_END_DECLS
