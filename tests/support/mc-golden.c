/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-golden.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>

#include "mc-painter.h"
#include "mc-paths.h"

/* Rounding in the last bit may turn a pixel; a box that moves by a point turns hundreds. */
#define LEAST_STEP 24 /* of 255 in a channel, to count as another pixel */
#define MOST_PIXELS 12

typedef struct
{
  char *name;
  McScene *(*make_scene) (void);
  McSheets *(*make_sheets) (void);
  double zoom;
} Golden;

static const char *const palettes[] = { "light", "dark", "contrast", "print" };

static const char *only_language;

static const char *
language (void)
{
  const char *wanted = g_getenv ("LANGUAGE");

  return only_language ? only_language : wanted && *wanted ? wanted : "en";
}

void
mc_golden_set_language (const char *name)
{
  only_language = name;
}

void
mc_golden_init (int *argc, char ***argv)
{
  /* gettext heeds LANGUAGE only where the locale is not C. */
  if (!setlocale (LC_ALL, "vi_VN.UTF-8") && !setlocale (LC_ALL, "C.UTF-8"))
    setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, MC_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_test_init (argc, argv, NULL);
}

static void
golden_free (gpointer data)
{
  Golden *self = data;

  g_free (self->name);
  g_free (self);
}

static cairo_surface_t *
new_image (double width, double height, double zoom, McPaletteKind palette, cairo_t **cr)
{
  McColor ground = mc_palette_get_fill (palette, MC_TONE_PAPER);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)ceil (width * zoom - 0.01),
                                                       (int)ceil (height * zoom - 0.01));

  *cr = cairo_create (image);
  mc_painter_set_source (*cr, &ground);
  cairo_paint (*cr);
  cairo_scale (*cr, zoom, zoom);
  return image;
}

static guint
step (guint32 a, guint32 b)
{
  guint most = 0;

  for (int shift = 0; shift < 24; shift += 8)
    most = MAX (most, (guint)abs ((int)(a >> shift & 0xff) - (int)(b >> shift & 0xff)));
  return most;
}

static guint32 *
row_of (cairo_surface_t *image, int y)
{
  return (guint32 *)(gpointer)(cairo_image_surface_get_data (image) +
                               (gsize)y * (gsize)cairo_image_surface_get_stride (image));
}

/* How many pixels are others; those are red in @difference, what stayed is pale. */
static guint
compare (cairo_surface_t *a, cairo_surface_t *b, cairo_surface_t *difference)
{
  guint count = 0;

  cairo_surface_flush (difference);
  for (int y = 0; y < cairo_image_surface_get_height (a); y++)
    for (int x = 0; x < cairo_image_surface_get_width (a); x++)
      {
        guint32 p = row_of (a, y)[x], q = row_of (b, y)[x];
        gboolean other = step (p, q) > LEAST_STEP;

        count += other;
        row_of (difference, y)[x] = other ? 0xd00000 : 0xc0c0c0 | (p & 0xff) >> 2;
      }
  cairo_surface_mark_dirty (difference);
  return count;
}

