/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-need-rows.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "mc-workload-chart.h"

/* "Monday 2 → 3, Friday 2 → 3": those that change. */
static char *
dup_session (const GArray *sessions, McDaySession session)
{
  GString *text = g_string_new (NULL);

  for (guint i = session; i < sessions->len; i += MC_DAY_SESSIONS)
    {
      const McNeedSession *one = &g_array_index (sessions, McNeedSession, i);
      g_autofree char *words = NULL;

      if (one->least == one->seats && one->most == one->seats)
        continue;
      words = mc_need_session_format (one);
      g_string_append_printf (text, "%s%s %s", text->len ? ", " : "", mc_workload_weekday_name (one->weekday), words);
    }
  return g_string_free_and_steal (text);
}

static char *
dup_changes (const GArray *sessions)
{
  g_autofree char *morning = dup_session (sessions, MC_DAY_SESSION_MORNING);
  g_autofree char *afternoon = dup_session (sessions, MC_DAY_SESSION_AFTERNOON);
  /* Translators: weekdays with numbers of people */
  g_autofree char *first = g_strdup_printf (_ ("Morning: %s"), morning);
  g_autofree char *second = g_strdup_printf (_ ("Afternoon: %s"), afternoon);

  if (!*afternoon)
    return g_steal_pointer (&first);
  return *morning ? g_strdup_printf ("%s\n%s", first, second) : g_steal_pointer (&second);
}

char *
mc_need_rows_dup_counter (McCounter *counter)
{
  /* Translators: a number and a name */
  return counter->name ? g_strdup_printf (_ ("Counter %d: %s"), counter->number, counter->name)
                       : g_strdup_printf (_ ("Counter %d"), counter->number);
}

void
mc_need_rows_show (GtkListBox *box, const McNeedPlan *plan)
{
  gtk_list_box_remove_all (box);
  for (guint i = 0; plan && i < plan->counters->len; i++)
    {
      McCounter *counter = g_ptr_array_index (plan->counters, i);
      const GArray *sessions = g_ptr_array_index (plan->sessions, i);
      g_autofree char *title = NULL;
      g_autofree char *changes = NULL;

      if (!mc_need_demand_differs (sessions))
        continue;
      title = mc_need_rows_dup_counter (counter);
      changes = dup_changes (sessions);
      gtk_list_box_append (
          box, g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "subtitle", changes, NULL));
    }
}

char *
mc_need_rows_dup_summary (const McNeedPlan *plan)
{
  guint n = 0;
  g_autofree char *changes = NULL;
  g_autofree char *kept = NULL;

  for (guint i = 0; i < plan->sessions->len; i++)
    n += mc_need_demand_differs (g_ptr_array_index (plan->sessions, i));
  changes = n ? g_strdup_printf (ngettext ("People wanted change at %u counter, now → by the need.",
                                           "People wanted change at %u counters, now → by the need.", n),
                                 n)
              : g_strdup (_ ("All counters want as many people as they need."));
  if (plan->unknown->len == 0)
    return g_steal_pointer (&changes);
  kept = g_strdup_printf (ngettext ("%u counter keeps what it has: no complete ticket is known of it.",
                                    "%u counters keep what they have: no complete ticket is known of them.",
                                    plan->unknown->len),
                          plan->unknown->len);
  return g_strdup_printf ("%s %s", changes, kept);
}
