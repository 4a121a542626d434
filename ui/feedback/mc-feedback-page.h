/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-page.h"

G_BEGIN_DECLS

#define MC_TYPE_FEEDBACK_PAGE (mc_feedback_page_get_type ())
G_DECLARE_FINAL_TYPE (McFeedbackPage, mc_feedback_page, MC, FEEDBACK_PAGE, McPage)

/**
 * McFeedbackPage:
 * What citizens say of the service, and what supervisors see: two registers, and the kinds of checks. Opens
 * "feedback/ID", "supervision_note/ID" and "supervision_kind/ID".
 */

G_END_DECLS
