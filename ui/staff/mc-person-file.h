/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-person-register.h"

G_BEGIN_DECLS

#define MC_TYPE_PERSON_FILE (mc_person_file_get_type ())
G_DECLARE_FINAL_TYPE (McPersonFile, mc_person_file, MC, PERSON_FILE, AdwBin)

/**
 * McPersonFile:
 * What the law lets the centre do with a person's data (Law 91/2025): look at what is hidden, after saying what for;
 * write it; hand the person a copy of everything; remove it after the term.
 */

/** mc_person_file_show: @registry: (nullable): whose; what was shown of somebody else is forgotten. */
void mc_person_file_show (McPersonFile *self, McPersonRegister *registry);

G_END_DECLS
