/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MC_TYPE_KEY_ROW (mc_key_row_get_type ())
G_DECLARE_FINAL_TYPE (McKeyRow, mc_key_row, MC, KEY_ROW, AdwActionRow)

/**
 * McKeyRow:
 * What a key does, and the key. Property "accelerator" ("<Control>k"); several with blanks between them.
 */

G_END_DECLS
