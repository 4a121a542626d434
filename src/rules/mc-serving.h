/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-staff-facts.h"

G_BEGIN_DECLS

/**
 * McServing:
 * Who may serve what on a day: people against fields, and what that means for each counter. Pure: made of the rows of
 * McStaffFacts (people, tours, fields, competences, counters), whose as-of day it looks at. It holds no reference to
 * the rows and must not outlive the facts.
 */
typedef struct _McServing McServing;

/**
 * McServingState:
 * @MC_SERVING_NO: no competence on the day
 * @MC_SERVING_TRAINED: was shown the work
 * @MC_SERVING_CERTIFIED: may do it alone
 */
typedef enum
{
  MC_SERVING_NO,
  MC_SERVING_TRAINED,
  MC_SERVING_CERTIFIED,
} McServingState;

/**
 * McServingCell:
 * @state: what the person may do in the field
 * @cross: the field is another agency's than the one that sent the person (cross-authorisation)
 * @assigned: the person sits at a counter, or stands by for one, that serves the field
 */
typedef struct
{
  McServingState state;
  gboolean cross;
  gboolean assigned;
} McServingCell;

/**
 * McCounterCover:
 * What keeps a counter open. People are those with a tour on the day; somebody can serve a counter who is competent for
 * one of its fields, or, where it has none, who is assigned to it.
 *
 * @officers: who sit there
 * @standbys: who stand by for it
 * @able: how many people at the centre can serve it
 * @only: the person whose absence closes it, or 0
 */
typedef struct
{
  int officers;
  int standbys;
  int able;
  gint64 only;
} McCounterCover;

McServing *mc_serving_new (const McStaffFacts *facts);
void mc_serving_free (McServing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McServing, mc_serving_free)

/** mc_serving_is_here: whether the person has a tour on the day. */
gboolean mc_serving_is_here (McServing *self, gint64 person);

/** mc_serving_get: one cell of the matrix. */
McServingCell mc_serving_get (McServing *self, gint64 person, gint64 field);

/** mc_serving_count: how many people at the centre are competent for @field; @only (out, nullable): the one, or 0. */
int mc_serving_count (McServing *self, gint64 field, gint64 *only);

/** mc_serving_can_serve: whether @person is competent for one field of @counter; for a counter without fields always.
 */
gboolean mc_serving_can_serve (McServing *self, gint64 person, gint64 counter);

/** mc_serving_get_fields: (transfer none) (nullable) (element-type gint64): the fields of @counter on the day. */
GArray *mc_serving_get_fields (McServing *self, gint64 counter);

/** mc_serving_get_agencies: (transfer none) (nullable) (element-type gint64): the agencies at @counter on the day. */
GArray *mc_serving_get_agencies (McServing *self, gint64 counter);

McCounterCover mc_serving_get_cover (McServing *self, gint64 counter);

/** McCounterRisk: how safely a counter is open, from the worst on. */
typedef enum
{
  MC_COUNTER_RISK_EMPTY,      /* nobody sits there */
  MC_COUNTER_RISK_SINGLE,     /* one absence closes it */
  MC_COUNTER_RISK_NO_STANDBY, /* nobody stands by */
  MC_COUNTER_RISK_NONE,
} McCounterRisk;

McCounterRisk mc_serving_get_risk (McServing *self, gint64 counter);

/** mc_counter_risk_text: (transfer none): a sign and a word; never by colour alone. */
const char *mc_counter_risk_text (McCounterRisk risk);

/** mc_counter_risk_name: the stable name in JSON: "empty", "single", "no-standby", "none". */
const char *mc_counter_risk_name (McCounterRisk risk);

G_END_DECLS
