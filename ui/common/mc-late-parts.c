/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-late-parts.h"

/* Within the "map" signal the widget still counts as hidden. What is known of it from here on lets GTK tell, right
 * after, that its parent has a child more. That it can take the focus or not is what may be said at any time. */
static void
appearing_cb (GtkWidget *part)
{
  gtk_accessible_update_platform_state (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSABLE);
}

static gboolean
appears_later (GtkWidget *parent, GtkWidget *part)
{
  return !gtk_widget_get_visible (part) ||
         (GTK_IS_STACK (parent) && gtk_stack_get_visible_child (GTK_STACK (parent)) != part);
}

void
mc_late_parts_watch (GtkWidget *top)
{
  g_return_if_fail (GTK_IS_WIDGET (top));

  for (GtkWidget *part = gtk_widget_get_first_child (top); part; part = gtk_widget_get_next_sibling (part))
    {
      if (GTK_IS_NATIVE (part) || GTK_IS_LIST_BASE (part))
        continue;
      if (appears_later (top, part) &&
          !g_signal_handler_find (part, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, (gpointer)appearing_cb, NULL))
        g_signal_connect (part, "map", G_CALLBACK (appearing_cb), NULL);
      mc_late_parts_watch (part);
    }
}
