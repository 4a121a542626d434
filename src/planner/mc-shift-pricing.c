/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-shift-pricing-private.h"

#include <math.h>
#include <string.h>

#define SATURDAY 5
#define SUNDAY 6
#define MAX_CHOICES (MC_SHIFT_MAX_TYPES + 1)

struct _McShiftPricer
{
  const McShiftModel *model;
  const McShiftPerson *person;
  guint n_days;
  guint n_choices;
  guint n_usable;            /* types that the person can have at all */
  guint usable[MAX_CHOICES]; /* their choices */
  guint local[MAX_CHOICES];  /* choice → place in @usable */
  guint units[MAX_CHOICES];  /* choice → minutes in common units */
  guint most[MAX_CHOICES];   /* choice → shifts; n_days where there is no limit */
  guint run_cap;             /* days of a run are counted up to this */
  guint off_cap;             /* days off likewise */
  guint min_run;
  guint min_off;
  gboolean run_limited; /* @run_cap is the most, not only the least */
  gboolean off_limited; /* likewise */
  guint n_spots;        /* states of a run or rest */
  guint min_units;
  guint max_units; /* 0 where minutes limit nothing */
  guint weekends;  /* the most; 0 where that is no limit, or none may be worked */
  gboolean count_minutes;
  gboolean count_weekends;
  gint run_before; /* days worked on end up to the eve */
  gint off_before;
  gboolean open_start; /* nothing is known of the eve: what began before may be long enough */
};

/* The limits on numbers of shifts that are part of the state, and the number of blocks: each block holds the spots of
 * one combination of minutes, weekends and counts. */
typedef struct
{
  guint n_counts;
  guint counts[MAX_CHOICES]; /* choices */
  guint stride[MAX_CHOICES]; /* choice → blocks that one more shift of it moves on */
  guint n_blocks;
} Shape;

struct _McShiftScratch
{
  GArray *cost;   /* two layers of blocks × spots */
  GArray *from;   /* day × blocks × spots: the spot on the day before */
  GArray *active; /* two layers: whether a block has been reached */
};

static guint
greatest_common (guint a, guint b)
{
  return b == 0 ? a : greatest_common (b, a % b);
}

static void
find_usable (McShiftPricer *self)
{
  const McShiftPerson *p = self->person;
  guint32 ever = 0;

  for (guint d = 0; d < self->n_days; d++)
    ever |= p->allowed[d];
  for (guint c = 1; c < self->n_choices; c++)
    {
      self->most[c] = (guint)CLAMP (p->most[c - 1], 0, (gint)self->n_days);
      if ((ever & MC_SHIFT_BIT (c)) && self->most[c] > 0)
        {
          self->local[c] = self->n_usable;
          self->usable[self->n_usable++] = c;
        }
    }
}

static void
measure_minutes (McShiftPricer *self)
{
  const McShiftPerson *p = self->person;
  guint common = 0, longest = 0;

  for (guint i = 0; i < self->n_usable; i++)
    {
      guint minutes = (guint)mc_shift_type (self->model, self->usable[i] - 1)->minutes;

      common = greatest_common (common, minutes);
      longest = MAX (longest, minutes);
    }
  self->count_minutes = p->min_minutes > 0 || (gint64)longest * self->n_days > p->max_minutes;
  if (!self->count_minutes)
    return;
  /* Nothing to work: then no minutes can be asked for. */
  common = MAX (common, 1);
  for (guint i = 0; i < self->n_usable; i++)
    self->units[self->usable[i]] = (guint)mc_shift_type (self->model, self->usable[i] - 1)->minutes / common;
  self->max_units = MIN ((guint)MAX (p->max_minutes, 0) / common, longest / common * self->n_days);
  self->min_units = ((guint)MAX (p->min_minutes, 0) + common - 1) / common;
}

static guint
count_weekends (const McShiftModel *model)
{
  guint n = 0;

  for (guint d = 0; d < model->n_days; d++)
    {
      guint weekday = mc_shift_model_weekday (model, d);

      n += weekday == SATURDAY || (weekday == SUNDAY && d == 0);
    }
  return n;
}

