/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/** McGridVerb: what a person did to cells; the change is named by it. */
typedef enum
{
  MC_GRID_VERB_FILL,
  MC_GRID_VERB_FREE,
  MC_GRID_VERB_CUT,
  MC_GRID_VERB_PASTE,
  MC_GRID_VERB_FILL_RIGHT,
  MC_GRID_VERB_FILL_DOWN,
  MC_GRID_VERB_PIN,
  MC_GRID_VERB_UNPIN,
} McGridVerb;

/** McGridEditCell: a cell of the grid and what it is to hold; @duty is the source's own number, or
 * MC_ROSTER_GRID_FREE; without meaning where one pins. */
typedef struct
{
  guint row;
  guint slot;
  int duty;
} McGridEditCell;

#define MC_TYPE_GRID_EDIT (mc_grid_edit_get_type ())

/** McGridEdit: one act on many cells, as it was asked for: nothing is changed yet. */
typedef struct
{
  McGridVerb verb;
  GArray *cells; /* McGridEditCell */

  /*< private >*/
  gatomicrefcount refs;
} McGridEdit;

GType mc_grid_edit_get_type (void);

/** mc_grid_edit_new: (transfer full): without cells. */
McGridEdit *mc_grid_edit_new (McGridVerb verb);

McGridEdit *mc_grid_edit_ref (McGridEdit *self);
void mc_grid_edit_unref (McGridEdit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (McGridEdit, mc_grid_edit_unref)

void mc_grid_edit_add (McGridEdit *self, guint row, guint slot, int duty);

G_END_DECLS
