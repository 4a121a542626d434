/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mc-day.h"
#include "mc-workload-query.h"

G_BEGIN_DECLS

/* What the keys of a workload are called, and how many people there are to them; of lists of the database. */

/** mc_workload_names_noun: the rows that name the keys, all of them whatever the day; G_TYPE_INVALID: keys are none. */
GType mc_workload_names_noun (McWorkloadBy by);

/**
 * mc_workload_names_new:
 * @entities: of mc_workload_names_noun()
 * @day: agencies have the name of that day, or the last one before it
 *
 * Returns: (transfer full): address of a key (gint64) → name (UTF-8)
 */
GHashTable *mc_workload_names_new (McWorkloadBy by, GListModel *entities, McDay day);

/** mc_workload_staff_noun: the rows, as of a day, that tell who is on duty; G_TYPE_INVALID where none do. */
GType mc_workload_staff_noun (McWorkloadBy by);

/** mc_workload_staff_new: (transfer full): address of a key (gint64) → how many people (GINT_TO_POINTER). */
GHashTable *mc_workload_staff_new (McWorkloadBy by, GListModel *entities);

G_END_DECLS
