/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-photos.h"

#include <cairo.h>

#include "mc-picture.h"
#include "mc-session-records.h"

struct _McPhotos
{
  GObject parent_instance;

  McSession *session;
  GHashTable *surfaces; /* address of an id: cairo_surface_t */
  GHashTable *asked;    /* address of an id */
  GQueue waiting;       /* address of an id, owned by @asked */
  gboolean reading;
};

G_DEFINE_FINAL_TYPE (McPhotos, mc_photos, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
forget (McPhotos *self)
{
  g_queue_clear (&self->waiting);
  g_hash_table_remove_all (self->surfaces);
  g_hash_table_remove_all (self->asked);
  g_clear_object (&self->session);
}

static void
mc_photos_finalize (GObject *object)
{
  McPhotos *self = MC_PHOTOS (object);

  forget (self);
  g_hash_table_unref (self->surfaces);
  g_hash_table_unref (self->asked);
  G_OBJECT_CLASS (mc_photos_parent_class)->finalize (object);
}

static void
mc_photos_class_init (McPhotosClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_photos_finalize;
  signals[CHANGED] = g_signal_new ("changed", MC_TYPE_PHOTOS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mc_photos_init (McPhotos *self)
{
  self->surfaces = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)cairo_surface_destroy);
  self->asked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_queue_init (&self->waiting);
}

McPhotos *
mc_photos_new (void)
{
  return g_object_new (MC_TYPE_PHOTOS, NULL);
}

/* One after the other: a drawing of many photos must not take all connections. */
static DexFuture *
read_fiber (gpointer data)
{
  McPhotos *self = data;
  gboolean more = FALSE;
  gint64 *next;

  while ((next = g_queue_pop_head (&self->waiting)) && self->session)
    {
      gint64 id = *next;
      g_autoptr (McSession) session = g_object_ref (self->session);
      g_autoptr (GBytes) bytes = dex_await_boxed (mc_session_read_attachment (session, id), NULL);
      cairo_surface_t *surface = bytes ? dex_await_boxed (mc_picture_read_on_thread (bytes), NULL) : NULL;

      if (surface && session == self->session)
        g_hash_table_replace (self->surfaces, g_memdup2 (&id, sizeof id), cairo_surface_reference (surface));
      more |= surface != NULL;
      g_clear_pointer (&surface, cairo_surface_destroy);
    }
  self->reading = FALSE;
  if (more)
    g_signal_emit (self, signals[CHANGED], 0);
  return dex_future_new_true ();
}

void
mc_photos_want (McPhotos *self, McSession *session, const gint64 *ids, gsize n_ids)
{
  g_return_if_fail (MC_IS_PHOTOS (self));
  if (session != self->session)
    {
      forget (self);
      g_set_object (&self->session, session);
    }
  for (gsize i = 0; session && i < n_ids; i++)
    {
      gint64 *id;

      if (!ids[i] || g_hash_table_contains (self->asked, &ids[i]))
        continue;
      id = g_memdup2 (&ids[i], sizeof ids[i]);
      g_hash_table_add (self->asked, id);
      g_queue_push_tail (&self->waiting, id);
    }
  if (self->reading || g_queue_is_empty (&self->waiting))
    return;
  self->reading = TRUE;
  dex_future_disown (dex_scheduler_spawn (NULL, 0, read_fiber, g_object_ref (self), g_object_unref));
}

GHashTable *
mc_photos_get (McPhotos *self)
{
  return self->surfaces;
}
