/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-shift-compact.h"

#include <math.h>

#include "mc-shift-tables-private.h"

#define SATURDAY 5
#define SUNDAY 6
#define WHOLE 0.5

typedef struct
{
  McShiftTables *tables;
  McHighs *mip;
  guint *cells;   /* person × day × choice → column: a shift, and for MC_SHIFT_OFF whether the day is worked */
  GArray *covers; /* column of those missing from each cover; that of those beyond is the next one */
  double offset;  /* cost of everybody off all days */

  /* The row that is being written. */
  GArray *columns;
  GArray *values;
} Compact;

static guint *
cell (Compact *self, guint person, guint day, guint choice)
{
  const McShiftTables *t = self->tables;

  return &self->cells[((gsize)person * t->n_days + day) * t->n_choices + choice];
}

static void
put (Compact *self, guint column, double value)
{
  int index = (int)column;

  g_array_append_val (self->columns, index);
  g_array_append_val (self->values, value);
}

static void
put_worked (Compact *self, guint person, guint day, double value)
{
  put (self, *cell (self, person, day, MC_SHIFT_OFF), value);
}

static void
end_row (Compact *self, double lower, double upper)
{
  mc_highs_add_row (self->mip, lower, upper, self->columns->len, (const int *)self->columns->data,
                    (const double *)self->values->data);
  g_array_set_size (self->columns, 0);
  g_array_set_size (self->values, 0);
}

static void
add_cells (Compact *self, guint p)
{
  const McShiftTables *t = self->tables;
  const McShiftPerson *person = mc_shift_person (t->model, p);

  for (guint d = 0; d < t->n_days; d++)
    {
      guint32 allowed = person->allowed[d];
      double off = (double)mc_shift_tables_cost (t, p, d, MC_SHIFT_OFF);

      self->offset += off;
      *cell (self, p, d, MC_SHIFT_OFF) =
          mc_highs_add_column (self->mip, 0, allowed & MC_SHIFT_BIT (MC_SHIFT_OFF) ? 0 : 1, 1, FALSE);
      put_worked (self, p, d, -1);
      for (guint c = 1; c < t->n_choices; c++)
        {
          *cell (self, p, d, c) = mc_highs_add_column (self->mip, (double)mc_shift_tables_cost (t, p, d, c) - off, 0,
                                                       allowed & MC_SHIFT_BIT (c) ? 1 : 0, TRUE);
          put (self, *cell (self, p, d, c), 1);
        }
      end_row (self, 0, 0);
    }
}

static void
add_sums (Compact *self, guint p)
{
  const McShiftTables *t = self->tables;
  const McShiftPerson *person = mc_shift_person (t->model, p);

  for (guint c = 1; c < t->n_choices; c++)
    {
      if (person->most[c - 1] >= (gint)t->n_days)
        continue;
      for (guint d = 0; d < t->n_days; d++)
        put (self, *cell (self, p, d, c), 1);
      end_row (self, -INFINITY, person->most[c - 1]);
    }
  for (guint d = 0; d < t->n_days; d++)
    for (guint c = 1; c < t->n_choices; c++)
      put (self, *cell (self, p, d, c), mc_shift_type (t->model, c - 1)->minutes);
  end_row (self, person->min_minutes, person->max_minutes == G_MAXINT ? INFINITY : person->max_minutes);
}

/* What @choice forbids on the day after, as far as these are shifts. */
static guint32
forbidden_after (const McShiftTables *t, guint choice)
{
  guint32 shifts = (guint32)((1ull << t->n_choices) - 1) & ~MC_SHIFT_BIT (MC_SHIFT_OFF);

  return shifts & ~mc_shift_type (t->model, choice - 1)->next;
}

