/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mc-change.h"
#include "mc-entity.h"

G_BEGIN_DECLS

/** Whose value a field of a conflict takes. */
typedef enum
{
  MC_CHOICE_MINE,
  MC_CHOICE_THEIRS,
} McChoice;

#define MC_TYPE_CONFLICT_FIELD (mc_conflict_field_get_type ())
G_DECLARE_FINAL_TYPE (McConflictField, mc_conflict_field, MC, CONFLICT_FIELD, GObject)

#define MC_TYPE_CONFLICT (mc_conflict_get_type ())
G_DECLARE_FINAL_TYPE (McConflict, mc_conflict, MC, CONFLICT, GObject)

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

/** Three states of the row: as I saw it, as I want it, as it is now (%NULL when the rival deleted it). */
McEntity *mc_conflict_get_base (McConflict *self);
McEntity *mc_conflict_get_mine (McConflict *self);
McEntity *mc_conflict_get_theirs (McConflict *self);

/** mc_conflict_get_fields: (transfer none): a GListModel of McConflictField, in the order of the noun's table. */
GListModel *mc_conflict_get_fields (McConflict *self);

/** Who made the rival change and when, by the audit; %NULL when the role may not read the audit. */
const char *mc_conflict_get_who (McConflict *self);
GDateTime *mc_conflict_get_when (McConflict *self);

/**
 * mc_conflict_resolve:
 * Returns: (transfer full): the change again, standing on the rival's version, with each field as chosen; commit it.
 *   A row that the rival deleted is left out.
 */
McChange *mc_conflict_resolve (McConflict *self);

G_END_DECLS
