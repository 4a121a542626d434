/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_STANDING_EFFECT (mc_standing_effect_get_type ())
G_DECLARE_FINAL_TYPE (McStandingEffect, mc_standing_effect, MC, STANDING_EFFECT, GObject)

/**
 * McStandingEffect:
 * What an absence does to counters by their standing assignments: what can be said where no roster has been published.
 */
McStandingEffect *mc_standing_effect_new (McSession *session, McDay day);

/** mc_standing_effect_dup: (transfer full): a sentence for each counter of the person on @day; empty if there is none,
 * or while the lists are loading. */
char *mc_standing_effect_dup (McStandingEffect *self, gint64 person, McDay day);

G_END_DECLS
