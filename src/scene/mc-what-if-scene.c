/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-what-if-scene.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mc-number.h"
#include "mc-scenario-text.h"
#include "mc-text.h"

/* Widths are those of A4 across within its margins, so that it comes out at about 100 %. */
#define WIDTH 760.0
#define MOST_COLUMN 150.0
#define LEAST_LABEL 240.0
#define HEAD 64.0
#define LINE 13.0
#define ROW 25.0 /* at least */
#define PAD 6.0
#define BAR 3.0
#define SMALL 8.5
#define SIZE 9.0
#define LARGE 11.0
#define GAP 5.0
#define BETTER "✓"
#define WORSE "✗"

typedef struct
{
  McScene *scene;
  GPtrArray *scenarios;
  GPtrArray *results;
  double column; /* the width of a result */
  double label;
  double y;
} Sheet;

static void
add_text (McSceneNode *node, McRect box, double size, gboolean bold, guint lines, McTone tone, const char *text)
{
  const McTextStyle style = { .size = size, .bold = bold, .tone = tone, .max_lines = lines };

  mc_scene_node_add_text (node, &box, text, &style);
}

static const McScenario *
find_scenario (const Sheet *self, const char *name)
{
  for (guint i = 0; i < self->scenarios->len; i++)
    if (g_str_equal (((const McScenario *)self->scenarios->pdata[i])->name, name))
      return self->scenarios->pdata[i];
  return NULL;
}

static McRect
get_column (const Sheet *self, guint result, double height)
{
  return (McRect){ self->label + result * self->column, self->y, self->column, height };
}

/* The names above the columns, and what each does otherwise. */
static void
add_head (Sheet *self)
{
  for (guint r = 0; r < self->results->len; r++)
    {
      const McWhatIfResult *result = self->results->pdata[r];
      const McScenario *scenario = r > 0 ? find_scenario (self, result->name) : NULL;
      McRect box = get_column (self, r, HEAD);
      g_autofree char *key = g_strdup_printf ("head/%u", r);
      g_autofree char *about = scenario ? mc_scenario_describe (scenario) : g_strdup (_ ("as it was measured"));
      McSceneNode *node = mc_scene_node_new (MC_SCENE_IMAGE, key, &box);

      mc_scene_node_set_names (node, result->name, about, NULL);
      mc_scene_node_add_rect (node, &box, 0, r > 0 ? MC_TONE_PANEL : MC_TONE_SELECTED, NULL);
      add_text (node, (McRect){ box.x + PAD, box.y + 3, box.width - 2 * PAD, 26 }, SIZE, TRUE, 2, MC_TONE_INK,
                result->name);
      add_text (node, (McRect){ box.x + PAD, box.y + 30, box.width - 2 * PAD, HEAD - 31 }, SMALL, FALSE, 3,
                MC_TONE_INK_SOFT, about);
      mc_scene_add (self->scene, node);
    }
  self->y += HEAD;
}

/* What a measure is takes a line or two. */
static double
measure_row (const Sheet *self, McWhatIfMeasure measure)
{
  const McTextStyle style = { .size = SMALL, .max_lines = 2 };
  double height;

  mc_text_measure (mc_what_if_measure_words (measure), &style, self->label - PAD, NULL, &height);
  return MAX (ROW, LINE + ceil (height) + 3);
}

static void
add_measure_label (Sheet *self, McSceneNode *ground, McWhatIfMeasure measure, double height)
{
  const McStroke line = { .width = 0.6, .tone = MC_TONE_LINE_SOFT };
  const McPoint points[] = { { 0, self->y }, { WIDTH, self->y } };

  mc_scene_node_add_polyline (ground, points, G_N_ELEMENTS (points), FALSE, MC_TONE_NONE, &line);
  add_text (ground, (McRect){ 0, self->y + 1, self->label - PAD, LINE }, SIZE, TRUE, 1, MC_TONE_INK,
            mc_what_if_measure_label (measure));
  add_text (ground, (McRect){ 0, self->y + LINE, self->label - PAD, height - LINE - 1 }, SMALL, FALSE, 2,
            MC_TONE_INK_SOFT, mc_what_if_measure_words (measure));
}

