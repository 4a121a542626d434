/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-paragraph-private.h"

#include "mc-text-private.h"

typedef struct
{
  PangoLayoutLine *line;
  double x, right;
  double top, height; /* leading included */
  double baseline;
} Line;

struct _McParagraph
{
  gatomicrefcount refs;
  char *text;
  double width;
  PangoLayout *layout; /* belongs to the lock of mc-text.c, as its lines do */
  GArray *lines;       /* of Line */
  PangoLayout *space;  /* between the words of two lines; NULL for one line */
};

static void
line_clear (gpointer data)
{
  g_clear_pointer (&((Line *)data)->line, pango_layout_line_unref);
}

/* The text without its signs, and where it is bold. */
static char *
read_signs (const char *text, PangoAttrList *attributes)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  g_auto (GStrv) parts = g_strsplit (composed, "**", -1);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (guint i = 0; parts[i]; i++)
    {
      /* The last sign without its fellow is two stars. */
      gboolean bold = i % 2 == 1 && parts[i + 1];
      PangoAttribute *weight = bold ? pango_attr_weight_new (PANGO_WEIGHT_BOLD) : NULL;

      if (i % 2 == 1 && !bold)
        g_string_append (plain, "**");
      if (weight)
        weight->start_index = (guint)plain->len;
      g_string_append (plain, parts[i]);
      if (weight)
        {
          weight->end_index = (guint)plain->len;
          pango_attr_list_insert (attributes, weight);
        }
    }
  return g_string_free_and_steal (g_steal_pointer (&plain));
}

static void
take_lines (McParagraph *self, const McParagraphStyle *style)
{
  PangoLayoutIter *iter = pango_layout_get_iter (self->layout);
  double leading = style->leading > 0 ? style->leading : 1, top = 0;

  do
    {
      PangoRectangle logical;
      double baseline = (double)pango_layout_iter_get_baseline (iter) / PANGO_SCALE, height, below;
      Line line = { 0 };

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      height = (double)logical.height / PANGO_SCALE;
      below = (double)(logical.y + logical.height) / PANGO_SCALE - baseline;
      line.line = pango_layout_line_ref (pango_layout_iter_get_line_readonly (iter));
      line.x = (double)logical.x / PANGO_SCALE;
      line.right = (double)(logical.x + logical.width) / PANGO_SCALE;
      line.top = top;
      line.height = height * leading;
      /* What leading adds stands over the line, as word processors have it. */
      line.baseline = top + line.height - below;
      top += line.height;
      g_array_append_val (self->lines, line);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

McParagraph *
mc_paragraph_new (const char *text, const McParagraphStyle *style, double width)
{
  McParagraph *self = g_new0 (McParagraph, 1);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoFontDescription *font;

  g_atomic_ref_count_init (&self->refs);
  self->text = read_signs (text ? text : "", attributes);
  self->width = width;
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (self->lines, line_clear);
  mc_text_lock ();
  font = mc_text_describe_font (TRUE, style->size, style->bold, style->italic);
  self->layout = pango_layout_new (mc_text_get_context ());
  pango_layout_set_font_description (self->layout, font);
  pango_font_description_free (font);
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_alignment (self->layout, mc_text_to_pango (style->align));
  pango_layout_set_justify (self->layout, style->justify);
  pango_layout_set_indent (self->layout, (int)(style->indent * PANGO_SCALE));
  if (width > 0)
    {
      pango_layout_set_width (self->layout, (int)(width * PANGO_SCALE));
      pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
    }
  pango_layout_set_text (self->layout, self->text, -1);
  take_lines (self, style);
  if (self->lines->len > 1)
    {
      self->space = pango_layout_copy (self->layout);
      pango_layout_set_attributes (self->space, NULL);
      pango_layout_set_indent (self->space, 0);
      pango_layout_set_width (self->space, -1);
      pango_layout_set_alignment (self->space, PANGO_ALIGN_LEFT);
      pango_layout_set_text (self->space, " ", -1);
    }
  mc_text_unlock ();
  return self;
}

McParagraph *
mc_paragraph_ref (McParagraph *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
mc_paragraph_unref (McParagraph *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  mc_text_lock ();
  g_array_unref (self->lines);
  g_object_unref (self->layout);
  g_clear_object (&self->space);
  mc_text_unlock ();
  g_free (self->text);
  g_free (self);
}

const char *
mc_paragraph_get_text (McParagraph *self)
{
  return self->text;
}

guint
mc_paragraph_get_n_lines (McParagraph *self)
{
  return self->lines->len;
}

static const Line *
get_line (McParagraph *self, guint line)
{
  return &g_array_index (self->lines, Line, line);
}

double
mc_paragraph_get_height (McParagraph *self, guint first, guint n)
{
  double height = 0;

  g_return_val_if_fail (first + n <= self->lines->len, 0);
  for (guint i = first; i < first + n; i++)
    height += get_line (self, i)->height;
  return height;
}

void
mc_paragraph_get_extent (McParagraph *self, guint first, guint n, double *left, double *right)
{
  g_return_if_fail (n > 0 && first + n <= self->lines->len);
  *left = get_line (self, first)->x;
  *right = get_line (self, first)->right;
  for (guint i = first + 1; i < first + n; i++)
    {
      *left = MIN (*left, get_line (self, i)->x);
      *right = MAX (*right, get_line (self, i)->right);
    }
}

void
mc_paragraph_paint (cairo_t *cr, McParagraph *self, guint first, guint n, double x, double y)
{
  double top = get_line (self, first)->top;

  mc_text_lock ();
  for (guint i = first; i < first + n; i++)
    {
      const Line *line = get_line (self, i);

      cairo_move_to (cr, x + line->x, y + line->baseline - top);
      pango_cairo_show_layout_line (cr, line->line);
      /* Pango leaves the blank at a break out; who reads or copies the text of a file would find two words as one. */
      if (i + 1 < self->lines->len)
        {
          cairo_move_to (cr, x + line->right, y + line->baseline - top);
          pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (self->space, 0));
        }
    }
  mc_text_unlock ();
  cairo_new_path (cr);
}
