/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-plan-editor-private.h"

#include <glib/gi18n.h>

#include "mc-painter.h"
#include "mc-plan-kinds.h"

#define COLUMNS 7
#define PICTURE 24 /* as large as mc_plan_kind_picture() */

/* What can be drawn: first what a house is made of, then what people sit and stand at, then machines, then the rest. */
static const McPlanKind order[] = {
  MC_PLAN_KIND_WALL,    MC_PLAN_KIND_DOOR,    MC_PLAN_KIND_WINDOW,        MC_PLAN_KIND_COLUMN,
  MC_PLAN_KIND_STAIRS,  MC_PLAN_KIND_LIFT,    MC_PLAN_KIND_AREA,          MC_PLAN_KIND_COUNTER,
  MC_PLAN_KIND_DESK,    MC_PLAN_KIND_TABLE,   MC_PLAN_KIND_CHAIR,         MC_PLAN_KIND_BENCH,
  MC_PLAN_KIND_CABINET, MC_PLAN_KIND_PLANT,   MC_PLAN_KIND_QUEUE_MACHINE, MC_PLAN_KIND_KIOSK,
  MC_PLAN_KIND_SCREEN,  MC_PLAN_KIND_CAMERA,  MC_PLAN_KIND_COMPUTER,      MC_PLAN_KIND_PRINTER,
  MC_PLAN_KIND_WATER,   MC_PLAN_KIND_SIGN,    MC_PLAN_KIND_TEXT,          MC_PLAN_KIND_LINE,
  MC_PLAN_KIND_FIXTURE, MC_PLAN_KIND_VEHICLE, MC_PLAN_KIND_SURVEY_DEVICE, MC_PLAN_KIND_OTHER,
};

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  McPlanEditor *self = g_object_get_data (G_OBJECT (area), "editor");

  cairo_translate (cr, (width - PICTURE) / 2.0, (height - PICTURE) / 2.0);
  mc_painter_paint (cr, data, mc_canvas_get_palette (self->canvas), NULL, MC_ZOOM_PAPER);
}

static GtkWidget *
new_button (McPlanEditor *self, McPlanKind kind)
{
  const char *name = g_dgettext (NULL, mc_plan_kind_values[kind].label);
  GtkWidget *button = gtk_toggle_button_new (), *picture = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (picture), PICTURE);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (picture), PICTURE);
  g_object_set_data (G_OBJECT (picture), "editor", self);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (picture), draw_cb, mc_plan_kind_picture (kind), g_object_unref);
  gtk_button_set_child (GTK_BUTTON (button), picture);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "plan-kind");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "plan.tool");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", mc_plan_kind_values[kind].text);
  return button;
}

void
mc_plan_editor_palette_init (McPlanEditor *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    gtk_grid_attach (self->things, new_button (self, order[i]), (int)i % COLUMNS, (int)i / COLUMNS, 1, 1);
}
