/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-canvas-private.h"

enum
{
  ACTIVATE,
  TOGGLE,
  CONTEXT,
  DROP,
  TOOL_PRESS,
  TOOL_MOTION,
  TOOL_RELEASE,
  TOOL_CANCEL,
  VIEW_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static guint
new_question (const char *name, guint n, ...)
{
  va_list types;
  guint id;

  va_start (types, n);
  id = g_signal_new_valist (name, MC_TYPE_CANVAS, G_SIGNAL_RUN_LAST, NULL, g_signal_accumulator_true_handled, NULL,
                            NULL, G_TYPE_BOOLEAN, n, types);
  va_end (types);
  return id;
}

void
mc_canvas_signals_install (void)
{
  const GType d = G_TYPE_DOUBLE, s = G_TYPE_STRING, modifiers = GDK_TYPE_MODIFIER_TYPE;

  signals[ACTIVATE] = new_question ("activate", 1, s);
  signals[TOGGLE] = new_question ("toggle", 1, s);
  signals[CONTEXT] = new_question ("context", 3, s, d, d);
  signals[DROP] = new_question ("drop", 2, s, s);
  signals[TOOL_PRESS] = new_question ("tool-press", 5, d, d, G_TYPE_INT, G_TYPE_UINT, modifiers);
  signals[TOOL_MOTION] = new_question ("tool-motion", 3, d, d, modifiers);
  signals[TOOL_RELEASE] = new_question ("tool-release", 3, d, d, modifiers);
  signals[TOOL_CANCEL] =
      g_signal_new ("tool-cancel", MC_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[VIEW_CHANGED] =
      g_signal_new ("view-changed", MC_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

gboolean
mc_canvas_emit_activate (McCanvas *self, const char *key)
{
  gboolean taken = FALSE;

  g_signal_emit (self, signals[ACTIVATE], 0, key, &taken);
  return taken;
}

gboolean
mc_canvas_emit_toggle (McCanvas *self, const char *key)
{
  gboolean taken = FALSE;

  g_signal_emit (self, signals[TOGGLE], 0, key, &taken);
  return taken;
}

gboolean
mc_canvas_emit_context (McCanvas *self, const char *key, double x, double y)
{
  gboolean taken = FALSE;

  g_signal_emit (self, signals[CONTEXT], 0, key, x, y, &taken);
  return taken;
}

gboolean
mc_canvas_emit_drop (McCanvas *self, const char *key, const char *payload)
{
  gboolean taken = FALSE;

  g_signal_emit (self, signals[DROP], 0, key, payload, &taken);
  return taken;
}

gboolean
mc_canvas_emit_press (McCanvas *self, McPoint at, int n_press, guint button, GdkModifierType modifiers)
{
  gboolean taken = FALSE;

  g_signal_emit (self, signals[TOOL_PRESS], 0, at.x, at.y, n_press, button, modifiers, &taken);
  return taken;
}

gboolean
mc_canvas_emit_motion (McCanvas *self, McPoint at, GdkModifierType modifiers)
{
  gboolean taken = FALSE;

  g_signal_emit (self, signals[TOOL_MOTION], 0, at.x, at.y, modifiers, &taken);
  return taken;
}

void
mc_canvas_emit_release (McCanvas *self, McPoint at, GdkModifierType modifiers)
{
  gboolean taken = FALSE;

  g_signal_emit (self, signals[TOOL_RELEASE], 0, at.x, at.y, modifiers, &taken);
}

void
mc_canvas_emit_cancel (McCanvas *self)
{
  g_signal_emit (self, signals[TOOL_CANCEL], 0);
}

void
mc_canvas_emit_view_changed (McCanvas *self)
{
  g_signal_emit (self, signals[VIEW_CHANGED], 0);
}
