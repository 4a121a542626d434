/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a chart of ten years of the whole city's days costs: layout and painting on a screen of 1366 by 768, where the
 * goal is 50 ms. The peer strokes the same values with plain cairo, a point for each day, and writes nothing. */
#include <time.h>

#include "chart-fixture.h"
#include "mc-chart-scene.h"
#include "mc-painter.h"

#define WIDTH 1366
#define HEIGHT 768
#define N_DAYS 3652
#define N_SERIES 17
#define N_ROUNDS 9
#define ZOOM 1.3333 /* 96 dpi */

typedef struct
{
  McChart *chart;
  cairo_t *cr;
} Work;

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return x < y ? -1 : x > y;
}

/* Of this thread: nothing here waits, and so what else the machine does is left out. */
static double
milliseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* The median of the rounds after the first, which fills the caches. */
static double
median (void (*work) (const Work *), const Work *data)
{
  double times[N_ROUNDS];

  work (data);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double began = milliseconds ();

      work (data);
      times[i] = milliseconds () - began;
    }
  qsort (times, N_ROUNDS, sizeof *times, compare);
  return times[N_ROUNDS / 2];
}

static void
draw (const Work *self)
{
  const McChartOptions options = { .width = WIDTH / ZOOM, .height = HEIGHT / ZOOM };
  g_autoptr (McScene) scene = mc_chart_scene_new (self->chart, &options);

  cairo_identity_matrix (self->cr);
  cairo_set_source_rgb (self->cr, 1, 1, 1);
  cairo_paint (self->cr);
  cairo_scale (self->cr, ZOOM, ZOOM);
  mc_painter_paint (self->cr, scene, MC_PALETTE_LIGHT, NULL, ZOOM);
}

static void
draw_peer (const Work *self)
{
  cairo_identity_matrix (self->cr);
  cairo_set_source_rgb (self->cr, 1, 1, 1);
  cairo_paint (self->cr);
  cairo_set_source_rgb (self->cr, 0.1, 0.4, 0.7);
  cairo_set_line_width (self->cr, 1.8 * ZOOM);
  for (guint s = 0; s < mc_chart_get_n_series (self->chart); s++)
    {
      for (guint i = 0; i < N_DAYS; i++)
        cairo_line_to (self->cr, i * (double)WIDTH / N_DAYS,
                       HEIGHT - mc_chart_get_value (self->chart, s, i) / 4000 * HEIGHT);
      cairo_stroke (self->cr);
    }
}

int
main (void)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  g_autoptr (McChart) one = chart_fixture_days (MC_CHART_LINES, N_DAYS, 1);
  g_autoptr (McChart) lines = chart_fixture_days (MC_CHART_LINES, N_DAYS, N_SERIES);
  g_autoptr (McChart) stacked = chart_fixture_days (MC_CHART_STACKED, N_DAYS, N_SERIES);
  g_autoptr (McChart) multiples = chart_fixture_days (MC_CHART_MULTIPLES, N_DAYS, N_SERIES);
  cairo_t *cr = cairo_create (image);

  g_print ("chart-of-%d-days %.1f ms\n", N_DAYS, median (draw, &(Work){ one, cr }));
  g_print ("peer-chart-of-%d-days %.1f ms\n", N_DAYS, median (draw_peer, &(Work){ one, cr }));
  g_print ("chart-of-%d-days-of-%d-agencies %.1f ms\n", N_DAYS, N_SERIES, median (draw, &(Work){ lines, cr }));
  g_print ("peer-chart-of-%d-days-of-%d-agencies %.1f ms\n", N_DAYS, N_SERIES,
           median (draw_peer, &(Work){ lines, cr }));
  g_print ("columns-of-%d-days-of-%d-agencies %.1f ms\n", N_DAYS, N_SERIES, median (draw, &(Work){ stacked, cr }));
  g_print ("panels-of-%d-days-of-%d-agencies %.1f ms\n", N_DAYS, N_SERIES, median (draw, &(Work){ multiples, cr }));
  cairo_destroy (cr);
  cairo_surface_destroy (image);
  return 0;
}
