/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-org-unit-private.h"

#include "mc-tidy-tree.h"

/* Drawing the tree: every unit is a block, and the tidy tree says where the blocks stand. "Across" is along a row of
 * siblings, "along" from a parent to its children: x and y from top to bottom, y and x from left to right. */

static gboolean
is_down (McOrgPlan *plan)
{
  return plan->options.direction == MC_ORG_TOP_DOWN;
}

static double
across (McOrgPlan *plan, const McOrgBlock *block)
{
  return is_down (plan) ? block->width : block->height;
}

static double
along (McOrgPlan *plan, const McOrgBlock *block)
{
  return is_down (plan) ? block->height : block->width;
}

static void
put (McOrgPlan *plan, McOrgBlock *block, McOrgBlock *child, double at_across, double at_along)
{
  if (is_down (plan))
    mc_org_block_add (block, child, at_across, at_along);
  else
    mc_org_block_add (block, child, at_along, at_across);
}

static void
put_line (McOrgPlan *plan, McOrgBlock *block, double across1, double along1, double across2, double along2)
{
  if (is_down (plan))
    mc_org_block_add_line (block, across1, along1, across2, along2, FALSE);
  else
    mc_org_block_add_line (block, along1, across1, along2, across2, FALSE);
}

/* --- Leaders --- */

static gboolean
is_staff (McOrgUnit *unit)
{
  return unit->post && unit->children->len == 0 && !unit->groups;
}

static gboolean
has_contents (McOrgUnit *unit)
{
  return unit->children->len || unit->groups;
}

static gboolean
is_collapsed (McOrgPlan *plan, McOrgUnit *unit)
{
  McOrgSeat *first = unit->seats->len ? g_ptr_array_index (unit->seats, 0) : NULL;

  return first && has_contents (unit) && mc_org_plan_is_collapsed (plan, first->key);
}

/* The seats of a post side by side. */
static McOrgBlock *
seats_block (McOrgPlan *plan, GPtrArray *seats, int expanded)
{
  McOrgBlock *block = mc_org_block_new (0, 0);
  double at = 0;

  for (guint i = 0; i < seats->len; i++)
    {
      McOrgBlock *box = mc_org_box_block (plan, g_ptr_array_index (seats, i), i == 0 ? expanded : -1);
      double width = across (plan, box);

      put (plan, block, box, at, 0);
      at += width + MC_ORG_GAP;
    }
  return block;
}

/* Half of the deputies, from the middle outwards; with a line to each from @bus. */
static void
put_half (McOrgPlan *plan, McOrgBlock *block, GPtrArray *seats, guint from, guint until, double start, double top)
{
  double at = start, bus = top - MC_ORG_LEVEL_GAP / 2;

  for (guint i = from; i < until; i++)
    {
      McOrgBlock *box = mc_org_box_block (plan, g_ptr_array_index (seats, i), -1);
      double width = across (plan, box);

      put_line (plan, block, at + width / 2, bus, at + width / 2, top);
      put (plan, block, box, at, top);
      at += width + MC_ORG_GAP;
    }
}

static double
seats_across (McOrgPlan *plan, GPtrArray *seats, guint from, guint until)
{
  double sum = 0;

  for (guint i = from; i < until; i++)
    {
      McOrgBlock *box = mc_org_box_block (plan, g_ptr_array_index (seats, i), -1);

      sum += across (plan, box) + (i > from ? MC_ORG_GAP : 0);
      mc_org_block_free (box);
    }
  return sum;
}

/* The leaders on both sides of the line that goes on to the sections. */
static McOrgBlock *
with_staff (McOrgPlan *plan, McOrgBlock *head, GPtrArray *staff, gboolean goes_on)
{
  guint half = staff->len / 2;
  double left = seats_across (plan, staff, 0, half), right = seats_across (plan, staff, half, staff->len);
  double side, middle, top = along (plan, head) + MC_ORG_LEVEL_GAP;
  double head_across = across (plan, head);
  McOrgBlock *block = mc_org_block_new (0, 0);
  double bus = top - MC_ORG_LEVEL_GAP / 2, first, last;

  /* One alone stands to the right, so that the line passes by. */
  side = MAX (left, right) + MC_ORG_TRUNK_GAP / 2;
  middle = MAX (side, head_across / 2);
  put (plan, block, head, middle - head_across / 2, 0);
  put_half (plan, block, staff, 0, half, middle - MC_ORG_TRUNK_GAP / 2 - left, top);
  put_half (plan, block, staff, half, staff->len, middle + MC_ORG_TRUNK_GAP / 2, top);
  first = half ? middle - MC_ORG_TRUNK_GAP / 2 - left + seats_across (plan, staff, 0, 1) / 2 : middle;
  last = middle + MC_ORG_TRUNK_GAP / 2 + right - seats_across (plan, staff, staff->len - 1, staff->len) / 2;
  put_line (plan, block, first, bus, last, bus);
  put_line (plan, block, middle, bus - MC_ORG_LEVEL_GAP / 2, middle, goes_on ? along (plan, block) : bus);
  /* The middle stays the middle, whoever is missing on one side. */
  if (is_down (plan))
    block->width = 2 * middle;
  else
    block->height = 2 * middle;
  return block;
}

