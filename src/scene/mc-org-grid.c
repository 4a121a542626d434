/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-org-block-private.h"

#include <glib/gi18n-lib.h>

/* The boxes of a section in columns: groups whole where they can be, down and then right. */

#define GROUP_GAP 7.0

/* --- Groups --- */

void
mc_org_group_free (McOrgGroup *self)
{
  g_free (self->key);
  g_ptr_array_unref (self->seats);
  g_free (self);
}

/* What a seat is gathered under: code and name. */
static void
get_group (McOrgPlan *plan, McOrgSection *section, McOrgSeat *seat, const char **code, const char **name)
{
  const char *counter = NULL;

  *code = NULL;
  *name = "";
  if (!section || !section->takes_quota)
    return;
  if (plan->options.grouping == MC_ORG_BY_COUNTER && plan->options.counters)
    {
      counter = g_hash_table_lookup (plan->options.counters, &seat->person_id);
      *name = counter ? counter : _ ("No counter");
      return;
    }
  *code = seat->origin_code ? seat->origin_code : seat->home_code;
  *name = seat->origin_code ? seat->origin_name : seat->home_name;
  if (!*name)
    *name = *code ? *code : "";
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate ((*(McOrgGroup *const *)a)->name, (*(McOrgGroup *const *)b)->name);
}

GPtrArray *
mc_org_grid_make_groups (McOrgPlan *plan, McOrgSection *section, McOrgPost *chief, GPtrArray *seats)
{
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *groups = g_ptr_array_new ();

  for (guint i = 0; i < seats->len; i++)
    {
      McOrgSeat *seat = g_ptr_array_index (seats, i);
      const char *code, *name;
      McOrgGroup *group;

      get_group (plan, section, seat, &code, &name);
      group = g_hash_table_lookup (by_name, name);
      if (!group)
        {
          group = g_new0 (McOrgGroup, 1);
          group->key = g_strdup_printf ("group/%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT "/%s", section ? section->id : 0,
                                        chief ? chief->id : 0, code ? code : name);
          group->code = code;
          group->name = name;
          group->untitled = !*name;
          group->seats = g_ptr_array_new ();
          group->collapsed = mc_org_plan_is_collapsed (plan, group->key);
          g_ptr_array_add (groups, group);
          g_ptr_array_add (plan->groups, group);
          g_hash_table_insert (by_name, (char *)name, group);
        }
      g_ptr_array_add (group->seats, seat);
      g_hash_table_add (plan->gathered, seat);
      group->people += seat->person_id != 0;
    }
  /* Agencies keep the order of the plan; counters have numbers in their names. */
  if (plan->options.grouping == MC_ORG_BY_COUNTER)
    g_ptr_array_sort (groups, compare_groups);
  return groups;
}

/* --- Columns --- */

static double
seat_height (McOrgPlan *plan, McOrgSeat *seat)
{
  const McOrgBoxSize *size = mc_org_plan_measure (plan, seat);

  if (!mc_org_seat_shows_origin (seat))
    return size->height;
  return size->height + 2 * MC_ORG_ORIGIN_GAP + mc_org_origin_height (seat, size->width - 8);
}

static double
group_height (McOrgPlan *plan, McOrgGroup *group)
{
  double height = group->untitled ? -MC_ORG_STACK_GAP : MC_ORG_HEADING;

  for (guint i = 0; i < group->seats->len && !group->collapsed; i++)
    height += seat_height (plan, g_ptr_array_index (group->seats, i)) + MC_ORG_STACK_GAP;
  return height;
}

/* Where the next piece goes. */
typedef struct
{
  McOrgPlan *plan;
  McOrgBlock *block;
  double limit;
  double x, y;
  guint columns;
  double tallest;
} Cursor;

static void
next_column (Cursor *cursor)
{
  if (cursor->y == 0)
    return;
  cursor->x += mc_org_column_width (cursor->plan->options.detail) + MC_ORG_GAP;
  cursor->y = 0;
  cursor->columns++;
}

static void
put_heading (Cursor *cursor, McOrgGroup *group, gboolean again)
{
  const McOrgPiece piece = { again ? MC_ORG_PIECE_CONTINUED : MC_ORG_PIECE_GROUP,
                             { cursor->x, cursor->y, mc_org_column_width (cursor->plan->options.detail),
                               MC_ORG_HEADING },
                             NULL,
                             NULL,
                             group,
                             group->collapsed ? 0 : 1 };

  if (cursor->block)
    mc_org_block_add_piece (cursor->block, &piece);
  cursor->y += MC_ORG_HEADING;
  cursor->tallest = MAX (cursor->tallest, cursor->y);
}

