/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-org-block-private.h"

#include <glib/gi18n-lib.h>

#include "mc-field-info.h"
#include "mc-org-box-private.h"

/* Half the width of a knob. */
#define KNOB 5.5

/* From the finished places to the nodes of a scene: frames, lines, headings, boxes. */

typedef enum
{
  ROUND_LEADERS,
  ROUND_FRAMES,
  ROUND_HEADS,
  ROUND_HEADINGS,
  ROUND_OFFICERS,
  ROUND_LOOSE_FRAME,
  ROUND_LOOSE,
  N_ROUNDS,
} McOrgRound;

typedef struct
{
  McOrgPlan *plan;
  McScene *scene;
  McOrgBlock *block;
  GHashTable *group_of; /* McOrgSeat: McOrgGroup with a heading */
  GHashTable *rect_of;  /* McOrgSeat: McRect of its box */
} Drawing;

/* --- Frames and headings --- */

static const char *
frame_name (McOrgSection *section)
{
  return section ? section->name : _ ("On duty without a seat");
}

double
mc_org_frame_title_width (McOrgPlan *plan, McOrgSection *section)
{
  double whole = mc_org_text_width (frame_name (section), MC_ORG_TITLE_SIZE) + 34;

  return MAX (MIN (whole, whole * 0.6 + 30), mc_org_column_width (plan->options.detail) + 2 * MC_ORG_PADDING);
}

double
mc_org_frame_title_height (McOrgPlan *plan, McOrgSection *section, double width)
{
  gboolean one = mc_org_text_width (frame_name (section), MC_ORG_TITLE_SIZE) + 34 <= width;

  return (one ? 14 : 27) + 12 + 10;
}

static char *
frame_numbers (McOrgPlan *plan, McOrgSection *section)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!section)
    return g_strdup_printf (ngettext ("%u person", "%u people", mc_org_chart_get_loose (plan->chart)->len),
                            mc_org_chart_get_loose (plan->chart)->len);
  /* Translators: people who are there, and seats of a section */
  g_string_append_printf (text, C_ ("section", "%u of %u"), section->people, section->seats);
  if (section->vacant)
    g_string_append_printf (text, _ (" · %u vacant"), section->vacant);
  if (section->ceiling != MC_INT_NONE)
    g_string_append_printf (text, _ (" · ceiling %d"), section->ceiling);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* The chief's box is above its section for the keyboard. */
static char *
chief_key (McOrgPlan *plan, McOrgSection *section)
{
  const GPtrArray *posts = mc_org_chart_get_posts (plan->chart);
  const GPtrArray *seats = mc_org_chart_get_seats (plan->chart);

  for (guint i = 0; section && i < posts->len; i++)
    {
      McOrgPost *post = g_ptr_array_index (posts, i);

      if (post->section_id != section->id || !post->chief || post->chief->section_id)
        continue;
      for (guint s = 0; s < seats->len; s++)
        if (((McOrgSeat *)g_ptr_array_index (seats, s))->post_id == post->chief->id)
          return g_strdup (((McOrgSeat *)g_ptr_array_index (seats, s))->key);
    }
  return NULL;
}

/* A triangle: down where open, to the right where closed. */
static void
add_toggle (McSceneNode *node, double x, double y, int expanded)
{
  const McPoint open[] = { { x - 3.5, y - 2 }, { x + 3.5, y - 2 }, { x, y + 2.5 } };
  const McPoint closed[] = { { x - 2, y - 3.5 }, { x + 2.5, y }, { x - 2, y + 3.5 } };

  if (expanded >= 0)
    mc_scene_node_add_polyline (node, expanded ? open : closed, 3, TRUE, MC_TONE_INK_SOFT, NULL);
}

/* What the mouse presses to fold something and unfold it. */
static void
draw_button (
    Drawing *drawing, const char *of, const char *name, double x, double y, double half, int expanded, gboolean disc)
{
  const McRect bounds = { x - half, y - half, 2 * half, 2 * half };
  const McStroke border = { 0.8, 0, MC_TONE_LINE };
  g_autofree char *key = g_strdup_printf ("toggle/%s", of);
  McSceneNode *node = mc_scene_node_new (MC_SCENE_BUTTON, key, &bounds);

  mc_scene_node_set_names (node, expanded ? _ ("Collapse") : _ ("Expand"), "", name);
  mc_scene_node_set_parent (node, of);
  mc_scene_node_set_expanded (node, expanded);
  mc_scene_node_set_screen_only (node, TRUE);
  if (disc)
    mc_scene_node_add_ellipse (node, &bounds, MC_TONE_PAPER, &border);
  add_toggle (node, x, y, expanded);
  mc_scene_add (drawing->scene, node);
}

