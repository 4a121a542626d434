/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * mc_agency_state_text:
 * What an agency's numbers of a day come to, as a sign with a word: "✗ thiếu 1", "◐ chưa có dự phòng", "✓ đủ".
 *
 * @quota: officers it has to send
 * @present: officers who are here
 * @standby: standbys it has named
 * @standby_duty: whether it has to name at least one (Decree 61/2018 Article 12.8 and its successors)
 * @receives: whether it receives dossiers at the centre; one that does not has nothing to fulfil
 *
 * Returns: (transfer full)
 */
char *mc_agency_state_text (int quota, int present, int standby, gboolean standby_duty, gboolean receives);

G_END_DECLS
