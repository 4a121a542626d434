/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-swap-actions.h"

#include <glib/gi18n-lib.h>

#include "mc-change-private.h"
#include "mc-number.h"
#include "mc-roster-evaluator.h"
#include "mc-roster-words.h"

void
mc_swap_effect_free (McSwapEffect *self)
{
  g_free (self->obstacle);
  g_array_unref (self->edits);
  g_ptr_array_unref (self->troubles);
  g_free (self->text);
  g_free (self);
}

gboolean
mc_swap_effect_may (const McSwapEffect *self)
{
  return !self->obstacle && self->hard <= 0;
}

/* --- Where the two are --- */

/* One side of a swap, as indices of the problem. */
typedef struct
{
  gint person;
  gint session; /* that is given away */
  gint duty;    /* what is done in it */
} Side;

typedef struct
{
  McRosterBook *book;
  McRosterProblem *problem;
  McRosterSolution *now;
  Side one, other;
} Pair;

static Side
find_side (Pair *pair, gint64 person, McDay day, McDaySession session)
{
  McRosterBrief *brief = mc_roster_book_get_brief (pair->book);
  Side side = { mc_roster_brief_find_person (brief, person), mc_roster_brief_find_session (brief, day, session),
                MC_ROSTER_FREE };

  if (side.person >= 0 && side.session >= 0)
    side.duty = mc_roster_solution_get (pair->now, (guint)side.person, (guint)side.session);
  return side;
}

static Pair
find_pair (McRosterBook *book, McRosterSwap *swap)
{
  Pair pair = { .book = book,
                .problem = mc_roster_brief_get_problem (mc_roster_book_get_brief (book)),
                .now = mc_roster_book_get_current (book) };

  pair.one = find_side (&pair, swap->person_id, swap->day, swap->session);
  pair.other = find_side (&pair, swap->other_person_id, swap->other_day, swap->other_session);
  return pair;
}

static const char *
name_of (const Pair *pair, gint person)
{
  return person >= 0 ? mc_roster_person (pair->problem, person)->name : _ ("Somebody who has left");
}

static char *
dup_when (const Pair *pair, const Side *side, McDay day, McDaySession session)
{
  g_autofree char *date = NULL;

  if (side->session >= 0)
    return mc_roster_words_session (pair->problem, (guint)side->session);
  date = mc_day_format (day);
  return g_strdup_printf ("%s, %s", date, _ (mc_day_session_values[session].label));
}

char *
mc_swap_dup_words (McRosterBook *book, McRosterSwap *swap)
{
  Pair pair = find_pair (book, swap);
  g_autofree char *when = dup_when (&pair, &pair.one, swap->day, swap->session);
  g_autofree char *other = dup_when (&pair, &pair.other, swap->other_day, swap->other_session);

  /* Translators: twice: person, session */
  return g_strdup_printf (_ ("%s (%s) ↔ %s (%s)"), name_of (&pair, pair.one.person), when,
                          name_of (&pair, pair.other.person), other);
}

/* --- What keeps it from being done --- */

/* Whoever takes a session over must be free in it, unless it is the one that they give away. */
static char *
find_busy (const Pair *pair, const Side *taker, const Side *taken)
{
  gint duty = mc_roster_solution_get (pair->now, (guint)taker->person, (guint)taken->session);
  g_autofree char *when = NULL;

  if (taker->session == taken->session || duty == MC_ROSTER_FREE)
    return NULL;
  when = mc_roster_words_session (pair->problem, (guint)taken->session);
  /* Translators: person, duty, session */
  return g_strdup_printf (_ ("%s already has %s on %s."), name_of (pair, taker->person),
                          mc_roster_words_duty (pair->problem, duty), when);
}

static char *
find_worked (const Pair *pair, const Side *side, McDay today)
{
  const McRosterPin *pin = mc_roster_problem_pin (pair->problem, (guint)side->person, (guint)side->session);
  g_autofree char *when = mc_roster_words_session (pair->problem, (guint)side->session);

  if (mc_roster_book_is_out (pair->book))
    return mc_roster_session (pair->problem, side->session)->day < today
               ? g_strdup_printf (_ ("What was worked on %s is not swapped any more."), when)
               : NULL;
  return pin ? g_strdup_printf (_ ("%s is pinned on %s."), name_of (pair, side->person), when) : NULL;
}

static char *
find_obstacle (const Pair *pair, McDay today)
{
  const Side *one = &pair->one, *other = &pair->other;
  char *found = NULL;

  if (one->person < 0 || other->person < 0)
    return g_strdup (_ ("One of the two is not in this roster."));
  if (one->person == other->person)
    return g_strdup (_ ("A swap is between two people."));
  if (one->session < 0 || other->session < 0)
    return g_strdup (_ ("Nobody works in one of these sessions."));
  if (!mc_roster_book_is_open (pair->book) && !mc_roster_book_is_out (pair->book))
    return g_strdup (_ ("The roster waits for approval; its cells stand until then."));
  if (one->duty == MC_ROSTER_FREE && other->duty == MC_ROSTER_FREE)
    return g_strdup (_ ("Neither has a duty there: there is nothing to swap."));
  if (one->session == other->session && one->duty == other->duty)
    return g_strdup (_ ("Both have the same duty there: there is nothing to swap."));
  (void)((found = find_worked (pair, one, today)) || (found = find_worked (pair, other, today)) ||
         (found = find_busy (pair, one, other)) || (found = find_busy (pair, other, one)));
  return found;
}

