/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-duty-ledger.h"

/* Halves of days add up exactly; hours do not. */
#define NOTHING 1e-9

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const McDutyCredit *one = ((const McDutyEntry *)a)->credit, *other = ((const McDutyEntry *)b)->credit;

  if (one->day != other->day)
    return one->day < other->day ? -1 : 1;
  return (int)one->session - (int)other->session;
}

static gboolean
is_good_on (const McDutyCredit *credit, McDay day)
{
  return credit->day <= day && (credit->expires_on == MC_DAY_NONE || credit->expires_on > day);
}

static void
spend (McDutyLedger *self, McDay day, double days)
{
  self->spent += days;
  for (guint i = 0; i < self->entries->len && days > NOTHING; i++)
    {
      McDutyEntry *entry = &g_array_index (self->entries, McDutyEntry, i);
      double part = is_good_on (entry->credit, day) ? MIN (entry->left, days) : 0;

      entry->left -= part;
      days -= part;
    }
  if (days > NOTHING)
    self->overdrawn += days;
}

static void
spend_all (McDutyLedger *self, const GArray *items, McWorkCalendar *calendar)
{
  for (guint i = 0; i < items->len; i++)
    {
      const McLeaveItem *item = &g_array_index (items, McLeaveItem, i);
      McPeriod during = item->absence->during;

      if (item->kind != MC_ABSENCE_KIND_COMPENSATORY || !mc_absence_counts (item->absence))
        continue;
      for (McDay day = during.from; day < during.until; day++)
        spend (self, day, mc_leave_days (item->absence, calendar, (McPeriod){ day, day + 1 }));
    }
}

McDutyLedger *
mc_duty_ledger_new (GListModel *credits, gint64 person, const GArray *items, McWorkCalendar *calendar, McDay as_of)
{
  McDutyLedger *self = g_new0 (McDutyLedger, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (McDutyEntry));
  for (guint i = 0; i < g_list_model_get_n_items (credits); i++)
    {
      g_autoptr (McDutyCredit) credit = g_list_model_get_item (credits, i);
      McDutyEntry entry = { credit, credit->halves / 2.0 };

      if (credit->person_id == person)
        g_array_append_val (self->entries, entry);
    }
  g_array_sort (self->entries, compare_entries);
  spend_all (self, items, calendar);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const McDutyEntry *entry = &g_array_index (self->entries, McDutyEntry, i);

      if (entry->credit->day > as_of)
        continue;
      self->earned += entry->credit->halves / 2.0;
      if (is_good_on (entry->credit, as_of))
        self->left += entry->left;
      else
        self->lapsed += entry->left;
    }
  return self;
}

void
mc_duty_ledger_free (McDutyLedger *self)
{
  g_array_unref (self->entries);
  g_free (self);
}
