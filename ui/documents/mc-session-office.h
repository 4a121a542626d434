/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-paper-office.h"
#include "mc-session.h"

G_BEGIN_DECLS

/** mc_session_office_new: (transfer full): what papers share, from the settings of the session's centre. */
McPaperOffice *mc_session_office_new (McSession *session);

G_END_DECLS
