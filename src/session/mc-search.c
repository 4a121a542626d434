/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-search.h"

#include <string.h>

#include "mc-name.h"

#define DEFAULT_LIMIT 50

/* One searchable thing. The folded texts begin and end with a blank, so that a needle with a blank before it finds a
 * word's beginning and one with blanks around it a whole word, both by strstr(). */
typedef struct
{
  McSearchHit *hit;
  char *title;
  char *all;
} Entry;

struct _McSearch
{
  GObject parent_instance;

  GPtrArray *entries;
  GHashTable *by_target; /* target of the hit -> Entry */
};

G_DEFINE_FINAL_TYPE (McSearch, mc_search, G_TYPE_OBJECT)

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->hit);
  g_free (entry->title);
  g_free (entry->all);
  g_free (entry);
}

static void
mc_search_finalize (GObject *object)
{
  McSearch *self = MC_SEARCH (object);

  g_clear_pointer (&self->by_target, g_hash_table_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  G_OBJECT_CLASS (mc_search_parent_class)->finalize (object);
}

static void
mc_search_class_init (McSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_search_finalize;
}

static void
mc_search_init (McSearch *self)
{
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->by_target = g_hash_table_new (g_str_hash, g_str_equal);
}

McSearch *
mc_search_new (void)
{
  return g_object_new (MC_TYPE_SEARCH, NULL);
}

static char *
fold_padded (const char *text)
{
  g_autofree char *folded = mc_fold (text ? text : "");

  return g_strconcat (" ", folded, " ", NULL);
}

void
mc_search_set (McSearch *self, McSearchHit *hit, const char *words)
{
  Entry *entry;
  g_autofree char *more = NULL;

  g_return_if_fail (MC_IS_SEARCH (self));
  g_return_if_fail (MC_IS_SEARCH_HIT (hit));
  mc_search_remove (self, mc_search_hit_get_target (hit));
  entry = g_new0 (Entry, 1);
  entry->hit = g_object_ref (hit);
  entry->title = fold_padded (mc_search_hit_get_title (hit));
  more = g_strjoin (" ", mc_search_hit_get_title (hit),
                    mc_search_hit_get_subtitle (hit) ? mc_search_hit_get_subtitle (hit) : "", words, NULL);
  entry->all = fold_padded (more);
  g_ptr_array_add (self->entries, entry);
  g_hash_table_insert (self->by_target, (gpointer)mc_search_hit_get_target (hit), entry);
}

void
mc_search_remove (McSearch *self, const char *target)
{
  Entry *entry;

  g_return_if_fail (MC_IS_SEARCH (self));
  entry = g_hash_table_lookup (self->by_target, target);
  if (!entry)
    return;
  g_hash_table_remove (self->by_target, target);
  g_ptr_array_remove_fast (self->entries, entry);
}

void
mc_search_remove_kind (McSearch *self, McSearchKind kind)
{
  g_return_if_fail (MC_IS_SEARCH (self));
  for (guint i = self->entries->len; i > 0; i--)
    {
      Entry *entry = g_ptr_array_index (self->entries, i - 1);

      if (mc_search_hit_get_kind (entry->hit) != kind)
        continue;
      g_hash_table_remove (self->by_target, mc_search_hit_get_target (entry->hit));
      g_ptr_array_remove_index_fast (self->entries, i - 1);
    }
}

guint
mc_search_get_size (McSearch *self)
{
  g_return_val_if_fail (MC_IS_SEARCH (self), 0);
  return self->entries->len;
}

/* The words of a query, each as " word" (a beginning) and " word " (a whole word). */
typedef struct
{
  GStrv starts;
  GStrv wholes;
} Query;

static void
query_clear (Query *query)
{
  g_strfreev (query->starts);
  g_strfreev (query->wholes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Query, query_clear)

static void
query_init (Query *query, const char *text)
{
  g_autofree char *folded = mc_fold (text);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_autoptr (GStrvBuilder) starts = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) wholes = g_strv_builder_new ();

  for (guint i = 0; words[i]; i++)
    {
      if (!words[i][0])
        continue;
      g_strv_builder_take (starts, g_strconcat (" ", words[i], NULL));
      g_strv_builder_take (wholes, g_strconcat (" ", words[i], " ", NULL));
    }
  query->starts = g_strv_builder_end (starts);
  query->wholes = g_strv_builder_end (wholes);
}

/* 0: not found. The last word of a person's name is the given name, by which people are known. */
static guint
score (const Entry *entry, const Query *query)
{
  gsize length = strlen (entry->title);
  guint total = 1;
  gsize covered = 0;

  for (guint i = 0; query->starts[i]; i++)
    {
      const char *place = strstr (entry->title, query->starts[i]);

      if (!place)
        {
          if (!strstr (entry->all, query->starts[i]))
            return 0;
          total += strstr (entry->all, query->wholes[i]) ? 2 : 1;
          continue;
        }
      total += 10;
      covered += strlen (query->starts[i]);
      if (strstr (entry->title, query->wholes[i]))
        total += 6;
      if (place == entry->title)
        total += 2;
      if (g_str_has_suffix (entry->title, query->wholes[i]) && length > strlen (query->wholes[i]))
        total += 4;
    }
  /* Of two that have all the words, the one that says little else is meant. */
  total += (guint)(covered * 4 / length);
  return total * 8 + (MC_SEARCH_ACTION - (guint)mc_search_hit_get_kind (entry->hit));
}

typedef struct
{
  const Entry *entry;
  guint score;
} Ranked;

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *x = a, *y = b;

  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  if (g_strcmp0 (x->entry->title, y->entry->title) != 0)
    return strcmp (x->entry->title, y->entry->title);
  return g_strcmp0 (mc_search_hit_get_target (x->entry->hit), mc_search_hit_get_target (y->entry->hit));
}

GListModel *
mc_search_find (McSearch *self, const char *text, guint limit)
{
  GListStore *found = g_list_store_new (MC_TYPE_SEARCH_HIT);
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
  g_auto (Query) query = { NULL };

  g_return_val_if_fail (MC_IS_SEARCH (self), G_LIST_MODEL (found));
  query_init (&query, text ? text : "");
  if (!query.starts[0])
    return G_LIST_MODEL (found);
  for (guint i = 0; i < self->entries->len; i++)
    {
      Ranked one = { g_ptr_array_index (self->entries, i), 0 };

      one.score = score (one.entry, &query);
      if (one.score)
        g_array_append_val (ranked, one);
    }
  g_array_sort (ranked, compare_ranked);
  limit = MIN (limit ? limit : DEFAULT_LIMIT, ranked->len);
  for (guint i = 0; i < limit; i++)
    g_list_store_append (found, g_array_index (ranked, Ranked, i).entry->hit);
  return G_LIST_MODEL (found);
}
