/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/** McPostKind: What a post is for. */
typedef enum
{
  MC_POST_KIND_LEADERSHIP,
  MC_POST_KIND_PROFESSIONAL,
  MC_POST_KIND_SUPPORT,
} McPostKind;

extern const McEnumValue mc_post_kind_values[];

#define MC_TYPE_POST (mc_post_get_type ())
G_DECLARE_FINAL_TYPE (McPost, mc_post, MC, POST, McEntity)

/**
 * McPost:
 * A job position of the plan; leaders belong to no section.
 */
struct _McPost
{
  McEntity parent_instance;

  char *code;
  char *name;
  gint64 section_id;
  McPostKind kind;
  gboolean concurrent;
  gboolean part_time;
  gint64 min_rank_id;
  int sort_order;
  int plan_count;
  int max_seats;
  char *note;
  gint64 reports_to_post_id;
  gboolean reports_to_origin;
  McPeriod during;
};

/** mc_post_new: (transfer full): an unsaved one. */
McPost *mc_post_new (void);

G_END_DECLS
