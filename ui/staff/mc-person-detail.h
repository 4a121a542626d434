/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_PERSON_DETAIL (mc_person_detail_get_type ())
G_DECLARE_FINAL_TYPE (McPersonDetail, mc_person_detail, MC, PERSON_DETAIL, AdwBin)

/**
 * McPersonDetail:
 * The page of one person: who, where, until when; what needs attention; tours, posts, fields, ratings, file, journal.
 *
 * Signal `close` (): the person of the screen wants it closed.
 */

/** mc_person_detail_show: @session: (nullable); @person: 0 for nobody. The state is that of @day. */
void mc_person_detail_show (McPersonDetail *self, McSession *session, McDay day, gint64 person);

/** mc_person_detail_act: begins an act on the person who is shown; see mc_person_act(). */
void mc_person_detail_act (McPersonDetail *self, const char *act);

/** mc_person_detail_appoint_to: see mc_person_appoint_to(). */
void mc_person_detail_appoint_to (GtkWidget *from, McSession *session, gint64 post);

G_END_DECLS
