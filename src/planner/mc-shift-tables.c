/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-shift-tables-private.h"

McShiftTables *
mc_shift_tables_new (McShiftModel *model)
{
  McShiftTables *self = g_new0 (McShiftTables, 1);
  gsize n_cells;

  self->model = mc_shift_model_ref (model);
  self->n_people = model->people->len;
  self->n_days = model->n_days;
  self->n_choices = mc_shift_model_n_choices (model);
  n_cells = (gsize)self->n_days * self->n_choices;
  self->costs = g_new0 (gint64, self->n_people * n_cells);
  self->covers = g_new (gint, n_cells);
  for (gsize i = 0; i < n_cells; i++)
    self->covers[i] = -1;
  for (guint i = 0; i < model->covers->len; i++)
    {
      const McShiftCover *cover = mc_shift_cover (model, i);

      self->covers[(gsize)cover->day * self->n_choices + cover->type + 1] = (gint)i;
    }
  for (guint i = 0; i < model->requests->len; i++)
    {
      const McShiftRequest *request = mc_shift_request (model, i);
      gint64 *cell = self->costs + request->person * n_cells + (gsize)request->day * self->n_choices;

      for (guint c = 0; c < self->n_choices; c++)
        cell[c] += mc_shift_request_cost (request, c);
    }
  return self;
}

void
mc_shift_tables_free (McShiftTables *self)
{
  mc_shift_model_unref (self->model);
  g_free (self->costs);
  g_free (self->covers);
  g_free (self);
}

gint64
mc_shift_tables_row_cost (const McShiftTables *self, guint person, const guint8 *choices)
{
  gint64 cost = 0;

  for (guint d = 0; d < self->n_days; d++)
    cost += mc_shift_tables_cost (self, person, d, choices[d]);
  return cost;
}

void
mc_shift_tables_count (const McShiftTables *self, const guint8 *choices, gint *counts)
{
  for (guint i = 0; i < self->model->covers->len; i++)
    counts[i] = 0;
  for (guint p = 0; p < self->n_people; p++)
    for (guint d = 0; d < self->n_days; d++)
      {
        gint cover = mc_shift_tables_cover (self, d, choices[(gsize)p * self->n_days + d]);

        if (cover >= 0)
          counts[cover]++;
      }
}

gint64
mc_shift_tables_total (const McShiftTables *self, const guint8 *choices)
{
  g_autofree gint *counts = g_new (gint, self->model->covers->len + 1);
  gint64 total = 0;

  mc_shift_tables_count (self, choices, counts);
  for (guint i = 0; i < self->model->covers->len; i++)
    total += mc_shift_cover_cost (mc_shift_cover (self->model, i), counts[i]);
  for (guint p = 0; p < self->n_people; p++)
    total += mc_shift_tables_row_cost (self, p, choices + (gsize)p * self->n_days);
  return total;
}
