/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-paper-actions.h"

#include <glib/gi18n-lib.h>

#include "mc-paper-store.h"
#include "mc-session-private.h"

DexFuture *
mc_session_read_paper (McSession *self, gint64 paper)
{
  g_return_val_if_fail (MC_IS_SESSION (self) && self->store, NULL);
  return mc_session_watch (self, mc_paper_store_read (self->store, paper));
}

/* @label: (transfer full). What the register has it keeps: none of these is taken back. */
static McChange *
change_new (char *label, McRegisteredPaper *before, McRegisteredPaper *after)
{
  McChange *change = mc_change_new (label);

  g_free (label);
  mc_change_update (change, MC_ENTITY (before), MC_ENTITY (after));
  mc_change_set_final (change);
  return change;
}

McChange *
mc_paper_change_issue (
    McRegisteredPaper *draft, const char *content, McPaperCapacity capacity, const char *signer, McDay day)
{
  g_autoptr (McRegisteredPaper) after = NULL;

  g_return_val_if_fail (MC_IS_REGISTERED_PAPER (draft), NULL);
  after = mc_entity_clone (draft);
  after->state = MC_PAPER_STATE_ISSUED;
  after->capacity = capacity;
  after->paper_date = day;
  g_set_str (&after->signer, signer);
  g_set_str (&after->content, content);
  return change_new (g_strdup_printf (_ ("Issue the paper “%s”"), draft->abstract), draft, after);
}

McChange *
mc_paper_change_withdraw (McRegisteredPaper *issued, const char *reason)
{
  g_autoptr (McRegisteredPaper) after = NULL;
  g_autofree char *number = NULL;

  g_return_val_if_fail (MC_IS_REGISTERED_PAPER (issued), NULL);
  after = mc_entity_clone (issued);
  number = mc_registered_paper_dup_number (issued);
  after->state = MC_PAPER_STATE_WITHDRAWN;
  g_set_str (&after->withdraw_reason, reason);
  return change_new (g_strdup_printf (_ ("Withdraw the paper %s"), number), issued, after);
}

McChange *
mc_paper_change_answer (McRegisteredPaper *issued, McDay day, const char *number, const char *note)
{
  g_autoptr (McRegisteredPaper) after = NULL;
  g_autofree char *own = NULL, *label = NULL;
  McChange *change;

  g_return_val_if_fail (MC_IS_REGISTERED_PAPER (issued), NULL);
  after = mc_entity_clone (issued);
  own = mc_registered_paper_dup_number (issued);
  label = g_strdup_printf (_ ("Record the answer to %s"), own);
  after->answered_on = day;
  g_set_str (&after->answer_no, number);
  g_set_str (&after->answer_note, note);
  change = mc_change_new (label);
  mc_change_update (change, MC_ENTITY (issued), MC_ENTITY (after));
  return change;
}
