/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How each kind of thing looks from above. In metres from its centre; its front is at +y. */
#include <math.h>
#include <string.h>

#include "mc-plan-pen-private.h"
#include "mc-plan-props.h"

typedef void (*Draw) (const McPlanPen *pen, McPlanObject *object);

static void
box (const McPlanPen *pen, McPlanObject *object, double radius, McTone fill)
{
  mc_plan_pen_rect (pen, -object->width / 2, -object->height / 2, object->width, object->height, radius, fill,
                    MC_TONE_FURNITURE, MC_PLAN_LINE);
}

static void
draw_door (const McPlanPen *pen, McPlanObject *door)
{
  double w = door->width / 2, h = door->height / 2;
  gboolean right = mc_plan_props_has_text (door, "hinge", "right", "left");
  gboolean out = mc_plan_props_has_text (door, "swing", "out", "in");
  gboolean two = mc_plan_props_get_double (door, "leaves", 1) >= 2;
  double leaf = two ? w : door->width;
  double side = out ? -1 : 1;

  /* The jambs close the cut ends of the wall. */
  mc_plan_pen_line (pen, -w, -h, -w, h, MC_TONE_WALL, MC_PLAN_LINE, 0);
  mc_plan_pen_line (pen, w, -h, w, h, MC_TONE_WALL, MC_PLAN_LINE, 0);
  if (mc_plan_props_has_text (door, "style", "opening", "swing"))
    return;
  if (mc_plan_props_has_text (door, "style", "sliding", "swing"))
    {
      mc_plan_pen_line (pen, -w, -h * 0.3, two ? 0 : w, -h * 0.3, MC_TONE_WALL, 1.2, 0);
      if (two)
        mc_plan_pen_line (pen, 0, h * 0.3, w, h * 0.3, MC_TONE_WALL, 1.2, 0);
      return;
    }
  if (two || !right)
    {
      mc_plan_pen_line (pen, -w, side * h, -w, side * (h + leaf), MC_TONE_WALL, 1.2, 0);
      mc_plan_pen_arc (pen, -w, side * h, leaf, out ? 270 : 0, out ? 360 : 90, MC_TONE_LINE, MC_PLAN_THIN);
    }
  if (two || right)
    {
      mc_plan_pen_line (pen, w, side * h, w, side * (h + leaf), MC_TONE_WALL, 1.2, 0);
      mc_plan_pen_arc (pen, w, side * h, leaf, out ? 180 : 90, out ? 270 : 180, MC_TONE_LINE, MC_PLAN_THIN);
    }
}

static void
draw_window (const McPlanPen *pen, McPlanObject *window)
{
  double w = window->width / 2, h = window->height / 2;
  double panes = CLAMP (round (mc_plan_props_get_double (window, "panes", 1)), 1, 40);

  mc_plan_pen_rect (pen, -w, -h, 2 * w, 2 * h, 0, MC_TONE_PAPER, MC_TONE_WALL, MC_PLAN_LINE);
  mc_plan_pen_line (pen, -w, 0, w, 0, MC_TONE_WALL, MC_PLAN_THIN, 0);
  for (double i = 1; i < panes; i++)
    mc_plan_pen_line (pen, -w + 2 * w * i / panes, -h, -w + 2 * w * i / panes, h, MC_TONE_WALL, MC_PLAN_THIN, 0);
}

static void
draw_column (const McPlanPen *pen, McPlanObject *column)
{
  double w = column->width / 2, h = column->height / 2;

  if (mc_plan_props_has_text (column, "shape", "round", "square"))
    mc_plan_pen_ellipse (pen, -w, -h, 2 * w, 2 * h, MC_TONE_WALL, MC_TONE_WALL, MC_PLAN_THIN);
  else
    mc_plan_pen_rect (pen, -w, -h, 2 * w, 2 * h, 0, MC_TONE_WALL, MC_TONE_WALL, MC_PLAN_THIN);
}

