/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-grid-edit.h"

G_DEFINE_BOXED_TYPE (McGridEdit, mc_grid_edit, mc_grid_edit_ref, mc_grid_edit_unref)

McGridEdit *
mc_grid_edit_new (McGridVerb verb)
{
  McGridEdit *self = g_new0 (McGridEdit, 1);

  g_atomic_ref_count_init (&self->refs);
  self->verb = verb;
  self->cells = g_array_new (FALSE, FALSE, sizeof (McGridEditCell));
  return self;
}

McGridEdit *
mc_grid_edit_ref (McGridEdit *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
mc_grid_edit_unref (McGridEdit *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_array_unref (self->cells);
  g_free (self);
}

void
mc_grid_edit_add (McGridEdit *self, guint row, guint slot, int duty)
{
  McGridEditCell cell = { row, slot, duty };

  g_array_append_val (self->cells, cell);
}