McShiftPricer *
mc_shift_pricer_new (const McShiftModel *model, guint person)
{
  McShiftPricer *self = g_new0 (McShiftPricer, 1);
  const McShiftPerson *p = mc_shift_person (model, person);
  guint longest = model->n_days + (guint)MAX (p->run, p->off_run) + 1;
  guint all_weekends = count_weekends (model);

  self->model = model;
  self->person = p;
  self->n_days = model->n_days;
  self->n_choices = mc_shift_model_n_choices (model);
  find_usable (self);
  measure_minutes (self);
  self->min_run = (guint)MAX (p->min_run, 1);
  self->min_off = (guint)MAX (p->min_off, 1);
  self->run_limited = p->max_run < (gint)longest;
  self->run_cap = self->run_limited ? (guint)MAX (p->max_run, 0) : MIN (self->min_run, longest);
  self->off_limited = p->max_off < (gint)longest;
  self->off_cap = self->off_limited ? (guint)MAX (p->max_off, 0) : MIN (self->min_off, longest);
  self->n_spots = self->n_usable * self->run_cap + self->off_cap;
  self->count_weekends = p->max_weekends < (gint)all_weekends;
  self->weekends = self->count_weekends ? (guint)MAX (p->max_weekends, 0) : 0;
  self->run_before = p->run;
  self->off_before = p->off_run;
  self->open_start = p->run == 0 && p->off_run == 0;
  return self;
}

void
mc_shift_pricer_free (McShiftPricer *self)
{
  g_free (self);
}

McShiftScratch *
mc_shift_scratch_new (void)
{
  McShiftScratch *self = g_new0 (McShiftScratch, 1);

  self->cost = g_array_new (FALSE, FALSE, sizeof (double));
  self->from = g_array_new (FALSE, FALSE, sizeof (guint16));
  self->active = g_array_new (FALSE, FALSE, sizeof (guint8));
  return self;
}

void
mc_shift_scratch_free (McShiftScratch *self)
{
  g_array_unref (self->cost);
  g_array_unref (self->from);
  g_array_unref (self->active);
  g_free (self);
}

static inline guint
work_spot (const McShiftPricer *self, guint choice, guint length)
{
  return self->local[choice] * self->run_cap + MIN (length, self->run_cap) - 1;
}

static inline guint
off_spot (const McShiftPricer *self, guint length)
{
  return self->n_usable * self->run_cap + MIN (length, self->off_cap) - 1;
}

static inline gboolean
is_off (const McShiftPricer *self, guint spot)
{
  return spot >= self->n_usable * self->run_cap;
}

static inline guint
choice_of (const McShiftPricer *self, guint spot)
{
  return is_off (self, spot) ? MC_SHIFT_OFF : self->usable[spot / self->run_cap];
}

static inline guint
length_of (const McShiftPricer *self, guint spot)
{
  return is_off (self, spot) ? spot - self->n_usable * self->run_cap + 1 : spot % self->run_cap + 1;
}

/* Whether what a person does up to the evening of @day at @spot may end there. */
static inline gboolean
may_end (const McShiftPricer *self, guint day, guint spot)
{
  guint length = length_of (self, spot);

  return length >= (is_off (self, spot) ? self->min_off : self->min_run) || (self->open_start && length == day + 1);
}

static void
shape_init (const McShiftPricer *self, Shape *shape)
{
  guint blocks = (self->max_units + 1) * (self->weekends + 1);

  for (guint i = 0; i < shape->n_counts; i++)
    {
      shape->stride[shape->counts[i]] = blocks;
      blocks *= self->most[shape->counts[i]] + 1;
    }
  shape->n_blocks = blocks;
}

/* How many blocks a choice moves on from @block; G_MAXUINT if a limit forbids it. */
static inline guint
step (const McShiftPricer *self, const Shape *shape, guint block, guint choice, gboolean new_weekend)
{
  guint move = self->units[choice], width = self->max_units + 1;

  if (block % width + move >= width)
    return G_MAXUINT;
  if (new_weekend)
    {
      if (block / width % (self->weekends + 1) == self->weekends)
        return G_MAXUINT;
      move += width;
    }
  if (shape->stride[choice])
    {
      if (block / shape->stride[choice] % (self->most[choice] + 1) == self->most[choice])
        return G_MAXUINT;
      move += shape->stride[choice];
    }
  return move;
}

