/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-canvas-tiles.h"

#include <math.h>

#define TILE 256      /* device pixels */
#define MAX_TILES 640 /* 160 MB; a 4K window shows 150 */
#define MAX_LEVELS 6
#define STEPS 2.0 /* per doubling of the zoom, while zooming */

typedef struct
{
  int column, row;
  GskRenderNode *node;   /* its pixels in place, one for one */
  GskRenderNode *scaled; /* the same for another zoom; made when first wanted */
  gboolean stale;
  guint64 frame; /* last shown in */
} Tile;

typedef struct
{
  double pixels;
  GHashTable *tiles; /* by place */
  guint64 frame;
} Level;

typedef struct
{
  int left, top, right, bottom; /* in tiles, the last ones included */
} Range;

struct _McCanvasTiles
{
  McCanvasTilesPaint paint;
  gpointer data;
  GPtrArray *levels;
  guint n_tiles;
  guint n_painted;
  guint64 frame;
};

static void
tile_free (gpointer data)
{
  Tile *tile = data;

  g_clear_pointer (&tile->node, gsk_render_node_unref);
  g_clear_pointer (&tile->scaled, gsk_render_node_unref);
  g_free (tile);
}

static guint
tile_hash (gconstpointer data)
{
  const Tile *tile = data;

  return (guint)tile->column * 73856093u ^ (guint)tile->row * 19349663u;
}

static gboolean
tile_equal (gconstpointer a, gconstpointer b)
{
  const Tile *x = a, *y = b;

  return x->column == y->column && x->row == y->row;
}

static void
level_free (gpointer data)
{
  Level *level = data;

  g_hash_table_unref (level->tiles);
  g_free (level);
}

McCanvasTiles *
mc_canvas_tiles_new (McCanvasTilesPaint paint, gpointer data)
{
  McCanvasTiles *self = g_new0 (McCanvasTiles, 1);

  self->paint = paint;
  self->data = data;
  self->levels = g_ptr_array_new_with_free_func (level_free);
  return self;
}

void
mc_canvas_tiles_free (McCanvasTiles *self)
{
  g_ptr_array_unref (self->levels);
  g_free (self);
}

void
mc_canvas_tiles_clear (McCanvasTiles *self)
{
  g_ptr_array_set_size (self->levels, 0);
  self->n_tiles = 0;
}

static Range
range_of (const McRect *area, double pixels)
{
  const double per_tile = pixels / TILE;

  return (Range){ (int)floor (area->x * per_tile), (int)floor (area->y * per_tile),
                  (int)ceil ((area->x + area->width) * per_tile) - 1,
                  (int)ceil ((area->y + area->height) * per_tile) - 1 };
}

void
mc_canvas_tiles_invalidate (McCanvasTiles *self, const McRect *area)
{
  for (guint i = 0; i < self->levels->len; i++)
    {
      Level *level = g_ptr_array_index (self->levels, i);
      GHashTableIter iter;
      Tile *tile;
      Range range = { 0 };

      if (area)
        range = range_of (area, level->pixels);
      g_hash_table_iter_init (&iter, level->tiles);
      while (g_hash_table_iter_next (&iter, (gpointer *)&tile, NULL))
        if (!area || (tile->column >= range.left && tile->column <= range.right && tile->row >= range.top &&
                      tile->row <= range.bottom))
          tile->stale = TRUE;
    }
}

/* The level of this zoom; the one that was not shown for longest makes room for a new one. */
static Level *
ensure_level (McCanvasTiles *self, double pixels)
{
  Level *oldest = NULL;
  Level *level;

  for (guint i = 0; i < self->levels->len; i++)
    {
      level = g_ptr_array_index (self->levels, i);
      if (fabs (level->pixels - pixels) < 1e-9 * pixels)
        return level;
      if (!oldest || level->frame < oldest->frame)
        oldest = level;
    }
  if (self->levels->len >= MAX_LEVELS)
    {
      self->n_tiles -= g_hash_table_size (oldest->tiles);
      g_ptr_array_remove_fast (self->levels, oldest);
    }
  level = g_new0 (Level, 1);
  level->pixels = pixels;
  level->tiles = g_hash_table_new_full (tile_hash, tile_equal, tile_free, NULL);
  g_ptr_array_add (self->levels, level);
  return level;
}

/* Of the other levels that hold something, the nearest in zoom. */
static Level *
find_stand_in (McCanvasTiles *self, Level *wanted)
{
  Level *nearest = NULL;
  double distance = G_MAXDOUBLE;

  for (guint i = 0; i < self->levels->len; i++)
    {
      Level *level = g_ptr_array_index (self->levels, i);
      double away = fabs (log2 (level->pixels / wanted->pixels)) + (level->frame + 1 < wanted->frame ? 0.5 : 0);

      if (level != wanted && g_hash_table_size (level->tiles) > 0 && away < distance)
        {
          nearest = level;
          distance = away;
        }
    }
  return nearest;
}

static void
evict (McCanvasTiles *self)
{
  for (guint i = 0; i < self->levels->len && self->n_tiles > MAX_TILES; i++)
    {
      Level *level = g_ptr_array_index (self->levels, i);
      GHashTableIter iter;
      Tile *tile;

      g_hash_table_iter_init (&iter, level->tiles);
      while (self->n_tiles > MAX_TILES && g_hash_table_iter_next (&iter, (gpointer *)&tile, NULL))
        if (tile->frame < self->frame)
          {
            g_hash_table_iter_remove (&iter);
            self->n_tiles--;
          }
    }
}