static void
draw_stairs (const McPlanPen *pen, McPlanObject *stairs)
{
  double w = stairs->width / 2, h = stairs->height / 2;
  double steps = MAX (mc_plan_props_get_double (stairs, "steps", round (stairs->height / 0.3)), 1);
  double up = mc_plan_props_has_text (stairs, "up", "front", "back") ? 1 : -1;
  double tip = MIN (0.25, h * 0.25), wing = MIN (0.15, w * 0.5), dot = MIN (0.06, w * 0.2);

  mc_plan_pen_rect (pen, -w, -h, 2 * w, 2 * h, 0, MC_TONE_PAPER, MC_TONE_LINE, MC_PLAN_LINE);
  for (double i = 1; i < steps; i++)
    mc_plan_pen_line (pen, -w, -h + 2 * h * i / steps, w, -h + 2 * h * i / steps, MC_TONE_LINE, MC_PLAN_THIN, 0);
  /* The arrow points up the stairs. */
  mc_plan_pen_line (pen, 0, -up * h * 0.9, 0, up * h * 0.86, MC_TONE_INK_SOFT, MC_PLAN_LINE, 0);
  mc_plan_pen_line (pen, -wing, up * (h * 0.86 - tip), 0, up * h * 0.86, MC_TONE_INK_SOFT, MC_PLAN_LINE, 0);
  mc_plan_pen_line (pen, wing, up * (h * 0.86 - tip), 0, up * h * 0.86, MC_TONE_INK_SOFT, MC_PLAN_LINE, 0);
  mc_plan_pen_ellipse (pen, -dot, -up * h * 0.9 - dot, 2 * dot, 2 * dot, MC_TONE_INK_SOFT, MC_TONE_INK_SOFT,
                       MC_PLAN_THIN);
}

static void
draw_lift (const McPlanPen *pen, McPlanObject *lift)
{
  double w = lift->width / 2, h = lift->height / 2;

  mc_plan_pen_rect (pen, -w, -h, 2 * w, 2 * h, 0, MC_TONE_PAPER, MC_TONE_LINE, MC_PLAN_LINE);
  mc_plan_pen_line (pen, -w, -h, w, h, MC_TONE_LINE, MC_PLAN_THIN, 0);
  mc_plan_pen_line (pen, w, -h, -w, h, MC_TONE_LINE, MC_PLAN_THIN, 0);
  mc_plan_pen_line (pen, -w * 0.6, h, w * 0.6, h, MC_TONE_INK_SOFT, 2, 0);
}

static void
draw_desk (const McPlanPen *pen, McPlanObject *desk)
{
  box (pen, desk, 0.05, MC_TONE_FURNITURE);
}

static void
draw_table (const McPlanPen *pen, McPlanObject *table)
{
  if (mc_plan_props_has_text (table, "shape", "round", "square"))
    mc_plan_pen_ellipse (pen, -table->width / 2, -table->height / 2, table->width, table->height, MC_TONE_FURNITURE,
                         MC_TONE_FURNITURE, MC_PLAN_LINE);
  else
    box (pen, table, MIN (table->width, table->height) * 0.12, MC_TONE_FURNITURE);
}

/* A seat with its back behind the sitter. */
static void
seat (const McPlanPen *pen, double x, double y, double width, double height)
{
  double back = MIN (height * 0.22, 0.12);

  mc_plan_pen_rect (pen, x, y + back, width, height - back, MIN (width, height) * 0.2, MC_TONE_PANEL, MC_TONE_FURNITURE,
                    MC_PLAN_THIN);
  mc_plan_pen_rect (pen, x, y, width, back, back / 2, MC_TONE_FURNITURE, MC_TONE_FURNITURE, MC_PLAN_THIN);
}

static void
draw_chair (const McPlanPen *pen, McPlanObject *chair)
{
  seat (pen, -chair->width / 2, -chair->height / 2, chair->width, chair->height);
}

static void
draw_bench (const McPlanPen *pen, McPlanObject *bench)
{
  double seats = MAX (round (mc_plan_props_get_double (bench, "seats", round (bench->width / 0.6))), 1);
  double each = bench->width / seats;

  for (double i = 0; i < seats; i++)
    seat (pen, -bench->width / 2 + i * each + each * 0.04, -bench->height / 2, each * 0.92, bench->height);
}

