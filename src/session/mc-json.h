/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/** mc_json_to_bytes: (transfer full): @node as UTF-8 text. */
GBytes *mc_json_to_bytes (JsonNode *node, gboolean pretty);

/** mc_json_object_to_bytes: (transfer full): likewise, of an object. */
GBytes *mc_json_object_to_bytes (JsonObject *object, gboolean pretty);

/** mc_json_object_from_bytes: (transfer full) (nullable): %NULL with an error when @bytes is no JSON object. */
JsonObject *mc_json_object_from_bytes (GBytes *bytes, GError **error);

/** mc_json_get_text: (transfer none) (nullable): a member that may be missing, null or of another kind. */
const char *mc_json_get_text (JsonObject *object, const char *member);
gint64 mc_json_get_int (JsonObject *object, const char *member, gint64 fallback);

G_END_DECLS
