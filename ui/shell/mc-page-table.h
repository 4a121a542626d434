/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * McPageEntry:
 * @name: the page's stable name, also its target ("staff")
 * @section: heading in the sidebar, to be translated when shown
 * @title: name in the sidebar, to be translated when shown
 * @icon_name: symbolic icon
 * @targets: (nullable): first words of the targets that this page opens, "|" between them ("person|tour")
 * @get_type: the page's type, a McPage
 */
typedef struct
{
  const char *name;
  const char *section;
  const char *title;
  const char *icon_name;
  const char *targets;
  GType (*get_type) (void);
} McPageEntry;

/** mc_page_table_get: Returns: (transfer none): the pages in the sidebar's order; @n_entries receives their number. */
const McPageEntry *mc_page_table_get (gsize *n_entries);

/**
 * mc_page_table_find_target:
 * @target: a page's name, or "noun/id" such as "person/12"
 *
 * Returns: (transfer none) (nullable): the page that opens @target
 */
const McPageEntry *mc_page_table_find_target (const char *target);

G_END_DECLS
