/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-dxf-writer.h"

#include <math.h>

#include "mc-whole-file.h"

/* One group: a code and its value, on a line each. */
static void
put (GString *out, int code, const char *value)
{
  g_string_append_printf (out, "%3d\r\n%s\r\n", code, value);
}

static void
put_int (GString *out, int code, int value)
{
  g_string_append_printf (out, "%3d\r\n%6d\r\n", code, value);
}

static void
put_double (GString *out, int code, double value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  put (out, code, g_ascii_formatd (number, sizeof number, "%.6f", value));
}

static void
put_point (GString *out, McSketchPoint point)
{
  put_double (out, 10, point.x);
  put_double (out, 20, point.y);
  put_double (out, 30, 0);
}

/* R12 has no code for letters; \U+XXXX is what the programs since then write into it and read from it. */
static void
put_text (GString *out, int code, const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *c = valid; *c; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (letter >= 0x20 && letter < 0x7f)
        g_string_append_c (plain, (char)letter);
      else if (letter < 0x10000 && letter >= 0x20)
        g_string_append_printf (plain, "\\U+%04X", letter);
      else
        g_string_append_c (plain, ' ');
    }
  put (out, code, plain->str);
}

static void
put_path (GString *out, const McSketchShape *shape)
{
  if (shape->n_points == 2 && !shape->closed)
    {
      put (out, 0, "LINE");
      put (out, 8, shape->layer);
      put_point (out, shape->points[0]);
      put_double (out, 11, shape->points[1].x);
      put_double (out, 21, shape->points[1].y);
      put_double (out, 31, 0);
      return;
    }
  put (out, 0, "POLYLINE");
  put (out, 8, shape->layer);
  put_int (out, 66, 1);
  put_point (out, (McSketchPoint){ 0, 0 });
  put_int (out, 70, shape->closed ? 1 : 0);
  for (gsize i = 0; i < shape->n_points; i++)
    {
      put (out, 0, "VERTEX");
      put (out, 8, shape->layer);
      put_point (out, shape->points[i]);
    }
  put (out, 0, "SEQEND");
  put (out, 8, shape->layer);
}

/* A text that does not begin at its point has that as its second one; the first is then anybody's to reckon. */
static void
put_words (GString *out, const McSketchShape *shape)
{
  int across = (int)lround (shape->across * 2);
  int up = (int)lround (shape->up * 2);

  put (out, 0, "TEXT");
  put (out, 8, shape->layer);
  put_point (out, shape->points[0]);
  put_double (out, 40, shape->size);
  put_text (out, 1, shape->text);
  put_double (out, 50, shape->rotation);
  put (out, 7, "STANDARD");
  if (across == 0 && up == 0)
    return;
  put_int (out, 72, across);
  put_double (out, 11, shape->points[0].x);
  put_double (out, 21, shape->points[0].y);
  put_double (out, 31, 0);
  /* 0 is the line that it stands on, 2 the middle, 3 the top. */
  put_int (out, 73, up == 0 ? 0 : up + 1);
}

static void
put_shape (GString *out, const McSketchShape *shape)
{
  switch (shape->kind)
    {
    case MC_SKETCH_PATH:
      if (shape->n_points > 1)
        put_path (out, shape);
      break;
    case MC_SKETCH_TEXT:
      put_words (out, shape);
      break;
    case MC_SKETCH_INSERT:
      put (out, 0, "INSERT");
      put (out, 8, shape->layer);
      put (out, 2, shape->text);
      put_point (out, shape->points[0]);
      put_double (out, 41, shape->size);
      put_double (out, 42, shape->size);
      put_double (out, 50, shape->rotation);
      break;
    default:
      g_return_if_reached ();
    }
}

static void
put_shapes (GString *out, McSketch *sketch)
{
  GPtrArray *shapes = mc_sketch_get_shapes (sketch);

  for (guint i = 0; i < shapes->len; i++)
    put_shape (out, g_ptr_array_index (shapes, i));
}

