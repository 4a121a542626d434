/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MC_TYPE_TEST_STEP (mc_test_step_get_type ())
G_DECLARE_FINAL_TYPE (McTestStep, mc_test_step, MC, TEST_STEP, GObject)

/** McTestOutcome: @MC_TEST_SKIPPED: an earlier step failed, so this one was not tried. */
typedef enum
{
  MC_TEST_OK,
  MC_TEST_WARNING,
  MC_TEST_FAILED,
  MC_TEST_SKIPPED,
} McTestOutcome;

/**
 * McTestStep:
 * One step of the connection test. Properties (read-only): `title`, `outcome` (int), `detail` (what was found),
 * `remedy` (what to do, or %NULL).
 */
const char *mc_test_step_get_title (McTestStep *self);
McTestOutcome mc_test_step_get_outcome (McTestStep *self);
const char *mc_test_step_get_detail (McTestStep *self);

G_END_DECLS
