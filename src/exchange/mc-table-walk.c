/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-table-walk.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-error.h"

/* Titles, addresses and dates above the table take a few rows. */
#define HEADER_ROWS 20
#define ROWS_PER_TURN 200

/* A title is one cell. */
#define LEAST_WORDS 2

typedef struct
{
  McTableReader *reader;
  const McColumnSet *set;
  guint (*rate) (const McColumnSet *set, McTableRow *row);
  guint least;
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

/* How many different words the cells of the row are: figures, codes and days are what stands below a header. */
static guint
rate_words (const McColumnSet *set, McTableRow *row)
{
  g_autoptr (GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < mc_table_row_get_n_cells (row); i++)
    {
      const McTableCell *cell = mc_table_row_get_cell (row, i);

      if (cell->kind == MC_CELL_TEXT && !strpbrk (cell->text, "0123456789"))
        g_hash_table_add (words, cell->text);
    }
  return g_hash_table_size (words);
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
      rating = search->rate (search->set, row);
      if (rating > best_rating)
        {
          best_rating = rating;
          g_set_object (&best, row);
        }
    }
  if (best_rating < search->least)
    return dex_future_new_reject (MC_ERROR, MC_ERROR_INVALID, "%s", _ (search->set->no_header));
  return dex_future_new_take_object (mc_column_mapping_new (search->set, best));
}

static DexFuture *
search_header (McTableReader *reader,
               const McColumnSet *set,
               guint (*rate) (const McColumnSet *set, McTableRow *row),
               guint least)
{
  Search *search = g_new0 (Search, 1);

  search->reader = g_object_ref (reader);
  search->set = set;
  search->rate = rate;
  search->least = least;
  return dex_scheduler_spawn (NULL, 0, find_header_fiber, search, search_free);
}

DexFuture *
mc_table_walk_find_header (McTableReader *reader, const McColumnSet *set)
{
  g_return_val_if_fail (MC_IS_TABLE_READER (reader), NULL);
  return search_header (reader, set, mc_column_mapping_rate_header, set->least);
}

DexFuture *
mc_table_walk_likely_header (McTableReader *reader, const McColumnSet *set)
{
  g_return_val_if_fail (MC_IS_TABLE_READER (reader), NULL);
  return search_header (reader, set, rate_words, LEAST_WORDS);
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