static void
draw_cabinet (const McPlanPen *pen, McPlanObject *cabinet)
{
  double w = cabinet->width / 2, h = cabinet->height / 2;

  box (pen, cabinet, 0, MC_TONE_FURNITURE);
  mc_plan_pen_line (pen, -w, -h, w, h, MC_TONE_FURNITURE, MC_PLAN_THIN, 0);
  mc_plan_pen_line (pen, -w, h, w, -h, MC_TONE_FURNITURE, MC_PLAN_THIN, 0);
}

static void
draw_kiosk (const McPlanPen *pen, McPlanObject *kiosk)
{
  double w = kiosk->width / 2, h = kiosk->height / 2;

  mc_plan_pen_rect (pen, -w, -h, 2 * w, 2 * h, 0.06, MC_TONE_AREA_INFORMATION, MC_TONE_AREA_INFORMATION, MC_PLAN_LINE);
  mc_plan_pen_rect (pen, -w * 0.7, h * 0.1, w * 1.4, h * 0.6, 0.02, MC_TONE_ACCENT, MC_TONE_ACCENT, MC_PLAN_THIN);
}

static void
draw_queue_machine (const McPlanPen *pen, McPlanObject *machine)
{
  double w = machine->width / 2, h = machine->height / 2;

  mc_plan_pen_rect (pen, -w, -h, 2 * w, 2 * h, 0.06, MC_TONE_AREA_INFORMATION, MC_TONE_AREA_INFORMATION, MC_PLAN_LINE);
  mc_plan_pen_rect (pen, -w * 0.4, h * 0.35, w * 0.8, h * 1.0, 0, MC_TONE_PANEL, MC_TONE_ACCENT, MC_PLAN_THIN);
  mc_plan_pen_line (pen, -w * 0.7, h * 0.35, w * 0.7, h * 0.35, MC_TONE_ACCENT, 1.2, 0);
}

static void
draw_survey_device (const McPlanPen *pen, McPlanObject *device)
{
  double w = device->width / 2, h = device->height / 2;

  mc_plan_pen_rect (pen, -w, -h, 2 * w, 2 * h, 0.06, MC_TONE_AREA_FEEDBACK, MC_TONE_AREA_FEEDBACK, MC_PLAN_LINE);
  for (int i = -1; i <= 1; i++)
    mc_plan_pen_ellipse (pen, i * w * 0.55 - w * 0.18, -h * 0.25, w * 0.36, h * 0.5, MC_TONE_PANEL,
                         MC_TONE_AREA_FEEDBACK, MC_PLAN_THIN);
}

static void
draw_screen (const McPlanPen *pen, McPlanObject *screen)
{
  double w = screen->width / 2, h = MAX (screen->height, 0.08) / 2;

  mc_plan_pen_rect (pen, -w, -h, 2 * w, 2 * h, 0, MC_TONE_INK_SOFT, MC_TONE_INK_SOFT, MC_PLAN_THIN);
  mc_plan_pen_line (pen, -w * 0.9, h + 0.07, w * 0.9, h + 0.07, MC_TONE_ACCENT, 1, 2);
}

static void
draw_computer (const McPlanPen *pen, McPlanObject *computer)
{
  double w = computer->width / 2, h = computer->height / 2;

  mc_plan_pen_rect (pen, -w, -h, 2 * w, h * 0.4, 0, MC_TONE_INK_SOFT, MC_TONE_INK_SOFT, MC_PLAN_THIN);
  mc_plan_pen_rect (pen, -w * 0.75, 0, w * 1.5, h * 0.7, 0.02, MC_TONE_PANEL, MC_TONE_INK_SOFT, MC_PLAN_THIN);
}

