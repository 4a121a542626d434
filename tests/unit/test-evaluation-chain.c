/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-evaluation-chain.h"

/* Whatever is altered in a chain of seals shows, and where. */

static GPtrArray *
make_chain (guint n)
{
  GPtrArray *links = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_seal_link_free);
  g_autofree char *previous = g_strnfill (64, '0');

  for (guint i = 1; i <= n; i++)
    {
      McSealLink *link = mc_seal_link_new ();
      g_autofree char *sealed = NULL;

      link->evaluation = 100 + i;
      link->place = i;
      link->content = g_strdup_printf ("{\"total\": %u}", i);
      link->content_sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, link->content, -1);
      link->previous_sha256 = g_strdup (previous);
      sealed = g_strdup_printf ("%s %s", link->previous_sha256, link->content_sha256);
      link->sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, sealed, -1);
      link->unchanged = TRUE;
      g_set_str (&previous, link->sha256);
      g_ptr_array_add (links, link);
    }
  return links;
}

static void
assert_fault (GPtrArray *links, gint64 evaluation, McSealFault fault)
{
  g_autoptr (GArray) findings = mc_seal_chain_verify (links);

  for (guint i = 0; i < findings->len; i++)
    {
      const McSealFinding *finding = &g_array_index (findings, McSealFinding, i);

      if (finding->evaluation == evaluation && finding->fault == fault && *mc_seal_fault_format (fault))
        return;
    }
  g_assert_not_reached ();
}

static void
test_chain (void)
{
  g_autoptr (GPtrArray) links = make_chain (4);
  g_autoptr (GArray) findings = mc_seal_chain_verify (links);
  McSealLink *second = g_ptr_array_index (links, 1);
  g_autofree char *content = g_strdup (second->content);

  g_assert_cmpuint (findings->len, ==, 0);
  second->unchanged = FALSE;
  assert_fault (links, 102, MC_SEAL_ROWS);
  second->unchanged = TRUE;
  g_set_str (&second->content, "{\"total\": 99}");
  assert_fault (links, 102, MC_SEAL_CONTENT);
  /* Whoever mends the digest breaks the seal, and whoever mends the seal breaks the next. */
  g_free (second->content_sha256);
  second->content_sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, second->content, -1);
  assert_fault (links, 102, MC_SEAL_BROKEN);
  g_free (second->sha256);
  {
    g_autofree char *sealed = g_strdup_printf ("%s %s", second->previous_sha256, second->content_sha256);

    second->sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, sealed, -1);
  }
  assert_fault (links, 103, MC_SEAL_BROKEN);
}

static void
test_chain_gone (void)
{
  g_autoptr (GPtrArray) links = make_chain (4);
  g_autoptr (GPtrArray) forgotten = make_chain (2);
  g_autoptr (GArray) findings = NULL;
  McSealLink *first = g_ptr_array_index (forgotten, 0);

  g_ptr_array_remove_index (links, 1);
  assert_fault (links, 103, MC_SEAL_MISSING);
  /* A person who was made anonymous: the chain holds on the digest. */
  g_clear_pointer (&first->content, g_free);
  first->unchanged = FALSE;
  findings = mc_seal_chain_verify (forgotten);
  g_assert_cmpuint (findings->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/evaluation-chain/altered", test_chain);
  g_test_add_func ("/evaluation-chain/gone", test_chain_gone);
  return g_test_run ();
}
