/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands around the drawing, as a scene in points of the sheet: so it is painted, measured and tested as the
 * drawing itself is. Faces and sizes are those of Decree 30/2020, Appendix I. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "mc-paper-private.h"
#include "mc-text.h"

#define RULE 6.0         /* room for the short line under the organisation */
#define SIGN_ROOM 60.0   /* for the signature and the seal */
#define SIDE 0.36        /* of the width, at the most, for the organisation beside the title */
#define WIDE 620.0       /* from here the organisation stands beside the title, not over it */
#define BAR_LENGTH 150.0 /* the most that a scale bar takes */
#define MARK 14.0        /* length of a cut mark */

static const McTextStyle parent_style = {
  .size = 11, .align = MC_ALIGN_CENTER, .max_lines = 2, .tone = MC_TONE_INK, .serif = TRUE
};
static const McTextStyle organisation_style = {
  .size = 11, .bold = TRUE, .align = MC_ALIGN_CENTER, .max_lines = 3, .tone = MC_TONE_INK, .serif = TRUE
};
static const McTextStyle title_style = {
  .size = 14, .bold = TRUE, .align = MC_ALIGN_CENTER, .max_lines = 3, .tone = MC_TONE_INK, .serif = TRUE
};
static const McTextStyle subtitle_style = {
  .size = 12, .align = MC_ALIGN_CENTER, .max_lines = 3, .tone = MC_TONE_INK, .serif = TRUE
};
static const McTextStyle as_of_style = {
  .size = 11, .italic = TRUE, .align = MC_ALIGN_CENTER, .max_lines = 1, .tone = MC_TONE_INK, .serif = TRUE
};
static const McTextStyle place_style = {
  .size = 13, .italic = TRUE, .align = MC_ALIGN_CENTER, .max_lines = 2, .tone = MC_TONE_INK, .serif = TRUE
};
static const McTextStyle signer_style = {
  .size = 13, .bold = TRUE, .align = MC_ALIGN_CENTER, .max_lines = 4, .tone = MC_TONE_INK, .serif = TRUE
};
static const McTextStyle foot_style = {
  .size = 8, .align = MC_ALIGN_START, .valign = MC_ALIGN_CENTER, .max_lines = 1, .tone = MC_TONE_INK_SOFT
};
static const McStroke rule = { .width = 0.6, .tone = MC_TONE_INK };

/* A block of lines under one another: with a node it adds them, without it only counts their height. */
typedef struct
{
  McSceneNode *node;
  McRect box; /* its width is the block's; its height what has been used */
} Block;

static void
add_line (Block *block, const char *text, const McTextStyle *style)
{
  McRect line = { block->box.x, block->box.y + block->box.height, block->box.width, 0 };

  if (!text || !*text)
    return;
  mc_text_measure (text, style, line.width, NULL, &line.height);
  if (block->node)
    mc_scene_node_add_text (block->node, &line, text, style);
  block->box.height += line.height;
}

static void
add_capitals (Block *block, const char *text, const McTextStyle *style)
{
  g_autofree char *capitals = text ? g_utf8_strup (text, -1) : NULL;

  add_line (block, capitals, style);
}

/* A line under the middle of the block, a third of the text's width. */
static void
add_rule (Block *block, double width)
{
  double y = block->box.y + block->box.height + RULE / 2, x = block->box.x + block->box.width / 2;
  const McPoint line[] = { { x - width / 2, y }, { x + width / 2, y } };

  if (block->node)
    mc_scene_node_add_polyline (block->node, line, 2, FALSE, MC_TONE_NONE, &rule);
  block->box.height += RULE;
}

static void
add_organisation (Block *block, const McPaperFacts *facts)
{
  g_autofree char *capitals = facts->organisation ? g_utf8_strup (facts->organisation, -1) : NULL;
  double width = 0;

  add_capitals (block, facts->parent_organisation, &parent_style);
  add_line (block, capitals, &organisation_style);
  if (!capitals || !*capitals)
    return;
  mc_text_measure (capitals, &organisation_style, block->box.width, &width, NULL);
  add_rule (block, width * 0.4);
}

static void
add_title (Block *block, const McPaperFacts *facts)
{
  g_autofree char *as_of = NULL;

  add_capitals (block, mc_paper_facts_get_title (facts), &title_style);
  add_line (block, mc_paper_facts_get_subtitle (facts), &subtitle_style);
  if (facts->as_of == MC_DAY_NONE)
    return;
  {
    g_autofree char *day = mc_day_format (facts->as_of);

    /* Translators: under the title of a printed drawing; %s is a date */
    as_of = g_strdup_printf (_ ("As of %s"), day);
  }
  add_line (block, as_of, &as_of_style);
}

