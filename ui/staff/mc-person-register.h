/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-person.h"
#include "mc-session.h"
#include "mc-staff-entry.h"
#include "mc-tour.h"

G_BEGIN_DECLS

#define MC_TYPE_PERSON_REGISTER (mc_person_register_get_type ())
G_DECLARE_FINAL_TYPE (McPersonRegister, mc_person_register, MC, PERSON_REGISTER, GObject)

/**
 * McPersonRegister:
 * All live lists about one person, and the names of what their rows refer to.
 *
 * Signal `changed` (): the person, the state of the day, or a name that rows refer to is another now.
 */
McPersonRegister *mc_person_register_new (McSession *session, McDay day, gint64 person);

McSession *mc_person_register_get_session (McPersonRegister *self);
McDay mc_person_register_get_day (McPersonRegister *self);
gint64 mc_person_register_get_id (McPersonRegister *self);

/** mc_person_register_get_person: (transfer none) (nullable): %NULL until loaded. */
McPerson *mc_person_register_get_person (McPersonRegister *self);

/** mc_person_register_get_entry: (transfer none) (nullable): the state of the day; %NULL until loaded. */
McStaffEntry *mc_person_register_get_entry (McPersonRegister *self);

/** mc_person_register_get_tour: (transfer none) (nullable): the tour of the day, else the latest. */
McTour *mc_person_register_get_tour (McPersonRegister *self);

/** mc_person_register_get_list: (transfer none): the person's rows of @noun, newest first; see the source for which. */
GListModel *mc_person_register_get_list (McPersonRegister *self, GType noun);

/** mc_person_register_find: (transfer none) (nullable): one of those rows. */
gpointer mc_person_register_find (McPersonRegister *self, GType noun, gint64 id);

/** mc_person_register_when_ready: future of bool once person, state and tours are loaded. */
DexFuture *mc_person_register_when_ready (McPersonRegister *self);

/* Names for people; "…" until loaded. Each (transfer full). */
char *mc_person_register_dup_agency (McPersonRegister *self, gint64 agency);
char *mc_person_register_dup_post (McPersonRegister *self, gint64 seat);
char *mc_person_register_dup_field (McPersonRegister *self, gint64 field);
char *mc_person_register_dup_counter (McPersonRegister *self, gint64 id);

G_END_DECLS
