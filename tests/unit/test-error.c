/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-error.h"

static void
test_sqlstate (void)
{
  g_assert_cmpint (mc_error_from_sqlstate ("28P01"), ==, MC_ERROR_LOGIN);
  g_assert_cmpint (mc_error_from_sqlstate ("23P01"), ==, MC_ERROR_INVALID);
  g_assert_cmpint (mc_error_from_sqlstate ("23505"), ==, MC_ERROR_EXISTS);
  g_assert_cmpint (mc_error_from_sqlstate ("08006"), ==, MC_ERROR_CONNECTION);
  g_assert_cmpint (mc_error_from_sqlstate (NULL), ==, MC_ERROR_FAILED);
}

static void
test_detail_survives_copy (void)
{
  McErrorDetail detail = { .sqlstate = (char *)"23P01", .constraint = (char *)"tour_no_overlap" };
  g_autoptr (GError) error = mc_error_new_server (MC_ERROR_INVALID, "conflicting key", &detail);
  g_autoptr (GError) copy = g_error_copy (error);

  g_clear_error (&error);
  g_assert_cmpstr (mc_error_get_detail (copy)->constraint, ==, "tour_no_overlap");
  g_assert_null (mc_error_get_detail (copy)->table);
}

static void
test_other_domain_has_no_detail (void)
{
  g_autoptr (GError) error = g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_NOENT, "no");

  g_assert_null (mc_error_get_detail (error));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/error/sqlstate", test_sqlstate);
  g_test_add_func ("/error/detail-survives-copy", test_detail_survives_copy);
  g_test_add_func ("/error/other-domain", test_other_domain_has_no_detail);
  return g_test_run ();
}