/* --- What it would do --- */

static void
set_cell (const Pair *pair, McSwapEffect *effect, McRosterSolution *trial, gint person, gint session, gint duty)
{
  McRosterSession *when = mc_roster_session (pair->problem, session);
  McRosterEdit edit = { mc_roster_person (pair->problem, person)->id, when->day, when->part,
                        mc_roster_brief_get_place (mc_roster_book_get_brief (pair->book), duty), -1 };

  mc_roster_solution_set (trial, (guint)person, (guint)session, duty);
  g_array_append_val (effect->edits, edit);
}

static McRosterSolution *
carry_out (const Pair *pair, McSwapEffect *effect)
{
  McRosterSolution *trial = mc_roster_solution_copy (pair->now);
  const Side *one = &pair->one, *other = &pair->other;

  if (one->session != other->session)
    {
      set_cell (pair, effect, trial, one->person, one->session, MC_ROSTER_FREE);
      set_cell (pair, effect, trial, other->person, other->session, MC_ROSTER_FREE);
    }
  set_cell (pair, effect, trial, one->person, other->session, other->duty);
  set_cell (pair, effect, trial, other->person, one->session, one->duty);
  mc_roster_evaluate (pair->problem, trial);
  return trial;
}

static gboolean
is_same (const McRosterBreach *a, const McRosterBreach *b)
{
  return a->rule == b->rule && a->person == b->person && a->session == b->session && a->duty == b->duty &&
         a->wish == b->wish && a->amount <= b->amount;
}

static gboolean
was_broken (const McRosterSolution *before, const McRosterBreach *breach)
{
  for (guint i = 0; i < before->breaches->len; i++)
    if (is_same (breach, &g_array_index (before->breaches, McRosterBreach, i)))
      return TRUE;
  return FALSE;
}

/* What only makes the roster a little dearer is in the price; empty seats are told by themselves. */
static gboolean
tells (const McRosterRule *rule)
{
  switch (rule->kind)
    {
    case MC_ROSTER_RULE_COVER:
    case MC_ROSTER_RULE_STANDING:
    case MC_ROSTER_RULE_STEADY:
    case MC_ROSTER_RULE_STABILITY:
    case MC_ROSTER_RULE_FAIRNESS:
      return rule->hard && rule->kind != MC_ROSTER_RULE_COVER;
    default:
      return TRUE;
    }
}

static void
list_troubles (const Pair *pair, McSwapEffect *effect, const McRosterSolution *trial)
{
  for (guint i = 0; i < trial->breaches->len; i++)
    {
      const McRosterBreach *breach = &g_array_index (trial->breaches, McRosterBreach, i);

      if (tells (mc_roster_rule (pair->problem, breach->rule)) && !was_broken (pair->now, breach))
        g_ptr_array_add (effect->troubles, mc_roster_words_breach (pair->problem, breach));
    }
}

static guint
count_gaps (const McRosterSolution *roster)
{
  guint n = 0;

  for (guint i = 0; i < roster->gaps->len; i++)
    n += g_array_index (roster->gaps, McRosterGap, i).seats;
  return n;
}

static gint64
count_cost (const Pair *pair, const McRosterSolution *roster)
{
  gint64 cost = 0;

  for (guint i = 0; i < roster->rule_costs->len; i++)
    if (mc_roster_rule (pair->problem, i)->kind != MC_ROSTER_RULE_STABILITY)
      cost += g_array_index (roster->rule_costs, gint64, i);
  return cost;
}

static char *
dup_text (const McSwapEffect *effect)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < effect->troubles->len; i++)
    g_string_append_printf (text, "%s\n", (char *)g_ptr_array_index (effect->troubles, i));
  if (effect->gaps > 0)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE, "%d more seat of a session is empty.\n",
                                         "%d more seats of sessions are empty.\n", (gulong)effect->gaps),
                            effect->gaps);
  if (effect->hard > 0)
    g_string_append (text, _ ("A rule that must be kept would be broken: this swap cannot be approved."));
  else if (effect->cost > 0)
    {
      g_autofree char *cost = mc_number_format_int (effect->cost);

      g_string_append_printf (text, _ ("The roster becomes dearer by %s."), cost);
    }
  else
    g_string_append (text, effect->troubles->len > 0 ? _ ("All in all the roster becomes no dearer.")
                                                     : _ ("Nothing gets worse."));
  return g_string_free (text, FALSE);
}

