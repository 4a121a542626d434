/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DXF files as different programs write them, broken ones, and our own. */
#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "mc-dxf-reader.h"
#include "mc-dxf-writer.h"
#include "mc-error.h"

static GBytes *
load (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("MOTCUA_SRCDIR"), "tests", "data", "dxf", name, NULL);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

static McSketch *
read_good (const char *name, guint *n_ignored)
{
  g_autoptr (GBytes) bytes = load (name);
  g_autoptr (GError) error = NULL;
  McSketch *sketch = mc_dxf_read (bytes, n_ignored, &error);

  g_assert_no_error (error);
  return sketch;
}

static const McSketchShape *
shape (McSketch *sketch, guint index)
{
  g_assert_cmpuint (index, <, mc_sketch_get_shapes (sketch)->len);
  return g_ptr_array_index (mc_sketch_get_shapes (sketch), index);
}

static void
assert_point (McSketchPoint point, double x, double y)
{
  g_assert_cmpfloat_with_epsilon (point.x, x, 1e-6);
  g_assert_cmpfloat_with_epsilon (point.y, y, 1e-6);
}

static void
test_autocad (void)
{
  g_autoptr (McSketch) sketch = read_good ("r12-autocad.dxf", NULL);

  g_assert_cmpfloat (mc_sketch_get_metres_per_unit (sketch), ==, 1);
  /* Two lines, circle, arc, polyline, chair, two texts; nothing of the layers that are off or frozen. */
  g_assert_cmpuint (mc_sketch_get_shapes (sketch)->len, ==, 8);
  g_assert_cmpstr (shape (sketch, 0)->layer, ==, "TUONG");
  assert_point (shape (sketch, 0)->points[1], 6, 0);
  g_assert_true (shape (sketch, 2)->closed);
  g_assert_cmpuint (shape (sketch, 2)->n_points, ==, 72);
  for (gsize i = 0; i < shape (sketch, 2)->n_points; i++)
    g_assert_cmpfloat_with_epsilon (hypot (shape (sketch, 2)->points[i].x - 3, shape (sketch, 2)->points[i].y - 2), 0.5,
                                    1e-9);
  assert_point (shape (sketch, 3)->points[0], 0.9, 0);
  assert_point (shape (sketch, 3)->points[shape (sketch, 3)->n_points - 1], 0, 0.9);
  /* A bulge of 1 is a half circle, to the right of who walks along it. */
  assert_point (shape (sketch, 4)->points[0], 0, 5);
  assert_point (shape (sketch, 4)->points[shape (sketch, 4)->n_points / 2], 1, 4);
  assert_point (shape (sketch, 4)->points[shape (sketch, 4)->n_points - 1], 2, 5);
  /* The block's base (0.5, 0.5) comes to (10, 10), twice as large and turned. */
  assert_point (shape (sketch, 5)->points[0], 11, 9);
  assert_point (shape (sketch, 5)->points[1], 11, 11);
  g_assert_cmpstr (shape (sketch, 6)->text, ==, "Phòng tiếp dân");
  g_assert_cmpstr (shape (sketch, 7)->text, ==, "Đôê °");
}

static void
test_librecad (void)
{
  guint ignored;
  g_autoptr (McSketch) sketch = read_good ("2007-librecad.dxf", &ignored);
  McSketchPoint low, high;

  g_assert_cmpfloat (mc_sketch_get_metres_per_unit (sketch), ==, 0.001);
  g_assert_cmpuint (mc_sketch_get_shapes (sketch)->len, ==, 3);
  g_assert_cmpuint (ignored, ==, 1);
  g_assert_cmpstr (shape (sketch, 0)->layer, ==, "Tường");
  g_assert_true (shape (sketch, 0)->closed);
  /* The bulge from (6000, 0) to (6000, 4000) goes out by half of half the chord. */
  g_assert_true (mc_sketch_get_bounds (sketch, &low, &high));
  g_assert_cmpfloat_with_epsilon (high.x, 7000, 5);
  g_assert_cmpfloat_with_epsilon (low.x, 0, 1e-6);
  g_assert_cmpstr (shape (sketch, 2)->text, ==, "Khu vực tiếp nhận");
  /* Attachment 5: its middle lies there, however wide the letters come out. */
  assert_point (shape (sketch, 2)->points[0], 3000, 2000);
  g_assert_cmpfloat (shape (sketch, 2)->across, ==, 0.5);
  g_assert_cmpfloat (shape (sketch, 2)->up, ==, 0.5);
}

