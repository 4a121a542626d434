/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-palette.h"

#include <glib/gi18n-lib.h>

#define N_KINDS 4

/* One row a tone, 0xRRGGBB in the order of McPaletteKind. tests/unit/test-palette.c measures every pair that can stand
 * on one another, so a new value is tried by changing it here. */
typedef struct
{
  guint32 fill[N_KINDS];
  guint32 ink[N_KINDS];
  McPattern pattern;
  const char *sign;
  const char *word; /* of context "state" */
} Row;

/* clang-format off */
static const Row rows[MC_N_TONES] = {
  [MC_TONE_PAPER]            = { { 0xfafaf9, 0x1e1e22, 0xffffff, 0xffffff }, { 0x1c1c1f, 0xf4f4f5, 0x000000, 0x000000 } },
  [MC_TONE_PANEL]            = { { 0xffffff, 0x2b2b31, 0xffffff, 0xffffff }, { 0x1c1c1f, 0xf4f4f5, 0x000000, 0x000000 } },
  [MC_TONE_INK]              = { { 0x1c1c1f, 0xf4f4f5, 0x000000, 0x000000 }, { 0x1c1c1f, 0xf4f4f5, 0x000000, 0x000000 } },
  [MC_TONE_INK_SOFT]         = { { 0x4c4d54, 0xc6c7cf, 0x1a1a1a, 0x3c3c3c }, { 0x4c4d54, 0xc6c7cf, 0x1a1a1a, 0x3c3c3c } },
  [MC_TONE_LINE]             = { { 0x6b6c73, 0x9a9ba5, 0x000000, 0x606060 }, { 0x6b6c73, 0x9a9ba5, 0x000000, 0x606060 } },
  [MC_TONE_LINE_SOFT]        = { { 0xdcdce0, 0x3d3d44, 0x8a8a8a, 0xc8c8c8 }, { 0xdcdce0, 0x3d3d44, 0x8a8a8a, 0xc8c8c8 } },
  [MC_TONE_ACCENT]           = { { 0x1a5fb4, 0x78aeed, 0x00307a, 0x1a4a8a }, { 0x1a5fb4, 0x78aeed, 0x00307a, 0x1a4a8a } },
  [MC_TONE_ON_ACCENT]        = { { 0xffffff, 0x0b1420, 0xffffff, 0xffffff }, { 0xffffff, 0x0b1420, 0xffffff, 0xffffff } },

  [MC_TONE_STAFFED]          = { { 0xd9f1e0, 0x173d29, 0xffffff, 0xe9f6ed }, { 0x1a6436, 0x92e2af, 0x004d1a, 0x14552d },
                                 MC_PATTERN_SOLID, "✓", NC_ ("state", "Present") },
  [MC_TONE_STANDBY]          = { { 0xd9e8fb, 0x1b3554, 0xffffff, 0xe8f0fa }, { 0x1c5391, 0xa3caf8, 0x003c8f, 0x1b4477 },
                                 MC_PATTERN_HATCHED, "◐", NC_ ("state", "Standby stands in") },
  [MC_TONE_ARRIVING]         = { { 0xe6f0f2, 0x213a3f, 0xffffff, 0xeef4f5 }, { 0x205e69, 0x9bdbe6, 0x004550, 0x1d525c },
                                 MC_PATTERN_DOTTED, "◔", NC_ ("state", "Arriving") },
  [MC_TONE_ABSENT]           = { { 0xfdebd0, 0x46330f, 0xffffff, 0xfaf2e4 }, { 0x7a4a00, 0xf5ce86, 0x5c3500, 0x6b4100 },
                                 MC_PATTERN_HATCHED, "✗", NC_ ("state", "Absent with leave") },
  [MC_TONE_ABSENT_UNEXCUSED] = { { 0xfbdcdc, 0x4d1e22, 0xffffff, 0xfaeaea }, { 0xa01521, 0xffb4b8, 0x8a0010, 0x8f121d },
                                 MC_PATTERN_CROSSED, "✗!", NC_ ("state", "Absent without leave") },
  [MC_TONE_GAP]              = { { 0xffffff, 0x1e1e22, 0xffffff, 0xffffff }, { 0xa01521, 0xff9ea4, 0x8a0010, 0x8f121d },
                                 MC_PATTERN_EMPTY, "○", NC_ ("state", "Vacant") },
  [MC_TONE_CLOSED]           = { { 0xe6e6e9, 0x3a3a41, 0xffffff, 0xececec }, { 0x4f5057, 0xc6c7cf, 0x1a1a1a, 0x3c3c3c },
                                 MC_PATTERN_DOTTED, "–", NC_ ("state", "Counter closed") },
  [MC_TONE_WEEKEND]          = { { 0xf0f0f2, 0x2c2c33, 0xf2f2f2, 0xf2f2f2 }, { 0x4f5057, 0xc6c7cf, 0x1a1a1a, 0x3c3c3c },
                                 MC_PATTERN_SOLID, NULL, NC_ ("state", "Weekend") },
  [MC_TONE_HOLIDAY]          = { { 0xfde8ee, 0x43232f, 0xffffff, 0xfaeef2 }, { 0x96234c, 0xf7b3ca, 0x78002f, 0x84203f },
                                 MC_PATTERN_DOTTED, "★", NC_ ("state", "Holiday") },
  [MC_TONE_SELECTED]         = { { 0xd5e5fa, 0x1f3d63, 0xfff4b8, 0xe0ebf9 }, { 0x1a5fb4, 0xa3caf8, 0x00307a, 0x1a4a8a },
                                 MC_PATTERN_SOLID, NULL, NC_ ("state", "Selected") },
  [MC_TONE_PUBLISHED]        = { { 0xd9f1e0, 0x173d29, 0xffffff, 0xe9f6ed }, { 0x1a6436, 0x92e2af, 0x004d1a, 0x14552d },
                                 MC_PATTERN_SOLID, "✓", NC_ ("state", "Published") },
  [MC_TONE_DRAFT]            = { { 0xf1effa, 0x312c4a, 0xffffff, 0xf4f2fa }, { 0x55409c, 0xcbbff5, 0x3a2480, 0x4a3888 },
                                 MC_PATTERN_HATCHED, "✎", NC_ ("state", "Draft") },
  [MC_TONE_WARNING]          = { { 0xfdf0c8, 0x453a0c, 0xffffff, 0xfaf5e0 }, { 0x735300, 0xf3d774, 0x574000, 0x664a00 },
                                 MC_PATTERN_SOLID, "⚠", NC_ ("state", "Warning") },
  [MC_TONE_ERROR]            = { { 0xfbdcdc, 0x4d1e22, 0xffffff, 0xfaeaea }, { 0xa01521, 0xffb4b8, 0x8a0010, 0x8f121d },
                                 MC_PATTERN_CROSSED, "✖", NC_ ("state", "Violation") },

  [MC_TONE_WALL]             = { { 0x3a3b41, 0xc6c7cf, 0x000000, 0x2a2a2a }, { 0x3a3b41, 0xc6c7cf, 0x000000, 0x2a2a2a } },
  [MC_TONE_FLOOR]            = { { 0xf7f4ee, 0x26262a, 0xffffff, 0xffffff }, { 0x4f4a3d, 0xcfc9ba, 0x000000, 0x3c382e } },
  [MC_TONE_AREA_INFORMATION] = { { 0xe3eefb, 0x1f3047, 0xffffff, 0xf0f5fb }, { 0x1c5391, 0xa3caf8, 0x003c8f, 0x1b4477 } },
  [MC_TONE_AREA_RECEPTION]   = { { 0xe4f3e8, 0x1c3527, 0xffffff, 0xf0f7f2 }, { 0x1a6436, 0x92e2af, 0x004d1a, 0x14552d } },
  [MC_TONE_AREA_FEEDBACK]    = { { 0xfbe9e4, 0x42281f, 0xffffff, 0xfaf2ef }, { 0x8d3417, 0xf6bba6, 0x6f2000, 0x7c2e14 } },
  [MC_TONE_AREA_WAITING]     = { { 0xfaf3d9, 0x3a341a, 0xffffff, 0xfaf7ea }, { 0x655200, 0xe9d587, 0x4d3f00, 0x5a4900 } },
  [MC_TONE_AREA_OFFICE]      = { { 0xeeebf8, 0x2e2a42, 0xffffff, 0xf4f2fa }, { 0x55409c, 0xcbbff5, 0x3a2480, 0x4a3888 } },
  [MC_TONE_AREA_MEETING]     = { { 0xe2f1f2, 0x1c3638, 0xffffff, 0xf0f6f7 }, { 0x1b5f66, 0x97dce3, 0x00454c, 0x19535a } },
  [MC_TONE_AREA_POSTAL]      = { { 0xfdecd8, 0x412f17, 0xffffff, 0xfaf3ea }, { 0x7a4600, 0xf5c98a, 0x5c3500, 0x6b3e00 } },
  [MC_TONE_AREA_SERVICE]     = { { 0xf6e8f3, 0x3b2738, 0xffffff, 0xf9f1f7 }, { 0x82266f, 0xf0b5e3, 0x650052, 0x732162 } },
  [MC_TONE_AREA_OTHER]       = { { 0xeeeef0, 0x303036, 0xffffff, 0xf3f3f4 }, { 0x4f5057, 0xc6c7cf, 0x1a1a1a, 0x3c3c3c } },
  [MC_TONE_FURNITURE]        = { { 0xeadfcd, 0x453c2e, 0xffffff, 0xf3eee5 }, { 0x5a4930, 0xd9c8ab, 0x3b2d14, 0x4e3f29 } },

  [MC_TONE_CAME]             = { { 0xd9f1e0, 0x173d29, 0xffffff, 0xe9f6ed }, { 0x1a6436, 0x92e2af, 0x004d1a, 0x14552d },
                                 MC_PATTERN_SOLID, "+", NC_ ("state", "Came") },
  [MC_TONE_LEFT]             = { { 0xfbdcdc, 0x4d1e22, 0xffffff, 0xfaeaea }, { 0xa01521, 0xffb4b8, 0x8a0010, 0x8f121d },
                                 MC_PATTERN_CROSSED, "−", NC_ ("state", "Left") },
  [MC_TONE_MOVED]            = { { 0xd9e8fb, 0x1b3554, 0xffffff, 0xe8f0fa }, { 0x1c5391, 0xa3caf8, 0x003c8f, 0x1b4477 },
                                 MC_PATTERN_HATCHED, "→", NC_ ("state", "Moved") },

  [MC_TONE_SERIES_1]         = { { 0x1a5fb4, 0x78aeed, 0x00307a, 0x1a4a8a }, { 0x1a5fb4, 0x78aeed, 0x00307a, 0x1a4a8a } },
  [MC_TONE_SERIES_2]         = { { 0xa8480b, 0xf5a970, 0x7a2e00, 0x8d3d0a }, { 0xa8480b, 0xf5a970, 0x7a2e00, 0x8d3d0a } },
  [MC_TONE_SERIES_3]         = { { 0x1a7343, 0x7fd8a0, 0x004d1a, 0x165f38 }, { 0x1a7343, 0x7fd8a0, 0x004d1a, 0x165f38 } },
  [MC_TONE_SERIES_4]         = { { 0x7a3fa0, 0xcfa5ec, 0x4b1470, 0x663486 }, { 0x7a3fa0, 0xcfa5ec, 0x4b1470, 0x663486 } },
  [MC_TONE_SERIES_5]         = { { 0x7a6100, 0xdec760, 0x4d3f00, 0x675200 }, { 0x7a6100, 0xdec760, 0x4d3f00, 0x675200 } },
  [MC_TONE_SERIES_6]         = { { 0x0f6b78, 0x7fd3df, 0x00454c, 0x0d5a65 }, { 0x0f6b78, 0x7fd3df, 0x00454c, 0x0d5a65 } },
  [MC_TONE_SERIES_REST]      = { { 0x6b6c73, 0x9a9ba5, 0x404040, 0x606060 }, { 0x6b6c73, 0x9a9ba5, 0x404040, 0x606060 } },

  [MC_TONE_HEAT_1]           = { { 0xeaf1fb, 0x222b3b, 0xffffff, 0xf0f5fb }, { 0x12437f, 0xc9e0ff, 0x00307a, 0x123c75 } },
  [MC_TONE_HEAT_2]           = { { 0xd0e0f6, 0x273d5c, 0xdce6f5, 0xd5e3f5 }, { 0x12437f, 0xc9e0ff, 0x00307a, 0x123c75 } },
  [MC_TONE_HEAT_3]           = { { 0xb5cff1, 0x2f4f78, 0xb9cdec, 0xb8cfee }, { 0x12437f, 0xc9e0ff, 0x00307a, 0x123c75 } },
  [MC_TONE_HEAT_4]           = { { 0x3571bf, 0x6aa5e6, 0x2a5aa8, 0x3a6fb5 }, { 0x2c65ae, 0x8abaf0, 0x2a5aa8, 0x3468ad } },
  [MC_TONE_HEAT_5]           = { { 0x0f3f80, 0xafd3ff, 0x00204f, 0x123c75 }, { 0x0f3f80, 0xafd3ff, 0x00204f, 0x123c75 } },
};
/* clang-format on */

