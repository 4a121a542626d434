/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-absence-act.h"

#include "mc-absence-notices.h"
#include "mc-absence-papers.h"
#include "mc-commit.h"
#include "mc-session-office.h"

McChange *
mc_absence_act_build (McSession *session,
                      McAbsenceOutlook *outlook,
                      guint answer,
                      McAbsence *absence,
                      GListModel *templates,
                      GPtrArray **papers)
{
  McRosterBook *book = mc_absence_outlook_get_book (outlook);
  McRosterBrief *brief = mc_absence_outlook_get_brief (outlook);
  McRosterRepair *repair = mc_absence_outlook_get_repair (outlook);
  const McRosterAnswer *chosen = g_ptr_array_index (repair->answers, answer - 1);
  g_autoptr (McAbsenceNotice) notice = mc_roster_book_make_notice (book, brief, repair, chosen, absence);
  g_autoptr (McPaperOffice) office = mc_session_office_new (session);

  *papers = mc_absence_papers_new (notice, templates, office, mc_session_get_today (session));
  return mc_absence_change_amend (book, brief, chosen, absence, *papers);
}

typedef struct
{
  McAbsenceStage stage;
  McSession *session;
  McChange *change;
  GPtrArray *papers;
} Keeping;

static void
keeping_free (gpointer data)
{
  Keeping *self = data;

  g_object_unref (self->stage.dialog);
  g_object_unref (self->session);
  g_object_unref (self->change);
  g_ptr_array_unref (self->papers);
  g_free (self);
}

static void
show_done (const McAbsenceStage *stage, McChange *change, GPtrArray *papers)
{
  const char *const pages[] = { "done" };

  if (papers->len == 0)
    {
      adw_dialog_close (stage->dialog);
      return;
    }
  adw_status_page_set_title (stage->done, mc_change_get_label (change));
  mc_draft_list_show (stage->drafts, papers);
  /* There is no way back, and Escape closes. */
  adw_navigation_view_replace_with_tags (stage->navigation, pages, G_N_ELEMENTS (pages));
  gtk_widget_child_focus (GTK_WIDGET (stage->drafts), GTK_DIR_TAB_FORWARD);
}

static DexFuture *
keep_fiber (gpointer data)
{
  Keeping *self = data;
  GtkWidget *dialog = GTK_WIDGET (self->stage.dialog);
  g_autoptr (McCommitResult) result = NULL;

  gtk_widget_set_sensitive (self->stage.ways, FALSE);
  result = dex_await_object (mc_commit (dialog, self->session, self->change), NULL);
  /* Closed meanwhile. */
  if (!gtk_widget_get_root (dialog))
    return dex_future_new_true ();
  gtk_widget_set_sensitive (self->stage.ways, TRUE);
  if (result)
    show_done (&self->stage, self->change, self->papers);
  return dex_future_new_true ();
}

DexFuture *
mc_absence_act_keep (const McAbsenceStage *stage, McSession *session, McChange *change, GPtrArray *papers)
{
  Keeping *self = g_new0 (Keeping, 1);

  self->stage = *stage;
  g_object_ref (self->stage.dialog);
  self->session = g_object_ref (session);
  self->change = g_object_ref (change);
  self->papers = g_ptr_array_ref (papers);
  return dex_scheduler_spawn (NULL, 0, keep_fiber, self, keeping_free);
}
