/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-counter-rows.h"
#include "mc-told-columns.h"

G_BEGIN_DECLS

/** McCatalogueNames: of whatever the rows name; %NULL while there is no session. */
typedef struct
{
  McCounterRegister *registry;
} McCatalogueNames;

/** mc_catalogue_columns: (transfer none) (array length=n): of "procedure" or "equipment", told by McCatalogueNames. */
const McToldColumn *mc_catalogue_columns (const char *table, gsize *n);

/** mc_catalogue_procedure_agency: (transfer full) (nullable): @names: a McCatalogueNames; so also the next. */
char *mc_catalogue_procedure_agency (gpointer names, gpointer item);
char *mc_catalogue_procedure_field (gpointer names, gpointer item);

G_END_DECLS
