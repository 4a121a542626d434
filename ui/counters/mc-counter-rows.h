/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-fact-row.h"
#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_COUNTER_REGISTER (mc_counter_register_get_type ())
G_DECLARE_FINAL_TYPE (McCounterRegister, mc_counter_register, MC, COUNTER_REGISTER, GObject)

/**
 * McCounterRegister:
 * What is needed to tell the rows of a counter: the names of people, agencies, fields and counters on a day. Signal
 * `changed` (): names may read otherwise now.
 */
McCounterRegister *mc_counter_register_new (McSession *session, McDay day);

McSession *mc_counter_register_get_session (McCounterRegister *self);
McDay mc_counter_register_get_day (McCounterRegister *self);

/* (transfer full): names; "…" as long as they were not read. */
char *mc_counter_register_dup_person (McCounterRegister *self, gint64 id);
char *mc_counter_register_dup_agency (McCounterRegister *self, gint64 id);
char *mc_counter_register_dup_field (McCounterRegister *self, gint64 id);
char *mc_counter_register_dup_counter (McCounterRegister *self, gint64 id);

/** mc_counter_row_describer: how rows of @noun read; the user data is the McCounterRegister. */
McFactDescribe mc_counter_row_describer (GType noun);

/** mc_counter_row_dialog: (transfer floating) (nullable): adds or changes a row of a counter. */
AdwDialog *mc_counter_row_dialog (McSession *session, McEntity *row, const char *subject);

/** mc_counter_row_new: (transfer full) (nullable): an unsaved row of @table at @counter (0: none) from @day on. */
McEntity *mc_counter_row_new (const char *table, gint64 counter, McDay day);

G_END_DECLS
