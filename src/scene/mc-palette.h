/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * McPaletteKind: the four sets of colours. Print is the one of every file and sheet unless another is asked for.
 */
typedef enum
{
  MC_PALETTE_LIGHT,
  MC_PALETTE_DARK,
  MC_PALETTE_HIGH_CONTRAST,
  MC_PALETTE_PRINT,
} McPaletteKind;

/**
 * McTone: what a colour means. Scenes name tones, never colours; one table gives each its four values, its sign and
 * its pattern (mc_palette_get_sign(), mc_palette_get_pattern()), so that colour never speaks alone.
 */
typedef enum
{
  MC_TONE_NONE, /* not painted */
  /* ground */
  MC_TONE_PAPER,
  MC_TONE_PANEL, /* a card or box on the paper */
  MC_TONE_INK,
  MC_TONE_INK_SOFT, /* second line of a box, captions */
  MC_TONE_LINE,
  MC_TONE_LINE_SOFT, /* grid */
  MC_TONE_ACCENT,
  MC_TONE_ON_ACCENT,
  /* states: of seats, counters, days, rosters */
  MC_TONE_STAFFED,
  MC_TONE_STANDBY,
  MC_TONE_ARRIVING,
  MC_TONE_ABSENT,
  MC_TONE_ABSENT_UNEXCUSED,
  MC_TONE_GAP, /* vacant, empty chair */
  MC_TONE_CLOSED,
  MC_TONE_WEEKEND,
  MC_TONE_HOLIDAY,
  MC_TONE_SELECTED,
  MC_TONE_PUBLISHED,
  MC_TONE_DRAFT,
  MC_TONE_WARNING,
  MC_TONE_ERROR,
  /* floor plan */
  MC_TONE_WALL,
  MC_TONE_FLOOR,
  MC_TONE_AREA_INFORMATION,
  MC_TONE_AREA_RECEPTION,
  MC_TONE_AREA_FEEDBACK,
  MC_TONE_AREA_WAITING,
  MC_TONE_AREA_OFFICE,
  MC_TONE_AREA_MEETING,
  MC_TONE_AREA_POSTAL,
  MC_TONE_AREA_SERVICE,
  MC_TONE_AREA_OTHER,
  MC_TONE_FURNITURE,
  /* changes between two days */
  MC_TONE_CAME,
  MC_TONE_LEFT,
  MC_TONE_MOVED,
  /* charts: six that go together, and the rest */
  MC_TONE_SERIES_1,
  MC_TONE_SERIES_2,
  MC_TONE_SERIES_3,
  MC_TONE_SERIES_4,
  MC_TONE_SERIES_5,
  MC_TONE_SERIES_6,
  MC_TONE_SERIES_REST,
  /* heat maps: from little to much; the last two are full colours */
  MC_TONE_HEAT_1,
  MC_TONE_HEAT_2,
  MC_TONE_HEAT_3,
  MC_TONE_HEAT_4,
  MC_TONE_HEAT_5,
  MC_N_TONES,
} McTone;

/** McPattern: what is drawn over a fill, as lines and dots and never as a bitmap, so that it stays sharp on paper. */
typedef enum
{
  MC_PATTERN_SOLID,
  MC_PATTERN_HATCHED,
  MC_PATTERN_CROSSED,
  MC_PATTERN_DOTTED,
  MC_PATTERN_EMPTY, /* outline only */
} McPattern;

/** McColor: straight (not premultiplied) sRGB, 0…1. */
typedef struct
{
  double red, green, blue, alpha;
} McColor;

/** mc_palette_get_fill: the ground of a shape of this tone. */
McColor mc_palette_get_fill (McPaletteKind kind, McTone tone);
/**
 * mc_palette_get_ink: for text and strokes on the paper, on a panel or on the tone's own ground: at least 4.5:1 (WCAG
 * 2.2, 1.4.3 and 1.4.11). INK and INK_SOFT can be read on the ground of every tone but the full colours (ACCENT, WALL,
 * SERIES, HEAT_4, HEAT_5), whose text is ON_ACCENT. LINE_SOFT only decorates. tests/unit/test-palette.c measures all of
 * it.
 */
McColor mc_palette_get_ink (McPaletteKind kind, McTone tone);
/** mc_palette_get_pattern_ink: of the lines and dots of the pattern: weak enough that text over them stays readable. */
McColor mc_palette_get_pattern_ink (McPaletteKind kind, McTone tone);
McPattern mc_palette_get_pattern (McPaletteKind kind, McTone tone);
/** mc_palette_get_sign: (nullable): "✓", "◐", "✗", "○", "–" … */
const char *mc_palette_get_sign (McTone tone);
/** mc_palette_get_word: (nullable): the state in the person's language (STAFFED: "Present", Có mặt). */
const char *mc_palette_get_word (McTone tone);

G_END_DECLS
