/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-org-box-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mc-name.h"

/* One box: name, post, agency's code, and what is special about it. */

typedef struct
{
  McOrgPlan *plan;
  McOrgSeat *seat;
  McOrgChange *change;
  McSceneNode *node;
  McRect rect;
  double left, top, right; /* what is still free */
} Box;

static McTone
change_tone (McOrgChange *change)
{
  switch (change->kind)
    {
    case MC_ORG_CAME:
    case MC_ORG_TOOK_ON:
    case MC_ORG_SEAT_NEW:
      return MC_TONE_CAME;
    case MC_ORG_MOVED:
      return MC_TONE_MOVED;
    case MC_ORG_LEFT:
    case MC_ORG_GAVE_UP:
    case MC_ORG_VACATED:
    case MC_ORG_SEAT_GONE:
    default:
      return MC_TONE_LEFT;
    }
}

static void
draw_ground (Box *box)
{
  gboolean vacant = mc_org_seat_is_vacant (box->seat);
  McStroke border = { 1, 0, MC_TONE_LINE };
  double inset = 0;

  if (vacant)
    border = (McStroke){ 1.2, 4, MC_TONE_GAP };
  else if (box->seat->besides)
    border = (McStroke){ 1.2, 2, MC_TONE_ACCENT };
  if (box->change)
    {
      border.tone = change_tone (box->change);
      border.width = 1.8;
      inset = 0.4;
    }
  mc_scene_node_add_rect (
      box->node,
      &(McRect){ box->rect.x + inset, box->rect.y + inset, box->rect.width - 2 * inset, box->rect.height - 2 * inset },
      5, vacant ? MC_TONE_PAPER : MC_TONE_PANEL, &border);
}

/* The agency's code at the right; drawn full where it is not the agency that the seat is for. */
static void
draw_tag (Box *box)
{
  const char *code = mc_org_seat_get_agency_code (box->seat);
  gboolean lent = mc_org_seat_is_lent (box->seat);
  const McStroke border = { 0.7, 0, MC_TONE_LINE };
  const McTextStyle style = {
    MC_ORG_SMALL_SIZE, TRUE, FALSE, MC_ALIGN_CENTER, MC_ALIGN_CENTER, 1, lent ? MC_TONE_ON_ACCENT : MC_TONE_INK_SOFT, 0
  };
  double width = mc_org_box_tag_width (box->seat);

  if (width <= 0)
    return;
  box->right -= width;
  const McRect tag = { box->right, box->top + 0.5, width, 11.5 };

  mc_scene_node_add_rect (box->node, &tag, 3, lent ? MC_TONE_ACCENT : MC_TONE_PAPER, lent ? NULL : &border);
  mc_scene_node_add_text (box->node, &tag, code, &style);
  box->right -= 3;
}

static void
draw_photo (Box *box)
{
  gint64 id = box->seat->photo_id;
  cairo_surface_t *photo = box->plan->options.photos ? g_hash_table_lookup (box->plan->options.photos, &id) : NULL;
  const McRect disc = { box->left, box->rect.y + (box->rect.height - MC_ORG_PHOTO) / 2, MC_ORG_PHOTO, MC_ORG_PHOTO };
  const McTextStyle style = { 11, TRUE, FALSE, MC_ALIGN_CENTER, MC_ALIGN_CENTER, 1, MC_TONE_INK_SOFT, 0 };
  const McStroke border = { 0.8, mc_org_seat_is_vacant (box->seat) ? 3 : 0, MC_TONE_LINE };
  g_autofree char *initials = box->seat->full_name ? mc_name_initials (box->seat->full_name) : NULL;

  box->left += MC_ORG_PHOTO + 6;
  if (photo)
    {
      mc_scene_node_add_image (box->node, &disc, photo, TRUE);
      return;
    }
  mc_scene_node_add_ellipse (box->node, &disc, MC_TONE_PAPER, &border);
  if (initials)
    mc_scene_node_add_text (box->node, &disc, initials, &style);
}

static void
draw_line (Box *box, const char *text, const McTextStyle *style, double height, gboolean beside_tag)
{
  double right = beside_tag ? box->right : box->rect.x + box->rect.width - 6;

  if (text && *text)
    mc_scene_node_add_text (box->node, &(McRect){ box->left, box->top, right - box->left, height }, text, style);
  box->top += height;
}

static void
draw_name (Box *box)
{
  gboolean vacant = mc_org_seat_is_vacant (box->seat);
  guint lines = mc_org_plan_measure (box->plan, box->seat)->name_lines;
  const McTextStyle style = {
    MC_ORG_NAME_SIZE, !vacant, vacant, MC_ALIGN_START, MC_ALIGN_CENTER, lines, vacant ? MC_TONE_GAP : MC_TONE_INK, 0
  };
  g_autofree char *title = mc_org_seat_dup_title (box->seat);

  draw_line (box, title, &style, MC_ORG_NAME_LINE * lines, TRUE);
}

/* What has changed stands before the post: "came", who was there before. */
static char *
change_text (McOrgChange *change)
{
  if (change->kind == MC_ORG_VACATED)
    return mc_org_change_dup_detail (change);
  return g_strdup_printf ("%s %s", mc_org_change_get_sign (change), mc_org_change_get_word (change));
}

