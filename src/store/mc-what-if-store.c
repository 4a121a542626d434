/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-what-if-store.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mc-agency-entry.h"
#include "mc-agency-store.h"
#include "mc-calendar-store.h"
#include "mc-error.h"
#include "mc-work-calendar.h"
#include "mc-workload-figure.h"
#include "mc-workload-store.h"

typedef struct
{
  McStore *store;
  McPeriod days;
  double weekdays[8]; /* days of each weekday on which the centre had visitors */
  McWhatIfCentre *centre;
  GArray *months; /* McWhatIfMonth */
} Load;

static void
load_free (gpointer data)
{
  Load *load = data;

  g_object_unref (load->store);
  mc_what_if_centre_unref (load->centre);
  g_array_unref (load->months);
  g_free (load);
}

static GArray *
ask (Load *load, McWorkloadBucket bucket, McWorkloadBy by, gint64 agency, GError **error)
{
  McWorkloadQuery query = { .from = load->days.from, .to = load->days.until, .bucket = bucket, .by = by };

  if (agency)
    {
      query.only = MC_WORKLOAD_BY_AGENCY;
      query.only_key = agency;
    }
  return dex_await_boxed (mc_workload_store_load (load->store, &query), error);
}

static gboolean
count_weekdays (Load *load, GError **error)
{
  g_autoptr (GArray) rows = ask (load, MC_WORKLOAD_DAY, MC_WORKLOAD_BY_NONE, 0, error);

  for (guint i = 0; rows && i < rows->len; i++)
    {
      const McWorkloadRow *row = &g_array_index (rows, McWorkloadRow, i);

      if (row->arrived > 0)
        load->weekdays[mc_day_weekday (row->start)]++;
    }
  return rows != NULL;
}

static gboolean
load_months (Load *load, McWhatIfAgency *agency, gint64 id, GError **error)
{
  g_autoptr (GArray) rows = ask (load, MC_WORKLOAD_MONTH, MC_WORKLOAD_BY_NONE, id, error);

  for (guint i = 0; rows && i < rows->len; i++)
    {
      const McWorkloadRow *row = &g_array_index (rows, McWorkloadRow, i);
      McWhatIfMonth month = { id, row->received, mc_workload_row_get_resolved (row), row->overdue };

      agency->settled += month.settled;
      agency->overdue += month.overdue;
      g_array_append_val (load->months, month);
    }
  return rows != NULL;
}

static gboolean
load_agency (Load *load, McAgencyEntry *entry, GError **error)
{
  gint64 id = mc_entity_get_id (MC_ENTITY (entry));
  g_autoptr (GArray) rows = ask (load, MC_WORKLOAD_WHOLE, MC_WORKLOAD_BY_WEEKDAY_SLOT, id, error);
  McWorkloadRow all = { 0 };
  McWhatIfAgency *agency;

  for (guint i = 0; rows && i < rows->len; i++)
    mc_workload_row_add (&all, &g_array_index (rows, McWorkloadRow, i));
  if (!rows || (all.arrived == 0 && entry->present == 0))
    return rows != NULL;
  agency = mc_what_if_centre_add (load->centre, entry->code);
  agency->officers = MAX (entry->present, 1);
  agency->service = mc_workload_figure_value (MC_FIGURE_SERVICE, &all);
  if (isnan (agency->service))
    agency->service = 0;
  for (guint i = 0; i < rows->len; i++)
    {
      const McWorkloadRow *row = &g_array_index (rows, McWorkloadRow, i);

      if (row->key >= 1 && row->key <= 7 && row->slot >= 0 && row->slot < MC_WHAT_IF_SLOTS &&
          load->weekdays[row->key] > 0)
        agency->arrivals[row->key - 1][row->slot] = row->arrived / load->weekdays[row->key];
    }
  return load_months (load, agency, id, error);
}

/* Those of the last working day that was measured. */
static gboolean
load_hours (Load *load, GError **error)
{
  g_autoptr (McWorkCalendar) calendar = dex_await_object (mc_calendar_store_load (load->store), error);
  McDay day = load->days.until - 1;

  if (!calendar)
    return FALSE;
  while (mc_day_weekday (day) > 5 || mc_work_day_is_off (mc_work_calendar_get (calendar, day)))
    day--;
  for (int session = 0; session < 2; session++)
    {
      McClockSpan span;

      if (!mc_work_calendar_get_times (calendar, MC_HOURS_RECEPTION, day, session, &span) &&
          !mc_work_calendar_get_times (calendar, MC_HOURS_OFFICE, day, session, &span))
        {
          g_set_error_literal (error, MC_ERROR, MC_ERROR_NOT_FOUND, _ ("The hours of reception are not known."));
          return FALSE;
        }
      load->centre->opens[session] = span.starts;
      load->centre->closes[session] = span.ends;
    }
  return TRUE;
}

static gboolean
load_centre (Load *load, GError **error)
{
  g_autoptr (GPtrArray) agencies = dex_await_boxed (mc_agency_store_list (load->store, load->days.until - 1), error);
  double visitors = 0;

  if (!agencies || !load_hours (load, error) || !count_weekdays (load, error))
    return FALSE;
  for (guint i = 0; i < agencies->len; i++)
    if (MC_AGENCY_ENTRY (agencies->pdata[i])->receives && !load_agency (load, agencies->pdata[i], error))
      return FALSE;
  for (int weekday = 1; weekday <= 7; weekday++)
    visitors += load->weekdays[weekday];
  load->centre->days = load->days;
  load->centre->visited = (int)visitors;
  if (visitors == 0)
    {
      g_set_error_literal (error, MC_ERROR, MC_ERROR_NOT_FOUND,
                           _ ("No tickets are known of these days: import some first."));
      return FALSE;
    }
  load->centre->overdue_slope = mc_what_if_find_slope (load->months);
  return TRUE;
}

static DexFuture *
load_fiber (gpointer data)
{
  Load *load = data;
  GError *error = NULL;

  if (!load_centre (load, &error))
    return dex_future_new_for_error (error);
  return dex_future_new_take_boxed (MC_TYPE_WHAT_IF_CENTRE, mc_what_if_centre_ref (load->centre));
}

DexFuture *
mc_what_if_store_load (McStore *store, McPeriod days)
{
  Load *load;

  g_return_val_if_fail (MC_IS_STORE (store) && days.from < days.until, NULL);
  load = g_new0 (Load, 1);
  load->store = g_object_ref (store);
  load->days = days;
  load->centre = mc_what_if_centre_new ();
  load->months = g_array_new (FALSE, FALSE, sizeof (McWhatIfMonth));
  return dex_scheduler_spawn (NULL, 0, load_fiber, load, load_free);
}
