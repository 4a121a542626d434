/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-fact-row.h"

G_BEGIN_DECLS

#define MC_TYPE_RECORD_GROUP (mc_record_group_get_type ())
G_DECLARE_FINAL_TYPE (McRecordGroup, mc_record_group, MC, RECORD_GROUP, AdwPreferencesGroup)

/**
 * McRecordGroup:
 * The rows of one noun that belong to somebody, each with what it says, a button to change and one to remove it, and a
 * button to add one in the head.
 *
 * Properties: "table" (string: the noun's table), "empty-text" (string), "add-label" (string, nullable: what the button
 * to add says to screen readers; none, no button), "can-write" (bool: whether the buttons are there), "opens" (bool:
 * rows are files; they are opened instead of changed, by everybody), "papers" (GStrv, nullable: kinds of papers that a
 * row may be made, by `win.open-target` "paper/KIND/ID").
 *
 * The buttons run actions of a widget around it: "record.add" (s: table), "record.edit" (sx: table, id),
 * "record.open" (sx) and "record.remove" (sx).
 */

/** mc_record_group_show: @model: (nullable): entities of the noun; @user_data is kept for @describe, not owned. */
void mc_record_group_show (McRecordGroup *self, GListModel *model, McFactDescribe describe, gpointer user_data);

/** mc_record_group_set_stays: @stays: whether a row is one that nobody may remove; it then has no button for it. */
void mc_record_group_set_stays (McRecordGroup *self, gboolean (*stays) (gpointer entity));

/** mc_record_group_refresh: the rows are described anew; what they name may have changed. */
void mc_record_group_refresh (McRecordGroup *self);

G_END_DECLS
