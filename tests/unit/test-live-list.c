/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-live-list-private.h"

#include "mc-error.h"
#include "mc-rank.h"

/* A list that is refreshed says exactly what changed, and keeps its objects. */

static McRank *
row (gint64 id, int version)
{
  McRank *rank = mc_rank_new ();

  mc_entity_set_id (MC_ENTITY (rank), id);
  mc_entity_set_version (MC_ENTITY (rank), version);
  rank->name = g_strdup_printf ("%d", version);
  return rank;
}

/* Follows items-changed as a view does. */
static void
mirror_cb (GListModel *list, guint position, guint removed, guint added, gpointer data)
{
  GPtrArray *mirror = data;

  if (removed)
    g_ptr_array_remove_range (mirror, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (mirror, (int)(position + i), g_list_model_get_item (list, position + i));
}

static void
compare_with_mirror (McLiveList *list, GPtrArray *mirror)
{
  gint64 before = 0;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, mirror->len);
  for (guint i = 0; i < mirror->len; i++)
    {
      g_autoptr (McEntity) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_true (item == g_ptr_array_index (mirror, i));
      g_assert_cmpint (mc_entity_get_id (item), >, before);
      before = mc_entity_get_id (item);
      g_assert_true (mc_live_list_get_by_id (list, before) == (gpointer)item);
      g_assert_cmpuint (mc_live_list_get_position (list, before), ==, i);
    }
}

static GPtrArray *
random_rows (int version)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (gint64 id = 1; id <= 40; id++)
    if (g_test_rand_int_range (0, 3) > 0)
      g_ptr_array_insert (rows, (int)(rows->len ? g_test_rand_int_range (0, (gint32)rows->len) : 0), row (id, version));
  return rows;
}

static void
test_random (void)
{
  g_autoptr (McLiveList) list = mc_live_list_new (MC_TYPE_RANK, MC_DAY_NONE, NULL, 0);
  g_autoptr (GPtrArray) mirror = g_ptr_array_new_with_free_func (g_object_unref);

  g_signal_connect (list, "items-changed", G_CALLBACK (mirror_cb), mirror);
  for (int version = 1; version < 300; version++)
    {
      g_autoptr (GPtrArray) rows = random_rows (version);
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      guint n = rows->len;

      if (version % 2)
        {
          mc_live_list_take_all (list, rows);
          g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n);
        }
      else
        {
          /* Some rows are asked for; of these, some are there. */
          for (gint64 id = 5; id < 20; id++)
            g_array_append_val (ids, id);
          mc_live_list_take_some (list, ids, rows);
        }
      compare_with_mirror (list, mirror);
    }
}

static void
count_cb (gpointer object, gpointer changed, guint *count)
{
  (*count)++;
}

static void
count_plain_cb (gpointer object, guint *count)
{
  (*count)++;
}

static void
test_signals (void)
{
  g_autoptr (McLiveList) list = mc_live_list_new (MC_TYPE_RANK, MC_DAY_NONE, NULL, 0);
  g_autoptr (GPtrArray) first = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) same = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) newer = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (McRank) own = row (1, 5);
  guint rows = 0, changes = 0;
  McRank *kept;

  g_signal_connect (list, "row-changed", G_CALLBACK (count_cb), &rows);
  g_signal_connect (list, "changed", G_CALLBACK (count_plain_cb), &changes);
  g_ptr_array_add (first, row (1, 1));
  g_ptr_array_add (first, row (2, 1));
  g_ptr_array_add (same, row (1, 1));
  g_ptr_array_add (same, row (2, 1));
  g_ptr_array_add (newer, row (1, 2));
  g_ptr_array_add (newer, row (2, 1));
  mc_live_list_take_all (list, first);
  kept = mc_live_list_get_by_id (list, 1);
  g_assert_cmpuint (changes, ==, 1);
  mc_live_list_take_all (list, same);
  g_assert_cmpuint (changes, ==, 1);
  mc_live_list_take_all (list, newer);
  g_assert_cmpuint (rows, ==, 1);
  g_assert_cmpuint (changes, ==, 2);
  g_assert_cmpstr (kept->name, ==, "2");
  /* What was written here is newer than what a slow reading still brings. */
  mc_live_list_take_row (list, MC_ENTITY (own));
  g_assert_cmpstr (kept->name, ==, "5");
  g_assert_cmpuint (changes, ==, 3);
  mc_live_list_take_all (list, newer);
  g_assert_cmpstr (kept->name, ==, "5");
  mc_live_list_trust (list);
  mc_live_list_take_all (list, newer);
  g_assert_cmpstr (kept->name, ==, "2");
}

static void
test_error (void)
{
  g_autoptr (McLiveList) list = mc_live_list_new (MC_TYPE_RANK, MC_DAY_NONE, NULL, 0);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) lost = g_error_new_literal (MC_ERROR, MC_ERROR_CONNECTION, "lost");
  g_autoptr (DexFuture) waiting = NULL;
  g_autoptr (DexFuture) again = NULL;

  mc_live_list_begin (list);
  g_assert_true (mc_live_list_get_loading (list));
  waiting = mc_live_list_when_ready (list);
  mc_live_list_fail (list, lost);
  g_assert_true (dex_future_is_rejected (waiting));
  g_assert_false (mc_live_list_get_ready (list));
  g_assert_error (mc_live_list_get_error (list), MC_ERROR, MC_ERROR_CONNECTION);
  g_ptr_array_add (rows, row (1, 1));
  mc_live_list_take_all (list, rows);
  g_assert_true (mc_live_list_get_ready (list));
  g_assert_null (mc_live_list_get_error (list));
  /* Later failures leave the rows alone. */
  mc_live_list_fail (list, lost);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  again = mc_live_list_when_ready (list);
  g_assert_true (dex_future_is_resolved (again));
}

int
main (int argc, char **argv)
{
  dex_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/live-list/random", test_random);
  g_test_add_func ("/live-list/signals", test_signals);
  g_test_add_func ("/live-list/error", test_error);
  return g_test_run ();
}