/* For each set of what may not follow: all shifts that forbid it, with the set on the next day, are one at most. */
static void
add_successions (Compact *self, guint p)
{
  const McShiftTables *t = self->tables;
  const McShiftPerson *person = mc_shift_person (t->model, p);

  for (guint c = 1; c < t->n_choices; c++)
    {
      guint32 set = forbidden_after (t, c);

      for (guint d = 0; d + 1 < t->n_days && set; d++)
        {
          for (guint other = 1; other < t->n_choices; other++)
            {
              if ((forbidden_after (t, other) & set) == set)
                put (self, *cell (self, p, d, other), 1);
              if (set & MC_SHIFT_BIT (other))
                put (self, *cell (self, p, d + 1, other), 1);
            }
          end_row (self, -INFINITY, 1);
        }
    }
  if (person->run > 0)
    for (guint c = 1; c < t->n_choices; c++)
      if (forbidden_after (t, person->last) & MC_SHIFT_BIT (c))
        mc_highs_set_bounds (self->mip, *cell (self, p, 0, c), 0, 0);
}

/* At most @most days on end that are worked (@work) or off, @before of them before the first day. */
static void
add_longest (Compact *self, guint p, gint most, gint before, gboolean work)
{
  gint n_days = (gint)self->tables->n_days;

  if (most >= n_days + before)
    return;
  for (gint first = -MIN (before, most); first + most < n_days; first++)
    {
      gint days = 0;

      for (gint d = MAX (first, 0); d <= first + most; d++, days++)
        put_worked (self, p, (guint)d, 1);
      if (work)
        end_row (self, -INFINITY, days - 1);
      else
        end_row (self, 1, INFINITY);
    }
}

/* No stretch of @length days, short of the least, with a day of the other kind at either end; the first may stand on
 * the eve, if that is known (@from_eve). */
static void
add_shortest (Compact *self, guint p, guint length, gboolean work, gboolean from_eve)
{
  double sign = work ? 1 : -1;

  for (guint first = from_eve ? 0 : 1; first + length < self->tables->n_days; first++)
    {
      double least = work ? 1 - (double)length : first > 0 ? -1 : 0;

      if (first > 0)
        put_worked (self, p, first - 1, sign);
      for (guint d = first; d < first + length; d++)
        put_worked (self, p, d, -sign);
      put_worked (self, p, first + length, sign);
      end_row (self, least, INFINITY);
    }
}

static void
add_stretches (Compact *self, guint p)
{
  const McShiftPerson *person = mc_shift_person (self->tables->model, p);
  gboolean known = person->run > 0 || person->off_run > 0;

  add_longest (self, p, person->max_run, person->run, TRUE);
  add_longest (self, p, person->max_off, person->off_run, FALSE);
  for (gint length = 1; length < person->min_run && length < (gint)self->tables->n_days; length++)
    add_shortest (self, p, (guint)length, TRUE, known && length + person->run < person->min_run);
  for (gint length = 1; length < person->min_off && length < (gint)self->tables->n_days; length++)
    add_shortest (self, p, (guint)length, FALSE, known && length + person->off_run < person->min_off);
}

static void
add_weekends (Compact *self, guint p)
{
  const McShiftTables *t = self->tables;
  const McShiftPerson *person = mc_shift_person (t->model, p);
  g_autoptr (GArray) weekends = g_array_new (FALSE, FALSE, sizeof (guint));

  if (person->max_weekends >= (gint)t->n_days)
    return;
  for (guint d = 0; d < t->n_days; d++)
    {
      guint weekday = mc_shift_model_weekday (t->model, d);
      guint weekend;

      if (weekday != SATURDAY && weekday != SUNDAY)
        continue;
      if (weekday == SATURDAY || d == 0)
        {
          weekend = mc_highs_add_column (self->mip, 0, 0, 1, FALSE);
          g_array_append_val (weekends, weekend);
        }
      put (self, g_array_index (weekends, guint, weekends->len - 1), 1);
      put_worked (self, p, d, -1);
      end_row (self, 0, INFINITY);
    }
  for (guint i = 0; i < weekends->len; i++)
    put (self, g_array_index (weekends, guint, i), 1);
  end_row (self, -INFINITY, person->max_weekends);
}

