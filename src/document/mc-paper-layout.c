/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-paper-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mc-painter.h"

#define GAP 8.0           /* between the blocks of a sheet */
#define BLEED (3 * MC_MM) /* of a tile beyond its cut */
#define MAX_SHEETS 400
#define SLACK 0.01 /* points; what rounding may take */

const char *
mc_paper_facts_get_title (const McPaperFacts *self)
{
  return self->title ? self->title : self->scene ? mc_scene_get_title (self->scene) : NULL;
}

const char *
mc_paper_facts_get_subtitle (const McPaperFacts *self)
{
  return self->subtitle ? self->subtitle : self->scene ? mc_scene_get_subtitle (self->scene) : NULL;
}

void
mc_paper_facts_get_size (const McPaperFacts *self, double *width, double *height)
{
  double w = self->size == MC_PAPER_A4 ? MC_A4_WIDTH : self->size == MC_PAPER_A3 ? MC_A3_WIDTH : self->custom_width;
  double h = self->size == MC_PAPER_A4 ? MC_A4_HEIGHT : self->size == MC_PAPER_A3 ? MC_A3_HEIGHT : self->custom_height;

  *width = self->landscape ? h : w;
  *height = self->landscape ? w : h;
}

double
mc_paper_facts_get_ratio (const McPaperFacts *self, double scale)
{
  double metres = self->scene ? mc_scene_get_scale (self->scene) : 0;

  return metres > 0 && scale > 0 ? metres * 1000 * MC_MM / scale : 0;
}

static McRect
bounds_of (const McPaperFacts *facts)
{
  McRect bounds = facts->scene ? mc_scene_get_bounds (facts->scene) : (McRect){ 0 };

  return bounds.width > 0 && bounds.height > 0 ? bounds : (McRect){ bounds.x, bounds.y, 1, 1 };
}

static double
fitting (const McRect *area, const McRect *bounds)
{
  return MAX (0.0001, MIN (area->width / bounds->width, area->height / bounds->height));
}

/* The blocks of the first sheet, from the top and the bottom inwards; the drawing has what is left. */
static void
place_blocks (McPaperLayout *self, const McPaperFacts *facts, gboolean tiled)
{
  McRect in = self->inside;
  double title = mc_paper_frame_get_title_height (facts, in.width);
  double foot = mc_paper_frame_get_foot_height (facts, tiled);
  double signature = mc_paper_frame_get_signature_height (facts, in.width);
  double top = in.y + title + (title > 0 ? GAP : 0), bottom = in.y + in.height - foot - (foot > 0 ? GAP : 0);

  self->title = (McRect){ in.x, in.y, in.width, title };
  self->foot = (McRect){ in.x, in.y + in.height - foot, in.width, foot };
  self->signature = (McRect){ in.x, bottom - signature, in.width, signature };
  bottom -= signature + (signature > 0 ? GAP : 0);
  self->area = (McRect){ in.x, top, in.width, MAX (1, bottom - top) };
}

void
mc_paper_layout_init (McPaperLayout *self, const McPaperFacts *facts)
{
  McRect bounds = bounds_of (facts);
  double foot = mc_paper_frame_get_foot_height (facts, TRUE), margin;

  *self = (McPaperLayout){ .columns = 1, .rows = 1, .n_pages = 1 };
  mc_paper_facts_get_size (facts, &self->width, &self->height);
  /* A margin never takes more than a third of the sheet from either side. */
  margin = MIN (facts->margin, MIN (self->width, self->height) / 3);
  self->inside = (McRect){ margin, margin, self->width - 2 * margin, self->height - 2 * margin };
  place_blocks (self, facts, FALSE);
  self->scale = facts->mode == MC_PAPER_FIT ? fitting (&self->area, &bounds) : facts->scale;
  self->tile = self->area;
  if (facts->mode != MC_PAPER_TILES || fitting (&self->area, &bounds) * (1 + SLACK / 100) >= self->scale)
    return;
  self->tile = (McRect){ self->inside.x, self->inside.y, self->inside.width, self->inside.height - foot - GAP };
  self->columns = (guint)CLAMP (ceil ((bounds.width * self->scale - SLACK) / self->tile.width), 1, MAX_SHEETS);
  self->rows = (guint)CLAMP (ceil ((bounds.height * self->scale - SLACK) / self->tile.height), 1, MAX_SHEETS);
  self->n_pages = 1 + self->columns * self->rows;
  place_blocks (self, facts, TRUE);
}

