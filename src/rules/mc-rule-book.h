/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mc-rule-version.h"

G_BEGIN_DECLS

/**
 * McRule:
 * What one paper says on one topic while it is in force. Belongs to its book.
 */
typedef struct _McRule McRule;

#define MC_TYPE_RULE_BOOK (mc_rule_book_get_type ())
G_DECLARE_FINAL_TYPE (McRuleBook, mc_rule_book, MC, RULE_BOOK, GObject)

/**
 * McRuleBook:
 * The law and the house rules as dated data: the value of a topic on a day, with the paper that says so. The topics
 * that the checks ask for, with the members of their values, stand in data/plan/rules.json.
 */
McRuleBook *mc_rule_book_new (void);

/**
 * mc_rule_book_add:
 * @version: copied
 * @error: MC_ERROR_INVALID if the value is not a JSON object
 */
gboolean mc_rule_book_add (McRuleBook *self, McRuleVersion *version, GError **error);

/**
 * mc_rule_book_new_from_list:
 * @versions: of McRuleVersion
 *
 * Returns: (transfer full): a book of them; one whose value cannot be read is left out, as if there were no such rule
 */
McRuleBook *mc_rule_book_new_from_list (GListModel *versions);

/** mc_rule_book_find: (transfer none) (nullable): the rule on @topic that is in force on @day. */
const McRule *mc_rule_book_find (McRuleBook *self, const char *topic, McDay day);

/** mc_rule_book_list_topics: (transfer full): the topics that begin with @prefix, in the order of their bytes. */
GStrv mc_rule_book_list_topics (McRuleBook *self, const char *prefix);

/** mc_rule_get_citation: the paper and its article as people cite them: “khoản 4 Điều 11 Nghị định 118/2025/NĐ-CP”. */
const char *mc_rule_get_citation (const McRule *rule);

/** mc_rule_get_source: the paper alone. */
const char *mc_rule_get_source (const McRule *rule);

McPeriod mc_rule_get_during (const McRule *rule);

/** mc_rule_get_int: a whole number of the value; @fallback if it has none of this name. */
int mc_rule_get_int (const McRule *rule, const char *member, int fallback);

/** mc_rule_get_bool: FALSE if the value has none of this name. */
gboolean mc_rule_get_bool (const McRule *rule, const char *member);

/** mc_rule_get_string: (nullable) */
const char *mc_rule_get_string (const McRule *rule, const char *member);

/** mc_rule_lists: TRUE if @member is an array that has the string @text. */
gboolean mc_rule_lists (const McRule *rule, const char *member, const char *text);

G_END_DECLS
