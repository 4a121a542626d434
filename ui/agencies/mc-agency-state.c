/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-agency-state.h"

#include <glib/gi18n.h>

char *
mc_agency_state_text (int quota, int present, int standby, gboolean standby_duty, gboolean receives)
{
  if (!receives)
    return g_strdup (_ ("– not received here"));
  if (present < quota)
    return g_strdup_printf (_ ("✗ %d missing"), quota - present);
  if (present > quota)
    return g_strdup_printf (_ ("◐ %d above the quota"), present - quota);
  if (standby_duty && standby == 0)
    return g_strdup (_ ("◐ no standby"));
  return g_strdup (_ ("✓ complete"));
}
