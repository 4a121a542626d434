/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-calendar-file.h"
#include "mc-cli-roster.h"
#include "mc-drawing-file.h"
#include "mc-error.h"
#include "mc-paper-office.h"
#include "mc-roster-paper.h"
#include "mc-roster-sheets.h"
#include "mc-roster-xlsx.h"
#include "mc-setting.h"
#include "mc-staff-entry.h"
#include "mc-whole-file.h"

static char *opt_month;
static gint64 opt_roster;
static char *opt_output;
static char *opt_by;
static char *opt_person;
static char *opt_paper;
static gboolean opt_force;

static const GOptionEntry entries[] = {
  { "month", 0, 0, G_OPTION_ARG_STRING, &opt_month, N_ ("the month"), N_ ("YYYY-MM") },
  { "roster", 0, 0, G_OPTION_ARG_INT64, &opt_roster, N_ ("one roster by the number that roster list prints"),
    N_ ("ID") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &opt_output, N_ ("the file; its ending says the kind: pdf, xlsx or ics"),
    N_ ("FILE") },
  { "by", 0, 0, G_OPTION_ARG_STRING, &opt_by, N_ ("rows are people or counters (default: people)"), N_ ("ROWS") },
  { "paper", 0, 0, G_OPTION_ARG_STRING, &opt_paper, N_ ("A3 or A4, for a PDF (default: A3)"), N_ ("PAPER") },
  { "force", 'f', 0, G_OPTION_ARG_NONE, &opt_force, N_ ("replace a file that is there"), NULL },
  { "person", 0, 0, G_OPTION_ARG_STRING, &opt_person, N_ ("whose duties, for a calendar (name or number)"),
    N_ ("PERSON") },
  G_OPTION_ENTRY_NULL,
};

static McRosterSheet *
make_sheet (McRosterBook *book)
{
  return g_strcmp0 (opt_by, "counters") == 0 ? mc_roster_book_make_counter_sheet (book, MC_PERIOD_ALWAYS)
                                             : mc_roster_book_make_people_sheet (book, MC_PERIOD_ALWAYS);
}

static JsonNode *
look_up (const char *key, gpointer data)
{
  GPtrArray *settings = data;

  for (guint i = 0; i < settings->len; i++)
    if (g_str_equal (MC_SETTING (settings->pdata[i])->key, key))
      return json_from_string (MC_SETTING (settings->pdata[i])->value, NULL);
  return NULL;
}

static gboolean
write_pdf (McStore *store, McRosterBook *book, GError **error)
{
  g_autoptr (GPtrArray) settings = dex_await_boxed (mc_store_list (store, MC_TYPE_SETTING, NULL), error);
  g_autoptr (McPaperOffice) office = settings ? mc_paper_office_new (look_up, settings) : NULL;
  gboolean deputy = mc_roster_book_get_roster (book)->approved_as == MC_ROSTER_SIGNER_DEPUTY;
  g_autofree char *period = mc_roster_book_dup_period (book, MC_PERIOD_ALWAYS);
  g_autofree char *authority = NULL;
  g_autoptr (McRosterSheet) sheet = NULL;
  g_autoptr (McOfficialPaper) paper = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GFile) file = NULL;
  static const char *const recipients[] = { "- Lưu: VT.", NULL };
  McOfficialFrame frame;

  if (!office)
    return FALSE;
  authority = mc_paper_office_dup_authority (office, deputy ? MC_PAPER_CAPACITY_FOR : MC_PAPER_CAPACITY_OWN, FALSE);
  frame = mc_paper_office_get_frame (office);
  frame.recipients = recipients;
  frame.type = "Lịch trực";
  frame.abstract = period;
  frame.authority = authority;
  sheet = make_sheet (book);
  paper = mc_roster_paper_new (
      &frame, sheet, g_ascii_strcasecmp (opt_paper ? opt_paper : "A3", "A4") == 0 ? MC_PAPER_A4 : MC_PAPER_A3);
  bytes = mc_drawing_render (MC_SHEETS (paper), MC_DRAWING_PDF, MC_DRAWING_DPI, error);
  file = g_file_new_for_commandline_arg (opt_output);
  return bytes && mc_whole_file_write (file, bytes, G_FILE_CREATE_NONE, error);
}

static gboolean
write_xlsx (McRosterBook *book, GError **error)
{
  g_autofree char *period = mc_roster_book_dup_period (book, MC_PERIOD_ALWAYS);
  g_autofree char *title = g_strdup_printf ("Lịch trực %s", period);
  g_autoptr (McRosterSheet) sheet = make_sheet (book);
  g_autoptr (GBytes) bytes = mc_roster_xlsx (sheet, title, error);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (opt_output);

  return bytes && mc_whole_file_write (file, bytes, G_FILE_CREATE_NONE, error);
}

static void
event_clear (gpointer data)
{
  McCalendarEvent *event = data;

  g_free ((char *)event->uid);
  g_free ((char *)event->summary);
}

