/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-table-walk.h"

#include <glib/gi18n-lib.h>

#include "mc-error.h"

/* Titles, addresses and dates above the table take a few rows. */
#define HEADER_ROWS 20
#define ROWS_PER_TURN 200

typedef struct
{
  McTableReader *reader;
  const McColumnSet *set;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_clear_object (&search->reader);
  g_free (search);
}

static gboolean
rewind_reader (McTableReader *reader, GError **error)
{
  return dex_await (mc_table_reader_select_sheet (reader, mc_table_reader_get_sheet (reader)), error);
}

static DexFuture *
find_header_fiber (gpointer data)
{
  Search *search = data;
  g_autoptr (McTableRow) best = NULL;
  g_autoptr (GError) error = NULL;
  guint best_rating = 0;

  if (!rewind_reader (search->reader, &error))
    return dex_future_new_for_error (g_steal_pointer (&error));
  for (guint n = 0; n < HEADER_ROWS; n++)
    {
      g_autoptr (McTableRow) row = dex_await_object (mc_table_reader_next_row (search->reader), &error);
      guint rating;

      if (error)
        return dex_future_new_for_error (g_steal_pointer (&error));
      if (!row)
        break;
      rating = mc_column_mapping_rate_header (search->set, row);
      if (rating > best_rating)
        {
          best_rating = rating;
          g_set_object (&best, row);
        }
    }
  if (best_rating < search->set->least)
    return dex_future_new_reject (MC_ERROR, MC_ERROR_INVALID, "%s", _ (search->set->no_header));
  return dex_future_new_take_object (mc_column_mapping_new (search->set, best));
}

DexFuture *
mc_table_walk_find_header (McTableReader *reader, const McColumnSet *set)
{
  Search *search;

  g_return_val_if_fail (MC_IS_TABLE_READER (reader), NULL);
  search = g_new0 (Search, 1);
  search->reader = g_object_ref (reader);
  search->set = set;
  return dex_scheduler_spawn (NULL, 0, find_header_fiber, search, search_free);
}

gboolean
mc_table_walk_rows (
    McTableReader *reader, McColumnMapping *mapping, McTableWalkFunc func, gpointer user_data, GError **error)
{
  guint n = 0;

  if (!mc_column_mapping_check (mapping, error) || !rewind_reader (reader, error))
    return FALSE;
  for (;;)
    {
      GError *failure = NULL;
      g_autoptr (McTableRow) row = dex_await_object (mc_table_reader_next_row (reader), &failure);

      if (failure)
        {
          g_propagate_error (error, failure);
          return FALSE;
        }
      if (!row)
        break;
      if (!mc_column_mapping_is_row (mapping, row))
        continue;
      if (!func (row, user_data, error))
        return FALSE;
      /* Rows that are in memory never wait; the main loop must get its turn all the same. */
      if (++n % ROWS_PER_TURN == 0)
        dex_await (dex_timeout_new_msec (0), NULL);
    }
  if (n > 0)
    return TRUE;
  g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID, _ (mc_column_mapping_get_set (mapping)->no_rows));
  return FALSE;
}
