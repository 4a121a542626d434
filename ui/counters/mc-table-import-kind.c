/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-table-import-kind.h"

#include <glib/gi18n.h>

#include "mc-agency-entry.h"
#include "mc-agency-name.h"
#include "mc-attendance-import.h"
#include "mc-clock.h"
#include "mc-counter-assignment.h"
#include "mc-counter-import.h"
#include "mc-counter.h"
#include "mc-field.h"
#include "mc-person.h"
#include "mc-procedure-import.h"
#include "mc-procedure.h"
#include "mc-tour.h"

/* What the list may write for an agency: its names of today, and those it had. */
static gboolean
add_agencies (McListImport *import, McSession *session, McDay day, GError **error)
{
  g_autoptr (McLiveList) agencies = mc_session_list (session, MC_TYPE_AGENCY_ENTRY, day);
  g_autoptr (McLiveList) names = mc_session_list (session, MC_TYPE_AGENCY_NAME, MC_DAY_NONE);

  if (!dex_await (mc_live_list_when_ready (agencies), error) || !dex_await (mc_live_list_when_ready (names), error))
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (agencies)); i++)
    {
      g_autoptr (McAgencyEntry) row = g_list_model_get_item (G_LIST_MODEL (agencies), i);

      mc_list_import_add_agency (import, mc_entity_get_id (MC_ENTITY (row)), row->code, row->name, row->short_name);
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (names)); i++)
    {
      g_autoptr (McAgencyName) row = g_list_model_get_item (G_LIST_MODEL (names), i);

      if (mc_live_list_get_by_id (agencies, row->agency_id))
        mc_list_import_add_agency (import, row->agency_id, NULL, row->name, row->short_name);
    }
  return TRUE;
}

static gboolean
add_fields (McListImport *import, McSession *session, McDay day, GError **error)
{
  g_autoptr (McLiveList) fields = mc_session_list (session, MC_TYPE_FIELD, day);

  if (!dex_await (mc_live_list_when_ready (fields), error))
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fields)); i++)
    {
      g_autoptr (McField) row = g_list_model_get_item (G_LIST_MODEL (fields), i);

      mc_list_import_add_field (import, mc_entity_get_id (MC_ENTITY (row)), row->code, row->name, row->agency_id);
    }
  return TRUE;
}

static gboolean
add_known (McListImport *import, McSession *session, GType noun, const char *key_field, McDay day, GError **error)
{
  g_autoptr (McLiveList) rows = mc_session_list (session, noun, day);

  if (!dex_await (mc_live_list_when_ready (rows), error))
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (rows)); i++)
    {
      g_autoptr (McEntity) row = g_list_model_get_item (G_LIST_MODEL (rows), i);
      g_autofree char *key = mc_entity_get_text (row, key_field);

      mc_list_import_add_known (import, key);
    }
  return TRUE;
}

/* Whom a list of counters may name, when they are here, and where they sit. */
static gboolean
add_people (McListImport *import, McSession *session, GError **error)
{
  const GType nouns[] = { MC_TYPE_PERSON, MC_TYPE_TOUR, MC_TYPE_COUNTER_ASSIGNMENT };

  for (gsize n = 0; n < G_N_ELEMENTS (nouns); n++)
    {
      g_autoptr (McLiveList) rows = mc_session_list (session, nouns[n], MC_DAY_NONE);

      if (!dex_await (mc_live_list_when_ready (rows), error))
        return FALSE;
      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (rows)); i++)
        {
          g_autoptr (McEntity) row = g_list_model_get_item (G_LIST_MODEL (rows), i);

          mc_counter_import_add_person (MC_COUNTER_IMPORT (import), row);
        }
    }
  return TRUE;
}

static gboolean
fill_counters (McListImport *import, McSession *session, McDay day, GError **error)
{
  return add_agencies (import, session, day, error) && add_fields (import, session, day, error) &&
         add_known (import, session, MC_TYPE_COUNTER, "number", day, error) && add_people (import, session, error);
}

static gboolean
fill_procedures (McListImport *import, McSession *session, McDay day, GError **error)
{
  return add_agencies (import, session, day, error) && add_fields (import, session, day, error) &&
         add_known (import, session, MC_TYPE_PROCEDURE, "code", day, error);
}

/* Who may be named, what is there, and when office hours begin and end. */
static gboolean
fill_attendance (McListImport *import, McSession *session, McDay day, GError **error)
{
  g_autoptr (McLiveList) people = mc_session_list (session, MC_TYPE_PERSON, MC_DAY_NONE);
  g_autoptr (McLiveList) known = mc_session_list (session, MC_TYPE_ATTENDANCE, MC_DAY_NONE);
  g_autoptr (McLiveList) times = mc_session_list (session, MC_TYPE_SESSION_TIME, day);

  if (!dex_await (mc_live_list_when_ready (people), error) || !dex_await (mc_live_list_when_ready (known), error) ||
      !dex_await (mc_live_list_when_ready (times), error))
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (people)); i++)
    {
      g_autoptr (McPerson) row = g_list_model_get_item (G_LIST_MODEL (people), i);

      mc_attendance_import_add_person (MC_ATTENDANCE_IMPORT (import), mc_entity_get_id (MC_ENTITY (row)),
                                       row->full_name);
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (known)); i++)
    {
      g_autoptr (McAttendance) row = g_list_model_get_item (G_LIST_MODEL (known), i);
      g_autofree char *key = mc_attendance_import_dup_key (row);

      mc_list_import_add_known (import, key);
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (times)); i++)
    {
      g_autoptr (McSessionTime) row = g_list_model_get_item (G_LIST_MODEL (times), i);

      if (row->purpose == MC_HOURS_OFFICE && row->first_weekday == 1)
        mc_attendance_import_set_hours (MC_ATTENDANCE_IMPORT (import), row->session, mc_clock_parse (row->starts),
                                        mc_clock_parse (row->ends));
    }
  return TRUE;
}

/* Nobody is late in the minute in which the session begins. */
static McListImport *
make_attendance (McDay day)
{
  return mc_attendance_import_new (0);
}

static char *
dup_counters (guint n)
{
  return g_strdup_printf (g_dngettext (NULL, "Import %u counter", "Import %u counters", n), n);
}

static char *
dup_procedures (guint n)
{
  return g_strdup_printf (g_dngettext (NULL, "Import %u procedure", "Import %u procedures", n), n);
}

static char *
dup_attendance (guint n)
{
  return g_strdup_printf (g_dngettext (NULL, "Import attendance, %u session", "Import attendance, %u sessions", n), n);
}

static const McTableImportKind kinds[] = {
  { "counter", N_ ("Import Counters"),
    N_ ("A table with number, name, floor, seats, agencies, fields, officers and standbys of each counter."),
    mc_counter_import_new, fill_counters, dup_counters },
  { "procedure", N_ ("Import Procedures"),
    N_ ("A table with code, name, agency or field, and whether each procedure is received at the centre."),
    mc_procedure_import_new, fill_procedures, dup_procedures },
  { "attendance", N_ ("Import Attendance"),
    N_ ("A table from a time clock: person, day, and the times of coming and leaving, a row a day or a half-day."),
    make_attendance, fill_attendance, dup_attendance },
};

const McTableImportKind *
mc_table_import_kind_find (const char *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].table, table))
      return &kinds[i];
  g_return_val_if_reached (NULL);
}
