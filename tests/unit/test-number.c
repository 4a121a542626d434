/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-number.h"

#include <math.h>

static void
assert_number (double value, int decimals, const char *expected)
{
  g_autofree char *text = mc_number_format (value, decimals);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_number (void)
{
  assert_number (1234.5, 1, "1.234,5");
  assert_number (0, 0, "0");
  assert_number (-0.04, 1, "0,0");
  assert_number (999, 0, "999");
  assert_number (1000, 0, "1.000");
  assert_number (-1234567.891, 2, "-1.234.567,89");
  assert_number (98.3177, 2, "98,32");
  assert_number (0.125, 2, "0,13");
  assert_number (2.5, 0, "3");
  assert_number (999.95, 1, "1.000,0");
  assert_number (1e21, 0, "1.000.000.000.000.000.000.000");
  assert_number (NAN, 1, "–");
  assert_number (INFINITY, 1, "–");
}

static void
test_bytes (void)
{
  static const struct
  {
    guint64 n;
    const char *text;
  } cases[] = { { 0, "0 bytes" }, { 193, "193 bytes" }, { 1000, "1,0 kB" }, { 20 * 1024 * 1024, "21,0 MB" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = mc_number_format_bytes (cases[i].n);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_int (void)
{
  static const struct
  {
    gint64 value;
    const char *text;
  } cases[] = {
    { 0, "0" },
    { 12, "12" },
    { -123, "-123" },
    { 1234, "1.234" },
    { -123456, "-123.456" },
    { G_MAXINT64, "9.223.372.036.854.775.807" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = mc_number_format_int (cases[i].value);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/number/double", test_number);
  g_test_add_func ("/base/number/int", test_int);
  g_test_add_func ("/base/number/bytes", test_bytes);
  return g_test_run ();
}
