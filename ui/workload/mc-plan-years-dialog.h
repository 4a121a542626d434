/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-session.h"

G_BEGIN_DECLS

/** mc_plan_years_dialog_new: the dossiers of 2018 to 2021 in the founding plan, with shares as it prints them and as
 * they compute. */
AdwDialog *mc_plan_years_dialog_new (McSession *session);

G_END_DECLS
