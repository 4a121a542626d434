/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-cli-repair.h"
#include "mc-cli-roster.h"
#include "mc-error.h"
#include "mc-roster-actions.h"
#include "mc-roster-repair.h"
#include "mc-staff-entry.h"

static char *opt_absent;
static char *opt_from;
static char *opt_to;
static char *opt_reason;
static int opt_apply;

static const GOptionEntry entries[] = {
  { "absent", 0, 0, G_OPTION_ARG_STRING, &opt_absent, N_ ("who does not come (name or number)"), N_ ("PERSON") },
  { "from", 0, 0, G_OPTION_ARG_STRING, &opt_from, N_ ("the first session: a day with -am or -pm, or “today-am”"),
    N_ ("DAY-am|pm") },
  { "to", 0, 0, G_OPTION_ARG_STRING, &opt_to, N_ ("the last session (default: that of --from)"), N_ ("DAY-am|pm") },
  { "apply", 0, 0, G_OPTION_ARG_INT, &opt_apply,
    N_ ("enter the absence and amend the roster by this answer; 0: tell only"), N_ ("N") },
  { "reason", 0, 0, G_OPTION_ARG_STRING, &opt_reason, N_ ("what everybody reads as the reason of the amendment"),
    N_ ("TEXT") },
  G_OPTION_ENTRY_NULL,
};

typedef struct
{
  McDay from, to;
  guint from_part, to_part;
  gint64 person;
  const char *name;
} Missing;

static gboolean
is_missing (const Missing *missing, McDay day, guint part)
{
  int at = 2 * day + (int)part;

  return at >= 2 * missing->from + (int)missing->from_part && at <= 2 * missing->to + (int)missing->to_part;
}

static gboolean
parse (Missing *missing, GError **error)
{
  const char *to = opt_to ? opt_to : opt_from;

  if (!opt_absent || !opt_from)
    {
      mc_cli_usage (error, "%s", _ ("--absent and --from are needed"));
      return FALSE;
    }
  if (!mc_cli_parse_session (opt_from, &missing->from, &missing->from_part, error) ||
      !mc_cli_parse_session (to, &missing->to, &missing->to_part, error))
    return FALSE;
  if (2 * missing->to + (int)missing->to_part < 2 * missing->from + (int)missing->from_part)
    {
      mc_cli_usage (error, "%s", _ ("the last session lies before the first"));
      return FALSE;
    }
  return TRUE;
}

static McRosterRepair *
find_answers (McRosterBook *book, const Missing *missing, GError **error)
{
  McRosterBrief *brief = mc_roster_book_get_brief (book);
  McRosterProblem *problem = mc_roster_brief_get_problem (brief);
  g_autoptr (GArray) aways = g_array_new (FALSE, TRUE, sizeof (McRosterAway));
  gint person = mc_roster_brief_find_person (brief, missing->person), first = -1, last = -1;
  McRosterAway away = { .reason = (char *)_ ("absent") };

  for (guint k = 0; k < problem->sessions->len; k++)
    if (is_missing (missing, mc_roster_session (problem, k)->day, mc_roster_session (problem, k)->part))
      {
        first = first < 0 ? (gint)k : first;
        last = (gint)k;
      }
  if (person < 0 || first < 0)
    {
      g_set_error (error, MC_ERROR, MC_ERROR_NOT_FOUND, _ ("%s is not rostered in these sessions."), missing->name);
      return NULL;
    }
  away.person = (guint)person;
  away.from = (guint)first;
  away.to = (guint)last;
  g_array_append_val (aways, away);
  return mc_roster_repair (problem, mc_roster_book_get_current (book), aways, (guint)first, NULL);
}

/* --- Telling --- */

