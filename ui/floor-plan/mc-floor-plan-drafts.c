/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-floor-plan-drafts.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <libdex.h>

#include "mc-ask.h"
#include "mc-assign-dialog.h"
#include "mc-commit-result.h"
#include "mc-commit.h"
#include "mc-dxf-writer.h"
#include "mc-error.h"
#include "mc-file-write.h"
#include "mc-floor-plan-actions.h"
#include "mc-plan-floors.h"
#include "mc-report.h"

typedef struct
{
  GtkWidget *from;
  McSession *session;
  gint64 source; /* 0: an empty plan */
  gboolean has_floor;
  McDay since;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->from);
  g_object_unref (job->session);
  g_free (job);
}

static void
add_layer (McChange *change, McFloorPlan *plan, const char *name, int order)
{
  g_autoptr (McPlanLayer) layer = mc_plan_layer_new ();

  layer->name = g_strdup (name);
  layer->sort_order = order;
  layer->visible = TRUE;
  mc_change_insert (change, MC_ENTITY (layer));
  mc_change_link (change, MC_ENTITY (layer), "floor_plan_id", MC_ENTITY (plan));
}

/* A sheet with the layers that a plan usually has. */
static DexFuture *
begin_plan (Job *job, const char *name)
{
  g_autoptr (McChange) change = mc_change_new (_ ("Begin a floor plan"));
  g_autoptr (McFloorPlan) plan = mc_floor_plan_new ();

  plan->name = g_strdup (name);
  plan->during = (McPeriod){ job->since, MC_DAY_NONE };
  mc_change_insert (change, MC_ENTITY (plan));
  add_layer (change, plan, _ ("Areas"), 1);
  add_layer (change, plan, _ ("Walls"), 2);
  add_layer (change, plan, _ ("Furniture"), 3);
  add_layer (change, plan, _ ("Counters"), 4);
  add_layer (change, plan, _ ("Words"), 5);
  if (!job->has_floor)
    {
      g_autoptr (McFloor) ground = mc_floor_new ();

      ground->code = g_strdup ("T1");
      ground->name = g_strdup (_ ("Ground floor"));
      mc_change_insert (change, MC_ENTITY (ground));
    }
  return mc_commit (job->from, job->session, change);
}

static DexFuture *
draft_fiber (gpointer data)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *target = NULL;
  g_autofree char *name = dex_await_string (
      mc_ask_text (
          job->from, _ ("New Draft"),
          job->source
              ? _ ("A copy of this plan, to be changed at will. What is in force stays until the draft is adopted.")
              : _ ("An empty plan, to be drawn. It shows nothing to others until it is adopted."),
          _ ("Name"), _ ("_Begin"), FALSE),
      NULL);
  gint64 id;

  if (!name)
    return dex_future_new_for_boolean (FALSE);
  if (!job->source)
    {
      dex_await (begin_plan (job, name), NULL); /* has shown what went wrong itself */
      return dex_future_new_for_boolean (TRUE);
    }
  id = dex_await_int64 (mc_session_copy_floor_plan (job->session, job->source, name, job->since), &error);
  if (error)
    {
      mc_report_error (job->from, _ ("The draft could not be made."), error);
      return dex_future_new_for_boolean (FALSE);
    }
  target = g_strdup_printf ("floor-plan/%" G_GINT64_FORMAT, id);
  gtk_widget_activate_action (job->from, "win.open-target", "s", target);
  return dex_future_new_for_boolean (TRUE);
}

void
mc_floor_plan_new_draft (GtkWidget *from, McPlanFeed *feed, McDay since)
{
  McSession *session = mc_plan_feed_get_session (feed);
  McFloorPlan *plan = mc_plan_feed_get_plan (feed);
  Job *job;

  if (!session)
    return;
  job = g_new0 (Job, 1);
  job->from = g_object_ref (from);
  job->session = g_object_ref (session);
  job->source = plan ? mc_entity_get_id (MC_ENTITY (plan)) : 0;
  job->has_floor = mc_plan_feed_get_floor (feed) != NULL;
  job->since = since;
  dex_future_disown (dex_scheduler_spawn (NULL, 0, draft_fiber, job, job_free));
}

