/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-data-dir.h"
#include "mc-paths.h"

const char *
mc_data_dir (void)
{
  const char *chosen = g_getenv ("MOTCUA_DATADIR");

  return chosen && *chosen ? chosen : MC_PKGDATADIR;
}
