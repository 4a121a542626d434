/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MC_TYPE_EMPTY_PAGE (mc_empty_page_get_type ())
G_DECLARE_FINAL_TYPE (McEmptyPage, mc_empty_page, MC, EMPTY_PAGE, AdwBin)

/**
 * McEmptyPage:
 * What an empty list says: one line what belongs here, one button, one link.
 *
 * Properties: "icon-name", "title", "description", "button-label" and "action-name" (no label, no button),
 * "link-label" and "link-action-name" (such as "Import from a file…").
 */

G_END_DECLS
