/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mc-staff-entry.h"

G_BEGIN_DECLS

#define MC_TYPE_STAFF_FILTER (mc_staff_filter_get_type ())
G_DECLARE_FINAL_TYPE (McStaffFilter, mc_staff_filter, MC, STAFF_FILTER, GtkFilter)

/**
 * McStaffFilter:
 * Which people the staff table shows. Made to be asked for 10,000 rows at every keystroke: each row's searchable words
 * are folded once and kept as long as the row lives unchanged.
 */
McStaffFilter *mc_staff_filter_new (void);

/** mc_staff_filter_set_text: words that begin words of the name, agency, post, section, phone or field, in any order.
 */
void mc_staff_filter_set_text (McStaffFilter *self, const char *text);

/** mc_staff_filter_set_section: only people with a post there; 0: all. */
void mc_staff_filter_set_section (McStaffFilter *self, gint64 section);

/** mc_staff_filter_set_agency: only people whom this agency sent or who belong to it; 0: all. */
void mc_staff_filter_set_agency (McStaffFilter *self, gint64 agency);

/** mc_staff_filter_set_states: @mask: of 1 << McStaffState; 0: all. */
void mc_staff_filter_set_states (McStaffFilter *self, guint mask);

/** mc_staff_filter_set_kind: a McTourKind, or -1 for all. */
void mc_staff_filter_set_kind (McStaffFilter *self, int kind);

/** mc_staff_filter_set_expiry: only tours that end within this many days; -1 for all. */
void mc_staff_filter_set_expiry (McStaffFilter *self, int days);

/**
 * mc_staff_filter_set_findings:
 * @findings: (nullable): a GListModel of McFinding; %NULL: all people, else only those whom a finding is about
 */
void mc_staff_filter_set_findings (McStaffFilter *self, GListModel *findings);

/** mc_staff_filter_is_empty: whether it lets everybody through. */
gboolean mc_staff_filter_is_empty (McStaffFilter *self);

/**
 * mc_staff_filter_prepare:
 * Folds the words of people while the main loop has nothing else to do, so that the first keystroke need not.
 *
 * @people: (nullable): a GListModel of McStaffEntry, all that the filter may be asked for
 */
void mc_staff_filter_prepare (McStaffFilter *self, GListModel *people);

/** mc_staff_filter_forget: the words of an entry are folded anew when it is asked for next. */
void mc_staff_filter_forget (McStaffFilter *self, McStaffEntry *entry);

G_END_DECLS
