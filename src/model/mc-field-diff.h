/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mc-field-info.h"

G_BEGIN_DECLS

/**
 * McFieldDiff:
 * One field in which two versions of a row differ.
 *
 * @field: which
 * @before: (nullable): the older value as PostgreSQL writes it
 * @after: (nullable): the newer value as PostgreSQL writes it
 * @before_display: the older value as people read it
 * @after_display: the newer value as people read it
 */
typedef struct
{
  const McFieldInfo *field;
  char *before;
  char *after;
  char *before_display;
  char *after_display;
} McFieldDiff;

#define MC_TYPE_FIELD_DIFF (mc_field_diff_get_type ())
GType mc_field_diff_get_type (void);

/** mc_field_diff_new: (transfer full): how @info differs between the nouns @before and @after. */
McFieldDiff *mc_field_diff_new (const McFieldInfo *info, gconstpointer before, gconstpointer after);
McFieldDiff *mc_field_diff_copy (const McFieldDiff *diff);
void mc_field_diff_free (McFieldDiff *diff);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McFieldDiff, mc_field_diff_free)

G_END_DECLS