static void
tell (McCli *cli, McRosterBook *book, const Missing *missing, McRosterRepair *repair)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!mc_cli_wants_json (cli))
    {
      g_print (_ ("Without %s %u seats stay empty.\n"), missing->name, repair->gaps);
      mc_cli_repair_print_answers (repair);
      if (opt_apply)
        g_print (_ ("Answer %d was entered; the roster is amended.\n"), opt_apply);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  mc_cli_roster_add_head (builder, mc_roster_book_get_roster (book));
  mc_cli_set_int (builder, "person_id", missing->person);
  mc_cli_set_string (builder, "full_name", missing->name);
  mc_cli_set_int (builder, "uncovered", repair->gaps);
  mc_cli_repair_add_answers (builder, repair);
  mc_cli_set_int (builder, "applied", opt_apply);
  json_builder_end_object (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

/* --- Doing --- */

/* Who is missing is freed, the others move. */
static GArray *
make_edits (McRosterBook *book, const Missing *missing, const McRosterAnswer *answer)
{
  McRosterBrief *brief = mc_roster_book_get_brief (book);
  McRosterProblem *problem = mc_roster_brief_get_problem (brief);
  GArray *edits = g_array_new (FALSE, TRUE, sizeof (McRosterEdit));

  for (guint k = 0; k < problem->sessions->len; k++)
    {
      McRosterSession *session = mc_roster_session (problem, k);
      McRosterEdit edit = { missing->person, session->day, session->part, { 0, 0 }, -1 };

      if (is_missing (missing, session->day, session->part))
        g_array_append_val (edits, edit);
    }
  for (guint i = 0; i < answer->moves->len; i++)
    {
      McRosterMove *move = &g_array_index (answer->moves, McRosterMove, i);
      McRosterSession *session = mc_roster_session (problem, move->session);
      McRosterEdit edit = { mc_roster_person (problem, move->person)->id, session->day, session->part,
                            mc_roster_brief_get_place (brief, move->after), -1 };

      g_array_append_val (edits, edit);
    }
  return edits;
}

/* Whole days in one row, the half days at both ends in rows of their own. */
static GPtrArray *
make_absences (const Missing *missing)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  McPeriod whole = { missing->from + (missing->from_part == 1), missing->to + (missing->to_part == 1) };
  const McPeriod parts[] = { whole, { missing->from, missing->from + 1 }, { missing->to, missing->to + 1 } };
  const McHalf halves[] = { MC_HALF_DAY, MC_HALF_AFTERNOON, MC_HALF_MORNING };
  const gboolean wanted[] = { whole.from < whole.until, missing->from_part == 1, missing->to_part == 0 };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      McAbsence *row;

      if (!wanted[i])
        continue;
      row = mc_absence_new ();
      row->person_id = missing->person;
      row->during = parts[i];
      row->half = halves[i];
      row->excused = TRUE;
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static gboolean
apply (McStore *store, McRosterBook *book, const Missing *missing, const McRosterRepair *repair, GError **error)
{
  g_autoptr (GPtrArray) absences = make_absences (missing);
  g_autoptr (GArray) edits = NULL;
  McChange *change;

  if (opt_apply > (int)repair->answers->len)
    {
      g_set_error (error, MC_ERROR, MC_ERROR_NOT_FOUND, _ ("There is no answer %d."), opt_apply);
      return FALSE;
    }
  edits = make_edits (book, missing, repair->answers->pdata[opt_apply - 1]);
  change = mc_roster_change_amend (book, opt_reason ? opt_reason : _ ("Sudden absence"), absences->pdata[0], edits);
  for (guint i = 1; i < absences->len; i++)
    mc_change_insert (change, absences->pdata[i]);
  return mc_cli_roster_commit (store, change, error);
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  Missing missing = { 0 };
  g_autoptr (McStaffEntry) person = NULL;
  g_autoptr (McRoster) roster = NULL;
  g_autoptr (McRosterBook) book = NULL;
  g_autoptr (McRosterRepair) repair = NULL;
  McStore *store;

  if (opt_apply < 0)
    return mc_cli_usage (error, "%s", _ ("--apply is not below 0"));
  if (!parse (&missing, error))
    return MC_CLI_USAGE;
  store = mc_cli_open_store (cli, error);
  person = store ? mc_cli_find_person (store, opt_absent, missing.from, error) : NULL;
  if (!person)
    return MC_CLI_FAILURE;
  missing.person = mc_entity_get_id (MC_ENTITY (person));
  missing.name = person->full_name;
  roster = mc_cli_roster_find (store, 0, (McPeriod){ missing.from, missing.from + 1 }, MC_CLI_ROSTER_PUBLISHED, error);
  book = roster ? mc_cli_roster_open (store, roster, error) : NULL;
  repair = book ? find_answers (book, &missing, error) : NULL;
  if (!repair || (opt_apply > 0 && !apply (store, book, &missing, repair, error)))
    return MC_CLI_FAILURE;
  tell (cli, book, &missing, repair);
  return MC_CLI_OK;
}

const McCliCommand mc_cli_roster_repair = {
  .name = "roster repair",
  .summary = N_ ("Find who takes over when somebody does not come, and amend the roster"),
  .json =
      "  {\"id\", \"from\", \"until\", \"title\", \"state\": of the published roster, \"person_id\", \"full_name\",\n"
      "   \"uncovered\": seats that stay empty if nobody takes over,\n"
      "   \"answers\": " MC_CLI_REPAIR_ANSWERS_JSON ",\n"
      "   \"applied\": the answer that was entered, or 0}",
  .entries = entries,
  .run = run,
};
