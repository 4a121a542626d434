/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-query-private.h"

G_DEFINE_BOXED_TYPE (McQuery, mc_query, mc_query_ref, mc_query_unref)

static void
term_free (gpointer data)
{
  McQueryTerm *term = data;

  g_free (term->column);
  g_free (term->text);
  g_clear_pointer (&term->ids, g_array_unref);
  g_free (term);
}

static McQueryTerm *
add_term (McQuery *self, const char *column)
{
  McQueryTerm *term = g_new0 (McQueryTerm, 1);

  term->column = g_strdup (column);
  g_ptr_array_add (self->terms, term);
  return term;
}

McQuery *
mc_query_new (void)
{
  McQuery *self = g_new0 (McQuery, 1);

  g_ref_count_init (&self->refs);
  self->terms = g_ptr_array_new_with_free_func (term_free);
  self->day = MC_DAY_NONE;
  return self;
}

McQuery *
mc_query_ref (McQuery *self)
{
  g_ref_count_inc (&self->refs);
  return self;
}

void
mc_query_unref (McQuery *self)
{
  if (!g_ref_count_dec (&self->refs))
    return;
  g_ptr_array_unref (self->terms);
  g_free (self);
}

McQuery *
mc_query_where_id (McQuery *self, const char *column, gint64 id)
{
  return mc_query_where_ids (self, column, &id, 1);
}

McQuery *
mc_query_where_text (McQuery *self, const char *column, const char *text)
{
  g_return_val_if_fail (self && column && text, self);
  add_term (self, column)->text = g_strdup (text);
  return self;
}

McQuery *
mc_query_where_ids (McQuery *self, const char *column, const gint64 *ids, gsize n_ids)
{
  McQueryTerm *term;

  g_return_val_if_fail (self && column && (ids || !n_ids), self);
  term = add_term (self, column);
  term->ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), (guint)n_ids);
  if (n_ids)
    g_array_append_vals (term->ids, ids, (guint)n_ids);
  return self;
}

McQuery *
mc_query_ids (McQuery *self, const gint64 *ids, gsize n_ids)
{
  return mc_query_where_ids (self, "id", ids, n_ids);
}

McQuery *
mc_query_at (McQuery *self, McDay day)
{
  g_return_val_if_fail (self, NULL);
  self->day = day;
  return self;
}

McQuery *
mc_query_limit (McQuery *self, guint n)
{
  g_return_val_if_fail (self, NULL);
  self->limit = n;
  return self;
}

McQuery *
mc_query_newest_first (McQuery *self)
{
  g_return_val_if_fail (self, NULL);
  self->newest_first = TRUE;
  return self;
}
