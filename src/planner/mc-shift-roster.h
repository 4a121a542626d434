/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-shift-model.h"

G_BEGIN_DECLS

/** McShiftRule: the hard rules, each by the limit that it comes from. */
typedef enum
{
  MC_SHIFT_RULE_ALLOWED, /* days off, and choices that a person may not have; amount: 1 */
  MC_SHIFT_RULE_NEXT,    /* what may not follow; amount: 1 */
  MC_SHIFT_RULE_MOST,    /* shifts of a type beyond the most */
  MC_SHIFT_RULE_MIN_MINUTES,
  MC_SHIFT_RULE_MAX_MINUTES,
  MC_SHIFT_RULE_MIN_RUN,
  MC_SHIFT_RULE_MAX_RUN,
  MC_SHIFT_RULE_MIN_OFF,
  MC_SHIFT_RULE_MAX_OFF,
  MC_SHIFT_RULE_WEEKENDS,
} McShiftRule;

/** McShiftBreach: where a hard rule is broken, and by how much. */
typedef struct
{
  McShiftRule rule;
  guint person;
  guint day; /* the last one that it is about */
  gint amount;
} McShiftBreach;

/** McShiftCosts: what a roster costs by kind; @breaches (McShiftBreach) is empty if it keeps all hard rules. */
typedef struct
{
  gint64 requests_on;
  gint64 requests_off;
  gint64 under;
  gint64 over;
  GArray *breaches;
} McShiftCosts;

/**
 * mc_shift_evaluate:
 * @choices: people × days, person by person
 *
 * What a roster costs and breaks, counted from the rules' words alone: it shares nothing with the engine that makes
 * rosters, so that neither can hide a mistake of the other.
 */
void mc_shift_evaluate (const McShiftModel *model, const guint8 *choices, McShiftCosts *costs);

gint64 mc_shift_costs_total (const McShiftCosts *self);
void mc_shift_costs_clear (McShiftCosts *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (McShiftCosts, mc_shift_costs_clear)

/**
 * mc_shift_format:
 * Returns: (transfer full): one line a person: the ID, then the ID of a shift or “-” for each day, with commas between
 */
char *mc_shift_format (const McShiftModel *model, const guint8 *choices);

G_END_DECLS
