/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-duty-ledger.h"
#include "mc-finding.h"
#include "mc-leave-balance.h"

G_BEGIN_DECLS

/**
 * mc_leave_needs_home_word:
 * Whether the home agency has to agree, too: leave longer than what the centre decides alone (topic `leave.home_word`),
 * but not sickness and work elsewhere.
 */
gboolean mc_leave_needs_home_word (McRuleBook *book, McWorkCalendar *calendar, const McLeaveItem *item);

/**
 * mc_leave_check:
 * @facts: of the person; the absence that is judged may be among the items
 * @credits: (nullable): of McDutyCredit
 * @item: the absence, saved or not
 * @as_of: today
 *
 * What the law and the house rules say against an absence, each with its article. Codes: `leave.annual`,
 * `leave.compensatory` (more than there is), `leave.personal_paid`, `leave.personal_unpaid`, `leave.maternity` (longer
 * than the law gives), `leave.sick` (more days in the year than insurance pays), `leave.home_word` (who has to agree).
 *
 * Returns: (transfer full) (element-type McFinding): warnings and notes
 */
GPtrArray *mc_leave_check (const McLeaveFacts *facts, GListModel *credits, const McLeaveItem *item, McDay as_of);

G_END_DECLS