static void
adopt_cb (AdwAlertDialog *dialog, const char *response, gpointer data)
{
  McPlanFeed *feed = data;
  McFloorPlan *plan = mc_plan_feed_get_plan (feed);
  McDay since = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (dialog), "since"));
  g_autoptr (McChange) change = NULL;

  if (g_strcmp0 (response, "adopt") != 0 || !plan || !mc_plan_feed_get_session (feed))
    return;
  change = mc_floor_plan_change_adopt (G_LIST_MODEL (mc_plan_feed_get_plans (feed)), plan, since);
  dex_future_disown (mc_commit (GTK_WIDGET (dialog), mc_plan_feed_get_session (feed), change));
}

void
mc_floor_plan_adopt (GtkWidget *from, McPlanFeed *feed, McDay since)
{
  McFloorPlan *plan = mc_plan_feed_get_plan (feed);
  g_autofree char *day = mc_day_format (since);
  g_autofree char *heading = plan ? g_strdup_printf (_ ("Adopt “%s”?"), plan->name) : NULL;
  g_autofree char *body = g_strdup_printf (_ ("It is in force from %s on. The plan of today ends the day before and is "
                                              "kept; an adopted plan cannot be changed any more."),
                                           day);
  AdwDialog *dialog;

  if (!plan)
    return;
  dialog = adw_alert_dialog_new (heading, body);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "adopt", _ ("_Adopt"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "adopt", ADW_RESPONSE_SUGGESTED);
  g_object_set_data (G_OBJECT (dialog), "since", GINT_TO_POINTER (since));
  g_signal_connect_object (dialog, "response", G_CALLBACK (adopt_cb), feed, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, from);
}

/* --- Its name, and its end --- */

typedef struct
{
  GtkWidget *from;
  McPlanFeed *feed;
} Errand;

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  g_object_unref (errand->from);
  g_object_unref (errand->feed);
  g_free (errand);
}

static void
run_errand (GtkWidget *from, McPlanFeed *feed, DexFiberFunc func)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->from = g_object_ref (from);
  errand->feed = g_object_ref (feed);
  dex_future_disown (dex_scheduler_spawn (NULL, 0, func, errand, errand_free));
}

static DexFuture *
rename_fiber (gpointer data)
{
  Errand *errand = data;
  McFloorPlan *plan = mc_plan_feed_get_plan (errand->feed);
  g_autoptr (McFloorPlan) before = plan ? mc_entity_clone (plan) : NULL;
  g_autoptr (McFloorPlan) after = plan ? mc_entity_clone (plan) : NULL;
  g_autoptr (McChange) change = mc_change_new (_ ("Rename the draft"));
  g_autofree char *name = before ? dex_await_string (mc_ask_text (errand->from, _ ("Rename the Draft"), before->name,
                                                                  _ ("Name"), _ ("_Rename"), FALSE),
                                                     NULL)
                                 : NULL;

  if (!name || !mc_plan_feed_get_session (errand->feed))
    return dex_future_new_for_boolean (FALSE);
  g_set_str (&after->name, name);
  mc_change_update (change, MC_ENTITY (before), MC_ENTITY (after));
  return mc_commit (errand->from, mc_plan_feed_get_session (errand->feed), change);
}

void
mc_floor_plan_rename (GtkWidget *from, McPlanFeed *feed)
{
  run_errand (from, feed, rename_fiber);
}

static void
delete_cb (AdwAlertDialog *dialog, const char *response, gpointer data)
{
  McPlanFeed *feed = data;
  McFloorPlan *plan = mc_plan_feed_get_plan (feed);
  gint64 id = *(gint64 *)g_object_get_data (G_OBJECT (dialog), "draft");
  g_autoptr (McChange) change = NULL;
  g_autofree char *label = NULL;

  /* Another version may have come under the dialog. */
  if (g_strcmp0 (response, "delete") != 0 || !plan || mc_entity_get_id (MC_ENTITY (plan)) != id ||
      !mc_plan_feed_get_session (feed))
    return;
  label = g_strdup_printf (_ ("Delete the draft %s"), plan->name);
  change = mc_change_new (label);
  mc_change_delete (change, MC_ENTITY (plan));
  mc_change_set_final (change); /* what is drawn on it goes with it */
  dex_future_disown (mc_commit (GTK_WIDGET (dialog), mc_plan_feed_get_session (feed), change));
}

