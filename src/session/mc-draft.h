/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define MC_TYPE_DRAFT (mc_draft_get_type ())
G_DECLARE_FINAL_TYPE (McDraft, mc_draft, MC, DRAFT, GObject)

const char *mc_draft_get_key (McDraft *self);
GDateTime *mc_draft_get_saved_at (McDraft *self);
/** mc_draft_get_values: (transfer none): the half-filled form. */
JsonObject *mc_draft_get_values (McDraft *self);

G_END_DECLS
