/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-cli.h"
#include "mc-error.h"
#include "mc-name.h"
#include "mc-staff-store.h"

McStaffEntry *
mc_cli_find_person (McStore *store, const char *who, McDay day, GError **error)
{
  g_autoptr (GPtrArray) staff = dex_await_boxed (mc_staff_store_list (store, day), error);
  g_autofree char *wanted = mc_fold (who);
  gint64 id = g_ascii_strtoll (who, NULL, 10);
  McStaffEntry *found = NULL;
  guint n = 0;

  for (guint i = 0; staff && i < staff->len; i++)
    {
      McStaffEntry *entry = staff->pdata[i];
      g_autofree char *name = mc_fold (entry->full_name);

      if (id ? mc_entity_get_id (MC_ENTITY (entry)) != id : !g_str_equal (name, wanted))
        continue;
      found = entry;
      n++;
    }
  if (n == 1)
    return g_object_ref (found);
  if (staff && n == 0)
    g_set_error (error, MC_ERROR, MC_ERROR_NOT_FOUND, _ ("Nobody is called “%s”."), who);
  else if (staff)
    g_set_error (error, MC_ERROR, MC_ERROR_INVALID,
                 _ ("%u people are called “%s”; give the number that person list prints."), n, who);
  return NULL;
}