/* As wide as the longer of its names, if there is room for it. */
static double
organisation_width (const McPaperFacts *facts, double most)
{
  g_autofree char *parent = g_utf8_strup (facts->parent_organisation ? facts->parent_organisation : "", -1);
  g_autofree char *own = g_utf8_strup (facts->organisation ? facts->organisation : "", -1);
  double parent_width, own_width;

  mc_text_measure (parent, &parent_style, 0, &parent_width, NULL);
  mc_text_measure (own, &organisation_style, 0, &own_width, NULL);
  return MIN (most, MAX (parent_width, own_width));
}

/* The head of the sheet; returns its height. */
static double
lay_title (const McPaperFacts *facts, McSceneNode *node, const McRect *box)
{
  gboolean wide = box->width >= WIDE;
  gboolean signed_by = facts->organisation || facts->parent_organisation;
  Block left = { node, { box->x, box->y, organisation_width (facts, wide ? box->width * SIDE : box->width), 0 } };
  Block middle = { node, { box->x, box->y, box->width, 0 } };

  if (!facts->with_title)
    return 0;
  add_organisation (&left, facts);
  if (wide && signed_by)
    {
      /* In the middle of the sheet, if the title has room there beside the organisation; otherwise of what is left. */
      double aside = MAX (box->width * 0.3, left.box.width + 12);

      middle.box.x += aside;
      middle.box.width -= aside * 2 <= box->width * 0.65 ? aside * 2 : aside;
    }
  else
    middle.box.y += left.box.height + (signed_by ? RULE : 0);
  add_title (&middle, facts);
  return MAX (left.box.y + left.box.height, middle.box.y + middle.box.height) - box->y;
}

static double
lay_signature (const McPaperFacts *facts, McSceneNode *node, const McRect *box)
{
  double width = MIN (box->width, MAX (220, box->width * 0.4));
  Block block = { node, { box->x + box->width - width, box->y, width, 0 } };

  if (!facts->with_signature)
    return 0;
  add_line (&block, facts->place_and_date, &place_style);
  add_capitals (&block, facts->signer_title, &signer_style);
  block.box.height += SIGN_ROOM;
  add_line (&block, facts->signer_name, &signer_style);
  return block.box.height;
}

double
mc_paper_frame_get_title_height (const McPaperFacts *facts, double width)
{
  McRect box = { 0, 0, width, 0 };

  return lay_title (facts, NULL, &box);
}

double
mc_paper_frame_get_signature_height (const McPaperFacts *facts, double width)
{
  McRect box = { 0, 0, width, 0 };

  return lay_signature (facts, NULL, &box);
}

double
mc_paper_frame_get_foot_height (const McPaperFacts *facts, gboolean tiled)
{
  return tiled || (facts->with_title && mc_paper_facts_get_ratio (facts, 1) > 0) ? 18 : 0;
}

/* 1, 2 or 5 times a power of ten: the most metres that a bar of BAR_LENGTH can show. */
static double
bar_metres (double points_per_metre)
{
  double most = BAR_LENGTH / points_per_metre, power = pow (10, floor (log10 (most)));

  return power * (most >= 5 * power ? 5 : most >= 2 * power ? 2 : 1);
}

static void
add_scale (McSceneNode *node, const McPaperFacts *facts, const McRect *foot, double scale)
{
  double per_metre = scale / mc_scene_get_scale (facts->scene), metres = bar_metres (per_metre);
  double x = foot->x + 90, y = foot->y + foot->height - 6, step = metres * per_metre / 4;
  g_autofree char *ratio = g_strdup_printf (_ ("Scale 1:%.0f"), mc_paper_facts_get_ratio (facts, scale));
  g_autofree char *length = g_strdup_printf ("%g m", metres);
  McTextStyle style = foot_style;

  mc_scene_node_add_text (node, &(McRect){ foot->x, foot->y, 84, foot->height }, ratio, &style);
  for (int i = 0; i < 4; i++)
    mc_scene_node_add_rect (node, &(McRect){ x + i * step, y, step, 3 }, 0, i % 2 ? MC_TONE_PAPER : MC_TONE_INK, &rule);
  mc_scene_node_add_text (node, &(McRect){ x, foot->y, 20, foot->height - 7 }, "0", &style);
  style.align = MC_ALIGN_CENTER;
  mc_scene_node_add_text (node, &(McRect){ x + 4 * step - 30, foot->y, 60, foot->height - 7 }, length, &style);
}

static void
add_sheet_number (McSceneNode *node, const McRect *foot, guint page, guint n_pages)
{
  g_autofree char *text = g_strdup_printf (_ ("Sheet %u of %u"), page + 1, n_pages);
  McTextStyle style = foot_style;

  style.align = MC_ALIGN_END;
  mc_scene_node_add_text (node, &(McRect){ foot->x + foot->width - 120, foot->y, 120, foot->height }, text, &style);
}

