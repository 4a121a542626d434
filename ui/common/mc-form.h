/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-date-row.h"
#include "mc-draft-store.h"
#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_FORM (mc_form_get_type ())
G_DECLARE_FINAL_TYPE (McForm, mc_form, MC, FORM, GObject)

/**
 * McForm:
 * The inputs of a dialog by name, so that they can be filled from a noun, read back into one, and kept as a draft
 * through a crash. A name is that of the noun's column ("decision_no") where there is one.
 *
 * Properties (read-only, notifying): `dirty` (bool: something differs from what was loaded), `restored` (bool: a draft
 * of an earlier run was put in).
 * Signal `changed` (): an input changed.
 */
McForm *mc_form_new (void);

/** mc_form_add_text: @input is an entry, an AdwEntryRow or any other GtkEditable; the form does not own inputs. */
void mc_form_add_text (McForm *self, const char *name, GtkEditable *input);
/** mc_form_add_hidden: like mc_form_add_text(), for what must not lie on the disk: left out of drafts. */
void mc_form_add_hidden (McForm *self, const char *name, GtkEditable *input);
void mc_form_add_switch (McForm *self, const char *name, AdwSwitchRow *input);
void mc_form_add_day (McForm *self, const char *name, McDateRow *input);
/** mc_form_add_enum: fills @input with the translated names of @values (which ends with a %NULL text). */
void mc_form_add_enum (McForm *self, const char *name, AdwComboRow *input, const McEnumValue *values);
/** mc_form_add_reference: @input shows entities; the form's value is the id of the chosen one. */
void mc_form_add_reference (McForm *self, const char *name, AdwComboRow *input);
void mc_form_add_spin (McForm *self, const char *name, AdwSpinRow *input);

/** mc_form_load: fills every input whose name is a field of @entity; afterwards the form is not dirty. */
void mc_form_load (McForm *self, McEntity *entity);
/** mc_form_set: puts PostgreSQL's text of a value into one input; a name that is not there is passed over. */
void mc_form_set (McForm *self, const char *name, const char *text);
/** mc_form_get: (transfer full) (nullable): one input's value as PostgreSQL writes it; %NULL while empty. */
char *mc_form_get (McForm *self, const char *name);
McDay mc_form_get_day (McForm *self, const char *name);
gint64 mc_form_get_reference (McForm *self, const char *name);

/**
 * mc_form_store:
 * Writes every input whose name is a field of @entity into it.
 *
 * Returns: %FALSE with MC_ERROR_INVALID at the first that cannot be read, which then has the keyboard
 */
gboolean mc_form_store (McForm *self, McEntity *entity, GError **error);

/** mc_form_is_valid: every date is readable, and every input named in @required (a %NULL-ended list) is filled. */
gboolean mc_form_is_valid (McForm *self, const char *const *required);

/** mc_form_dup_missing: (transfer full) (nullable): the titles of the inputs of @required that are not filled. */
char *mc_form_dup_missing (McForm *self, const char *const *required);

gboolean mc_form_get_dirty (McForm *self);

/**
 * mc_form_keep_draft:
 * From now on every edit is kept in @drafts under @key; what an earlier run left there is put in.
 *
 * Returns: whether there was something
 */
gboolean mc_form_keep_draft (McForm *self, McDraftStore *drafts, const char *key);
/** mc_form_mark: what the inputs hold now is what mc_form_start_over() goes back to. */
void mc_form_mark (McForm *self);
/** mc_form_start_over: puts back what was marked, and forgets the draft until the next edit. */
void mc_form_start_over (McForm *self);
/** mc_form_drop_draft: the form was sent or thrown away; nothing is kept any more. */
void mc_form_drop_draft (McForm *self);

G_END_DECLS
