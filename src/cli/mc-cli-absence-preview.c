/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-absence-outlook.h"
#include "mc-cli-absence.h"
#include "mc-cli-repair.h"
#include "mc-cli-roster.h"
#include "mc-error.h"
#include "mc-roster-toll.h"

/* The roster that is out on the first of the days, or one of these days that is in no register. */
static McRoster *
find_roster (McStore *store, McPeriod days, GError **error)
{
  g_autoptr (GError) none = NULL;
  McRoster *roster =
      mc_cli_roster_find (store, 0, (McPeriod){ days.from, days.from + 1 }, MC_CLI_ROSTER_PUBLISHED, &none);

  if (roster)
    return roster;
  if (!g_error_matches (none, MC_ERROR, MC_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&none));
      return NULL;
    }
  roster = mc_roster_new ();
  roster->during = (McPeriod){ days.from, MIN (days.until, days.from + MC_ABSENCE_OUTLOOK_DAYS) };
  return roster;
}

static void
add_loss (JsonBuilder *builder, const McRosterRepair *repair, const McRosterLoss *loss)
{
  McRosterDuty *duty = mc_roster_duty (repair->problem, loss->duty);

  json_builder_begin_object (builder);
  mc_cli_set_string (builder, "code", duty->key);
  mc_cli_set_string (builder, "name", duty->name);
  mc_cli_set_bool (builder, "closes", loss->closes);
  json_builder_set_member_name (builder, "sessions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < loss->sessions->len; i++)
    {
      McRosterSession *session = mc_roster_session (repair->problem, g_array_index (loss->sessions, guint, i));

      json_builder_begin_object (builder);
      mc_cli_set_day (builder, "day", session->day);
      mc_cli_set_enum (builder, "session", mc_day_session_values, session->part);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_json (McAbsence *absence, const char *name, McRosterBook *book, McRosterRepair *repair, GArray *losses)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  mc_cli_set_int (builder, "id", mc_entity_get_id (MC_ENTITY (absence)));
  mc_cli_set_int (builder, "person_id", absence->person_id);
  mc_cli_set_string (builder, "full_name", name);
  mc_cli_set_string (builder, "by", mc_roster_book_is_out (book) ? "roster" : "standing");
  mc_cli_set_last_day (builder, "until", mc_roster_book_get_roster (book)->during.until);
  json_builder_set_member_name (builder, "losses");
  json_builder_begin_array (builder);
  for (guint i = 0; losses && i < losses->len; i++)
    add_loss (builder, repair, &g_array_index (losses, McRosterLoss, i));
  json_builder_end_array (builder);
  if (repair)
    mc_cli_repair_add_answers (builder, repair);
  else
    {
      json_builder_set_member_name (builder, "answers");
      json_builder_begin_array (builder);
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

static void
print_text (McAbsence *absence, const char *name, McRosterBook *book, McRosterRepair *repair, GArray *losses)
{
  g_autofree char *when = mc_cli_absence_describe (absence);

  g_print ("%s: %s\n", name, when);
  if (!mc_roster_book_is_out (book))
    g_print ("%s\n", _ ("No roster has been published for these days; by the standing assignments:"));
  if (!repair || losses->len == 0)
    g_print ("%s\n", _ ("No seat becomes empty."));
  for (guint i = 0; losses && i < losses->len; i++)
    {
      g_autofree char *text = mc_roster_loss_describe (repair, &g_array_index (losses, McRosterLoss, i));

      g_print ("%s\n", text);
    }
  if (repair && losses->len > 0)
    mc_cli_repair_print_answers (repair);
}

gboolean
mc_cli_absence_preview (McCli *cli, McStore *store, McAbsence *absence, const char *name, GError **error)
{
  g_autoptr (McRoster) roster = find_roster (store, absence->during, error);
  g_autoptr (McRosterBook) book = roster ? mc_cli_roster_open (store, roster, error) : NULL;
  g_autoptr (McRosterSolution) before = NULL;
  g_autoptr (McRosterRepair) repair = NULL;
  g_autoptr (GArray) losses = NULL;

  if (!book)
    return FALSE;
  repair =
      mc_absence_outlook_reckon (book, absence->person_id, absence->during, absence->half, mc_day_today (), &before);
  losses = repair ? mc_roster_repair_losses (repair, before) : NULL;
  if (mc_cli_wants_json (cli))
    print_json (absence, name, book, repair, losses);
  else
    print_text (absence, name, book, repair, losses);
  return TRUE;
}
