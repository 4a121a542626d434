/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <libdex.h>

#include "mc-draft.h"

G_BEGIN_DECLS

#define MC_TYPE_DRAFT_STORE (mc_draft_store_get_type ())
G_DECLARE_FINAL_TYPE (McDraftStore, mc_draft_store, MC, DRAFT_STORE, GObject)

/**
 * McDraftStore:
 * Half-filled forms, kept through a crash: a GListModel of McDraft, newest first. Each is one file, written atomically
 * and off the main loop at most 300 ms after the last edit, so that only what was typed within that time can be lost to
 * `kill -9`.
 *
 * A key names the form: "person/new", "tour/12/extend".
 *
 * What cannot be written (a disk that is full) stays in memory and is tried again every few seconds. Signal `failed`
 * (GError) tells of it, once until it works again.
 */

/** mc_draft_store_new: @directory is the folder for the files, made when needed (mode 0700). */
McDraftStore *mc_draft_store_new (const char *directory);

/** mc_draft_store_load: future of bool; reads what an earlier run left. A damaged file is skipped. */
DexFuture *mc_draft_store_load (McDraftStore *self);

/** mc_draft_store_get: (transfer none) (nullable): the form kept under @key. */
McDraft *mc_draft_store_get (McDraftStore *self, const char *key);

/** mc_draft_store_set: keeps @values (held, not copied: give a fresh object each time). Written soon. */
void mc_draft_store_set (McDraftStore *self, const char *key, JsonObject *values);

/** mc_draft_store_remove: the form was sent or thrown away. */
void mc_draft_store_remove (McDraftStore *self, const char *key);

/** mc_draft_store_flush: future of bool once all that was set is on disk (fsync). */
DexFuture *mc_draft_store_flush (McDraftStore *self);

G_END_DECLS
