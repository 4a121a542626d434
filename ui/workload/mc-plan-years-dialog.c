/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-plan-years-dialog.h"

#include <glib/gi18n.h>

#include "mc-dossier-year.h"
#include "mc-number.h"

/* What the plan prints, and below what it comes to. */
static GtkWidget *
new_shares (McDossierYear *year)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *resolved = mc_number_format (year->printed_resolved_pct, 2);
  g_autofree char *computed = mc_number_format (mc_dossier_year_get_resolved_pct (year), 2);
  g_autofree char *on_time = mc_number_format (year->on_time_pct, 1);
  g_autofree char *first = g_strdup_printf (_ ("resolved %s %%, by the plan"), resolved);
  g_autofree char *second =
      g_strdup_printf (_ ("resolved %s %%, computed%s"), computed, mc_dossier_year_agrees (year) ? "" : " ≠");
  g_autofree char *third = g_strdup_printf (_ ("on time %s %%, by the plan"), on_time);
  const char *const texts[] = { first, second, third };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkWidget *label = gtk_label_new (texts[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_widget_add_css_class (label, "numeric");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static GtkWidget *
new_row (gpointer item, gpointer user_data)
{
  McDossierYear *year = item;
  g_autofree char *title = g_strdup_printf ("%d", year->year);
  g_autofree char *received = mc_number_format (year->received, 0);
  g_autofree char *resolved = mc_number_format (year->resolved, 0);
  g_autofree char *left = mc_number_format (year->received - year->resolved, 0);
  /* Translators: numbers of dossiers */
  g_autofree char *counts = g_strdup_printf (_ ("received %s · resolved %s · unresolved %s"), received, resolved, left);
  g_autofree char *subtitle = g_strdup_printf ("%s\n%s", counts, year->source ? year->source : "");
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "subtitle", subtitle, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_shares (year));
  return row;
}

static GtkWidget *
new_list (McSession *session)
{
  GtkExpression *by = gtk_property_expression_new (MC_TYPE_DOSSIER_YEAR, NULL, "year");
  g_autoptr (GtkSortListModel) sorted =
      gtk_sort_list_model_new (G_LIST_MODEL (mc_session_list (session, MC_TYPE_DOSSIER_YEAR, MC_DAY_NONE)),
                               GTK_SORTER (gtk_numeric_sorter_new (by)));
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_bind_model (GTK_LIST_BOX (list), G_LIST_MODEL (sorted), new_row, NULL, NULL);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (list), gtk_label_new (_ ("The founding plan was not loaded here.")));
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Years in the Founding Plan"), -1);
  return list;
}

AdwDialog *
mc_plan_years_dialog_new (McSession *session)
{
  AdwDialog *dialog = g_object_new (ADW_TYPE_DIALOG, "title", _ ("Years in the Founding Plan"), "content-width", 800,
                                    "content-height", 400, NULL);
  GtkWidget *view = adw_toolbar_view_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *about = gtk_label_new (_ (
      "These are the one-stop units of the whole city, as the founding plan prints them. ≠ marks a share that the plan "
      "cut off after two decimals instead of rounding it. Of how many were on time it gives the share alone."));
  GtkWidget *scroller =
      g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child", box, NULL);

  g_object_set (about, "wrap", TRUE, "xalign", 0.0, NULL);
  g_object_set (box, "margin-top", 6, "margin-bottom", 18, "margin-start", 18, "margin-end", 18, NULL);
  gtk_box_append (GTK_BOX (box), about);
  gtk_box_append (GTK_BOX (box), new_list (session));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scroller);
  adw_dialog_set_child (dialog, view);
  return dialog;
}
