/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-table-row.h"

G_BEGIN_DECLS

/** MC_CSV_MAX_FIELD: beyond any honest table; one open quote must not swallow a large file. */
#define MC_CSV_MAX_FIELD (1024 * 1024)
#define MC_CSV_MAX_COLUMNS 4096

/**
 * McCsvParser:
 * RFC 4180 as a machine that is fed bytes: fields in quotes may hold delimiters,
 * line ends and doubled quotes; lines end in CR LF, LF or CR. It keeps one row.
 */
typedef struct _McCsvParser McCsvParser;

/**
 * mc_csv_parser_new:
 * @delimiter: ',', ';' or a tab
 */
McCsvParser *mc_csv_parser_new (char delimiter);

/** mc_csv_parser_free: frees the parser and what it has not given away. */
void mc_csv_parser_free (McCsvParser *self);

/**
 * mc_csv_parser_feed:
 * @rows: (element-type McTableRow): finished rows that hold anything are pushed to its tail
 *
 * Returns: %FALSE at an error, MC_ERROR_INVALID with line and column in its message. The rows
 *   before it have been pushed; the parser is of no more use.
 */
gboolean mc_csv_parser_feed (McCsvParser *self, const char *data, gsize size, GQueue *rows, GError **error);

/**
 * mc_csv_parser_set_wanted:
 * @wanted: (array length=n) (nullable): by column; of the others no text is kept. %NULL: of all
 *
 * For large files of which few columns are read.
 */
void mc_csv_parser_set_wanted (McCsvParser *self, const gboolean *wanted, guint n);

/** mc_csv_parser_finish: ends the last row; an open quote is an error. */
gboolean mc_csv_parser_finish (McCsvParser *self, GQueue *rows, GError **error);

/** mc_csv_parser_set_line: the line on which what is fed first stands. */
void mc_csv_parser_set_line (McCsvParser *self, guint line);

/** mc_csv_parser_get_line: the line it has come to, from 1. */
guint mc_csv_parser_get_line (McCsvParser *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McCsvParser, mc_csv_parser_free)

G_END_DECLS
