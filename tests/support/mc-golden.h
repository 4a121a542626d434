/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-scene.h"
#include "mc-sheets.h"

G_BEGIN_DECLS

/**
 * A test program of the `golden` suite:
 *
 *     static McScene *make_forty (void) { … }          // (transfer full), sealed
 *
 *     int main (int argc, char *argv[])
 *     {
 *       mc_golden_init (&argc, &argv);
 *       mc_golden_add_scene ("org-chart-forty", make_forty, 1);
 *       return g_test_run ();
 *     }
 *
 * and its line in tests/golden/meson.build. It runs once for each language. Each drawing is compared with
 * tests/golden/images/NAME-PALETTE-LANGUAGE.png; where they differ, the new image and the difference are written to
 * golden/ of the build and named in the failure. `tests/golden/run --update` writes the images anew: look at them.
 */
void mc_golden_init (int *argc, char ***argv);

/** mc_golden_set_language: @name: static: the pictures of this language are wanted whatever that of the screen is. */
void mc_golden_set_language (const char *name);

/** mc_golden_add_scene: a drawing in all four palettes, at @zoom pixels a point. */
void mc_golden_add_scene (const char *name, McScene *(*make) (void), double zoom);

/** mc_golden_add_paper: (transfer full) all sheets in their own palette, at @zoom pixels a point. */
void mc_golden_add_paper (const char *name, McSheets *(*make) (void), double zoom);

G_END_DECLS
