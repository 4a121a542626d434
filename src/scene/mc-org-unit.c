/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-org-unit-private.h"

/* From posts and sections to the tree that is drawn. */

static McOrgUnit *
unit_new (void)
{
  McOrgUnit *unit = g_new0 (McOrgUnit, 1);

  unit->seats = g_ptr_array_new ();
  unit->children = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_org_unit_free);
  return unit;
}

void
mc_org_unit_free (McOrgUnit *self)
{
  g_ptr_array_unref (self->seats);
  g_ptr_array_unref (self->children);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_free (self);
}

typedef struct
{
  McOrgPlan *plan;
  GHashTable *of_post;    /* McOrgPost: McOrgUnit, for posts with seats */
  GHashTable *of_section; /* McOrgSection: McOrgUnit */
  GPtrArray *posts;       /* McOrgUnit of posts, in order; taken from when they are hung up */
} Growing;

/* A post without seats is not drawn: whom it leads stand under who leads it. */
static McOrgUnit *
chief_of (Growing *growing, McOrgPost *post)
{
  for (McOrgPost *up = post->chief; up; up = up->chief)
    {
      McOrgUnit *unit = g_hash_table_lookup (growing->of_post, up);

      if (unit)
        return unit;
    }
  return NULL;
}

static void
collect_posts (Growing *growing)
{
  const GPtrArray *seats = mc_org_chart_get_seats (growing->plan->chart);

  for (guint i = 0; i < seats->len; i++)
    {
      McOrgSeat *seat = g_ptr_array_index (seats, i);
      McOrgPost *post = mc_org_chart_find_post (growing->plan->chart, seat->post_id);
      McOrgUnit *unit = post ? g_hash_table_lookup (growing->of_post, post) : NULL;

      if (!unit)
        {
          unit = unit_new ();
          unit->post = post;
          g_ptr_array_add (growing->posts, unit);
          if (post)
            g_hash_table_insert (growing->of_post, post, unit);
        }
      g_ptr_array_add (unit->seats, seat);
    }
}

static McOrgUnit *
section_unit (Growing *growing, McOrgSection *section)
{
  McOrgUnit *unit = g_hash_table_lookup (growing->of_section, section);

  if (unit)
    return unit;
  unit = unit_new ();
  unit->section = section;
  g_hash_table_insert (growing->of_section, section, unit);
  return unit;
}

/* Under which unit a post of a section, or a leader, is hung up. */
static McOrgUnit *
place_of (Growing *growing, McOrgUnit *unit, McOrgUnit *root)
{
  McOrgSection *section = unit->post ? mc_org_chart_find_section (growing->plan->chart, unit->post->section_id) : NULL;
  McOrgUnit *chief = unit->post ? chief_of (growing, unit->post) : NULL;

  if (chief && chief->post->section_id == unit->post->section_id)
    return chief;
  if (section)
    return section_unit (growing, section);
  return root;
}

/* Who leads a section stands outside of it. */
static McOrgUnit *
chief_of_section (Growing *growing, McOrgUnit *section, McOrgUnit *root)
{
  for (guint i = 0; i < growing->posts->len; i++)
    {
      McOrgUnit *unit = g_ptr_array_index (growing->posts, i);
      McOrgUnit *chief;

      if (!unit->post || unit->post->section_id != section->section->id)
        continue;
      chief = chief_of (growing, unit->post);
      if (chief && chief->post->section_id == 0)
        return chief;
    }
  return root;
}

static void
hang_posts (Growing *growing, McOrgUnit *root)
{
  for (guint i = 0; i < growing->posts->len; i++)
    {
      McOrgUnit *unit = g_ptr_array_index (growing->posts, i);

      g_ptr_array_add (place_of (growing, unit, root)->children, unit);
    }
}

static void
hang_sections (Growing *growing, McOrgUnit *root)
{
  const GPtrArray *sections = mc_org_chart_get_sections (growing->plan->chart);

  for (guint i = 0; i < sections->len; i++)
    {
      McOrgUnit *unit = g_hash_table_lookup (growing->of_section, g_ptr_array_index (sections, i));

      if (unit)
        g_ptr_array_add (chief_of_section (growing, unit, root)->children, unit);
    }
}

/* In a section, whoever leads nobody goes into the columns. */
static void
gather (McOrgPlan *plan, McOrgUnit *unit, McOrgSection *section)
{
  g_autoptr (GPtrArray) seats = g_ptr_array_new ();

  for (guint i = 0; i < unit->children->len;)
    {
      McOrgUnit *child = g_ptr_array_index (unit->children, i);

      if (child->section)
        gather (plan, child, child->section);
      else
        gather (plan, child, section);
      if (!section || child->section || child->children->len || child->groups)
        {
          i++;
          continue;
        }
      g_ptr_array_extend (seats, child->seats, NULL, NULL);
      g_ptr_array_remove_index (unit->children, i);
    }
  if (seats->len)
    unit->groups = mc_org_grid_make_groups (plan, section, unit->post, seats);
}

static McOrgUnit *
loose_unit (McOrgPlan *plan)
{
  const GPtrArray *loose = mc_org_chart_get_loose (plan->chart);
  g_autoptr (GPtrArray) seats = g_ptr_array_new ();
  McOrgUnit *unit;

  if (!loose->len)
    return NULL;
  for (guint i = 0; i < loose->len; i++)
    g_ptr_array_add (seats, g_ptr_array_index (loose, i));
  unit = unit_new ();
  unit->loose = TRUE;
  unit->groups = mc_org_grid_make_groups (plan, NULL, NULL, seats);
  return unit;
}

McOrgUnit *
mc_org_unit_new (McOrgPlan *plan)
{
  g_autoptr (GHashTable) of_post = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) of_section = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) posts = g_ptr_array_new ();
  Growing growing = { plan, of_post, of_section, posts };
  McOrgUnit *root = unit_new ();
  McOrgUnit *loose = loose_unit (plan);

  collect_posts (&growing);
  hang_posts (&growing, root);
  hang_sections (&growing, root);
  gather (plan, root, NULL);
  if (loose)
    g_ptr_array_add (root->children->len == 1 ? ((McOrgUnit *)g_ptr_array_index (root->children, 0))->children
                                              : root->children,
                     loose);
  return root;
}
