/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

gpointer
table_fixture_await (DexFuture *future, GError **error)
{
  const GValue *value;
  gpointer object = NULL;

  while (dex_future_is_pending (future))
    g_main_context_iteration (NULL, TRUE);
  value = dex_future_get_value (future, error);
  if (value && G_VALUE_HOLDS_OBJECT (value))
    object = g_value_dup_object (value);
  dex_unref (future);
  return object;
}

McTableReader *
table_fixture_open_bytes (GBytes *bytes)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "mc-table-XXXXXX", NULL);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  McTableReader *reader;

  g_close (g_mkstemp (path), NULL);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  file = g_file_new_for_path (path);
  reader = table_fixture_await (mc_table_reader_open (file), &error);
  g_assert_no_error (error);
  return reader;
}

McTableReader *
table_fixture_open (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return table_fixture_open_bytes (bytes);
}
