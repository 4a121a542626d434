/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-canvas.h"
#include "mc-chart-scene.h"
#include "mc-date-entry.h"
#include "mc-workload-feed.h"
#include "mc-workload-file.h"
#include "mc-workload-page.h"
#include "mc-workload-watch.h"

G_BEGIN_DECLS

/** McWorkloadSpan: how long a time is looked at. */
typedef enum
{
  MC_SPAN_WEEK,
  MC_SPAN_MONTH,
  MC_SPAN_QUARTER,
  MC_SPAN_YEAR,
  MC_SPAN_TEN_YEARS,
  MC_N_SPANS,
} McWorkloadSpan;

struct _McWorkloadPage
{
  McPage parent_instance;

  McWorkloadFeed *feed;
  McWorkloadWatch *watch;
  McLiveList *settings; /* the names on a sheet */
  McWorkloadChartSpec spec;
  McWorkloadSpan span;
  McDay day;                 /* the time of its kind in which this day lies is looked at */
  McWorkloadCompare compare; /* as chosen */
  gboolean splitting;        /* as much before @split_day as after it is looked at, where the kind can compare */
  McDay split_day;
  McChartScale scale;
  guint first, n;     /* categories that are looked at; n 0: all */
  gint64 wanted;      /* the file whose days are to be looked at once it is there */
  gboolean filling;   /* the choices are being set, not chosen */
  int width, height;  /* pixels the scene was made for */
  guint drawing;      /* idle source */
  guint waiting;      /* tick callback */
  double press, drag; /* where a stretch of time is marked, scene points; NAN: none */
  double cross;       /* where the crosshair stands, across on lying bars; NAN: nowhere */
  GListStore *rows;   /* one for each category: its position */

  GtkStack *stack;
  GtkLabel *period;
  McDateEntry *split_entry;
  GtkDropDown *span_choice, *kind_choice, *figure_choice, *by_choice, *bucket_choice, *compare_choice, *scale_choice;
  AdwWrapBox *figures;
  GtkLabel *meaning;
  McCanvas *canvas;
  GtkWidget *scroller;
  GtkColumnView *table;
  GtkSingleSelection *selection;
  AdwStatusPage *failure;
  AdwBanner *news;
};

/* mc-workload-page-view.c: the picture */
void mc_workload_page_view_init (McWorkloadPage *self);
/** mc_workload_page_draw: the chart in the size of the page. */
void mc_workload_page_draw (McWorkloadPage *self);
void mc_workload_page_draw_soon (McWorkloadPage *self);
/** mc_workload_page_look: at @n categories from @first; 0: all. */
void mc_workload_page_look (McWorkloadPage *self, guint first, guint n);
void mc_workload_page_view_bind (GtkWidgetClass *widget_class);

/* mc-workload-page-table.c: the list of what the picture shows */
void mc_workload_page_table_fill (McWorkloadPage *self);
void mc_workload_page_table_bind (GtkWidgetClass *widget_class);
/** mc_workload_page_table_select: the row of a category. */
void mc_workload_page_table_select (McWorkloadPage *self, guint category);

/* mc-workload-page-figures.c: the figures of the time */
void mc_workload_page_figures_init (McWorkloadPage *self);
void mc_workload_page_figures_fill (McWorkloadPage *self);

/* mc-workload-page-cause.c: why people waited */
void mc_workload_page_cause_bind (GtkWidgetClass *widget_class);
/** mc_workload_page_find_cause: of the longest waiting in the time, or in what the mark @key (nullable) stands for. */
gboolean mc_workload_page_find_cause (McWorkloadPage *self, const char *key);
/** mc_workload_page_open_cause: @words: "2026-12-05", "…/SLOT" or "…/SLOT/COUNTER". */
gboolean mc_workload_page_open_cause (McWorkloadPage *self, const char *words);

/* mc-workload-page-files.c: getting figures in */
void mc_workload_page_files_bind (GtkWidgetClass *widget_class);
/** mc_workload_page_files_init: what is new in the watched folder. */
void mc_workload_page_files_init (McWorkloadPage *self);
/** mc_workload_page_files_allow: to whom may write. */
void mc_workload_page_files_allow (McWorkloadPage *self);
/** mc_workload_page_files_show: looks at the days of the wanted file. Returns: %FALSE if it is not there yet */
gboolean mc_workload_page_files_show (McWorkloadPage *self);

/* mc-workload-page-time.c: which time */
void mc_workload_page_time_bind (GtkWidgetClass *widget_class);
/** mc_workload_page_can_compare: whether the chart of this kind is held against another time. */
gboolean mc_workload_page_can_compare (McWorkloadPage *self);
/** mc_workload_page_settle_time: the first and last day of what is asked for. */
void mc_workload_page_settle_time (McWorkloadPage *self);
/** mc_workload_page_look_at_day: at the time in which it lies. */
void mc_workload_page_look_at_day (McWorkloadPage *self, McDay day);
/** mc_workload_page_look_for: so long a time, with the steps that show it best. */
void mc_workload_page_look_for (McWorkloadPage *self, McWorkloadSpan span, McDay day);
/** mc_workload_page_look_at_days: at the shortest of the times that they fit in. */
void mc_workload_page_look_at_days (McWorkloadPage *self, McDay first, McDay last);
/** mc_workload_page_ask: for what is chosen. */
void mc_workload_page_ask (McWorkloadPage *self);
/** mc_workload_page_open_figure: the parts that make it, ranked. */
void mc_workload_page_open_figure (McWorkloadPage *self, McWorkloadFigure figure);

G_END_DECLS