static void
draw_printer (const McPlanPen *pen, McPlanObject *printer)
{
  double w = printer->width / 2, h = printer->height / 2;

  mc_plan_pen_rect (pen, -w, -h, 2 * w, 2 * h, 0.03, MC_TONE_PANEL, MC_TONE_INK_SOFT, MC_PLAN_THIN);
  mc_plan_pen_line (pen, -w * 0.7, h * 0.2, w * 0.7, h * 0.2, MC_TONE_INK_SOFT, MC_PLAN_THIN, 0);
  mc_plan_pen_line (pen, -w * 0.7, -h * 0.4, w * 0.7, -h * 0.4, MC_TONE_INK_SOFT, MC_PLAN_THIN, 0);
}

static void
draw_camera (const McPlanPen *pen, McPlanObject *camera)
{
  double half = CLAMP (mc_plan_props_get_double (camera, "angle", 70), 0, 350) / 2;
  double w = camera->width / 2, h = camera->height / 2;

  for (int side = -1; half > 0 && side <= 1; side += 2)
    {
      double angle = (90 + side * half) * G_PI / 180;

      mc_plan_pen_line (pen, 0, 0, 1.1 * cos (angle), 1.1 * sin (angle), MC_TONE_LINE, MC_PLAN_THIN, 1.5);
    }
  mc_plan_pen_rect (pen, -w * 0.6, -h, w * 1.2, h * 1.4, 0.02, MC_TONE_INK_SOFT, MC_TONE_INK_SOFT, MC_PLAN_THIN);
  mc_plan_pen_rect (pen, -w * 0.35, h * 0.4, w * 0.7, h * 0.6, 0, MC_TONE_ACCENT, MC_TONE_ACCENT, MC_PLAN_THIN);
}

static void
draw_water (const McPlanPen *pen, McPlanObject *water)
{
  double w = water->width / 2, h = water->height / 2;

  mc_plan_pen_rect (pen, -w, -h, 2 * w, 2 * h, 0.04, MC_TONE_PANEL, MC_TONE_ACCENT, MC_PLAN_LINE);
  mc_plan_pen_ellipse (pen, -w * 0.6, -h * 0.6, w * 1.2, h * 1.2, MC_TONE_AREA_INFORMATION, MC_TONE_ACCENT,
                       MC_PLAN_LINE);
}

static void
draw_fixture (const McPlanPen *pen, McPlanObject *fixture)
{
  double w = fixture->width / 2, h = fixture->height / 2;

  if (mc_plan_props_has_text (fixture, "what", "basin", "toilet"))
    {
      mc_plan_pen_rect (pen, -w, -h, 2 * w, 2 * h, 0.05, MC_TONE_PANEL, MC_TONE_LINE, MC_PLAN_THIN);
      mc_plan_pen_ellipse (pen, -w * 0.7, -h * 0.6, w * 1.4, h * 1.3, MC_TONE_PAPER, MC_TONE_LINE, MC_PLAN_THIN);
      return;
    }
  /* The tank (or the plate of a urinal) is at the wall. */
  mc_plan_pen_rect (pen, -w, -h, 2 * w, h * 0.5, 0.02, MC_TONE_PANEL, MC_TONE_LINE, MC_PLAN_THIN);
  mc_plan_pen_ellipse (pen, -w * 0.85, -h * 0.5, w * 1.7, h * 1.5, MC_TONE_PANEL, MC_TONE_LINE, MC_PLAN_THIN);
}

static void
draw_plant (const McPlanPen *pen, McPlanObject *plant)
{
  double r = MIN (plant->width, plant->height) / 2;

  for (int i = 0; i < 6; i++)
    {
      double angle = i * G_PI / 3;
      double x = cos (angle) * r * 0.52, y = sin (angle) * r * 0.52;

      mc_plan_pen_ellipse (pen, x - r * 0.48, y - r * 0.48, r * 0.96, r * 0.96, MC_TONE_AREA_RECEPTION,
                           MC_TONE_AREA_RECEPTION, MC_PLAN_THIN);
    }
  mc_plan_pen_ellipse (pen, -r * 0.35, -r * 0.35, r * 0.7, r * 0.7, MC_TONE_AREA_RECEPTION, MC_TONE_AREA_RECEPTION,
                       MC_PLAN_THIN);
}

