/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <libdex.h>

#include "mc-commit-result.h"
#include "mc-form.h"
#include "mc-legal-frame.h"
#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_ACT_DIALOG (mc_act_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (McActDialog, mc_act_dialog, MC, ACT_DIALOG, AdwDialog)

/**
 * McActDialog:
 * The base of every dialog that does one act: a form, what the law says of the act, and a button with the verb. It
 * reads the form, commits, and closes when the database has taken it; otherwise it stays as it is. A half-filled form
 * is kept as a draft: Cancel throws it away, while Escape, a crash or a lost server leave it for the next time.
 *
 * Properties: "session" (construct-only), "verb" (the button's label), "destructive" (bool: the button warns),
 * "content" (GtkWidget: the form).
 *
 * @build: reads the form. Returns: (transfer full) (nullable): future of McChange; %NULL with @error set when the form
 *   cannot be read
 * @act: (nullable): does it itself, instead of @build and a commit, where it is no change of rows. Returns: (transfer
 *   full): future of what was done (string), for a toast that undoes it; what it rejects with is shown in the form
 * @done: (nullable): after the commit, before the dialog closes
 * @changed: (nullable): an input changed; to update what depends on it
 */
struct _McActDialogClass
{
  AdwDialogClass parent_class;

  DexFuture *(*build) (McActDialog *self, GError **error);
  DexFuture *(*act) (McActDialog *self);
  void (*done) (McActDialog *self, McCommitResult *result);
  void (*changed) (McActDialog *self);
};

McSession *mc_act_dialog_get_session (McActDialog *self);

/** mc_act_dialog_get_form: (transfer none): to which the subclass adds its inputs. */
McForm *mc_act_dialog_get_form (McActDialog *self);

/** mc_act_dialog_set_required: @names: static, %NULL-ended: the inputs without which the verb is off. */
void mc_act_dialog_set_required (McActDialog *self, const char *const *names);

/** mc_act_dialog_set_frame: shows what the law says; a frame that blocks turns the verb off. */
void mc_act_dialog_set_frame (McActDialog *self, McLegalFrame *frame);

/** mc_act_dialog_judge: shows what the frame says of @day beneath the form, or nothing when it is within the law. */
void mc_act_dialog_judge (McActDialog *self, McDay day);

/** mc_act_dialog_keep_draft: call last in the set-up: edits are kept under @key, and what was kept is put in. */
void mc_act_dialog_keep_draft (McActDialog *self, const char *key);

G_END_DECLS
