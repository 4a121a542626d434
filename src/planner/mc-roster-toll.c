/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-toll.h"

#include <glib/gi18n-lib.h>

#include "mc-roster-stretch.h"
#include "mc-roster-words.h"

#define MOST_RULES 2 /* told by name */

/* --- What is lost --- */

static void
loss_clear (gpointer data)
{
  g_array_unref (((McRosterLoss *)data)->sessions);
}

static guint
seats_empty (const McRosterSolution *roster, guint session, guint duty)
{
  for (guint i = 0; i < roster->gaps->len; i++)
    {
      const McRosterGap *gap = &g_array_index (roster->gaps, McRosterGap, i);

      if (gap->session == session && gap->duty == duty)
        return gap->seats;
    }
  return 0;
}

static void
add_loss (GArray *losses, const McRosterProblem *problem, const McRosterGap *gap)
{
  const McRosterNeed *need = mc_roster_problem_need (problem, gap->session, gap->duty);
  McRosterLoss fresh = { .duty = gap->duty, .closes = need && gap->seats >= need->wanted };

  for (guint i = 0; i < losses->len; i++)
    {
      McRosterLoss *loss = &g_array_index (losses, McRosterLoss, i);

      if (loss->duty != fresh.duty || loss->closes != fresh.closes)
        continue;
      g_array_append_val (loss->sessions, gap->session);
      return;
    }
  fresh.sessions = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (fresh.sessions, gap->session);
  g_array_append_val (losses, fresh);
}

static gint
compare_losses (gconstpointer a, gconstpointer b)
{
  const McRosterLoss *one = a, *other = b;

  if (one->closes != other->closes)
    return one->closes ? -1 : 1;
  return (one->duty > other->duty) - (one->duty < other->duty);
}

GArray *
mc_roster_repair_losses (const McRosterRepair *self, const McRosterSolution *before)
{
  GArray *losses = g_array_new (FALSE, FALSE, sizeof (McRosterLoss));

  g_array_set_clear_func (losses, loss_clear);
  for (guint i = 0; i < self->nothing->gaps->len; i++)
    {
      const McRosterGap *gap = &g_array_index (self->nothing->gaps, McRosterGap, i);

      if (gap->seats > seats_empty (before, gap->session, gap->duty))
        add_loss (losses, self->problem, gap);
    }
  g_array_sort (losses, compare_losses);
  return losses;
}

/* A sentence begins with a capital, whatever begins it. */
static char *
capitalise (char *sentence)
{
  g_autofree char *rest = sentence;
  g_autofree char *first = g_utf8_strup (rest, (gssize)(g_utf8_next_char (rest) - rest));

  return g_strconcat (first, g_utf8_next_char (rest), NULL);
}

char *
mc_roster_loss_describe (const McRosterRepair *self, const McRosterLoss *loss)
{
  g_autofree char *when = mc_roster_stretches_format (self->problem, loss->sessions);
  const char *duty = mc_roster_words_duty (self->problem, (gint)loss->duty);
  gboolean counter = mc_roster_duty (self->problem, loss->duty)->kind == MC_ROSTER_DUTY_COUNTER;

  if (!loss->closes)
    /* Translators: a counter, days */
    return capitalise (g_strdup_printf (_ ("%s has fewer people: %s"), duty, when));
  /* Translators: a counter or a duty, days */
  return capitalise (g_strdup_printf (counter ? _ ("%s closes: %s") : _ ("%s has nobody: %s"), duty, when));
}

/* --- Who moves --- */

static void
transfer_clear (gpointer data)
{
  g_array_unref (((McRosterTransfer *)data)->sessions);
}

GArray *
mc_roster_answer_transfers (const McRosterAnswer *self)
{
  GArray *transfers = g_array_new (FALSE, FALSE, sizeof (McRosterTransfer));

  g_array_set_clear_func (transfers, transfer_clear);
  for (guint i = 0; i < self->moves->len; i++)
    {
      const McRosterMove *move = &g_array_index (self->moves, McRosterMove, i);
      McRosterTransfer *same = NULL;

      for (guint k = 0; k < transfers->len && !same; k++)
        {
          McRosterTransfer *one = &g_array_index (transfers, McRosterTransfer, k);

          if (one->person == move->person && one->before == move->before && one->after == move->after)
            same = one;
        }
      if (!same)
        {
          McRosterTransfer fresh = { move->person, move->before, move->after,
                                     g_array_new (FALSE, FALSE, sizeof (guint)) };

          g_array_append_val (transfers, fresh);
          same = &g_array_index (transfers, McRosterTransfer, transfers->len - 1);
        }
      g_array_append_val (same->sessions, move->session);
    }
  return transfers;
}

char *
mc_roster_transfer_describe (const McRosterRepair *repair, const McRosterTransfer *transfer)
{
  g_autofree char *when = mc_roster_stretches_format (repair->problem, transfer->sessions);

  return g_strdup_printf ("%s: %s → %s, %s", mc_roster_person (repair->problem, transfer->person)->name,
                          mc_roster_words_duty (repair->problem, transfer->before),
                          mc_roster_words_duty (repair->problem, transfer->after), when);
}

/* --- At what price --- */

static gint64
price_of_rule (const McRosterRepair *repair, const McRosterAnswer *self, guint rule)
{
  McRosterRule *row = mc_roster_rule (repair->problem, rule);

  if (row->hard || row->kind == MC_ROSTER_RULE_COVER)
    return 0;
  return g_array_index (self->roster->rule_costs, gint64, rule) -
         g_array_index (repair->nothing->rule_costs, gint64, rule);
}

gint64
mc_roster_answer_price (const McRosterRepair *repair, const McRosterAnswer *self)
{
  gint64 price = 0;

  for (guint i = 0; i < repair->problem->rules->len; i++)
    price += price_of_rule (repair, self, i);
  return price;
}

/* The dearest rule that costs less than @below, or as much but stands later. */
static gint
find_dearest (const McRosterRepair *repair, const McRosterAnswer *self, gint64 below, gint after)
{
  gint found = -1;

  for (guint i = 0; i < repair->problem->rules->len; i++)
    {
      gint64 price = price_of_rule (repair, self, i);

      if (price <= 0 || price > below || (price == below && (gint)i <= after))
        continue;
      if (found < 0 || price > price_of_rule (repair, self, (guint)found))
        found = (gint)i;
    }
  return found;
}

char *
mc_roster_answer_describe_price (const McRosterRepair *repair, const McRosterAnswer *self)
{
  gint64 price = mc_roster_answer_price (repair, self), below = G_MAXINT64;
  GString *text = g_string_new (NULL);
  gint rule = -1;

  if (price <= 0)
    {
      g_string_append (text, _ ("No wish and no habit suffers by it."));
      return g_string_free (text, FALSE);
    }
  /* Translators: %d: points; what follows are the rules that ask them */
  g_string_append_printf (text, _ ("Price %d points"), (int)price);
  for (guint n = 0; n < MOST_RULES && (rule = find_dearest (repair, self, below, rule)) >= 0; n++)
    {
      g_autofree char *words = mc_roster_words_rule (repair->problem, (guint)rule);

      below = price_of_rule (repair, self, (guint)rule);
      g_string_append_printf (text, "%s%s (%d)", n == 0 ? ": " : ", ", words, (int)below);
    }
  return g_string_free (text, FALSE);
}
