/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** mc_data_dir: (transfer none): the folder of the program's data: $MOTCUA_DATADIR, else where it was installed. */
const char *mc_data_dir (void);

G_END_DECLS