static void
draw_frame (Drawing *drawing, const McOrgPiece *piece)
{
  const McOrgSection *section = piece->section;
  const McRect *rect = &piece->rect;
  double title = mc_org_frame_title_height (drawing->plan, piece->section, rect->width);
  const McStroke border = { 1, section ? 0 : 4, MC_TONE_LINE };
  const McTextStyle name = { MC_ORG_TITLE_SIZE, TRUE, FALSE, MC_ALIGN_START, MC_ALIGN_START, 2, MC_TONE_INK, 0 };
  const McTextStyle small = { MC_ORG_SMALL_SIZE + 0.5, FALSE, FALSE, MC_ALIGN_START, MC_ALIGN_CENTER, 1,
                              MC_TONE_INK_SOFT,        0 };
  const McRect name_box = { rect->x + 24, rect->y + 5, rect->width - 34, title - 22 };
  const McRect small_box = { rect->x + 24, rect->y + title - 18, rect->width - 34, 14 };
  g_autofree char *key = section ? g_strdup_printf ("section/%" G_GINT64_FORMAT, section->id) : g_strdup ("loose");
  g_autofree char *numbers = frame_numbers (drawing->plan, piece->section);
  g_autofree char *parent = chief_key (drawing->plan, piece->section);
  McSceneNode *node = mc_scene_node_new (MC_SCENE_GROUP, key, rect);

  mc_scene_node_set_names (node, frame_name (piece->section), piece->expanded ? _ ("expanded") : _ ("collapsed"),
                           numbers);
  if (parent)
    mc_scene_node_set_parent (node, parent);
  mc_scene_node_set_expanded (node, piece->expanded);
  if (drawing->plan->options.editable && !section)
    mc_scene_node_set_drop (node, "holder/");
  mc_scene_node_add_rect (node, rect, 8, MC_TONE_FLOOR, &border);
  mc_scene_node_add_rect (node, &(McRect){ rect->x + 8, rect->y + 8, 3, title - 12 }, 1.5, MC_TONE_ACCENT, NULL);
  mc_scene_node_add_text (node, &name_box, frame_name (piece->section), &name);
  mc_scene_node_add_text (node, &small_box, numbers, &small);
  mc_scene_add (drawing->scene, node);
  draw_button (drawing, key, frame_name (piece->section), rect->x + 17.5, rect->y + 12, 6.5, piece->expanded, FALSE);
}

static void
draw_heading (Drawing *drawing, const McOrgPiece *piece)
{
  McOrgGroup *group = piece->group;
  gboolean again = piece->kind == MC_ORG_PIECE_CONTINUED;
  const McRect *rect = &piece->rect;
  McOrgSeat *first = g_ptr_array_index (group->seats, 0);
  const McTextStyle style = {
    MC_ORG_SMALL_SIZE + 0.5, TRUE, FALSE, MC_ALIGN_START, MC_ALIGN_CENTER, 1, MC_TONE_INK, 0
  };
  const McTextStyle right = { MC_ORG_SMALL_SIZE + 0.5, FALSE, FALSE, MC_ALIGN_END, MC_ALIGN_CENTER, 1,
                              MC_TONE_INK_SOFT,        0 };
  g_autofree char *numbers =
      again ? g_strdup (C_ ("group", "continued")) : g_strdup_printf ("%u/%u", group->people, group->seats->len);
  g_autofree char *parent = g_strdup_printf ("section/%" G_GINT64_FORMAT, first->section_id);
  double room = mc_org_text_width (numbers, MC_ORG_SMALL_SIZE + 0.5) + 4;
  const McRect text_box = { rect->x + 12, rect->y + 1, rect->width - 14 - room, rect->height - 4 };
  const McRect number_box = { rect->x + rect->width - room - 2, rect->y + 1, room, rect->height - 4 };
  McSceneNode *node = mc_scene_node_new (again ? MC_SCENE_GROUND : MC_SCENE_GROUP, again ? NULL : group->key, rect);
  const McStroke line = { 0.8, 0, MC_TONE_ACCENT };
  const McPoint under[] = { { rect->x, rect->y + rect->height - 2.5 },
                            { rect->x + rect->width, rect->y + rect->height - 2.5 } };

  if (!again)
    {
      mc_scene_node_set_names (node, group->name, piece->expanded ? _ ("expanded") : _ ("collapsed"), numbers);
      mc_scene_node_set_parent (node, parent);
      mc_scene_node_set_expanded (node, piece->expanded);
    }
  mc_scene_node_add_text (node, &text_box, group->name, &style);
  mc_scene_node_add_text (node, &number_box, numbers, &right);
  mc_scene_node_add_polyline (node, under, 2, FALSE, MC_TONE_NONE, &line);
  mc_scene_add (drawing->scene, node);
  if (!again)
    draw_button (drawing, group->key, group->name, rect->x + 5.5, rect->y + 8, 5.5, piece->expanded, FALSE);
}

