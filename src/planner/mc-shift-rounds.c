/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "mc-shift-compact.h"
#include "mc-shift-search-private.h"

/* Parts tried at the same time from the same roster. Their number does not depend on the machine, or else the outcome
 * would. */
#define N_TRIES 2

#define N_NODES 50
#define GAP 0.05
#define FEWEST_PEOPLE 3
#define FEWEST_DAYS 7

/* After so many rounds without something better small problems are given to the compact program: people × days × types
 * up to this. */
#define PATIENCE 8
#define MOST_CELLS 500
#define N_PROOF_NODES 1000
#define TINY 1e-6

typedef enum
{
  KIND_PEOPLE, /* some people, all days */
  KIND_DAYS,   /* everybody, some days */
  KIND_BOTH,   /* half of the people, half of the days */
  N_KINDS,
} Kind;

typedef struct
{
  McShiftSearch *search;
  Kind kind;
  guint seed;
  guint n_free;
  guint *free;
  guint32 *allowed;
  McShiftNode *node;
  guint8 *roster;
  McShiftEnd end;
  gboolean better;
} Try;

typedef struct
{
  McShiftSearch *search;
  GPtrArray *crews; /* McShiftCrew of one, for each of the tries */
  Try tries[N_TRIES];
  guint n_people; /* how large parts are */
  guint n_days;
} Rounds;

static void
shuffle (GRand *rand, guint *items, guint n)
{
  for (guint i = n; i > 1; i--)
    {
      guint j = (guint)g_rand_int_range (rand, 0, (gint32)i), item = items[i - 1];

      items[i - 1] = items[j];
      items[j] = item;
    }
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *)a, second = *(const guint *)b;

  return first < second ? -1 : first > second;
}

/* @n people by chance, in rising order. */
static void
draw_people (Try *try, guint n)
{
  guint n_people = try->search->tables->n_people;

  try->free = g_new (guint, n_people);
  for (guint p = 0; p < n_people; p++)
    try->free[p] = p;
  shuffle (try->search->rand, try->free, n_people);
  try->n_free = MIN (n, n_people);
  qsort (try->free, try->n_free, sizeof (guint), compare_numbers);
}

/* Only @n days from a day by chance are free. */
static void
draw_days (Try *try, guint n)
{
  const McShiftTables *t = try->search->tables;
  guint first = (guint)g_rand_int_range (try->search->rand, 0, (gint32)(t->n_days - MIN (n, t->n_days) + 1));

  try->allowed = g_new (guint32, (gsize)try->n_free * t->n_days);
  for (guint i = 0; i < try->n_free; i++)
    for (guint d = 0; d < t->n_days; d++)
      {
        guint choice = try->search->roster[(gsize)try->free[i] * t->n_days + d];

        try->allowed[(gsize)i * t->n_days + d] =
            d >= first && d < first + n ? mc_shift_person (t->model, try->free[i])->allowed[d] : MC_SHIFT_BIT (choice);
      }
}

static void
draw (Rounds *self, Try *try)
{
  McShiftSearch *search = self->search;
  guint n_people = search->tables->n_people, n_days = search->tables->n_days;
  guint pick = (guint)g_rand_int_range (search->rand, 0, 4);

  try->search = search;
  try->kind = pick < 2 ? KIND_PEOPLE : pick == 2 ? KIND_DAYS : KIND_BOTH;
  if (n_days <= FEWEST_DAYS)
    try->kind = KIND_PEOPLE;
  try->seed = g_rand_int (search->rand);
  draw_people (try, try->kind == KIND_PEOPLE ? self->n_people
                    : try->kind == KIND_DAYS ? n_people
                                             : (n_people + 1) / 2 + 1);
  if (try->kind != KIND_PEOPLE)
    draw_days (try, try->kind == KIND_DAYS ? self->n_days : MIN (self->n_days * 3 / 2, n_days));
  try->roster = g_memdup2 (search->roster, (gsize)n_people * n_days);
}

