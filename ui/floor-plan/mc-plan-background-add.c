/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-plan-editor-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mc-ask.h"
#include "mc-dxf-reader.h"
#include "mc-error.h"
#include "mc-floor-plan-actions.h"
#include "mc-picture.h"
#include "mc-report.h"

/* A file comes under the plan only after it has been understood; otherwise it is told what is wrong with it, and
 * nothing is changed. */

typedef struct
{
  McPlanEditor *editor;
  GFile *file; /* nullable: asked for */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->editor);
  g_clear_object (&job->file);
  g_free (job);
}

static GBytes *
load (GFile *file, char **name, GError **error)
{
  g_autoptr (GFileInfo) info = dex_await_object (
      dex_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME,
                           G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT),
      error);

  if (!info)
    return NULL;
  *name = g_strdup (g_file_info_get_display_name (info));
  if (g_file_info_get_size (info) > MC_DXF_MAX_BYTES)
    {
      g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("“%s” is larger than 20 MB."), *name);
      return NULL;
    }
  if (g_file_info_get_size (info) == 0)
    {
      g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("“%s” is empty."), *name);
      return NULL;
    }
  return dex_await_boxed (dex_file_load_contents_bytes (file), error);
}

/* By what it begins with; a name proves nothing. */
static gboolean
is_picture (GBytes *bytes)
{
  static const guint8 png[] = { 0x89, 'P', 'N', 'G' }, jpeg[] = { 0xff, 0xd8, 0xff };
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  return (size > sizeof png && memcmp (data, png, sizeof png) == 0) ||
         (size > sizeof jpeg && memcmp (data, jpeg, sizeof jpeg) == 0);
}

/* Understands @bytes and tells how large it is; FALSE with @error for what is broken. */
static gboolean
understand (McPlanBackground *background, GBytes *bytes, McRect *units, double *metres_per_unit, GError **error)
{
  McPlanPicture picture = { .background = background };
  gboolean fine;

  if (is_picture (bytes))
    {
      background->kind = MC_PLAN_BACKGROUND_IMAGE;
      picture.image = dex_await_boxed (mc_picture_read_on_thread (bytes), error);
    }
  else if (g_str_has_suffix (background->file_name, ".dxf") || g_str_has_suffix (background->file_name, ".DXF"))
    {
      background->kind = MC_PLAN_BACKGROUND_DXF;
      picture.sketch = dex_await_boxed (mc_dxf_read_on_thread (bytes), error);
    }
  else
    {
      g_set_error (error, MC_ERROR, MC_ERROR_UNSUPPORTED,
                   _ ("“%s” is neither a picture (PNG, JPEG) nor a DXF drawing."), background->file_name);
      return FALSE;
    }
  fine = mc_plan_picture_get_units (&picture, units);
  if (!fine && picture.sketch)
    g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("“%s” draws nothing."), background->file_name);
  *metres_per_unit = picture.sketch ? mc_sketch_get_metres_per_unit (picture.sketch) : 0;
  g_clear_pointer (&picture.image, cairo_surface_destroy);
  g_clear_pointer (&picture.sketch, mc_sketch_unref);
  return fine;
}

static McRect
room_of (McPlanEditor *self)
{
  g_autoptr (GPtrArray) all = mc_plan_feed_dup_objects (self->feed);
  McRect room = mc_plan_objects_bounds (all);

  return all->len > 0 ? room : (McRect){ 0, 0, 20, 14 };
}

static gboolean
add (McPlanEditor *self, GFile *file, GError **error)
{
  g_autoptr (McPlanBackground) background = mc_plan_background_new ();
  g_autoptr (GBytes) bytes = load (file, &background->file_name, error);
  g_autoptr (McChange) change = NULL;
  g_autofree char *label = NULL;
  McRect units, room;
  double metres_per_unit;

  if (!bytes || !understand (background, bytes, &units, &metres_per_unit, error))
    return FALSE;
  if (!self->page)
    return TRUE;
  room = room_of (self);
  mc_plan_background_fit (background, &units, metres_per_unit, &room);
  background->floor_plan_id = mc_entity_get_id (MC_ENTITY (mc_plan_feed_get_plan (self->feed)));
  background->floor_id = mc_entity_get_id (MC_ENTITY (mc_plan_feed_get_floor (self->feed)));
  background->content = g_steal_pointer (&bytes);
  background->opacity = 0.5;
  background->visible = TRUE;
  label = g_strdup_printf (_ ("Lay %s under the plan"), background->file_name);
  change = mc_change_new (label);
  mc_change_insert (change, MC_ENTITY (background));
  mc_plan_editor_commit (self, change, NULL);
  return TRUE;
}

static DexFuture *
add_fiber (gpointer data)
{
  static const char *const suffixes[] = { "png", "jpg", "jpeg", "dxf", NULL };
  Job *job = data;
  g_autoptr (GError) error = NULL;

  if (!job->file)
    job->file = dex_await_object (mc_ask_open (GTK_WIDGET (job->editor->canvas), _ ("Lay under the Plan"),
                                               _ ("Pictures and DXF Drawings"), suffixes),
                                  &error);
  if (job->file && add (job->editor, job->file, &error))
    return dex_future_new_for_boolean (TRUE);
  mc_report_error (GTK_WIDGET (job->editor->canvas), _ ("Nothing was laid under the plan."), error);
  return dex_future_new_for_boolean (FALSE);
}

void
mc_plan_editor_add_background (McPlanEditor *self, GFile *file)
{
  Job *job = g_new0 (Job, 1);

  job->editor = g_object_ref (self);
  g_set_object (&job->file, file);
  dex_future_disown (dex_scheduler_spawn (NULL, 0, add_fiber, job, job_free));
}

/* With its content in hand, the removal can be undone. */
static DexFuture *
remove_fiber (gpointer data)
{
  Job *job = data;
  McPlanEditor *self = job->editor;
  McPlanBackground *background = mc_plan_editor_get_background (self);
  McSession *session = mc_plan_feed_get_session (self->feed);
  g_autoptr (McPlanBackground) whole = background ? mc_entity_clone (background) : NULL;
  g_autoptr (McChange) change = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  if (!whole || !session)
    return dex_future_new_for_boolean (FALSE);
  g_clear_pointer (&whole->content, g_bytes_unref);
  whole->content = dex_await_boxed (mc_session_read_background (session, mc_entity_get_id (MC_ENTITY (whole))), &error);
  if (!whole->content)
    {
      mc_report_error (GTK_WIDGET (self->canvas), _ ("The background was not removed."), error);
      return dex_future_new_for_boolean (FALSE);
    }
  label = g_strdup_printf (_ ("Remove %s from under the plan"), whole->file_name);
  change = mc_change_new (label);
  mc_change_delete (change, MC_ENTITY (whole));
  mc_plan_editor_lay (self, 0, MC_PLAN_TOOL_SELECT);
  mc_plan_editor_commit (self, change, NULL);
  return dex_future_new_for_boolean (TRUE);
}

void
mc_plan_editor_remove_background (McPlanEditor *self)
{
  Job *job = g_new0 (Job, 1);

  job->editor = g_object_ref (self);
  dex_future_disown (dex_scheduler_spawn (NULL, 0, remove_fiber, job, job_free));
}
