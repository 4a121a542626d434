/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A counter of the floor plan: the desk with its plate, and who sits behind it. */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "mc-name.h"
#include "mc-painter.h"
#include "mc-plan-pen-private.h"
#include "mc-plan-props.h"

#define DISC 28.0           /* points across */
#define BEHIND 0.62         /* metres from the desk to the middle of who sits there */
#define BEHIND_UPRIGHT 0.95 /* of a desk that stands along the sheet: names need room beside it */
#define PLATE_WIDTH 22.0
#define PLATE_HEIGHT 15.0
#define NAME_SIZE 7.5
#define LINE (NAME_SIZE * 1.3)

typedef struct
{
  McScene *scene;
  McSceneNode *node;
  McPlanPen pen;
  McPlanObject *object;
  McCounterState *state; /* (nullable) */
  const McFloorPlanOptions *options;
  const McPlanScale *scale;
  const char *key;
  guint seats;
  gboolean level; /* the desk lies across the sheet, not along it */
  double up;      /* the side of who sits there: -1 above, 1 below; of desks that stand along the sheet 1 */
} Counter;

static McRect
around (McPoint centre, double width, double height)
{
  return (McRect){ centre.x - width / 2, centre.y - height / 2, width, height };
}

static double
seat_x (const Counter *counter, guint seat)
{
  return counter->object->width * ((seat + 0.5) / counter->seats - 0.5);
}

static double
behind (gboolean level)
{
  return level ? BEHIND : BEHIND_UPRIGHT;
}

static double
seat_y (const Counter *counter)
{
  return -counter->object->height / 2 - behind (counter->level);
}

static void
draw_plate (const Counter *counter)
{
  const McTextStyle style = {
    .size = 10, .bold = TRUE, .align = MC_ALIGN_CENTER, .valign = MC_ALIGN_CENTER, .tone = MC_TONE_ON_ACCENT
  };
  McPoint centre = mc_plan_pen_place (&counter->pen, 0, 0);
  McRect plate;
  double width;

  if (!counter->object->number)
    return;
  mc_text_measure (counter->object->number, &style, 0, &width, NULL);
  plate = around (centre, MAX (PLATE_WIDTH, width + 6), PLATE_HEIGHT);
  mc_scene_node_add_rect (counter->node, &plate, 2.5, MC_TONE_ACCENT, NULL);
  mc_scene_node_add_text (counter->node, &plate, counter->object->number, &style);
}

/* The figure, towards the hall. */
static void
draw_overlay (const Counter *counter)
{
  McPlanOverlay overlay = counter->options->overlay;
  double value = counter->state ? counter->state->values[overlay] : NAN;
  McTone scaled = mc_plan_scale_tone (counter->scale, value);
  McTone tone = scaled != MC_TONE_NONE                          ? scaled
                : overlay == MC_PLAN_OVERLAY_RISK && value <= 1 ? value < 1 ? MC_TONE_ERROR : MC_TONE_WARNING
                                                                : MC_TONE_PANEL;
  const McTextStyle style = { .size = 7,
                              .bold = TRUE,
                              .align = MC_ALIGN_CENTER,
                              .valign = MC_ALIGN_CENTER,
                              .tone = scaled != MC_TONE_NONE ? mc_plan_scale_ink (scaled) : tone };
  const McStroke stroke = { .width = MC_PLAN_LINE, .tone = MC_TONE_LINE };
  g_autofree char *text = NULL;
  double width;
  McRect pill;

  if (overlay == MC_PLAN_OVERLAY_NONE || isnan (value) || (overlay == MC_PLAN_OVERLAY_RISK && value > 1))
    return;
  text = mc_plan_overlay_format (overlay, value);
  mc_text_measure (text, &style, 0, &width, NULL);
  pill = around (mc_plan_pen_place (&counter->pen, 0, counter->object->height / 2 + (counter->level ? 0.28 : 0.9)),
                 width + 10, 12);
  mc_scene_node_add_rect (counter->node, &pill, 6, tone, &stroke);
  mc_scene_node_add_text (counter->node, &pill, text, &style);
}

