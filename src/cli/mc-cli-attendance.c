/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-absence-entry.h"
#include "mc-attendance.h"
#include "mc-cli.h"
#include "mc-staff-store.h"

static char *opt_day;

static const GOptionEntry entries[] = {
  { "day", 0, 0, G_OPTION_ARG_STRING, &opt_day, N_ ("the day to look at (default: today)"), N_ ("DAY") },
  G_OPTION_ENTRY_NULL,
};

typedef struct
{
  GPtrArray *staff;
  GPtrArray *away;
  GPtrArray *rows;
  McDay day;
} Day;

static void
day_clear (Day *day)
{
  g_clear_pointer (&day->staff, g_ptr_array_unref);
  g_clear_pointer (&day->away, g_ptr_array_unref);
  g_clear_pointer (&day->rows, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Day, day_clear)

static McAttendance *
find_row (Day *day, gint64 person, McDaySession session)
{
  for (guint i = 0; i < day->rows->len; i++)
    {
      McAttendance *row = day->rows->pdata[i];

      if (row->day == day->day && row->person_id == person && row->session == session)
        return row;
    }
  return NULL;
}

static gboolean
is_away (Day *day, gint64 person, McDaySession session)
{
  const McHalf half = session == MC_DAY_SESSION_MORNING ? MC_HALF_MORNING : MC_HALF_AFTERNOON;

  for (guint i = 0; i < day->away->len; i++)
    {
      McAbsenceEntry *entry = day->away->pdata[i];

      if (entry->person_id == person && mc_half_covers (entry->half, half) && !entry->starts)
        return TRUE;
    }
  return FALSE;
}

static void
print_json (Day *day)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < day->staff->len; i++)
    for (int session = 0; session < MC_DAY_SESSIONS; session++)
      {
        McStaffEntry *person = day->staff->pdata[i];
        gint64 id = mc_entity_get_id (MC_ENTITY (person));
        McAttendance *row = find_row (day, id, (McDaySession)session);

        json_builder_begin_object (builder);
        mc_cli_set_int (builder, "person_id", id);
        mc_cli_set_string (builder, "full_name", person->full_name);
        mc_cli_set_enum (builder, "session", mc_day_session_values, (guint)session);
        mc_cli_set_bool (builder, "away", is_away (day, id, (McDaySession)session));
        mc_cli_set_string (builder, "state", row ? mc_attendance_state_values[row->state].text : NULL);
        mc_cli_set_string (builder, "came_at", row ? row->came_at : NULL);
        mc_cli_set_string (builder, "left_at", row ? row->left_at : NULL);
        json_builder_end_object (builder);
      }
  json_builder_end_array (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

static char *
describe (Day *day, gint64 person, McDaySession session)
{
  McAttendance *row = find_row (day, person, session);
  const char *state = row ? _ (mc_attendance_state_values[row->state].label) : "–";

  if (is_away (day, person, session))
    return row ? g_strdup_printf (_ ("%s, though away"), state) : g_strdup (_ ("Away"));
  if (row && (row->came_at || row->left_at))
    return g_strdup_printf ("%s %s–%s", state, row->came_at ? row->came_at : "", row->left_at ? row->left_at : "");
  return g_strdup (state);
}

static void
print_table (Day *day)
{
  const char *const titles[] = { C_ ("column", "Name"), C_ ("column", "Morning"), C_ ("column", "Afternoon"), NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);

  for (guint i = 0; i < day->staff->len; i++)
    {
      McStaffEntry *person = day->staff->pdata[i];
      gint64 id = mc_entity_get_id (MC_ENTITY (person));
      char **row = g_new0 (char *, G_N_ELEMENTS (titles));

      row[0] = g_strdup (person->full_name);
      row[1] = describe (day, id, MC_DAY_SESSION_MORNING);
      row[2] = describe (day, id, MC_DAY_SESSION_AFTERNOON);
      g_ptr_array_add (rows, row);
    }
  mc_cli_print_table (titles, rows);
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  g_auto (Day) day = { NULL };
  g_autoptr (McQuery) query = NULL;
  McStore *store;

  if (!mc_cli_parse_day (opt_day, &day.day, error))
    return MC_CLI_USAGE;
  query = mc_query_at (mc_query_new (), day.day);
  store = mc_cli_open_store (cli, error);
  day.staff = store ? dex_await_boxed (mc_staff_store_list (store, day.day), error) : NULL;
  day.away = day.staff ? dex_await_boxed (mc_store_list (store, MC_TYPE_ABSENCE_ENTRY, query), error) : NULL;
  day.rows = day.away ? dex_await_boxed (mc_store_list (store, MC_TYPE_ATTENDANCE, NULL), error) : NULL;
  if (!day.rows)
    return MC_CLI_FAILURE;
  if (mc_cli_wants_json (cli))
    print_json (&day);
  else
    print_table (&day);
  return MC_CLI_OK;
}

const McCliCommand mc_cli_attendance_list = {
  .name = "attendance list",
  .summary = N_ ("List who came on a day, by session, beside who is away with a word"),
  .json = "  [{\"person_id\", \"full_name\", \"session\": \"morning\" or \"afternoon\", \"away\": by an absence that "
          "counts,\n"
          "    \"state\": \"present\", \"late\", \"early_leave\", \"absent_excused\", \"unexcused\" or null where "
          "nothing is\n"
          "    known, \"came_at\", \"left_at\": HH:MM or null}]",
  .entries = entries,
  .run = run,
};
