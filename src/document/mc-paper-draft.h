/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-paper-matter.h"
#include "mc-paper-office.h"

G_BEGIN_DECLS

/** mc_paper_matter_make_values: (transfer full) (element-type utf8 utf8): what stands for the names in braces. */
GHashTable *mc_paper_matter_make_values (const McPaperMatter *self);

/** McPaperFill: adds tables and appendices to @paper after its text; %FALSE with @error where there is no such paper.
 */
typedef gboolean (*McPaperFill) (McOfficialPaper *paper, gpointer data, GError **error);

/**
 * mc_paper_draft_new:
 * @texts: the text of the matter's kind
 * @fill: (nullable) (scope call)
 * @error: of @fill
 *
 * The one way from what is known to a draft in the register.
 *
 * Returns: (transfer full): an unsaved row, to be inserted by a change
 */
McRegisteredPaper *mc_paper_draft_new (const McPaperMatter *matter,
                                       McPaperTemplate *texts,
                                       McPaperOffice *office,
                                       McPaperFill fill,
                                       gpointer data,
                                       GError **error);

/**
 * mc_paper_draft_take: what @draft says from now on: @texts with @values, as @paper shows it.
 *
 * @values: what the office calls itself is added to them
 */
void mc_paper_draft_take (McRegisteredPaper *draft,
                          McPaperTemplate *texts,
                          McPaperOffice *office,
                          GHashTable *values,
                          McOfficialPaper *paper);

/** mc_paper_draft_make_paper: (transfer full): @texts as the office prints them, not numbered yet. */
McOfficialPaper *mc_paper_draft_make_paper (McPaperTemplate *texts, McPaperOffice *office, GHashTable *values);

/** mc_paper_draft_dup_open: (transfer full) (nullable): the names in braces that no value stands for, for people. */
char *mc_paper_draft_dup_open (McPaperTemplate *texts, McPaperOffice *office, GHashTable *values);

G_END_DECLS