static GdkTexture *
paint_tile (McCanvasTiles *self, Level *level, const Tile *tile)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, TILE, TILE);
  cairo_t *cr = cairo_create (surface);
  double size = TILE / level->pixels;
  McRect area = { tile->column * size, tile->row * size, size, size };
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *texture;
  int stride = cairo_image_surface_get_stride (surface);

  cairo_translate (cr, -(double)tile->column * TILE, -(double)tile->row * TILE);
  cairo_scale (cr, level->pixels, level->pixels);
  self->paint (cr, &area, level->pixels, self->data);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize)stride * TILE,
                                      (GDestroyNotify)cairo_surface_destroy, surface);
  texture = gdk_memory_texture_new (TILE, TILE, GDK_MEMORY_DEFAULT, bytes, (gsize)stride);
  self->n_painted++;
  return texture;
}

static graphene_rect_t
bounds_of (const Tile *tile)
{
  return GRAPHENE_RECT_INIT ((float)tile->column * TILE, (float)tile->row * TILE, TILE, TILE);
}

static void
renew_tile (McCanvasTiles *self, Level *level, Tile *tile)
{
  g_autoptr (GdkTexture) texture = paint_tile (self, level, tile);
  graphene_rect_t bounds = bounds_of (tile);

  g_clear_pointer (&tile->node, gsk_render_node_unref);
  g_clear_pointer (&tile->scaled, gsk_render_node_unref);
  tile->node = gsk_texture_node_new (texture, &bounds);
  tile->stale = FALSE;
}

/* Paints what is missing, as far as the budget goes. */
static gboolean
fill (McCanvasTiles *self, Level *level, const Range *range, gint64 budget)
{
  gint64 end = g_get_monotonic_time () + budget;
  gboolean complete = TRUE;
  guint n_before = self->n_painted;

  for (int row = range->top; row <= range->bottom; row++)
    for (int column = range->left; column <= range->right; column++)
      {
        Tile key = { column, row };
        Tile *tile = g_hash_table_lookup (level->tiles, &key);

        if (tile && !tile->stale)
          continue;
        if (self->n_painted > n_before && g_get_monotonic_time () > end)
          {
            complete = FALSE;
            continue;
          }
        if (!tile)
          {
            tile = g_new0 (Tile, 1);
            tile->column = column;
            tile->row = row;
            g_hash_table_add (level->tiles, tile);
            self->n_tiles++;
          }
        renew_tile (self, level, tile);
      }
  return complete;
}

static GskRenderNode *
get_scaled (Tile *tile)
{
  graphene_rect_t bounds = bounds_of (tile);

  /* Two bilinear looks per pixel instead of a filter over many: while zooming, and for standing in, that will do. */
  if (!tile->scaled)
    tile->scaled =
        gsk_texture_scale_node_new (gsk_texture_node_get_texture (tile->node), &bounds, GSK_SCALING_FILTER_LINEAR);
  return tile->scaled;
}

static void
show (McCanvasTiles *self, GtkSnapshot *snapshot, Level *level, const McRect *area, const McCanvasFrame *frame)
{
  gboolean exact = fabs (level->pixels - frame->pixels) < 1e-9 * frame->pixels;
  double zoom = frame->pixels / level->pixels;
  double left = frame->x * frame->pixels, top = frame->y * frame->pixels;
  Range range = range_of (area, level->pixels);

  gtk_snapshot_save (snapshot);
  /* On whole pixels, so that lines and letters stay as sharp as they were painted. */
  if (!frame->zooming)
    {
      left = round (left);
      top = round (top);
    }
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)-left, (float)-top));
  if (!exact)
    gtk_snapshot_scale (snapshot, (float)zoom, (float)zoom);
  for (int row = range.top; row <= range.bottom; row++)
    for (int column = range.left; column <= range.right; column++)
      {
        Tile key = { column, row };
        Tile *tile = g_hash_table_lookup (level->tiles, &key);

        if (!tile)
          continue;
        tile->frame = self->frame;
        gtk_snapshot_append_node (snapshot, exact ? tile->node : get_scaled (tile));
      }
  level->frame = self->frame;
  gtk_snapshot_restore (snapshot);
}

gboolean
mc_canvas_tiles_snapshot (McCanvasTiles *self, GtkSnapshot *snapshot, const McCanvasFrame *frame)
{
  double pixels = frame->zooming ? exp2 (round (log2 (frame->pixels) * STEPS) / STEPS) : frame->pixels;
  double per_pixel = frame->device_scale / frame->pixels;
  double pixel = 1 / frame->pixels;
  McRect area = { frame->x - pixel, frame->y - pixel, frame->width * per_pixel + 2 * pixel,
                  frame->height * per_pixel + 2 * pixel };
  Level *level = ensure_level (self, pixels);
  Range range;
  gboolean complete;

  self->frame++;
  level->frame = self->frame;
  range = range_of (&area, level->pixels);
  complete = fill (self, level, &range, frame->budget);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_scale (snapshot, (float)(1 / frame->device_scale), (float)(1 / frame->device_scale));
  if (!complete)
    {
      Level *other = find_stand_in (self, level);

      if (other)
        show (self, snapshot, other, &area, frame);
    }
  show (self, snapshot, level, &area, frame);
  gtk_snapshot_restore (snapshot);
  evict (self);
  return complete;
}
