/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_COUNTER_FIELD (mc_counter_field_get_type ())
G_DECLARE_FINAL_TYPE (McCounterField, mc_counter_field, MC, COUNTER_FIELD, McEntity)

/**
 * McCounterField:
 * That a field of procedures is served at a counter.
 */
struct _McCounterField
{
  McEntity parent_instance;

  gint64 counter_id;
  gint64 field_id;
  McPeriod during;
};

/** mc_counter_field_new: (transfer full): an unsaved one. */
McCounterField *mc_counter_field_new (void);

G_END_DECLS
