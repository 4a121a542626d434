/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-finding.h"

G_BEGIN_DECLS

#define MC_TYPE_FINDING_ROW (mc_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (McFindingRow, mc_finding_row, MC, FINDING_ROW, AdwBin)

/**
 * McFindingRow:
 * One finding in a list: sign and word of its severity, the sentence, whom it is about and by which article, until
 * when, and the remedy as a button.
 *
 * Properties: "finding" (McFinding, nullable); "show-subject" (whether it names the person and the agency; off on a
 * page that is about them).
 */
void mc_finding_row_set_finding (McFindingRow *self, McFinding *finding);

/** mc_finding_row_create: a GtkListBoxCreateWidgetFunc for lists on the page of the subject: the row says the finding.
 */
GtkWidget *mc_finding_row_create (gpointer finding, gpointer user_data);

/** mc_finding_severity_sign, _class: (transfer none): how a severity is marked wherever findings stand; never by colour
 * alone. */
const char *mc_finding_severity_sign (McFindingSeverity severity);
const char *mc_finding_severity_class (McFindingSeverity severity);

G_END_DECLS
