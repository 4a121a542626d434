/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-account-store.h"
#include "mc-cli-password.h"
#include "mc-cli.h"

static char *opt_name;
static char *opt_group;
static char *opt_person;
static gboolean opt_password_stdin;

static const GOptionEntry add_entries[] = {
  { "name", 0, 0, G_OPTION_ARG_STRING, &opt_name, N_ ("the person's name as others see it (default: the login)"),
    N_ ("NAME") },
  { "group", 0, 0, G_OPTION_ARG_STRING, &opt_group,
    N_ ("director, deputy, roster_office, supervision, viewer or technician"), N_ ("GROUP") },
  { "person", 0, 0, G_OPTION_ARG_STRING, &opt_person, N_ ("the person's number in the register"), N_ ("ID") },
  { "password-stdin", 0, 0, G_OPTION_ARG_NONE, &opt_password_stdin,
    N_ ("read the password from the first line of standard input (default: make one and print it)"), NULL },
  G_OPTION_ENTRY_NULL,
};

static void
add_account (JsonBuilder *builder, McAccount *account)
{
  mc_cli_set_string (builder, "login", account->login);
  mc_cli_set_string (builder, "name", account->display_name);
  mc_cli_set_enum (builder, "group", mc_group_role_values, account->group_role);
  json_builder_set_member_name (builder, "person_id");
  if (account->person_id)
    json_builder_add_int_value (builder, account->person_id);
  else
    json_builder_add_null_value (builder);
  mc_cli_set_bool (builder, "active", account->active);
}

static int
run_add (McCli *cli, char **arguments, GError **error)
{
  g_autoptr (McAccount) account = mc_account_new ();
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *password = NULL;
  McStore *store;
  guint group;

  if (!opt_group || !mc_enum_parse (mc_group_role_values, opt_group, &group) || group == MC_GROUP_ROLE_OWNER)
    return mc_cli_usage (error, "%s",
                         _ ("--group is one of director, deputy, roster_office, supervision, viewer and technician"));
  if (opt_person && !mc_cli_parse_id (opt_person, &account->person_id, error))
    return MC_CLI_USAGE;
  password = opt_password_stdin ? mc_cli_read_password (error) : mc_cli_make_password ();
  if (!password)
    return MC_CLI_FAILURE;
  g_set_str (&account->login, arguments[0]);
  g_set_str (&account->display_name, opt_name ? opt_name : arguments[0]);
  account->group_role = group;
  account->active = TRUE;
  store = mc_cli_open_store (cli, error);
  if (!store || !dex_await (mc_account_store_add (store, account, password), error))
    return MC_CLI_FAILURE;
  if (!mc_cli_wants_json (cli))
    {
      g_print (_ ("Account %s is ready.\n"), account->login);
      if (!opt_password_stdin)
        g_print (_ ("Password: %s\n"), password);
      return MC_CLI_OK;
    }
  json_builder_begin_object (builder);
  add_account (builder, account);
  mc_cli_set_string (builder, "password", opt_password_stdin ? NULL : password);
  json_builder_end_object (builder);
  mc_cli_print_json (json_builder_get_root (builder));
  return MC_CLI_OK;
}

static void
print_table (GPtrArray *accounts)
{
  const char *const titles[] = { _ ("Login"), _ ("Name"), _ ("Group"), _ ("State"), NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);

  for (guint i = 0; i < accounts->len; i++)
    {
      McAccount *account = accounts->pdata[i];
      char **row = g_new0 (char *, G_N_ELEMENTS (titles));

      row[0] = g_strdup (account->login);
      row[1] = g_strdup (account->display_name);
      row[2] = g_strdup (mc_enum_label (mc_group_role_values, account->group_role));
      row[3] = g_strdup (account->active ? _ ("active") : _ ("shut"));
      g_ptr_array_add (rows, row);
    }
  mc_cli_print_table (titles, rows);
}

static int
run_list (McCli *cli, char **arguments, GError **error)
{
  McStore *store = mc_cli_open_store (cli, error);
  g_autoptr (GPtrArray) accounts = store ? dex_await_boxed (mc_account_store_list (store), error) : NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!accounts)
    return MC_CLI_FAILURE;
  if (!mc_cli_wants_json (cli))
    {
      print_table (accounts);
      return MC_CLI_OK;
    }
  json_builder_begin_array (builder);
  for (guint i = 0; i < accounts->len; i++)
    {
      json_builder_begin_object (builder);
      add_account (builder, accounts->pdata[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  mc_cli_print_json (json_builder_get_root (builder));
  return MC_CLI_OK;
}

static int
run_disable (McCli *cli, char **arguments, GError **error)
{
  McStore *store = mc_cli_open_store (cli, error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!store || !dex_await (mc_account_store_set_active (store, arguments[0], FALSE), error))
    return MC_CLI_FAILURE;
  if (!mc_cli_wants_json (cli))
    {
      g_print (_ ("Account %s is shut.\n"), arguments[0]);
      return MC_CLI_OK;
    }
  json_builder_begin_object (builder);
  mc_cli_set_string (builder, "login", arguments[0]);
  mc_cli_set_bool (builder, "active", FALSE);
  json_builder_end_object (builder);
  mc_cli_print_json (json_builder_get_root (builder));
  return MC_CLI_OK;
}

const McCliCommand mc_cli_account_add = {
  .name = "account add",
  .arguments = N_ ("LOGIN"),
  .summary = N_ ("Make an account: a login of the server in one group"),
  .json = "  {\"login\", \"name\", \"group\", \"person_id\": number or null, \"active\": bool,\n"
          "   \"password\": the one that was made, or null}",
  .entries = add_entries,
  .min_args = 1,
  .max_args = 1,
  .run = run_add,
};

const McCliCommand mc_cli_account_list = {
  .name = "account list",
  .summary = N_ ("List the accounts"),
  .json = "  [{\"login\", \"name\", \"group\", \"person_id\": number or null, \"active\": bool}]",
  .run = run_list,
};

const McCliCommand mc_cli_account_disable = {
  .name = "account disable",
  .arguments = N_ ("LOGIN"),
  .summary = N_ ("Shut an account at once; its traces stay"),
  .json = "  {\"login\", \"active\": false}",
  .min_args = 1,
  .max_args = 1,
  .run = run_disable,
};
