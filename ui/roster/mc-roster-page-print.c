/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-page-private.h"

#include <glib/gi18n.h>

#include "mc-drawing-print.h"
#include "mc-drawing-save.h"
#include "mc-report.h"
#include "mc-roster-paper.h"
#include "mc-roster-sheets.h"
#include "mc-session-office.h"

/* The month on A3, as an official paper: on the printer or in a PDF. */

/* Papers are in Vietnamese whatever the language of the screen. */
static McOfficialPaper *
make_paper (McRosterPage *self)
{
  McSession *session = mc_page_get_session (MC_PAGE (self));
  McRoster *roster = mc_roster_book_get_roster (self->book);
  g_autoptr (McPaperOffice) office = mc_session_office_new (session);
  g_autofree char *period = mc_roster_book_dup_period (self->book, MC_PERIOD_ALWAYS);
  g_autoptr (McRosterSheet) sheet = mc_roster_view_get_side (self->view) == MC_ROSTER_SIDE_PEOPLE
                                        ? mc_roster_book_make_people_sheet (self->book, MC_PERIOD_ALWAYS)
                                        : mc_roster_book_make_counter_sheet (self->book, MC_PERIOD_ALWAYS);
  g_autofree char *authority = mc_paper_office_dup_authority (
      office, roster->approved_as == MC_ROSTER_SIGNER_DEPUTY ? MC_PAPER_CAPACITY_FOR : MC_PAPER_CAPACITY_OWN, FALSE);
  /* “As above” is for letters, which have somebody above. */
  static const char *const recipients[] = { "- Lưu: VT.", NULL };
  McOfficialFrame frame = mc_paper_office_get_frame (office);

  frame.recipients = recipients;
  frame.type = "Lịch trực";
  frame.abstract = period;
  frame.authority = authority;
  return mc_roster_paper_new (&frame, sheet, MC_PAPER_A3);
}

typedef struct
{
  McRosterPage *page;
  McOfficialPaper *paper;
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  g_object_unref (save->page);
  g_object_unref (save->paper);
  g_free (save);
}

static DexFuture *
save_fiber (gpointer data)
{
  Save *save = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = dex_await_object (
      mc_drawing_save (GTK_WIDGET (save->page), MC_SHEETS (save->paper), MC_DRAWING_PDF, MC_DRAWING_DPI), &error);

  if (file)
    mc_report_file (GTK_WIDGET (save->page), _ ("The roster was written."), file);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    mc_report_error (GTK_WIDGET (save->page), _ ("The roster was not written."), error);
  return dex_future_new_true ();
}

void
mc_roster_page_print (McRosterPage *self, gboolean to_file)
{
  g_autoptr (McOfficialPaper) paper = make_paper (self);

  if (to_file)
    {
      Save *save = g_new (Save, 1);

      *save = (Save){ g_object_ref (self), g_steal_pointer (&paper) };
      dex_future_disown (dex_scheduler_spawn (NULL, 0, save_fiber, save, save_free));
      return;
    }
  mc_drawing_print_ask (GTK_WIDGET (self), MC_SHEETS (paper), _ ("The roster was not printed."));
}