static char *
save (cairo_surface_t *image, const char *name, const char *ending)
{
  g_autofree char *folder = g_build_filename (g_getenv ("MOTCUA_BUILDDIR"), "golden", NULL);
  g_autofree char *file = g_strdup_printf ("%s-%s%s", name, language (), ending);
  char *path = g_build_filename (folder, file, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  g_assert_cmpint (cairo_surface_write_to_png (image, path), ==, CAIRO_STATUS_SUCCESS);
  return path;
}

static void
check_difference (cairo_surface_t *wanted, cairo_surface_t *image, const char *name)
{
  int width = cairo_image_surface_get_width (image), height = cairo_image_surface_get_height (image);
  int wanted_width = cairo_image_surface_get_width (wanted), wanted_height = cairo_image_surface_get_height (wanted);
  cairo_surface_t *difference;
  guint count;

  if (width != wanted_width || height != wanted_height)
    {
      g_autofree char *path = save (image, name, ".new.png");

      g_test_message ("%dx%d pixels, wanted %dx%d: see %s", width, height, wanted_width, wanted_height, path);
      g_test_fail ();
      return;
    }
  difference = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  count = compare (wanted, image, difference);
  if (count > MOST_PIXELS)
    {
      g_autofree char *path = save (image, name, ".new.png"), *other = save (difference, name, ".diff.png");

      g_test_message ("%u pixels are others: see %s and %s", count, path, other);
      g_test_fail ();
    }
  cairo_surface_destroy (difference);
}

/* As an image that came through PNG, which has no bits besides the colours. */
static void
judge (cairo_surface_t *image, const char *name)
{
  g_autofree char *file = g_strdup_printf ("%s-%s.png", name, language ());
  g_autofree char *path = g_build_filename (g_getenv ("MOTCUA_SRCDIR"), "tests", "golden", "images", file, NULL);
  cairo_surface_t *wanted;

  if (g_getenv ("MOTCUA_GOLDEN_UPDATE"))
    {
      g_assert_cmpint (cairo_surface_write_to_png (image, path), ==, CAIRO_STATUS_SUCCESS);
      return;
    }
  wanted = cairo_image_surface_create_from_png (path);
  if (cairo_surface_status (wanted) == CAIRO_STATUS_SUCCESS)
    check_difference (wanted, image, name);
  else
    {
      g_autofree char *new_path = save (image, name, ".new.png");

      g_test_message ("there is no %s yet; if %s is right, run tests/golden/run --update", path, new_path);
      g_test_fail ();
    }
  cairo_surface_destroy (wanted);
}

static void
test_scene (gconstpointer data)
{
  const Golden *self = data;
  g_autoptr (McScene) scene = self->make_scene ();
  McRect bounds = mc_scene_get_bounds (scene);

  for (McPaletteKind palette = MC_PALETTE_LIGHT; palette <= MC_PALETTE_PRINT; palette++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%s", self->name, palettes[palette]);
      cairo_t *cr;
      cairo_surface_t *image = new_image (bounds.width, bounds.height, self->zoom, palette, &cr);

      cairo_translate (cr, -bounds.x, -bounds.y);
      mc_painter_paint (cr, scene, palette, NULL, MC_ZOOM_PAPER);
      cairo_destroy (cr);
      judge (image, name);
      cairo_surface_destroy (image);
    }
}

static void
test_paper (gconstpointer data)
{
  const Golden *self = data;
  g_autoptr (McSheets) sheets = self->make_sheets ();
  double width, height;

  for (guint page = 0; page < mc_sheets_get_n_pages (sheets); page++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%u", self->name, page + 1);
      cairo_t *cr;
      cairo_surface_t *image;

      mc_sheets_get_size (sheets, page, &width, &height);
      image = new_image (width, height, self->zoom, MC_PALETTE_PRINT, &cr);
      mc_sheets_paint (sheets, cr, page);
      cairo_destroy (cr);
      judge (image, name);
      cairo_surface_destroy (image);
    }
}

static void
add (const char *name, McScene *(*make_scene) (void), McSheets *(*make_sheets) (void), double zoom)
{
  Golden *self = g_new0 (Golden, 1);
  g_autofree char *path = g_strdup_printf ("/golden/%s/%s", name, language ());

  *self = (Golden){ g_strdup (name), make_scene, make_sheets, zoom };
  g_test_add_data_func_full (path, self, make_scene ? test_scene : test_paper, golden_free);
}

void
mc_golden_add_scene (const char *name, McScene *(*make) (void), double zoom)
{
  add (name, make, NULL, zoom);
}

void
mc_golden_add_paper (const char *name, McSheets *(*make) (void), double zoom)
{
  add (name, NULL, make, zoom);
}
