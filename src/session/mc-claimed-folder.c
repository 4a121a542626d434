/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-claimed-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#define LOCK_NAME ".lock"

struct _McClaimedFolder
{
  GObject parent_instance;

  char *base;
  char *path;
  int lock; /* -1: not taken */
};

G_DEFINE_FINAL_TYPE (McClaimedFolder, mc_claimed_folder, G_TYPE_OBJECT)

static void
mc_claimed_folder_finalize (GObject *object)
{
  McClaimedFolder *self = MC_CLAIMED_FOLDER (object);

  g_clear_fd (&self->lock, NULL);
  g_clear_pointer (&self->base, g_free);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (mc_claimed_folder_parent_class)->finalize (object);
}

static void
mc_claimed_folder_class_init (McClaimedFolderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_claimed_folder_finalize;
}

static void
mc_claimed_folder_init (McClaimedFolder *self)
{
  self->lock = -1;
}

McClaimedFolder *
mc_claimed_folder_new (const char *base)
{
  McClaimedFolder *self = g_object_new (MC_TYPE_CLAIMED_FOLDER, NULL);
  g_autofree char *name = g_uuid_string_random ();

  g_return_val_if_fail (base, self);
  self->base = g_strdup (base);
  self->path = g_build_filename (base, name, NULL);
  return self;
}

const char *
mc_claimed_folder_get_path (McClaimedFolder *self)
{
  g_return_val_if_fail (MC_IS_CLAIMED_FOLDER (self), NULL);
  return self->path;
}

/* --- On a thread --- */

static gboolean
set_error (GError **error, const char *path)
{
  int code = errno;

  g_set_error (error, G_FILE_ERROR, (int)g_file_error_from_errno (code), "%s: %s", path, g_strerror (code));
  return FALSE;
}

/* -1 with errno: EWOULDBLOCK where somebody else has it and @operation does not wait. */
static int
lock_folder (const char *folder, int operation)
{
  g_autofree char *path = g_build_filename (folder, LOCK_NAME, NULL);
  g_autofd int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  int result;

  if (fd < 0)
    return -1;
  do
    result = flock (fd, operation);
  while (result != 0 && errno == EINTR);
  return result == 0 ? g_steal_fd (&fd) : -1;
}

static void
move_files (const char *from, const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);

      if (g_str_has_suffix (name, ".json"))
        g_rename (source, target);
    }
}

/* Fails, as it should, where something else is in the folder. */
static void
remove_folder (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, LOCK_NAME, NULL);

  g_unlink (path);
  g_rmdir (folder);
}

static void
take_over (McClaimedFolder *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->base, 0, NULL);
  const char *name;

  /* Programs before this one kept their files in the shared folder itself. */
  move_files (self->base, self->path);
  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *folder = g_build_filename (self->base, name, NULL);
      g_autofd int lock = -1;

      if (g_str_equal (folder, self->path) || !g_file_test (folder, G_FILE_TEST_IS_DIR))
        continue;
      lock = lock_folder (folder, LOCK_EX | LOCK_NB);
      if (lock < 0)
        continue;
      move_files (folder, self->path);
      remove_folder (folder);
    }
}

static gboolean
has_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    if (!g_str_equal (name, LOCK_NAME))
      return TRUE;
  return FALSE;
}

static DexFuture *
take_fiber (gpointer data)
{
  McClaimedFolder *self = data;
  g_autofd int all = -1;
  GError *error = NULL;

  if (g_mkdir_with_parents (self->path, 0700) != 0 ||
      /* One program at a time makes and clears away, so that nobody clears away what is just being made. */
      (all = lock_folder (self->base, LOCK_EX)) < 0 ||
      /* Again: somebody may have found it without its lock in between. */
      g_mkdir_with_parents (self->path, 0700) != 0 || (self->lock = lock_folder (self->path, LOCK_EX | LOCK_NB)) < 0)
    {
      set_error (&error, self->path);
      return dex_future_new_for_error (error);
    }
  take_over (self);
  return dex_future_new_for_boolean (TRUE);
}

static DexFuture *
leave_fiber (gpointer data)
{
  McClaimedFolder *self = data;
  g_autofd int all = lock_folder (self->base, LOCK_EX);

  if (all >= 0 && !has_files (self->path))
    remove_folder (self->path);
  g_clear_fd (&self->lock, NULL);
  return dex_future_new_for_boolean (TRUE);
}

static DexFuture *
spawn (McClaimedFolder *self, DexFiberFunc fiber)
{
  return dex_scheduler_spawn (dex_thread_pool_scheduler_get_default (), 0, fiber, g_object_ref (self), g_object_unref);
}

DexFuture *
mc_claimed_folder_take (McClaimedFolder *self)
{
  g_return_val_if_fail (MC_IS_CLAIMED_FOLDER (self), NULL);
  return self->lock < 0 ? spawn (self, take_fiber) : dex_future_new_for_boolean (TRUE);
}

DexFuture *
mc_claimed_folder_leave (McClaimedFolder *self)
{
  g_return_val_if_fail (MC_IS_CLAIMED_FOLDER (self), NULL);
  return self->lock >= 0 ? spawn (self, leave_fiber) : dex_future_new_for_boolean (TRUE);
}
