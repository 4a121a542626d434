/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** mc_file_folder_get: (transfer full) (nullable): where the person exported to last, by whichever dialog. */
GFile *mc_file_folder_get (void);

/** mc_file_folder_remember: the folder of @file, for the next dialog. */
void mc_file_folder_remember (GFile *file);

G_END_DECLS
