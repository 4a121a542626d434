/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-serving.h"
#include "mc-session.h"

G_BEGIN_DECLS

#define MC_TYPE_SERVING_VIEW (mc_serving_view_get_type ())
G_DECLARE_FINAL_TYPE (McServingView, mc_serving_view, MC, SERVING_VIEW, GObject)

/**
 * McServingView:
 * Who may serve what on a day, following the database.
 *
 * Property (read-only, notifying): `ready` (bool). Signal `changed` (): mc_serving_view_get() gives another answer now.
 */
McServingView *mc_serving_view_new (McSession *session, McDay day);

gboolean mc_serving_view_get_ready (McServingView *self);

/** mc_serving_view_get: (transfer none): good until the next `changed`; empty as long as nothing was read. */
McServing *mc_serving_view_get (McServingView *self);

/** mc_serving_view_get_competence: (transfer none) (nullable): the row that makes the person competent on the day. */
gpointer mc_serving_view_get_competence (McServingView *self, gint64 person, gint64 field);

G_END_DECLS
