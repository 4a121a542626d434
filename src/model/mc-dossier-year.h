/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_DOSSIER_YEAR (mc_dossier_year_get_type ())
G_DECLARE_FINAL_TYPE (McDossierYear, mc_dossier_year, MC, DOSSIER_YEAR, McEntity)

/**
 * McDossierYear:
 * Dossiers received and resolved in the whole city, as printed in the plan.
 */
struct _McDossierYear
{
  McEntity parent_instance;

  int year;
  int received;
  int resolved;
  double printed_resolved_pct;
  double on_time_pct;
  char *source;
};

/** mc_dossier_year_get_resolved_pct: per cent of what was received, as it computes; NAN of nothing. */
double mc_dossier_year_get_resolved_pct (McDossierYear *self);

/** mc_dossier_year_agrees: whether that, rounded to two decimals, is what is printed. */
gboolean mc_dossier_year_agrees (McDossierYear *self);

G_END_DECLS