/* A parking place is open towards the lane in front. */
static void
draw_vehicle (const McPlanPen *pen, McPlanObject *vehicle)
{
  double w = vehicle->width / 2, h = vehicle->height / 2;

  mc_plan_pen_line (pen, -w, h, -w, -h, MC_TONE_LINE, MC_PLAN_LINE, 0);
  mc_plan_pen_line (pen, -w, -h, w, -h, MC_TONE_LINE, MC_PLAN_LINE, 0);
  mc_plan_pen_line (pen, w, -h, w, h, MC_TONE_LINE, MC_PLAN_LINE, 0);
  if (mc_plan_props_has_text (vehicle, "what", "motorbike", "car"))
    {
      mc_plan_pen_line (pen, 0, -h * 0.75, 0, h * 0.75, MC_TONE_LINE, 1.2, 0);
      mc_plan_pen_line (pen, -w * 0.55, h * 0.45, w * 0.55, h * 0.45, MC_TONE_LINE, MC_PLAN_LINE, 0);
      return;
    }
  mc_plan_pen_rect (pen, -w * 0.7, -h * 0.82, w * 1.4, h * 1.64, w * 0.35, MC_TONE_PANEL, MC_TONE_LINE, MC_PLAN_THIN);
  mc_plan_pen_rect (pen, -w * 0.55, -h * 0.35, w * 1.1, h * 0.7, w * 0.15, MC_TONE_NONE, MC_TONE_LINE, MC_PLAN_THIN);
}

static void
draw_text (const McPlanPen *pen, McPlanObject *text)
{
  McTextStyle style = { .size = mc_plan_props_get_double (text, "size", 0.35) * MC_PLAN_SCALE,
                        .bold = mc_plan_props_get_boolean (text, "bold", FALSE),
                        .align = MC_ALIGN_CENTER,
                        .valign = MC_ALIGN_CENTER,
                        .max_lines = 4,
                        .tone = MC_TONE_INK_SOFT,
                        .rotation = pen->rotation * G_PI / 180 };
  McPoint centre = mc_plan_pen_place (pen, 0, 0);
  double width = MAX (text->width * MC_PLAN_SCALE, style.size),
         height = MAX (text->height * MC_PLAN_SCALE, style.size * 1.3);

  if (mc_plan_props_has_text (text, "align", "start", "center"))
    style.align = MC_ALIGN_START;
  if (mc_plan_props_has_text (text, "align", "end", "center"))
    style.align = MC_ALIGN_END;
  if (text->label)
    mc_scene_node_add_text (pen->node, &(McRect){ centre.x - width / 2, centre.y - height / 2, width, height },
                            text->label, &style);
}

/* The words of a sign with the way that it shows. */
static char *
sign_words (McPlanObject *sign)
{
  static const struct
  {
    const char *way, *before, *after;
  } arrows[] = { { "left", "← ", "" }, { "right", "", " →" }, { "up", "↑ ", "" }, { "down", "↓ ", "" } };
  g_autofree char *way = mc_plan_props_get_text (sign, "arrow", "none");
  g_autofree char *words = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (arrows); i++)
    if (g_str_equal (way, arrows[i].way))
      words = g_strconcat (arrows[i].before, sign->label ? sign->label : "", arrows[i].after, NULL);
  return words ? g_strdup (g_strstrip (words)) : g_strdup (sign->label);
}

static void
draw_sign (const McPlanPen *pen, McPlanObject *sign)
{
  McTextStyle style = { .size = 7,
                        .bold = TRUE,
                        .align = MC_ALIGN_CENTER,
                        .valign = MC_ALIGN_CENTER,
                        .max_lines = 2,
                        .tone = MC_TONE_ON_ACCENT };
  g_autofree char *words = sign_words (sign);
  McPoint centre = mc_plan_pen_place (pen, 0, 0);
  McRect bounds = { centre.x - sign->width / 2 * MC_PLAN_SCALE, centre.y - sign->height / 2 * MC_PLAN_SCALE,
                    sign->width * MC_PLAN_SCALE, sign->height * MC_PLAN_SCALE };

  style.size = CLAMP (bounds.height * 0.62, 3, 9);
  style.rotation = pen->rotation * G_PI / 180;
  mc_plan_pen_rect (pen, -sign->width / 2, -sign->height / 2, sign->width, sign->height, 0.08, MC_TONE_ACCENT,
                    MC_TONE_ACCENT, MC_PLAN_THIN);
  if (words)
    mc_scene_node_add_text (pen->node, &bounds, words, &style);
}

