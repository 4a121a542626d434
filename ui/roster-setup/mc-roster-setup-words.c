/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-setup-words.h"

#include <glib/gi18n.h>

#include "mc-counter.h"
#include "mc-demand.h"
#include "mc-duty-competence.h"
#include "mc-duty.h"
#include "mc-person.h"
#include "mc-planner-rule.h"
#include "mc-roster-request.h"

static char *
name_place (McRosterSetupNames *names, gint64 counter_id, gint64 duty_id)
{
  McCounter *counter = counter_id ? mc_live_list_get_by_id (names->counters, counter_id) : NULL;
  McDuty *duty = duty_id ? mc_live_list_get_by_id (names->duties, duty_id) : NULL;

  if (counter)
    return g_strdup_printf (_ ("Counter %d · %s"), counter->number, counter->name);
  return duty ? g_strdup_printf ("%s · %s", duty->code, duty->name) : g_strdup ("–");
}

static char *
name_person (McRosterSetupNames *names, gint64 id)
{
  McPerson *person = mc_live_list_get_by_id (names->people, id);

  return g_strdup (person && person->full_name ? person->full_name : "–");
}

static char *
format (gpointer row, const char *field)
{
  return mc_entity_format (row, field);
}

void
mc_roster_setup_describe_rule (gpointer row, gpointer user_data, char **title, char **subtitle, char **target)
{
  McPlannerRule *rule = row;
  g_autoptr (GString) text = g_string_new (rule->enabled ? NULL : _ ("Switched off"));

  if (rule->basis)
    g_string_append_printf (text, _ ("A must by law: %s"), rule->basis);
  else if (rule->hard)
    g_string_append_printf (text, "%s%s", text->len ? " · " : "", _ ("A must"));
  else
    g_string_append_printf (text, _ ("%sA wish, weight %d, stage %d"), text->len ? " · " : "", rule->weight,
                            rule->stage);
  if (rule->least != MC_INT_NONE)
    g_string_append_printf (text, _ (" · at least %d"), rule->least);
  if (rule->most != MC_INT_NONE)
    g_string_append_printf (text, _ (" · at most %d"), rule->most);
  if (g_strcmp0 (rule->scope, "{}") != 0)
    g_string_append_printf (text, " · %s", _ ("for some only"));
  *title = g_strdup (rule->name);
  *subtitle = g_string_free (g_steal_pointer (&text), FALSE);
}

void
mc_roster_setup_describe_duty (gpointer row, gpointer user_data, char **title, char **subtitle, char **target)
{
  McDuty *duty = row;
  g_autofree char *kind = format (row, "kind");
  g_autofree char *period = format (row, "during");

  *title = g_strdup_printf ("%s · %s", duty->code, duty->name);
  *subtitle = g_strdup_printf ("%s%s%s · %s", kind, duty->whole_day ? " · " : "",
                               duty->whole_day ? _ ("the whole day") : "", period);
}

void
mc_roster_setup_describe_demand (gpointer row, gpointer user_data, char **title, char **subtitle, char **target)
{
  McDemand *demand = row;
  g_autofree char *place = name_place (user_data, demand->counter_id, demand->duty_id);
  g_autofree char *days = format (row, "weekdays");
  g_autofree char *half = format (row, "half");
  g_autofree char *period = format (row, "during");

  *title = g_steal_pointer (&place);
  *subtitle = g_strdup_printf (
      demand->kind == MC_DEMAND_KIND_EXTRA
          ? ngettext ("%d person more · %s · %s · %s", "%d people more · %s · %s · %s", (gulong)demand->seats)
          : ngettext ("%d person · %s · %s · %s", "%d people · %s · %s · %s", (gulong)demand->seats),
      demand->seats, days, half, period);
}

void
mc_roster_setup_describe_right (gpointer row, gpointer user_data, char **title, char **subtitle, char **target)
{
  McDutyCompetence *right = row;
  g_autofree char *place = name_place (user_data, 0, right->duty_id);
  g_autofree char *period = format (row, "during");

  *title = name_person (user_data, right->person_id);
  *subtitle = g_strdup_printf ("%s · %s", place, period);
  *target = g_strdup_printf ("person/%" G_GINT64_FORMAT, right->person_id);
}

void
mc_roster_setup_describe_request (gpointer row, gpointer user_data, char **title, char **subtitle, char **target)
{
  McRosterRequest *request = row;
  g_autofree char *place = name_place (user_data, request->counter_id, request->duty_id);
  g_autofree char *wish = format (row, "wish");
  g_autofree char *half = format (row, "half");
  g_autofree char *period = format (row, "during");
  gboolean named = request->counter_id || request->duty_id;

  *title = name_person (user_data, request->person_id);
  *subtitle = g_strdup_printf ("%s%s%s · %s · %s", wish, named ? " · " : "", named ? place : "", half, period);
  *target = g_strdup_printf ("person/%" G_GINT64_FORMAT, request->person_id);
}
