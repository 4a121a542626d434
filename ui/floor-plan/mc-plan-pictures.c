/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-plan-pictures.h"

#include "mc-dxf-reader.h"
#include "mc-floor-plan-actions.h"
#include "mc-picture.h"

/* What a file holds; neither for one that is on its way or could not be understood. */
typedef struct
{
  cairo_surface_t *image;
  McSketch *sketch;
} Content;

struct _McPlanPictures
{
  GObject parent_instance;

  McSession *session;
  GHashTable *contents; /* background id → Content */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (McPlanPictures, mc_plan_pictures, G_TYPE_OBJECT)

static void
content_free (gpointer data)
{
  Content *content = data;

  g_clear_pointer (&content->image, cairo_surface_destroy);
  g_clear_pointer (&content->sketch, mc_sketch_unref);
  g_free (content);
}

/* --- Reading one --- */

typedef struct
{
  McPlanPictures *self;
  McSession *session;
  gint64 id;
  McPlanBackgroundKind kind;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->self);
  g_object_unref (job->session);
  g_free (job);
}

static DexFuture *
read_fiber (gpointer data)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = dex_await_boxed (mc_session_read_background (job->session, job->id), &error);
  Content *content = g_new0 (Content, 1);

  if (bytes && job->kind == MC_PLAN_BACKGROUND_DXF)
    content->sketch = dex_await_boxed (mc_dxf_read_on_thread (bytes), &error);
  else if (bytes)
    content->image = dex_await_boxed (mc_picture_read_on_thread (bytes), &error);
  if (error)
    g_warning ("the background %" G_GINT64_FORMAT " is not shown: %s", job->id, error->message);
  if (job->session != job->self->session)
    {
      content_free (content);
      return dex_future_new_for_boolean (FALSE);
    }
  g_hash_table_insert (job->self->contents, g_memdup2 (&job->id, sizeof job->id), content);
  g_signal_emit (job->self, signals[CHANGED], 0);
  return dex_future_new_for_boolean (TRUE);
}

static void
read_background (McPlanPictures *self, McSession *session, McPlanBackground *background)
{
  Job *job = g_new0 (Job, 1);

  job->self = g_object_ref (self);
  job->session = g_object_ref (session);
  job->id = mc_entity_get_id (MC_ENTITY (background));
  job->kind = background->kind;
  /* Marked at once, so that it is asked for once. */
  g_hash_table_insert (self->contents, g_memdup2 (&job->id, sizeof job->id), g_new0 (Content, 1));
  dex_future_disown (dex_scheduler_spawn (NULL, 0, read_fiber, job, job_free));
}

GPtrArray *
mc_plan_pictures_get (McPlanPictures *self, McSession *session, McLiveList *backgrounds)
{
  GPtrArray *pictures = g_ptr_array_new_with_free_func (g_free);
  guint n = backgrounds ? g_list_model_get_n_items (G_LIST_MODEL (backgrounds)) : 0;

  g_return_val_if_fail (MC_IS_PLAN_PICTURES (self), pictures);
  /* The numbers of another database mean other files. */
  if (g_set_object (&self->session, session))
    g_hash_table_remove_all (self->contents);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (McPlanBackground) background = g_list_model_get_item (G_LIST_MODEL (backgrounds), i);
      gint64 id = mc_entity_get_id (MC_ENTITY (background));
      Content *content = g_hash_table_lookup (self->contents, &id);
      McPlanPicture picture = { .background = background };

      if (!content)
        read_background (self, session, background);
      if (!content || (!content->image && !content->sketch))
        continue;
      picture.image = content->image;
      picture.sketch = content->sketch;
      g_ptr_array_add (pictures, g_memdup2 (&picture, sizeof picture));
    }
  return pictures;
}

static void
mc_plan_pictures_finalize (GObject *object)
{
  McPlanPictures *self = MC_PLAN_PICTURES (object);

  g_hash_table_unref (self->contents);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mc_plan_pictures_parent_class)->finalize (object);
}

static void
mc_plan_pictures_class_init (McPlanPicturesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_plan_pictures_finalize;
  signals[CHANGED] =
      g_signal_new ("changed", MC_TYPE_PLAN_PICTURES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mc_plan_pictures_init (McPlanPictures *self)
{
  self->contents = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, content_free);
}

McPlanPictures *
mc_plan_pictures_new (void)
{
  return g_object_new (MC_TYPE_PLAN_PICTURES, NULL);
}