/* --- The tree --- */

static McTidyNode *
node_new (McOrgPlan *plan, McOrgBlock *block)
{
  return mc_tidy_node_new (across (plan, block), along (plan, block), block);
}

static McOrgBlock *frame_block (McOrgPlan *plan, McOrgUnit *unit);

static void add_children (McOrgPlan *plan, McTidyNode *node, McOrgUnit *unit, gboolean outside);

/* @outside: among the leaders, where those who lead nobody stand beside the line. */
static McTidyNode *
unit_node (McOrgPlan *plan, McOrgUnit *unit, gboolean outside)
{
  gboolean collapsed = is_collapsed (plan, unit);
  g_autoptr (GPtrArray) staff = g_ptr_array_new ();
  gboolean goes_on = unit->groups != NULL;
  McOrgBlock *block;
  McTidyNode *node;

  if (unit->section || unit->loose)
    return node_new (plan, frame_block (plan, unit));
  block = seats_block (plan, unit->seats, has_contents (unit) ? !collapsed : -1);
  for (guint i = 0; i < unit->children->len && !collapsed; i++)
    {
      McOrgUnit *child = g_ptr_array_index (unit->children, i);

      if (outside && is_staff (child))
        g_ptr_array_extend (staff, child->seats, NULL, NULL);
      else if (!child->loose)
        goes_on = TRUE;
    }
  if (staff->len)
    block = with_staff (plan, block, staff, goes_on);
  node = node_new (plan, block);
  if (!collapsed)
    add_children (plan, node, unit, outside);
  return node;
}

/* Those without a seat hang on nobody: their frame can stand beyond the last section's, where there is room. */
static gboolean
is_stacked (McOrgPlan *plan, McOrgUnit *unit, guint index)
{
  McOrgUnit *child = g_ptr_array_index (unit->children, index);

  return plan->stack_loose && child->loose && index > 0 &&
         ((McOrgUnit *)g_ptr_array_index (unit->children, index - 1))->section;
}

static void
stack (McOrgPlan *plan, McTidyNode *node, McOrgBlock *beyond)
{
  McOrgBlock *last = node->data;
  McOrgBlock *block = mc_org_block_new (0, 0);
  double width = MAX (across (plan, last), across (plan, beyond));
  double at = along (plan, last) + MC_ORG_GAP * 1.5;

  put (plan, block, last, (width - across (plan, last)) / 2, 0);
  put (plan, block, beyond, (width - across (plan, beyond)) / 2, at);
  node->data = block;
  node->width = across (plan, block);
  node->height = along (plan, block);
}

static void
add_children (McOrgPlan *plan, McTidyNode *node, McOrgUnit *unit, gboolean outside)
{
  for (guint i = 0; i < unit->children->len; i++)
    {
      McOrgUnit *child = g_ptr_array_index (unit->children, i);

      if (is_stacked (plan, unit, i))
        stack (plan, g_ptr_array_index (node->children, node->children->len - 1), frame_block (plan, child));
      else if (!outside || !is_staff (child) || !unit->post)
        mc_tidy_node_add (node, unit_node (plan, child, outside));
    }
  if (unit->groups)
    mc_tidy_node_add (node, node_new (plan, mc_org_grid_block (plan, unit->groups, unit->post != NULL)));
}

/* --- Placing --- */

static gboolean
is_frame (const McOrgBlock *block, gboolean loose)
{
  const McOrgPiece *first = block->pieces->len ? &g_array_index (block->pieces, McOrgPiece, 0) : NULL;

  return first && first->kind == MC_ORG_PIECE_FRAME && (first->section == NULL) == loose;
}

static gboolean
is_grid (McOrgUnit *unit, McTidyNode *node, guint index)
{
  return unit->groups && index + 1 == node->children->len;
}

