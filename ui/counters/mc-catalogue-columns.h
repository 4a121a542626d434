/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-counter-rows.h"

G_BEGIN_DECLS

/** McCatalogueText: (transfer full) (nullable): what a cell says of @item. */
typedef char *(*McCatalogueText) (McCounterRegister *registry, gpointer item);

/**
 * McCatalogueColumn:
 * @title: (untranslated, context "column")
 * @text: of its cells
 * @expand: whether it takes the room that is left
 */
typedef struct
{
  const char *title;
  McCatalogueText text;
  gboolean expand;
} McCatalogueColumn;

/** mc_catalogue_columns: (transfer none) (array length=n): of "procedure" or "equipment". */
const McCatalogueColumn *mc_catalogue_columns (const char *table, gsize *n);

char *mc_catalogue_procedure_agency (McCounterRegister *registry, gpointer item);
char *mc_catalogue_procedure_field (McCounterRegister *registry, gpointer item);

G_END_DECLS
