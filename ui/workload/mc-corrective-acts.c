/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-corrective-acts.h"

#include <glib/gi18n.h>
#include <math.h>

#include "mc-commit.h"
#include "mc-entity-dialog.h"
#include "mc-fact-row.h"

McCorrectiveAction *
mc_corrective_row_new (const McWaitTime *time, double minutes)
{
  McCorrectiveAction *row = mc_corrective_action_new ();

  row->day = time->day;
  row->slot = time->slot < 0 ? MC_INT_NONE : time->slot;
  row->counter_id = time->counter_id;
  row->wait_minutes = round (minutes * 10) / 10;
  return row;
}

AdwDialog *
mc_corrective_dialog_new (McSession *session, McCorrectiveNames *names, McCorrectiveAction *row)
{
  static const char *const begun[] = { "cause", "action", "person_id", "due_on", NULL };
  static const char *const all[] = { "cause", "action", "person_id", "due_on", "done_on", "outcome", NULL };
  gboolean is_new = mc_entity_get_id (MC_ENTITY (row)) == 0;
  g_autofree char *time = mc_corrective_names_time (names, row);
  AdwDialog *dialog = mc_entity_dialog_new (
      session, MC_ENTITY (row), is_new ? _ ("Record a Corrective Action") : _ ("Change the Corrective Action"), time,
      is_new ? begun : all);
  g_autoptr (GtkWidget) group = NULL;

  g_object_get (dialog, "content", &group, NULL);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), time);
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("In words of the office: no name, telephone or dossier code of a citizen, and not why somebody was ill."));
  return dialog;
}

void
mc_corrective_remove (GtkWidget *from, McSession *session, McCorrectiveAction *row)
{
  g_autofree char *label = g_strdup_printf (_ ("Remove: %s"), row->action);
  g_autoptr (McChange) change = mc_change_new (label);

  mc_change_delete (change, MC_ENTITY (row));
  dex_future_disown (mc_commit (from, session, change));
}

gboolean
mc_corrective_may_read (McSession *session)
{
  const char *group = mc_session_get_group_role (session);

  return g_strcmp0 (group, "viewer") != 0 && g_strcmp0 (group, "technician") != 0;
}

/* --- All of them --- */

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const McCorrectiveAction *one = a, *other = b;

  return one->day != other->day ? (one->day < other->day) - (one->day > other->day) : one->slot - other->slot;
}

/* Rows are told anew when a name comes. */
static void
bind_rows (GtkListBox *list)
{
  mc_fact_rows_bind (list, g_object_get_data (G_OBJECT (list), "mc-rows"), mc_corrective_names_describe,
                     g_object_get_data (G_OBJECT (list), "mc-names"), g_object_get_data (G_OBJECT (list), "mc-empty"));
}

static GtkWidget *
new_list (McSession *session)
{
  McCorrectiveNames *names = mc_corrective_names_new (session);
  g_autoptr (GtkSortListModel) sorted =
      gtk_sort_list_model_new (G_LIST_MODEL (mc_session_list (session, MC_TYPE_CORRECTIVE_ACTION, MC_DAY_NONE)),
                               GTK_SORTER (gtk_custom_sorter_new (compare_rows, NULL, NULL)));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *list = gtk_list_box_new ();
  GtkWidget *empty = gtk_label_new (_ ("None recorded yet. Open a peak of waiting, and record there what is done."));

  g_object_set (empty, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (empty, "dimmed");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Corrective Actions"), -1);
  g_object_set_data_full (G_OBJECT (list), "mc-names", names, g_object_unref);
  g_object_set_data_full (G_OBJECT (list), "mc-rows", g_object_ref (sorted), g_object_unref);
  g_object_set_data (G_OBJECT (list), "mc-empty", empty);
  g_signal_connect_object (names, "changed", G_CALLBACK (bind_rows), list, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), empty);
  bind_rows (GTK_LIST_BOX (list));
  return box;
}

AdwDialog *
mc_corrective_list_dialog_new (McSession *session)
{
  AdwDialog *dialog = g_object_new (ADW_TYPE_DIALOG, "title", _ ("Corrective Actions"), "content-width", 760,
                                    "content-height", 480, NULL);
  GtkWidget *view = adw_toolbar_view_new (), *list = new_list (session);
  GtkWidget *scroller =
      g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child", list, NULL);

  g_object_set (list, "margin-top", 6, "margin-bottom", 18, "margin-start", 18, "margin-end", 18, NULL);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scroller);
  adw_dialog_set_child (dialog, view);
  return dialog;
}