/* Where the words of a seat go: above or below the disc, as wide and as high as there is room. */
static McRect
name_box (const Counter *counter, McPoint disc)
{
  double pitch = counter->object->width / counter->seats * MC_PLAN_SCALE;
  double width = counter->level ? pitch - 2 : 2 * BEHIND_UPRIGHT * MC_PLAN_SCALE - 1;
  double height = LINE * 4;

  if (!counter->level)
    height = MIN (height, MAX (pitch - DISC, LINE));
  return (McRect){ disc.x - width / 2, counter->up > 0 ? disc.y + DISC / 2 + 0.5 : disc.y - DISC / 2 - height - 0.5,
                   width, height };
}

static void
draw_words (const Counter *counter, McSceneNode *node, McPoint disc, const char *words, McTone tone)
{
  McRect box = name_box (counter, disc);
  const McTextStyle style = { .size = NAME_SIZE,
                              .align = MC_ALIGN_CENTER,
                              .valign = counter->up > 0 ? MC_ALIGN_START : MC_ALIGN_END,
                              .max_lines = 4,
                              .tone = tone };

  mc_scene_node_add_text (node, &box, words, &style);
}

static void
draw_sign (McSceneNode *node, McPoint disc, McTone tone)
{
  const McTextStyle style = {
    .size = 7, .bold = TRUE, .align = MC_ALIGN_CENTER, .valign = MC_ALIGN_CENTER, .tone = tone
  };
  const McStroke stroke = { .width = MC_PLAN_LINE, .tone = tone };
  McRect badge = around ((McPoint){ disc.x + DISC * 0.38, disc.y + DISC * 0.34 }, 10, 10);
  const char *sign = mc_palette_get_sign (tone);

  if (!sign)
    return;
  mc_scene_node_add_ellipse (node, &badge, MC_TONE_PANEL, &stroke);
  mc_scene_node_add_text (node, &badge, sign, &style);
}

static void
draw_tag (McSceneNode *node, McPoint disc, const char *code)
{
  const McTextStyle style = {
    .size = 5.5, .bold = TRUE, .align = MC_ALIGN_CENTER, .valign = MC_ALIGN_CENTER, .tone = MC_TONE_INK_SOFT
  };
  const McStroke stroke = { .width = MC_PLAN_THIN, .tone = MC_TONE_LINE };
  double width;
  McRect tag;

  if (!code || !*code)
    return;
  mc_text_measure (code, &style, 0, &width, NULL);
  tag = (McRect){ disc.x - DISC / 2 - 3, disc.y - DISC / 2 - 1, MAX (width + 4, 9), 8.5 };
  mc_scene_node_add_rect (node, &tag, 2, MC_TONE_PANEL, &stroke);
  mc_scene_node_add_text (node, &tag, code, &style);
}

/* The middle and the given name, by which people are called, where there is no room for all of it. */
static const char *
short_name (const char *name)
{
  const char *last = strrchr (name, ' ');
  const char *from = last;

  while (from && from > name && from[-1] != ' ')
    from--;
  return from ? from : name;
}

static char *
dup_words (const Counter *counter, const McCounterPerson *person)
{
  const char *word = mc_palette_get_word (person->tone);
  gboolean tight = !counter->level && counter->object->width / counter->seats * MC_PLAN_SCALE < DISC + 3 * LINE;

  /* Whoever is simply there needs no word: the sign says it. */
  if (person->tone == MC_TONE_STAFFED || !word)
    return g_strdup (person->name);
  return g_strdup_printf ("%s\n%s", tight ? short_name (person->name) : person->name, word);
}

