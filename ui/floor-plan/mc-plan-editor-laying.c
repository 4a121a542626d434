/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-plan-editor-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "mc-ask.h"
#include "mc-plan-kinds.h"
#include "mc-plan-property.h"
#include "mc-report.h"

/* What hands do with a background: it is moved and turned where it lies, and scaled by two points that are a known way
 * apart. */

#define STRAIGHT 5.0    /* degrees that a turn by hand falls into, with the pointer near */
#define GRIP_FAR 4.0    /* reaches of the pointer */
#define NUDGE_PAUSE 400 /* milliseconds */

McPlanBackground *
mc_plan_editor_get_background (McPlanEditor *self)
{
  McLiveList *list = mc_plan_feed_get_backgrounds (self->feed);

  return list && self->background ? mc_live_list_get_by_id (list, self->background) : NULL;
}

void
mc_plan_editor_lay (McPlanEditor *self, gint64 background, McPlanTool tool)
{
  McPlanBackground *chosen;

  self->background = background;
  chosen = mc_plan_editor_get_background (self);
  if (tool != MC_PLAN_TOOL_SELECT && chosen && chosen->locked)
    {
      mc_report_toast (GTK_WIDGET (self->canvas), _ ("This background is locked."));
      tool = MC_PLAN_TOOL_SELECT;
    }
  mc_plan_editor_take_tool (self, tool, self->kind);
}

static gboolean
get_units (McPlanEditor *self, McRect *units)
{
  McPlanPicture picture;

  return mc_plan_feed_find_picture (self->feed, self->background, &picture) &&
         mc_plan_picture_get_units (&picture, units);
}

gboolean
mc_plan_editor_lay_corners (McPlanEditor *self, McPoint corners[4], McPoint *grip)
{
  McPlanBackground *shown = self->laid ? self->laid : mc_plan_editor_get_background (self);
  double far = GRIP_FAR * mc_plan_editor_get_reach (self), angle;
  McPoint top;
  McRect units;

  if (!shown || !get_units (self, &units))
    return FALSE;
  mc_plan_background_corners (shown, &units, corners);
  top = (McPoint){ (corners[0].x + corners[1].x) / 2, (corners[0].y + corners[1].y) / 2 };
  angle = (shown->rotation - 90) * G_PI / 180;
  *grip = (McPoint){ top.x + far * cos (angle), top.y + far * sin (angle) };
  return TRUE;
}

void
mc_plan_editor_commit_background (McPlanEditor *self, const char *label, McPlanBackground *after)
{
  g_autoptr (McPlanBackground) taken = after;
  McLiveList *list = mc_plan_feed_get_backgrounds (self->feed);
  McPlanBackground *before = list ? mc_live_list_get_by_id (list, mc_entity_get_id (MC_ENTITY (after))) : NULL;
  g_autoptr (McChange) change = mc_change_new (label);

  if (!before || mc_entity_equal (MC_ENTITY (before), MC_ENTITY (taken)))
    return;
  mc_change_update (change, MC_ENTITY (before), MC_ENTITY (taken));
  mc_plan_editor_commit (self, change, NULL);
}

/* --- The pointer --- */

gboolean
mc_plan_editor_lay_press (McPlanEditor *self, McPoint at, double reach)
{
  McPlanBackground *background = mc_plan_editor_get_background (self);
  McPoint corners[4], grip;

  if (!background || !mc_plan_editor_lay_corners (self, corners, &grip))
    return FALSE;
  self->turning = mc_plan_distance (grip, at) <= reach;
  self->laying = self->turning || mc_plan_points_contain (corners, G_N_ELEMENTS (corners), at);
  if (!self->laying)
    return FALSE;
  g_clear_handle_id (&self->lay_source, g_source_remove);
  g_set_object (&self->laid, NULL);
  self->start = at;
  return TRUE;
}