void
mc_floor_plan_delete (GtkWidget *from, McPlanFeed *feed)
{
  McFloorPlan *plan = mc_plan_feed_get_plan (feed);
  g_autofree char *heading = plan ? g_strdup_printf (_ ("Delete “%s”?"), plan->name) : NULL;
  gint64 id = plan ? mc_entity_get_id (MC_ENTITY (plan)) : 0;
  AdwDialog *dialog;

  if (!plan)
    return;
  dialog = adw_alert_dialog_new (
      heading, _ ("All that is drawn on this draft goes with it, on every floor, and cannot be brought back. The plan "
                  "in force and other drafts stay as they are."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "delete", _ ("_Delete"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "delete", ADW_RESPONSE_DESTRUCTIVE);
  g_object_set_data_full (G_OBJECT (dialog), "draft", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (delete_cb), feed, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, from);
}

/* --- Floors --- */

/* "T3" for the third from the ground up, "H1" for the first below (hầm); another where that is taken. */
static char *
dup_free_code (GPtrArray *floors, int level)
{
  for (int number = level < 0 ? -level : level + 1;; number++)
    {
      g_autofree char *code = g_strdup_printf (level < 0 ? "H%d" : "T%d", number);
      gboolean taken = FALSE;

      for (guint i = 0; i < floors->len; i++)
        taken |= g_strcmp0 (MC_FLOOR (g_ptr_array_index (floors, i))->code, code) == 0;
      if (!taken)
        return g_steal_pointer (&code);
    }
}

static DexFuture *
add_floor (Errand *errand, gboolean above)
{
  g_autoptr (GPtrArray) floors = mc_plan_floors_dup_sorted (errand->feed);
  McFloor *edge = floors->len == 0 ? NULL : g_ptr_array_index (floors, above ? floors->len - 1 : 0);
  g_autoptr (McChange) change = mc_change_new (_ ("Add a floor"));
  g_autoptr (McFloor) floor = mc_floor_new ();
  g_autoptr (GObject) result = NULL;
  g_autofree char *name = dex_await_string (
      mc_ask_text (errand->from, above ? _ ("Add a Floor Above") : _ ("Add a Floor Below"),
                   _ ("It belongs to the building: every version of the plan has it, with nothing on it."), _ ("Name"),
                   _ ("_Add"), FALSE),
      NULL);

  if (!name || !mc_plan_feed_get_session (errand->feed))
    return dex_future_new_for_boolean (FALSE);
  floor->name = g_strdup (name);
  floor->level = edge ? edge->level + (above ? 1 : -1) : 0;
  floor->sort_order = floor->level;
  floor->code = dup_free_code (floors, floor->level);
  mc_change_insert (change, MC_ENTITY (floor));
  result = dex_await_object (mc_commit (errand->from, mc_plan_feed_get_session (errand->feed), change), NULL);
  if (result)
    mc_plan_feed_set_floor (errand->feed, mc_entity_get_id (MC_ENTITY (floor)));
  return dex_future_new_for_boolean (result != NULL);
}

static DexFuture *
add_above_fiber (gpointer data)
{
  return add_floor (data, TRUE);
}

static DexFuture *
add_below_fiber (gpointer data)
{
  return add_floor (data, FALSE);
}

void
mc_floor_plan_add_floor (GtkWidget *from, McPlanFeed *feed, gboolean above)
{
  run_errand (from, feed, above ? add_above_fiber : add_below_fiber);
}

/* --- A file of it --- */

static DexFuture *
dxf_fiber (gpointer data)
{
  Errand *errand = data;
  McFloor *floor = mc_plan_feed_get_floor (errand->feed);
  g_autoptr (McSketch) sketch = mc_plan_feed_dup_sketch (errand->feed);
  g_autofree char *name = floor ? g_strdup_printf ("%s.dxf", floor->name) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file =
      sketch ? dex_await_object (mc_ask_save (errand->from, _ ("Save as DXF"), name), &error) : NULL;
  g_autoptr (GBytes) bytes = file ? mc_dxf_format (sketch) : NULL;

  if (bytes && dex_await (mc_file_write (file, bytes, G_FILE_CREATE_REPLACE_DESTINATION), &error))
    {
      mc_report_file (errand->from, _ ("The DXF was saved."), file);
      return dex_future_new_for_boolean (TRUE);
    }
  if (error)
    mc_report_error (errand->from, _ ("The DXF was not saved."), error);
  return dex_future_new_for_boolean (FALSE);
}

void
mc_floor_plan_save_dxf (GtkWidget *from, McPlanFeed *feed)
{
  run_errand (from, feed, dxf_fiber);
}

void
mc_floor_plan_assign (GtkWidget *from, McSession *session, gint64 counter, gint64 person)
{
  adw_dialog_present (mc_assign_dialog_new (session, counter, person, MC_COUNTER_ROLE_PRIMARY), from);
}
