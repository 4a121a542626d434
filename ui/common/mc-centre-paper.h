/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-live-list.h"
#include "mc-paper.h"
#include "mc-session.h"

G_BEGIN_DECLS

/**
 * mc_centre_paper_new:
 * Returns: (transfer full): a sheet of A3 across for a drawing of the centre, headed by the names that its settings
 *   give it and by what it stands under (settings `centre.name`, `centre.parent`)
 */
McPaper *mc_centre_paper_new (McSession *session, McScene *scene, McDay as_of);

G_END_DECLS
