/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks in their places, and curves as lines. */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "mc-dxf-private.h"
#include "mc-error.h"

#define STEP (G_PI / 36) /* 5 degrees: rounder than a background needs */

typedef struct
{
  double xx, xy, yx, yy, x0, y0; /* as cairo_matrix_t */
} Matrix;

typedef struct
{
  McDxfDrawing *drawing;
  McSketch *sketch;
  guint n_points;
  const char *stack[MC_DXF_MAX_DEPTH]; /* names of the blocks that are being put in */
  guint depth;
} Expansion;

static McSketchPoint
apply (const Matrix *matrix, double x, double y)
{
  return (McSketchPoint){ matrix->xx * x + matrix->xy * y + matrix->x0, matrix->yx * x + matrix->yy * y + matrix->y0 };
}

/* First @inner, then @outer. */
static Matrix
multiply (const Matrix *outer, const Matrix *inner)
{
  McSketchPoint origin = apply (outer, inner->x0, inner->y0);

  return (Matrix){ .xx = outer->xx * inner->xx + outer->xy * inner->yx,
                   .xy = outer->xx * inner->xy + outer->xy * inner->yy,
                   .yx = outer->yx * inner->xx + outer->yy * inner->yx,
                   .yy = outer->yx * inner->xy + outer->yy * inner->yy,
                   .x0 = origin.x,
                   .y0 = origin.y };
}

static gboolean
add_path (Expansion *self, const McDxfEntity *entity, GArray *points, gboolean closed, GError **error)
{
  self->n_points += points->len;
  if (self->n_points > MC_DXF_MAX_POINTS)
    {
      g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID,
                           _ ("The blocks of the DXF file make more points than can be drawn."));
      return FALSE;
    }
  if (points->len > 1)
    mc_sketch_add_path (self->sketch, entity->layer, (McSketchPoint *)(gpointer)points->data, points->len, closed);
  return TRUE;
}

/* The arc from @a to @b that bulges by a quarter of the tangent of its angle, without @a and with @b. */
static void
add_bulge (GArray *points, const Matrix *matrix, McDxfVertex a, McDxfVertex b)
{
  double angle = 4 * atan (a.bulge);
  double chord = hypot (b.x - a.x, b.y - a.y);
  double radius = chord / 2 / sin (angle / 2);
  double towards = atan2 (b.y - a.y, b.x - a.x) + G_PI_2 - angle / 2;
  double cx = a.x + radius * cos (towards), cy = a.y + radius * sin (towards);
  double from = atan2 (a.y - cy, a.x - cx);
  guint steps = (guint)ceil (fabs (angle) / STEP);

  if (chord <= 0 || !isfinite (radius))
    steps = 0;
  for (guint i = 1; i < steps; i++)
    {
      double at = from + angle * i / steps;
      McSketchPoint point = apply (matrix, cx + fabs (radius) * cos (at), cy + fabs (radius) * sin (at));

      g_array_append_val (points, point);
    }
}

static gboolean
expand_path (Expansion *self, const McDxfEntity *entity, const Matrix *matrix, GError **error)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (McSketchPoint));
  guint n = entity->points->len;

  for (guint i = 0; i < n; i++)
    {
      McDxfVertex a = g_array_index (entity->points, McDxfVertex, i);
      McSketchPoint point = apply (matrix, a.x, a.y);

      g_array_append_val (points, point);
      if (fabs (a.bulge) > 1e-6 && (entity->closed || i + 1 < n))
        add_bulge (points, matrix, a, g_array_index (entity->points, McDxfVertex, (i + 1) % n));
    }
  return add_path (self, entity, points, entity->closed, error);
}

/* @a and @b: the axes of the ellipse from its centre; angles in radians. */
static gboolean
expand_ellipse (Expansion *self,
                const McDxfEntity *entity,
                const Matrix *matrix,
                McSketchPoint a,
                McSketchPoint b,
                double from,
                double to,
                GError **error)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (McSketchPoint));
  McDxfVertex centre = g_array_index (entity->points, McDxfVertex, 0);
  double sweep = fmod (to - from, 2 * G_PI);
  gboolean whole;
  guint steps;

  if (sweep <= 1e-9)
    sweep += 2 * G_PI;
  whole = sweep > 2 * G_PI - 1e-9;
  steps = MAX ((guint)ceil (sweep / STEP), 1);
  for (guint i = 0; i + (whole ? 1 : 0) <= steps; i++)
    {
      double at = from + sweep * i / steps;
      McSketchPoint point =
          apply (matrix, centre.x + a.x * cos (at) + b.x * sin (at), centre.y + a.y * cos (at) + b.y * sin (at));

      g_array_append_val (points, point);
    }
  return add_path (self, entity, points, whole, error);
}

