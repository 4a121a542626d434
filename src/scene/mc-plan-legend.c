/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the signs and tints of the floor plan mean, and how long a metre is. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "mc-number.h"
#include "mc-plan-pen-private.h"

#define WIDTH 150.0
#define ROW 17.0
#define PAD 8.0
#define SWATCH 22.0

typedef struct
{
  McScene *scene;
  double x, y; /* where the next row begins */
} Legend;

static void
add_heading (Legend *legend, McSceneNode *node, const char *text)
{
  const McTextStyle style = { .size = 8, .bold = TRUE, .valign = MC_ALIGN_CENTER, .tone = MC_TONE_INK_SOFT };

  legend->y += 3;
  mc_scene_node_add_text (node, &(McRect){ legend->x + PAD, legend->y, WIDTH - 2 * PAD, ROW }, text, &style);
  legend->y += ROW;
}

/* The words of a row; returns where its sign goes. */
static McRect
add_row (Legend *legend, McSceneNode *node, const char *text)
{
  const McTextStyle style = { .size = 8, .valign = MC_ALIGN_CENTER };
  McRect swatch = { legend->x + PAD, legend->y + 2, SWATCH, ROW - 4 };

  mc_scene_node_add_text (node, &(McRect){ legend->x + PAD + SWATCH + 6, legend->y, WIDTH - 2 * PAD - SWATCH - 6, ROW },
                          text, &style);
  legend->y += ROW;
  return swatch;
}

static void
add_states (Legend *legend, McSceneNode *node)
{
  static const McTone tones[] = { MC_TONE_STAFFED,          MC_TONE_STANDBY, MC_TONE_ARRIVING, MC_TONE_ABSENT,
                                  MC_TONE_ABSENT_UNEXCUSED, MC_TONE_GAP,     MC_TONE_CLOSED };

  add_heading (legend, node, _ ("Counters"));
  for (guint i = 0; i < G_N_ELEMENTS (tones); i++)
    {
      const McStroke stroke = { .width = 1, .dash = tones[i] == MC_TONE_GAP ? 3 : 0, .tone = tones[i] };
      const McTextStyle style = {
        .size = 8, .bold = TRUE, .align = MC_ALIGN_CENTER, .valign = MC_ALIGN_CENTER, .tone = tones[i]
      };
      McRect swatch = add_row (legend, node, mc_palette_get_word (tones[i]));

      mc_scene_node_add_rect (node, &swatch, 2, tones[i], &stroke);
      mc_scene_node_add_text (node, &swatch, mc_palette_get_sign (tones[i]), &style);
    }
}

static const char *
scale_heading (McPlanOverlay overlay)
{
  switch (overlay)
    {
    case MC_PLAN_OVERLAY_WORKLOAD:
      return _ ("Visitors of the session");
    case MC_PLAN_OVERLAY_WAITING:
      return _ ("Mean waiting of the session");
    case MC_PLAN_OVERLAY_RATING:
      return _ ("Satisfied, of 30 days");
    case MC_PLAN_OVERLAY_NONE:
    case MC_PLAN_OVERLAY_RISK:
    case MC_N_PLAN_OVERLAYS:
      break;
    }
  return NULL;
}

/* What the tints of the desks stand for; or that there is nothing to show. */
static void
add_scale (Legend *legend, McSceneNode *node, const McFloorPlanFacts *facts, McPlanOverlay overlay)
{
  const char *heading = scale_heading (overlay);
  const McTextStyle soft = { .size = 8, .valign = MC_ALIGN_CENTER, .tone = MC_TONE_INK_SOFT };
  const McStroke stroke = { .width = 0.5, .tone = MC_TONE_LINE };
  McPlanScale scale;

  if (!heading)
    return;
  mc_plan_scale_init (&scale, overlay, facts->counters);
  add_heading (legend, node, heading);
  if (isnan (scale.most))
    {
      mc_scene_node_add_text (node, &(McRect){ legend->x + PAD, legend->y, WIDTH - 2 * PAD, ROW },
                              _ ("No figures are known"), &soft);
      legend->y += ROW;
      return;
    }
  for (guint step = 0; step < MC_PLAN_SCALE_STEPS; step++)
    {
      g_autofree char *text = mc_plan_scale_dup_step (&scale, step);
      McRect swatch = add_row (legend, node, text);

      mc_scene_node_add_rect (node, &swatch, 2, MC_TONE_HEAT_1 + step, &stroke);
    }
}

static gboolean
is_shown (const McFloorPlanFacts *facts, const McPlanObject *object)
{
  return object->floor_id == facts->floor_id;
}

static void
add_areas (Legend *legend, McSceneNode *node, const McFloorPlanFacts *facts)
{
  guint seen = 0;
  gboolean any = FALSE;

  for (guint i = 0; i < facts->objects->len; i++)
    {
      McPlanObject *object = g_ptr_array_index (facts->objects, i);

      if (is_shown (facts, object) && object->kind == MC_PLAN_KIND_AREA)
        seen |= 1u << object->area_use;
    }
  for (guint use = MC_AREA_USE_NONE + 1; use < mc_enum_count (mc_area_use_values); use++)
    {
      McTone tone = mc_floor_plan_area_tone (use);
      const McStroke stroke = { .width = MC_PLAN_THIN, .tone = tone };
      McRect swatch;

      /* Passages and yards have no tint to explain; parking and toilets share theirs. */
      if (!(seen & (1u << use)) || tone == MC_TONE_FLOOR || tone == MC_TONE_AREA_OTHER)
        continue;
      if (!any)
        add_heading (legend, node, _ ("Areas"));
      any = TRUE;
      swatch = add_row (legend, node, mc_enum_label (mc_area_use_values, use));
      mc_scene_node_add_rect (node, &swatch, 2, tone, &stroke);
    }
}

