/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_SATURDAY_FIELD (mc_saturday_field_get_type ())
G_DECLARE_FINAL_TYPE (McSaturdayField, mc_saturday_field, MC, SATURDAY_FIELD, McEntity)

/**
 * McSaturdayField:
 * A field whose dossiers are received on Saturday mornings during a period.
 */
struct _McSaturdayField
{
  McEntity parent_instance;

  gint64 field_id;
  McPeriod during;
  char *source;
  char *note;
};

/** mc_saturday_field_new: (transfer full): an unsaved one. */
McSaturdayField *mc_saturday_field_new (void);

G_END_DECLS