/* The tiles over the small drawing of the first sheet. */
static void
add_overview (McSceneNode *node, const McPaperFacts *facts, const McPaperLayout *layout)
{
  const McStroke line = { .width = 0.8, .dash = 4, .tone = MC_TONE_ACCENT };
  McTextStyle style = {
    .size = 18, .bold = TRUE, .align = MC_ALIGN_CENTER, .valign = MC_ALIGN_CENTER, .tone = MC_TONE_ACCENT
  };
  McRect drawing;
  double shrink = mc_paper_layout_get_drawing (layout, facts, &drawing) / layout->scale;
  double width = layout->tile.width * shrink, height = layout->tile.height * shrink;

  for (guint row = 0; row < layout->rows; row++)
    for (guint column = 0; column < layout->columns; column++)
      {
        McRect tile = { drawing.x + column * width, drawing.y + row * height, width, height };
        g_autofree char *label = mc_paper_layout_get_tile_name (column, row);

        tile.width = MIN (tile.width, drawing.x + drawing.width - tile.x);
        tile.height = MIN (tile.height, drawing.y + drawing.height - tile.y);
        style.size = CLAMP (MIN (tile.width, tile.height) * 0.3, 4, 18);
        mc_scene_node_add_rect (node, &tile, 0, MC_TONE_NONE, &line);
        mc_scene_node_add_text (node, &tile, label, &style);
      }
}

/* Two short lines at each corner of the tile, outside it, where the knife goes. */
static void
add_cut_marks (McSceneNode *node, const McRect *tile)
{
  const McStroke line = { .width = 0.4, .tone = MC_TONE_INK };

  for (int i = 0; i < 4; i++)
    {
      double x = tile->x + (i % 2 ? tile->width : 0), y = tile->y + (i / 2 ? tile->height : 0);
      double out_x = i % 2 ? 1 : -1, out_y = i / 2 ? 1 : -1;
      const McPoint across[] = { { x + 2 * out_x, y }, { x + (2 + MARK) * out_x, y } };
      const McPoint down[] = { { x, y + 2 * out_y }, { x, y + (2 + MARK) * out_y } };

      mc_scene_node_add_polyline (node, across, 2, FALSE, MC_TONE_NONE, &line);
      mc_scene_node_add_polyline (node, down, 2, FALSE, MC_TONE_NONE, &line);
    }
}

static void
add_tile_sheet (McSceneNode *node, const McPaperFacts *facts, const McPaperLayout *layout, guint page)
{
  g_autofree char *text = mc_paper_layout_get_page_name (layout, facts, page);
  McTextStyle style = foot_style;

  add_cut_marks (node, &layout->tile);
  style.align = MC_ALIGN_CENTER;
  style.bold = TRUE;
  mc_scene_node_add_text (
      node, &(McRect){ layout->foot.x + 130, layout->foot.y, MAX (40, layout->foot.width - 260), layout->foot.height },
      text, &style);
}

McScene *
mc_paper_frame_new (const McPaperFacts *facts, const McPaperLayout *layout, guint page)
{
  McScene *scene = mc_scene_new ();
  McSceneNode *node = mc_scene_node_new (MC_SCENE_GROUND, NULL, NULL);

  if (page == 0)
    {
      lay_title (facts, node, &layout->title);
      lay_signature (facts, node, &layout->signature);
      if (facts->with_title && mc_paper_facts_get_ratio (facts, 1) > 0)
        {
          McRect drawing;

          add_scale (node, facts, &layout->foot, mc_paper_layout_get_drawing (layout, facts, &drawing));
        }
      if (mc_paper_layout_is_tiled (layout))
        add_overview (node, facts, layout);
    }
  else
    add_tile_sheet (node, facts, layout, page);
  if (mc_paper_layout_is_tiled (layout))
    {
      McRect foot = layout->foot;

      /* Beside the cut marks, not on them. */
      foot.width -= page > 0 ? MARK : 0;
      add_sheet_number (node, &foot, page, layout->n_pages);
    }
  mc_scene_add (scene, node);
  mc_scene_seal (scene, 0);
  return scene;
}

char *
mc_paper_format_place_and_date (const char *place, McDay day)
{
  int year, month, date;

  g_return_val_if_fail (day != MC_DAY_NONE, NULL);
  mc_day_split (day, &year, &month, &date);
  return g_strdup_printf (month < 3 ? "%s, ngày %02d tháng %02d năm %d" : "%s, ngày %02d tháng %d năm %d", place, date,
                          month, year);
}
