/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MC_TYPE_HISTORY_ENTRY (mc_history_entry_get_type ())
G_DECLARE_FINAL_TYPE (McHistoryEntry, mc_history_entry, MC, HISTORY_ENTRY, GObject)

/**
 * McHistoryEntry:
 * One line of the audit. Properties (read-only): `at` (GDateTime, boxed), `who` (the person's name),
 * `login`, `action` ("insert", "update",
 * "delete"), `noun-label`, `table`, `row-id` (int64), `subject` (whose row it is: the name of a person or an
 * agency; nullable), `summary` (lines "field: old → new", for people).
 */
GDateTime *mc_history_entry_get_at (McHistoryEntry *self);
const char *mc_history_entry_get_who (McHistoryEntry *self);
const char *mc_history_entry_get_login (McHistoryEntry *self);
const char *mc_history_entry_get_action (McHistoryEntry *self);
const char *mc_history_entry_get_noun_label (McHistoryEntry *self);
const char *mc_history_entry_get_table (McHistoryEntry *self);
const char *mc_history_entry_get_subject (McHistoryEntry *self);
const char *mc_history_entry_get_summary (McHistoryEntry *self);

G_END_DECLS
