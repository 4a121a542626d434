/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** mc_cli_read_password: (transfer full): the first line of standard input; MC_ERROR_INVALID when there is none. */
char *mc_cli_read_password (GError **error);

/** mc_cli_make_password: (transfer full): 20 letters and digits that are not mistaken for one another; over 110 bits.
 */
char *mc_cli_make_password (void);

G_END_DECLS
