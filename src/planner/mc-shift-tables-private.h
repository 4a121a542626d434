/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-shift-model.h"

G_BEGIN_DECLS

/** McShiftTables: a model laid out for the engine; read by any thread. */
typedef struct
{
  McShiftModel *model;
  guint n_people;
  guint n_days;
  guint n_choices;
  gint64 *costs; /* of requests: person × day × choice */
  gint *covers;  /* day × choice → the cover's index, or −1 */
} McShiftTables;

McShiftTables *mc_shift_tables_new (McShiftModel *model);
void mc_shift_tables_free (McShiftTables *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McShiftTables, mc_shift_tables_free)

static inline gint64
mc_shift_tables_cost (const McShiftTables *self, guint person, guint day, guint choice)
{
  return self->costs[((gsize)person * self->n_days + day) * self->n_choices + choice];
}

static inline gint
mc_shift_tables_cover (const McShiftTables *self, guint day, guint choice)
{
  return self->covers[(gsize)day * self->n_choices + choice];
}

/** mc_shift_tables_row_cost: of a person's days (@choices: of this person), without cover. */
gint64 mc_shift_tables_row_cost (const McShiftTables *self, guint person, const guint8 *choices);

/** mc_shift_tables_count: @counts: (out): for each cover how many have its shift, of people × days. */
void mc_shift_tables_count (const McShiftTables *self, const guint8 *choices, gint *counts);

/** mc_shift_tables_total: the cost of a whole roster, people × days. */
gint64 mc_shift_tables_total (const McShiftTables *self, const guint8 *choices);

/** mc_shift_cover_cost: of one cover with @there people. */
static inline gint64
mc_shift_cover_cost (const McShiftCover *cover, gint there)
{
  gint missing = cover->wanted - there;

  return missing > 0 ? (gint64)missing * cover->under : (gint64)-missing * cover->over;
}

G_END_DECLS
