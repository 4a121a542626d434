/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-act-dialog.h"
#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_ENTITY_DIALOG (mc_entity_dialog_get_type ())
G_DECLARE_FINAL_TYPE (McEntityDialog, mc_entity_dialog, MC, ENTITY_DIALOG, McActDialog)

/**
 * mc_entity_dialog_new:
 * @entity: a row that is changed, or, without an id, a new one with what is known of it already
 * @title: of the dialog; with @subject it names the act in the undo menu
 * @subject: (nullable): whom it is about
 * @fields: %NULL-ended names of columns, in this order; each becomes a row by its type: a period becomes its first and
 *   its last day, a reference a choice (see mc_reference_setup())
 *
 * The form of one row of the register, made from the noun's table of fields. Nothing is kept as a draft where a field
 * is protected by law.
 */
AdwDialog *mc_entity_dialog_new (
    McSession *session, McEntity *entity, const char *title, const char *subject, const char *const *fields);

/** mc_entity_dialog_judge_by: the frame judges this day of the form ("last_day" or a column). */
void mc_entity_dialog_judge_by (McEntityDialog *self, const char *name);

/** McEntityFinish: completes @after, as the form gives it, before it is written; @before is how it was. */
typedef void (*McEntityFinish) (McEntity *before, McEntity *after);

void mc_entity_dialog_set_finish (McEntityDialog *self, McEntityFinish finish);

G_END_DECLS
