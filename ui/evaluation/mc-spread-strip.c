/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-spread-strip.h"

#include <adwaita.h>
#include <math.h>

/* Points on the screen. */
#define HEIGHT 28
#define WIDTH 220
#define MARK 5
#define BAR 9

struct _McSpreadStrip
{
  GtkWidget parent_instance;

  GArray *values;
  McSpread spread;
  double low;
  double high;
  double beside;
};

G_DEFINE_FINAL_TYPE (McSpreadStrip, mc_spread_strip, GTK_TYPE_WIDGET)

static float
place (McSpreadStrip *self, double value)
{
  float width = (float)gtk_widget_get_width (GTK_WIDGET (self)) - MARK;
  double part = self->high > self->low ? (value - self->low) / (self->high - self->low) : 0;

  return MARK / 2.0f + width * (float)CLAMP (part, 0, 1);
}

static void
fill (GtkSnapshot *snapshot, GdkRGBA colour, float alpha, float x, float y, float width, float height)
{
  colour.alpha *= alpha;
  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (x, y, width, height));
}

static void
snapshot_values (McSpreadStrip *self, GtkSnapshot *snapshot, const GdkRGBA *colour)
{
  for (guint i = 0; i < self->values->len; i++)
    {
      float x = place (self, g_array_index (self->values, double, i));

      fill (snapshot, *colour, 0.3f, x - MARK / 2.0f, HEIGHT - MARK - 1, MARK, MARK);
    }
}

static void
mc_spread_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  McSpreadStrip *self = MC_SPREAD_STRIP (widget);
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  GdkRGBA colour, *accent = adw_style_manager_get_accent_color_rgba (style);
  float middle = (HEIGHT - MARK) / 2.0f;

  gtk_widget_get_color (widget, &colour);
  fill (snapshot, colour, 0.25f, 0, middle - 0.5f, (float)gtk_widget_get_width (widget), 1);
  snapshot_values (self, snapshot, &colour);
  /* Of too few the marks alone: their mean says nothing. */
  if (!isnan (self->spread.low))
    {
      fill (snapshot, *accent, 0.55f, place (self, self->spread.low), middle - BAR / 2.0f,
            MAX (place (self, self->spread.high) - place (self, self->spread.low), 1), BAR);
      fill (snapshot, colour, 1, place (self, self->spread.mean) - 1, middle - BAR / 2.0f - 2, 2, BAR + 4);
    }
  for (int i = 0; !isnan (self->spread.low) && !isnan (self->beside) && i < 4; i++)
    fill (snapshot, colour, 0.8f, place (self, self->beside) - 0.5f, 1 + (float)i * (HEIGHT - MARK) / 4.0f, 1, 3);
  gdk_rgba_free (accent);
}

static void
mc_spread_strip_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
  *minimum_baseline = *natural_baseline = -1;
}

static void
mc_spread_strip_finalize (GObject *object)
{
  g_array_unref (MC_SPREAD_STRIP (object)->values);
  G_OBJECT_CLASS (mc_spread_strip_parent_class)->finalize (object);
}

static void
mc_spread_strip_class_init (McSpreadStripClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_spread_strip_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = mc_spread_strip_snapshot;
  GTK_WIDGET_CLASS (klass)->measure = mc_spread_strip_measure;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
mc_spread_strip_init (McSpreadStrip *self)
{
}

GtkWidget *
mc_spread_strip_new (const GArray *values, const McSpread *spread, double low, double high, double beside)
{
  McSpreadStrip *self = g_object_new (MC_TYPE_SPREAD_STRIP, "valign", GTK_ALIGN_CENTER, NULL);

  self->values = g_array_copy ((GArray *)values);
  self->spread = *spread;
  self->low = low;
  self->high = high;
  self->beside = beside;
  return GTK_WIDGET (self);
}
