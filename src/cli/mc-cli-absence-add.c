/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-calendar-store.h"
#include "mc-clock.h"
#include "mc-cli-absence.h"
#include "mc-duty-credit.h"
#include "mc-leave-account.h"

static char *opt_from;
static char *opt_to;
static char *opt_kind;
static char *opt_half;
static char *opt_hours;
static char *opt_note;
static char *opt_paper;
static gboolean opt_unexcused;

static const GOptionEntry entries[] = {
  { "kind", 0, 0, G_OPTION_ARG_STRING, &opt_kind,
    N_ ("annual, sick, child_sick, maternity, personal_paid, personal_unpaid, compensatory, mission, training, meeting "
        "(default: sick)"),
    N_ ("KIND") },
  { "unexcused", 0, 0, G_OPTION_ARG_NONE, &opt_unexcused, N_ ("without leave"), NULL },
  { "from", 0, 0, G_OPTION_ARG_STRING, &opt_from, N_ ("the first day (default: today)"), N_ ("DAY") },
  { "to", 0, 0, G_OPTION_ARG_STRING, &opt_to, N_ ("the last day (default: the first)"), N_ ("DAY") },
  { "half", 0, 0, G_OPTION_ARG_STRING, &opt_half, N_ ("morning or afternoon of each day"), N_ ("HALF") },
  { "hours", 0, 0, G_OPTION_ARG_STRING, &opt_hours, N_ ("hours within that half, such as 08:00-09:30"), N_ ("HOURS") },
  { "paper", 0, 0, G_OPTION_ARG_STRING, &opt_paper, N_ ("number of the leave paper"), N_ ("NUMBER") },
  { "note", 0, 0, G_OPTION_ARG_STRING, &opt_note, N_ ("what was said; protected like the reason"), N_ ("TEXT") },
  G_OPTION_ENTRY_NULL,
};

static gboolean
read_part (McAbsence *absence, GError **error)
{
  g_auto (GStrv) hours = opt_hours ? g_strsplit (opt_hours, "-", 2) : NULL;
  guint half = MC_HALF_DAY;
  int starts, ends;

  if (opt_half && (!mc_enum_parse (mc_half_values, opt_half, &half) || half == MC_HALF_DAY))
    {
      mc_cli_usage (error, "%s", _ ("a half is “morning” or “afternoon”"));
      return FALSE;
    }
  absence->half = (McHalf)half;
  if (!hours)
    return TRUE;
  starts = mc_clock_parse (hours[0]);
  ends = hours[0] ? mc_clock_parse (hours[1]) : MC_CLOCK_NONE;
  if (starts == MC_CLOCK_NONE || ends == MC_CLOCK_NONE || ends <= starts)
    {
      mc_cli_usage (error, "%s", _ ("hours are written as 08:00-09:30"));
      return FALSE;
    }
  absence->starts = mc_clock_format (starts);
  absence->ends = mc_clock_format (ends);
  if (absence->half == MC_HALF_DAY)
    absence->half = starts < 12 * 60 ? MC_HALF_MORNING : MC_HALF_AFTERNOON;
  return TRUE;
}

typedef struct
{
  McWorkCalendar *calendar;
  McRuleBook *book;
  GListModel *absences;
  GListModel *reasons;
  GListModel *credits;
  GListModel *accounts;
  GListModel *people;
} Rows;

static void
rows_clear (Rows *rows)
{
  g_clear_object (&rows->calendar);
  g_clear_object (&rows->book);
  g_clear_object (&rows->absences);
  g_clear_object (&rows->reasons);
  g_clear_object (&rows->credits);
  g_clear_object (&rows->accounts);
  g_clear_object (&rows->people);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rows, rows_clear)

static gboolean
load (Rows *rows, McStore *store, gint64 person, GError **error)
{
  g_autoptr (McQuery) own = mc_query_where_id (mc_query_new (), "person_id", person);
  g_autoptr (GListModel) versions = mc_cli_list_model (store, MC_TYPE_RULE_VERSION, error);

  rows->absences = versions ? mc_cli_list_model (store, MC_TYPE_ABSENCE, error) : NULL;
  rows->reasons = rows->absences ? mc_cli_query_model (store, MC_TYPE_ABSENCE_REASON, own, error) : NULL;
  rows->credits = rows->reasons ? mc_cli_list_model (store, MC_TYPE_DUTY_CREDIT, error) : NULL;
  rows->accounts = rows->credits ? mc_cli_list_model (store, MC_TYPE_LEAVE_ACCOUNT, error) : NULL;
  rows->people = rows->accounts ? mc_cli_list_model (store, MC_TYPE_PERSON, error) : NULL;
  rows->calendar = rows->people ? dex_await_object (mc_calendar_store_load (store), error) : NULL;
  if (rows->calendar)
    rows->book = mc_rule_book_new_from_list (versions);
  return rows->calendar != NULL;
}

