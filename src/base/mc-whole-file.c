/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-whole-file.h"

gboolean
mc_whole_file_write (GFile *file, GBytes *bytes, GFileCreateFlags flags, GError **error)
{
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GCancellable) give_up = g_cancellable_new ();
  gsize size;
  gconstpointer data;

  g_return_val_if_fail (G_IS_FILE (file) && bytes, FALSE);
  data = g_bytes_get_data (bytes, &size);
  stream = g_file_replace (file, NULL, FALSE, flags, NULL, error);
  if (!stream)
    return FALSE;
  if (g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, size, NULL, NULL, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
  /* A closing that is cancelled leaves what was there. */
  g_cancellable_cancel (give_up);
  g_output_stream_close (G_OUTPUT_STREAM (stream), give_up, NULL);
  return FALSE;
}