static void
test_others (void)
{
  guint ignored;
  g_autoptr (McSketch) minimal = read_good ("minimal.dxf", &ignored);
  g_autoptr (McSketch) mac = read_good ("mac.dxf", NULL);

  g_assert_cmpfloat (mc_sketch_get_metres_per_unit (minimal), ==, 0);
  g_assert_cmpuint (ignored, ==, 1);
  assert_point (shape (minimal, 0)->points[0], 1, 2.5);
  assert_point (shape (minimal, 0)->points[1], -3, 0.5);
  g_assert_true (shape (minimal, 1)->closed);
  assert_point (shape (mac, 0)->points[1], 3, 4);
}

static void
test_blocks (void)
{
  g_autoptr (McSketch) sketch = read_good ("blocks.dxf", NULL);

  /* One line in two blocks, six of an array, one mirrored, one with an attribute; the rings stop by themselves. */
  g_assert_cmpuint (mc_sketch_get_shapes (sketch)->len, ==, 10);
  assert_point (shape (sketch, 0)->points[0], 10, 0);
  assert_point (shape (sketch, 0)->points[1], 10, 3);
  assert_point (shape (sketch, 6)->points[0], 20, 20);
  assert_point (shape (sketch, 7)->points[0], -5, 0);
  assert_point (shape (sketch, 7)->points[1], -6, 0);
  g_assert_cmpstr (shape (sketch, 9)->text, ==, "SO-7");
}

static void
test_broken (gconstpointer data)
{
  g_auto (GStrv) parts = g_strsplit (data, "|", 2);
  g_autoptr (GBytes) bytes = load (parts[0]);
  g_autoptr (GError) error = NULL;
  const int code = strstr (parts[1], "save it") ? MC_ERROR_UNSUPPORTED : MC_ERROR_INVALID;

  g_assert_null (mc_dxf_read (bytes, NULL, &error));
  g_assert_error (error, MC_ERROR, code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, parts[1]));
}

/* Whatever happens to a file on its way: it is read, or refused with a sentence. */
static void
test_damaged (void)
{
  static const char *const files[] = { "r12-autocad.dxf", "2007-librecad.dxf", "blocks.dxf", "minimal.dxf" };

  for (guint f = 0; f < G_N_ELEMENTS (files); f++)
    {
      g_autoptr (GBytes) good = load (files[f]);
      gsize size;
      const char *data = g_bytes_get_data (good, &size);

      for (guint round = 0; round < 1500; round++)
        {
          g_autofree char *copy = g_memdup2 (data, size);
          gsize length = g_test_rand_int_range (0, 4) == 0 ? (gsize)g_test_rand_int_range (0, (int)size) : size;
          g_autoptr (GBytes) bytes = NULL;
          g_autoptr (GError) error = NULL;
          g_autoptr (McSketch) sketch = NULL;

          for (int n = g_test_rand_int_range (1, 12); n > 0; n--)
            copy[g_test_rand_int_range (0, (int)size)] =
                "0123456789-.\r\n E\\%\xff\x01Z"[g_test_rand_int_range (0, 22)];
          bytes = g_bytes_new (copy, length);
          sketch = mc_dxf_read (bytes, NULL, &error);
          g_assert_true ((sketch != NULL) == (error == NULL));
          if (error)
            g_assert_true (error->domain == MC_ERROR && *error->message && g_utf8_validate (error->message, -1, NULL));
        }
    }
}

