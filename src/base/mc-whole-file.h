/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * mc_whole_file_write: (blocks; for threads)
 * @file: made, or replaced
 *
 * All or nothing: when the disk is full in the middle, an existing file stays as it was. g_file_replace_contents() puts
 * the half-written one in its place.
 */
gboolean mc_whole_file_write (GFile *file, GBytes *bytes, GFileCreateFlags flags, GError **error);

G_END_DECLS
