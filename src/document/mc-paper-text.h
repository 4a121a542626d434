/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-official-paper.h"
#include "mc-paper-template.h"

G_BEGIN_DECLS

/**
 * mc_paper_text_check:
 * @text: (nullable): with names in braces
 * @known: (array zero-terminated=1)
 * @error: MC_ERROR_INVALID with the first name that is not known and with those that are, or the place of a lone brace
 */
gboolean mc_paper_text_check (const char *text, const char *const *known, GError **error);

/**
 * mc_paper_text_fill:
 * @values: (element-type utf8 utf8): by name
 *
 * A name without a value stays in its braces, so that it is seen.
 *
 * Returns: (transfer full): @text with its values
 */
char *mc_paper_text_fill (const char *text, GHashTable *values);

/**
 * mc_paper_template_check: @self as the database will judge it: each of its texts, by mc_paper_text_check()
 */
gboolean mc_paper_template_check (McPaperTemplate *self, GError **error);

/**
 * mc_paper_template_make:
 * @frame: its type, abstract and recipients give way to those of @self
 * @values: (element-type utf8 utf8): by name; {today}, {year} and {place} are taken from @frame where they are not
 * given
 *
 * Returns: (transfer full): the paper, a paragraph for each line of the text
 */
McOfficialPaper *mc_paper_template_make (McPaperTemplate *self, const McOfficialFrame *frame, GHashTable *values);

/**
 * mc_paper_template_new_from_content:
 * @content: of mc_official_paper_to_json()
 *
 * Returns: (transfer full) (nullable): its texts, to be edited as those of a template; %NULL where it also has tables
 * or appendices, or is no content of a paper
 */
McPaperTemplate *mc_paper_template_new_from_content (const char *content);

/**
 * mc_paper_template_make_sample: the same with an invented value for each name, for the preview of who edits the text.
 */
McOfficialPaper *mc_paper_template_make_sample (McPaperTemplate *self, const McOfficialFrame *frame);

G_END_DECLS
