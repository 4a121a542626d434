/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-evaluation-chain.h"

#include <glib/gi18n-lib.h>

#define NO_SEAL "0000000000000000000000000000000000000000000000000000000000000000"

McSealLink *
mc_seal_link_new (void)
{
  return g_new0 (McSealLink, 1);
}

void
mc_seal_link_free (McSealLink *self)
{
  g_return_if_fail (self);
  g_free (self->previous_sha256);
  g_free (self->content);
  g_free (self->content_sha256);
  g_free (self->sha256);
  g_free (self);
}

static void
find (GArray *findings, const McSealLink *link, McSealFault fault)
{
  McSealFinding finding = { link->evaluation, link->place, fault };

  g_array_append_val (findings, finding);
}

static gboolean
is_digest (const char *text, const char *digest)
{
  g_autofree char *found = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  return g_strcmp0 (found, digest) == 0;
}

GArray *
mc_seal_chain_verify (const GPtrArray *links)
{
  GArray *findings = g_array_new (FALSE, FALSE, sizeof (McSealFinding));
  const char *previous = NO_SEAL;
  int place = 0;

  for (guint i = 0; i < links->len; i++)
    {
      const McSealLink *link = g_ptr_array_index (links, i);
      g_autofree char *sealed = g_strdup_printf ("%s %s", link->previous_sha256, link->content_sha256);
      gboolean next = link->place == place + 1;

      if (!next)
        find (findings, link, MC_SEAL_MISSING);
      if (link->content && !is_digest (link->content, link->content_sha256))
        find (findings, link, MC_SEAL_CONTENT);
      if (!is_digest (sealed, link->sha256) || (next && g_strcmp0 (link->previous_sha256, previous) != 0))
        find (findings, link, MC_SEAL_BROKEN);
      if (link->content && !link->unchanged)
        find (findings, link, MC_SEAL_ROWS);
      previous = link->sha256;
      place = link->place;
    }
  return findings;
}

const char *
mc_seal_fault_format (McSealFault fault)
{
  switch (fault)
    {
    case MC_SEAL_MISSING:
      return _ ("before it an evaluation is gone from the chain");
    case MC_SEAL_CONTENT:
      return _ ("the frozen content is not the one that was signed");
    case MC_SEAL_BROKEN:
      return _ ("the seal does not fit the content and the seal before it");
    case MC_SEAL_ROWS:
      return _ ("its points, evidence, texts or total are not what was signed");
    default:
      return "";
    }
}