/* A worked day begins a weekend's count on Saturday, or on Sunday if Saturday was off. */
static inline gboolean
begins_weekend (const McShiftPricer *self, guint weekday, gboolean worked_before)
{
  return self->count_weekends && (weekday == SATURDAY || (weekday == SUNDAY && !worked_before));
}

typedef struct
{
  const McShiftPricer *self;
  const Shape *shape;
  const double *prices; /* of the day */
  guint32 allowed;      /* on the day */
  guint day;
  guint weekday;
  double *cost; /* of the day's evening */
  guint16 *from;
  guint8 *active;
} Step;

static inline void
reach (Step *s, guint block, guint spot, double cost, guint from)
{
  gsize at = (gsize)block * s->self->n_spots + spot;

  if (cost < s->cost[at])
    {
      s->cost[at] = cost;
      s->from[at] = (guint16)from;
      s->active[block] = 1;
    }
}

/* From the evening before at @spot (G_MAXUINT16: before the first day) on to all that the day may be. @moves: of each
 * choice from this block, with and without a weekend begun. */
static void
spread (Step *s, guint block, guint spot, double cost, const guint moves[2][MAX_CHOICES])
{
  const McShiftPricer *self = s->self;
  gboolean start = s->day == 0;
  gboolean before = start ? self->run_before > 0 : !is_off (self, spot);
  guint choice = start ? (before ? self->person->last : MC_SHIFT_OFF) : choice_of (self, spot);
  guint run = start ? (guint)self->run_before : before ? length_of (self, spot) : 0;
  guint off = start ? (guint)self->off_before : before ? 0 : length_of (self, spot);
  gboolean may_turn = start || may_end (self, s->day - 1, spot);
  const guint *move = moves[begins_weekend (self, s->weekday, !start && before)];
  guint32 mask = s->allowed;

  if ((mask & MC_SHIFT_BIT (MC_SHIFT_OFF)) && (!before || may_turn) && self->off_cap > 0 &&
      (!self->off_limited || off < self->off_cap))
    reach (s, block, off_spot (self, off + 1), cost + s->prices[MC_SHIFT_OFF], spot);
  if ((self->run_limited && run >= self->run_cap) || (!before && !may_turn))
    return;
  if (before)
    mask &= mc_shift_type (self->model, choice - 1)->next;
  for (guint i = 0; i < self->n_usable; i++)
    {
      guint next = self->usable[i];

      if ((mask & MC_SHIFT_BIT (next)) && move[next] != G_MAXUINT)
        reach (s, block + move[next], work_spot (self, next, run + 1), cost + s->prices[next], spot);
    }
}

static void
find_moves (const Step *s, guint block, guint moves[2][MAX_CHOICES])
{
  for (guint i = 0; i < s->self->n_usable; i++)
    {
      guint choice = s->self->usable[i];

      moves[0][choice] = step (s->self, s->shape, block, choice, FALSE);
      moves[1][choice] = step (s->self, s->shape, block, choice, TRUE);
    }
}

static void
spread_day (Step *s, const double *before, const guint8 *active_before)
{
  const McShiftPricer *self = s->self;
  guint moves[2][MAX_CHOICES];

  for (guint block = 0; block < s->shape->n_blocks; block++)
    {
      const double *cost = before + (gsize)block * self->n_spots;

      if (!active_before[block])
        continue;
      find_moves (s, block, moves);
      for (guint spot = 0; spot < self->n_spots; spot++)
        if (cost[spot] < INFINITY)
          spread (s, block, spot, cost[spot], moves);
    }
}

static void
clear_layer (double *cost, guint8 *active, const Shape *shape, guint n_spots)
{
  gsize n = (gsize)shape->n_blocks * n_spots;

  for (gsize i = 0; i < n; i++)
    cost[i] = INFINITY;
  memset (active, 0, shape->n_blocks);
}

/* The cheapest end; G_MAXSIZE if there is none. */
static gsize
find_end (const McShiftPricer *self, const Shape *shape, const double *cost, const guint8 *active)
{
  gsize best = G_MAXSIZE;

  for (guint block = 0; block < shape->n_blocks; block++)
    {
      if (!active[block] || (self->count_minutes && block % (self->max_units + 1) < self->min_units))
        continue;
      for (guint spot = 0; spot < self->n_spots; spot++)
        {
          gsize at = (gsize)block * self->n_spots + spot;

          if (cost[at] < INFINITY && (best == G_MAXSIZE || cost[at] < cost[best]))
            best = at;
        }
    }
  return best;
}

