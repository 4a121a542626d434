/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The one place that shows what happened; works from any widget inside the window, dialogs too. */

/** mc_report_toast: a short line at the foot of the window. */
void mc_report_toast (GtkWidget *from, const char *text);

/** mc_report_undoable: like a toast, with a button that undoes the last change. */
void mc_report_undoable (GtkWidget *from, const char *text);

/** mc_report_file: like a toast, with a button that opens @file in its own program. */
void mc_report_file (GtkWidget *from, const char *text, GFile *file);

/**
 * mc_report_error:
 * @what: what could not be done, one sentence ("The tour could not be extended.")
 * @error: why; its message is shown, with the server's detail and hint to unfold. A cancelled operation is not
 * reported.
 */
void mc_report_error (GtkWidget *from, const char *what, const GError *error);

/**
 * mc_report_launched:
 * @what: what could not be opened, one sentence
 *
 * Ends gtk_file_launcher_launch(): if no program took the file, says so and where the file lies.
 */
void mc_report_launched (GtkWidget *from, const char *what, GtkFileLauncher *launcher, GAsyncResult *result);

/**
 * mc_report_reason:
 * Returns: (transfer none): why a pane shows nothing, in the person's language: of a lost link what becomes of it, not
 * what the network said; else the message of @error; good as long as @error
 */
const char *mc_report_reason (const GError *error);

/**
 * mc_report_tell:
 * @label: in a page or a dialog; a plain label, as one with the role "status" has no name for those who listen
 *
 * Sets its text, and has it read aloud where it is another one than before.
 */
void mc_report_tell (GtkLabel *label, const char *text);

G_END_DECLS
