/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** McScrollingProp: the properties of GtkScrollable, in the order in which mc_scrolling_install() gives them numbers.
 */
typedef enum
{
  MC_SCROLLING_HADJUSTMENT,
  MC_SCROLLING_VADJUSTMENT,
  MC_SCROLLING_HSCROLL_POLICY,
  MC_SCROLLING_VSCROLL_POLICY,
} McScrollingProp;

/** McScrollingConfigure: sets the adjustment of @orientation to what @widget has to show. */
typedef void (*McScrollingConfigure) (gpointer widget, GtkOrientation orientation);

/**
 * McScrolling:
 * What a widget that draws itself keeps to be a GtkScrollable. A part of the widget's own structure.
 *
 * @adjustment: by GtkOrientation; %NULL after mc_scrolling_dispose()
 * @policy: by GtkOrientation
 */
typedef struct
{
  GtkAdjustment *adjustment[2];
  GtkScrollablePolicy policy[2];
  GtkWidget *widget;
  McScrollingConfigure configure;
  GCallback moved;
} McScrolling;

/** mc_scrolling_install: the four properties, from number @first on. */
void mc_scrolling_install (GObjectClass *object_class, guint first);

/**
 * mc_scrolling_init:
 * @widget: whose part @self is
 * @configure: asked for each new adjustment, which does not tell @moved of that
 * @moved: called with @widget when somebody scrolls
 */
void mc_scrolling_init (McScrolling *self, gpointer widget, McScrollingConfigure configure, GCallback moved);
void mc_scrolling_dispose (McScrolling *self);

void mc_scrolling_get_property (const McScrolling *self, McScrollingProp prop, GValue *value);
void mc_scrolling_set_property (McScrolling *self, McScrollingProp prop, const GValue *value);

G_END_DECLS