McSwapEffect *
mc_swap_weigh (McRosterBook *book, McRosterSwap *swap, McDay today)
{
  McSwapEffect *effect = g_new0 (McSwapEffect, 1);
  Pair pair;
  g_autoptr (McRosterSolution) trial = NULL;

  effect->edits = g_array_new (FALSE, TRUE, sizeof (McRosterEdit));
  effect->troubles = g_ptr_array_new_with_free_func (g_free);
  g_return_val_if_fail (mc_roster_book_get_ready (book), effect);
  pair = find_pair (book, swap);
  effect->obstacle = find_obstacle (&pair, today);
  if (effect->obstacle)
    {
      effect->text = g_strdup (effect->obstacle);
      return effect;
    }
  trial = carry_out (&pair, effect);
  effect->hard = (gint64)trial->hard_broken - (gint64)pair.now->hard_broken;
  effect->gaps = (gint)count_gaps (trial) - (gint)count_gaps (pair.now);
  effect->cost = count_cost (&pair, trial) - count_cost (&pair, pair.now);
  list_troubles (&pair, effect, trial);
  effect->text = dup_text (effect);
  return effect;
}

/* --- Changes --- */

McChange *
mc_swap_change_request (McRosterBook *book, McRosterSwap *swap)
{
  g_autofree char *words = mc_swap_dup_words (book, swap);
  g_autofree char *label = g_strdup_printf (_ ("Ask to swap: %s"), words);
  McChange *change = mc_change_new (label);

  swap->roster_id = mc_entity_get_id (MC_ENTITY (mc_roster_book_get_roster (book)));
  mc_change_insert (change, MC_ENTITY (swap));
  return change;
}

static McRosterSwap *
decide (McChange *change, McRosterSwap *swap, McSwapState state)
{
  g_autoptr (McRosterSwap) after = mc_entity_clone (swap);

  after->state = state;
  mc_change_update (change, MC_ENTITY (swap), MC_ENTITY (after));
  return after; /* the change holds it */
}

static McEntity *
find_amendment (McChange *change)
{
  GPtrArray *ops = mc_change_get_ops (change);

  for (guint i = 0; i < ops->len; i++)
    {
      McEntity *entity = mc_change_op_get_entity (g_ptr_array_index (ops, i));

      if (MC_IS_ROSTER_AMENDMENT (entity))
        return entity;
    }
  return NULL;
}

static McChange *
change_cells (McRosterBook *book, const char *label, const char *reason, GArray *edits)
{
  McChange *change = mc_roster_book_is_out (book) ? mc_roster_change_amend (book, reason, NULL, edits)
                                                  : mc_roster_change_edit (book, label, edits);

  mc_change_set_label (change, label);
  return change;
}

McChange *
mc_swap_change_approve (McRosterBook *book, McRosterSwap *swap, const McSwapEffect *effect)
{
  g_autofree char *words = mc_swap_dup_words (book, swap);
  g_autofree char *label = g_strdup_printf (_ ("Approve the swap: %s"), words);
  /* Everybody reads it: what the two said of themselves is not in it. */
  g_autofree char *reason = g_strdup_printf (_ ("Swap: %s"), words);
  McChange *change;
  McRosterSwap *after;

  g_return_val_if_fail (mc_swap_effect_may (effect), NULL);
  change = change_cells (book, label, reason, effect->edits);
  after = decide (change, swap, MC_SWAP_STATE_APPROVED);
  if (find_amendment (change))
    mc_change_link (change, MC_ENTITY (after), "amendment_id", find_amendment (change));
  return change;
}

McChange *
mc_swap_change_refuse (McRosterBook *book, McRosterSwap *swap, const char *answer)
{
  g_autofree char *words = mc_swap_dup_words (book, swap);
  g_autofree char *label = g_strdup_printf (_ ("Refuse the swap: %s"), words);
  McChange *change = mc_change_new (label);
  McRosterSwap *after = decide (change, swap, MC_SWAP_STATE_REFUSED);

  g_set_str (&after->answer, answer);
  return change;
}

McChange *
mc_swap_change_withdraw (McRosterBook *book, McRosterSwap *swap)
{
  g_autofree char *words = mc_swap_dup_words (book, swap);
  g_autofree char *label = g_strdup_printf (_ ("Withdraw the swap: %s"), words);
  McChange *change = mc_change_new (label);

  decide (change, swap, MC_SWAP_STATE_WITHDRAWN);
  return change;
}

McRosterSwap *
mc_swap_new_reverse (McRosterSwap *swap)
{
  McRosterSwap *back = mc_roster_swap_new ();

  back->roster_id = swap->roster_id;
  back->person_id = swap->person_id;
  back->day = swap->other_day;
  back->session = swap->other_session;
  back->other_person_id = swap->other_person_id;
  back->other_day = swap->day;
  back->other_session = swap->session;
  return back;
}

McChange *
mc_swap_change_back (McRosterBook *book, McRosterSwap *swap, const McSwapEffect *effect)
{
  g_autofree char *words = mc_swap_dup_words (book, swap);
  g_autofree char *label = g_strdup_printf (_ ("Take the swap back: %s"), words);

  g_return_val_if_fail (mc_swap_effect_may (effect), NULL);
  return change_cells (book, label, label, effect->edits);
}
