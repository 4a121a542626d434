/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-canvas.h"
#include "mc-date-entry.h"
#include "mc-org-chart-page.h"
#include "mc-org-layout.h"
#include "mc-photos.h"
#include "mc-org-source.h"
#include "mc-org-timeline.h"

G_BEGIN_DECLS

struct _McOrgChartPage
{
  McPage parent_instance;

  McOrgSource *shown;
  McOrgSource *before; /* the day to compare with */
  McOrgDiff *diff;     /* NULL: nothing is compared */
  GListStore *rows;    /* McOrgSeat, as in the chart */
  GHashTable *collapsed;
  McLiveList *counters;
  McLiveList *assignments;
  McLiveList *settings;
  McPhotos *photos;
  char *needle;
  char *wanted;       /* the key to go to once it is there */
  gboolean following; /* one of picture and table is moving the other */

  char *view;
  char *detail;
  char *direction;
  char *grouping;
  gboolean comparing;

  GtkSearchEntry *search;
  GtkStack *stack;
  AdwStatusPage *none_page;
  McCanvas *canvas;
  GtkColumnView *table;
  GtkSingleSelection *selection;
  GtkFilterListModel *filtered;
  GtkCustomFilter *filter;
  McOrgTimeline *timeline;
  GtkLabel *headline;
  GtkLabel *why;
  GtkMenuButton *why_button;
  McDateEntry *since;
  GtkLabel *summary;
  GtkListView *changes;
  GtkSingleSelection *change_selection;
};

/** mc_org_chart_page_get_chart: (nullable) */
McOrgChart *mc_org_chart_page_get_chart (McOrgChartPage *self);

/** mc_org_chart_page_go_to: the box with this key, in the picture and in the table. */
void mc_org_chart_page_go_to (McOrgChartPage *self, const char *key);

/** mc_org_chart_page_get_current: (nullable): the box that has the focus. */
McOrgSeat *mc_org_chart_page_get_current (McOrgChartPage *self);

/** mc_org_chart_page_redraw: with the present rows and options. */
void mc_org_chart_page_redraw (McOrgChartPage *self);

/* mc-org-chart-cells.c, mc-org-chart-table.c: the table beside the picture, and the list of changes */

void mc_org_chart_cells_bind (GtkWidgetClass *widget_class);
void mc_org_chart_table_bind (GtkWidgetClass *widget_class);
void mc_org_chart_table_init (McOrgChartPage *self);
/** mc_org_chart_table_fill: with the boxes of @chart. */
void mc_org_chart_table_fill (McOrgChartPage *self, McOrgChart *chart);

/* mc-org-chart-acts.c: opening, appointing, moving, vacating */

void mc_org_chart_acts_install (GtkWidgetClass *widget_class);
/** mc_org_chart_acts_update: what may be done now. */
void mc_org_chart_acts_update (McOrgChartPage *self);
/** mc_org_chart_acts_activate: Enter or a double click on a box. */
gboolean mc_org_chart_acts_activate (McOrgChartPage *self, const char *key);
/** mc_org_chart_acts_drop: @payload ("holder/SEAT/PERSON") was let go on @key. */
gboolean mc_org_chart_acts_drop (McOrgChartPage *self, const char *key, const char *payload);
/** mc_org_chart_acts_popup: the menu of a box. */
gboolean mc_org_chart_acts_popup (McOrgChartPage *self, const char *key, double x, double y);

G_END_DECLS
