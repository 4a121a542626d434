/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <stdio.h>

#include "mc-appoint-dialog.h"
#include "mc-org-chart-page-private.h"
#include "mc-vacate-dialog.h"

/* What is done from a box: open the person, appoint, move, vacate; by keys, menu, double click and by dragging. */

static gboolean
can_write (McOrgChartPage *self)
{
  McSession *session = mc_page_get_session (MC_PAGE (self));

  return session && mc_session_get_can_write (session);
}

static void
present_appoint (McOrgChartPage *self, gint64 person, McOrgSeat *seat, McOrgSeat *from)
{
  McSession *session = mc_page_get_session (MC_PAGE (self));

  if (session)
    adw_dialog_present (mc_appoint_dialog_new (session, person, seat, from), GTK_WIDGET (self));
}

static void
present_vacate (McOrgChartPage *self, McOrgSeat *seat)
{
  McSession *session = mc_page_get_session (MC_PAGE (self));

  if (session && seat && seat->seat_id && seat->person_id)
    adw_dialog_present (mc_vacate_dialog_new (session, seat), GTK_WIDGET (self));
}

gboolean
mc_org_chart_acts_activate (McOrgChartPage *self, const char *key)
{
  McOrgChart *chart = mc_org_chart_page_get_chart (self);
  McOrgSeat *seat = chart ? mc_org_chart_find (chart, key) : NULL;
  g_autofree char *target = NULL;

  if (!seat)
    return FALSE;
  if (!seat->person_id)
    {
      if (can_write (self))
        present_appoint (self, 0, seat, NULL);
      return TRUE;
    }
  target = g_strdup_printf ("person/%" G_GINT64_FORMAT, seat->person_id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-target", "s", target);
  return TRUE;
}

gboolean
mc_org_chart_acts_drop (McOrgChartPage *self, const char *key, const char *payload)
{
  McOrgChart *chart = mc_org_chart_page_get_chart (self);
  gint64 from_id, person;
  g_autofree char *from_key = NULL;
  McOrgSeat *from, *to;

  if (!chart || !can_write (self) ||
      sscanf (payload, "holder/%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, &from_id, &person) != 2)
    return FALSE;
  from_key =
      g_strdup_printf (from_id ? "seat/%" G_GINT64_FORMAT : "loose/%" G_GINT64_FORMAT, from_id ? from_id : person);
  from = mc_org_chart_find (chart, from_key);
  to = mc_org_chart_find (chart, key);
  if (to && to != from && to->seat_id)
    present_appoint (self, person, to, from);
  else if (!to && g_str_equal (key, "loose") && from_id)
    present_vacate (self, from);
  else
    return FALSE;
  return TRUE;
}

/* --- Actions --- */

static void
appoint_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McOrgChartPage *self = MC_ORG_CHART_PAGE (widget);
  McOrgSeat *seat = mc_org_chart_page_get_current (self);

  /* A vacant seat asks for somebody; somebody without a seat asks for one. */
  if (seat && !seat->person_id)
    present_appoint (self, 0, seat, NULL);
  else
    present_appoint (self, seat && !seat->seat_id ? seat->person_id : 0, NULL, NULL);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McOrgChartPage *self = MC_ORG_CHART_PAGE (widget);
  McOrgSeat *seat = mc_org_chart_page_get_current (self);

  if (seat && seat->person_id)
    present_appoint (self, seat->person_id, NULL, seat);
}

static void
replace_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McOrgChartPage *self = MC_ORG_CHART_PAGE (widget);
  McOrgSeat *seat = mc_org_chart_page_get_current (self);

  if (seat && seat->seat_id)
    present_appoint (self, 0, seat, NULL);
}

static void
vacate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  present_vacate (MC_ORG_CHART_PAGE (widget), mc_org_chart_page_get_current (MC_ORG_CHART_PAGE (widget)));
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McOrgSeat *seat = mc_org_chart_page_get_current (MC_ORG_CHART_PAGE (widget));

  if (seat && seat->person_id)
    mc_org_chart_acts_activate (MC_ORG_CHART_PAGE (widget), seat->key);
}

void
mc_org_chart_acts_update (McOrgChartPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  McOrgSeat *seat = mc_org_chart_page_get_current (self);
  gboolean held = seat && seat->person_id, write = can_write (self);

  gtk_widget_action_set_enabled (widget, "orgchart.appoint", write);
  gtk_widget_action_set_enabled (widget, "orgchart.open", held);
  gtk_widget_action_set_enabled (widget, "orgchart.move", write && held);
  gtk_widget_action_set_enabled (widget, "orgchart.replace", write && seat && seat->seat_id);
  gtk_widget_action_set_enabled (widget, "orgchart.vacate", write && held && seat->seat_id);
  mc_page_set_primary_enabled (MC_PAGE (self), write);
}

void
mc_org_chart_acts_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "orgchart.appoint", NULL, appoint_action);
  gtk_widget_class_install_action (widget_class, "orgchart.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "orgchart.move", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "orgchart.replace", NULL, replace_action);
  gtk_widget_class_install_action (widget_class, "orgchart.vacate", NULL, vacate_action);
}

/* --- The menu of a box --- */

static GMenuModel *
make_menu (McOrgSeat *seat)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) acts = g_menu_new ();

  if (seat && seat->person_id)
    g_menu_append (menu, _ ("_Open the Person"), "orgchart.open");
  if (seat && !seat->person_id)
    g_menu_append (acts, _ ("_Appoint Somebody…"), "orgchart.replace");
  else if (seat)
    {
      g_menu_append (acts, seat->seat_id ? _ ("_Move to Another Seat…") : _ ("_Appoint…"), "orgchart.move");
      if (seat->seat_id)
        {
          g_menu_append (acts, _ ("_Put Somebody Else Here…"), "orgchart.replace");
          g_menu_append (acts, _ ("_Vacate…"), "orgchart.vacate");
        }
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (acts));
  if (!seat)
    {
      g_menu_append (menu, _ ("_Fold All"), "orgchart.fold");
      g_menu_append (menu, _ ("_Unfold All"), "orgchart.unfold");
    }
  return G_MENU_MODEL (menu);
}

static void
closed_cb (GtkWidget *popover)
{
  /* The action of the item that was chosen comes first. */
  g_idle_add_once ((GSourceOnceFunc)gtk_widget_unparent, popover);
}

gboolean
mc_org_chart_acts_popup (McOrgChartPage *self, const char *key, double x, double y)
{
  McOrgChart *chart = mc_org_chart_page_get_chart (self);
  McOrgSeat *seat = chart && key ? mc_org_chart_find (chart, key) : NULL;
  g_autoptr (GMenuModel) menu = make_menu (seat);
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);
  graphene_point_t at;

  if (!gtk_widget_compute_point (GTK_WIDGET (self->canvas), GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float)x, (float)y), &at))
    at = GRAPHENE_POINT_INIT ((float)x, (float)y);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle){ (int)at.x, (int)at.y, 1, 1 });
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
  return TRUE;
}
