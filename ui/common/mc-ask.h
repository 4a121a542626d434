/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include <libdex.h>

G_BEGIN_DECLS

/* Short questions, as futures. Each rejects with MC_ERROR_CANCELLED when the person goes away without an answer. */

/**
 * mc_ask_text:
 * @heading: the act in a few words
 * @body: what will happen
 * @title: of the one entry, which must be filled
 * @verb: of the button that goes on
 * @destructive: whether that button warns
 *
 * Returns: (transfer full): future of the text (a string)
 */
DexFuture *mc_ask_text (
    GtkWidget *from, const char *heading, const char *body, const char *title, const char *verb, gboolean destructive);

/** mc_ask_go: future of TRUE when the person wants @verb; @body says what will happen. For acts that go out to others.
 */
DexFuture *mc_ask_go (GtkWidget *from, const char *heading, const char *body, const char *verb, gboolean destructive);

/**
 * mc_ask_open:
 * @name: (nullable): of the kinds of files that are offered
 * @suffixes: (nullable): of these files, %NULL-ended, without dots
 *
 * Returns: (transfer full): future of a GFile that is there
 */
DexFuture *mc_ask_open (GtkWidget *from, const char *title, const char *name, const char *const *suffixes);

/** mc_ask_save: (transfer full): future of a GFile to be written; the dialog has asked before replacing one. */
DexFuture *mc_ask_save (GtkWidget *from, const char *title, const char *file_name);

/** mc_ask_folder: (transfer full): future of a GFile that is a folder. */
DexFuture *mc_ask_folder (GtkWidget *from, const char *title);

G_END_DECLS