static McColor
to_color (guint32 rgb)
{
  return (McColor){ (rgb >> 16 & 0xff) / 255.0, (rgb >> 8 & 0xff) / 255.0, (rgb & 0xff) / 255.0, 1 };
}

McColor
mc_palette_get_fill (McPaletteKind kind, McTone tone)
{
  g_return_val_if_fail ((guint)kind < N_KINDS && (guint)tone < MC_N_TONES, (McColor){ 0 });
  return tone == MC_TONE_NONE ? (McColor){ 0 } : to_color (rows[tone].fill[kind]);
}

McColor
mc_palette_get_ink (McPaletteKind kind, McTone tone)
{
  g_return_val_if_fail ((guint)kind < N_KINDS && (guint)tone < MC_N_TONES, (McColor){ 0 });
  return tone == MC_TONE_NONE ? (McColor){ 0 } : to_color (rows[tone].ink[kind]);
}

McColor
mc_palette_get_pattern_ink (McPaletteKind kind, McTone tone)
{
  McColor fill = mc_palette_get_fill (kind, tone), ink = mc_palette_get_ink (kind, tone);
  double share = kind == MC_PALETTE_HIGH_CONTRAST ? 0.35 : 0.22;

  return (McColor){ fill.red + (ink.red - fill.red) * share, fill.green + (ink.green - fill.green) * share,
                    fill.blue + (ink.blue - fill.blue) * share, fill.alpha };
}

McPattern
mc_palette_get_pattern (McPaletteKind kind, McTone tone)
{
  g_return_val_if_fail ((guint)tone < MC_N_TONES, MC_PATTERN_SOLID);
  return rows[tone].pattern;
}

const char *
mc_palette_get_sign (McTone tone)
{
  g_return_val_if_fail ((guint)tone < MC_N_TONES, NULL);
  return rows[tone].sign;
}

const char *
mc_palette_get_word (McTone tone)
{
  g_return_val_if_fail ((guint)tone < MC_N_TONES, NULL);
  return rows[tone].word ? g_dpgettext2 (GETTEXT_PACKAGE, "state", rows[tone].word) : NULL;
}
