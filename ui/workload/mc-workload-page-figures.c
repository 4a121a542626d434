/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mc-workload-page-private.h"

/* The figures of the time. Each is a button: it opens to the parts that make it, ranked, and says what it means. */

static const McWorkloadFigure shown[] = { MC_FIGURE_RECEIVED,       MC_FIGURE_RESOLVED, MC_FIGURE_ON_TIME_SHARE,
                                          MC_FIGURE_OVERDUE,        MC_FIGURE_ARRIVED,  MC_FIGURE_WAIT,
                                          MC_FIGURE_SATISFIED_SHARE };

typedef struct
{
  GtkLabel *value, *change;
} Parts;

static Parts *
parts_of (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "mc-parts");
}

static void
clicked_cb (GtkButton *button, McWorkloadPage *self)
{
  guint figure = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "mc-figure"));

  mc_workload_page_open_figure (self, figure);
}

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
new_button (McWorkloadPage *self, McWorkloadFigure figure)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *value = new_label ("–", "title-3"), *change = new_label ("", "caption");
  Parts *parts = g_new (Parts, 1);
  g_autofree char *tip = mc_workload_figure_explain (figure);

  *parts = (Parts){ GTK_LABEL (value), GTK_LABEL (change) };
  gtk_widget_add_css_class (value, "numeric");
  gtk_widget_add_css_class (change, "dimmed");
  gtk_box_append (GTK_BOX (box), new_label (mc_workload_figure_label (figure), "caption-heading"));
  gtk_box_append (GTK_BOX (box), value);
  gtk_box_append (GTK_BOX (box), change);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_add_css_class (button, "mc-figure");
  g_object_set_data (G_OBJECT (button), "mc-figure", GUINT_TO_POINTER (figure));
  g_object_set_data_full (G_OBJECT (button), "mc-parts", parts, g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_DEFAULT);
  return button;
}

void
mc_workload_page_figures_init (McWorkloadPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    adw_wrap_box_append (self->figures, new_button (self, shown[i]));
}

static void
fill_button (McWorkloadPage *self, GtkWidget *button)
{
  McWorkloadFigure figure = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "mc-figure"));
  const McWorkloadRow *before = mc_workload_feed_get_before (self->feed);
  double now = mc_workload_figure_value (figure, mc_workload_feed_get_sum (self->feed));
  double then = before ? mc_workload_figure_value (figure, before) : NAN;
  const char *unit = mc_workload_figure_unit (figure);
  /* What is counted says itself what it is; a mean needs its minutes beside it. */
  gboolean is_count = mc_workload_figure_is_sum (figure);
  g_autofree char *number = mc_workload_figure_format (figure, now);
  g_autofree char *measured =
      unit && !is_count && !isnan (now) ? g_strdup_printf ("%s %s", number, unit) : g_strdup (number);
  g_autofree char *change = mc_workload_figure_format_change (figure, now, then);
  g_autofree char *spoken =
      g_strdup_printf ("%s: %s %s %s", mc_workload_figure_label (figure), number, unit ? unit : "", change);

  gtk_label_set_label (parts_of (button)->value, measured);
  gtk_label_set_label (parts_of (button)->change, *change ? change : unit && is_count ? unit : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, g_strstrip (spoken), -1);
}

void
mc_workload_page_figures_fill (McWorkloadPage *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->figures)); child;
       child = gtk_widget_get_next_sibling (child))
    if (parts_of (child))
      fill_button (self, child);
}
