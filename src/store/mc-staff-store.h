/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-store.h"

G_BEGIN_DECLS

/** mc_staff_store_list: a future of a GPtrArray of McStaffEntry: who is at the centre on @day, by name. */
DexFuture *mc_staff_store_list (McStore *store, McDay day);

/**
 * mc_staff_store_find_duplicates:
 * @full_name: accents and case do not matter
 * @birth_date: MC_DAY_NONE if it is not known
 * @agency_id: 0 if it is not known
 *
 * Who is already there under such a name, birth date and agency. The comparison
 * of birth dates happens in the database: nothing sensitive is told.
 *
 * Returns: (transfer full): a future of a GPtrArray of McPerson
 */
DexFuture *mc_staff_store_find_duplicates (McStore *store, const char *full_name, McDay birth_date, gint64 agency_id);

G_END_DECLS
