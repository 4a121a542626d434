/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

int
main (int argc, char **argv)
{
  g_print ("motcua-cli %s\n", MC_VERSION);
  return 0;
}
