/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** Whose value a field of a conflict takes. */
typedef enum
{
  MC_CHOICE_MINE,
  MC_CHOICE_THEIRS,
} McChoice;

#define MC_TYPE_CONFLICT_FIELD (mc_conflict_field_get_type ())
G_DECLARE_FINAL_TYPE (McConflictField, mc_conflict_field, MC, CONFLICT_FIELD, GObject)

/**
 * McConflictField:
 * A field on which the two edits differ. Properties: `key`, `label`, `base`, `mine`, `theirs` (texts for people,
 * read-only), `clash` (bool, read-only: both changed it, differently) and `choice` (int, McChoice, read-write; starts
 * with the value of whoever changed the field, and with mine in a clash).
 */
const char *mc_conflict_field_get_key (McConflictField *self);
const char *mc_conflict_field_get_label (McConflictField *self);
const char *mc_conflict_field_get_base (McConflictField *self);
const char *mc_conflict_field_get_mine (McConflictField *self);
const char *mc_conflict_field_get_theirs (McConflictField *self);
gboolean mc_conflict_field_get_clash (McConflictField *self);
McChoice mc_conflict_field_get_choice (McConflictField *self);
void mc_conflict_field_set_choice (McConflictField *self, McChoice choice);

G_END_DECLS
