/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Areas, walls and lines of the floor plan. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "mc-number.h"
#include "mc-painter.h"
#include "mc-plan-pen-private.h"
#include "mc-plan-props.h"
#include "mc-plan-walls.h"

McTone
mc_floor_plan_area_tone (McAreaUse use)
{
  static const McTone tones[] = {
    [MC_AREA_USE_INFORMATION] = MC_TONE_AREA_INFORMATION,
    [MC_AREA_USE_RECEPTION] = MC_TONE_AREA_RECEPTION,
    [MC_AREA_USE_FEEDBACK] = MC_TONE_AREA_FEEDBACK,
    [MC_AREA_USE_WAITING] = MC_TONE_AREA_WAITING,
    [MC_AREA_USE_OFFICE] = MC_TONE_AREA_OFFICE,
    [MC_AREA_USE_MEETING] = MC_TONE_AREA_MEETING,
    [MC_AREA_USE_POSTAL] = MC_TONE_AREA_POSTAL,
    [MC_AREA_USE_SERVICE] = MC_TONE_AREA_SERVICE,
    [MC_AREA_USE_PARKING] = MC_TONE_AREA_OTHER,
    [MC_AREA_USE_SANITARY] = MC_TONE_AREA_OTHER,
    [MC_AREA_USE_PASSAGE] = MC_TONE_FLOOR,
    [MC_AREA_USE_OUTDOOR] = MC_TONE_FLOOR,
    [MC_AREA_USE_OTHER] = MC_TONE_AREA_OTHER,
  };

  return use < G_N_ELEMENTS (tones) && use != MC_AREA_USE_NONE ? tones[use] : MC_TONE_FLOOR;
}

McPoint
mc_plan_area_label_place (McPlanObject *area, McPoint centre)
{
  double x = mc_plan_props_get_double (area, "label_x", NAN), y = mc_plan_props_get_double (area, "label_y", NAN);

  return (McPoint){ isnan (x) ? centre.x : area->x + x, isnan (y) ? centre.y : area->y + y };
}

/* The name in the middle, or where the props say, and the size under it. */
static void
label_area (McSceneNode *node, McPlanObject *area, const McPoint *points, gsize n)
{
  McTextStyle name = {
    .size = MC_PLAN_AREA_LABEL, .bold = TRUE, .align = MC_ALIGN_CENTER, .valign = MC_ALIGN_CENTER, .max_lines = 3
  };
  McTextStyle small = { .size = 6.5, .align = MC_ALIGN_CENTER, .valign = MC_ALIGN_START };
  McPoint centre = mc_plan_points_centre (points, n);
  McPoint at = mc_plan_area_label_place (area, (McPoint){ centre.x / MC_PLAN_SCALE, centre.y / MC_PLAN_SCALE });
  McRect bounds = mc_plan_points_bounds (points, n);
  double shown = mc_plan_props_get_double (area, "label_width", 0);
  double width = shown > 0 ? shown * MC_PLAN_SCALE : bounds.width - 6;
  g_autofree char *metres = mc_number_format (mc_plan_points_area (points, n) / MC_PLAN_SCALE / MC_PLAN_SCALE, 0);
  g_autofree char *text = NULL;
  double used, height;

  name.tone = small.tone = mc_floor_plan_area_tone (area->area_use);
  name.size = mc_plan_props_get_double (area, "label_size", name.size);
  at.x *= MC_PLAN_SCALE;
  at.y *= MC_PLAN_SCALE;
  mc_text_measure (area->label, &name, width, &used, &height);
  /* Translators: square metres */
  text = g_strdup_printf (_ ("%s m²"), metres);
  mc_scene_node_add_text (node, &(McRect){ at.x - width / 2, at.y - height / 2 - 4, width, height }, area->label,
                          &name);
  if (mc_plan_props_get_boolean (area, "size", TRUE))
    mc_scene_node_add_text (node, &(McRect){ at.x - width / 2, at.y + height / 2 - 4, width, 9 }, text, &small);
}

void
mc_plan_area_draw (McSceneNode *node, McPlanObject *area, gboolean label)
{
  McTone tone = mc_floor_plan_area_tone (area->area_use);
  gboolean border = mc_plan_props_get_boolean (area, "border", FALSE);
  /* Also where tints look alike, as in high contrast, an area ends somewhere. */
  const McStroke dashed = { .width = border ? MC_PLAN_LINE : MC_PLAN_THIN, .dash = 3, .tone = tone };
  gsize n;
  g_autofree McPoint *points = mc_plan_scene_points (area, &n, NULL);

  mc_scene_node_add_polyline (node, points, n, TRUE, tone, border || tone != MC_TONE_FLOOR ? &dashed : NULL);
  if (label && area->label)
    label_area (node, area, points, n);
}

/* Where a wall really ends (not at a door), it is drawn on by half its thickness, so that corners are full. */
static void
lengthen (McPoint *end, McPoint before, double by)
{
  double length = mc_plan_distance (before, *end);

  if (length <= 0)
    return;
  end->x += (end->x - before.x) / length * by;
  end->y += (end->y - before.y) / length * by;
}

void
mc_plan_wall_draw (McSceneNode *node, McPlanObject *wall, GPtrArray *objects)
{
  const McStroke stroke = { .width = wall->width * MC_PLAN_SCALE, .tone = MC_TONE_WALL };
  g_autoptr (GPtrArray) openings = mc_plan_openings_of (wall, objects);
  g_autoptr (GPtrArray) pieces = mc_plan_wall_pieces (wall, openings);
  gboolean round = mc_plan_props_get_boolean (wall, "closed", FALSE);
  gsize n;
  g_autofree McPoint *all = mc_plan_object_dup_points (wall, &n, NULL);

  for (guint i = 0; i < pieces->len; i++)
    {
      GArray *piece = g_ptr_array_index (pieces, i);
      McPoint *points = (McPoint *)(gpointer)piece->data;
      guint last = piece->len - 1;
      gboolean closed = mc_plan_distance (points[0], points[last]) < 1e-6 && piece->len > 3;

      if (!closed && !round && mc_plan_distance (points[0], all[0]) < 1e-6)
        lengthen (&points[0], points[1], wall->width / 2);
      if (!closed && !round && mc_plan_distance (points[last], all[n - 1]) < 1e-6)
        lengthen (&points[last], points[last - 1], wall->width / 2);
      for (guint k = 0; k <= last; k++)
        points[k] = (McPoint){ points[k].x * MC_PLAN_SCALE, points[k].y * MC_PLAN_SCALE };
      mc_scene_node_add_polyline (node, points, closed ? last : piece->len, closed, MC_TONE_NONE, &stroke);
    }
}

void
mc_plan_line_draw (McSceneNode *node, McPlanObject *line)
{
  McStroke stroke = { .width = MAX (line->width * MC_PLAN_SCALE, MC_PLAN_THIN), .tone = MC_TONE_LINE };
  gsize n;
  g_autofree McPoint *points = mc_plan_scene_points (line, &n, NULL);

  if (mc_plan_props_get_boolean (line, "dashed", FALSE))
    stroke.dash = 4;
  mc_scene_node_add_polyline (node, points, n, mc_plan_props_get_boolean (line, "closed", FALSE), MC_TONE_NONE,
                              &stroke);
}
