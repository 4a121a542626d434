/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-list-import.h"

G_BEGIN_DECLS

/** McProcedureColumn: what a column of a catalogue of procedures can mean. */
typedef enum
{
  MC_PROCEDURE_COLUMN_NOTHING,
  MC_PROCEDURE_COLUMN_CODE,
  MC_PROCEDURE_COLUMN_NAME,
  MC_PROCEDURE_COLUMN_AGENCY,
  MC_PROCEDURE_COLUMN_FIELD,
  MC_PROCEDURE_COLUMN_RECEIVED,
  MC_PROCEDURE_COLUMN_REASON,
  MC_PROCEDURE_COLUMN_SOURCE,
  MC_PROCEDURE_COLUMN_FROM,
  MC_PROCEDURE_COLUMN_NOTE,
  MC_PROCEDURE_N_COLUMNS,
} McProcedureColumn;

extern const McColumnSet mc_procedure_columns;

#define MC_TYPE_PROCEDURE_IMPORT (mc_procedure_import_get_type ())
G_DECLARE_FINAL_TYPE (McProcedureImport, mc_procedure_import, MC, PROCEDURE_IMPORT, McListImport)

/**
 * mc_procedure_import_new: a catalogue of procedures; what is known (mc_list_import_add_known()) are codes. A procedure
 * that is not received needs a reason (Decree 61/2018 Art 14.5); words that are none of the law's become the note of
 * "other".
 * @from: the first day of procedures for which the list names none
 */
McListImport *mc_procedure_import_new (McDay from);

G_END_DECLS
