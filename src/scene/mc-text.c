/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-text-private.h"

#include <string.h>

/* The desktop's own face. Where a centre has not got it, fontconfig gives the nearest that has Vietnamese. */
#define FAMILY "Adwaita Sans, Inter, sans-serif"
#define PAPER_FAMILY "Times New Roman, Liberation Serif, serif"

/* Points by which rounding may put ink outside: a clip there would take the feet off letters that a screen sets on
 * whole pixels. */
#define SLACK 0.02

/* A scene is painted on screen by one thread while another writes its PDF. Pango wants all that shares a font map to be
 * one thread's at a time, the last unref included; one lock around one font map lets both share the layouts. */
static GRecMutex lock;
static PangoFontMap *font_map;
static PangoContext *context;

/* No hinting and no rounding: a line is as long on a screen at any zoom as it is on paper. */
PangoContext *
mc_text_get_context (void)
{
  cairo_font_options_t *options;

  if (context)
    return context;
  font_map = pango_cairo_font_map_new ();
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (font_map), 72);
  context = pango_font_map_create_context (font_map);
  options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("vi"));
  return context;
}

void
mc_text_lock (void)
{
  g_rec_mutex_lock (&lock);
}

void
mc_text_unlock (void)
{
  g_rec_mutex_unlock (&lock);
}

PangoAlignment
mc_text_to_pango (McAlign align)
{
  return align == MC_ALIGN_START ? PANGO_ALIGN_LEFT : align == MC_ALIGN_CENTER ? PANGO_ALIGN_CENTER : PANGO_ALIGN_RIGHT;
}

static int
units (double points)
{
  return (int)(MIN (points, 1e6) * PANGO_SCALE);
}

PangoFontDescription *
mc_text_describe_font (gboolean serif, double size, gboolean bold, gboolean italic)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, serif ? PAPER_FAMILY : FAMILY);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (font, italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  return font;
}

/* @height: no more lines than fit it; 0: as many as the style allows. */
static PangoLayout *
layout_new (const char *text, const McTextStyle *style, double width, double height)
{
  PangoLayout *layout = pango_layout_new (mc_text_get_context ());
  PangoFontDescription *font = mc_text_describe_font (style->serif, style->size, style->bold, style->italic);
  int lines = (int)MAX (1, style->max_lines);

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_alignment (layout, mc_text_to_pango (style->align));
  pango_layout_set_text (layout, text, -1);
  if (width <= 0)
    return layout;
  pango_layout_set_width (layout, units (width));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -lines);
  for (int h; height > 0 && lines > 1; lines--)
    {
      pango_layout_get_size (layout, NULL, &h);
      if (h <= units (height))
        break;
      pango_layout_set_height (layout, -(lines - 1));
    }
  return layout;
}

void
mc_text_init (McMarkText *self, const char *text, const McTextStyle *style)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  g_auto (GStrv) lines = g_strsplit_set (composed, "\n\r", -1);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (char **line = lines; *line; line++)
    if (*g_strstrip (*line))
      {
        /* One paragraph, so that max_lines counts all its lines: U+2028 breaks a line within it. */
        if (joined->len > 0)
          g_string_append (joined, style->max_lines > 1 ? "\342\200\250" : " ");
        g_string_append (joined, *line);
      }
  self->text = g_string_free_and_steal (g_steal_pointer (&joined));
  self->style = *style;
}

void
mc_text_clear (McMarkText *self)
{
  g_rec_mutex_lock (&lock);
  g_clear_object (&self->layout);
  g_rec_mutex_unlock (&lock);
  g_clear_pointer (&self->text, g_free);
}

/* The ink of the layout at its place in the box. */
static McRect
ink_of (McMarkText *self, const McRect *box)
{
  PangoRectangle ink;

  pango_layout_get_extents (self->layout, &ink, NULL);
  return (McRect){ box->x + self->x + (double)ink.x / PANGO_SCALE, box->y + self->y + (double)ink.y / PANGO_SCALE,
                   (double)ink.width / PANGO_SCALE, (double)ink.height / PANGO_SCALE };
}

