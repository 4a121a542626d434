/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-grid-source.h"

#include <glib/gi18n.h>

enum
{
  CHANGED,
  CELLS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (McRosterGridSource, mc_roster_grid_source, G_TYPE_OBJECT)

static void
mc_roster_grid_source_default_init (McRosterGridSourceInterface *iface)
{
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_INTERFACE (iface), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CELLS_CHANGED] =
      g_signal_new ("cells-changed", G_TYPE_FROM_INTERFACE (iface), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                    4, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT);
}

McRosterCode *
mc_roster_code_new (const char *code, const char *name)
{
  McRosterCode *self = g_new (McRosterCode, 1);

  self->code = g_strdup (code);
  self->name = g_strdup (name);
  return self;
}

void
mc_roster_code_free (McRosterCode *self)
{
  g_free (self->code);
  g_free (self->name);
  g_free (self);
}

guint
mc_roster_grid_source_get_n_rows (McRosterGridSource *self)
{
  return MC_ROSTER_GRID_SOURCE_GET_IFACE (self)->get_n_rows (self);
}

guint
mc_roster_grid_source_get_n_feet (McRosterGridSource *self)
{
  return MC_ROSTER_GRID_SOURCE_GET_IFACE (self)->get_n_feet (self);
}

guint
mc_roster_grid_source_get_n_days (McRosterGridSource *self)
{
  return MC_ROSTER_GRID_SOURCE_GET_IFACE (self)->get_n_days (self);
}

guint
mc_roster_grid_source_get_n_parts (McRosterGridSource *self)
{
  return MAX (1, MC_ROSTER_GRID_SOURCE_GET_IFACE (self)->get_n_parts (self));
}

const char *
mc_roster_grid_source_get_name_title (McRosterGridSource *self)
{
  McRosterGridSourceInterface *iface = MC_ROSTER_GRID_SOURCE_GET_IFACE (self);

  return iface->get_name_title ? iface->get_name_title (self) : C_ ("column", "Name");
}

const char *
mc_roster_grid_source_get_fact_title (McRosterGridSource *self, guint fact)
{
  return MC_ROSTER_GRID_SOURCE_GET_IFACE (self)->get_fact_title (self, fact);
}

McRosterGridRow
mc_roster_grid_source_get_row (McRosterGridSource *self, guint row)
{
  McRosterGridRow out = { 0 };

  MC_ROSTER_GRID_SOURCE_GET_IFACE (self)->get_row (self, row, &out);
  return out;
}

McRosterGridDay
mc_roster_grid_source_get_day (McRosterGridSource *self, guint day)
{
  McRosterGridDay out = { .day = MC_DAY_NONE };

  MC_ROSTER_GRID_SOURCE_GET_IFACE (self)->get_day (self, day, &out);
  return out;
}

McRosterGridLook
mc_roster_grid_source_get_look (McRosterGridSource *self, guint row, guint slot)
{
  McRosterGridLook out = { 0 };

  MC_ROSTER_GRID_SOURCE_GET_IFACE (self)->get_look (self, row, slot, &out);
  return out;
}

char *
mc_roster_grid_source_describe (McRosterGridSource *self, guint row, guint slot)
{
  return MC_ROSTER_GRID_SOURCE_GET_IFACE (self)->describe (self, row, slot);
}

gboolean
mc_roster_grid_source_parse (McRosterGridSource *self, const char *text, int *duty, GError **error)
{
  return MC_ROSTER_GRID_SOURCE_GET_IFACE (self)->parse (self, text, duty, error);
}

GPtrArray *
mc_roster_grid_source_complete (McRosterGridSource *self, guint row, guint slot, const char *text)
{
  return MC_ROSTER_GRID_SOURCE_GET_IFACE (self)->complete (self, row, slot, text);
}

char *
mc_roster_grid_source_dup_when (McRosterGridSource *self, guint slot)
{
  static const char *const weekdays[] = {
    NC_ ("weekday in a sentence", "Monday"),    NC_ ("weekday in a sentence", "Tuesday"),
    NC_ ("weekday in a sentence", "Wednesday"), NC_ ("weekday in a sentence", "Thursday"),
    NC_ ("weekday in a sentence", "Friday"),    NC_ ("weekday in a sentence", "Saturday"),
    NC_ ("weekday in a sentence", "Sunday"),
  };
  guint n_parts = mc_roster_grid_source_get_n_parts (self);
  McRosterGridDay day = mc_roster_grid_source_get_day (self, slot / n_parts);
  int month, number;
  const char *weekday;

  mc_day_split (day.day, NULL, &month, &number);
  weekday = g_dpgettext2 (NULL, "weekday in a sentence", weekdays[mc_day_weekday (day.day) - 1]);
  if (n_parts == 1)
    /* Translators: weekday, day and month */
    return g_strdup_printf (_ ("%s %02d/%02d"), weekday, number, month);
  /* Translators: weekday, day and month, then “morning” or “afternoon” */
  return g_strdup_printf (_ ("%s %02d/%02d %s"), weekday, number, month,
                          slot % n_parts == 0 ? _ ("morning") : _ ("afternoon"));
}

static const struct
{
  McRosterMarks mark;
  const char *word;
} words[] = {
  { MC_ROSTER_MARK_PINNED, N_ ("pinned") },
  { MC_ROSTER_MARK_AMENDED, N_ ("amended") },
  { MC_ROSTER_MARK_ERROR, N_ ("breaks a rule") },
  { MC_ROSTER_MARK_WARNING, N_ ("to be looked at") },
  { MC_ROSTER_MARK_CHANGED, N_ ("differs from the other version") },
  { MC_ROSTER_MARK_PENDING, N_ ("not saved yet") },
  { MC_ROSTER_MARK_DIFFERS, N_ ("not as planned") },
};

char *
mc_roster_grid_source_dup_name (McRosterGridSource *self, guint row, guint slot)
{
  McRosterGridRow head = mc_roster_grid_source_get_row (self, row);
  McRosterGridLook look = mc_roster_grid_source_get_look (self, row, slot);
  g_autofree char *when = mc_roster_grid_source_dup_when (self, slot);
  g_autofree char *what = mc_roster_grid_source_describe (self, row, slot);
  GString *name = g_string_new (head.name);

  g_string_append_printf (name, ", %s, %s", when, what);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (look.marks & words[i].mark)
      g_string_append_printf (name, ", %s", _ (words[i].word));
  return g_string_free (name, FALSE);
}

void
mc_roster_grid_source_changed (McRosterGridSource *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

void
mc_roster_grid_source_cells_changed (McRosterGridSource *self, guint row, guint slot, guint n_rows, guint n_slots)
{
  g_signal_emit (self, signals[CELLS_CHANGED], 0, row, slot, n_rows, n_slots);
}
