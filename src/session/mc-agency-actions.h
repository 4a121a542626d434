/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-agency.h"
#include "mc-legal-frame.h"
#include "mc-session.h"

G_BEGIN_DECLS

/* The acts on an agency; see mc-tour-actions.h. */

/** mc_agency_frame_quota: range: the first day of the new quota. */
McLegalFrame *mc_agency_frame_quota (McSession *session, McAgency *agency);
McLegalFrame *mc_agency_frame_rename (McSession *session, McAgency *agency);
McLegalFrame *mc_agency_frame_merge (McSession *session, McAgency *successor);

/** mc_agency_change_add: a new agency with its first name and, when not negative, its quota. */
McChange *mc_agency_change_add (
    McSession *session, McAgency *agency, const char *name, const char *short_name, int officers, McDay from);

/** mc_agency_change_edit: @after: a copy of @before with the new values (contact, address, kind, …). */
McChange *mc_agency_change_edit (McSession *session, McAgency *before, McAgency *after);

/**
 * mc_agency_change_quota:
 * Returns: (transfer full): future of McChange: from @from on the agency sends @officers; the quota of before ends
 * there
 */
DexFuture *
mc_agency_change_quota (McSession *session, gint64 agency, int officers, McDay from, const char *decision_no);

/** mc_agency_change_rename: see mc_change_rename_agency(). */
McChange *mc_agency_change_rename (McSession *session,
                                   McAgency *agency,
                                   McDay effective,
                                   const char *name,
                                   const char *short_name,
                                   const char *decision_no,
                                   McDay decision_date);

/** mc_agency_change_merge: @predecessors: a GListModel of McAgency; see mc_change_merge_agencies(). */
McChange *mc_agency_change_merge (McSession *session,
                                  GListModel *predecessors,
                                  McAgency *successor,
                                  McDay effective,
                                  const char *decision_no,
                                  McDay decision_date);

/** mc_agency_change_merge_into_new: likewise, but a new agency takes over. */
McChange *mc_agency_change_merge_into_new (McSession *session,
                                           GListModel *predecessors,
                                           const char *code,
                                           const char *name,
                                           const char *short_name,
                                           McDay effective,
                                           const char *decision_no,
                                           McDay decision_date);

G_END_DECLS
