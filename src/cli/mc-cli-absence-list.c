/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-calendar-store.h"
#include "mc-cli-absence.h"
#include "mc-person.h"

static char *opt_from;
static char *opt_to;
static char *opt_person;
static gboolean opt_pending;

static const GOptionEntry entries[] = {
  { "from", 0, 0, G_OPTION_ARG_STRING, &opt_from, N_ ("the first day to look at (default: today)"), N_ ("DAY") },
  { "to", 0, 0, G_OPTION_ARG_STRING, &opt_to, N_ ("the last day to look at (default: 30 days on)"), N_ ("DAY") },
  { "person", 0, 0, G_OPTION_ARG_STRING, &opt_person, N_ ("only this person (name or number)"), N_ ("PERSON") },
  { "pending", 0, 0, G_OPTION_ARG_NONE, &opt_pending, N_ ("only what waits for an answer"), NULL },
  G_OPTION_ENTRY_NULL,
};

typedef struct
{
  GArray *items; /* McLeaveItem */
  GListModel *absences;
  GListModel *people;
  McWorkCalendar *calendar;
} List;

static void
list_clear (List *list)
{
  g_clear_pointer (&list->items, g_array_unref);
  g_clear_object (&list->absences);
  g_clear_object (&list->people);
  g_clear_object (&list->calendar);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (List, list_clear)

static const char *
find_name (List *list, gint64 person)
{
  for (guint i = 0; i < g_list_model_get_n_items (list->people); i++)
    {
      g_autoptr (McPerson) one = g_list_model_get_item (list->people, i);

      if (mc_entity_get_id (MC_ENTITY (one)) == person)
        return one->full_name; /* the list holds it */
    }
  return "";
}

static gboolean
is_pending (McAbsence *absence)
{
  return absence->state == MC_ABSENCE_REQUESTED ||
         (absence->state == MC_ABSENCE_AGREED && absence->home_word == MC_HOME_WORD_AWAITED);
}

static void
filter (List *list, McPeriod within)
{
  for (guint i = list->items->len; i-- > 0;)
    {
      McAbsence *absence = g_array_index (list->items, McLeaveItem, i).absence;

      if (!mc_period_overlaps (absence->during, within) || (opt_pending && !is_pending (absence)))
        g_array_remove_index (list->items, i);
    }
}

static void
print_json (List *list)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < list->items->len; i++)
    {
      McLeaveItem item = g_array_index (list->items, McLeaveItem, i);

      mc_cli_absence_build (builder, item.absence, item.kind, find_name (list, item.absence->person_id),
                            list->calendar);
    }
  json_builder_end_array (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

static void
print_table (List *list)
{
  const char *const titles[] = { C_ ("column", "No."),
                                 C_ ("column", "Name"),
                                 C_ ("column", "When"),
                                 C_ ("column", "Reason"),
                                 C_ ("column", "Days"),
                                 C_ ("column", "State"),
                                 NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);

  for (guint i = 0; i < list->items->len; i++)
    {
      McLeaveItem item = g_array_index (list->items, McLeaveItem, i);
      McAbsence *absence = item.absence;
      char **row = g_new0 (char *, G_N_ELEMENTS (titles));

      row[0] = g_strdup_printf ("%" G_GINT64_FORMAT, mc_entity_get_id (MC_ENTITY (absence)));
      row[1] = g_strdup (find_name (list, absence->person_id));
      row[2] = mc_cli_absence_describe (absence);
      row[3] = g_strdup (!absence->excused ? _ ("Without leave") : mc_enum_label (mc_absence_kind_values, item.kind));
      row[4] = mc_leave_days_format (mc_leave_days (absence, list->calendar, absence->during));
      row[5] = absence->home_word == MC_HOME_WORD_NOT_NEEDED
                   ? g_strdup (_ (mc_absence_state_values[absence->state].label))
                   : g_strdup_printf (_ ("%s; home agency: %s"), _ (mc_absence_state_values[absence->state].label),
                                      _ (mc_home_word_values[absence->home_word].label));
      g_ptr_array_add (rows, row);
    }
  mc_cli_print_table (titles, rows);
}

static gboolean
load (List *list, McStore *store, McDay day, GError **error)
{
  g_autoptr (McStaffEntry) person = NULL;

  if (opt_person && !(person = mc_cli_find_person (store, opt_person, day, error)))
    return FALSE;
  list->absences = mc_cli_list_model (store, MC_TYPE_ABSENCE, error);
  list->people = list->absences ? mc_cli_list_model (store, MC_TYPE_PERSON, error) : NULL;
  list->calendar = list->people ? dex_await_object (mc_calendar_store_load (store), error) : NULL;
  if (!list->calendar)
    return FALSE;
  list->items = mc_leave_items_new (list->absences, NULL, person ? mc_entity_get_id (MC_ENTITY (person)) : 0);
  return TRUE;
}

/* Of what is listed and no more: each reading of a reason is logged. */
static gboolean
read_kinds (List *list, McStore *store, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (McQuery) query = mc_query_new ();
  g_autoptr (GListModel) reasons = NULL;

  for (guint i = 0; i < list->items->len; i++)
    {
      gint64 id = mc_entity_get_id (MC_ENTITY (g_array_index (list->items, McLeaveItem, i).absence));

      g_array_append_val (ids, id);
    }
  mc_query_where_ids (query, "absence_id", (const gint64 *)(gpointer)ids->data, ids->len);
  reasons = mc_cli_query_model (store, MC_TYPE_ABSENCE_REASON, query, error);
  for (guint r = 0; reasons && r < g_list_model_get_n_items (reasons); r++)
    {
      g_autoptr (McAbsenceReason) reason = g_list_model_get_item (reasons, r);

      for (guint i = 0; i < ids->len; i++)
        if (g_array_index (ids, gint64, i) == reason->absence_id)
          g_array_index (list->items, McLeaveItem, i).kind = reason->kind;
    }
  return reasons != NULL;
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  g_auto (List) list = { NULL };
  McStore *store;
  McPeriod within;
  McDay last;

  if (!mc_cli_parse_day (opt_from, &within.from, error) || !mc_cli_parse_day (opt_to, &last, error))
    return MC_CLI_USAGE;
  within.until = opt_to ? last + 1 : within.from + 31;
  if (within.until <= within.from)
    return mc_cli_usage (error, "%s", _ ("the last day lies before the first"));
  store = mc_cli_open_store (cli, error);
  if (!store || !load (&list, store, within.from, error))
    return MC_CLI_FAILURE;
  filter (&list, within);
  if (list.items->len && !read_kinds (&list, store, error))
    return MC_CLI_FAILURE;
  if (mc_cli_wants_json (cli))
    print_json (&list);
  else
    print_table (&list);
  return MC_CLI_OK;
}

const McCliCommand mc_cli_absence_list = {
  .name = "absence list",
  .summary = N_ ("List who is away, or asks to be, with the reason for those who may know it"),
  .json = "  [" MC_CLI_ABSENCE_JSON "]",
  .entries = entries,
  .run = run,
};