static void
add_covers (Compact *self)
{
  const McShiftTables *t = self->tables;

  for (guint i = 0; i < t->model->covers->len; i++)
    {
      const McShiftCover *cover = mc_shift_cover (t->model, i);
      guint missing = mc_highs_add_column (self->mip, cover->under, 0, INFINITY, FALSE);
      guint beyond = mc_highs_add_column (self->mip, cover->over, 0, INFINITY, FALSE);

      g_array_append_val (self->covers, missing);
      for (guint p = 0; p < t->n_people; p++)
        put (self, *cell (self, p, cover->day, cover->type + 1), 1);
      put (self, missing, 1);
      put (self, beyond, -1);
      end_row (self, cover->wanted, cover->wanted);
    }
}

static void
set_start (Compact *self, const guint8 *start)
{
  const McShiftTables *t = self->tables;
  g_autofree double *values = g_new0 (double, mc_highs_n_columns (self->mip) + 1);
  g_autofree gint *counts = g_new (gint, t->model->covers->len + 1);

  for (guint p = 0; p < t->n_people; p++)
    for (guint d = 0; d < t->n_days; d++)
      {
        guint choice = start[(gsize)p * t->n_days + d];

        if (choice != MC_SHIFT_OFF)
          values[*cell (self, p, d, choice)] = values[*cell (self, p, d, MC_SHIFT_OFF)] = 1;
      }
  mc_shift_tables_count (t, start, counts);
  for (guint i = 0; i < self->covers->len; i++)
    {
      gint missing = mc_shift_cover (t->model, i)->wanted - counts[i];
      guint column = g_array_index (self->covers, guint, i);

      values[column] = MAX (missing, 0);
      values[column + 1] = MAX (-missing, 0);
    }
  mc_highs_set_start (self->mip, values);
}

static void
read_choices (Compact *self, guint8 *choices)
{
  const McShiftTables *t = self->tables;
  const double *values = mc_highs_get_values (self->mip);

  for (guint p = 0; p < t->n_people; p++)
    for (guint d = 0; d < t->n_days; d++)
      {
        guint8 *choice = &choices[(gsize)p * t->n_days + d];

        *choice = MC_SHIFT_OFF;
        for (guint c = 1; c < t->n_choices; c++)
          if (values[*cell (self, p, d, c)] > WHOLE)
            *choice = (guint8)c;
      }
}

static void
compact_clear (Compact *self)
{
  mc_highs_free (self->mip);
  mc_shift_tables_free (self->tables);
  g_free (self->cells);
  g_array_unref (self->covers);
  g_array_unref (self->columns);
  g_array_unref (self->values);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Compact, compact_clear)

McHighsStatus
mc_shift_compact_solve (
    McShiftModel *model, const guint8 *start, const McHighsLimits *limits, guint8 *choices, double *bound)
{
  g_auto (Compact) self = { .tables = mc_shift_tables_new (model),
                            .mip = mc_highs_new (),
                            .covers = g_array_new (FALSE, FALSE, sizeof (guint)),
                            .columns = g_array_new (FALSE, FALSE, sizeof (int)),
                            .values = g_array_new (FALSE, FALSE, sizeof (double)) };
  const McShiftTables *t = self.tables;
  McHighsStatus status;

  self.cells = g_new (guint, (gsize)t->n_people * t->n_days * t->n_choices + 1);
  for (guint p = 0; p < t->n_people; p++)
    {
      add_cells (&self, p);
      add_sums (&self, p);
      add_successions (&self, p);
      add_stretches (&self, p);
    }
  for (guint p = 0; p < t->n_people; p++)
    add_weekends (&self, p);
  add_covers (&self);
  if (start)
    set_start (&self, start);
  status = mc_highs_run (self.mip, limits);
  *bound = status == MC_HIGHS_FAILED || status == MC_HIGHS_INFEASIBLE ? -INFINITY
                                                                      : mc_highs_get_bound (self.mip) + self.offset;
  if (status == MC_HIGHS_OPTIMAL || status == MC_HIGHS_FEASIBLE)
    read_choices (&self, choices);
  return status;
}
