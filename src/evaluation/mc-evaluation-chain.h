/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * McSealLink:
 * One seal of a chain, as the database has it.
 *
 * @content: (nullable): the frozen content as PostgreSQL writes it; %NULL where the person was made anonymous
 * @unchanged: whether the rows of the evaluation are still what the content says; not asked where there is none
 */
typedef struct
{
  gint64 evaluation;
  int place;
  char *previous_sha256;
  char *content;
  char *content_sha256;
  char *sha256;
  gboolean unchanged;
} McSealLink;

McSealLink *mc_seal_link_new (void);
void mc_seal_link_free (McSealLink *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McSealLink, mc_seal_link_free)

/**
 * McSealFault:
 * @MC_SEAL_MISSING: before this place something is gone
 * @MC_SEAL_CONTENT: the content is not the one that was signed
 * @MC_SEAL_BROKEN: the seal is not one over the content and the seal before it
 * @MC_SEAL_ROWS: the rows of the evaluation are not what was signed
 */
typedef enum
{
  MC_SEAL_MISSING,
  MC_SEAL_CONTENT,
  MC_SEAL_BROKEN,
  MC_SEAL_ROWS,
} McSealFault;

/** McSealFinding: what is wrong with one seal. */
typedef struct
{
  gint64 evaluation;
  int place;
  McSealFault fault;
} McSealFinding;

/**
 * mc_seal_chain_verify:
 * @links: (element-type McSealLink): one chain in the order of its places
 *
 * Reckons all seals anew: content_sha256 is SHA-256 of the content, sha256 that of "PREVIOUS CONTENT_SHA256", previous
 * of the first one is 64 zeros, and places count from 1.
 *
 * Returns: (transfer full) (element-type McSealFinding): empty if nothing was tampered with. What is cut off at the
 *   end shows in no chain: keep the last seal elsewhere, as on the papers that go out, and ask for it.
 */
GArray *mc_seal_chain_verify (const GPtrArray *links);

/** mc_seal_fault_format: (transfer none): a sentence. */
const char *mc_seal_fault_format (McSealFault fault);

G_END_DECLS
