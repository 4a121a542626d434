/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-page.h"

G_BEGIN_DECLS

#define MC_TYPE_JOURNAL_PAGE (mc_journal_page_get_type ())
G_DECLARE_FINAL_TYPE (McJournalPage, mc_journal_page, MC, JOURNAL_PAGE, McPage)

/**
 * McJournalPage:
 * Who changed what, and who read private data and why. Read only: nobody can alter either.
 */

G_END_DECLS