gboolean
mc_plan_editor_lay_motion (McPlanEditor *self, McPoint at)
{
  McPlanBackground *background = mc_plan_editor_get_background (self);
  McPoint corners[4], grip, middle;
  McRect units;

  if (!self->laying || !background || !get_units (self, &units))
    return FALSE;
  g_clear_object (&self->laid);
  self->laid = mc_entity_clone (background);
  if (!self->turning)
    mc_plan_background_move (self->laid, at.x - self->start.x, at.y - self->start.y);
  else if (mc_plan_editor_lay_corners (self, corners, &grip))
    {
      double turn;

      middle = (McPoint){ (corners[0].x + corners[2].x) / 2, (corners[0].y + corners[2].y) / 2 };
      turn = background->rotation + mc_plan_angle (middle, at) - mc_plan_angle (middle, self->start);
      /* A scan is rarely straight: it stops near the straight ways only. */
      if (fabs (turn - round (turn / 90) * 90) < STRAIGHT / 4)
        turn = round (turn / 90) * 90;
      mc_plan_background_rotate (self->laid, &units, turn - background->rotation);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
  return TRUE;
}

static void
commit_laid (McPlanEditor *self)
{
  McPlanBackground *before = mc_plan_editor_get_background (self);
  gboolean turned;

  if (!self->laid || !before)
    return;
  turned = fabs (self->laid->rotation - before->rotation) > 1e-9;
  mc_plan_editor_commit_background (self, turned ? _ ("Turn the background") : _ ("Move the background"),
                                    g_object_ref (self->laid));
}

gboolean
mc_plan_editor_lay_release (McPlanEditor *self)
{
  if (!self->laying)
    return FALSE;
  self->laying = self->turning = FALSE;
  commit_laid (self);
  return TRUE;
}

/* --- The keyboard --- */

static gboolean
lay_cb (gpointer data)
{
  McPlanEditor *self = data;

  self->lay_source = 0;
  commit_laid (self);
  return G_SOURCE_REMOVE;
}

gboolean
mc_plan_editor_lay_nudge (McPlanEditor *self, double dx, double dy, double degrees)
{
  McPlanBackground *background = mc_plan_editor_get_background (self);
  McRect units;

  if (!background || !get_units (self, &units))
    return FALSE;
  if (!self->laid)
    self->laid = mc_entity_clone (background);
  mc_plan_background_move (self->laid, dx, dy);
  if (fabs (degrees) > 0)
    mc_plan_background_rotate (self->laid, &units, degrees);
  g_clear_handle_id (&self->lay_source, g_source_remove);
  self->lay_source = g_timeout_add (NUDGE_PAUSE, lay_cb, self);
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
  return TRUE;
}

/* --- Two points --- */

typedef struct
{
  McPlanEditor *editor;
  McPoint from, to;
} Scaling;

static void
scaling_free (gpointer data)
{
  Scaling *scaling = data;

  g_object_unref (scaling->editor);
  g_free (scaling);
}

static DexFuture *
scaling_fiber (gpointer data)
{
  Scaling *scaling = data;
  McPlanEditor *self = scaling->editor;
  g_autofree char *shown = mc_plan_format_length (mc_plan_distance (scaling->from, scaling->to));
  g_autofree char *body =
      g_strdup_printf (_ ("As the background lies now they are %s apart. The first point stays where it is."), shown);
  g_autofree char *text = dex_await_string (mc_ask_text (GTK_WIDGET (self->canvas), _ ("How Far Apart Are the Points?"),
                                                         body, _ ("Distance in truth (m)"), _ ("_Scale"), FALSE),
                                            NULL);
  McPlanBackground *background = text && self->page ? mc_plan_editor_get_background (self) : NULL;
  g_autoptr (McPlanBackground) after = background ? mc_entity_clone (background) : NULL;

  if (!after)
    return dex_future_new_for_boolean (FALSE);
  if (mc_plan_background_calibrate (after, scaling->from, scaling->to, mc_plan_read_number (text)))
    mc_plan_editor_commit_background (self, _ ("Scale the background by two points"), g_steal_pointer (&after));
  else
    mc_report_toast (GTK_WIDGET (self->canvas), _ ("The distance must be a number of metres above 0."));
  return dex_future_new_for_boolean (TRUE);
}

void
mc_plan_editor_ask_distance (McPlanEditor *self)
{
  Scaling *scaling = g_new0 (Scaling, 1);

  scaling->editor = g_object_ref (self);
  scaling->from = g_array_index (self->points, McPoint, 0);
  scaling->to = g_array_index (self->points, McPoint, 1);
  mc_plan_editor_take_tool (self, MC_PLAN_TOOL_LAY, self->kind);
  dex_future_disown (dex_scheduler_spawn (NULL, 0, scaling_fiber, scaling, scaling_free));
}
