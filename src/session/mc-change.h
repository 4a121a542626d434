/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "mc-day.h"
#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_CHANGE (mc_change_get_type ())
G_DECLARE_FINAL_TYPE (McChange, mc_change, MC, CHANGE, GObject)

/**
 * McChange:
 * One act of a person: what changes, from what, to what. Build it, give it to mc_session_commit(); it goes to the
 * database as one transaction and can be undone as one.
 *
 * Property `label` (string): the act in the person's language, as the undo menu shows it ("Extend the tour of …").
 */

McChange *mc_change_new (const char *label);
const char *mc_change_get_label (McChange *self);
void mc_change_set_label (McChange *self, const char *label);

/**
 * mc_change_insert: a new row. @entity is held; after the commit it has its id and version.
 *
 * A McPersonPrivate is written by its guarded function; link it to the new person. A change with one is not kept when
 * the server is away.
 */
void mc_change_insert (McChange *self, McEntity *entity);

/**
 * mc_change_update:
 * @before: the row as the person saw it (for example the object of a live list); copied
 * @after: a copy (mc_entity_clone()) with the new values; held
 *
 * A rival's version newer than that of @before makes the commit a conflict.
 */
void mc_change_update (McChange *self, McEntity *before, McEntity *after);

/** mc_change_delete: removes the row that the person saw as @entity; copied. */
void mc_change_delete (McChange *self, McEntity *entity);

/**
 * mc_change_link:
 * @child: an entity inserted by this change
 * @field: (type utf8): the key of its field that refers to @parent, such as "person_id"
 * @parent: an entity inserted earlier by this change, whose id is known only in the database
 */
void mc_change_link (McChange *self, McEntity *child, const char *field, McEntity *parent);

/**
 * mc_change_rename_agency: the agency carries another name from @effective on; the old name keeps its period.
 * mc_change_merge_agencies: the @predecessors (gint64) end on @effective and their people, quotas and unfinished tours
 *   go to @successor.
 * Both are functions of the database. They revert only by a later act, so `can-undo` is off for them.
 */
void mc_change_rename_agency (McChange *self,
                              gint64 agency,
                              McDay effective,
                              const char *name,
                              const char *short_name,
                              const char *decision_no,
                              McDay decision_date);
void mc_change_merge_agencies (McChange *self,
                               GArray *predecessors,
                               gint64 successor,
                               McDay effective,
                               const char *decision_no,
                               McDay decision_date);

/** mc_change_merge_into_new: as mc_change_merge_agencies(), but a new agency of @code and @name takes over. */
void mc_change_merge_into_new (McChange *self,
                               GArray *predecessors,
                               const char *code,
                               const char *name,
                               const char *short_name,
                               McDay effective,
                               const char *decision_no,
                               McDay decision_date);

/**
 * mc_change_set_correction:
 * @reason: (nullable): why a fact is changed that ended long ago and is closed otherwise; goes into the audit. For the
 *   director and the deputies
 */
void mc_change_set_correction (McChange *self, const char *reason);
const char *mc_change_get_correction (McChange *self);

/** mc_change_set_final: what it does the database never takes back (a paper is issued): there is no undo of it. */
void mc_change_set_final (McChange *self);

/**
 * mc_change_set_counter:
 * @counter: inserts alone, linked to nothing but each other; held
 *
 * Amendments of a roster, and their cells, are never taken away again. Undoing a change with a counter takes away what
 * else it has inserted and does @counter, another amendment, in place of that; it is refused once there is a later one.
 */
void mc_change_set_counter (McChange *self, McChange *counter);

gboolean mc_change_is_empty (McChange *self);

/** mc_change_can_undo: FALSE when a part of it cannot be taken back (merge, rename). */
gboolean mc_change_can_undo (McChange *self);

/** mc_change_dup_summary: (transfer full): lines "field: old → new" for people, for a draft's list or a dialog. */
char *mc_change_dup_summary (McChange *self);

/** mc_change_to_json, mc_change_new_from_json: kept as a draft while the server is away. */
JsonNode *mc_change_to_json (McChange *self);
McChange *mc_change_new_from_json (JsonNode *node, GError **error);

G_END_DECLS