static void
draw_post (Box *box)
{
  guint lines = mc_org_plan_measure (box->plan, box->seat)->post_lines;
  McTextStyle style = { MC_ORG_SMALL_SIZE, FALSE, FALSE, MC_ALIGN_START, MC_ALIGN_CENTER, lines, MC_TONE_INK_SOFT, 0 };
  g_autofree char *post = mc_org_seat_dup_post_line (box->seat);

  if (box->seat->besides)
    style.tone = MC_TONE_ACCENT;
  if (box->change)
    {
      g_autofree char *change = change_text (box->change);
      g_autofree char *both = *post ? g_strdup_printf ("%s · %s", change, post) : g_strdup (change);

      style.tone = change_tone (box->change);
      g_set_str (&post, both);
    }
  if (lines)
    draw_line (box, post, &style, MC_ORG_SMALL_LINE * lines, FALSE);
  else if (box->change)
    mc_scene_node_add_text (box->node, &(McRect){ box->right - 10, box->top - MC_ORG_NAME_LINE, 10, MC_ORG_NAME_LINE },
                            mc_org_change_get_sign (box->change), &style);
}

/* Telephone and agency in one line: the number is what is looked for, and never cut. */
static void
draw_more (Box *box)
{
  const McTextStyle style = {
    MC_ORG_SMALL_SIZE, FALSE, FALSE, MC_ALIGN_START, MC_ALIGN_CENTER, 1, MC_TONE_INK_SOFT, 0
  };
  McOrgSeat *seat = box->seat;
  const char *agency = seat->person_id ? seat->home_name : seat->origin_name;
  g_autofree char *both = seat->phone && agency ? g_strdup_printf ("%s · %s", seat->phone, agency) : NULL;

  draw_line (box, both ? both : seat->phone ? seat->phone : agency, &style, MC_ORG_SMALL_LINE, FALSE);
}

/* A vacant seat is called by its post: "vacant" is how it is. */
static void
name_node (Box *box)
{
  McOrgSeat *seat = box->seat;
  g_autofree char *state = mc_org_seat_dup_state (seat);
  g_autofree char *description = mc_org_seat_dup_description (seat);
  g_autofree char *all = NULL;

  if (box->change)
    all = g_strjoin (*state ? ", " : "", state, mc_org_change_get_word (box->change), NULL);
  mc_scene_node_set_names (box->node, seat->person_id ? seat->full_name : seat->post_name, all ? all : state,
                           description);
}

static void
set_verbs (Box *box, int expanded)
{
  McOrgSeat *seat = box->seat;
  g_autofree char *target =
      seat->person_id ? g_strdup_printf ("person/%" G_GINT64_FORMAT, seat->person_id) : g_strdup (seat->key);
  g_autofree char *drag =
      g_strdup_printf ("holder/%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, seat->seat_id, seat->person_id);

  mc_scene_node_set_target (box->node, target);
  mc_scene_node_set_expanded (box->node, expanded);
  if (!box->plan->options.editable)
    return;
  if (seat->person_id)
    mc_scene_node_set_drag (box->node, drag);
  if (seat->seat_id)
    mc_scene_node_set_drop (box->node, "holder/");
}

McSceneNode *
mc_org_box_draw (McOrgPlan *plan, const McOrgPiece *piece)
{
  const McRect *rect = &piece->rect;
  McOrgChange *change = plan->options.diff ? mc_org_diff_find (plan->options.diff, piece->seat->key) : NULL;
  Box box = { plan,  piece->seat, change,      mc_scene_node_new (MC_SCENE_ITEM, piece->seat->key, rect),
              *rect, rect->x + 6, rect->y + 4, rect->x + rect->width - 5 };

  name_node (&box);
  set_verbs (&box, piece->expanded);
  draw_ground (&box);
  draw_tag (&box);
  if (plan->options.detail == MC_ORG_FULL)
    draw_photo (&box);
  draw_name (&box);
  draw_post (&box);
  if (plan->options.detail == MC_ORG_FULL)
    draw_more (&box);
  return box.node;
}

static const char *
origin_text (McOrgSeat *seat)
{
  return seat->origin_note ? seat->origin_note : seat->origin_name;
}

/* Names of offices are long, and one that lacks its end may be that of another. The guess leaves room for words that do
 * not fill their lines. */
static guint
origin_lines (McOrgSeat *seat, double width)
{
  return (guint)CLAMP (ceil (1.2 * mc_org_text_width (origin_text (seat), MC_ORG_SMALL_SIZE) / (width - 6)), 1, 5);
}

double
mc_org_origin_height (McOrgSeat *seat, double width)
{
  return MAX (MC_ORG_ORIGIN, origin_lines (seat, width) * MC_ORG_SMALL_LINE + 4);
}

McSceneNode *
mc_org_origin_draw (const McOrgPiece *piece)
{
  const McStroke border = { 0.8, 2.5, MC_TONE_INK_SOFT };
  const McRect *rect = &piece->rect;
  const McTextStyle style = {
    MC_ORG_SMALL_SIZE, FALSE, TRUE, MC_ALIGN_CENTER, MC_ALIGN_CENTER, MAX (2, origin_lines (piece->seat, rect->width)),
    MC_TONE_INK_SOFT,  0
  };
  const McRect text = { rect->x + 3, rect->y + 1, rect->width - 6, rect->height - 2 };
  McSceneNode *node = mc_scene_node_new (MC_SCENE_GROUND, NULL, rect);

  mc_scene_node_add_rect (node, rect, 3, MC_TONE_NONE, &border);
  mc_scene_node_add_text (node, &text, origin_text (piece->seat), &style);
  return node;
}
