/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-tour-bar.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Points on the screen. */
#define BAR_HEIGHT 10
#define MARK_WIDTH 2
#define HEIGHT 22
#define NATURAL_WIDTH 240

typedef struct
{
  McPeriod during;
  gboolean faint;
} Piece;

struct _McTourBar
{
  GtkWidget parent_instance;

  GArray *pieces;
  GArray *marks;
  McDay day;
  McDay from;
  McDay until;
  McPeriod range; /* of the line, where several share one; else what the pieces take */
};

G_DEFINE_FINAL_TYPE (McTourBar, mc_tour_bar, GTK_TYPE_WIDGET)

static void
measure_time (McTourBar *self)
{
  self->from = self->range.from;
  self->until = self->range.until;
  if (self->until != MC_DAY_NONE)
    return;
  for (guint i = 0; i < self->pieces->len; i++)
    {
      McPeriod during = g_array_index (self->pieces, Piece, i).during;

      if (during.from != MC_DAY_NONE && (self->from == MC_DAY_NONE || during.from < self->from))
        self->from = during.from;
      /* A tour without an end is drawn half a year beyond the day. */
      if (during.until == MC_DAY_NONE)
        during.until = MAX (self->day, during.from) + 183;
      if (self->until == MC_DAY_NONE || during.until > self->until)
        self->until = during.until;
    }
}

static float
position (McTourBar *self, McDay day, float width)
{
  float x;

  if (self->from == MC_DAY_NONE || self->until <= self->from)
    return 0;
  x = width * (float)(day - self->from) / (float)(self->until - self->from);
  return CLAMP (x, 0, width);
}

char *
mc_tour_bar_describe (McTourBar *self)
{
  GString *text = g_string_new (NULL);
  g_autofree char *day = NULL;

  g_return_val_if_fail (MC_IS_TOUR_BAR (self), NULL);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      g_autofree char *period = mc_period_format_people (g_array_index (self->pieces, Piece, i).during);

      g_string_append_printf (text, "%s%s", i ? "; " : "", period);
    }
  day = self->day != MC_DAY_NONE ? mc_day_format (self->day) : NULL;
  if (day && self->pieces->len > 0 && self->day >= self->from && self->day < self->until)
    {
      g_string_append (text, ". ");
      g_string_append_printf (text, _ ("On %s, %d %% is over"), day, (int)(100 * mc_tour_bar_get_fraction (self)));
    }
  return g_string_free (text, FALSE);
}

static void
changed (McTourBar *self)
{
  g_autofree char *text = NULL;

  measure_time (self);
  text = mc_tour_bar_describe (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, *text ? text : _ ("No tour"),
                                  -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
append_rounded (GtkSnapshot *snapshot, const GdkRGBA *color, float x, float y, float width, float height)
{
  graphene_rect_t rect = GRAPHENE_RECT_INIT (x, y, width, height);
  GskRoundedRect round;

  gsk_rounded_rect_init_from_rect (&round, &rect, MIN (height, width) / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &round);
  gtk_snapshot_append_color (snapshot, color, &rect);
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_piece (McTourBar *self, GtkSnapshot *snapshot, Piece *piece, float width, float y)
{
  McDay until = piece->during.until == MC_DAY_NONE ? self->until : piece->during.until;
  float start = piece->during.from == MC_DAY_NONE ? 0 : position (self, piece->during.from, width);
  float end = position (self, until, width);
  float now = self->day == MC_DAY_NONE ? end : CLAMP (position (self, self->day, width), start, end);
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (style);
  GdkRGBA pale = *accent;
  float height = piece->faint ? BAR_HEIGHT / 2.0f : BAR_HEIGHT;

  y += (BAR_HEIGHT - height) / 2;
  pale.alpha = adw_style_manager_get_high_contrast (style) ? 0.5f : 0.28f;
  append_rounded (snapshot, &pale, start, y, MAX (end - start, 2), height);
  if (now > start)
    append_rounded (snapshot, accent, start, y, MAX (now - start, 2), height);
}

static void
mc_tour_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  McTourBar *self = MC_TOUR_BAR (widget);
  float width = (float)gtk_widget_get_width (widget);
  float top = ((float)gtk_widget_get_height (widget) - BAR_HEIGHT) / 2;
  GdkRGBA ink;

  if (self->pieces->len == 0 || self->from == MC_DAY_NONE)
    return;
  gtk_widget_get_color (widget, &ink);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (width, 0));
      gtk_snapshot_scale (snapshot, -1, 1);
    }
  for (guint i = 0; i < self->pieces->len; i++)
    snapshot_piece (self, snapshot, &g_array_index (self->pieces, Piece, i), width, top);
  for (guint i = 0; i < self->marks->len; i++)
    gtk_snapshot_append_color (
        snapshot, &ink,
        &GRAPHENE_RECT_INIT (position (self, g_array_index (self->marks, McDay, i), width) - 0.5f, top - 1, 1,
                             BAR_HEIGHT + 2));
  if (self->day != MC_DAY_NONE && self->day >= self->from && self->day < self->until)
    append_rounded (snapshot, &ink, CLAMP (position (self, self->day, width) - 1, 0, width - MARK_WIDTH), 1, MARK_WIDTH,
                    HEIGHT - 2);
}

static void
mc_tour_bar_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 40 : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : HEIGHT;
}

static void
mc_tour_bar_finalize (GObject *object)
{
  McTourBar *self = MC_TOUR_BAR (object);

  g_array_unref (self->pieces);
  g_array_unref (self->marks);
  G_OBJECT_CLASS (mc_tour_bar_parent_class)->finalize (object);
}

static void
mc_tour_bar_class_init (McTourBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mc_tour_bar_finalize;
  widget_class->snapshot = mc_tour_bar_snapshot;
  widget_class->measure = mc_tour_bar_measure;
  gtk_widget_class_set_css_name (widget_class, "tourbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
mc_tour_bar_init (McTourBar *self)
{
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  self->marks = g_array_new (FALSE, FALSE, sizeof (McDay));
  self->day = self->from = self->until = MC_DAY_NONE;
  self->range = MC_PERIOD_ALWAYS;
}

void
mc_tour_bar_set_day (McTourBar *self, McDay day)
{
  g_return_if_fail (MC_IS_TOUR_BAR (self));
  self->day = day;
  changed (self);
}

void
mc_tour_bar_set_range (McTourBar *self, McPeriod range)
{
  g_return_if_fail (MC_IS_TOUR_BAR (self));
  g_return_if_fail (range.from != MC_DAY_NONE && range.until > range.from);
  self->range = range;
  changed (self);
}

void
mc_tour_bar_clear (McTourBar *self)
{
  g_return_if_fail (MC_IS_TOUR_BAR (self));
  g_array_set_size (self->pieces, 0);
  g_array_set_size (self->marks, 0);
  changed (self);
}

void
mc_tour_bar_add (McTourBar *self, McPeriod during, gboolean faint)
{
  Piece piece = { during, faint };

  g_return_if_fail (MC_IS_TOUR_BAR (self));
  g_array_append_val (self->pieces, piece);
  changed (self);
}

void
mc_tour_bar_add_mark (McTourBar *self, McDay day)
{
  g_return_if_fail (MC_IS_TOUR_BAR (self));
  g_array_append_val (self->marks, day);
  changed (self);
}

double
mc_tour_bar_get_fraction (McTourBar *self)
{
  g_return_val_if_fail (MC_IS_TOUR_BAR (self), -1);
  if (self->from == MC_DAY_NONE || self->until <= self->from)
    return -1;
  return CLAMP ((double)(self->day - self->from) / (self->until - self->from), 0, 1);
}
