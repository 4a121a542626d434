/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-roster-matching.h"

G_BEGIN_DECLS

/* Rosters in sentences: people by name, days as dd/mm/yyyy, in the language of the user. */

/** mc_roster_words_session: (transfer full): “the morning of 14/09/2026”; only the day where days are not divided. */
char *mc_roster_words_session (const McRosterProblem *problem, guint session);

/** mc_roster_words_duty: the duty's name, or “free”. */
const char *mc_roster_words_duty (const McRosterProblem *problem, gint duty);

/** mc_roster_words_people: (transfer full): names, with commas. */
char *mc_roster_words_people (const McRosterProblem *problem, const GArray *people);

/** mc_roster_words_rule: (transfer full): the rule's own text, or what its kind is called. */
char *mc_roster_words_rule (const McRosterProblem *problem, guint rule);

/** mc_roster_words_breach: (transfer full): what is broken where, in a sentence. */
char *mc_roster_words_breach (const McRosterProblem *problem, const McRosterBreach *breach);

/** mc_roster_words_conflict: (transfer full): “Counter 3, counter 7 on the morning of 14/09/2026 have only An for 2
 * seats; away: Bình (leave).” */
char *mc_roster_words_conflict (const McRosterProblem *problem, guint session, const McRosterConflict *conflict);

/** mc_roster_words_cure: (transfer full): what to do, as the label of a button. */
char *mc_roster_words_cure (const McRosterProblem *problem, const McRosterCure *cure);

G_END_DECLS
