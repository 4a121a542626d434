/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-official-private.h"

static const McStroke rule = { .width = 0.75, .tone = MC_TONE_INK };

McOfficialPage *
mc_official_page_new (double width, double height)
{
  McOfficialPage *self = g_new0 (McOfficialPage, 1);

  self->width = width;
  self->height = height;
  self->scene = mc_scene_new ();
  self->steps = g_array_new (FALSE, FALSE, sizeof (McOfficialStep));
  self->text = g_string_new (NULL);
  return self;
}

void
mc_official_page_free (McOfficialPage *self)
{
  g_object_unref (self->scene);
  g_array_unref (self->steps);
  g_string_free (self->text, TRUE);
  g_free (self);
}

McRect
mc_official_page_get_inside (double width, double height)
{
  return (McRect){ MC_OFFICIAL_LEFT, MC_OFFICIAL_TOP, width - MC_OFFICIAL_LEFT - MC_OFFICIAL_RIGHT,
                   height - MC_OFFICIAL_TOP - MC_OFFICIAL_BOTTOM };
}

void
mc_official_page_open (McOfficialPage *self, const char *tag)
{
  McOfficialStep step = { .tag = tag };

  g_array_append_val (self->steps, step);
}

/* An end is a step without a node whose tag was begun before it: the painter keeps a stack. */
void
mc_official_page_close (McOfficialPage *self, const char *tag)
{
  McOfficialStep step = { .tag = NULL };

  g_array_append_val (self->steps, step);
  if (g_str_equal (tag, "TR") || *tag == 'P' || *tag == 'H')
    g_string_append_c (self->text, '\n');
}

void
mc_official_page_add_node (McOfficialPage *self, McSceneNode *node)
{
  McOfficialStep step = { .node = node };

  g_array_append_val (self->steps, step);
  mc_scene_add (self->scene, node);
}

void
mc_official_page_add_lines (McOfficialPage *self, McParagraph *paragraph, guint first, guint n, double x, double y)
{
  McSceneNode *node = mc_scene_node_new (MC_SCENE_GROUND, NULL, NULL);

  mc_scene_node_add_paragraph (node, paragraph, first, n, x, y, MC_TONE_INK);
  mc_official_page_add_node (self, node);
  if (self->text->len > 0 && self->text->str[self->text->len - 1] != '\n')
    g_string_append_c (self->text, ' ');
  g_string_append (self->text, mc_paragraph_get_text (paragraph));
}

void
mc_official_page_add_rule (McOfficialPage *self, double x, double y, double width)
{
  McSceneNode *node = mc_scene_node_new (MC_SCENE_GROUND, NULL, NULL);
  const McPoint line[] = { { x, y }, { x + width, y } };

  mc_scene_node_add_polyline (node, line, 2, FALSE, MC_TONE_NONE, &rule);
  mc_official_page_add_node (self, node);
}

/* Centred lines of nearly one length, so that no last word stands alone: the least width that gives no more lines. */
static double
balanced_width (McParagraph *paragraph, const char *text, const McParagraphStyle *style, double width)
{
  guint n = mc_paragraph_get_n_lines (paragraph);
  double least = width / 2, most = width;

  while (n > 1 && style->align == MC_ALIGN_CENTER && most - least > 2)
    {
      double middle = (least + most) / 2;
      g_autoptr (McParagraph) narrower = mc_paragraph_new (text, style, middle);

      if (mc_paragraph_get_n_lines (narrower) > n)
        least = middle;
      else
        most = middle;
    }
  return most;
}

McParagraph *
mc_official_column_add (McOfficialColumn *self, const char *text, const McParagraphStyle *style, const char *tag)
{
  g_autoptr (McParagraph) natural = mc_paragraph_new (text, style, self->width);
  double width = balanced_width (natural, text, style, self->width);
  McParagraph *paragraph = mc_paragraph_new (text, style, width);
  guint n = mc_paragraph_get_n_lines (paragraph);

  self->shift = (self->width - width) / 2;
  if (self->page)
    {
      mc_official_page_open (self->page, tag);
      mc_official_page_add_lines (self->page, paragraph, 0, n, self->x + self->shift, self->y);
      mc_official_page_close (self->page, tag);
    }
  self->y += mc_paragraph_get_height (paragraph, 0, n);
  return paragraph;
}

void
mc_official_column_rule (McOfficialColumn *self, McParagraph *over, double share)
{
  double left, right;

  mc_paragraph_get_extent (over, mc_paragraph_get_n_lines (over) - 1, 1, &left, &right);
  if (self->page)
    mc_official_page_add_rule (self->page, self->x + self->shift + (left + right) / 2 - (right - left) * share / 2,
                               self->y + 2.5, (right - left) * share);
  self->y += 4;
}

void
mc_official_block_free (McOfficialBlock *self)
{
  self->free (self);
}

const char *
mc_official_string (JsonObject *object, const char *name)
{
  JsonNode *node = object ? json_object_get_member (object, name) : NULL;
  const char *text = node && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;

  return text && *text ? text : NULL;
}

JsonArray *
mc_official_array (JsonObject *object, const char *name)
{
  JsonNode *node = object ? json_object_get_member (object, name) : NULL;

  return node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}