static void
put_seat (Cursor *cursor, McOrgGroup *group, McOrgSeat *seat, gboolean first)
{
  double height = seat_height (cursor->plan, seat);

  if (cursor->y > 0 && cursor->y + MC_ORG_STACK_GAP + height > cursor->limit && !(first && !group->untitled))
    {
      next_column (cursor);
      if (!group->untitled)
        put_heading (cursor, group, TRUE);
    }
  if (cursor->y > 0)
    cursor->y += MC_ORG_STACK_GAP;
  if (cursor->block)
    mc_org_block_add (cursor->block, mc_org_box_block (cursor->plan, seat, -1), cursor->x, cursor->y);
  cursor->y += height;
  cursor->tallest = MAX (cursor->tallest, cursor->y);
}

static void
put_group (Cursor *cursor, McOrgGroup *group)
{
  double gap = cursor->y > 0 ? GROUP_GAP : 0;

  /* A group that fits into no column begins where it is, as long as there is room for some of it. */
  if (cursor->y + gap + group_height (cursor->plan, group) > cursor->limit &&
      (group_height (cursor->plan, group) <= cursor->limit || cursor->y > cursor->limit / 2))
    next_column (cursor);
  if (cursor->y > 0)
    cursor->y += gap;
  if (!group->untitled)
    put_heading (cursor, group, FALSE);
  for (guint i = 0; i < group->seats->len && !group->collapsed; i++)
    put_seat (cursor, group, g_ptr_array_index (group->seats, i), i == 0);
}

/* One run over all; without a block it only counts. */
static Cursor
run (McOrgPlan *plan, GPtrArray *groups, double limit, McOrgBlock *block)
{
  Cursor cursor = { plan, block, limit, 0, 0, 1, 0 };

  for (guint i = 0; i < groups->len; i++)
    put_group (&cursor, g_ptr_array_index (groups, i));
  return cursor;
}

/* The lowest columns that are no more than those the limit gives: so that the last one is not nearly empty. */
static double
balance (McOrgPlan *plan, GPtrArray *groups)
{
  Cursor widest = run (plan, groups, plan->limit, NULL);
  double low = 0, high = widest.tallest;

  for (int i = 0; i < 10 && widest.columns > 1; i++)
    {
      double middle = (low + high) / 2;
      Cursor tried = run (plan, groups, middle, NULL);

      if (tried.columns <= widest.columns && tried.tallest <= high)
        high = middle;
      else
        low = middle;
    }
  return MAX (high, 1);
}

/* Under no heading. */
static gboolean
is_untitled (const McOrgBlock *block)
{
  return g_array_index (block->pieces, McOrgPiece, 0).kind == MC_ORG_PIECE_SEAT;
}

/* From who leads to each column; from left to right, to everything in the first one. */
static void
lead_to_columns (McOrgPlan *plan, McOrgBlock *block, guint columns)
{
  double step = mc_org_column_width (plan->options.detail) + MC_ORG_GAP;
  double first = mc_org_column_width (plan->options.detail) / 2;
  double bus = -MC_ORG_LEVEL_GAP / 2, low = block->height / 2, high = low;

  if (plan->options.direction == MC_ORG_TOP_DOWN)
    {
      for (guint i = 0; i < columns; i++)
        mc_org_block_add_line (block, first + i * step, bus, first + i * step, 0, FALSE);
      mc_org_block_add_line (block, first, bus, first + (columns - 1) * step, bus, FALSE);
      return;
    }
  for (guint i = 0; i < block->pieces->len; i++)
    {
      const McOrgPiece *piece = &g_array_index (block->pieces, McOrgPiece, i);
      double y = piece->rect.y + piece->rect.height / 2;

      if (piece->rect.x > 0 || (piece->kind == MC_ORG_PIECE_SEAT && !is_untitled (block)) ||
          piece->kind == MC_ORG_PIECE_ORIGIN)
        continue;
      low = MIN (low, y);
      high = MAX (high, y);
      mc_org_block_add_line (block, bus, y, 0, y, FALSE);
    }
  mc_org_block_add_line (block, bus, low, bus, high, FALSE);
}

McOrgBlock *
mc_org_grid_block (McOrgPlan *plan, GPtrArray *groups, gboolean led)
{
  McOrgBlock *block = mc_org_block_new (0, 0);
  guint columns = run (plan, groups, balance (plan, groups), block).columns;

  if (led)
    lead_to_columns (plan, block, columns);
  return block;
}