static void
begin_section (GString *out, const char *name)
{
  put (out, 0, "SECTION");
  put (out, 2, name);
}

static void
put_corner (GString *out, const char *variable, McSketchPoint corner)
{
  put (out, 9, variable);
  put_point (out, corner);
}

static void
put_header (GString *out, McSketch *sketch)
{
  double unit = mc_sketch_get_metres_per_unit (sketch);
  McSketchPoint low = { 0, 0 }, high = { 1, 1 };

  mc_sketch_get_bounds (sketch, &low, &high);
  begin_section (out, "HEADER");
  put (out, 9, "$ACADVER");
  put (out, 1, "AC1009");
  put (out, 9, "$INSUNITS");
  put_int (out, 70, fabs (unit - 1) < 1e-9 ? 6 : fabs (unit - 0.001) < 1e-9 ? 4 : 0);
  put_corner (out, "$EXTMIN", low);
  put_corner (out, "$EXTMAX", high);
  put (out, 0, "ENDSEC");
}

static void
begin_table (GString *out, const char *name, guint n)
{
  put (out, 0, "TABLE");
  put (out, 2, name);
  put_int (out, 70, (int)n);
}

static void
put_tables (GString *out, McSketch *sketch)
{
  g_auto (GStrv) layers = mc_sketch_get_layers (sketch);

  begin_section (out, "TABLES");
  begin_table (out, "LTYPE", 1);
  put (out, 0, "LTYPE");
  put (out, 2, "CONTINUOUS");
  put_int (out, 70, 0);
  put (out, 3, "Solid line");
  put_int (out, 72, 65);
  put_int (out, 73, 0);
  put_double (out, 40, 0);
  put (out, 0, "ENDTAB");
  begin_table (out, "LAYER", g_strv_length (layers));
  for (guint i = 0; layers[i]; i++)
    {
      put (out, 0, "LAYER");
      put (out, 2, layers[i]);
      put_int (out, 70, 0);
      put_int (out, 62, 1 + (int)i % 7);
      put (out, 6, "CONTINUOUS");
    }
  put (out, 0, "ENDTAB");
  begin_table (out, "STYLE", 1);
  put (out, 0, "STYLE");
  put (out, 2, "STANDARD");
  put_int (out, 70, 0);
  put_double (out, 40, 0);
  put_double (out, 41, 1);
  put_double (out, 50, 0);
  put_int (out, 71, 0);
  put_double (out, 42, 0.2);
  put (out, 3, "arial.ttf");
  put (out, 4, "");
  put (out, 0, "ENDTAB");
  put (out, 0, "ENDSEC");
}

static void
put_blocks (GString *out, McSketch *sketch)
{
  g_auto (GStrv) blocks = mc_sketch_get_blocks (sketch);

  begin_section (out, "BLOCKS");
  for (guint i = 0; blocks[i]; i++)
    {
      put (out, 0, "BLOCK");
      put (out, 8, "0");
      put (out, 2, blocks[i]);
      put_int (out, 70, 0);
      put_point (out, (McSketchPoint){ 0, 0 });
      put (out, 3, blocks[i]);
      put_shapes (out, mc_sketch_get_block (sketch, blocks[i]));
      put (out, 0, "ENDBLK");
      put (out, 8, "0");
    }
  put (out, 0, "ENDSEC");
}

GBytes *
mc_dxf_format (McSketch *sketch)
{
  GString *out = g_string_new (NULL);

  put_header (out, sketch);
  put_tables (out, sketch);
  put_blocks (out, sketch);
  begin_section (out, "ENTITIES");
  put_shapes (out, sketch);
  put (out, 0, "ENDSEC");
  put (out, 0, "EOF");
  return g_string_free_to_bytes (out);
}

gboolean
mc_dxf_write (McSketch *sketch, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = mc_dxf_format (sketch);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return mc_whole_file_write (file, bytes, G_FILE_CREATE_NONE, error);
}
