/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-scene-node-private.h"

#include <math.h>
#include <string.h>

#include "mc-text-private.h"

struct _McSceneNode
{
  gatomicrefcount refs;
  McSceneRole role;
  gboolean sealed;
  gboolean has_bounds;
  gboolean has_extents;
  McRect bounds;
  McRect extents;
  double min_zoom;
  gboolean screen_only;
  int expanded;
  char *key;
  char *name;
  char *state;
  char *description;
  char *parent;
  char *target;
  char *drag;
  char *drop;
  GArray *marks; /* of McMark */
};

void
mc_rect_union (McRect *rect, const McRect *other)
{
  double right = MAX (rect->x + rect->width, other->x + other->width);
  double bottom = MAX (rect->y + rect->height, other->y + other->height);

  rect->x = MIN (rect->x, other->x);
  rect->y = MIN (rect->y, other->y);
  rect->width = right - rect->x;
  rect->height = bottom - rect->y;
}

gboolean
mc_rect_touches (const McRect *a, const McRect *b)
{
  return a->x <= b->x + b->width && b->x <= a->x + a->width && a->y <= b->y + b->height && b->y <= a->y + a->height;
}

static void
mark_clear (gpointer data)
{
  McMark *mark = data;

  switch (mark->kind)
    {
    case MC_MARK_PATH:
      g_free (mark->path.data);
      break;
    case MC_MARK_TEXT:
      mc_text_clear (&mark->text);
      break;
    case MC_MARK_IMAGE:
      g_clear_pointer (&mark->image.surface, cairo_surface_destroy);
      g_clear_pointer (&mark->image.reduced, cairo_surface_destroy);
      break;
    case MC_MARK_PARAGRAPH:
      mc_paragraph_unref (mark->lines.paragraph);
      break;
    case MC_MARK_RECT:
    case MC_MARK_ELLIPSE:
    case MC_MARK_ARC:
    default:
      break;
    }
}

McSceneNode *
mc_scene_node_new (McSceneRole role, const char *key, const McRect *bounds)
{
  McSceneNode *self = g_new0 (McSceneNode, 1);

  g_atomic_ref_count_init (&self->refs);
  self->role = role;
  self->key = g_strdup (key);
  self->expanded = -1;
  self->marks = g_array_new (FALSE, TRUE, sizeof (McMark));
  g_array_set_clear_func (self->marks, mark_clear);
  if (bounds)
    {
      self->bounds = self->extents = *bounds;
      self->has_bounds = self->has_extents = TRUE;
    }
  return self;
}

McSceneNode *
mc_scene_node_ref (McSceneNode *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
mc_scene_node_unref (McSceneNode *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->key);
  g_free (self->name);
  g_free (self->state);
  g_free (self->description);
  g_free (self->parent);
  g_free (self->target);
  g_free (self->drag);
  g_free (self->drop);
  g_array_unref (self->marks);
  g_free (self);
}

void
mc_scene_node_seal (McSceneNode *self)
{
  if (!self->has_bounds)
    self->bounds = self->extents;
  self->sealed = TRUE;
}

McMark *
mc_scene_node_get_marks (McSceneNode *self, gsize *n)
{
  *n = self->marks->len;
  return (McMark *)(gpointer)self->marks->data;
}

void
mc_scene_node_set_names (McSceneNode *self, const char *name, const char *state, const char *description)
{
  g_return_if_fail (!self->sealed);
  g_set_str (&self->name, name);
  g_set_str (&self->state, state);
  g_set_str (&self->description, description);
}

void
mc_scene_node_set_parent (McSceneNode *self, const char *key)
{
  g_return_if_fail (!self->sealed);
  g_set_str (&self->parent, key);
}

void
mc_scene_node_set_target (McSceneNode *self, const char *target)
{
  g_return_if_fail (!self->sealed);
  g_set_str (&self->target, target);
}

void
mc_scene_node_set_expanded (McSceneNode *self, int expanded)
{
  g_return_if_fail (!self->sealed);
  self->expanded = expanded;
}

void
mc_scene_node_set_drag (McSceneNode *self, const char *payload)
{
  g_return_if_fail (!self->sealed);
  g_set_str (&self->drag, payload);
}

