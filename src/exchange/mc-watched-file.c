/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-watched-file.h"

struct _McWatchedFile
{
  GObject parent_instance;

  GFile *file;
  char *digest;
  guint64 size;
};

G_DEFINE_FINAL_TYPE (McWatchedFile, mc_watched_file, G_TYPE_OBJECT)

static void
mc_watched_file_finalize (GObject *object)
{
  McWatchedFile *self = MC_WATCHED_FILE (object);

  g_clear_object (&self->file);
  g_free (self->digest);
  G_OBJECT_CLASS (mc_watched_file_parent_class)->finalize (object);
}

static void
mc_watched_file_class_init (McWatchedFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_watched_file_finalize;
}

static void
mc_watched_file_init (McWatchedFile *self)
{
}

McWatchedFile *
mc_watched_file_new (GFile *file, const char *digest, guint64 size)
{
  McWatchedFile *self = g_object_new (MC_TYPE_WATCHED_FILE, NULL);

  self->file = g_object_ref (file);
  self->digest = g_strdup (digest);
  self->size = size;
  return self;
}

GFile *
mc_watched_file_get_file (McWatchedFile *self)
{
  g_return_val_if_fail (MC_IS_WATCHED_FILE (self), NULL);
  return self->file;
}

const char *
mc_watched_file_get_digest (McWatchedFile *self)
{
  g_return_val_if_fail (MC_IS_WATCHED_FILE (self), NULL);
  return self->digest;
}

guint64
mc_watched_file_get_size (McWatchedFile *self)
{
  g_return_val_if_fail (MC_IS_WATCHED_FILE (self), 0);
  return self->size;
}
