/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-canvas.h"
#include "mc-chart-scene.h"
#include "mc-workload-feed.h"
#include "mc-workload-file.h"
#include "mc-workload-page.h"

G_BEGIN_DECLS

/** McWorkloadSpan: how long a time is looked at. */
typedef enum
{
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
  McLiveList *settings; /* the names on a sheet */
  McWorkloadChartSpec spec;
  McWorkloadSpan span;
  McChartScale scale;
  guint first, n;     /* categories that are looked at; n 0: all */
  gint64 wanted;      /* the file whose days are to be looked at once it is there */
  gboolean filling;   /* the choices are being set, not chosen */
  int width, height;  /* pixels the scene was made for */
  guint drawing;      /* idle source */
  guint waiting;      /* tick callback */
  double press, drag; /* where a stretch of time is marked, scene points; NAN: none */
  double cross;       /* where the crosshair stands; NAN: nowhere */
  GListStore *rows;   /* one for each category: its position */

  GtkStack *stack;
  GtkLabel *period;
  GtkDropDown *span_choice, *kind_choice, *figure_choice, *by_choice, *bucket_choice, *compare_choice, *scale_choice;
  AdwWrapBox *figures;
  GtkLabel *meaning;
  McCanvas *canvas;
  GtkWidget *scroller;
  GtkColumnView *table;
  GtkSingleSelection *selection;
  AdwStatusPage *failure;
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

/* mc-workload-page-files.c: getting figures in */
void mc_workload_page_files_bind (GtkWidgetClass *widget_class);
/** mc_workload_page_files_allow: to whom may write. */
void mc_workload_page_files_allow (McWorkloadPage *self);
/** mc_workload_page_files_show: looks at the days of the wanted file. Returns: %FALSE if it is not there yet */
gboolean mc_workload_page_files_show (McWorkloadPage *self);

/** mc_workload_page_look_at_days: at the shortest of the times that they fit in. */
void mc_workload_page_look_at_days (McWorkloadPage *self, McDay first, McDay last);
/** mc_workload_page_ask: for what is chosen. */
void mc_workload_page_ask (McWorkloadPage *self);
/** mc_workload_page_open_figure: the parts that make it, ranked. */
void mc_workload_page_open_figure (McWorkloadPage *self, McWorkloadFigure figure);

G_END_DECLS