/* Lays out once; the box of a mark never changes. Called under the lock. */
static void
ensure_layout (McMarkText *self, const McRect *box)
{
  McRect ink;
  int height;

  if (self->layout)
    return;
  self->layout = layout_new (self->text, &self->style, MAX (box->width, 0.01), box->height);
  pango_layout_get_size (self->layout, NULL, &height);
  self->y = (box->height - (double)height / PANGO_SCALE) * (double)self->style.valign / 2;
  /* A line may be higher than a tight box with its ink still inside; an upper line is not lost for a lower one. */
  if (self->y < 0)
    self->y /= 2;
  /* Capitals with two accents (Ễ, Ẫ) stand out of their line: the text gives way downwards if there is room. */
  ink = ink_of (self, box);
  self->y += MAX (0, MIN (box->y - ink.y, box->y + box->height - ink.y - ink.height));
  ink = ink_of (self, box);
  self->cut = ink.x < box->x - SLACK || ink.y < box->y - SLACK || ink.x + ink.width > box->x + box->width + SLACK ||
              ink.y + ink.height > box->y + box->height + SLACK;
}

static void
turn (cairo_t *cr, const McMarkText *self, const McRect *box)
{
  if (self->style.rotation == 0)
    return;
  cairo_translate (cr, box->x + box->width / 2, box->y + box->height / 2);
  cairo_rotate (cr, self->style.rotation);
  cairo_translate (cr, -box->x - box->width / 2, -box->y - box->height / 2);
}

void
mc_text_paint (cairo_t *cr, McMarkText *self, const McRect *box)
{
  if (box->width <= 0 || box->height <= 0)
    return;
  g_rec_mutex_lock (&lock);
  ensure_layout (self, box);
  if (self->cut || self->style.rotation != 0)
    cairo_save (cr);
  turn (cr, self, box);
  if (self->cut)
    {
      cairo_rectangle (cr, box->x, box->y, box->width, box->height);
      cairo_clip (cr);
    }
  cairo_move_to (cr, box->x + self->x, box->y + self->y);
  pango_cairo_show_layout (cr, self->layout);
  cairo_new_path (cr);
  if (self->cut || self->style.rotation != 0)
    cairo_restore (cr);
  g_rec_mutex_unlock (&lock);
}

void
mc_text_paint_bar (cairo_t *cr, const McMarkText *self, const McRect *box)
{
  double width = MIN (box->width, (double)g_utf8_strlen (self->text, -1) * self->style.size * 0.5);
  double height = MIN (box->height, self->style.size * 0.5);

  cairo_save (cr);
  turn (cr, self, box);
  cairo_rectangle (cr, box->x + (box->width - width) * (double)self->style.align / 2,
                   box->y + (box->height - height) * (double)self->style.valign / 2, width, height);
  cairo_restore (cr);
  cairo_fill (cr);
}

gboolean
mc_text_get_ink (McMarkText *self, const McRect *box, McRect *ink)
{
  gboolean cut;

  g_rec_mutex_lock (&lock);
  ensure_layout (self, box);
  *ink = ink_of (self, box);
  cut = self->cut;
  g_rec_mutex_unlock (&lock);
  return !cut;
}

void
mc_text_measure (const char *text, const McTextStyle *style, double width, double *text_width, double *text_height)
{
  McMarkText self = { 0 };
  PangoRectangle ink, logical;
  int above, below;

  g_rec_mutex_lock (&lock);
  mc_text_init (&self, text ? text : "", style);
  self.layout = layout_new (self.text, style, width, 0);
  pango_layout_get_extents (self.layout, &ink, &logical);
  above = MAX (0, logical.y - ink.y);
  below = MAX (0, ink.y + ink.height - logical.y - logical.height);
  mc_text_clear (&self);
  g_rec_mutex_unlock (&lock);
  /* Up by less than a hundredth of a point, so that a box of this size holds the text again. */
  if (text_width)
    *text_width = (double)(logical.width + 8) / PANGO_SCALE;
  if (text_height)
    *text_height = (double)(above + logical.height + below + 8) / PANGO_SCALE;
}
