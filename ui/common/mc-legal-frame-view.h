/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-legal-frame.h"

G_BEGIN_DECLS

#define MC_TYPE_LEGAL_FRAME_VIEW (mc_legal_frame_view_get_type ())
G_DECLARE_FINAL_TYPE (McLegalFrameView, mc_legal_frame_view, MC, LEGAL_FRAME_VIEW, AdwBin)

/**
 * McLegalFrameView:
 * What the law says of an act, in its dialog: the rule and its article, the range of dates, and what will happen.
 * Property: "frame" (McLegalFrame).
 */

G_END_DECLS