static void
trace (const McShiftPricer *self, const Shape *shape, const guint16 *from, gsize end, guint8 *choices)
{
  gsize layer = (gsize)shape->n_blocks * self->n_spots;
  guint block = (guint)(end / self->n_spots), spot = (guint)(end % self->n_spots);

  for (guint d = self->n_days; d-- > 0;)
    {
      guint choice = choice_of (self, spot);
      guint before = from[d * layer + (gsize)block * self->n_spots + spot];
      gboolean worked = d > 0 && !is_off (self, before);

      choices[d] = (guint8)choice;
      if (choice != MC_SHIFT_OFF)
        {
          block -= self->units[choice] + shape->stride[choice];
          if (begins_weekend (self, mc_shift_model_weekday (self->model, d), worked))
            block -= self->max_units + 1;
        }
      spot = before;
    }
}

/* One way through the days with the limits of @shape. */
static double
run_once (const McShiftPricer *self,
          McShiftScratch *scratch,
          const Shape *shape,
          const double *prices,
          const guint32 *allowed,
          double cutoff,
          guint8 *choices)
{
  gsize layer = (gsize)shape->n_blocks * self->n_spots, end;
  double *cost[2], best;
  guint8 *active[2];
  guint moves[2][MAX_CHOICES];
  Step s = { .self = self, .shape = shape };

  g_array_set_size (scratch->cost, (guint)(2 * layer));
  g_array_set_size (scratch->from, (guint)(self->n_days * layer));
  g_array_set_size (scratch->active, 2 * shape->n_blocks);
  for (guint i = 0; i < 2; i++)
    {
      cost[i] = (double *)scratch->cost->data + i * layer;
      active[i] = (guint8 *)scratch->active->data + i * shape->n_blocks;
    }
  for (guint d = 0; d < self->n_days; d++)
    {
      guint now = d % 2;

      s.day = d;
      s.weekday = mc_shift_model_weekday (self->model, d);
      s.prices = prices + (gsize)d * self->n_choices;
      s.allowed = self->person->allowed[d] & (allowed ? allowed[d] : G_MAXUINT32);
      s.cost = cost[now];
      s.active = active[now];
      s.from = (guint16 *)scratch->from->data + d * layer;
      clear_layer (s.cost, s.active, shape, self->n_spots);
      if (d == 0)
        {
          find_moves (&s, 0, moves);
          spread (&s, 0, G_MAXUINT16, 0, moves);
        }
      else
        spread_day (&s, cost[!now], active[!now]);
    }
  end = find_end (self, shape, s.cost, s.active);
  if (end == G_MAXSIZE)
    return INFINITY;
  best = s.cost[end];
  if (best < cutoff)
    trace (self, shape, (const guint16 *)scratch->from->data, end, choices);
  return best;
}

/* Adds the limits on numbers of shifts that @choices break; FALSE if there is none. */
static gboolean
add_broken (const McShiftPricer *self, const guint8 *choices, Shape *shape)
{
  guint counts[MAX_CHOICES] = { 0 };
  guint before = shape->n_counts;

  for (guint d = 0; d < self->n_days; d++)
    counts[choices[d]]++;
  for (guint i = 0; i < self->n_usable; i++)
    if (counts[self->usable[i]] > self->most[self->usable[i]])
      shape->counts[shape->n_counts++] = self->usable[i];
  return shape->n_counts > before;
}

double
mc_shift_pricer_run (const McShiftPricer *self,
                     McShiftScratch *scratch,
                     const double *prices,
                     const guint32 *allowed,
                     double cutoff,
                     guint8 *choices)
{
  g_autofree guint8 *found = g_new (guint8, self->n_days + 1);
  Shape shape = { 0 };
  double cost;

  if (self->n_spots == 0)
    return self->n_days == 0 ? 0 : INFINITY;
  do
    {
      shape_init (self, &shape);
      cost = run_once (self, scratch, &shape, prices, allowed, cutoff, found);
    }
  while (cost < cutoff && add_broken (self, found, &shape));
  if (cost < cutoff)
    memcpy (choices, found, self->n_days);
  return cost;
}
