/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The peer of the start bench: the least a libadwaita program can do. It leaves after its first frame. */
#include <adwaita.h>

static gboolean
leave (gpointer application)
{
  g_application_quit (application);
  return G_SOURCE_REMOVE;
}

static void
painted_cb (GdkFrameClock *clock, GApplication *application)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, application);
  g_print ("ready\n");
  g_idle_add (leave, application);
}

static void
activate_cb (GApplication *application)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));

  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), gtk_label_new ("Một Cửa"));
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), application);
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application = adw_application_new ("vn.gov.cantho.MotCua.Bare", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
