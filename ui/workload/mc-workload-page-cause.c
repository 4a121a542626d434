/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From what the chart shows to why people waited, and how many people are needed. */
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "mc-cause-dialog.h"
#include "mc-corrective-acts.h"
#include "mc-need-dialog.h"
#include "mc-report.h"
#include "mc-session-workload.h"
#include "mc-workload-page-private.h"

/* Where a peak is looked for: in the time and, where a mark of the chart is chosen, in its part of it. */
typedef struct
{
  McWorkloadPage *page;
  McSession *session;
  McDay from, to;
  int weekday, slot; /* 0, -1: any */
  gint64 counter;    /* 0: all */
} Search;

static void
search_free (gpointer data)
{
  Search *self = data;

  g_object_unref (self->page);
  g_object_unref (self->session);
  g_free (self);
}

static void
present (McWorkloadPage *self, McSession *session, const McWaitTime *time)
{
  adw_dialog_present (mc_cause_dialog_new (session, time), GTK_WIDGET (self));
}

static DexFuture *
search_fiber (gpointer data)
{
  Search *self = data;
  McWorkloadQuery query = { .from = self->from,
                            .to = self->to,
                            .bucket = self->slot >= 0 ? MC_WORKLOAD_HALF_HOUR : MC_WORKLOAD_DAY };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rows = NULL;
  McWaitPeak peak;

  if (self->counter)
    {
      query.only = MC_WORKLOAD_BY_COUNTER;
      query.only_key = self->counter;
    }
  rows = dex_await_boxed (mc_session_load_workload (self->session, &query), &error);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self->page)) || mc_page_get_session (MC_PAGE (self->page)) != self->session)
    return dex_future_new_for_boolean (FALSE);
  if (!rows)
    mc_report_error (GTK_WIDGET (self->page), _ ("The figures could not be read."), error);
  else if (!mc_wait_peak_find (rows, self->weekday, self->slot, &peak))
    mc_report_toast (GTK_WIDGET (self->page), _ ("Nobody is known to have waited in this time."));
  else
    present (self->page, self->session, &(McWaitTime){ peak.day, peak.slot, self->counter });
  return dex_future_new_for_boolean (TRUE);
}

/* --- What is chosen --- */

/* A category of the chart: a day, a longer time, or a counter. */
static void
narrow_to_category (McWorkloadPage *self, McChart *chart, guint category, Search *search)
{
  McDay day = mc_chart_get_day (chart, category);
  const char *target = mc_chart_get_target (chart, category);

  if (day != MC_DAY_NONE)
    {
      search->from = MAX (day, self->spec.from);
      if (category + 1 < mc_chart_get_n_categories (chart))
        search->to = mc_chart_get_day (chart, category + 1);
      if (self->spec.bucket == MC_WORKLOAD_DAY)
        search->to = search->from + 1;
    }
  else if (target && g_str_has_prefix (target, "counter/"))
    search->counter = g_ascii_strtoll (target + strlen ("counter/"), NULL, 10);
}

/* A weekday and a half-hour. */
static void
narrow_to_cell (McChart *chart, const char *key, Search *search)
{
  g_auto (GStrv) words = g_strsplit (key, "/", 3);
  guint series = (guint)g_ascii_strtoull (words[1], NULL, 10), category;
  int hour, minute;

  if (!words[2] || series >= mc_chart_get_n_series (chart))
    return;
  category = (guint)g_ascii_strtoull (words[2], NULL, 10);
  if (category >= mc_chart_get_n_categories (chart) ||
      sscanf (mc_chart_get_label (chart, category), "%d:%d", &hour, &minute) != 2)
    return;
  search->weekday = (int)g_ascii_strtoll (mc_chart_get_key (chart, series), NULL, 10);
  search->slot = 2 * hour + minute / 30;
}

static void
narrow (McWorkloadPage *self, const char *key, Search *search)
{
  McChart *chart = mc_workload_feed_get_chart (self->feed);

  if (g_str_has_prefix (key, "slot/"))
    {
      guint category = (guint)g_ascii_strtoull (key + strlen ("slot/"), NULL, 10);

      if (category < mc_chart_get_n_categories (chart))
        narrow_to_category (self, chart, category, search);
    }
  else if (g_str_has_prefix (key, "cell/"))
    narrow_to_cell (chart, key, search);
  else if (g_str_has_prefix (key, "series/") && self->spec.by == MC_WORKLOAD_BY_COUNTER)
    search->counter = g_ascii_strtoll (key + strlen ("series/"), NULL, 10);
}

gboolean
mc_workload_page_find_cause (McWorkloadPage *self, const char *key)
{
  McSession *session = mc_page_get_session (MC_PAGE (self));
  Search *search;

  if (!session || !mc_workload_feed_get_chart (self->feed))
    return FALSE;
  search = g_new (Search, 1);
  *search = (Search){ g_object_ref (self), g_object_ref (session), self->spec.from, self->spec.to, 0, -1, 0 };
  if (key)
    narrow (self, key, search);
  dex_future_disown (dex_scheduler_spawn (NULL, 0, search_fiber, search, search_free));
  return TRUE;
}

/* "2026-12-05/16/7": the half-hour from 8:00 of that day at the counter with that id; the day alone will do. */
gboolean
mc_workload_page_open_cause (McWorkloadPage *self, const char *words)
{
  McSession *session = mc_page_get_session (MC_PAGE (self));
  g_auto (GStrv) parts = g_strsplit (words, "/", 3);
  McWaitTime time = { .slot = -1 };

  if (!session || !mc_day_parse (parts[0], &time.day, NULL))
    return FALSE;
  if (parts[1])
    time.slot = (int)CLAMP (g_ascii_strtoll (parts[1], NULL, 10), -1, 47);
  if (parts[1] && parts[2])
    time.counter_id = g_ascii_strtoll (parts[2], NULL, 10);
  present (self, session, &time);
  return TRUE;
}

static void
cause_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McWorkloadPage *self = MC_WORKLOAD_PAGE (widget);
  guint selected = gtk_single_selection_get_selected (self->selection);
  const char *key = mc_canvas_get_focus_key (self->canvas);
  g_autofree char *row = selected != GTK_INVALID_LIST_POSITION ? g_strdup_printf ("slot/%u", selected) : NULL;

  mc_workload_page_find_cause (self, key ? key : row);
}

static void
actions_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McSession *session = mc_page_get_session (MC_PAGE (widget));

  if (session)
    adw_dialog_present (mc_corrective_list_dialog_new (session), widget);
}

static void
need_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McWorkloadPage *self = MC_WORKLOAD_PAGE (widget);
  McSession *session = mc_page_get_session (MC_PAGE (widget));

  if (session)
    adw_dialog_present (mc_need_dialog_new (session, (McPeriod){ self->spec.from, self->spec.to }), widget);
}

void
mc_workload_page_cause_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "workload.cause", NULL, cause_action);
  gtk_widget_class_install_action (widget_class, "workload.need", NULL, need_action);
  gtk_widget_class_install_action (widget_class, "workload.corrective-actions", NULL, actions_action);
}