static void
add_kinds (Legend *legend, McSceneNode *node, const McFloorPlanFacts *facts, gboolean equipment)
{
  static const struct
  {
    McPlanKind kind;
    double width, height; /* points */
    gboolean equipment;
  } kinds[] = {
    { MC_PLAN_KIND_DOOR, 12, 12, FALSE },    { MC_PLAN_KIND_WINDOW, 20, 5, FALSE },
    { MC_PLAN_KIND_STAIRS, 13, 13, FALSE },  { MC_PLAN_KIND_LIFT, 12, 12, FALSE },
    { MC_PLAN_KIND_BENCH, 22, 10, FALSE },   { MC_PLAN_KIND_DESK, 20, 9, FALSE },
    { MC_PLAN_KIND_CABINET, 20, 9, FALSE },  { MC_PLAN_KIND_QUEUE_MACHINE, 12, 12, FALSE },
    { MC_PLAN_KIND_KIOSK, 13, 12, FALSE },   { MC_PLAN_KIND_SURVEY_DEVICE, 15, 10, FALSE },
    { MC_PLAN_KIND_WATER, 11, 11, FALSE },   { MC_PLAN_KIND_SCREEN, 20, 4, TRUE },
    { MC_PLAN_KIND_COMPUTER, 13, 10, TRUE }, { MC_PLAN_KIND_PRINTER, 12, 10, TRUE },
    { MC_PLAN_KIND_CAMERA, 10, 10, TRUE },   { MC_PLAN_KIND_PLANT, 12, 12, FALSE },
  };
  guint seen = 0;

  for (guint i = 0; i < facts->objects->len; i++)
    if (is_shown (facts, g_ptr_array_index (facts->objects, i)))
      seen |= 1u << MC_PLAN_OBJECT (g_ptr_array_index (facts->objects, i))->kind;
  add_heading (legend, node, _ ("Signs"));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      McRect swatch, box;

      if (!(seen & (1u << kinds[i].kind)) || (kinds[i].equipment && !equipment))
        continue;
      swatch = add_row (legend, node, mc_enum_label (mc_plan_kind_values, kinds[i].kind));
      box = (McRect){ swatch.x + (swatch.width - kinds[i].width) / 2, swatch.y + (swatch.height - kinds[i].height) / 2,
                      kinds[i].width, kinds[i].height };
      mc_plan_symbol_draw_kind (node, kinds[i].kind, &box);
    }
}

void
mc_plan_legend_add (McScene *scene,
                    const McFloorPlanFacts *facts,
                    const McFloorPlanOptions *options,
                    const McRect *plan)
{
  const McTextStyle title = { .size = 10, .bold = TRUE, .valign = MC_ALIGN_CENTER };
  Legend legend = { scene, plan->x + plan->width + 20, plan->y };
  McRect head = { legend.x, legend.y, WIDTH, 22 };
  McSceneNode *button = mc_scene_node_new (MC_SCENE_BUTTON, "legend", &head);
  McSceneNode *body = mc_scene_node_new (MC_SCENE_GROUND, NULL, NULL);

  mc_scene_node_set_names (button, _ ("Legend"), NULL, NULL);
  mc_scene_node_set_expanded (button, !options->legend_folded);
  mc_scene_node_add_text (button, &(McRect){ head.x + PAD, head.y, WIDTH - 2 * PAD, head.height }, _ ("Legend"),
                          &title);
  mc_scene_node_add_polyline (button,
                              (McPoint[]){ { head.x, head.y + head.height }, { head.x + WIDTH, head.y + head.height } },
                              2, FALSE, MC_TONE_NONE, &(McStroke){ .width = 1, .tone = MC_TONE_LINE });
  mc_scene_add (scene, button);
  legend.y += head.height;
  if (!options->legend_folded)
    {
      if (facts->counters)
        {
          add_scale (&legend, body, facts, options->overlay);
          add_states (&legend, body);
        }
      add_areas (&legend, body, facts);
      add_kinds (&legend, body, facts, options->equipment);
    }
  mc_scene_add (scene, body);
}

void
mc_plan_scale_bar_add (McScene *scene, const McRect *plan)
{
  const McTextStyle style = {
    .size = 8, .align = MC_ALIGN_CENTER, .valign = MC_ALIGN_CENTER, .tone = MC_TONE_INK_SOFT
  };
  const McStroke stroke = { .width = MC_PLAN_LINE, .tone = MC_TONE_INK_SOFT };
  McSceneNode *node = mc_scene_node_new (MC_SCENE_GROUND, NULL, NULL);
  double y = plan->y + plan->height + 14;

  for (guint i = 0; i < 5; i++)
    {
      McRect part = { plan->x + i * MC_PLAN_SCALE, y, MC_PLAN_SCALE, 4 };

      mc_scene_node_add_rect (node, &part, 0, i % 2 ? MC_TONE_PAPER : MC_TONE_INK_SOFT, &stroke);
    }
  for (guint i = 0; i <= 5; i += 5)
    {
      /* Translators: a length in metres */
      g_autofree char *text = g_strdup_printf (_ ("%u m"), i);

      mc_scene_node_add_text (node, &(McRect){ plan->x + i * MC_PLAN_SCALE - 15, y + 5, 30, 11 }, text, &style);
    }
  mc_scene_add (scene, node);
}
