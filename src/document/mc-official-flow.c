/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks onto pages: first where each part goes, then the drawing of it. */
#include "mc-official-private.h"

#define MOST_STRETCH 8.0 /* points that a row gains at the most */

typedef struct
{
  McOfficialBlock *block;
  guint part;
  guint page;
  double y;
  gboolean again; /* after what is repeated */
} Place;

typedef struct
{
  GArray *places; /* of Place */
  McRect inside;
  guint n_pages;
} Flow;

static double
height_of (const Place *place)
{
  return place->block->get_height (place->block, place->part) + place->block->stretch;
}

static gboolean
keeps (const Place *place)
{
  McOfficialBlock *block = place->block;

  return place->part + 1 < block->n_parts ? block->keeps (block, place->part) : block->with_next;
}

/* The height of part @i and of those that stay with it. */
static double
chunk_height (Flow *self, guint i)
{
  double height = 0;

  for (guint j = i; j < self->places->len; j++)
    {
      const Place *place = &g_array_index (self->places, Place, j);

      if (j > i && (place->part == 0 && place->block->new_page))
        break;
      height += height_of (place) + (j > i && place->part == 0 ? place->block->before : 0);
      if (!keeps (place))
        break;
    }
  return height;
}

static void
find_places (Flow *self)
{
  double bottom = self->inside.y + self->inside.height, y = self->inside.y;
  guint page = 0, kept = 0; /* parts up to @kept were asked for together */
  gboolean top = TRUE;

  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = &g_array_index (self->places, Place, i);
      double before = place->part == 0 && !top ? place->block->before : 0;
      double need = i < kept ? height_of (place) : chunk_height (self, i);

      place->again = FALSE;
      if (!top && ((place->part == 0 && place->block->new_page) || y + before + need > bottom + 0.01))
        {
          page++;
          y = self->inside.y;
          before = 0;
          place->again = place->part > 0 && place->block->again > 0;
          if (place->again)
            y += place->block->again;
        }
      if (i >= kept)
        for (kept = i + 1; kept < self->places->len && keeps (&g_array_index (self->places, Place, kept - 1)); kept++)
          ;
      place->page = page;
      place->y = y + before;
      y = place->y + height_of (place);
      top = FALSE;
    }
  self->n_pages = page + 1;
}

/* @share of the way from the lowest rows to those that gain the most. */
static void
stretch (GPtrArray *blocks, double share)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      McOfficialBlock *block = g_ptr_array_index (blocks, i);

      if (block->fits)
        block->stretch = block->least + (MOST_STRETCH - block->least) * share;
    }
}

/* On how many pages things stand if each part that begins a page of its own needs no other. */
static guint
count_sections (Flow *self)
{
  guint n = 1;

  for (guint i = 1; i < self->places->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);

      n += place->part == 0 && place->block->new_page;
    }
  return n;
}

/* How far rows may grow from their lowest so that no page overflows: the share of the fullest page. */
static double
find_share (Flow *self)
{
  double bottom = self->inside.y + self->inside.height, share = 1;

  for (guint i = 0, j; i < self->places->len; i = j)
    {
      double end = 0, most = 0;

      for (j = i; j < self->places->len; j++)
        {
          const Place *place = &g_array_index (self->places, Place, j);

          if (place->page != g_array_index (self->places, Place, i).page)
            break;
          end = place->y + height_of (place);
          most += place->block->fits ? MOST_STRETCH - place->block->least : 0;
        }
      if (most > 0)
        share = MIN (share, (bottom - end) / most);
    }
  return share;
}

/* One page for each part that begins one, if lower rows make it one, and then as high as these pages let them. */
static void
fit (Flow *self, GPtrArray *blocks)
{
  gboolean fits = FALSE;

  for (guint i = 0; i < blocks->len; i++)
    fits |= ((McOfficialBlock *)g_ptr_array_index (blocks, i))->fits;
  if (!fits)
    return;
  stretch (blocks, 0);
  find_places (self);
  if (self->n_pages == count_sections (self))
    stretch (blocks, find_share (self));
  else
    for (guint i = 0; i < blocks->len; i++)
      ((McOfficialBlock *)g_ptr_array_index (blocks, i))->stretch = 0;
  find_places (self);
}

static void
add_number (McOfficialPage *page, guint number)
{
  const McParagraphStyle style = { .size = MC_OFFICIAL_PAGE, .align = MC_ALIGN_CENTER };
  McRect inside = mc_official_page_get_inside (page->width, page->height);
  g_autofree char *digits = g_strdup_printf ("%u", number);
  g_autoptr (McParagraph) paragraph = mc_paragraph_new (digits, &style, inside.width);
  double height = mc_paragraph_get_height (paragraph, 0, 1);

  mc_official_page_open (page, "P");
  mc_official_page_add_lines (page, paragraph, 0, 1, inside.x, (MC_OFFICIAL_TOP - height) / 2 + 4);
  mc_official_page_close (page, "P");
}

static void
draw (Flow *self, GPtrArray *pages)
{
  for (guint i = 0, j; i < self->places->len; i = j)
    {
      const Place *place = &g_array_index (self->places, Place, i);

      for (j = i + 1; j < self->places->len; j++)
        if (g_array_index (self->places, Place, j).block != place->block ||
            g_array_index (self->places, Place, j).page != place->page)
          break;
      place->block->draw (place->block, g_ptr_array_index (pages, place->page), place->part, place->part + (j - i),
                          place->y, place->again);
    }
}

GPtrArray *
mc_official_flow (GPtrArray *blocks, double width, double height, guint first)
{
  Flow self = { .places = g_array_new (FALSE, TRUE, sizeof (Place)),
                .inside = mc_official_page_get_inside (width, height) };
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_official_page_free);

  for (guint i = 0; i < blocks->len; i++)
    {
      McOfficialBlock *block = g_ptr_array_index (blocks, i);

      for (guint part = 0; part < block->n_parts; part++)
        g_array_append_val (self.places, ((Place){ .block = block, .part = part }));
    }
  find_places (&self);
  fit (&self, blocks);
  for (guint i = 0; i < self.n_pages; i++)
    {
      McOfficialPage *page = mc_official_page_new (width, height);

      if (first + i > 1)
        add_number (page, first + i);
      g_ptr_array_add (pages, page);
    }
  draw (&self, pages);
  for (guint i = 0; i < pages->len; i++)
    mc_scene_seal (((McOfficialPage *)g_ptr_array_index (pages, i))->scene, 0);
  g_array_unref (self.places);
  return pages;
}