static void
add_event (McRosterBook *book, GArray *events, guint person, guint k)
{
  McRosterProblem *problem = mc_roster_brief_get_problem (mc_roster_book_get_brief (book));
  McRosterSession *session = mc_roster_session (problem, k);
  gint duty = mc_roster_solution_get (mc_roster_book_get_current (book), person, k), from, until;
  McRosterDuty *one = duty == MC_ROSTER_FREE ? NULL : mc_roster_duty (problem, duty);
  McCalendarEvent event = { .day = session->day };

  if (!one)
    return;
  mc_roster_problem_times (problem, k, (guint)duty, &from, &until);
  event.uid = mc_calendar_uid (mc_roster_person (problem, person)->id, session->day, session->part + 1u);
  event.from = (guint)from;
  event.until = (guint)until;
  event.summary = one->kind == MC_ROSTER_DUTY_COUNTER ? g_strdup_printf ("Quầy %s", one->key) : g_strdup (one->name);
  g_array_append_val (events, event);
}

static gboolean
write_calendar (McStore *store, McRosterBook *book, GError **error)
{
  McRosterBrief *brief = mc_roster_book_get_brief (book);
  McRosterProblem *problem = mc_roster_brief_get_problem (brief);
  g_autoptr (McStaffEntry) who =
      mc_cli_find_person (store, opt_person, mc_roster_book_get_roster (book)->during.from, error);
  gint person = who ? mc_roster_brief_find_person (brief, mc_entity_get_id (MC_ENTITY (who))) : -1;
  g_autoptr (GArray) events = g_array_new (FALSE, TRUE, sizeof (McCalendarEvent));
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (opt_output);

  if (who && person < 0)
    g_set_error (error, MC_ERROR, MC_ERROR_NOT_FOUND, _ ("%s is not in this roster."), who->full_name);
  if (person < 0)
    return FALSE;
  g_array_set_clear_func (events, event_clear);
  for (guint k = 0; k < problem->sessions->len; k++)
    add_event (book, events, (guint)person, k);
  bytes = mc_calendar_file (who->full_name, (const McCalendarEvent *)(gpointer)events->data, events->len,
                            g_get_real_time () / G_USEC_PER_SEC);
  return mc_whole_file_write (file, bytes, G_FILE_CREATE_NONE, error);
}

static int
check_options (GError **error)
{
  if (!opt_output || !(g_str_has_suffix (opt_output, ".pdf") || g_str_has_suffix (opt_output, ".xlsx") ||
                       g_str_has_suffix (opt_output, ".ics")))
    return mc_cli_usage (error, "%s", _ ("-o names a file that ends in .pdf, .xlsx or .ics"));
  if (g_str_has_suffix (opt_output, ".ics") && !opt_person)
    return mc_cli_usage (error, "%s", _ ("a calendar is of one officer: --person says whose"));
  if (opt_by && !g_str_equal (opt_by, "people") && !g_str_equal (opt_by, "counters"))
    return mc_cli_usage (error, "%s", _ ("--by is people or counters"));
  if (opt_paper && g_ascii_strcasecmp (opt_paper, "A3") != 0 && g_ascii_strcasecmp (opt_paper, "A4") != 0)
    return mc_cli_usage (error, "%s", _ ("--paper is A3 or A4"));
  return MC_CLI_OK;
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  g_autoptr (McRoster) roster = NULL;
  g_autoptr (McRosterBook) book = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  McPeriod month = MC_PERIOD_ALWAYS;
  McStore *store;
  gboolean done;

  if (check_options (error) != MC_CLI_OK || (!opt_roster && !mc_cli_parse_month (opt_month, &month, error)))
    return MC_CLI_USAGE;
  if (!opt_force && g_file_test (opt_output, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("“%s” is there already; --force replaces it"), opt_output);
      return MC_CLI_FAILURE;
    }
  store = mc_cli_open_store (cli, error);
  roster = store ? mc_cli_roster_find (store, opt_roster, month, MC_CLI_ROSTER_ANY, error) : NULL;
  book = roster ? mc_cli_roster_open (store, roster, error) : NULL;
  if (!book)
    return MC_CLI_FAILURE;
  done = g_str_has_suffix (opt_output, ".pdf")    ? write_pdf (store, book, error)
         : g_str_has_suffix (opt_output, ".xlsx") ? write_xlsx (book, error)
                                                  : write_calendar (store, book, error);
  if (!done)
    return MC_CLI_FAILURE;
  json_builder_begin_object (builder);
  mc_cli_roster_add_head (builder, roster);
  mc_cli_set_string (builder, "file", opt_output);
  json_builder_end_object (builder);
  if (mc_cli_wants_json (cli))
    mc_cli_print_json (json_builder_get_root (builder));
  return MC_CLI_OK;
}

const McCliCommand mc_cli_roster_export = {
  .name = "roster export",
  .summary = N_ ("Write a roster as an official paper, a workbook, or an officer's calendar"),
  .json = "  {\"id\", \"from\", \"until\", \"title\", \"state\", \"file\"}",
  .entries = entries,
  .run = run,
};
