/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-dossier-year.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const McFieldInfo fields[] = {
  MC_FIELD_INT (McDossierYear, year, MC_FIELD_REQUIRED | MC_FIELD_NAMES, N_ ("Year")),
  MC_FIELD_INT (McDossierYear, received, MC_FIELD_REQUIRED, N_ ("Received")),
  MC_FIELD_INT (McDossierYear, resolved, MC_FIELD_REQUIRED, N_ ("Resolved")),
  MC_FIELD_DOUBLE (McDossierYear, printed_resolved_pct, MC_FIELD_REQUIRED, N_ ("Resolved, per cent as printed")),
  MC_FIELD_DOUBLE (McDossierYear, on_time_pct, MC_FIELD_REQUIRED, N_ ("On time, per cent")),
  MC_FIELD_TEXT (McDossierYear, source, MC_FIELD_REQUIRED, N_ ("Source")),
};

MC_DEFINE_ENTITY (McDossierYear, mc_dossier_year, MC_NOUN_TABLE, "dossier_year", N_ ("Dossiers of a year"), fields)

double
mc_dossier_year_get_resolved_pct (McDossierYear *self)
{
  return self->received > 0 ? 100.0 * self->resolved / self->received : NAN;
}

gboolean
mc_dossier_year_agrees (McDossierYear *self)
{
  return fabs (round (100 * mc_dossier_year_get_resolved_pct (self)) / 100 - self->printed_resolved_pct) < 1e-6;
}