gboolean
mc_paper_layout_is_tiled (const McPaperLayout *self)
{
  return self->n_pages > 1;
}

char *
mc_paper_layout_get_problem (const McPaperLayout *self, const McPaperFacts *facts)
{
  McRect bounds = bounds_of (facts);
  double ratio = mc_paper_facts_get_ratio (facts, self->scale);
  double most = fitting (&self->area, &bounds);

  if (!facts->scene || mc_scene_get_n_nodes (facts->scene) == 0)
    return g_strdup (_ ("There is nothing to draw."));
  if (self->area.height < 36 || self->area.width < 36)
    return g_strdup (_ ("The title and the signature leave no room for the drawing on this paper."));
  if (self->n_pages > MAX_SHEETS)
    return g_strdup_printf (_ ("This would take more than %d sheets. Choose a smaller scale or larger paper."),
                            MAX_SHEETS);
  if (facts->mode != MC_PAPER_TO_SCALE || most * (1 + SLACK / 100) >= self->scale)
    return NULL;
  if (ratio > 0)
    return g_strdup_printf (
        _ ("The drawing does not fit on the sheet at 1:%.0f. The largest scale that fits is 1:%.0f."), ratio,
        ceil (mc_paper_facts_get_ratio (facts, most)));
  return g_strdup_printf (
      _ ("The drawing does not fit on the sheet at %.0f %%. The largest scale that fits is %.0f %%."),
      self->scale * 100, floor (most * 100));
}

char *
mc_paper_layout_get_tile_name (guint column, guint row)
{
  GString *text = g_string_new (NULL);

  do
    {
      g_string_prepend_c (text, (char)('A' + row % 26));
      row = row / 26;
    }
  while (row-- > 0);
  g_string_append_printf (text, "%u", column + 1);
  return g_string_free_and_steal (text);
}

char *
mc_paper_layout_get_page_name (const McPaperLayout *self, const McPaperFacts *facts, guint page)
{
  const char *title = mc_paper_facts_get_title (facts);
  g_autofree char *tile = NULL;

  if (page == 0)
    return g_strdup (title ? title : _ ("Drawing"));
  tile = mc_paper_layout_get_tile_name ((page - 1) % self->columns, (page - 1) / self->columns);
  return title ? g_strdup_printf ("%s · %s", tile, title) : g_steal_pointer (&tile);
}

double
mc_paper_layout_get_drawing (const McPaperLayout *self, const McPaperFacts *facts, McRect *drawing)
{
  McRect bounds = bounds_of (facts);
  double scale = mc_paper_layout_is_tiled (self) ? fitting (&self->area, &bounds) : self->scale;

  drawing->width = bounds.width * scale;
  drawing->height = bounds.height * scale;
  drawing->x = self->area.x + (self->area.width - drawing->width) / 2;
  drawing->y = self->area.y + (self->area.height - drawing->height) / 2;
  return scale;
}

void
mc_paper_layout_paint_drawing (const McPaperLayout *self, const McPaperFacts *facts, cairo_t *cr, guint page)
{
  McRect bounds = bounds_of (facts), place, clip;
  double scale = self->scale;

  if (page == 0)
    {
      scale = mc_paper_layout_get_drawing (self, facts, &place);
      clip = self->area;
    }
  else
    {
      guint column = (page - 1) % self->columns, row = (page - 1) / self->columns;

      place.x = self->tile.x - column * self->tile.width;
      place.y = self->tile.y - row * self->tile.height;
      clip = (McRect){ self->tile.x - BLEED, self->tile.y - BLEED, self->tile.width + 2 * BLEED,
                       self->tile.height + 2 * BLEED };
    }
  cairo_save (cr);
  cairo_rectangle (cr, clip.x, clip.y, clip.width, clip.height);
  cairo_clip (cr);
  cairo_translate (cr, place.x, place.y);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -bounds.x, -bounds.y);
  clip = (McRect){ (clip.x - place.x) / scale + bounds.x, (clip.y - place.y) / scale + bounds.y, clip.width / scale,
                   clip.height / scale };
  mc_painter_paint_paper (cr, facts->scene, facts->palette, &clip);
  cairo_restore (cr);
}
