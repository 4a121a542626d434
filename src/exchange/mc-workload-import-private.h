/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-name-index.h"
#include "mc-workload-import.h"
#include "mc-workload-tally.h"
#include "mc-workload-time.h"

G_BEGIN_DECLS

/* How many things a row can name: counter to person. */
#define N_NAMED (MC_WORKLOAD_BY_PERSON + 1)

struct _McWorkloadImport
{
  GObject parent_instance;

  McWorkloadKind kind;
  int wait_level;
  McDay today;

  McNameIndex *names[N_NAMED];
  GHashTable *known[N_NAMED];  /* text as written to gint64; 0: nothing of this name */
  GHashTable *linked[N_NAMED]; /* id to McWorkloadLink */
  GHashTable *words;           /* text of a status, a channel or a level to what it means, plus 1 */
  GHashTable *last_given;      /* terminal to seconds of the last rating */

  int columns[MC_WORKLOAD_N_COLUMNS];
  McColumnMapping *mapping;
  McWorkloadTally *tally;
  GArray *counts;
  GListStore *errors;
  GPtrArray *bad; /* McImportError, until the thread is done */
  guint n_errors;
  guint n_rows;
  McDay first_day;
  McDay last_day;
  McDay last_event;
};

/** _mc_workload_import_cell: (nullable): the cell of @meaning; %NULL where no column has it, or the cell is empty. */
const McTableCell *_mc_workload_import_cell (McWorkloadImport *self, McTableRow *row, McWorkloadColumn meaning);

/** _mc_workload_import_take_error: (transfer full reason): the cell of @meaning cannot be used. */
void _mc_workload_import_take_error (McWorkloadImport *self, McTableRow *row, McWorkloadColumn meaning, char *reason);

/** _mc_workload_import_time: reads a point of time; %FALSE if the cell is bad, which has then been said. */
gboolean
_mc_workload_import_time (McWorkloadImport *self, McTableRow *row, McWorkloadColumn meaning, McDay *day, int *seconds);

/** _mc_workload_import_places: fills in whose the row is; %FALSE if a cell is bad. */
gboolean _mc_workload_import_places (McWorkloadImport *self, McTableRow *row, McWorkloadCount *key);

/** McWorkloadMeaning: tells what folded words mean; 0 if it does not know. */
typedef guint (*McWorkloadMeaning) (const char *folded);

/** _mc_workload_import_word: what the cell of @meaning says, by @tell; 0 for none and for an unknown word. */
guint
_mc_workload_import_word (McWorkloadImport *self, McTableRow *row, McWorkloadColumn meaning, McWorkloadMeaning tell);

/** _mc_workload_import_note_day: a row counts for @day. */
void _mc_workload_import_note_day (McWorkloadImport *self, McDay day);

/* One row of each kind. */
void _mc_workload_import_dossier (McWorkloadImport *self, McTableRow *row);
void _mc_workload_import_ticket (McWorkloadImport *self, McTableRow *row);
void _mc_workload_import_rating (McWorkloadImport *self, McTableRow *row);

G_END_DECLS
