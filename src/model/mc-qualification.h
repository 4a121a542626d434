/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_QUALIFICATION (mc_qualification_get_type ())
G_DECLARE_FINAL_TYPE (McQualification, mc_qualification, MC, QUALIFICATION, McEntity)

/**
 * McQualification:
 * A degree or certificate.
 */
struct _McQualification
{
  McEntity parent_instance;

  gint64 person_id;
  char *level;
  char *major;
  char *institution;
  int year;
};

G_END_DECLS
