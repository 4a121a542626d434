/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-org-photos.h"

#include <cairo.h>
#include <gtk/gtk.h>

#include "mc-session-records.h"

struct _McOrgPhotos
{
  GObject parent_instance;

  McSession *session;
  GHashTable *surfaces; /* address of an id: cairo_surface_t */
  GHashTable *asked;    /* address of an id */
  GQueue waiting;       /* address of an id, owned by @asked */
  gboolean reading;
};

G_DEFINE_FINAL_TYPE (McOrgPhotos, mc_org_photos, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
forget (McOrgPhotos *self)
{
  g_queue_clear (&self->waiting);
  g_hash_table_remove_all (self->surfaces);
  g_hash_table_remove_all (self->asked);
  g_clear_object (&self->session);
}

static void
mc_org_photos_finalize (GObject *object)
{
  McOrgPhotos *self = MC_ORG_PHOTOS (object);

  forget (self);
  g_hash_table_unref (self->surfaces);
  g_hash_table_unref (self->asked);
  G_OBJECT_CLASS (mc_org_photos_parent_class)->finalize (object);
}

static void
mc_org_photos_class_init (McOrgPhotosClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_org_photos_finalize;
  signals[CHANGED] =
      g_signal_new ("changed", MC_TYPE_ORG_PHOTOS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mc_org_photos_init (McOrgPhotos *self)
{
  self->surfaces = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)cairo_surface_destroy);
  self->asked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_queue_init (&self->waiting);
}

McOrgPhotos *
mc_org_photos_new (void)
{
  return g_object_new (MC_TYPE_ORG_PHOTOS, NULL);
}

static cairo_surface_t *
surface_of (GBytes *bytes)
{
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (bytes, NULL);
  cairo_surface_t *surface;

  if (!texture)
    return NULL;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, gdk_texture_get_width (texture),
                                        gdk_texture_get_height (texture));
  gdk_texture_download (texture, cairo_image_surface_get_data (surface), cairo_image_surface_get_stride (surface));
  cairo_surface_mark_dirty (surface);
  return surface;
}

/* One after the other: a chart of many photos must not take all connections. */
static DexFuture *
read_fiber (gpointer data)
{
  McOrgPhotos *self = data;
  gint64 *next;

  while ((next = g_queue_pop_head (&self->waiting)) && self->session)
    {
      gint64 id = *next;
      g_autoptr (McSession) session = g_object_ref (self->session);
      g_autoptr (GBytes) bytes = dex_await_boxed (mc_session_read_attachment (session, id), NULL);
      cairo_surface_t *surface = bytes && session == self->session ? surface_of (bytes) : NULL;

      if (!surface)
        continue;
      g_hash_table_replace (self->surfaces, g_memdup2 (&id, sizeof id), surface);
      if (g_queue_is_empty (&self->waiting))
        g_signal_emit (self, signals[CHANGED], 0);
    }
  self->reading = FALSE;
  return dex_future_new_true ();
}

void
mc_org_photos_want (McOrgPhotos *self, McSession *session, McOrgChart *chart)
{
  const GPtrArray *seats = mc_org_chart_get_seats (chart);

  if (session != self->session)
    {
      forget (self);
      g_set_object (&self->session, session);
    }
  for (guint i = 0; i < seats->len; i++)
    {
      McOrgSeat *seat = g_ptr_array_index (seats, i);
      gint64 *id;

      if (!seat->photo_id || g_hash_table_contains (self->asked, &seat->photo_id))
        continue;
      id = g_memdup2 (&seat->photo_id, sizeof seat->photo_id);
      g_hash_table_add (self->asked, id);
      g_queue_push_tail (&self->waiting, id);
    }
  if (self->reading || g_queue_is_empty (&self->waiting))
    return;
  self->reading = TRUE;
  dex_future_disown (dex_scheduler_spawn (NULL, 0, read_fiber, g_object_ref (self), g_object_unref));
}

GHashTable *
mc_org_photos_get (McOrgPhotos *self)
{
  return self->surfaces;
}
