/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-chart.h"
#include "mc-workload-figure.h"
#include "mc-workload-query.h"

G_BEGIN_DECLS

/** McWorkloadChartKind: the charts of the workload. */
typedef enum
{
  MC_WORKLOAD_CHART_TIME,    /* a figure over time, beside an earlier time */
  MC_WORKLOAD_CHART_STACKED, /* over time by agency, field … */
  MC_WORKLOAD_CHART_PANELS,  /* a small panel for each counter, agency … */
  MC_WORKLOAD_CHART_HOURS,   /* weekday by half-hour */
  MC_WORKLOAD_CHART_RANKED,  /* counters, agencies … from most to least */
  MC_WORKLOAD_CHART_ON_TIME, /* share on time within the limits of chance */
  MC_WORKLOAD_CHART_FUNNEL,  /* what became of what was received */
  MC_WORKLOAD_CHART_WAITING, /* how long people waited */
  MC_WORKLOAD_CHART_LOAD,    /* load beside staff */
  MC_N_WORKLOAD_CHARTS,
} McWorkloadChartKind;

/* The names for the console, and those for people (untranslated). */
extern const McEnumValue mc_workload_chart_values[];

/** McWorkloadCompare: the earlier time beside the one asked for. */
typedef enum
{
  MC_COMPARE_NONE,
  MC_COMPARE_PREVIOUS, /* as long, just before */
  MC_COMPARE_YEAR,     /* a year before, weekdays under weekdays */
} McWorkloadCompare;

extern const McEnumValue mc_workload_compare_values[];

/**
 * McWorkloadChartSpec:
 * Which chart of which time.
 *
 * @to: the day after the last
 * @by: of MC_WORKLOAD_CHART_STACKED, _PANELS, _RANKED and _LOAD
 * @figure: of all but _ON_TIME and _WAITING; _FUNNEL: dossiers, or visitors where it is one of theirs; _STACKED and
 *   _LOAD take a sum
 * @level: minutes of waiting that are promised, one of mc_wait_step_minutes; 0: none are
 * @known_to: the day after the last of which there are figures: no more of the earlier time is compared than there is
 *   of this one; MC_DAY_NONE: of all
 * @split: MC_DAY_NONE or a day of a decision: the means before and after it are told
 */
typedef struct
{
  McWorkloadChartKind kind;
  McDay from, to;
  McWorkloadBucket bucket;
  McWorkloadBy by;
  McWorkloadFigure figure;
  McWorkloadCompare compare;
  int level;
  McDay split;
  McDay known_to;
} McWorkloadChartSpec;

/** mc_workload_chart_spec_settle: puts what the kind does not know to what it does: a figure that can be stacked, a
 * bucket of a half-hour to a day. */
void mc_workload_chart_spec_settle (McWorkloadChartSpec *spec);

/** mc_workload_chart_get_query: the rows that it is made of. */
void mc_workload_chart_get_query (const McWorkloadChartSpec *spec, McWorkloadQuery *query);
/** mc_workload_chart_get_compared: those of the earlier time. Returns: %FALSE if there is none */
gboolean mc_workload_chart_get_compared (const McWorkloadChartSpec *spec, McWorkloadQuery *query);

/**
 * McWorkloadChartInput: nothing is held longer than the call.
 *
 * @rows: (element-type McWorkloadRow): of mc_workload_chart_get_query(), by start, slot and key
 * @compared: (nullable): of mc_workload_chart_get_compared()
 * @names: (nullable): address of a key (gint64) → its name (UTF-8)
 * @staff: (nullable): address of a key (gint64) → how many people (GINT_TO_POINTER)
 */
typedef struct
{
  GArray *rows;
  GArray *compared;
  GHashTable *names;
  GHashTable *staff;
} McWorkloadChartInput;

/** mc_workload_chart_new: (transfer full): with the finding as its title. Pure. */
McChart *mc_workload_chart_new (const McWorkloadChartSpec *spec, const McWorkloadChartInput *input);

/** mc_workload_period_text: (transfer full): "12/2026", "2026" or "01/12/2026 – 15/12/2026". */
char *mc_workload_period_text (McDay from, McDay to);

/** mc_workload_weekday_name: (transfer none), translated; 1 is Monday. */
const char *mc_workload_weekday_name (gint64 weekday);
/** mc_workload_slot_text: (transfer full): when a half-hour of the day begins: "08:00". */
char *mc_workload_slot_text (int slot);

G_END_DECLS
