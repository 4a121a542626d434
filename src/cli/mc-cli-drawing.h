/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-cli.h"
#include "mc-paper.h"

G_BEGIN_DECLS

/* What the commands share that draw a file. */

/**
 * mc_cli_parse_choice:
 * @option: its name, for the message
 * @names: (array zero-terminated): in the order of the values
 * @usual: the value when @text is %NULL
 */
gboolean mc_cli_parse_choice (
    const char *option, const char *text, const char *const *names, guint usual, guint *value, GError **error);

/** mc_cli_papers: the names for mc_cli_parse_choice(), in the order of McPaperSize. */
extern const char *const mc_cli_papers[];

/**
 * mc_cli_check_output:
 * @output: (nullable): what -o said
 * @dxf: whether that is an ending, too, beside .pdf, .svg and .png
 *
 * Refuses a missing name, an ending that is not known, and a file that is there already unless @force.
 */
gboolean mc_cli_check_output (const char *output, gboolean dxf, gboolean force, GError **error);

/** mc_cli_make_paper: (on a fiber): (transfer full): a sheet with the names of the centre, without a drawing yet. */
McPaper *mc_cli_make_paper (McStore *store, McPaperSize size, gboolean landscape, McDay day, GError **error);

G_END_DECLS
