/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-reveal.h"

static GQuark
wanted_quark (void)
{
  return g_quark_from_static_string ("mc-reveal-wanted");
}

static gboolean
reveal_when_wide_cb (GtkWidget *split, GdkFrameClock *clock, gpointer user_data)
{
  if (gtk_widget_get_width (split) == 0)
    return G_SOURCE_CONTINUE;
  adw_overlay_split_view_set_show_sidebar (ADW_OVERLAY_SPLIT_VIEW (split),
                                           g_object_get_qdata (G_OBJECT (split), wanted_quark ()) != NULL);
  return G_SOURCE_REMOVE;
}

void
mc_reveal_sidebar (AdwOverlaySplitView *split, gboolean show)
{
  g_object_set_qdata (G_OBJECT (split), wanted_quark (), GINT_TO_POINTER (show));
  if (show && gtk_widget_get_width (GTK_WIDGET (split)) == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (split), reveal_when_wide_cb, NULL, NULL);
  else
    adw_overlay_split_view_set_show_sidebar (split, show);
}
