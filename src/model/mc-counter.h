/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-entity.h"

G_BEGIN_DECLS

#define MC_TYPE_COUNTER (mc_counter_get_type ())
G_DECLARE_FINAL_TYPE (McCounter, mc_counter, MC, COUNTER, McEntity)

/**
 * McCounter:
 * A counter of the reception area. Its agencies, fields, things and people are dated rows of their own.
 */
struct _McCounter
{
  McEntity parent_instance;

  int number;
  char *name;
  int level; /* 0 is the ground floor */
  char *place;
  int seats;
  char *note;
  gboolean is_sample;
  McPeriod during;
};

/** mc_counter_new: (transfer full): an unsaved one. */
McCounter *mc_counter_new (void);

G_END_DECLS
