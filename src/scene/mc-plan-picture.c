/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures and drawings under the floor plan. */
#include <math.h>

#include "mc-plan-pen-private.h"

/* No larger is drawn: a picture of 20 MiB may have any number of pixels. */
#define MOST_PIXELS 4096.0

/* The picture as it lies, turned and paled, in an upright box. */
static void
add_image (McSceneNode *node, McPlanBackground *background, cairo_surface_t *image)
{
  double width = cairo_image_surface_get_width (image), height = cairo_image_surface_get_height (image);
  McPoint corners[] = { mc_plan_background_place (background, 0, 0), mc_plan_background_place (background, width, 0),
                        mc_plan_background_place (background, width, height),
                        mc_plan_background_place (background, 0, height) };
  McRect box = mc_plan_points_bounds (corners, G_N_ELEMENTS (corners));
  double pixels = MIN (1 / background->scale, MOST_PIXELS / MAX (MAX (box.width, box.height), 1e-6));
  cairo_surface_t *surface;
  McRect place = mc_plan_rect (box.x, box.y, box.width, box.height);
  cairo_t *cr;

  if (!(box.width > 0 && box.height > 0))
    return;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX ((int)ceil (box.width * pixels), 1),
                                        MAX ((int)ceil (box.height * pixels), 1));
  cr = cairo_create (surface);
  cairo_scale (cr, pixels, pixels);
  cairo_translate (cr, background->x - box.x, background->y - box.y);
  cairo_rotate (cr, background->rotation * G_PI / 180);
  cairo_scale (cr, background->scale, background->scale);
  cairo_set_source_surface (cr, image, 0, 0);
  cairo_paint_with_alpha (cr, background->opacity);
  cairo_destroy (cr);
  mc_scene_node_add_image (node, &place, surface, FALSE);
  cairo_surface_destroy (surface);
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
  /* Paler than any line of the plan; the opacity of lines is a choice of two tones. */
  const McStroke stroke = { .width = MC_PLAN_THIN,
                            .tone = background->opacity < 0.35 ? MC_TONE_LINE_SOFT : MC_TONE_LINE };
  McTextStyle style = { .size = shape->size * background->scale * MC_PLAN_SCALE,
                        .valign = MC_ALIGN_END,
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
      /* The box is turned about its centre: it must lie so that its lower left corner comes to the place. */
      double c = cos (style.rotation), s = sin (style.rotation);
      McPoint centre = { at.x + width / 2 * c + height / 2 * s, at.y + width / 2 * s - height / 2 * c };

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
  if (picture->image)
    add_image (node, picture->background, picture->image);
  for (guint i = 0; picture->sketch && i < mc_sketch_get_shapes (picture->sketch)->len; i++)
    add_shape (node, picture->background, g_ptr_array_index (mc_sketch_get_shapes (picture->sketch), i));
  mc_scene_add (scene, node);
}