/* What we write, we read. */
static void
test_round_trip (void)
{
  g_autoptr (McSketch) sketch = mc_sketch_new (1);
  McSketch *block = mc_sketch_new (1);
  const McSketchPoint room[] = { { 0, 0 }, { 6, 0 }, { 6, -4 }, { 0, -4 } };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (McSketch) back = NULL;
  g_autoptr (GError) error = NULL;
  const char *data;
  gsize size;

  mc_sketch_add_path (block, "QUAY", room, 4, TRUE);
  mc_sketch_add_block (sketch, "COUNTER", block);
  mc_sketch_add_path (sketch, "TUONG", room, 2, FALSE);
  mc_sketch_add_path (sketch, "TUONG", room, 4, TRUE);
  mc_sketch_add_text (sketch, "CHU", room[2], "Khu vực tiếp nhận — Đ", 0.3, 30);
  mc_sketch_add_insert (sketch, "QUAY", room[1], "COUNTER", 2, 90);
  for (guint i = 0; i < 9; i++)
    mc_sketch_add_label (sketch, "CHU", room[2], "Quầy số 1", 0.3, 90, (i % 3) / 2.0, (double)(i / 3) / 2);
  bytes = mc_dxf_format (sketch);
  data = g_bytes_get_data (bytes, &size);
  for (gsize i = 0; i < size; i++)
    g_assert_cmpint (data[i] & 0x80, ==, 0);
  back = mc_dxf_read (bytes, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (mc_sketch_get_metres_per_unit (back), ==, 1);
  g_assert_cmpuint (mc_sketch_get_shapes (back)->len, ==, 13);
  g_assert_cmpuint (shape (back, 1)->n_points, ==, 4);
  g_assert_true (shape (back, 1)->closed);
  g_assert_cmpstr (shape (back, 2)->text, ==, "Khu vực tiếp nhận — Đ");
  g_assert_cmpfloat_with_epsilon (shape (back, 2)->rotation, 30, 1e-6);
  assert_point (shape (back, 3)->points[1], 6, 12);
  /* However a text lies about its point, it comes back to where it was. */
  for (guint i = 0; i < 9; i++)
    {
      assert_point (shape (back, 4 + i)->points[0], room[2].x, room[2].y);
      g_assert_cmpfloat (shape (back, 4 + i)->across, ==, (i % 3) / 2.0);
      g_assert_cmpfloat (shape (back, 4 + i)->up, ==, (double)(i / 3) / 2);
    }
}

static void
test_written (void)
{
  g_autoptr (McSketch) sketch = mc_sketch_new (0.001);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "mc-test-dxf-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  int fd = g_mkstemp (path);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (mc_dxf_write (sketch, path, &error));
  g_assert_no_error (error);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (text, "EOF\r\n"));
  g_remove (path);
  g_assert_false (mc_dxf_write (sketch, "/nowhere/x.dxf", &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  static const char *const broken[] = {
    "broken-truncated.dxf|of the DXF file: the file ends",
    "broken-half-pair.dxf|Line 5 of the DXF file: the file ends",
    "broken-number.dxf|Line 10 of the DXF file: a number was expected",
    "broken-infinite.dxf|Line 10",
    "broken-code.dxf|Line 9 of the DXF file: a group code was expected",
    "broken-polyline.dxf|a polyline has no end",
    "broken-empty.dxf|no drawing in it",
    "broken-text.dxf|Line 1 of the DXF file: a group code was expected",
    "broken-nothing.dxf|This is no DXF file.",
    "broken-bomb.dxf|more points than can be drawn",
    "binary.dxf|binary DXF file. Please save it",
    "drawing.dwg.dxf|DWG file. Please save it",
  };

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dxf/autocad", test_autocad);
  g_test_add_func ("/dxf/librecad", test_librecad);
  g_test_add_func ("/dxf/others", test_others);
  g_test_add_func ("/dxf/blocks", test_blocks);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strdup_printf ("/dxf/broken/%u", i);

      g_test_add_data_func (path, broken[i], test_broken);
    }
  g_test_add_func ("/dxf/damaged", test_damaged);
  g_test_add_func ("/dxf/round-trip", test_round_trip);
  g_test_add_func ("/dxf/written", test_written);
  return g_test_run ();
}
