/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mc-sketch.h"

G_BEGIN_DECLS

/* The pieces of the DXF reader. A DXF is pairs of lines: a group code, and a value. */

/** McDxfPair: valid until the next one is read. */
typedef struct
{
  int code;
  const char *value; /* not terminated, blanks around it taken away */
  gsize length;
  guint line; /* of the value, from 1 */
} McDxfPair;

typedef struct
{
  const char *at, *end;
  guint line;
  McDxfPair pair;
  gboolean again; /* the pair was put back */
} McDxfLexer;

void mc_dxf_lexer_init (McDxfLexer *self, const char *data, gsize size);
/** mc_dxf_lexer_next: the next pair; %FALSE with @error, or without one at the end of the file. */
gboolean mc_dxf_lexer_next (McDxfLexer *self, GError **error);
/** mc_dxf_lexer_back: the next call gives the same pair again. */
void mc_dxf_lexer_back (McDxfLexer *self);
gboolean mc_dxf_lexer_is (const McDxfLexer *self, int code, const char *value);
char *mc_dxf_lexer_dup (const McDxfLexer *self);
gboolean mc_dxf_lexer_number (const McDxfLexer *self, double *number, GError **error);
gboolean mc_dxf_lexer_integer (const McDxfLexer *self, int *number, GError **error);
/** mc_dxf_lexer_fail: sets MC_ERROR_INVALID "line N: …"; %FALSE. */
gboolean mc_dxf_lexer_fail (const McDxfLexer *self, GError **error, const char *message);

/** McDxfCharset: how the letters of a file are written. */
typedef struct
{
  char *code_page; /* (nullable): of $DWGCODEPAGE, as iconv calls it */
  gboolean utf8;   /* release 2007 or later */
} McDxfCharset;

/** mc_dxf_text_decode: (transfer full): UTF-8 in composed form; \U+XXXX, %%d and the like become what they mean. */
char *mc_dxf_text_decode (const McDxfCharset *charset, const char *raw, gsize length);
/** mc_dxf_text_plain: (transfer full): what is left of an MTEXT without its formatting. */
char *mc_dxf_text_plain (const char *text);
/** mc_dxf_text_code_page: (transfer full) (nullable): "CP1258" for "ANSI_1258". */
char *mc_dxf_text_code_page (const char *name);

typedef enum
{
  MC_DXF_PATH,    /* points with bulges */
  MC_DXF_ARC,     /* centre, radius, from, to (degrees); of a circle 0 and 360 */
  MC_DXF_ELLIPSE, /* centre, end of the major axis from it, ratio, from, to (radians) */
  MC_DXF_TEXT,
  MC_DXF_INSERT,
} McDxfKind;

typedef struct
{
  double x, y, bulge;
} McDxfVertex;

/** McDxfEntity: one thing as the file says it, in the units and axes of its block. */
typedef struct
{
  McDxfKind kind;
  char *layer;
  GArray *points; /* McDxfVertex */
  gboolean closed;
  gboolean mirrored; /* its own z axis points down */
  char *text;        /* or the name of the block */
  double size, rotation, ratio, from, to;
  double scale_x, scale_y;
  double dx, dy;
  int columns, rows;
  double across, up; /* how a text lies about its point: see McSketchShape */
} McDxfEntity;

void mc_dxf_entity_free (gpointer entity);

typedef struct
{
  double x, y;
  GPtrArray *entities; /* McDxfEntity */
} McDxfBlock;

/** McDxfDrawing: a whole file, before blocks are put in their places. */
typedef struct
{
  McDxfCharset charset;
  double metres_per_unit;
  GHashTable *hidden;  /* names of layers that are off or frozen */
  GHashTable *blocks;  /* name: McDxfBlock */
  GPtrArray *entities; /* McDxfEntity */
  guint n_points;
  guint n_ignored;
} McDxfDrawing;

/** mc_dxf_read_entity: the entity that the pair just read begins; %FALSE with @error. Adds what it is to @entities. */
gboolean mc_dxf_read_entity (McDxfLexer *lexer, McDxfDrawing *drawing, GPtrArray *entities, GError **error);

/** mc_dxf_expand: %FALSE with @error when blocks make more than can be drawn. */
gboolean mc_dxf_expand (McDxfDrawing *drawing, McSketch *sketch, GError **error);

#define MC_DXF_MAX_POINTS 2000000u
#define MC_DXF_MAX_DEPTH 16u

G_END_DECLS
