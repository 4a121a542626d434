/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * mc_zip_check_xml:
 * @bytes: a ZIP container that this program has made
 *
 * libxlsxwriter collects a table in temporary files and does not notice when their disk is full: what comes out is cut
 * off in the middle. Blocks: use on a thread.
 *
 * Returns: whether every XML part in it is whole; MC_ERROR_FAILED if not
 */
gboolean mc_zip_check_xml (GBytes *bytes, GError **error);

G_END_DECLS
