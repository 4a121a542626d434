/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-cli.h"

G_BEGIN_DECLS

/**
 * mc_cli_print_record: (on a fiber)
 * @title: whether to begin with a line of what it is and its number
 * @indent: how many columns from the left
 * @skip: (nullable): a column that goes without saying, such as whose record this is
 *
 * A row as people read it: one line for each field that holds something, with its label; days as dd/mm/yyyy, periods
 * with their last day, and what it refers to by name and not by number. What the role may not read keeps its number.
 */
void mc_cli_print_record (McStore *store, McEntity *row, gboolean title, int indent, const char *skip);

G_END_DECLS