/* --- Lines --- */

static gboolean
is_in_frame (Drawing *drawing, const McOrgLine *line)
{
  for (guint i = 0; i < drawing->block->pieces->len; i++)
    {
      const McOrgPiece *piece = &g_array_index (drawing->block->pieces, McOrgPiece, i);
      const McRect *rect = &piece->rect;

      if (piece->kind == MC_ORG_PIECE_FRAME && line->from.x >= rect->x && line->to.x <= rect->x + rect->width &&
          line->from.y >= rect->y && line->to.y > rect->y && line->to.y <= rect->y + rect->height)
        return TRUE;
    }
  return FALSE;
}

/* Those between the leaders and the sections, or those inside the sections. */
static void
draw_lines (Drawing *drawing, gboolean inside)
{
  const McStroke solid = { 1, 0, MC_TONE_LINE }, dotted = { 1, 2.5, MC_TONE_INK_SOFT };
  McSceneNode *node =
      mc_scene_node_new (MC_SCENE_GROUND, NULL, &(McRect){ 0, 0, drawing->block->width, drawing->block->height });

  for (guint i = 0; i < drawing->block->lines->len; i++)
    {
      const McOrgLine *line = &g_array_index (drawing->block->lines, McOrgLine, i);
      const McPoint points[] = { line->from, line->to };

      if (is_in_frame (drawing, line) == inside)
        mc_scene_node_add_polyline (node, points, 2, FALSE, MC_TONE_NONE, line->dotted ? &dotted : &solid);
    }
  mc_scene_add (drawing->scene, node);
}

/* From a seat that is held besides to the main one of the same person, through the gaps between the boxes. */
static void
draw_besides (Drawing *drawing)
{
  const McStroke stroke = { 1.2, 2.5, MC_TONE_ACCENT };
  McSceneNode *node =
      mc_scene_node_new (MC_SCENE_GROUND, NULL, &(McRect){ 0, 0, drawing->block->width, drawing->block->height });
  GHashTableIter iter;
  McOrgSeat *seat;
  McRect *from;

  g_hash_table_iter_init (&iter, drawing->rect_of);
  while (g_hash_table_iter_next (&iter, (gpointer *)&seat, (gpointer *)&from))
    {
      McOrgSeat *main = seat->besides ? mc_org_chart_find_person (drawing->plan->chart, seat->person_id) : NULL;
      McRect *to = main && main != seat ? g_hash_table_lookup (drawing->rect_of, main) : NULL;
      double channel, left;

      if (!to)
        continue;
      channel = from->y + from->height + 7;
      left = to->x - MC_ORG_GAP / 2 - 0.5;
      const McPoint points[] = {
        { from->x + 10, from->y + from->height }, { from->x + 10, channel },         { left, channel },
        { left, to->y + to->height / 2 },         { to->x, to->y + to->height / 2 },
      };

      mc_scene_node_add_polyline (node, points, G_N_ELEMENTS (points), FALSE, MC_TONE_NONE, &stroke);
    }
  mc_scene_add (drawing->scene, node);
}

/* --- Boxes --- */

static char *
parent_of (Drawing *drawing, McOrgSeat *seat)
{
  McOrgGroup *group = g_hash_table_lookup (drawing->group_of, seat);
  McOrgPost *post = mc_org_chart_find_post (drawing->plan->chart, seat->post_id);
  const GPtrArray *seats = mc_org_chart_get_seats (drawing->plan->chart);

  if (group)
    return g_strdup (group->key);
  if (seat->section_id)
    return g_strdup_printf ("section/%" G_GINT64_FORMAT, seat->section_id);
  if (!seat->seat_id)
    return g_strdup ("loose");
  for (guint i = 0; post && post->chief && !post->chief->section_id && i < seats->len; i++)
    if (((McOrgSeat *)g_ptr_array_index (seats, i))->post_id == post->chief->id)
      return g_strdup (((McOrgSeat *)g_ptr_array_index (seats, i))->key);
  return NULL;
}