/* The lines from a knot to its children: down, across, down. Columns draw their own last piece. */
static void
connect (McOrgPlan *plan, McOrgBlock *block, McTidyNode *node, McOrgUnit *unit)
{
  double from = node->x + node->width / 2, low = from, high = from;
  double start = node->y + node->height, bus = start + MC_ORG_LEVEL_GAP / 2;
  guint joined = 0;

  for (guint i = 0; i < node->children->len; i++)
    {
      McTidyNode *child = g_ptr_array_index (node->children, i);
      double middle = child->x + child->width / 2;

      if (is_frame (child->data, TRUE))
        continue;
      low = MIN (low, middle);
      high = MAX (high, middle);
      joined++;
      if (!is_grid (unit, node, i))
        put_line (plan, block, middle, bus, middle, child->y);
    }
  if (!joined)
    return;
  put_line (plan, block, from, start, from, bus);
  put_line (plan, block, low, bus, high, bus);
}

static void
place (McOrgPlan *plan, McOrgBlock *block, McTidyNode *node, McOrgUnit *unit, gboolean outside)
{
  guint at = 0;

  if (unit->post)
    connect (plan, block, node, unit);
  put (plan, block, g_steal_pointer (&node->data), node->x, node->y);
  for (guint i = 0; i < unit->children->len && at < node->children->len; i++)
    {
      McOrgUnit *child = g_ptr_array_index (unit->children, i);

      if ((outside && is_staff (child) && unit->post) || is_stacked (plan, unit, i))
        continue;
      if (child->section || child->loose)
        {
          McTidyNode *frame = g_ptr_array_index (node->children, at++);

          put (plan, block, g_steal_pointer (&frame->data), frame->x, frame->y);
        }
      else
        place (plan, block, g_ptr_array_index (node->children, at++), child, outside);
    }
  if (unit->groups && at < node->children->len)
    {
      McTidyNode *grid = g_ptr_array_index (node->children, at);

      put (plan, block, g_steal_pointer (&grid->data), grid->x, grid->y);
    }
}

/* A tree under @unit; a unit without a box of its own only holds its children side by side. */
static McOrgBlock *
tree_block (McOrgPlan *plan, McOrgUnit *unit, gboolean outside)
{
  g_autoptr (McTidyNode) root = NULL;
  McOrgBlock *block = mc_org_block_new (0, 0);

  if (unit->post)
    root = unit_node (plan, unit, outside);
  else
    {
      root = mc_tidy_node_new (0, -MC_ORG_LEVEL_GAP, mc_org_block_new (0, 0));
      add_children (plan, root, unit, outside);
    }
  mc_tidy_tree_layout (root, MC_ORG_GAP * 1.5, MC_ORG_LEVEL_GAP);
  if (!unit->post)
    root->y = 0;
  place (plan, block, root, unit, outside);
  return block;
}

/* --- Frames --- */

static McOrgBlock *
frame_block (McOrgPlan *plan, McOrgUnit *unit)
{
  const char *key = unit->loose ? "loose" : NULL;
  g_autofree char *section_key =
      unit->section ? g_strdup_printf ("section/%" G_GINT64_FORMAT, unit->section->id) : NULL;
  gboolean collapsed = mc_org_plan_is_collapsed (plan, key ? key : section_key);
  McOrgPiece frame = { MC_ORG_PIECE_FRAME, { 0, 0, 0, 0 }, NULL, unit->section, NULL, collapsed ? 0 : 1 };
  McOrgBlock *content = collapsed ? NULL : tree_block (plan, unit, FALSE);
  double title_width = mc_org_frame_title_width (plan, unit->section);
  double title_height;
  McOrgBlock *block = mc_org_block_new (0, 0);

  frame.rect.width = MAX (content ? content->width + 2 * MC_ORG_PADDING : 0, title_width);
  title_height = mc_org_frame_title_height (plan, unit->section, frame.rect.width);
  frame.rect.height = title_height + (content ? content->height + 2 * MC_ORG_PADDING : 0);
  mc_org_block_add_piece (block, &frame);
  if (content)
    mc_org_block_add (block, content, (frame.rect.width - content->width) / 2, title_height + MC_ORG_PADDING);
  return block;
}

McOrgBlock *
mc_org_unit_block (McOrgPlan *plan, McOrgUnit *unit)
{
  /* One at the head of all is the usual thing. */
  if (unit->children->len == 1 && !unit->groups && ((McOrgUnit *)g_ptr_array_index (unit->children, 0))->post)
    return tree_block (plan, g_ptr_array_index (unit->children, 0), TRUE);
  return tree_block (plan, unit, TRUE);
}
