/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * mc_error_text:
 * @error: any error
 *
 * Returns: (transfer full): a sentence that a person at the desk understands, by the name of the constraint or the
 *   SQLSTATE where the server told one; otherwise the error's own message
 */
char *mc_error_text (const GError *error);

/** mc_error_text_knows: whether there is a sentence for the constraint of this name. */
gboolean mc_error_text_knows (const char *constraint);

G_END_DECLS
