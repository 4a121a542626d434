/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_FIELD (mc_field_get_type ())
G_DECLARE_FINAL_TYPE (McField, mc_field, MC, FIELD, McEntity)

/**
 * McField:
 * A field of administrative procedures.
 */
struct _McField
{
  McEntity parent_instance;

  char *code;
  char *name;
  gint64 agency_id;
  McPeriod during;
};

/** mc_field_new: (transfer full): an unsaved one. */
McField *mc_field_new (void);

G_END_DECLS
