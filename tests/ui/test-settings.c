/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <libdex.h>

#include "mc-connection-form.h"
#include "mc-key-row.h"
#include "mc-rule-text.h"

static void
test_rule_text (void)
{
  g_autofree char *term = mc_rule_text_value ("{\"min\": 12, \"max\": 36}");
  g_autofree char *kinds = mc_rule_text_value ("{\"kinds\": [\"pregnancy\", \"discipline\"]}");
  g_autofree char *post = mc_rule_text_value ("{\"post\": \"director\", \"max\": 1}");
  g_autofree char *none = mc_rule_text_value ("{}");
  g_autofree char *broken = mc_rule_text_value ("[");

  g_assert_cmpstr (term, ==, "at least 12; at most 36");
  g_assert_cmpstr (kinds, ==, "cases: pregnancy, a disciplinary measure");
  g_assert_cmpstr (post, ==, "at most 1");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (broken, ==, "");
  g_assert_cmpstr (mc_rule_text_topic ("tour.term_months"), ==, "Term of a tour, in months");
  g_assert_cmpstr (mc_rule_text_topic ("a.topic.of.the.future"), ==, "a.topic.of.the.future");
}

static void
test_connection_form (void)
{
  McConnectionForm *form = g_object_ref_sink (g_object_new (MC_TYPE_CONNECTION_FORM, NULL));
  g_autoptr (McProfile) profile = mc_profile_new_server ("db.example.vn", 5433, "motcua", "an.nguyen");
  g_autoptr (McProfile) again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (mc_connection_form_get_valid (form));
  g_assert_null (mc_connection_form_get_password (form));
  g_object_set (profile, "tls-mode", "verify-ca", "tls-ca-file", "/etc/ssl/office.crt", "name", "Văn phòng", NULL);
  mc_connection_form_set_profile (form, profile);
  g_assert_true (mc_connection_form_get_valid (form));

  again = mc_connection_form_apply (form, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mc_profile_get_host (again), ==, "db.example.vn");
  g_assert_cmpuint (mc_profile_get_port (again), ==, 5433);
  g_assert_cmpstr (mc_profile_get_user (again), ==, "an.nguyen");
  g_assert_cmpstr (mc_profile_get_tls_mode (again), ==, "verify-ca");
  g_assert_cmpstr (mc_profile_get_tls_ca_file (again), ==, "/etc/ssl/office.crt");
  g_assert_cmpstr (mc_profile_get_name (again), ==, "Văn phòng");
  g_assert_false (mc_profile_get_remember_password (again));
  g_object_unref (form);
}

static void
test_key_row (void)
{
  GtkWidget *row =
      g_object_ref_sink (g_object_new (MC_TYPE_KEY_ROW, "title", "Search", "accelerator", "<Control>k", NULL));

  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Ctrl+K");
  g_object_unref (row);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  dex_init ();
  adw_init ();
  g_test_add_func ("/settings/rule-text", test_rule_text);
  g_test_add_func ("/settings/connection-form", test_connection_form);
  g_test_add_func ("/settings/key-row", test_key_row);
  return g_test_run ();
}
