/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mc-canvas.h"

typedef struct
{
  GtkWindow *window;
  McCanvas *canvas;
  char *key; /* what the last signal told */
  char *payload;
  guint count;
} CanvasFixture;

/** canvas_fixture_make_scene: a chief, three under her (two unless @whole), one of whom has one below; @shift moves all
 * but the chief to the right. */
McScene *canvas_fixture_make_scene (double shift, gboolean whole);

void canvas_fixture_set_up (CanvasFixture *fixture, gconstpointer data);
void canvas_fixture_tear_down (CanvasFixture *fixture, gconstpointer data);

/** canvas_fixture_spin: lets the main loop run. canvas_fixture_settle: until nothing moves and all is painted. */
void canvas_fixture_spin (guint milliseconds);
void canvas_fixture_settle (CanvasFixture *fixture);
