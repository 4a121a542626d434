/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-org-block-private.h"

#include <string.h>

#define BOX_PADDING 4.0

McOrgBlock *
mc_org_block_new (double width, double height)
{
  McOrgBlock *self = g_new0 (McOrgBlock, 1);

  self->width = width;
  self->height = height;
  self->pieces = g_array_new (FALSE, FALSE, sizeof (McOrgPiece));
  self->lines = g_array_new (FALSE, FALSE, sizeof (McOrgLine));
  return self;
}

void
mc_org_block_free (McOrgBlock *self)
{
  g_array_unref (self->pieces);
  g_array_unref (self->lines);
  g_free (self);
}

void
mc_org_block_add_piece (McOrgBlock *self, const McOrgPiece *piece)
{
  g_array_append_vals (self->pieces, piece, 1);
  self->width = MAX (self->width, piece->rect.x + piece->rect.width);
  self->height = MAX (self->height, piece->rect.y + piece->rect.height);
}

void
mc_org_block_add_line (McOrgBlock *self, double x1, double y1, double x2, double y2, gboolean dotted)
{
  const McOrgLine line = { { x1, y1 }, { x2, y2 }, dotted };

  if (x1 != x2 || y1 != y2)
    g_array_append_val (self->lines, line);
}

void
mc_org_block_add (McOrgBlock *self, McOrgBlock *child, double x, double y)
{
  for (guint i = 0; i < child->pieces->len; i++)
    {
      McOrgPiece piece = g_array_index (child->pieces, McOrgPiece, i);

      piece.rect.x += x;
      piece.rect.y += y;
      g_array_append_val (self->pieces, piece);
    }
  for (guint i = 0; i < child->lines->len; i++)
    {
      McOrgLine line = g_array_index (child->lines, McOrgLine, i);

      line.from.x += x;
      line.from.y += y;
      line.to.x += x;
      line.to.y += y;
      g_array_append_val (self->lines, line);
    }
  self->width = MAX (self->width, x + child->width);
  self->height = MAX (self->height, y + child->height);
  mc_org_block_free (child);
}

gboolean
mc_org_plan_is_collapsed (McOrgPlan *self, const char *key)
{
  return self->options.collapsed && g_hash_table_contains (self->options.collapsed, key);
}

double
mc_org_text_width (const char *text, double size)
{
  double length = 0;

  /* A guess by kinds of letters: asking Pango for each of hundreds of names takes longer than all the rest, and the
   * drawing would depend on the fonts of the computer. */
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (letter == ' ')
        length += 0.29;
      else if (letter < 0x80 && strchr ("MWNOQGmw", (int)letter))
        length += 0.84;
      else if (g_unichar_isupper (letter))
        length += 0.68;
      else
        length += letter == 'i' || letter == 'l' || letter == 't' ? 0.35 : 0.58;
    }
  return length * size;
}

double
mc_org_column_width (McOrgDetail detail)
{
  static const double widths[] = { [MC_ORG_NAME] = 128, [MC_ORG_POST] = 138, [MC_ORG_FULL] = 183 };

  return widths[detail];
}

double
mc_org_box_tag_width (McOrgSeat *seat)
{
  const char *code = mc_org_seat_get_agency_code (seat);

  return code && *code ? MIN (mc_org_text_width (code, MC_ORG_SMALL_SIZE) + 6, 46) : 0;
}

static McOrgBoxSize
measure (McOrgPlan *plan, McOrgSeat *seat)
{
  static const double wider[] = { [MC_ORG_NAME] = 20, [MC_ORG_POST] = 44, [MC_ORG_FULL] = 24 };
  McOrgDetail detail = plan->options.detail;
  gboolean wide = !g_hash_table_contains (plan->gathered, seat);
  double photo = detail == MC_ORG_FULL ? MC_ORG_PHOTO + 6 : 0, tag = mc_org_box_tag_width (seat);
  McOrgBoxSize size = { .width = mc_org_column_width (detail) + (wide ? wider[detail] : 0), .name_lines = 1 };
  double room = size.width - 12 - photo;
  g_autofree char *post = mc_org_seat_dup_post_line (seat);

  if (seat->full_name && mc_org_text_width (seat->full_name, MC_ORG_NAME_SIZE) > room - (tag > 0 ? tag + 3 : 0))
    size.name_lines = 2;
  if (detail != MC_ORG_NAME || seat->besides || !seat->person_id)
    size.post_lines = mc_org_text_width (post, MC_ORG_SMALL_SIZE) > room ? 2 : 1;
  size.height = 2 * BOX_PADDING + size.name_lines * MC_ORG_NAME_LINE + size.post_lines * MC_ORG_SMALL_LINE;
  if (detail == MC_ORG_FULL)
    size.height = MAX (size.height + MC_ORG_SMALL_LINE, MC_ORG_PHOTO + 2 * BOX_PADDING);
  return size;
}

const McOrgBoxSize *
mc_org_plan_measure (McOrgPlan *self, McOrgSeat *seat)
{
  McOrgBoxSize *size = g_hash_table_lookup (self->sizes, seat);

  if (!size)
    {
      const McOrgBoxSize measured = measure (self, seat);

      size = g_memdup2 (&measured, sizeof measured);
      g_hash_table_insert (self->sizes, seat, size);
    }
  return size;
}

gboolean
mc_org_seat_shows_origin (McOrgSeat *seat)
{
  return seat->to_origin && (seat->origin_note || seat->origin_name);
}

McOrgBlock *
mc_org_box_block (McOrgPlan *plan, McOrgSeat *seat, int expanded)
{
  const McOrgBoxSize *size = mc_org_plan_measure (plan, seat);
  McOrgBlock *block = mc_org_block_new (size->width, size->height);
  McOrgPiece piece = { MC_ORG_PIECE_SEAT, { 0, 0, size->width, size->height }, seat, NULL, NULL, expanded };
  double top = size->height + MC_ORG_ORIGIN_GAP;

  mc_org_block_add_piece (block, &piece);
  if (!mc_org_seat_shows_origin (seat))
    return block;
  piece.kind = MC_ORG_PIECE_ORIGIN;
  piece.rect = (McRect){ 4, top, size->width - 8, mc_org_origin_height (seat, size->width - 8) };
  piece.expanded = -1;
  mc_org_block_add_line (block, size->width / 2, size->height, size->width / 2, top, TRUE);
  mc_org_block_add_piece (block, &piece);
  /* Room below, so that it is seen whose it is. */
  block->height += MC_ORG_ORIGIN_GAP;
  return block;
}