static gpointer
find_row (GListModel *rows, gint64 person, int year)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (McEntity) row = g_list_model_get_item (rows, i);

      if (MC_IS_PERSON (row) ? mc_entity_get_id (row) == person
                             : MC_LEAVE_ACCOUNT (row)->person_id == person && MC_LEAVE_ACCOUNT (row)->year == year)
        return row; /* the list holds it */
    }
  return NULL;
}

static GPtrArray *
judge (Rows *rows, const McLeaveItem *item)
{
  g_autoptr (GArray) items = mc_leave_items_new (rows->absences, rows->reasons, item->absence->person_id);
  McLeaveFacts facts = { .items = items, .calendar = rows->calendar, .book = rows->book };
  int year;

  mc_day_split (item->absence->during.from, &year, NULL, NULL);
  facts.person = find_row (rows->people, item->absence->person_id, 0);
  facts.account = find_row (rows->accounts, item->absence->person_id, year);
  return mc_leave_check (&facts, rows->credits, item, mc_day_today ());
}

static gboolean
save (McStore *store, const McLeaveItem *item, GError **error)
{
  g_autoptr (GPtrArray) ops = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_row_op_unref);
  g_autoptr (McAbsenceReason) reason = mc_absence_reason_new ();

  g_ptr_array_add (ops, mc_row_op_new_insert (MC_ENTITY (item->absence)));
  if (item->kind != MC_ABSENCE_KIND_NONE)
    {
      McRowOp *op = mc_row_op_new_insert (MC_ENTITY (reason));

      reason->kind = item->kind;
      reason->note = g_strdup (opt_note);
      mc_row_op_link (op, "absence_id", MC_ENTITY (item->absence));
      g_ptr_array_add (ops, op);
    }
  return dex_await (mc_store_apply (store, ops), error);
}

static void
print_result (McCli *cli, const McLeaveItem *item, const char *name, GPtrArray *findings, McWorkCalendar *calendar)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (mc_cli_wants_json (cli))
    {
      mc_cli_absence_build (builder, item->absence, item->kind, name, calendar);
      mc_cli_print_json (json_builder_get_root (builder));
    }
  else
    {
      g_autofree char *when = mc_cli_absence_describe (item->absence);

      g_print ("%s: %s – %s\n", name, when, _ (mc_absence_state_values[item->absence->state].label));
    }
  for (guint i = 0; i < findings->len; i++)
    g_printerr ("%s: %s (%s)\n", mc_finding_get_severity_text (findings->pdata[i]),
                mc_finding_get_message (findings->pdata[i]), mc_finding_get_citation (findings->pdata[i]));
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  g_autoptr (McAbsence) absence = mc_absence_new ();
  g_autoptr (McStaffEntry) person = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_auto (Rows) rows = { NULL };
  McLeaveItem item = { absence, MC_ABSENCE_KIND_SICK };
  McStore *store;
  McDay last;

  if (!mc_cli_parse_day (opt_from, &absence->during.from, error) || !mc_cli_parse_day (opt_to, &last, error) ||
      (opt_kind && !mc_cli_absence_kind (opt_kind, &item.kind, error)) || !read_part (absence, error))
    return MC_CLI_USAGE;
  if (opt_kind && opt_unexcused)
    return mc_cli_usage (error, "%s", _ ("an absence has a kind, or is without leave"));
  absence->during.until = (opt_to ? last : absence->during.from) + 1;
  if (absence->during.until <= absence->during.from)
    return mc_cli_usage (error, "%s", _ ("the last day lies before the first"));
  if (opt_unexcused)
    item.kind = MC_ABSENCE_KIND_NONE;
  store = mc_cli_open_store (cli, error);
  person = store ? mc_cli_find_person (store, arguments[0], absence->during.from, error) : NULL;
  if (!person || !load (&rows, store, mc_entity_get_id (MC_ENTITY (person)), error))
    return MC_CLI_FAILURE;
  absence->person_id = mc_entity_get_id (MC_ENTITY (person));
  absence->excused = !opt_unexcused;
  absence->state = mc_leave_first_state (item.kind);
  absence->paper_no = g_strdup (opt_paper);
  if (mc_leave_needs_home_word (rows.book, rows.calendar, &item))
    absence->home_word = MC_HOME_WORD_AWAITED;
  findings = judge (&rows, &item);
  if (!save (store, &item, error))
    return MC_CLI_FAILURE;
  print_result (cli, &item, person->full_name, findings, rows.calendar);
  return MC_CLI_OK;
}

const McCliCommand mc_cli_absence_add = {
  .name = "absence add",
  .arguments = N_ ("PERSON"),
  .summary = N_ ("Report that a person is away, or ask for leave; warnings of the law go to standard error"),
  .json = "  " MC_CLI_ABSENCE_JSON,
  .entries = entries,
  .min_args = 1,
  .max_args = 1,
  .run = run,
};