/* Under the edge of a box, where the line to those beneath begins: on the edge it would lie over the post's name. */
static void
draw_knob (Drawing *drawing, const McOrgPiece *piece)
{
  gboolean down = drawing->plan->options.direction == MC_ORG_TOP_DOWN;
  double x = piece->rect.x + (down ? piece->rect.width / 2 : piece->rect.width + KNOB);
  double y = piece->rect.y + (down ? piece->rect.height + KNOB : piece->rect.height / 2);

  draw_button (drawing, piece->seat->key, piece->seat->post_name, x, y, KNOB, piece->expanded, TRUE);
}

static void
draw_seat (Drawing *drawing, const McOrgPiece *piece)
{
  g_autofree char *parent = parent_of (drawing, piece->seat);
  McSceneNode *node = mc_org_box_draw (drawing->plan, piece);

  if (parent)
    mc_scene_node_set_parent (node, parent);
  mc_scene_add (drawing->scene, node);
  if (piece->expanded >= 0)
    draw_knob (drawing, piece);
}

/* In which round a piece is drawn: who reads the chart with a screen reader hears it in this order, leaders before
 * sections, heads before their officers, and last who has no seat. */
static McOrgRound
round_of (Drawing *drawing, const McOrgPiece *piece)
{
  gboolean gathered = piece->seat && g_hash_table_contains (drawing->plan->gathered, piece->seat);

  switch (piece->kind)
    {
    case MC_ORG_PIECE_FRAME:
      return piece->section ? ROUND_FRAMES : ROUND_LOOSE_FRAME;
    case MC_ORG_PIECE_SEAT:
      if (!piece->seat->seat_id)
        return ROUND_LOOSE;
      return !piece->seat->section_id ? ROUND_LEADERS : gathered ? ROUND_OFFICERS : ROUND_HEADS;
    case MC_ORG_PIECE_ORIGIN:
    case MC_ORG_PIECE_GROUP:
    case MC_ORG_PIECE_CONTINUED:
    default:
      return ROUND_HEADINGS;
    }
}

static void
draw_round (Drawing *drawing, McOrgRound round)
{
  for (guint i = 0; i < drawing->block->pieces->len; i++)
    {
      const McOrgPiece *piece = &g_array_index (drawing->block->pieces, McOrgPiece, i);

      if (round_of (drawing, piece) != round)
        continue;
      if (piece->kind == MC_ORG_PIECE_FRAME)
        draw_frame (drawing, piece);
      else if (piece->kind == MC_ORG_PIECE_SEAT)
        draw_seat (drawing, piece);
      else if (piece->kind == MC_ORG_PIECE_ORIGIN)
        mc_scene_add (drawing->scene, mc_org_origin_draw (piece));
      else
        draw_heading (drawing, piece);
    }
}

static void
index_drawing (Drawing *drawing)
{
  for (guint i = 0; i < drawing->block->pieces->len; i++)
    {
      McOrgPiece *piece = &g_array_index (drawing->block->pieces, McOrgPiece, i);

      if (piece->kind == MC_ORG_PIECE_SEAT)
        g_hash_table_insert (drawing->rect_of, piece->seat, &piece->rect);
    }
  for (guint i = 0; i < drawing->plan->groups->len; i++)
    {
      McOrgGroup *group = g_ptr_array_index (drawing->plan->groups, i);

      for (guint s = 0; s < group->seats->len && !group->untitled; s++)
        g_hash_table_insert (drawing->group_of, g_ptr_array_index (group->seats, s), group);
    }
}

McScene *
mc_org_draw (McOrgPlan *plan, McOrgBlock *block)
{
  g_autoptr (GHashTable) group_of = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) rect_of = g_hash_table_new (NULL, NULL);
  Drawing drawing = { plan, mc_scene_new (), block, group_of, rect_of };
  g_autofree char *headline = mc_org_chart_dup_headline (plan->chart);

  index_drawing (&drawing);
  draw_lines (&drawing, FALSE);
  draw_round (&drawing, ROUND_LEADERS);
  draw_round (&drawing, ROUND_FRAMES);
  draw_lines (&drawing, TRUE);
  draw_besides (&drawing);
  for (McOrgRound round = ROUND_HEADS; round < N_ROUNDS; round++)
    draw_round (&drawing, round);
  mc_scene_set_title (drawing.scene, _ ("Organisation Chart"), headline);
  mc_scene_seal (drawing.scene, 12);
  return drawing.scene;
}