void
mc_scene_node_set_drop (McSceneNode *self, const char *accepts)
{
  g_return_if_fail (!self->sealed);
  g_set_str (&self->drop, accepts);
}

void
mc_scene_node_set_screen_only (McSceneNode *self, gboolean screen_only)
{
  g_return_if_fail (!self->sealed);
  self->screen_only = screen_only;
}

void
mc_scene_node_set_min_zoom (McSceneNode *self, double zoom)
{
  g_return_if_fail (!self->sealed);
  self->min_zoom = zoom;
}

McSceneRole
mc_scene_node_get_role (McSceneNode *self)
{
  return self->role;
}

gboolean
mc_scene_node_is_interactive (McSceneNode *self)
{
  return self->role != MC_SCENE_GROUND;
}

const char *
mc_scene_node_get_key (McSceneNode *self)
{
  return self->key;
}

const char *
mc_scene_node_get_name (McSceneNode *self)
{
  return self->name;
}

const char *
mc_scene_node_get_state (McSceneNode *self)
{
  return self->state;
}

const char *
mc_scene_node_get_description (McSceneNode *self)
{
  return self->description;
}

const char *
mc_scene_node_get_parent (McSceneNode *self)
{
  return self->parent;
}

const char *
mc_scene_node_get_target (McSceneNode *self)
{
  return self->target;
}

const char *
mc_scene_node_get_drag (McSceneNode *self)
{
  return self->drag;
}

const char *
mc_scene_node_get_drop (McSceneNode *self)
{
  return self->drop;
}

int
mc_scene_node_get_expanded (McSceneNode *self)
{
  return self->expanded;
}

double
mc_scene_node_get_min_zoom (McSceneNode *self)
{
  return self->min_zoom;
}

gboolean
mc_scene_node_get_screen_only (McSceneNode *self)
{
  return self->screen_only;
}

McRect
mc_scene_node_get_bounds (McSceneNode *self)
{
  return self->has_bounds ? self->bounds : self->extents;
}

McRect
mc_scene_node_get_extents (McSceneNode *self)
{
  return self->extents;
}

/* The mark as it will be kept; the extents grow by it. */
static McMark *
add_mark (McSceneNode *self, McMarkKind kind, const McRect *box, McTone fill, const McStroke *stroke)
{
  McMark *mark;
  McRect reach = *box;

  g_array_set_size (self->marks, self->marks->len + 1);
  mark = &g_array_index (self->marks, McMark, self->marks->len - 1);
  mark->kind = kind;
  mark->box = *box;
  mark->fill = fill;
  if (stroke)
    {
      mark->stroke = *stroke;
      reach.x -= stroke->width / 2;
      reach.y -= stroke->width / 2;
      reach.width += stroke->width;
      reach.height += stroke->width;
    }
  if (self->has_extents)
    mc_rect_union (&self->extents, &reach);
  else
    self->extents = reach;
  self->has_extents = TRUE;
  return mark;
}

void
mc_scene_node_add_rect (McSceneNode *self, const McRect *rect, double radius, McTone fill, const McStroke *stroke)
{
  g_return_if_fail (!self->sealed);
  add_mark (self, MC_MARK_RECT, rect, fill, stroke)->radius =
      CLAMP (radius, 0, MAX (0, MIN (rect->width, rect->height) / 2));
}

void
mc_scene_node_add_ellipse (McSceneNode *self, const McRect *rect, McTone fill, const McStroke *stroke)
{
  g_return_if_fail (!self->sealed);
  add_mark (self, MC_MARK_ELLIPSE, rect, fill, stroke);
}

void
mc_scene_node_add_arc (McSceneNode *self, const McRect *rect, double from, double to, const McStroke *stroke)
{
  McMark *mark;

  g_return_if_fail (!self->sealed);
  mark = add_mark (self, MC_MARK_ARC, rect, MC_TONE_NONE, stroke);
  mark->arc.from = from;
  mark->arc.to = to;
}

