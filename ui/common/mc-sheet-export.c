/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-sheet-export.h"

#include <glib/gi18n.h>
#include <libdex.h>

#include "mc-ask.h"
#include "mc-error.h"
#include "mc-file-write.h"
#include "mc-report.h"
#include "mc-roster-xlsx.h"

typedef struct
{
  GtkWidget *from;
  McRosterSheet *sheet;
  char *title;
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  g_object_unref (self->from);
  mc_roster_sheet_unref (self->sheet);
  g_free (self->title);
  g_free (self);
}

static DexFuture *
export_fiber (gpointer data)
{
  Export *self = data;
  g_autofree char *name = g_strdup_printf ("%s.xlsx", self->title);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = dex_await_object (mc_ask_save (self->from, _ ("Export the Table"), name), &error);
  g_autoptr (GBytes) bytes = file ? mc_roster_xlsx (self->sheet, self->title, &error) : NULL;
  g_autofree char *shown = NULL, *text = NULL;

  if (!bytes || !dex_await (mc_file_write (file, bytes, G_FILE_CREATE_NONE), &error))
    {
      if (!g_error_matches (error, MC_ERROR, MC_ERROR_CANCELLED))
        mc_report_error (self->from, _ ("The table could not be exported."), error);
      return dex_future_new_for_boolean (FALSE);
    }
  shown = g_file_get_basename (file);
  text = g_strdup_printf (_ ("Exported to “%s”"), shown);
  mc_report_file (self->from, text, file);
  return dex_future_new_for_boolean (TRUE);
}

void
mc_sheet_export (GtkWidget *from, McRosterSheet *sheet, const char *title)
{
  Export *self;

  g_return_if_fail (GTK_IS_WIDGET (from) && sheet && title);
  self = g_new (Export, 1);
  *self = (Export){ g_object_ref (from), mc_roster_sheet_ref (sheet), g_strdup (title) };
  dex_future_disown (dex_scheduler_spawn (NULL, 0, export_fiber, self, export_free));
}
