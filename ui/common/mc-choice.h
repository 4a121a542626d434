/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "mc-entity.h"

G_BEGIN_DECLS

/**
 * mc_choice_fill:
 * @box: a drop-down or anything with a "model" of strings
 * @all: its first line, which means no choice ("All sections")
 * @entities: (nullable): the other lines, in this order
 * @field: the column that names them
 *
 * The lines follow the model of entities.
 */
void mc_choice_fill (GtkDropDown *box, const char *all, GListModel *entities, const char *field);

/**
 * mc_choice_fill_values:
 * @all: (nullable): the first line, which means no choice; none, every line is a value
 * @values: the other lines, by their labels
 */
void mc_choice_fill_values (GtkDropDown *box, const char *all, const McEnumValue *values);

/** mc_choice_allows: whether @value is chosen, or nothing is, in a box filled by mc_choice_fill_values() with an @all.
 */
gboolean mc_choice_allows (GtkDropDown *box, guint value);

/** mc_choice_get: the id of the chosen entity; 0 for the first line. @entities is what mc_choice_fill() was given. */
gint64 mc_choice_get (GtkDropDown *box, GListModel *entities);

G_END_DECLS
