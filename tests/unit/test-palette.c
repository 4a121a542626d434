/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "mc-palette.h"

static double
linear (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

/* WCAG 2.2, "relative luminance" and "contrast ratio". */
static double
luminance (McColor color)
{
  return 0.2126 * linear (color.red) + 0.7152 * linear (color.green) + 0.0722 * linear (color.blue);
}

static double
contrast (McColor a, McColor b)
{
  double x = luminance (a), y = luminance (b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

static const char *const names[] = { "light", "dark", "high contrast", "print" };

static void
assert_contrast (McColor a, McColor b, double least, McPaletteKind kind, McTone on, McTone of, const char *what)
{
  if (contrast (a, b) < least)
    {
      g_test_message ("%s: tone %u on tone %u, %s: %.2f:1, wanted %.1f:1", names[kind], of, on, what, contrast (a, b),
                      least);
      g_test_fail ();
    }
}

/* Full colours, on which nothing but ON_ACCENT is written. */
static gboolean
is_full (McTone tone)
{
  return tone == MC_TONE_INK || tone == MC_TONE_INK_SOFT || tone == MC_TONE_LINE || tone == MC_TONE_LINE_SOFT ||
         tone == MC_TONE_ACCENT || tone == MC_TONE_ON_ACCENT || tone == MC_TONE_WALL ||
         (tone >= MC_TONE_SERIES_1 && tone <= MC_TONE_SERIES_REST) || tone == MC_TONE_HEAT_4 || tone == MC_TONE_HEAT_5;
}

static void
test_text (void)
{
  for (McPaletteKind kind = MC_PALETTE_LIGHT; kind <= MC_PALETTE_PRINT; kind++)
    for (McTone tone = MC_TONE_PAPER; tone < MC_N_TONES; tone++)
      {
        McColor ink = mc_palette_get_ink (kind, tone), fill = mc_palette_get_fill (kind, tone);

        if (tone == MC_TONE_LINE_SOFT || tone == MC_TONE_ON_ACCENT)
          continue;
        assert_contrast (ink, mc_palette_get_fill (kind, MC_TONE_PAPER), 4.5, kind, MC_TONE_PAPER, tone, "ink");
        assert_contrast (ink, mc_palette_get_fill (kind, MC_TONE_PANEL), 4.5, kind, MC_TONE_PANEL, tone, "ink");
        if (is_full (tone))
          continue;
        assert_contrast (ink, fill, 4.5, kind, tone, tone, "ink");
        assert_contrast (mc_palette_get_ink (kind, MC_TONE_INK), fill, 4.5, kind, tone, MC_TONE_INK, "ink");
        assert_contrast (mc_palette_get_ink (kind, MC_TONE_INK_SOFT), fill, 4.5, kind, tone, MC_TONE_INK_SOFT, "ink");
      }
}

static void
test_on_pattern (void)
{
  for (McPaletteKind kind = MC_PALETTE_LIGHT; kind <= MC_PALETTE_PRINT; kind++)
    for (McTone tone = MC_TONE_PAPER; tone < MC_N_TONES; tone++)
      if (mc_palette_get_pattern (kind, tone) != MC_PATTERN_SOLID &&
          mc_palette_get_pattern (kind, tone) != MC_PATTERN_EMPTY)
        assert_contrast (mc_palette_get_ink (kind, MC_TONE_INK), mc_palette_get_pattern_ink (kind, tone), 4.5, kind,
                         tone, MC_TONE_INK, "ink over its pattern");
}

static void
test_full_colours (void)
{
  for (McPaletteKind kind = MC_PALETTE_LIGHT; kind <= MC_PALETTE_PRINT; kind++)
    for (McTone tone = MC_TONE_PAPER; tone < MC_N_TONES; tone++)
      {
        McColor fill = mc_palette_get_fill (kind, tone);

        if (!is_full (tone) || tone == MC_TONE_LINE_SOFT || tone == MC_TONE_ON_ACCENT)
          continue;
        assert_contrast (fill, mc_palette_get_fill (kind, MC_TONE_PAPER), 3, kind, MC_TONE_PAPER, tone, "shape");
        if (tone == MC_TONE_ACCENT || tone == MC_TONE_WALL || tone >= MC_TONE_SERIES_1)
          assert_contrast (fill, mc_palette_get_ink (kind, MC_TONE_ON_ACCENT), 4.5, kind, tone, MC_TONE_ON_ACCENT,
                           "ink");
      }
}

/* Whoever sees no colours tells the states of a seat by pattern and sign, and whoever sees nothing by the word. */
static void
test_never_colour_alone (void)
{
  for (McTone a = MC_TONE_STAFFED; a <= MC_TONE_CLOSED; a++)
    {
      g_assert_nonnull (mc_palette_get_sign (a));
      g_assert_nonnull (mc_palette_get_word (a));
      for (McTone b = a + 1; b <= MC_TONE_CLOSED; b++)
        {
          g_assert_cmpstr (mc_palette_get_sign (a), !=, mc_palette_get_sign (b));
          g_assert_cmpstr (mc_palette_get_word (a), !=, mc_palette_get_word (b));
        }
    }
  for (McTone tone = MC_TONE_CAME; tone <= MC_TONE_MOVED; tone++)
    g_assert_true (mc_palette_get_sign (tone) && mc_palette_get_word (tone));
}

static void
test_none (void)
{
  g_assert_cmpfloat (mc_palette_get_fill (MC_PALETTE_DARK, MC_TONE_NONE).alpha, ==, 0);
  g_assert_null (mc_palette_get_sign (MC_TONE_NONE));
  g_assert_null (mc_palette_get_word (MC_TONE_PAPER));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/palette/text", test_text);
  g_test_add_func ("/palette/on-pattern", test_on_pattern);
  g_test_add_func ("/palette/full-colours", test_full_colours);
  g_test_add_func ("/palette/never-colour-alone", test_never_colour_alone);
  g_test_add_func ("/palette/none", test_none);
  return g_test_run ();
}
