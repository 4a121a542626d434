/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-column-set.h"

G_BEGIN_DECLS

/**
 * McStaffColumn:
 * What a column of a staff list can mean. @MC_STAFF_NAME_BEGIN and @MC_STAFF_NAME_END are for lists that
 * write family and middle names in one column and the given name in the next.
 */
typedef enum
{
  MC_STAFF_NOTHING,
  MC_STAFF_FULL_NAME,
  MC_STAFF_NAME_BEGIN,
  MC_STAFF_NAME_END,
  MC_STAFF_BIRTH_DATE,
  MC_STAFF_SEX,
  MC_STAFF_AGENCY,
  MC_STAFF_RANK,
  MC_STAFF_EMPLOYMENT,
  MC_STAFF_KIND,
  MC_STAFF_ROLE,
  MC_STAFF_FROM,
  MC_STAFF_UNTIL,
  MC_STAFF_DECISION_NO,
  MC_STAFF_DECISION_DATE,
  MC_STAFF_SIGNER,
  MC_STAFF_PHONE,
  MC_STAFF_EMAIL,
  MC_STAFF_FIELD,
  MC_STAFF_JOINED,
  MC_STAFF_IDENTITY_NO,
  MC_STAFF_ADDRESS,
  MC_STAFF_PRIVATE_PHONE,
  MC_STAFF_NOTE,
  MC_STAFF_N_COLUMNS,
} McStaffColumn;

/** mc_staff_columns: the columns of a staff list. A name may stand in one column or in two. */
extern const McColumnSet mc_staff_columns;

/** mc_staff_column_key: the stable name in JSON and on the command line, such as "full_name". */
const char *mc_staff_column_key (McStaffColumn column);

/** mc_staff_column_label: what people call it (translated). */
const char *mc_staff_column_label (McStaffColumn column);

/** mc_staff_column_is_day: whether its cells are days. */
gboolean mc_staff_column_is_day (McStaffColumn column);

/**
 * mc_staff_column_guess:
 * @header: the text of a header cell, Vietnamese or English
 * @rating: (out): 0 (no idea) to 100 (exactly one of its names)
 *
 * Returns: the likeliest meaning
 */
McStaffColumn mc_staff_column_guess (const char *header, guint *rating);

G_END_DECLS
