/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

#include "mc-palette.h"

G_BEGIN_DECLS

/** McPlanOverlay: a figure that the floor plan shows on each counter. */
typedef enum
{
  MC_PLAN_OVERLAY_NONE,
  MC_PLAN_OVERLAY_WORKLOAD, /* dossiers of the session */
  MC_PLAN_OVERLAY_WAITING,  /* people who wait */
  MC_PLAN_OVERLAY_RATING,   /* 0 to 5 */
  MC_PLAN_OVERLAY_RISK,     /* how many absences close it: 1 is a warning, 0 has nobody even now */
  MC_N_PLAN_OVERLAYS,
} McPlanOverlay;

/** McCounterPerson: somebody at a counter. */
typedef struct
{
  gint64 person_id;
  char *name;
  char *agency_code;      /* (nullable) */
  McTone tone;            /* how he or she is: MC_TONE_STAFFED, _STANDBY, _ARRIVING, _ABSENT, _ABSENT_UNEXCUSED */
  cairo_surface_t *photo; /* (nullable): initials are shown instead */
} McCounterPerson;

/**
 * McCounterState:
 * How a counter is at a time: who sits there, whom it serves, and figures. Filled by who makes it.
 *
 * @tone: MC_TONE_STAFFED, _STANDBY (somebody stands in), _ARRIVING, _ABSENT, _GAP (empty chair) or _CLOSED
 */
typedef struct
{
  char *number;
  gint64 counter_id;
  char *name;         /* (nullable): "Hộ tịch – Quốc tịch" */
  char *agency_codes; /* (nullable): "TP", "KHCN · TTTT" */
  McTone tone;
  guint seats;
  GPtrArray *people;                 /* (element-type McCounterPerson): who sits there, the absent included */
  double values[MC_N_PLAN_OVERLAYS]; /* NAN: not known */
} McCounterState;

/** mc_counter_state_new: (transfer full): a counter with one seat on which nobody sits. */
McCounterState *mc_counter_state_new (const char *number);
void mc_counter_state_free (McCounterState *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McCounterState, mc_counter_state_free)

/** mc_counter_state_add_person: (transfer none): @photo is referenced. */
void mc_counter_state_add_person (McCounterState *self,
                                  gint64 person_id,
                                  const char *name,
                                  const char *agency_code,
                                  McTone tone,
                                  cairo_surface_t *photo);

/**
 * mc_counter_state_settle:
 * Sets @tone by who is there: standby if somebody stands in, staffed if anybody of its own is, else arriving, absent,
 * or a gap where nobody is assigned. A closed counter stays closed.
 */
void mc_counter_state_settle (McCounterState *self);

/** mc_counter_state_get_present: how many people are at it, standbys included. */
guint mc_counter_state_get_present (McCounterState *self);

G_END_DECLS
