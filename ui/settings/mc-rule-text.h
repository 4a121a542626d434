/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rules are data for programs; these say them for people. */

/** mc_rule_text_topic: Returns: (transfer none): what a topic such as "tour.term_months" is about; itself if unknown */
const char *mc_rule_text_topic (const char *topic);

/**
 * mc_rule_text_value:
 * @json: the value of a rule, a JSON object
 *
 * Returns: (transfer full): its figures in words ("at least 12, at most 36"); empty where it has none
 */
char *mc_rule_text_value (const char *json);

G_END_DECLS
