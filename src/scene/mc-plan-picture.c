/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures and drawings under the floor plan. */
#include <math.h>
#include <string.h>

#include "mc-plan-edit.h"
#include "mc-plan-pen-private.h"

/* No larger is drawn: a picture of 20 MiB may have any number of pixels. */
#define MOST_PIXELS 4096.0

gboolean
mc_plan_picture_get_units (const McPlanPicture *self, McRect *units)
{
  McSketchPoint low, high;

  if (self->image)
    *units =
        (McRect){ 0, 0, cairo_image_surface_get_width (self->image), cairo_image_surface_get_height (self->image) };
  else if (self->sketch && mc_sketch_get_bounds (self->sketch, &low, &high))
    *units = (McRect){ low.x, -high.y, high.x - low.x, high.y - low.y };
  else
    return FALSE;
  return TRUE;
}

/* A picture as it lies, turned and paled: made once, and not for every desk that is moved on top of it. */
typedef struct
{
  double scale, rotation, opacity;
  cairo_surface_t *surface;
} Laid;

static const cairo_user_data_key_t laid_key;

static void
laid_free (gpointer data)
{
  Laid *laid = data;

  cairo_surface_destroy (laid->surface);
  g_free (laid);
}

/* @box: upright around it, in metres */
static cairo_surface_t *
lay (McPlanBackground *background, cairo_surface_t *image, const McRect *box)
{
  double pixels = MIN (1 / background->scale, MOST_PIXELS / MAX (box->width, box->height));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX ((int)ceil (box->width * pixels), 1),
                                                         MAX ((int)ceil (box->height * pixels), 1));
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, pixels, pixels);
  cairo_translate (cr, background->x - box->x, background->y - box->y);
  cairo_rotate (cr, background->rotation * G_PI / 180);
  cairo_scale (cr, background->scale, background->scale);
  cairo_set_source_surface (cr, image, 0, 0);
  cairo_paint_with_alpha (cr, background->opacity);
  cairo_destroy (cr);
  return surface;
}

static gboolean
is_laid_so (const Laid *laid, McPlanBackground *background)
{
  const double now[] = { background->scale, background->rotation, background->opacity };

  return laid && memcmp (laid, now, sizeof now) == 0;
}

static void
add_image (McSceneNode *node, McPlanBackground *background, cairo_surface_t *image)
{
  const McRect units = { 0, 0, cairo_image_surface_get_width (image), cairo_image_surface_get_height (image) };
  Laid *laid = cairo_surface_get_user_data (image, &laid_key);
  McPoint corners[4];
  McRect box, place;

  mc_plan_background_corners (background, &units, corners);
  box = mc_plan_points_bounds (corners, G_N_ELEMENTS (corners));
  if (!(box.width > 0 && box.height > 0))
    return;
  place = mc_plan_rect (box.x, box.y, box.width, box.height);
  if (!is_laid_so (laid, background))
    {
      laid = g_new0 (Laid, 1);
      *laid = (Laid){ background->scale, background->rotation, background->opacity, lay (background, image, &box) };
      cairo_surface_set_user_data (image, &laid_key, laid, laid_free);
    }
  mc_scene_node_add_image (node, &place, laid->surface, FALSE);
}

static McPoint
place_of (McPlanBackground *background, McSketchPoint point)
{
  McPoint at = mc_plan_background_place (background, point.x, -point.y);

  return (McPoint){ at.x * MC_PLAN_SCALE, at.y * MC_PLAN_SCALE };
}

static void
add_shape (McSceneNode *node, McPlanBackground *background, const McSketchShape *shape)
{
  static const McAlign aligns[] = { MC_ALIGN_START, MC_ALIGN_CENTER, MC_ALIGN_END };
  /* Paler than any line of the plan; the opacity of lines is a choice of two tones. */
  const McStroke stroke = { .width = MC_PLAN_THIN,
                            .tone = background->opacity < 0.35 ? MC_TONE_LINE_SOFT : MC_TONE_LINE };
  McTextStyle style = { .size = shape->size * background->scale * MC_PLAN_SCALE,
                        .align = aligns[lround (shape->across * 2)],
                        .valign = aligns[2 - lround (shape->up * 2)],
                        .tone = stroke.tone,
                        .rotation = (background->rotation - shape->rotation) * G_PI / 180 };

  if (shape->kind == MC_SKETCH_PATH && shape->n_points > 1)
    {
      g_autofree McPoint *points = g_new (McPoint, shape->n_points);

      for (gsize i = 0; i < shape->n_points; i++)
        points[i] = place_of (background, shape->points[i]);
      mc_scene_node_add_polyline (node, points, shape->n_points, shape->closed, MC_TONE_NONE, &stroke);
    }
  else if (shape->kind == MC_SKETCH_TEXT && style.size > 0.5 && style.size < 500)
    {
      McPoint at = place_of (background, shape->points[0]);
      double width = style.size * 0.7 * (g_utf8_strlen (shape->text, -1) + 1), height = style.size * 1.3;
      /* The box is turned about its centre: it must lie so that the corner or side that is meant comes to the place. */
      double c = cos (style.rotation), s = sin (style.rotation);
      double dx = (0.5 - shape->across) * width, dy = (shape->up - 0.5) * height;
      McPoint centre = { at.x + dx * c - dy * s, at.y + dx * s + dy * c };

      mc_scene_node_add_text (node, &(McRect){ centre.x - width / 2, centre.y - height / 2, width, height },
                              shape->text, &style);
    }
}

void
mc_plan_picture_add (McScene *scene, const McPlanPicture *picture)
{
  McSceneNode *node;

  if (!picture->background->visible || (!picture->image && !picture->sketch))
    return;
  node = mc_scene_node_new (MC_SCENE_GROUND, NULL, NULL);
  /* One draws over it; printed, each word of it would stand there twice. */
  mc_scene_node_set_screen_only (node, TRUE);
  if (picture->image)
    add_image (node, picture->background, picture->image);
  for (guint i = 0; picture->sketch && i < mc_sketch_get_shapes (picture->sketch)->len; i++)
    add_shape (node, picture->background, g_ptr_array_index (mc_sketch_get_shapes (picture->sketch), i));
  mc_scene_add (scene, node);
}