static void
run_try (guint index, guint worker, gpointer data)
{
  Rounds *self = data;
  Try *try = &self->tries[index];
  McShiftSearch *search = self->search;
  gint64 cost = search->cost;

  try->node = mc_shift_node_new (search->tables, search->pricers, g_ptr_array_index (self->crews, index), &search->stop,
                                 try->roster, try->n_free, try->free, try->allowed);
  mc_shift_search_fill (search, try->node);
  try->end = mc_shift_node_solve (try->node, (double)search->cost, GAP);
  if (try->end != MC_SHIFT_END_SOLVED)
    return;
  if (mc_shift_node_dive (try->node, (double)search->cost, try->roster))
    {
      try->better = TRUE;
      cost = mc_shift_tables_total (search->tables, try->roster);
    }
  try->better |= mc_shift_node_choose (try->node, cost, N_NODES, try->seed, try->roster);
}

/* The rows that @try has made anew, put into a copy of the best roster. */
static void
offer_rows (McShiftSearch *search, const Try *try)
{
  guint n_days = search->tables->n_days;
  gsize n_cells = (gsize)search->tables->n_people * n_days;
  g_autofree guint8 *both = g_memdup2 (search->roster, n_cells);

  for (guint i = 0; i < try->n_free; i++)
    memcpy (both + (gsize)try->free[i] * n_days, try->roster + (gsize)try->free[i] * n_days, n_days);
  if (!mc_shift_search_offer (search, both))
    mc_shift_search_offer (search, try->roster);
}

static void
clear_try (Try *try)
{
  g_clear_pointer (&try->node, mc_shift_node_free);
  g_free (try->free);
  g_free (try->allowed);
  g_free (try->roster);
  memset (try, 0, sizeof *try);
}

/* Parts are as large as can just be done: more where the bound shows at once that there is nothing, less where the
 * choice takes long. */
static void
resize (Rounds *self, const Try *try)
{
  const McShiftTables *t = self->search->tables;
  gboolean grow = try->end == MC_SHIFT_END_PRUNED;

  if (try->kind == KIND_PEOPLE)
    self->n_people = CLAMP (self->n_people + (grow ? 1 : -1), MIN (FEWEST_PEOPLE, t->n_people), t->n_people);
  else if (try->kind == KIND_DAYS)
    self->n_days = CLAMP (self->n_days + (grow ? 1 : -1), MIN (FEWEST_DAYS, t->n_days), t->n_days);
}

/* Where the bound of the LP stays below the best roster, the compact program proves small problems. */
static void
prove (McShiftSearch *search)
{
  const McShiftTables *t = search->tables;
  const McHighsLimits limits = { .nodes = N_PROOF_NODES,
                                 .seconds = mc_shift_stop_seconds (&search->stop),
                                 .gap = 1 - TINY,
                                 .seed = search->options->seed,
                                 .cancel = search->stop.cancel };
  g_autofree guint8 *roster = g_memdup2 (search->roster, (gsize)t->n_people * t->n_days);
  double bound;

  mc_shift_compact_solve (t->model, search->roster, &limits, roster, &bound);
  mc_shift_search_offer (search, roster);
  mc_shift_search_raise (search, bound);
}

static gboolean
is_small (const McShiftTables *t)
{
  return (guint64)t->n_people * t->n_days * (t->n_choices - 1) <= MOST_CELLS;
}

/* Whether one of the tries came to something better. */
static gboolean
run_round (Rounds *self)
{
  McShiftSearch *search = self->search;
  gint64 cost = search->cost;

  for (guint i = 0; i < N_TRIES; i++)
    draw (self, &self->tries[i]);
  mc_shift_crew_run (search->crew, N_TRIES, run_try, self);
  search->round++;
  for (guint i = 0; i < N_TRIES; i++)
    {
      Try *try = &self->tries[i];

      if (try->better)
        offer_rows (search, try);
      else
        resize (self, try);
      mc_shift_search_keep (search, try->node);
      clear_try (try);
    }
  return search->cost < cost;
}

void
mc_shift_search_rounds (McShiftSearch *search)
{
  const McShiftTables *t = search->tables;
  g_autoptr (GPtrArray) crews = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_shift_crew_free);
  Rounds self = {
    .search = search, .crews = crews, .n_people = CLAMP (t->n_people / 2, 1, 8), .n_days = CLAMP (t->n_days / 2, 1, 14)
  };
  guint idle = 0;

  for (guint i = 0; i < N_TRIES; i++)
    g_ptr_array_add (crews, mc_shift_crew_new (1));
  while (!mc_shift_search_is_over (search))
    {
      idle = run_round (&self) ? 0 : idle + 1;
      if (idle == PATIENCE && is_small (t) && !mc_shift_search_is_over (search))
        prove (search);
    }
}
