/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-person.h"

G_BEGIN_DECLS

/**
 * mc_honorific:
 * @within: whether it stands within a sentence
 *
 * How papers, which are in Vietnamese, call a person before the name; who has not stated a sex is "Ông".
 *
 * Returns: (transfer none): "Ông", "Bà", "ông" or "bà"
 */
const char *mc_honorific (McSex sex, gboolean within);

G_END_DECLS
