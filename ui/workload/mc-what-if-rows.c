/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-what-if-rows.h"

#include <glib/gi18n.h>

#include "mc-scenario-text.h"

static void
toggled_cb (GtkCheckButton *tick)
{
  gint64 *id = g_object_get_data (G_OBJECT (tick), "id");

  gtk_widget_activate_action (GTK_WIDGET (tick), "what-if.choose", "x", *id);
}

static void
add_verb (GtkWidget *widget, gint64 id, const char *icon, const char *action, const char *words)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  adw_action_row_add_suffix (ADW_ACTION_ROW (widget), button);
}

GtkWidget *
mc_what_if_row_new (McSavedScenario *row, const McScenario *scenario, gboolean chosen)
{
  gint64 id = mc_entity_get_id (MC_ENTITY (row));
  GtkWidget *widget = adw_action_row_new (), *tick = gtk_check_button_new ();
  g_autofree char *about =
      scenario ? mc_scenario_describe (scenario) : g_strdup (_ ("What it says cannot be read: enter it again."));
  g_autofree char *subtitle = row->note ? g_strdup_printf ("%s\n%s", about, row->note) : g_strdup (about);
  g_autofree char *edit = g_strdup_printf (_ ("Change the scenario “%s”"), row->name);
  g_autofree char *remove = g_strdup_printf (_ ("Delete the scenario “%s”"), row->name);

  g_object_set (widget, "use-markup", FALSE, "title", row->name, "subtitle", subtitle, NULL);
  gtk_widget_set_valign (tick, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), chosen && scenario);
  gtk_widget_set_sensitive (tick, scenario != NULL);
  g_object_set_data_full (G_OBJECT (tick), "id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect (tick, "toggled", G_CALLBACK (toggled_cb), NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (widget), tick);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (widget), tick);
  add_verb (widget, id, "document-edit-symbolic", "what-if.edit", edit);
  add_verb (widget, id, "user-trash-symbolic", "what-if.delete", remove);
  return widget;
}
