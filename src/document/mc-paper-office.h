/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "mc-official-paper.h"
#include "mc-registered-paper.h"

G_BEGIN_DECLS

/**
 * McPaperOffice:
 * What all papers of the centre share, from its settings (`paper.code`, `paper.unit`, `paper.place`, `paper.parent`,
 * `paper.issuer`, `paper.recipients`, `paper.by_order_of`), where they are not set as Decree 30/2020 writes them for a
 * centre under the Office.
 */
typedef struct _McPaperOffice McPaperOffice;

/** McSettingLookup: (transfer full) (nullable): the value of a setting of the centre. */
typedef JsonNode *(*McSettingLookup) (const char *key, gpointer data);

/** mc_paper_office_new: (transfer full): @lookup: called now and not kept */
McPaperOffice *mc_paper_office_new (McSettingLookup lookup, gpointer data);
void mc_paper_office_free (McPaperOffice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McPaperOffice, mc_paper_office_free)

/** mc_paper_office_get_frame: (transfer none): the names, place and recipients; the rest is the caller's to fill in. */
McOfficialFrame mc_paper_office_get_frame (McPaperOffice *self);

/** mc_paper_office_dup_symbol: (transfer full): of a paper of the type @type_code, or of an official letter. */
char *mc_paper_office_dup_symbol (McPaperOffice *self, const char *type_code);

/** mc_paper_office_dup_authority: (transfer full): the lines over the signature; @deputy: who signs is one. */
char *mc_paper_office_dup_authority (McPaperOffice *self, McPaperCapacity capacity, gboolean deputy);

G_END_DECLS
