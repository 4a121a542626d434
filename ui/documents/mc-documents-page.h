/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-page.h"

G_BEGIN_DECLS

#define MC_TYPE_DOCUMENTS_PAGE (mc_documents_page_get_type ())
G_DECLARE_FINAL_TYPE (McDocumentsPage, mc_documents_page, MC, DOCUMENTS_PAGE, McPage)

/**
 * McDocumentsPage:
 * The register of official papers, and beside it the one that is chosen. Targets: "documents", "paper/12",
 * "paper/new", and "paper/KIND/12" of mc_paper_maker_open_target() ("paper/leave/12").
 */

G_END_DECLS
