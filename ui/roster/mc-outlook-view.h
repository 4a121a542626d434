/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-absence-outlook.h"

G_BEGIN_DECLS

#define MC_TYPE_OUTLOOK_VIEW (mc_outlook_view_get_type ())
G_DECLARE_FINAL_TYPE (McOutlookView, mc_outlook_view, MC, OUTLOOK_VIEW, AdwBin)

/**
 * McOutlookView:
 * What an absence closes, and the ways to go on with who moves and at what price, each with a button; the last row goes
 * on without anybody. Where no roster is out, the ways are told but cannot be taken.
 *
 * Properties: "verb" (string: the button of a way), "plain-title" and "plain-verb" (strings: the last row and its
 * button), "may-choose" (bool: whether there are buttons at all).
 *
 * Signal `chosen` (uint): 0: without anybody; n: the nth answer of the outlook's repair.
 */

/** mc_outlook_view_show: @outlook: (nullable): followed from now on. */
void mc_outlook_view_show (McOutlookView *self, McAbsenceOutlook *outlook);

G_END_DECLS
