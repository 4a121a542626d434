/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mc-paper-draft.h"
#include "mc-session.h"

G_BEGIN_DECLS

/**
 * mc_paper_maker_open:
 * @from: a widget of the window
 * @kind, @id: as of mc_session_gather_paper()
 *
 * The paper that a button of a row makes: a draft with all that is known filled in, shown on the page of documents. A
 * draft or a paper of this kind that the row has already is shown instead. What nobody can know but the person is asked
 * for first: the reason of a replacement, where a leave is spent.
 */
void mc_paper_maker_open (GtkWidget *from, McSession *session, McPaperKind kind, gint64 id);

/** mc_paper_maker_open_target: the same for "leave/12", …; FALSE where @target says no such thing. */
gboolean mc_paper_maker_open_target (GtkWidget *from, McSession *session, const char *target);

/**
 * mc_paper_maker_make:
 * @matter: what it is about
 * @fill, @data: as of mc_paper_draft_new(); kept until the draft is made, then let go by @free
 *
 * For papers on more than a row: a roster, a duty list, a sheet.
 *
 * Returns: (transfer full): future of bool: the draft is kept and shown; what went wrong has been told
 */
DexFuture *mc_paper_maker_make (
    GtkWidget *from, McSession *session, McPaperMatter *matter, McPaperFill fill, gpointer data, GDestroyNotify free);

G_END_DECLS
