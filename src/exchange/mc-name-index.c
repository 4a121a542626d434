/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-name-index.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-name.h"

#define MAX_SUGGESTIONS 3

typedef struct
{
  gint64 id;
  char *label;
  char *keys[3]; /* folded code, name, short name */
} Entry;

struct _McNameIndex
{
  GArray *entries;
};

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->label);
  for (gsize i = 0; i < G_N_ELEMENTS (entry->keys); i++)
    g_free (entry->keys[i]);
}

McNameIndex *
mc_name_index_new (void)
{
  McNameIndex *self = g_new0 (McNameIndex, 1);

  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  return self;
}

void
mc_name_index_free (McNameIndex *self)
{
  g_array_unref (self->entries);
  g_free (self);
}

void
mc_name_index_add (McNameIndex *self, gint64 id, const char *code, const char *name, const char *short_name)
{
  Entry entry = { id,
                  g_strdup (name),
                  { mc_fold (code ? code : ""), mc_fold (name), mc_fold (short_name ? short_name : "") } };

  g_array_append_val (self->entries, entry);
}

gboolean
mc_name_index_is_empty (McNameIndex *self)
{
  return self->entries->len == 0;
}

const char *
mc_name_index_get_name (McNameIndex *self, gint64 id)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (g_array_index (self->entries, Entry, i).id == id)
      return g_array_index (self->entries, Entry, i).label;
  return NULL;
}

static gboolean
matches_whole (const Entry *entry, const char *folded)
{
  for (gsize i = 0; i < G_N_ELEMENTS (entry->keys); i++)
    if (*folded && strcmp (entry->keys[i], folded) == 0)
      return TRUE;
  return FALSE;
}

/* "Sở KH&ĐT" where the short name is "KH&ĐT". */
static gboolean
matches_without_kind (const Entry *entry, const char *folded)
{
  return g_str_has_prefix (folded, "so ") && matches_whole (entry, folded + 3);
}

static gboolean
matches_words (const Entry *entry, const char *folded)
{
  return mc_fold_matches (entry->keys[1], folded);
}

/* The entries that match, each id once. */
static GArray *
collect (McNameIndex *self, const char *folded, gboolean (*matches) (const Entry *, const char *))
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      gboolean seen = FALSE;

      for (guint k = 0; k < found->len; k++)
        seen = seen || g_array_index (self->entries, Entry, g_array_index (found, guint, k)).id == entry->id;
      if (!seen && matches (entry, folded))
        g_array_append_val (found, i);
    }
  return found;
}

static char *
list_labels (McNameIndex *self, GArray *found)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < found->len && i < MAX_SUGGESTIONS; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            g_array_index (self->entries, Entry, g_array_index (found, guint, i)).label);
  if (found->len > MAX_SUGGESTIONS)
    g_string_append (text, ", …");
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static gboolean
has_label (McNameIndex *self, GArray *found, const char *label)
{
  for (guint i = 0; i < found->len; i++)
    if (g_str_equal (g_array_index (self->entries, Entry, g_array_index (found, guint, i)).label, label))
      return TRUE;
  return FALSE;
}

/* Entries that share a word of some length with what was written, each name once: an agency may be known by several. */
static GArray *
suggest (McNameIndex *self, const char *folded)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->entries->len; i++)
    for (char **word = words; *word; word++)
      if (strlen (*word) >= 3 && mc_fold_matches (g_array_index (self->entries, Entry, i).keys[1], *word))
        {
          if (!has_label (self, found, g_array_index (self->entries, Entry, i).label))
            g_array_append_val (found, i);
          break;
        }
  return found;
}

gint64
mc_name_index_find (McNameIndex *self, const char *text, char **reason)
{
  static gboolean (*const ways[]) (const Entry *, const char *) = { matches_whole, matches_without_kind,
                                                                    matches_words };
  g_autofree char *folded = mc_fold (text);
  g_autoptr (GArray) near = NULL;
  g_autofree char *labels = NULL;

  for (gsize i = 0; *folded && i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (GArray) found = collect (self, folded, ways[i]);

      if (found->len == 1)
        return g_array_index (self->entries, Entry, g_array_index (found, guint, 0)).id;
      if (found->len > 1)
        {
          labels = list_labels (self, found);
          *reason = g_strdup_printf (_ ("this could be any of: %s"), labels);
          return 0;
        }
    }
  near = suggest (self, folded);
  labels = list_labels (self, near);
  *reason = *labels ? g_strdup_printf (_ ("nothing of this name is known; perhaps: %s"), labels)
                    : g_strdup (_ ("nothing of this name is known"));
  return 0;
}
