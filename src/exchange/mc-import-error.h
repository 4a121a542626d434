/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MC_TYPE_IMPORT_ERROR (mc_import_error_get_type ())
G_DECLARE_FINAL_TYPE (McImportError, mc_import_error, MC, IMPORT_ERROR, GObject)

/**
 * McImportError:
 * One bad cell. Properties (construct-only): `row` (uint, from 1; 0: the whole table), `column` (string, "C"; "" for
 * the whole row), `header` (string, as written), `value` (string, as read), `reason` (string, a sentence for people).
 */
McImportError *
mc_import_error_new (guint row, const char *column, const char *header, const char *value, const char *reason);

guint mc_import_error_get_row (McImportError *self);
const char *mc_import_error_get_column (McImportError *self);
const char *mc_import_error_get_header (McImportError *self);
const char *mc_import_error_get_value (McImportError *self);
const char *mc_import_error_get_reason (McImportError *self);

/** mc_import_error_format: (transfer full): in one line: `C5 (Ngày sinh) "31/02/1990": …`. */
char *mc_import_error_format (McImportError *self);

G_END_DECLS
