/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-session-test.h"

#include <glib/gi18n-lib.h>

#include "mc-account-store.h"
#include "mc-error-text.h"
#include "mc-error.h"
#include "mc-migrator.h"
#include "mc-session-config.h"

/* The test button: the same steps as a real connection, one by one, each with its remedy. */

typedef struct
{
  McProfile *profile;
  char *password;
  McPgConfig *config;
  GListStore *steps;
  gboolean failed;
} Trial;

static void
trial_free (gpointer data)
{
  Trial *trial = data;

  g_object_unref (trial->profile);
  g_free (trial->password);
  g_clear_pointer (&trial->config, mc_pg_config_free);
  g_object_unref (trial->steps);
  g_free (trial);
}

static void
add (Trial *trial, const char *title, McTestOutcome outcome, const char *detail, const char *remedy)
{
  g_autoptr (McTestStep) step = g_object_new (MC_TYPE_TEST_STEP, "title", title, "outcome", (int)outcome, "detail",
                                              detail, "remedy", remedy, NULL);

  trial->failed |= outcome == MC_TEST_FAILED;
  g_list_store_append (trial->steps, step);
}

static void
add_error (Trial *trial, const char *title, const GError *error, const char *remedy)
{
  g_autofree char *text = mc_error_text (error);

  add (trial, title, MC_TEST_FAILED, text, remedy);
}

static void
resolve_name (Trial *trial)
{
  const char *title = _ ("Name of the server");
  g_autoptr (GResolver) resolver = g_resolver_get_default ();
  g_autoptr (GError) error = NULL;
  GList *addresses;
  g_autofree char *text = NULL;

  if (!trial->config->host)
    {
      add (trial, title, MC_TEST_OK, trial->config->socket_dir, NULL);
      return;
    }
  addresses = dex_await_boxed (dex_resolver_lookup_by_name (resolver, trial->config->host), &error);
  if (!addresses)
    {
      add (trial, title, MC_TEST_FAILED, error->message,
           _ ("Check the spelling, and whether this computer is in the office's network."));
      return;
    }
  text = g_inet_address_to_string (addresses->data);
  add (trial, title, MC_TEST_OK, text, NULL);
  g_resolver_free_addresses (addresses);
}

/* Which of the steps an error of connecting belongs to; those before it went well. */
static guint
stage_of (const GError *error)
{
  if (g_error_matches (error, MC_ERROR, MC_ERROR_TLS))
    return 1;
  if (g_error_matches (error, MC_ERROR, MC_ERROR_LOGIN) || g_error_matches (error, MC_ERROR, MC_ERROR_NOT_FOUND) ||
      g_error_matches (error, MC_ERROR, MC_ERROR_BUSY))
    return 2;
  return 0;
}

static McPgConnection *
reach (Trial *trial)
{
  const char *const titles[] = { _ ("Server reached"), _ ("Encryption"), _ ("Login") };
  const char *const remedies[] = {
    _ ("Check address and port, and that the server runs and lets this computer in."),
    _ ("Choose the certificate of the office's authority; ask the technician for the file."),
    _ ("Check user name, password and the name of the database."),
  };
  g_autoptr (GError) error = NULL;
  McPgConnection *connection = dex_await_object (mc_pg_connection_new (trial->config), &error);
  guint stage = connection ? G_N_ELEMENTS (titles) : stage_of (error);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      if (i == stage)
        add_error (trial, titles[i], error, remedies[i]);
      else if (i > stage)
        add (trial, titles[i], MC_TEST_SKIPPED, NULL, NULL);
      else if (i == 1 && trial->config->host && connection && !mc_pg_connection_uses_tls (connection))
        add (trial, titles[i], MC_TEST_WARNING, _ ("The connection is not encrypted."),
             _ ("Use it only on this computer."));
      else
        add (trial, titles[i], MC_TEST_OK, i == 2 ? trial->config->user : NULL, NULL);
    }
  return connection;
}

static void
check_schema (Trial *trial)
{
  const char *title = _ ("Database version");
  g_autoptr (McMigrator) migrator = mc_migrator_new (trial->config, NULL);
  g_autoptr (GError) error = NULL;

  if (dex_await (mc_migrator_check (migrator), &error))
    add (trial, title, MC_TEST_OK, _ ("Fits this program"), NULL);
  else
    add_error (trial, title, error,
               mc_migrator_error_is_pending (error)
                   ? _ ("The technician brings it up to date with “motcua-cli migrate”.")
                   : _ ("Update this program, or ask the technician."));
}

static void
check_role (Trial *trial)
{
  const char *title = _ ("Your account");
  g_autoptr (McPgPool) pool = mc_pg_pool_new (trial->config, 1);
  g_autoptr (McStore) store = mc_store_new (pool);
  g_autoptr (GError) error = NULL;
  g_autoptr (McAccount) account = dex_await_object (mc_account_store_who_am_i (store), &error);
  g_autofree char *text = NULL;

  if (account)
    {
      text = g_strdup_printf ("%s · %s", account->display_name ? account->display_name : account->login,
                              mc_enum_label (mc_group_role_values, account->group_role));
      add (trial, title, MC_TEST_OK, text, NULL);
    }
  else
    add_error (trial, title, error, _ ("Ask the director or the technician for an account."));
  dex_await (mc_pg_pool_close (pool), NULL);
}

static DexFuture *
test_fiber (gpointer data)
{
  Trial *trial = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (McPgConnection) connection = NULL;

  if (!mc_profile_check (trial->profile, &error))
    add (trial, _ ("Details"), MC_TEST_FAILED, error->message, NULL);
  else if (mc_profile_get_kind (trial->profile) == MC_PROFILE_PRIVATE)
    add (trial, _ ("This computer"), MC_TEST_OK, _ ("Nothing to test: the database is started when needed."), NULL);
  else
    {
      trial->config = mc_session_config_new (trial->profile, trial->password);
      resolve_name (trial);
      connection = trial->failed ? NULL : reach (trial);
      if (!trial->failed)
        check_schema (trial);
      if (!trial->failed)
        check_role (trial);
    }
  return dex_future_new_for_object (trial->steps);
}

DexFuture *
mc_session_test_profile (McProfile *profile, const char *password)
{
  Trial *trial;

  g_return_val_if_fail (MC_IS_PROFILE (profile), NULL);
  trial = g_new0 (Trial, 1);
  trial->profile = g_object_ref (profile);
  trial->password = g_strdup (password);
  trial->steps = g_list_store_new (MC_TYPE_TEST_STEP);
  return dex_scheduler_spawn (NULL, 0, test_fiber, trial, trial_free);
}
