/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-workload-row.h"

G_BEGIN_DECLS

/** McWorkloadFigure: what the sums of a time and a key are read as. */
typedef enum
{
  /* dossiers */
  MC_FIGURE_RECEIVED,
  MC_FIGURE_RESOLVED,
  MC_FIGURE_BACKLOG,
  MC_FIGURE_EARLY,
  MC_FIGURE_ON_TIME,
  MC_FIGURE_OVERDUE,
  MC_FIGURE_EARLY_SHARE,
  MC_FIGURE_ON_TIME_SHARE,
  MC_FIGURE_OVERDUE_SHARE,
  MC_FIGURE_OPEN_LATE,
  MC_FIGURE_RETURNED,
  MC_FIGURE_DIGITAL_SHARE,
  MC_FIGURE_PROCESS_DAYS,
  /* visitors with a ticket */
  MC_FIGURE_ARRIVED,
  MC_FIGURE_SERVED,
  MC_FIGURE_SERVED_SHARE,
  MC_FIGURE_NO_SHOW,
  MC_FIGURE_NO_SHOW_SHARE,
  MC_FIGURE_WAIT,
  MC_FIGURE_WAIT_MEDIAN,
  MC_FIGURE_WAIT_NINETY,
  MC_FIGURE_WAIT_MAX,
  MC_FIGURE_ABOVE_LEVEL,
  MC_FIGURE_ABOVE_LEVEL_SHARE,
  MC_FIGURE_SERVICE,
  MC_FIGURE_SERVICE_MAX,
  MC_FIGURE_SERVING_HOURS,
  MC_FIGURE_STAFFED_HOURS,
  MC_FIGURE_IDLE_HOURS,
  MC_FIGURE_UTILISATION,
  MC_FIGURE_UNSERVED,
  MC_FIGURE_UNSERVED_SHARE,
  MC_FIGURE_INCOMPLETE,
  MC_FIGURE_INCOMPLETE_SHARE,
  /* ratings */
  MC_FIGURE_RATED,
  MC_FIGURE_SATISFIED_SHARE,
  MC_FIGURE_BURST_SHARE,
  MC_N_FIGURES,
} McWorkloadFigure;

/** mc_workload_figure_value: NAN where there is nothing that it could be a share or a mean of. */
double mc_workload_figure_value (McWorkloadFigure figure, const McWorkloadRow *row);

/** mc_workload_figure_name: (transfer none): "received", for the console. */
const char *mc_workload_figure_name (McWorkloadFigure figure);
/** mc_workload_figure_parse: by that name. */
gboolean mc_workload_figure_parse (const char *name, McWorkloadFigure *figure);

/* (transfer none), translated: what it is called; what it is counted in; what it means; how it is computed. */
const char *mc_workload_figure_label (McWorkloadFigure figure);
const char *mc_workload_figure_unit (McWorkloadFigure figure);
const char *mc_workload_figure_words (McWorkloadFigure figure);
const char *mc_workload_figure_formula (McWorkloadFigure figure);

/** mc_workload_figure_explain: (transfer full): what it means and, where it is not just counted, how it is computed. */
char *mc_workload_figure_explain (McWorkloadFigure figure);
/** mc_workload_figure_format_change: (transfer full): "+12,3 %"; of shares "+0,4 points"; empty where there is none. */
char *mc_workload_figure_format_change (McWorkloadFigure figure, double now, double before);

int mc_workload_figure_decimals (McWorkloadFigure figure);
/** mc_workload_figure_is_share: from 0 to 1, read as percent. */
gboolean mc_workload_figure_is_share (McWorkloadFigure figure);
/** mc_workload_figure_is_sum: those of two times or keys may be added. */
gboolean mc_workload_figure_is_sum (McWorkloadFigure figure);
/** mc_workload_figure_is_of_tickets: of visitors, not of dossiers or ratings. */
gboolean mc_workload_figure_is_of_tickets (McWorkloadFigure figure);

/** mc_workload_figure_format: (transfer full): as it is read, with "%" where it is a share. */
char *mc_workload_figure_format (McWorkloadFigure figure, double value);

/** mc_workload_figure_is_of_staff: made of rosters, too: the query must ask for them, and parts by counter alone. */
gboolean mc_workload_figure_is_of_staff (McWorkloadFigure figure);

/** mc_workload_figure_is_timed: made of times, which incomplete tickets lack. */
gboolean mc_workload_figure_is_timed (McWorkloadFigure figure);

/* What the figures are made of. */
gint64 mc_workload_row_get_resolved (const McWorkloadRow *row); /* early, on time or overdue */
gint64 mc_workload_row_get_called (const McWorkloadRow *row);   /* tickets whose waiting is known */
gint64 mc_workload_row_get_rated (const McWorkloadRow *row);

G_END_DECLS
