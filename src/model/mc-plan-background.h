/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

/** McPlanBackgroundKind: What kind of file it is. */
typedef enum
{
  MC_PLAN_BACKGROUND_IMAGE,
  MC_PLAN_BACKGROUND_DXF,
} McPlanBackgroundKind;

extern const McEnumValue mc_plan_background_kind_values[];

#define MC_TYPE_PLAN_BACKGROUND (mc_plan_background_get_type ())
G_DECLARE_FINAL_TYPE (McPlanBackground, mc_plan_background, MC, PLAN_BACKGROUND, McEntity)

/**
 * McPlanBackground:
 * A picture or drawing under a floor plan, to draw over. @scale is metres per pixel (or unit of the DXF); (@x, @y) is
 * its upper left corner (of a DXF: its origin), about which it is turned by @rotation degrees. @locked keeps it
 * from being moved by mistake. @content, at most 20 MiB, is loaded on demand only.
 */
struct _McPlanBackground
{
  McEntity parent_instance;

  gint64 floor_plan_id;
  gint64 floor_id;
  McPlanBackgroundKind kind;
  char *file_name;
  GBytes *content;
  double scale;
  double x;
  double y;
  double rotation;
  double opacity;
  gboolean visible;
  gboolean locked;
};

/** mc_plan_background_new: (transfer full): an unsaved one. */
McPlanBackground *mc_plan_background_new (void);

G_END_DECLS
