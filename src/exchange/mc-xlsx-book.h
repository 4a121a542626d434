/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-zip.h"

G_BEGIN_DECLS

/**
 * McXlsxBook:
 * @sheets: (element-type utf8): names of the visible worksheets
 * @parts: (element-type utf8): the ZIP part of each
 * @strings: (element-type utf8): shared strings, by index
 * @is_date: (element-type gboolean): by cell style, whether it shows a day
 * @date1904: serial numbers count from 1904
 *
 * What stands in a workbook beside the sheets themselves.
 */
typedef struct
{
  GPtrArray *sheets;
  GPtrArray *parts;
  GPtrArray *strings;
  GArray *is_date;
  gboolean date1904;
} McXlsxBook;

/** mc_xlsx_book_load: (transfer full): follows the package's relations, as part names are free. */
McXlsxBook *mc_xlsx_book_load (McZip *zip, GError **error);
void mc_xlsx_book_free (McXlsxBook *self);

/** mc_xlsx_format_is_date: whether a number format ("dd/mm/yyyy") shows a day. */
gboolean mc_xlsx_format_is_date (const char *format);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McXlsxBook, mc_xlsx_book_free)

G_END_DECLS
