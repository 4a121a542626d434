/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-person-private.h"
#include "mc-person.h"
#include "mc-table-row.h"
#include "mc-tour.h"

G_BEGIN_DECLS

#define MC_TYPE_STAFF_IMPORT_ROW (mc_staff_import_row_get_type ())
G_DECLARE_FINAL_TYPE (McStaffImportRow, mc_staff_import_row, MC, STAFF_IMPORT_ROW, GObject)

/**
 * McStaffImportRow:
 * One person of the list. Properties (read-only): `number` (uint, the row in the file), `name`, `agency`, `period`
 * (strings, for the preview), `n-errors` (uint), `known` (McPerson: who is in the register already, or %NULL).
 */
McStaffImportRow *mc_staff_import_row_new (McTableRow *cells);

guint mc_staff_import_row_get_number (McStaffImportRow *self);

/** mc_staff_import_row_get_cells: (transfer none): the row as it was read. */
McTableRow *mc_staff_import_row_get_cells (McStaffImportRow *self);

/** mc_staff_import_row_get_person: (transfer none): unsaved; complete only when the row has no errors. */
McPerson *mc_staff_import_row_get_person (McStaffImportRow *self);

/** mc_staff_import_row_get_private: (transfer none): what the law hides: birth date, identity number, address, own
 * telephone. */
McPersonPrivate *mc_staff_import_row_get_private (McStaffImportRow *self);

/** mc_staff_import_row_has_private: whether the list gave any of it. */
gboolean mc_staff_import_row_has_private (McStaffImportRow *self);

/** mc_staff_import_row_get_tour: (transfer none): unsaved, without person_id. */
McTour *mc_staff_import_row_get_tour (McStaffImportRow *self);

/** mc_staff_import_row_get_field: the field that the person is competent for, or 0. */
gint64 mc_staff_import_row_get_field (McStaffImportRow *self);

/** mc_staff_import_row_get_known: (transfer none) (nullable): who is in the register already under this name, birth
 * date and agency. */
McPerson *mc_staff_import_row_get_known (McStaffImportRow *self);

guint mc_staff_import_row_get_n_errors (McStaffImportRow *self);

/* For McStaffImport. */
void mc_staff_import_row_set_field (McStaffImportRow *self, gint64 field);
void mc_staff_import_row_set_known (McStaffImportRow *self, McPerson *known);
void mc_staff_import_row_set_agency_name (McStaffImportRow *self, const char *name);
void mc_staff_import_row_add_error (McStaffImportRow *self);

G_END_DECLS
