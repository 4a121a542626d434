/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-period.h"

G_BEGIN_DECLS

/**
 * McCounterPeople:
 * Who may be named in a list of counters: by name, and by number (“Nguyễn Văn A #12”) where a name is not enough. It
 * knows when they are at the centre and where they sit.
 */
typedef struct _McCounterPeople McCounterPeople;

McCounterPeople *mc_counter_people_new (void);
void mc_counter_people_free (McCounterPeople *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McCounterPeople, mc_counter_people_free)

/** mc_counter_people_add: @row: a McPerson, McTour or McCounterAssignment; in any order. */
void mc_counter_people_add (McCounterPeople *self, gpointer row);

/**
 * mc_counter_people_find:
 * @text: a name, with or without accents and number
 * @reason: (out) (transfer full): why it is nobody
 *
 * Returns: the id, or 0
 */
gint64 mc_counter_people_find (McCounterPeople *self, const char *text, char **reason);

/** mc_counter_people_dup_label: (transfer full) (nullable): what mc_counter_people_find() takes for @person. */
char *mc_counter_people_dup_label (McCounterPeople *self, gint64 person);

/**
 * mc_counter_people_get_stay:
 * @stay: (out): the unbroken time at the centre that holds @day, over all its tours
 *
 * Returns: whether @person is at the centre on @day
 */
gboolean mc_counter_people_get_stay (McCounterPeople *self, gint64 person, McDay day, McPeriod *stay);

/** mc_counter_people_is_taken: whether @person sits at a counter of the register on a day of @during. */
gboolean mc_counter_people_is_taken (McCounterPeople *self, gint64 person, McPeriod during);

G_END_DECLS
