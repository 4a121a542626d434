/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-person-register.h"

G_BEGIN_DECLS

#define MC_TYPE_PERSON_LEAVE (mc_person_leave_get_type ())
G_DECLARE_FINAL_TYPE (McPersonLeave, mc_person_leave, MC, PERSON_LEAVE, AdwPreferencesGroup)

/** mc_person_leave_show: what leave the person has on the day of @registry, and what it is made of. %NULL: nobody. */
void mc_person_leave_show (McPersonLeave *self, McPersonRegister *registry);

G_END_DECLS