static void
add_person (const Counter *counter, const McCounterPerson *person, guint seat)
{
  const McTextStyle style = {
    .size = 10, .bold = TRUE, .align = MC_ALIGN_CENTER, .valign = MC_ALIGN_CENTER, .tone = person->tone
  };
  const McStroke stroke = { .width = 1.5, .tone = person->tone };
  McPoint centre = mc_plan_pen_place (&counter->pen, seat_x (counter, seat), seat_y (counter));
  McRect disc = around (centre, DISC, DISC);
  g_autofree char *id = g_strdup_printf ("person/%" G_GINT64_FORMAT, person->person_id);
  g_autofree char *key = g_strdup_printf ("%s@%s", id, counter->object->number);
  g_autofree char *initials = mc_name_initials (person->name);
  g_autofree char *words = NULL;
  McSceneNode *node = mc_scene_node_new (MC_SCENE_ITEM, key, &disc);

  mc_scene_node_set_names (node, person->name, mc_palette_get_word (person->tone), person->agency_code);
  mc_scene_node_set_parent (node, counter->key);
  mc_scene_node_set_target (node, id);
  mc_scene_node_set_drag (node, id);
  mc_scene_node_add_ellipse (node, &disc, person->tone, &stroke);
  if (person->photo)
    {
      McRect inner = around (centre, DISC - 3, DISC - 3);

      mc_scene_node_add_image (node, &inner, person->photo, TRUE);
    }
  else
    mc_scene_node_add_text (node, &disc, initials, &style);
  draw_tag (node, centre, person->agency_code);
  draw_sign (node, centre, person->tone);
  words = dup_words (counter, person);
  if (counter->options->names)
    draw_words (counter, node, centre, words, MC_TONE_INK);
  mc_scene_add (counter->scene, node);
}

/* A chair on which nobody is expected, or one that is empty and should not be. */
static void
draw_chair (const Counter *counter, guint seat)
{
  McPoint centre = mc_plan_pen_place (&counter->pen, seat_x (counter, seat), seat_y (counter));
  McRect disc = around (centre, DISC - 4, DISC - 4);
  McTone tone = counter->state ? counter->state->tone : MC_TONE_NONE;
  gboolean gap = counter->state && tone != MC_TONE_CLOSED;
  const McStroke dashed = { .width = 1.2, .dash = 3, .tone = MC_TONE_GAP };

  if (!gap)
    {
      double x = seat_x (counter, seat), y = seat_y (counter) + 0.12;

      mc_plan_pen_rect (&counter->pen, x - 0.25, y - 0.2, 0.5, 0.45, 0.12, MC_TONE_PANEL, MC_TONE_FURNITURE,
                        MC_PLAN_THIN);
      mc_plan_pen_rect (&counter->pen, x - 0.25, y - 0.28, 0.5, 0.1, 0.05, MC_TONE_FURNITURE, MC_TONE_FURNITURE,
                        MC_PLAN_THIN);
      if (tone == MC_TONE_CLOSED && seat == 0 && counter->options->names)
        draw_words (counter, counter->node, centre, mc_palette_get_word (MC_TONE_CLOSED), MC_TONE_CLOSED);
      return;
    }
  mc_scene_node_add_ellipse (counter->node, &disc, MC_TONE_GAP, &dashed);
  mc_scene_node_add_text (
      counter->node, &disc, mc_palette_get_sign (MC_TONE_GAP),
      &(McTextStyle){ .size = 10, .align = MC_ALIGN_CENTER, .valign = MC_ALIGN_CENTER, .tone = MC_TONE_GAP });
  draw_tag (counter->node, centre, counter->state->agency_codes);
  if (counter->options->names)
    draw_words (counter, counter->node, centre, mc_palette_get_word (MC_TONE_GAP), MC_TONE_GAP);
}

static char *
dup_people (McCounterState *state)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; i < state->people->len; i++)
    {
      const McCounterPerson *person = g_ptr_array_index (state->people, i);

      if (person->agency_code)
        g_strv_builder_take (names, g_strdup_printf ("%s (%s)", person->name, person->agency_code));
      else
        g_strv_builder_add (names, person->name);
    }
  all = g_strv_builder_end (names);
  return g_strjoinv (", ", all);
}

