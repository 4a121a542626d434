/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-person-attachments.h"

#include <glib/gi18n.h>

#include "mc-ask.h"
#include "mc-report.h"
#include "mc-session-records.h"

typedef struct
{
  GtkWidget *from;
  McPersonRegister *registry;
  GFile *file;
  gint64 attachment;
} Act;

static void
act_free (gpointer data)
{
  Act *act = data;

  g_clear_object (&act->from);
  g_clear_object (&act->registry);
  g_clear_object (&act->file);
  g_free (act);
}

static Act *
act_new (GtkWidget *from, McPersonRegister *registry)
{
  Act *act = g_new0 (Act, 1);

  act->from = g_object_ref (from);
  act->registry = g_object_ref (registry);
  return act;
}

static DexFuture *
attach_fiber (gpointer data)
{
  Act *act = data;
  McTour *tour = mc_person_register_get_tour (act->registry);
  gint64 subject = tour ? mc_entity_get_id (MC_ENTITY (tour)) : mc_person_register_get_id (act->registry);
  g_autoptr (GError) error = NULL;

  if (!act->file)
    act->file = dex_await_object (mc_ask_open (act->from, _ ("Add a File"), NULL, NULL), &error);
  if (act->file && dex_await (mc_session_add_attachment (mc_person_register_get_session (act->registry),
                                                         tour ? "tour" : "person", subject, act->file, NULL),
                              &error))
    {
      mc_report_toast (act->from, _ ("The file was added."));
      return dex_future_new_true ();
    }
  mc_report_error (act->from, _ ("The file was not added."), error);
  return dex_future_new_false ();
}

void
mc_person_attach (GtkWidget *from, McPersonRegister *registry, GFile *file)
{
  Act *act = act_new (from, registry);

  g_set_object (&act->file, file);
  dex_future_disown (dex_scheduler_spawn (NULL, 0, attach_fiber, act, act_free));
}

static void
launched_cb (GObject *launcher, GAsyncResult *result, gpointer from)
{
  g_autoptr (GtkWidget) widget = from;

  mc_report_launched (widget, _ ("The file could not be opened."), GTK_FILE_LAUNCHER (launcher), result);
}

static DexFuture *
open_fiber (gpointer data)
{
  Act *act = data;
  GtkRoot *root = gtk_widget_get_root (act->from);
  g_autoptr (GtkFileLauncher) launcher = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = dex_await_object (
      mc_session_open_attachment (mc_person_register_get_session (act->registry), act->attachment), &error);

  if (!file)
    {
      mc_report_error (act->from, _ ("The file could not be opened."), error);
      return dex_future_new_false ();
    }
  launcher = gtk_file_launcher_new (file);
  gtk_file_launcher_launch (launcher, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, launched_cb,
                            g_object_ref (act->from));
  return dex_future_new_true ();
}

void
mc_person_open_attachment (GtkWidget *from, McPersonRegister *registry, gint64 attachment)
{
  Act *act = act_new (from, registry);

  act->attachment = attachment;
  dex_future_disown (dex_scheduler_spawn (NULL, 0, open_fiber, act, act_free));
}
