/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-service-quality.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Files of dossiers count what came online and what was digitised as one. */
#define TOGETHER N_ ("no data: files count online and digitised dossiers together")

typedef struct
{
  const char *name, *label, *words;
  gboolean known;
  McWorkloadFigure figure;
} Row;

static const Row rows[MC_N_QUALITY_GROUPS] = {
  [MC_QUALITY_TRANSPARENCY] = { "transparency", N_ ("Openness"), N_ ("no data: no file tells of it"), .known = FALSE },
  [MC_QUALITY_PROGRESS] = { "progress", N_ ("Progress and results"), N_ ("of the resolved dossiers, not late"), TRUE,
                            MC_FIGURE_ON_TIME_SHARE },
  [MC_QUALITY_DIGITISED] = { "digitised", N_ ("Digitised dossiers"), TOGETHER, .known = FALSE },
  [MC_QUALITY_ONLINE] = { "online", N_ ("Online services"), TOGETHER, .known = FALSE },
  [MC_QUALITY_SATISFACTION] = { "satisfaction", N_ ("Satisfaction"), N_ ("of the ratings, satisfied or better"), TRUE,
                                MC_FIGURE_SATISFIED_SHARE },
};

const char *
mc_quality_group_name (McQualityGroup group)
{
  g_return_val_if_fail (group < MC_N_QUALITY_GROUPS, NULL);
  return rows[group].name;
}

const char *
mc_quality_group_label (McQualityGroup group)
{
  g_return_val_if_fail (group < MC_N_QUALITY_GROUPS, NULL);
  return _ (rows[group].label);
}

const char *
mc_quality_group_words (McQualityGroup group)
{
  g_return_val_if_fail (group < MC_N_QUALITY_GROUPS, NULL);
  return _ (rows[group].words);
}

int
mc_quality_group_max (McQualityGroup group, const McRule *rule)
{
  g_return_val_if_fail (group < MC_N_QUALITY_GROUPS && rule, 0);
  return mc_rule_get_int (rule, rows[group].name, 0);
}

double
mc_quality_group_share (McQualityGroup group, const McWorkloadRow *row)
{
  g_return_val_if_fail (group < MC_N_QUALITY_GROUPS && row, NAN);
  return rows[group].known ? mc_workload_figure_value (rows[group].figure, row) : NAN;
}