/* "−1,2 better" */
static char *
word_change (McWhatIfMeasure measure, const McWhatIfResult *today, const McWhatIfResult *result)
{
  g_autofree char *change = mc_what_if_measure_format_change (measure, today, result);

  switch (mc_what_if_measure_judge (measure, today, result))
    {
    case 1:
      /* Translators: a change of a number, as −1,2 */
      return g_strdup_printf (_ ("%s better"), change);
    case -1:
      return g_strdup_printf (_ ("%s worse"), change);
    default:
      return g_steal_pointer (&change);
    }
}

static double
find_most (const Sheet *self, McWhatIfMeasure measure)
{
  double most = 0;

  for (guint r = 0; r < self->results->len; r++)
    most = fmax (most, mc_what_if_measure_value (measure, self->results->pdata[r]));
  return most;
}

/* "✓ −1,2": the sign tells what the word does, in less room. */
static void
add_change (McSceneNode *node, const McRect *box, McWhatIfMeasure measure, const Sheet *self, guint r, double taken)
{
  static const McTone tones[] = { MC_TONE_WARNING, MC_TONE_INK_SOFT, MC_TONE_STAFFED };
  static const char *const signs[] = { WORSE " ", "", BETTER " " };
  const McWhatIfResult *today = self->results->pdata[0], *result = self->results->pdata[r];
  int judged = mc_what_if_measure_judge (measure, today, result) + 1;
  g_autofree char *change = mc_what_if_measure_format_change (measure, today, result);
  g_autofree char *text = g_strconcat (signs[judged], change, NULL);

  if (*text)
    add_text (node, (McRect){ box->x + taken, box->y + 4, box->width - PAD / 2 - taken, LINE - 1 }, SMALL, FALSE, 1,
              tones[judged], text);
}

static void
add_cell (Sheet *self, McWhatIfMeasure measure, guint r, double height, double most)
{
  const McTextStyle style = { .size = LARGE, .bold = TRUE };
  const McWhatIfResult *today = self->results->pdata[0], *result = self->results->pdata[r];
  McRect box = get_column (self, r, height);
  double value = mc_what_if_measure_value (measure, result), width;
  g_autofree char *key = g_strdup_printf ("cell/%u/%u", (guint)measure, r);
  g_autofree char *number = mc_what_if_measure_format (measure, result);
  g_autofree char *change = r > 0 ? word_change (measure, today, result) : NULL;
  g_autofree char *name = g_strdup_printf ("%s · %s", mc_what_if_measure_label (measure), result->name);
  McSceneNode *node = mc_scene_node_new (MC_SCENE_IMAGE, key, &box);

  mc_scene_node_set_names (node, name, number, change);
  mc_text_measure (number, &style, 0, &width, NULL);
  width = ceil (width) + 2;
  add_text (node, (McRect){ box.x + PAD, box.y + 1, width, 16 }, LARGE, TRUE, 1, MC_TONE_INK, number);
  if (r > 0)
    add_change (node, &box, measure, self, r, PAD + width + 3);
  if (isfinite (value) && most > 0)
    mc_scene_node_add_rect (node, &(McRect){ box.x + PAD, box.y + 18, (box.width - 2 * PAD) * value / most, BAR }, 1,
                            r > 0 ? MC_TONE_SERIES_1 : MC_TONE_SERIES_REST, NULL);
  mc_scene_add (self->scene, node);
}

static void
add_table (Sheet *self)
{
  McSceneNode *ground = mc_scene_node_new (MC_SCENE_GROUND, NULL, NULL);

  add_head (self);
  for (McWhatIfMeasure m = 0; m < MC_N_WHAT_IF_MEASURES; m++)
    {
      double most = find_most (self, m), height = measure_row (self, m);

      add_measure_label (self, ground, m, height);
      for (guint r = 0; r < self->results->len; r++)
        add_cell (self, m, r, height, most);
      self->y += height;
    }
  mc_scene_add (self->scene, ground);
  self->y += GAP;
}

