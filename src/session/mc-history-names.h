/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-audit-change.h"
#include "mc-session.h"

G_BEGIN_DECLS

/** McHistoryNames: who and what the entries of the audit are about, by the names that people know them under. */
typedef struct _McHistoryNames McHistoryNames;

/** mc_history_names_load: (transfer full): in a fiber; waits for the lists that it reads. Without them it knows less.
 */
McHistoryNames *mc_history_names_load (McSession *session);

void mc_history_names_free (McHistoryNames *self);

/** mc_history_names_who: (transfer none): the display name of a login, or the login itself. */
const char *mc_history_names_who (McHistoryNames *self, const char *login);

/** mc_history_names_subject: (transfer full) (nullable): the person or agency whose row was changed. */
char *mc_history_names_subject (McHistoryNames *self, McAuditChange *change);

/** mc_history_names_reason: (transfer full): a reason as people read it; those that the database gives are translated.
 */
char *mc_history_names_reason (const char *reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McHistoryNames, mc_history_names_free)

G_END_DECLS
