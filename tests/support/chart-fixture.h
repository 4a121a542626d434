/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-chart.h"

G_BEGIN_DECLS

/* Invented figures, the same every time; words in the language that is asked for by LANGUAGE. */

/** chart_fixture_new: (transfer full): a chart of @kind as the office would have it. */
McChart *chart_fixture_new (McChartKind kind);

/** chart_fixture_name: "lines", "stacked" …, as files are named. */
const char *chart_fixture_name (McChartKind kind);

/** chart_fixture_days: (transfer full): @n_days of @n_series, each day a category. */
McChart *chart_fixture_days (McChartKind kind, guint n_days, guint n_series);

G_END_DECLS