/* The rectangle around all points of a path; around the control points of its curves, which hold the curve. */
static McRect
path_box (const cairo_path_data_t *data, int n)
{
  double x0 = INFINITY, y0 = INFINITY, x1 = -INFINITY, y1 = -INFINITY;

  for (int i = 0; i < n; i += data[i].header.length)
    for (int j = 1; j < data[i].header.length; j++)
      {
        x0 = MIN (x0, data[i + j].point.x);
        y0 = MIN (y0, data[i + j].point.y);
        x1 = MAX (x1, data[i + j].point.x);
        y1 = MAX (y1, data[i + j].point.y);
      }
  return x0 > x1 ? (McRect){ 0 } : (McRect){ x0, y0, x1 - x0, y1 - y0 };
}

static void
take_path (McSceneNode *self, cairo_path_data_t *data, int n, McTone fill, const McStroke *stroke)
{
  McRect box = path_box (data, n);
  McMark *mark = add_mark (self, MC_MARK_PATH, &box, fill, stroke);

  mark->path.status = CAIRO_STATUS_SUCCESS;
  mark->path.data = data;
  mark->path.num_data = n;
}

void
mc_scene_node_add_polyline (
    McSceneNode *self, const McPoint *points, gsize n, gboolean closed, McTone fill, const McStroke *stroke)
{
  cairo_path_data_t *data;
  int length = (int)n * 2 + (closed ? 1 : 0);

  g_return_if_fail (!self->sealed);
  if (n == 0)
    return;
  data = g_new0 (cairo_path_data_t, length);
  for (gsize i = 0; i < n; i++)
    {
      data[2 * i].header.type = i == 0 ? CAIRO_PATH_MOVE_TO : CAIRO_PATH_LINE_TO;
      data[2 * i].header.length = 2;
      data[2 * i + 1].point.x = points[i].x;
      data[2 * i + 1].point.y = points[i].y;
    }
  if (closed)
    {
      data[length - 1].header.type = CAIRO_PATH_CLOSE_PATH;
      data[length - 1].header.length = 1;
    }
  take_path (self, data, length, fill, stroke);
}

void
mc_scene_node_add_path (McSceneNode *self, const cairo_path_t *path, McTone fill, const McStroke *stroke)
{
  g_return_if_fail (!self->sealed);
  if (path->status == CAIRO_STATUS_SUCCESS && path->num_data > 0)
    take_path (self, g_memdup2 (path->data, sizeof *path->data * (gsize)path->num_data), path->num_data, fill, stroke);
}

/* The rectangle around a box that is turned about its centre. */
static McRect
turned (const McRect *box, double angle)
{
  double c = fabs (cos (angle)), s = fabs (sin (angle));
  double width = box->width * c + box->height * s, height = box->width * s + box->height * c;

  return (McRect){ box->x + (box->width - width) / 2, box->y + (box->height - height) / 2, width, height };
}

void
mc_scene_node_add_text (McSceneNode *self, const McRect *box, const char *text, const McTextStyle *style)
{
  McMark *mark;
  McRect reach = turned (box, style->rotation);

  g_return_if_fail (!self->sealed);
  if (!text || !*text || style->size <= 0)
    return;
  mark = add_mark (self, MC_MARK_TEXT, &reach, MC_TONE_NONE, NULL);
  mark->box = *box;
  mc_text_init (&mark->text, text, style);
}

void
mc_scene_node_add_image (McSceneNode *self, const McRect *rect, cairo_surface_t *surface, gboolean round)
{
  McMark *mark;

  g_return_if_fail (!self->sealed);
  mark = add_mark (self, MC_MARK_IMAGE, rect, MC_TONE_NONE, NULL);
  mark->image.surface = cairo_surface_reference (surface);
  mark->image.round = round;
}

void
mc_scene_node_add_paragraph (
    McSceneNode *self, McParagraph *paragraph, guint first, guint n, double x, double y, McTone tone)
{
  double left, right;
  McMark *mark;

  g_return_if_fail (!self->sealed);
  if (n == 0)
    return;
  mc_paragraph_get_extent (paragraph, first, n, &left, &right);
  mark = add_mark (self, MC_MARK_PARAGRAPH,
                   &(McRect){ x + left, y, right - left, mc_paragraph_get_height (paragraph, first, n) }, tone, NULL);
  mark->lines = (McMarkParagraph){ mc_paragraph_ref (paragraph), first, n, x };
}
