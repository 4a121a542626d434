/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-org-chart-page-private.h"

/* What the lines of the table and of the list of changes say. */

static char *
seat_title (gpointer list_item, McOrgSeat *seat)
{
  return seat ? mc_org_seat_dup_title (seat) : NULL;
}

static char *
seat_post (gpointer list_item, McOrgSeat *seat)
{
  return seat ? mc_org_seat_dup_post_line (seat) : NULL;
}

static char *
seat_section (gpointer list_item, McOrgSeat *seat)
{
  return seat ? g_strdup (seat->section_name) : NULL;
}

static char *
seat_agency (gpointer list_item, McOrgSeat *seat)
{
  return !seat ? NULL : g_strdup (seat->person_id ? seat->home_name : seat->origin_name);
}

/* What has changed is the page's to know, not the row's. */
static void
state_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item,
                           g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL));
}

static void
state_bind_cb (McOrgChartPage *self, GtkListItem *list_item)
{
  McOrgSeat *seat = gtk_list_item_get_item (list_item);
  McOrgChange *change = self->diff ? mc_org_diff_find (self->diff, seat->key) : NULL;
  g_autofree char *state = mc_org_seat_dup_state (seat);
  g_autofree char *all =
      change ? g_strjoin (*state ? " · " : "", state, mc_org_change_get_word (change), NULL) : g_strdup (state);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (list_item)), all);
}

static char *
change_sign (gpointer list_item, McOrgChange *change)
{
  return change ? g_strdup (mc_org_change_get_sign (change)) : NULL;
}

static char *
change_name (gpointer list_item, McOrgChange *change)
{
  g_autofree char *name = change ? mc_org_change_dup_name (change) : NULL;

  return change ? g_strdup_printf ("%s · %s", name, mc_org_change_get_word (change)) : NULL;
}

static char *
change_detail (gpointer list_item, McOrgChange *change)
{
  return change ? mc_org_change_dup_detail (change) : NULL;
}

static char *
change_spoken (gpointer list_item, McOrgChange *change)
{
  g_autofree char *name = change_name (list_item, change);
  g_autofree char *detail = change_detail (list_item, change);

  return change ? g_strdup_printf ("%s. %s", name, detail) : NULL;
}

void
mc_org_chart_cells_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, seat_title);
  gtk_widget_class_bind_template_callback (widget_class, seat_post);
  gtk_widget_class_bind_template_callback (widget_class, seat_section);
  gtk_widget_class_bind_template_callback (widget_class, seat_agency);
  gtk_widget_class_bind_template_callback (widget_class, state_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, state_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_sign);
  gtk_widget_class_bind_template_callback (widget_class, change_name);
  gtk_widget_class_bind_template_callback (widget_class, change_detail);
  gtk_widget_class_bind_template_callback (widget_class, change_spoken);
}
