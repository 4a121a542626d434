/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of papers: numbers without gaps however many draw them, and what two places say of one thing. */
#include <string.h>

#include "mc-error.h"
#include "mc-paper-store.h"
#include "mc-pg-transaction.h"
#include "mc-registered-paper.h"
#include "store-fixture.h"

#define N_DESKS 8
#define N_PAPERS 5

static gint64
add_draft (McStore *store, const char *type_code)
{
  g_autoptr (McRegisteredPaper) paper = mc_registered_paper_new ();

  paper->kind = MC_PAPER_KIND_OTHER;
  paper->type_code = g_strdup (type_code);
  paper->symbol = g_strdup ("TB-TTPVHCC");
  paper->abstract = g_strdup ("Thử");
  paper->signer = g_strdup ("Võ Đức Thịnh");
  paper->content = g_strdup ("{\"form\": 1, \"type\": \"Thông báo\"}");
  fixture_save (store, paper);
  return mc_entity_get_id (MC_ENTITY (paper));
}

static McPgTransaction *
begin (McStore *store)
{
  GError *error = NULL;
  McPgTransaction *transaction =
      dex_await_object (mc_pg_transaction_new (mc_store_get_pool (store), MC_PG_READ_WRITE), &error);

  g_assert_no_error (error);
  return transaction;
}

static DexFuture *
issue (McPgTransaction *transaction, gint64 paper)
{
  return mc_pg_transaction_query (transaction,
                                  "UPDATE centre.paper SET state = 'issued' WHERE id = $1 RETURNING number",
                                  mc_pg_params_add_int64 (mc_pg_params_new (), paper));
}

static gint64
number_of (DexFuture *future)
{
  GError *error = NULL;
  g_autoptr (McPgResult) result = dex_await_object (future, &error);

  g_assert_no_error (error);
  return mc_pg_result_get_int64 (result, 0, "number");
}

/* Who comes second waits, and has the next number, or the same if the first thinks better of it. */
static void
test_two_desks (void)
{
  for (int keep = 0; keep < 2; keep++)
    {
      g_autoptr (McStore) one = fixture_store (NULL), other = fixture_store (NULL);
      const char *code = keep ? "QC" : "TTr";
      gint64 first = add_draft (one, code), second = add_draft (one, code);
      g_autoptr (McPgTransaction) a = begin (one), b = begin (other);
      g_autoptr (DexFuture) waiting = NULL;

      g_assert_cmpint (number_of (issue (a, first)), ==, 1);
      waiting = issue (b, second);
      mc_test_await_msec (300);
      g_assert_true (dex_future_is_pending (waiting));
      dex_await (keep ? mc_pg_transaction_commit (a) : mc_pg_transaction_rollback (a), NULL);
      g_assert_cmpint (number_of (g_steal_pointer (&waiting)), ==, keep ? 2 : 1);
      g_assert_true (dex_await (mc_pg_transaction_commit (b), NULL));
    }
}

typedef struct
{
  gint64 papers[N_PAPERS];
} Desk;

static DexFuture *
desk_fiber (gpointer data)
{
  Desk *desk = data;
  g_autoptr (McStore) store = fixture_store (NULL);

  for (guint i = 0; i < N_PAPERS; i++)
    {
      g_autoptr (McPgTransaction) transaction = begin (store);

      number_of (issue (transaction, desk->papers[i]));
      /* Every third one is dropped, and its number with it. */
      if (i % 3 == 2)
        dex_await (mc_pg_transaction_rollback (transaction), NULL);
      else
        g_assert_true (dex_await (mc_pg_transaction_commit (transaction), NULL));
    }
  return dex_future_new_for_boolean (TRUE);
}

static void
test_many_desks (void)
{
  g_autoptr (McStore) store = fixture_store (NULL);
  g_autoptr (McPgResult) result = NULL;
  g_autoptr (GPtrArray) fibers = g_ptr_array_new_with_free_func (dex_unref);
  Desk desks[N_DESKS];
  GError *error = NULL;

  for (guint i = 0; i < N_DESKS; i++)
    {
      for (guint j = 0; j < N_PAPERS; j++)
        desks[i].papers[j] = add_draft (store, "BC");
      g_ptr_array_add (fibers, dex_scheduler_spawn (NULL, 0, desk_fiber, &desks[i], NULL));
    }
  g_assert_true (dex_await (dex_future_allv ((DexFuture **)fibers->pdata, fibers->len), &error));
  result = dex_await_object (
      mc_pg_pool_query (mc_store_get_pool (store),
                        "SELECT count(*) AS n, max(number) AS last, count(DISTINCT number) AS others FROM centre.paper"
                        " WHERE type_code = 'BC' AND state = 'issued'",
                        NULL),
      &error);
  g_assert_no_error (error);
  g_assert_cmpint (mc_pg_result_get_int64 (result, 0, "n"), ==, N_DESKS * 4);
  g_assert_cmpint (mc_pg_result_get_int64 (result, 0, "last"), ==, N_DESKS * 4);
  g_assert_cmpint (mc_pg_result_get_int64 (result, 0, "others"), ==, N_DESKS * 4);
}

static void
test_read (void)
{
  g_autoptr (McStore) store = fixture_store (NULL), viewer = fixture_store ("viewer");
  gint64 paper = add_draft (store, "KH");
  GError *error = NULL;
  g_autofree char *content = dex_await_string (mc_paper_store_read (store, paper), &error);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (content, "Thông báo"));
  g_assert_null (dex_await_string (mc_paper_store_read (viewer, paper), &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_NOT_FOUND);
  g_clear_error (&error);
}

/* The program and the schema know the same names in braces. */
static void
test_placeholders (void)
{
  g_autoptr (McStore) store = fixture_store (NULL);

  for (guint kind = 0; kind < mc_enum_count (mc_paper_kind_values); kind++)
    {
      GError *error = NULL;
      g_autoptr (McPgResult) result = dex_await_object (
          mc_pg_pool_query (mc_store_get_pool (store),
                            "SELECT array_to_string(centre.paper_placeholders($1), ' ') AS names",
                            mc_pg_params_add_text (mc_pg_params_new (), mc_paper_kind_values[kind].text)),
          &error);
      g_autofree char *mine = g_strjoinv (" ", (char **)mc_paper_kind_get_placeholders ((McPaperKind)kind));

      g_assert_no_error (error);
      g_assert_cmpstr (mc_pg_result_get_text (result, 0, "names"), ==, mine);
    }
}

int
main (int argc, char *argv[])
{
  mc_test_init (&argc, &argv);
  mc_test_add_fiber ("/papers/two-desks", test_two_desks);
  mc_test_add_fiber ("/papers/many-desks", test_many_desks);
  mc_test_add_fiber ("/papers/read", test_read);
  mc_test_add_fiber ("/papers/placeholders", test_placeholders);
  return mc_test_run ();
}
