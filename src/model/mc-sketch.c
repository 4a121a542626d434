/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-sketch.h"

#include <string.h>

struct _McSketch
{
  gatomicrefcount refs;
  double metres_per_unit;
  GPtrArray *shapes;
  GStringChunk *layers;
  GPtrArray *block_names;
  GHashTable *blocks; /* name: McSketch */
};

G_DEFINE_BOXED_TYPE (McSketch, mc_sketch, mc_sketch_ref, mc_sketch_unref)

static void
shape_free (gpointer data)
{
  McSketchShape *shape = data;

  g_free (shape->points);
  g_free (shape->text);
  g_free (shape);
}

McSketch *
mc_sketch_new (double metres_per_unit)
{
  McSketch *self = g_new0 (McSketch, 1);

  g_atomic_ref_count_init (&self->refs);
  self->metres_per_unit = metres_per_unit;
  self->shapes = g_ptr_array_new_with_free_func (shape_free);
  self->layers = g_string_chunk_new (64);
  self->block_names = g_ptr_array_new_with_free_func (g_free);
  self->blocks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)mc_sketch_unref);
  return self;
}

McSketch *
mc_sketch_ref (McSketch *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
mc_sketch_unref (McSketch *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_ptr_array_unref (self->shapes);
  g_string_chunk_free (self->layers);
  g_ptr_array_unref (self->block_names);
  g_hash_table_unref (self->blocks);
  g_free (self);
}

double
mc_sketch_get_metres_per_unit (McSketch *self)
{
  return self->metres_per_unit;
}

static McSketchShape *
add (McSketch *self, McSketchKind kind, const char *layer, const McSketchPoint *points, gsize n_points)
{
  McSketchShape *shape = g_new0 (McSketchShape, 1);

  shape->kind = kind;
  shape->layer = g_string_chunk_insert_const (self->layers, layer && *layer ? layer : "0");
  shape->points = g_memdup2 (points, n_points * sizeof *points);
  shape->n_points = n_points;
  g_ptr_array_add (self->shapes, shape);
  return shape;
}

void
mc_sketch_add_path (McSketch *self, const char *layer, const McSketchPoint *points, gsize n_points, gboolean closed)
{
  add (self, MC_SKETCH_PATH, layer, points, n_points)->closed = closed;
}

static McSketchShape *
add_named (McSketch *self,
           McSketchKind kind,
           const char *layer,
           McSketchPoint at,
           const char *text,
           double size,
           double rotation)
{
  McSketchShape *shape = add (self, kind, layer, &at, 1);

  shape->text = g_strdup (text);
  shape->size = size;
  shape->rotation = rotation;
  return shape;
}

void
mc_sketch_add_text (McSketch *self, const char *layer, McSketchPoint at, const char *text, double size, double rotation)
{
  add_named (self, MC_SKETCH_TEXT, layer, at, text, size, rotation);
}

void
mc_sketch_add_label (McSketch *self,
                     const char *layer,
                     McSketchPoint at,
                     const char *text,
                     double size,
                     double rotation,
                     double across,
                     double up)
{
  McSketchShape *shape = add_named (self, MC_SKETCH_TEXT, layer, at, text, size, rotation);

  shape->across = across;
  shape->up = up;
}

void
mc_sketch_add_insert (
    McSketch *self, const char *layer, McSketchPoint at, const char *block, double scale, double rotation)
{
  add_named (self, MC_SKETCH_INSERT, layer, at, block, scale, rotation);
}

void
mc_sketch_add_block (McSketch *self, const char *name, McSketch *content)
{
  if (!g_hash_table_contains (self->blocks, name))
    g_ptr_array_add (self->block_names, g_strdup (name));
  g_hash_table_insert (self->blocks, g_strdup (name), content);
}

GPtrArray *
mc_sketch_get_shapes (McSketch *self)
{
  return self->shapes;
}

McSketch *
mc_sketch_get_block (McSketch *self, const char *name)
{
  return g_hash_table_lookup (self->blocks, name);
}

char **
mc_sketch_get_blocks (McSketch *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < self->block_names->len; i++)
    g_strv_builder_add (names, g_ptr_array_index (self->block_names, i));
  return g_strv_builder_end (names);
}

static void
collect_layers (McSketch *self, GHashTable *names)
{
  GHashTableIter iter;
  gpointer block;

  for (guint i = 0; i < self->shapes->len; i++)
    g_hash_table_add (names, (gpointer)((McSketchShape *)g_ptr_array_index (self->shapes, i))->layer);
  g_hash_table_iter_init (&iter, self->blocks);
  while (g_hash_table_iter_next (&iter, NULL, &block))
    collect_layers (block, names);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

char **
mc_sketch_get_layers (McSketch *self)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree gpointer *keys = NULL;
  g_autoptr (GStrvBuilder) sorted = g_strv_builder_new ();
  guint n;

  collect_layers (self, names);
  keys = g_hash_table_get_keys_as_array (names, &n);
  if (n > 0)
    qsort (keys, n, sizeof *keys, compare_texts);
  for (guint i = 0; i < n; i++)
    g_strv_builder_add (sorted, keys[i]);
  return g_strv_builder_end (sorted);
}

gboolean
mc_sketch_get_bounds (McSketch *self, McSketchPoint *low, McSketchPoint *high)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->shapes->len; i++)
    {
      const McSketchShape *shape = g_ptr_array_index (self->shapes, i);

      for (gsize k = 0; k < shape->n_points; k++)
        {
          McSketchPoint point = shape->points[k];

          low->x = any ? MIN (low->x, point.x) : point.x;
          low->y = any ? MIN (low->y, point.y) : point.y;
          high->x = any ? MAX (high->x, point.x) : point.x;
          high->y = any ? MAX (high->y, point.y) : point.y;
          any = TRUE;
        }
    }
  return any;
}
