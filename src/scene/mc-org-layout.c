/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-org-layout.h"

#include <math.h>

#include "mc-org-unit-private.h"

/* How high the columns of boxes are decides how wide the drawing is. The right height is found by trying: a layout is
 * quick, and nothing simpler is right for every organisation. */

#define N_TRIES 18
/* A3 landscape within its margins, less the title block. */
#define USUAL_ASPECT 1.6

static void
plan_init (McOrgPlan *plan, McOrgChart *chart, const McOrgLayoutOptions *options)
{
  plan->chart = chart;
  plan->options = options ? *options : (McOrgLayoutOptions){ 0 };
  plan->groups = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_org_group_free);
  plan->gathered = g_hash_table_new (NULL, NULL);
  plan->sizes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  plan->limit = G_MAXDOUBLE;
}

static void
plan_clear (McOrgPlan *plan)
{
  g_ptr_array_unref (plan->groups);
  g_hash_table_unref (plan->gathered);
  g_hash_table_unref (plan->sizes);
}

/* How large the drawing comes out on paper of the shape that is wanted. */
static double
judge (const McOrgBlock *block, double aspect)
{
  return 1 / MAX (MAX (block->width, 1) / aspect, MAX (block->height, 1));
}

static McOrgBlock *
find_best (McOrgPlan *plan, McOrgUnit *root)
{
  double aspect = plan->options.aspect > 0 ? plan->options.aspect : USUAL_ASPECT;
  double low = 2 * mc_org_plan_measure (plan, g_ptr_array_index (mc_org_chart_get_seats (plan->chart), 0))->height;
  McOrgBlock *best = mc_org_unit_block (plan, root);
  double factor = pow (MAX (best->height / low, 1.1), 1.0 / N_TRIES);
  double quality = judge (best, aspect);
  /* Where somebody has no seat, each height is tried with them beside the sections and beyond the last one. */
  int ways = mc_org_chart_get_loose (plan->chart)->len ? 2 : 1;

  for (int i = 0; i < ways * N_TRIES; i++)
    {
      McOrgBlock *tried;

      plan->limit = low * pow (factor, i / ways);
      plan->stack_loose = i % ways;
      tried = mc_org_unit_block (plan, root);
      if (judge (tried, aspect) > quality)
        {
          quality = judge (tried, aspect);
          mc_org_block_free (best);
          best = g_steal_pointer (&tried);
        }
      g_clear_pointer (&tried, mc_org_block_free);
    }
  return best;
}

McScene *
mc_org_layout (McOrgChart *chart, const McOrgLayoutOptions *options)
{
  McOrgPlan plan;
  McScene *scene;

  g_return_val_if_fail (MC_IS_ORG_CHART (chart), NULL);
  plan_init (&plan, chart, options);
  {
    g_autoptr (McOrgUnit) root = mc_org_unit_new (&plan);
    g_autoptr (McOrgBlock) block =
        mc_org_chart_get_seats (chart)->len ? find_best (&plan, root) : mc_org_unit_block (&plan, root);

    scene = mc_org_draw (&plan, block);
  }
  plan_clear (&plan);
  return scene;
}

GPtrArray *
mc_org_layout_list_groups (McOrgChart *chart, const McOrgLayoutOptions *options)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  McOrgPlan plan;

  g_return_val_if_fail (MC_IS_ORG_CHART (chart), NULL);
  plan_init (&plan, chart, options);
  {
    g_autoptr (McOrgUnit) root = mc_org_unit_new (&plan);

    for (guint i = 0; i < plan.groups->len; i++)
      {
        McOrgGroup *group = g_ptr_array_index (plan.groups, i);

        if (!group->untitled)
          g_ptr_array_add (keys, g_strdup (group->key));
      }
  }
  plan_clear (&plan);
  return keys;
}
