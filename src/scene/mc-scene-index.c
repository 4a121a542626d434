/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-scene-index.h"

#include <math.h>
#include <stdlib.h>

#include "mc-scene-node-private.h"

#define FAN 8 /* entries of a block */

/* A level holds boxes; box i of a level stands around boxes FAN*i … of the level before it. */
typedef struct
{
  McRect *boxes;
  guint n;
} Level;

struct _McSceneIndex
{
  GArray *levels; /* of Level; the first holds the rectangles themselves, packed */
  guint *places;  /* of the packed rectangles in what the caller gave */
};

typedef struct
{
  McRect rect;
  guint place;
} Entry;

static double
middle_x (const Entry *entry)
{
  return entry->rect.x + entry->rect.width / 2;
}

static double
middle_y (const Entry *entry)
{
  return entry->rect.y + entry->rect.height / 2;
}

static int
compare_x (const void *a, const void *b)
{
  double x = middle_x (a), y = middle_x (b);

  return x < y ? -1 : x > y;
}

static int
compare_y (const void *a, const void *b)
{
  double x = middle_y (a), y = middle_y (b);

  return x < y ? -1 : x > y;
}

/* Slices by x, each sorted by y: neighbours in the row are neighbours on the paper. */
static void
pack (Entry *entries, guint n)
{
  guint blocks = (n + FAN - 1) / FAN;
  guint slice = FAN * (guint)ceil (sqrt (blocks));

  qsort (entries, n, sizeof *entries, compare_x);
  for (guint i = 0; i < n; i += slice)
    qsort (entries + i, MIN (slice, n - i), sizeof *entries, compare_y);
}

static void
level_clear (gpointer data)
{
  g_free (((Level *)data)->boxes);
}

McSceneIndex *
mc_scene_index_new (const McRect *rects, guint n)
{
  McSceneIndex *self = g_new0 (McSceneIndex, 1);
  g_autofree Entry *entries = g_new (Entry, n);
  Level level = { g_new (McRect, n), n };

  self->levels = g_array_new (FALSE, FALSE, sizeof (Level));
  g_array_set_clear_func (self->levels, level_clear);
  self->places = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    entries[i] = (Entry){ rects[i], i };
  if (n > 0)
    pack (entries, n);
  for (guint i = 0; i < n; i++)
    {
      level.boxes[i] = entries[i].rect;
      self->places[i] = entries[i].place;
    }
  g_array_append_val (self->levels, level);
  while (level.n > FAN)
    {
      Level upper = { g_new (McRect, (level.n + FAN - 1) / FAN), (level.n + FAN - 1) / FAN };

      for (guint i = 0; i < level.n; i++)
        if (i % FAN == 0)
          upper.boxes[i / FAN] = level.boxes[i];
        else
          mc_rect_union (&upper.boxes[i / FAN], &level.boxes[i]);
      g_array_append_val (self->levels, upper);
      level = upper;
    }
  return self;
}

void
mc_scene_index_free (McSceneIndex *self)
{
  g_array_unref (self->levels);
  g_free (self->places);
  g_free (self);
}

static void
search (McSceneIndex *self, guint depth, guint from, guint until, const McRect *area, GArray *found)
{
  const Level *level = &g_array_index (self->levels, Level, depth);

  for (guint i = from; i < MIN (until, level->n); i++)
    {
      if (!mc_rect_touches (&level->boxes[i], area))
        continue;
      if (depth == 0)
        g_array_append_val (found, self->places[i]);
      else
        search (self, depth - 1, i * FAN, (i + 1) * FAN, area, found);
    }
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *)a, y = *(const guint *)b;

  return x < y ? -1 : x > y;
}

GArray *
mc_scene_index_query (McSceneIndex *self, const McRect *area)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  search (self, self->levels->len - 1, 0, G_MAXUINT, area, found);
  g_array_sort (found, compare_places);
  return found;
}
