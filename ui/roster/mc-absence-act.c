/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-absence-act.h"

#include "mc-absence-notices.h"
#include "mc-absence-papers.h"
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