static gboolean
expand_text (Expansion *self, const McDxfEntity *entity, const Matrix *matrix, GError **error)
{
  McDxfVertex at = g_array_index (entity->points, McDxfVertex, 0);
  double angle = entity->rotation * G_PI / 180;
  McSketchPoint place = apply (matrix, at.x, at.y);
  double dx = matrix->xx * cos (angle) + matrix->xy * sin (angle),
         dy = matrix->yx * cos (angle) + matrix->yy * sin (angle);
  double size = entity->size * hypot (dx, dy);

  if (++self->n_points > MC_DXF_MAX_POINTS)
    {
      g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID,
                           _ ("The blocks of the DXF file make more points than can be drawn."));
      return FALSE;
    }
  if (size > 0 && isfinite (size))
    mc_sketch_add_label (self->sketch, entity->layer, place, entity->text, size, atan2 (dy, dx) * 180 / G_PI,
                         entity->across, entity->up);
  return TRUE;
}

static gboolean expand_all (Expansion *self, GPtrArray *entities, const Matrix *matrix, GError **error);

/* A block that holds itself would never end: the inner one is left out. */
static gboolean
is_open (const Expansion *self, const char *name)
{
  for (guint i = 0; i < self->depth; i++)
    if (g_ascii_strcasecmp (self->stack[i], name) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
expand_insert (Expansion *self, const McDxfEntity *entity, const Matrix *matrix, GError **error)
{
  g_autofree char *key = g_ascii_strup (entity->text, -1);
  McDxfBlock *block = g_hash_table_lookup (self->drawing->blocks, key);
  McDxfVertex at = g_array_index (entity->points, McDxfVertex, 0);
  double angle = entity->rotation * G_PI / 180, c = cos (angle), s = sin (angle);
  gboolean ok = TRUE;

  if (!block || self->depth == MC_DXF_MAX_DEPTH || is_open (self, entity->text))
    return TRUE;
  self->stack[self->depth++] = entity->text;
  for (int row = 0; ok && row < entity->rows; row++)
    for (int column = 0; ok && column < entity->columns; column++)
      {
        double dx = column * entity->dx, dy = row * entity->dy;
        const Matrix place = { .xx = entity->scale_x * c,
                               .xy = -entity->scale_y * s,
                               .yx = entity->scale_x * s,
                               .yy = entity->scale_y * c,
                               .x0 = at.x + dx * c - dy * s,
                               .y0 = at.y + dx * s + dy * c };
        const Matrix base = { 1, 0, 0, 1, -block->x, -block->y };
        Matrix inner = multiply (&place, &base);

        inner = multiply (matrix, &inner);
        /* Also of nothing not without end: an array of an empty block costs as much as one of points. */
        self->n_points++;
        ok = expand_all (self, block->entities, &inner, error);
        if (ok && self->n_points > MC_DXF_MAX_POINTS)
          {
            g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID,
                                 _ ("The blocks of the DXF file make more points than can be drawn."));
            ok = FALSE;
          }
      }
  self->depth--;
  return ok;
}

static gboolean
expand_one (Expansion *self, const McDxfEntity *entity, const Matrix *outer, GError **error)
{
  const Matrix over = { -1, 0, 0, 1, 0, 0 };
  Matrix matrix = entity->mirrored ? multiply (outer, &over) : *outer;

  switch (entity->kind)
    {
    case MC_DXF_PATH:
      return expand_path (self, entity, &matrix, error);
    case MC_DXF_ARC:
      return expand_ellipse (self, entity, &matrix, (McSketchPoint){ entity->size, 0 },
                             (McSketchPoint){ 0, entity->size }, entity->from * G_PI / 180, entity->to * G_PI / 180,
                             error);
    case MC_DXF_ELLIPSE:
      return expand_ellipse (self, entity, &matrix, (McSketchPoint){ entity->dx, entity->dy },
                             (McSketchPoint){ -entity->dy * entity->ratio, entity->dx * entity->ratio }, entity->from,
                             entity->to, error);
    case MC_DXF_TEXT:
      return expand_text (self, entity, &matrix, error);
    case MC_DXF_INSERT:
      return expand_insert (self, entity, &matrix, error);
    default:
      g_return_val_if_reached (TRUE);
    }
}

static gboolean
expand_all (Expansion *self, GPtrArray *entities, const Matrix *matrix, GError **error)
{
  for (guint i = 0; i < entities->len; i++)
    {
      const McDxfEntity *entity = g_ptr_array_index (entities, i);

      if (g_hash_table_contains (self->drawing->hidden, entity->layer))
        continue;
      if (!expand_one (self, entity, matrix, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
mc_dxf_expand (McDxfDrawing *drawing, McSketch *sketch, GError **error)
{
  const Matrix unit = { 1, 0, 0, 1, 0, 0 };
  Expansion self = { .drawing = drawing, .sketch = sketch };

  return expand_all (&self, drawing->entities, &unit, error);
}
