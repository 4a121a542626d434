/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-evaluation-actions.h"
#include "mc-scheme-draft.h"
#include "session-fixture.h"

G_BEGIN_DECLS

/* Evaluations on the desks of the session's tests. All on a fiber. */

/** evaluation_desk_open: opens the slips of a month that is over, four months ago. Returns: the cycle */
gint64 evaluation_desk_open (McSession *session);

/** evaluation_desk_find: (transfer full): one of a cycle, as @list, of all evaluations, has it. */
McEvaluation *evaluation_desk_find (McLiveList *list, gint64 cycle);

/** evaluation_desk_criterion: (transfer full): by its code in a scheme; the leader may give points of "order". */
McEvaluationCriterion *evaluation_desk_criterion (McSession *session, gint64 scheme, const char *code);

/** evaluation_desk_draft: (transfer full): of the latest version of the scheme @code, as the database has it. */
McSchemeDraft *evaluation_desk_draft (McSession *session, const char *code);

G_END_DECLS
