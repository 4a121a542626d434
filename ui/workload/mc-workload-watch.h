/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libdex.h>

#include "mc-session.h"
#include "mc-watch-folder.h"

G_BEGIN_DECLS

#define MC_TYPE_WORKLOAD_WATCH (mc_workload_watch_get_type ())
G_DECLARE_FINAL_TYPE (McWorkloadWatch, mc_workload_watch, MC, WORKLOAD_WATCH, GObject)

/**
 * McWorkloadWatch:
 * The folder of this desktop in which other systems lay their exports, and what is new there: a GListModel of
 * McWatchedFile that were never taken in, and not left out.
 *
 * Properties: `folder` (GFile, nullable: none is watched).
 *
 * Signal `taken` (file name: string): a file was taken in without a person, as the person had set.
 */
McWorkloadWatch *mc_workload_watch_new (void);

/** mc_workload_watch_set_session: @session (nullable): whose register tells what was taken in; without one nothing is
 * new.
 */
void mc_workload_watch_set_session (McWorkloadWatch *self, McSession *session);

McSession *mc_workload_watch_get_session (McWorkloadWatch *self);

GFile *mc_workload_watch_get_folder (McWorkloadWatch *self);

/** mc_workload_watch_set_folder: remembered on this desktop; %NULL: none. */
void mc_workload_watch_set_folder (McWorkloadWatch *self, GFile *folder);

/** mc_workload_watch_get_settings: (transfer none): where folder and switch are kept. */
GSettings *mc_workload_watch_get_settings (McWorkloadWatch *self);

/** mc_workload_watch_leave_out: @file is not offered again on this desktop. */
void mc_workload_watch_leave_out (McWorkloadWatch *self, McWatchedFile *file);

G_END_DECLS