static void
name_node (const Counter *counter)
{
  McCounterState *state = counter->state;
  const char *number = counter->object->number ? counter->object->number : "–";
  const char *about = state ? state->name : counter->object->label;
  /* Translators: a counter by its number, and by number and name */
  g_autofree char *name =
      about ? g_strdup_printf (_ ("Counter %s: %s"), number, about) : g_strdup_printf (_ ("Counter %s"), number);
  g_autofree char *people = state ? dup_people (state) : NULL;
  g_autofree char *figure =
      state && !isnan (state->values[counter->options->overlay])
          ? mc_plan_overlay_format (counter->options->overlay, state->values[counter->options->overlay])
          : NULL;
  g_autofree char *description = people && figure ? g_strdup_printf ("%s; %s", people, figure) : NULL;

  mc_scene_node_set_names (counter->node, name, state ? mc_palette_get_word (state->tone) : NULL,
                           description ? description
                           : figure    ? figure
                                       : people);
  if (state && state->counter_id)
    {
      g_autofree char *target = g_strdup_printf ("counter/%" G_GINT64_FORMAT, state->counter_id);

      mc_scene_node_set_target (counter->node, target);
      mc_scene_node_set_drop (counter->node, "person/");
    }
}

/* The desk and the room of who sits behind it: what is picked, and where a person can be let go. */
static McRect
reach_of (McPlanObject *object, const McPlanPen *pen, double seats)
{
  double w = object->width / 2, h = object->height / 2, back = h + seats;
  McPoint corners[] = { mc_plan_pen_place (pen, -w, -back), mc_plan_pen_place (pen, w, -back),
                        mc_plan_pen_place (pen, w, h), mc_plan_pen_place (pen, -w, h) };

  return mc_plan_points_bounds (corners, G_N_ELEMENTS (corners));
}

void
mc_plan_counter_add (McScene *scene,
                     McPlanObject *object,
                     const char *key,
                     McCounterState *state,
                     const McFloorPlanOptions *options,
                     const McPlanScale *scale)
{
  double turn = mc_plan_turn (object->rotation);
  McPlanPen pen = mc_plan_pen (NULL, object);
  gboolean level = turn < 45 || turn > 315 || fabs (turn - 180) < 45;
  McRect reach = reach_of (object, &pen, state ? behind (level) + DISC / 2 / MC_PLAN_SCALE : 0);
  Counter counter = {
    .scene = scene, .object = object, .state = state, .options = options, .scale = scale, .key = key, .level = level
  };
  McTone scaled = state ? mc_plan_scale_tone (scale, state->values[options->overlay]) : MC_TONE_NONE;
  McTone fill = scaled != MC_TONE_NONE                 ? scaled
                : state && state->tone != MC_TONE_NONE ? state->tone
                                                       : MC_TONE_FURNITURE;
  guint people = state ? state->people->len : 0;
  double drawn = mc_plan_props_get_double (object, "seats", MAX (1, round (object->width / 2)));

  counter.node = pen.node = mc_scene_node_new (MC_SCENE_ITEM, key, &reach);
  counter.pen = pen;
  counter.seats = MAX (MAX (state ? state->seats : (guint)CLAMP (drawn, 1, 40), people), 1);
  counter.up = counter.level && fabs (turn - 180) >= 45 ? -1 : 1;
  mc_plan_pen_rect (&pen, -object->width / 2, -object->height / 2, object->width, object->height, 0.06, fill,
                    fill == MC_TONE_FURNITURE ? MC_TONE_FURNITURE : fill, 1);
  draw_plate (&counter);
  for (guint seat = people; seat < counter.seats; seat++)
    draw_chair (&counter, seat);
  draw_overlay (&counter);
  name_node (&counter);
  /* Added first: who sits there lies over it. */
  mc_scene_add (scene, counter.node);
  for (guint i = 0; i < people; i++)
    add_person (&counter, g_ptr_array_index (state->people, i), i);
}