static void
draw_other (const McPlanPen *pen, McPlanObject *other)
{
  box (pen, other, 0.05, MC_TONE_PANEL);
}

static const Draw draws[] = {
  [MC_PLAN_KIND_DOOR] = draw_door,
  [MC_PLAN_KIND_WINDOW] = draw_window,
  [MC_PLAN_KIND_COLUMN] = draw_column,
  [MC_PLAN_KIND_STAIRS] = draw_stairs,
  [MC_PLAN_KIND_LIFT] = draw_lift,
  [MC_PLAN_KIND_COUNTER] = draw_desk,
  [MC_PLAN_KIND_DESK] = draw_desk,
  [MC_PLAN_KIND_TABLE] = draw_table,
  [MC_PLAN_KIND_CHAIR] = draw_chair,
  [MC_PLAN_KIND_BENCH] = draw_bench,
  [MC_PLAN_KIND_CABINET] = draw_cabinet,
  [MC_PLAN_KIND_KIOSK] = draw_kiosk,
  [MC_PLAN_KIND_QUEUE_MACHINE] = draw_queue_machine,
  [MC_PLAN_KIND_SURVEY_DEVICE] = draw_survey_device,
  [MC_PLAN_KIND_SCREEN] = draw_screen,
  [MC_PLAN_KIND_COMPUTER] = draw_computer,
  [MC_PLAN_KIND_PRINTER] = draw_printer,
  [MC_PLAN_KIND_CAMERA] = draw_camera,
  [MC_PLAN_KIND_WATER] = draw_water,
  [MC_PLAN_KIND_FIXTURE] = draw_fixture,
  [MC_PLAN_KIND_PLANT] = draw_plant,
  [MC_PLAN_KIND_VEHICLE] = draw_vehicle,
  [MC_PLAN_KIND_SIGN] = draw_sign,
  [MC_PLAN_KIND_TEXT] = draw_text,
  [MC_PLAN_KIND_OTHER] = draw_other,
};

void
mc_plan_symbol_draw (const McPlanPen *pen, McPlanObject *object)
{
  g_return_if_fail (object->kind < G_N_ELEMENTS (draws) && draws[object->kind]);
  draws[object->kind](pen, object);
}

void
mc_plan_symbol_draw_kind (McSceneNode *node, McPlanKind kind, const McRect *where)
{
  g_autoptr (McPlanObject) sample = mc_plan_object_new ();
  McPlanPen pen;

  sample->kind = kind;
  sample->x = (where->x + where->width / 2) / MC_PLAN_SCALE;
  sample->y = (where->y + where->height / 2) / MC_PLAN_SCALE;
  sample->width = where->width / MC_PLAN_SCALE;
  sample->height = where->height / MC_PLAN_SCALE;
  if (kind == MC_PLAN_KIND_WINDOW || kind == MC_PLAN_KIND_SCREEN)
    sample->height = 0.15;
  if (kind == MC_PLAN_KIND_DOOR)
    {
      sample->y -= sample->height / 2;
      sample->width = sample->height;
      sample->height = 0.1;
    }
  if (kind == MC_PLAN_KIND_CAMERA)
    mc_plan_props_set_double (sample, "angle", 0);
  if (kind == MC_PLAN_KIND_BENCH)
    mc_plan_props_set_double (sample, "seats", 3);
  if (kind == MC_PLAN_KIND_STAIRS)
    mc_plan_props_set_double (sample, "steps", 5);
  pen = mc_plan_pen (node, sample);
  mc_plan_symbol_draw (&pen, sample);
}
