/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mc-day.h"

G_BEGIN_DECLS

#define MC_TYPE_LEGAL_FRAME (mc_legal_frame_get_type ())
G_DECLARE_FINAL_TYPE (McLegalFrame, mc_legal_frame, MC, LEGAL_FRAME, GObject)

/**
 * McLegalFrame:
 * What a dialog for an act with legal weight tells before the button is pressed. All texts are translated.
 *
 * Properties (read-only): `citation` ("Decree 118/2025, Article 11.4"), `rule` (the rule in one sentence), `earliest`,
 * `latest`, `suggested` (int, McDay; MC_DAY_NONE when the law sets none): the range and the default of the act's date,
 * `consequences` (string vector: what will happen in the register), `blocked` (%NULL, or why it cannot be done at all).
 */
const char *mc_legal_frame_get_citation (McLegalFrame *self);
const char *mc_legal_frame_get_rule (McLegalFrame *self);
McDay mc_legal_frame_get_earliest (McLegalFrame *self);
McDay mc_legal_frame_get_latest (McLegalFrame *self);
McDay mc_legal_frame_get_suggested (McLegalFrame *self);
const char *const *mc_legal_frame_get_consequences (McLegalFrame *self);
const char *mc_legal_frame_get_blocked (McLegalFrame *self);

/**
 * mc_legal_frame_judge_date:
 * Returns: (transfer full) (nullable): what is wrong with @day by the law, or %NULL when it lies in the range. A day
 *   outside the range is a warning: the law has exceptions that a decision can name.
 */
char *mc_legal_frame_judge_date (McLegalFrame *self, McDay day);

G_END_DECLS
