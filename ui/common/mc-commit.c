/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-commit.h"

#include <glib/gi18n.h>

#include "mc-ask.h"
#include "mc-conflict-dialog.h"
#include "mc-error.h"
#include "mc-report.h"

typedef struct
{
  GtkWidget *from;
  McSession *session;
  McChange *change;
} Commit;

static void
commit_free (gpointer data)
{
  Commit *self = data;

  g_clear_object (&self->from);
  g_clear_object (&self->session);
  g_clear_object (&self->change);
  g_free (self);
}

/* The choice of the person as a new change; NULL with @error when left or when there is no rival any more. */
static McChange *
choose (Commit *self, GError **error)
{
  g_autoptr (McConflict) conflict = NULL;

  conflict = dex_await_object (mc_session_get_conflict (self->session, self->change), error);
  if (conflict == NULL)
    return NULL;
  return dex_await_object (mc_conflict_dialog_ask (self->from, conflict), error);
}

/* Whether what refused was the closed past, and this person may open it. */
static gboolean
may_correct (Commit *self, const GError *error)
{
  const McErrorDetail *detail = mc_error_get_detail (error);
  const char *group = mc_session_get_group_role (self->session);

  return detail && g_strcmp0 (detail->constraint, "closed_past") == 0 && !mc_change_get_correction (self->change) &&
         (g_strcmp0 (group, "director") == 0 || g_strcmp0 (group, "deputy") == 0);
}

/* FALSE with @error when the person would rather not. */
static gboolean
ask_reason (Commit *self, GError **error)
{
  g_autofree char *reason = dex_await_string (
      mc_ask_text (
          self->from, _ ("Correct the past?"),
          _ ("What ended long ago is closed: lists and papers of that time have gone out. The reason is kept with "
             "every row that changes."),
          _ ("Reason"), _ ("_Correct"), TRUE),
      error);

  if (!reason)
    return FALSE;
  mc_change_set_correction (self->change, reason);
  return TRUE;
}

static DexFuture *
commit_fiber (gpointer data)
{
  Commit *self = data;
  g_autoptr (GError) error = NULL;

  for (;;)
    {
      g_autoptr (McCommitResult) result = dex_await_object (mc_session_commit (self->session, self->change), &error);
      g_autoptr (McChange) again = NULL;

      if (result != NULL)
        {
          if (mc_change_can_undo (self->change))
            mc_report_undoable (self->from, mc_change_get_label (self->change));
          else
            mc_report_toast (self->from, mc_change_get_label (self->change));
          return dex_future_new_take_object (g_steal_pointer (&result));
        }
      if (may_correct (self, error))
        {
          g_clear_error (&error);
          if (!ask_reason (self, &error))
            break;
          continue;
        }
      if (!g_error_matches (error, MC_ERROR, MC_ERROR_CONFLICT))
        break;
      g_clear_error (&error);
      again = choose (self, &error);
      if (again == NULL)
        break;
      g_set_object (&self->change, again);
    }

  if (g_error_matches (error, MC_ERROR, MC_ERROR_CONNECTION))
    mc_report_toast (self->from, error->message); /* says, too, whether it is kept for later */
  else
    mc_report_error (self->from, _ ("Nothing was changed."), error);
  return dex_future_new_for_error (g_steal_pointer (&error));
}

DexFuture *
mc_commit (GtkWidget *from, McSession *session, McChange *change)
{
  Commit *self = g_new0 (Commit, 1);

  self->from = g_object_ref (from);
  self->session = g_object_ref (session);
  self->change = g_object_ref (change);
  return dex_scheduler_spawn (dex_scheduler_get_default (), 0, commit_fiber, self, commit_free);
}
