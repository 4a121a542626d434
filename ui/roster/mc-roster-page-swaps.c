/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-page-private.h"

#include <glib/gi18n.h>

#include "mc-swap-dialog.h"

/* Swaps on the roster's page: how many wait, and what is opened for them. */

void
mc_roster_page_swaps_cb (McRosterPage *self)
{
  guint n = mc_roster_panel_get_n_swaps (self->panel);
  g_autofree char *label = g_strdup_printf (g_dngettext (NULL, "%u swap request", "%u swap requests", n), n);

  gtk_button_set_label (self->swaps_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->swaps_button), n > 0);
}

static void
swaps_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McRosterPage *self = MC_ROSTER_PAGE (widget);

  adw_overlay_split_view_set_show_sidebar (self->split, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->panel), GTK_DIR_TAB_FORWARD);
}

static void
swap_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McRosterPage *self = MC_ROSTER_PAGE (widget);
  gint64 person = 0;
  McDay day;
  guint part = 0;

  if (!mc_roster_page_is_ready (self))
    return;
  /* Without a person under the cursor: from today on, or from the first day of a roster to come. */
  day =
      MAX (mc_session_get_today (mc_page_get_session (MC_PAGE (self))), mc_roster_page_get_roster (self)->during.from);
  mc_roster_page_get_cell (self, &person, &day, &part);
  adw_dialog_present (mc_swap_dialog_new (self->book, person, day, part), widget);
}

void
mc_roster_page_swaps_class_init (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "roster.swap", NULL, swap_action);
  gtk_widget_class_install_action (klass, "roster.swaps", NULL, swaps_action);
}
