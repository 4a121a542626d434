/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-qualification.h"

#include <glib/gi18n-lib.h>

static const McFieldInfo fields[] = {
  MC_FIELD_REF (McQualification, person_id, MC_FIELD_REQUIRED | MC_FIELD_KEY, N_ ("Person"), "person"),
  MC_FIELD_TEXT (McQualification, level, MC_FIELD_REQUIRED, N_ ("Level")),
  MC_FIELD_TEXT (McQualification, major, 0, N_ ("Field of study")),
  MC_FIELD_TEXT (McQualification, institution, 0, N_ ("Institution")),
  MC_FIELD_INT (McQualification, year, MC_FIELD_NAMES, N_ ("Year")),
};

MC_DEFINE_ENTITY (McQualification, mc_qualification, MC_NOUN_TABLE, "qualification", N_ ("Qualification"), fields)
