/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-page.h"

G_BEGIN_DECLS

#define MC_TYPE_ATTENTION_PAGE (mc_attention_page_get_type ())
G_DECLARE_FINAL_TYPE (McAttentionPage, mc_attention_page, MC, ATTENTION_PAGE, McPage)

/**
 * McAttentionPage:
 * "Cần xử lý": every finding of the as-of day, the gravest and most urgent first, with its remedy as a button. Its
 * badge is the number of those that are not mere notes.
 */

G_END_DECLS
