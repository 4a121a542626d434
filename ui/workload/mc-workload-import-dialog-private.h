/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-column-mapping.h"
#include "mc-workload-import-dialog.h"
#include "mc-workload-import.h"

G_BEGIN_DECLS

/** McWorkloadAnew: from where on a file is read anew; each takes the ones before it along. */
typedef enum
{
  MC_ANEW_CELLS,
  MC_ANEW_SOURCE,
  MC_ANEW_KIND,
  MC_ANEW_FILE,
} McWorkloadAnew;

struct _McWorkloadImportDialog
{
  AdwDialog parent_instance;

  McSession *session;
  McLiveList *sources;
  McLiveList *files;
  GListStore *known;        /* McWorkloadSource of the kind, without samples: what source_row shows */
  McWorkloadSource *source; /* from where the file is; NULL: a new one, named by name_row */
  McWorkloadFile *wrong;    /* which the person corrects; NULL: none */
  McWorkloadFile *rival;    /* the one that lists some of the same days; NULL: none, or several */
  guint n_rivals;

  GFile *file;
  McTableReader *reader;
  McColumnMapping *mapping;
  gboolean supposed;      /* its headers are those of a likely row; none is known */
  McColumnMapping *shown; /* which the rows of columns are of */
  McWorkloadImport *import;
  McWorkloadKind kind;
  guint sheet;
  char *digest;

  McWorkloadAnew anew;  /* from where on the next reading begins */
  GArray *meant;        /* guint pairs: columns that were given another meaning, and which */
  gboolean kind_chosen; /* by the person, not guessed */
  gboolean source_chosen;
  DexFuture *turn; /* the reading under way; the next one waits for it */
  guint stamp;     /* of the reading that was asked for last */
  GCancellable *cancellable;
  int permille; /* read so far, written by the thread that reads; below 0: not known */
  int n_read;   /* rows, likewise */
  guint tick;
  guint n_ticks;
  GtkWidget *focus; /* weak: where the keyboard was */
  gboolean filling; /* the inputs are being set, not chosen */

  AdwBanner *banner;
  GtkStack *stack;
  AdwStatusPage *busy;
  GtkProgressBar *progress;
  GtkWidget *stop_button;
  GtkLabel *file_name;
  GtkLabel *summary;
  GtkLabel *totals;
  AdwComboRow *kind_row;
  AdwComboRow *source_row;
  GtkEditable *name_row;
  AdwComboRow *sheet_row;
  AdwSwitchRow *replace_row;
  AdwPreferencesGroup *columns;
  AdwPreferencesGroup *errors_group;
  GtkListBox *errors;
  GPtrArray *column_rows;
};

/** _mc_workload_import_dialog_read_again: what is under way is stopped first. */
void _mc_workload_import_dialog_read_again (McWorkloadImportDialog *self, McWorkloadAnew anew);

/** _mc_workload_import_dialog_commit: takes all of it in, or says why not. */
void _mc_workload_import_dialog_commit (McWorkloadImportDialog *self);

/** _mc_workload_import_dialog_stop: what is read is given up. */
void _mc_workload_import_dialog_stop (McWorkloadImportDialog *self);

/** _mc_workload_import_dialog_show: what was read, or why not; @error (nullable). */
void _mc_workload_import_dialog_show (McWorkloadImportDialog *self, const GError *error);

/** _mc_workload_import_dialog_be_busy: @what is under way; it can be stopped or not. */
void _mc_workload_import_dialog_be_busy (McWorkloadImportDialog *self, const char *what, gboolean stoppable);

G_END_DECLS
