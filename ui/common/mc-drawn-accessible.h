/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MC_TYPE_DRAWN_ACCESSIBLE (mc_drawn_accessible_get_type ())
G_DECLARE_DERIVABLE_TYPE (McDrawnAccessible, mc_drawn_accessible, MC, DRAWN_ACCESSIBLE, GObject)

/**
 * McDrawnAccessible:
 * What a screen reader sees of something that a widget draws and that is no widget itself. Parent, children, siblings,
 * focus and place are asked each time, so that nothing needs relinking when the drawing changes
 * (gtk_accessible_set_accessible_parent() is not used on purpose: what is set there goes stale). Nothing is asked once
 * the widget is gone.
 *
 * @get_parent, @get_first, @get_next: (transfer full) (nullable)
 * @get_box: FALSE where it is not drawn; in the widget's pixels
 * @can_focus: whether the focus may come here
 */
struct _McDrawnAccessibleClass
{
  GObjectClass parent_class;

  GtkAccessible *(*get_parent) (McDrawnAccessible *self, GtkWidget *widget);
  GtkAccessible *(*get_first) (McDrawnAccessible *self, GtkWidget *widget);
  GtkAccessible *(*get_next) (McDrawnAccessible *self, GtkWidget *widget);
  gboolean (*get_box) (McDrawnAccessible *self, GtkWidget *widget, graphene_rect_t *box);
  gboolean (*can_focus) (McDrawnAccessible *self);
  gboolean (*has_focus) (McDrawnAccessible *self, GtkWidget *widget);
};

/** mc_drawn_accessible_set_up: once, by who makes it; @widget is held weakly. */
void mc_drawn_accessible_set_up (McDrawnAccessible *self, GtkWidget *widget, GtkAccessibleRole role);

GtkAccessibleRole mc_drawn_accessible_get_role (McDrawnAccessible *self);

/** mc_drawn_accessible_set_label: as it is now; only changes are told. */
void mc_drawn_accessible_set_label (McDrawnAccessible *self, const char *label);

/** mc_drawn_accessible_focus_changed: it has the focus now, or has it no longer. */
void mc_drawn_accessible_focus_changed (McDrawnAccessible *self);

/**
 * mc_drawn_accessible_inherit:
 * @iface: of a widget that draws such things, in its init
 *
 * The widget keeps what GtkWidget says of it, but for what is set in @iface afterwards: its first child and whose the
 * focus is.
 *
 * Returns: (transfer none): GtkWidget's own
 */
GtkAccessibleInterface *mc_drawn_accessible_inherit (GtkAccessibleInterface *iface);

G_END_DECLS