/* Sentences under a heading, each to be read by itself. */
static void
add_sentences (Sheet *self, const char *heading, const char *key, McTone tone, const char *const *sentences, guint n)
{
  const McTextStyle style = { .size = SMALL, .max_lines = 4, .tone = tone };
  McSceneNode *head;

  if (n == 0)
    return;
  head = mc_scene_node_new (MC_SCENE_GROUND, NULL, NULL);
  add_text (head, (McRect){ 0, self->y, WIDTH, LINE }, SIZE, TRUE, 1, MC_TONE_INK, heading);
  mc_scene_add (self->scene, head);
  self->y += LINE;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/%u", key, i);
      double height;
      McRect box = { 0, self->y, WIDTH, 0 };
      McSceneNode *node;

      mc_text_measure (sentences[i], &style, WIDTH, NULL, &height);
      box.height = ceil (height) + 1;
      node = mc_scene_node_new (MC_SCENE_IMAGE, name, &box);
      mc_scene_node_set_names (node, sentences[i], NULL, NULL);
      mc_scene_node_add_text (node, &box, sentences[i], &style);
      mc_scene_add (self->scene, node);
      self->y += box.height;
    }
  self->y += GAP;
}

static void
add_groups (Sheet *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint r = 1; r < self->results->len; r++)
    {
      g_auto (GStrv) some = mc_what_if_explain (self->results->pdata[0], self->results->pdata[r]);

      g_strv_builder_addv (builder, (const char **)some);
    }
  all = g_strv_builder_end (builder);
  add_sentences (self, _ ("Who Shares Counters"), "group", MC_TONE_INK, (const char *const *)all, g_strv_length (all));
}

static void
add_notes (Sheet *self, const McWhatIfCentre *centre)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) notes = mc_what_if_notes (centre, self->results->pdata[0], self->scenarios);
  g_auto (GStrv) all = NULL;

  g_strv_builder_addv (builder, (const char **)notes);
  if (self->results->len > 1)
    /* Translators: signs */
    g_strv_builder_take (builder, g_strdup_printf (_ ("%s better than today, %s worse."), BETTER, WORSE));
  all = g_strv_builder_end (builder);
  add_sentences (self, _ ("From What It Was Reckoned"), "note", MC_TONE_INK_SOFT, (const char *const *)all,
                 g_strv_length (all));
}

/* Of the shortest waiting; the finding. */
static char *
find_title (const Sheet *self)
{
  const McWhatIfResult *today = self->results->pdata[0], *best = NULL;
  g_autofree char *now = mc_what_if_measure_format (MC_WHAT_IF_WAIT, today);
  g_autofree char *then = NULL;

  for (guint r = 1; r < self->results->len; r++)
    if (!best || mc_queue_day_mean_wait (&((const McWhatIfResult *)self->results->pdata[r])->week) <
                     mc_queue_day_mean_wait (&best->week))
      best = self->results->pdata[r];
  if (!best)
    return g_strdup_printf (_ ("As it is today: people wait %s minutes on average"), now);
  then = mc_what_if_measure_format (MC_WHAT_IF_WAIT, best);
  /* Translators: a scenario, and minutes */
  return g_strdup_printf (_ ("“%s” has the shortest waiting: %s minutes, today %s"), best->name, then, now);
}

static void
set_titles (Sheet *self, const McWhatIfCentre *centre)
{
  g_autofree char *first = mc_day_format (centre->days.from);
  g_autofree char *last = mc_day_format (centre->days.until - 1);
  g_autofree char *title = find_title (self);
  /* Translators: days */
  g_autofree char *subtitle =
      g_strdup_printf (_ ("What if, reckoned from what was measured from %s to %s"), first, last);

  mc_scene_set_title (self->scene, title, subtitle);
}

McScene *
mc_what_if_scene_new (const McWhatIfCentre *centre, GPtrArray *scenarios, GPtrArray *results, GPtrArray *failures)
{
  McScene *scene = mc_scene_new ();
  double column = MIN (MOST_COLUMN, (WIDTH - LEAST_LABEL) / results->len);
  Sheet self = {
    .scene = scene, .scenarios = scenarios, .results = results, .column = column, .label = WIDTH - column * results->len
  };

  g_return_val_if_fail (results->len >= 1 && results->len <= MC_WHAT_IF_MOST + 1, NULL);
  add_table (&self);
  if (failures)
    add_sentences (&self, _ ("Cannot Be"), "failure", MC_TONE_ERROR, (const char *const *)failures->pdata,
                   failures->len);
  add_groups (&self);
  add_notes (&self, centre);
  set_titles (&self, centre);
  mc_scene_seal (scene, 6);
  return scene;
}
