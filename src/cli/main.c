/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "mc-cli-nearest.h"
#include "mc-cli.h"
#include "mc-error-text.h"
#include "mc-error.h"
#include "mc-paths.h"

/* Deep enough for JSON and message formatting, which fibers' usual stack is not. */
#define STACK_SIZE (1024 * 1024)
#define MAX_WORDS 2

static char *opt_database;
static gboolean opt_json;
static gboolean opt_version;
static gboolean opt_help;

static const GOptionEntry common_entries[] = {
  { "database", 0, 0, G_OPTION_ARG_STRING, &opt_database,
    N_ ("a server instead of this computer's own (the one that the window opened last, else the sample's): "
        "postgresql://USER@HOST/DATABASE (password: PGPASSWORD or a pgpass file)"),
    N_ ("URI") },
  { "json", 0, 0, G_OPTION_ARG_NONE, &opt_json, N_ ("print one JSON object or array"), NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, &opt_version, N_ ("print the version and leave"), NULL },
  { "help", 'h', 0, G_OPTION_ARG_NONE, &opt_help, N_ ("print this text and leave"), NULL },
  G_OPTION_ENTRY_NULL,
};

/* In the order of --help. */
static const McCliCommand *const all[] = {
  &mc_cli_init,
  &mc_cli_migrate,
  &mc_cli_person_list,
  &mc_cli_person_show,
  &mc_cli_person_import,
  &mc_cli_person_export,
  &mc_cli_agency_list,
  &mc_cli_post_list,
  &mc_cli_findings,
  &mc_cli_headcount,
  &mc_cli_org_chart,
  &mc_cli_chart,
  &mc_cli_floor_plan,
  &mc_cli_account_add,
  &mc_cli_account_list,
  &mc_cli_account_disable,
  &mc_cli_server_setup,
  &mc_cli_server_move,
  &mc_cli_server_restore,
  &mc_cli_doctor,
  &mc_cli_counter_list,
  &mc_cli_counter_assign,
  &mc_cli_counter_import,
  &mc_cli_counter_export,
  &mc_cli_import_procedures,
  &mc_cli_holiday_list,
  &mc_cli_roster_list,
  &mc_cli_roster_demand,
  &mc_cli_roster_plan,
  &mc_cli_roster_show,
  &mc_cli_roster_verify,
  &mc_cli_roster_submit,
  &mc_cli_roster_approve,
  &mc_cli_roster_publish,
  &mc_cli_roster_return,
  &mc_cli_roster_repair,
  &mc_cli_roster_export,
  &mc_cli_roster_solve,
  &mc_cli_solve,
  &mc_cli_absence_add,
  &mc_cli_absence_approve,
  &mc_cli_absence_list,
  &mc_cli_attendance_import,
  &mc_cli_attendance_list,
  &mc_cli_evaluation_run,
  &mc_cli_evaluation_show,
  &mc_cli_evaluation_sign,
  &mc_cli_evaluation_verify,
  &mc_cli_erlang,
  &mc_cli_import_dossiers,
  &mc_cli_import_tickets,
  &mc_cli_import_ratings,
  &mc_cli_import_list,
  &mc_cli_import_withdraw,
  &mc_cli_forecast,
  &mc_cli_workload_report,
  &mc_cli_workload_need,
  &mc_cli_workload_cause,
  &mc_cli_workload_plan,
  &mc_cli_whatif,
};

const McCliCommand *
mc_cli_commands (void)
{
  static McCliCommand commands[64];

  if (!commands[0].name)
    {
      G_STATIC_ASSERT (G_N_ELEMENTS (all) < G_N_ELEMENTS (commands));
      for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
        commands[i] = *all[i];
    }
  return commands;
}

/* One line, whatever the server said. */
static void
print_error (const char *message)
{
  g_autofree char *line = g_strdup (message);

  g_strdelimit (line, "\r\n\t", ' ');
  g_printerr ("motcua-cli: %s\n", g_strstrip (line));
}

static void
print_help (void)
{
  int width = 0;

  for (const McCliCommand *c = mc_cli_commands (); c->name; c++)
    width = MAX (width, (int)strlen (c->name));
  g_print ("%s\n\n", _ ("Usage: motcua-cli COMMAND [OPTION…]"));
  g_print ("%s\n", _ ("Commands:"));
  for (const McCliCommand *c = mc_cli_commands (); c->name; c++)
    g_print ("  %-*s  %s\n", width, c->name, _ (c->summary));
  g_print ("\n%s\n", _ ("“motcua-cli COMMAND --help” tells a command's options and what its --json prints."));
  g_print ("%s\n", _ ("Exit status: 0 done; 1 findings or a failure; 2 the command line makes no sense."));
}

/* Takes the words of the command out of @args, wherever options stand between them; @typed (transfer full): the words
 * that stand where a command's name belongs. */
static const McCliCommand *
take_command (GStrvBuilder *rest, char **args, char **typed)
{
  const char *words[MAX_WORDS] = { NULL };
  guint at[MAX_WORDS], n = 0, used = 0;
  const McCliCommand *found = NULL;

  for (guint i = 1; args[i] && n < MAX_WORDS; i++)
    {
      if (g_str_equal (args[i], "--database") && args[i + 1])
        i++;
      else if (args[i][0] != '-')
        {
          words[n] = args[i];
          at[n++] = i;
        }
    }
  for (const McCliCommand *c = mc_cli_commands (); c->name && n > 0 && !found; c++)
    {
      g_auto (GStrv) name = g_strsplit (c->name, " ", MAX_WORDS);
      guint wanted = g_strv_length (name);

      if (wanted <= n && g_str_equal (name[0], words[0]) && (wanted == 1 || g_str_equal (name[1], words[1])))
        {
          found = c;
          used = wanted;
        }
    }
  for (guint i = 0; args[i]; i++)
    if (!(used > 0 && i == at[0]) && !(used > 1 && i == at[1]))
      g_strv_builder_add (rest, args[i]);
  *typed = n == 0 ? g_strdup ("") : g_strjoin (" ", words[0], n > 1 ? words[1] : NULL, NULL);
  return found;
}

/* What may stand after @word as a command's second word, "list, show"; empty if it begins no command. */
static char *
list_seconds (const char *word)
{
  g_autofree char *prefix = g_strconcat (word, " ", NULL);
  g_autoptr (GString) seconds = g_string_new (NULL);

  for (const McCliCommand *c = mc_cli_commands (); c->name; c++)
    if (g_str_has_prefix (c->name, prefix))
      g_string_append_printf (seconds, "%s%s", seconds->len > 0 ? ", " : "", c->name + strlen (prefix));
  return g_string_free_and_steal (g_steal_pointer (&seconds));
}

/* The command that was probably meant by @typed: one or two words, of which the second may be no part of its name. */
static const char *
guess_command (const char *typed)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *first = g_strndup (typed, strcspn (typed, " "));
  const char *guess;

  for (const McCliCommand *c = mc_cli_commands (); c->name; c++)
    g_ptr_array_add (names, (gpointer)c->name);
  g_ptr_array_add (names, NULL);
  guess = mc_cli_nearest (typed, (const char *const *)names->pdata);
  return guess ? guess : mc_cli_nearest (first, (const char *const *)names->pdata);
}

/* Why @typed is no command. Returns: (transfer full) */
static char *
explain_unknown (const char *typed)
{
  g_autofree char *first = g_strndup (typed, strcspn (typed, " "));
  g_autofree char *seconds = list_seconds (first);
  const char *guess = guess_command (typed);

  if (!*typed)
    return g_strdup (_ ("say a command: see motcua-cli --help"));
  if (guess && !g_str_equal (typed, first))
    return g_strdup_printf (_ ("there is no command “%s”; did you mean “%s”? See motcua-cli --help"), typed, guess);
  if (*seconds)
    return g_strdup_printf (_ ("“%s” goes with one of: %s"), first, seconds);
  if (guess)
    return g_strdup_printf (_ ("there is no command “%s”; did you mean “%s”? See motcua-cli --help"), typed, guess);
  return g_strdup_printf (_ ("there is no command “%s”: see motcua-cli --help"), typed);
}

static GOptionContext *
new_context (const McCliCommand *command)
{
  g_autofree char *parameters = NULL;
  g_autoptr (GString) description = g_string_new (NULL);
  GOptionContext *context;

  parameters = g_strdup (!command ? _ ("COMMAND") : command->arguments ? _ (command->arguments) : NULL);
  context = g_option_context_new (parameters);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common_entries, GETTEXT_PACKAGE);
  if (!command)
    return context;
  g_option_context_set_summary (context, _ (command->summary));
  if (command->entries)
    g_option_context_add_main_entries (context, command->entries, GETTEXT_PACKAGE);
  if (command->note)
    g_string_append_printf (description, "%s\n\n", _ (command->note));
  if (command->json)
    g_string_append_printf (description, "%s\n%s\n", _ ("With --json:"), command->json);
  if (command->json_note)
    g_string_append_printf (description, "  %s\n", _ (command->json_note));
  if (command->rows)
    mc_cli_tell_rows (description, command->rows);
  if (command->json)
    g_string_append_c (description, '\n');
  g_string_append (description, _ ("Exit status: 0 done; 1 findings or a failure; 2 the command line makes no sense."));
  g_string_append_c (description, '\n');
  g_option_context_set_description (context, description->str);
  return context;
}

static void
print_command_help (GOptionContext *context)
{
  g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);
  g_autoptr (GString) text = g_string_new (help);

  /* GLib's own catalogue lacks this word in some languages. */
  g_string_replace (text, "[OPTION…]", _ ("[OPTION…]"), 1);
  g_print ("%s", text->str);
}

typedef struct
{
  McCli *cli;
  const McCliCommand *command;
  char **arguments;
  GMainLoop *loop;
  gboolean finished;
  gboolean closed;
  gboolean interrupted;
  int status;
  GError *error;
} Run;

static DexFuture *
run_fiber (gpointer data)
{
  Run *run = data;

  run->status = run->command->run (run->cli, run->arguments, &run->error);
  run->finished = TRUE;
  g_main_loop_quit (run->loop);
  return dex_future_new_true ();
}

static DexFuture *
close_fiber (gpointer data)
{
  Run *run = data;

  mc_cli_close (run->cli);
  run->closed = TRUE;
  return dex_future_new_true ();
}

/* Ctrl+C: the statement under way is cancelled and the private server left in order; a second time waits for nothing.
 */
static gboolean
interrupt_cb (gpointer data)
{
  Run *run = data;

  if (run->interrupted)
    _exit (MC_CLI_FAILURE);
  run->interrupted = TRUE;
  g_main_loop_quit (run->loop);
  return G_SOURCE_CONTINUE;
}

static void
run_to_end (Run *run)
{
  DexFuture *work = dex_scheduler_spawn (NULL, STACK_SIZE, run_fiber, run, NULL);

  g_main_loop_run (run->loop);
  /* Who drops a fiber's future cancels it; it still has to come to its end. */
  dex_unref (work);
  while (!run->finished)
    g_main_context_iteration (NULL, TRUE);
  work = dex_scheduler_spawn (NULL, STACK_SIZE, close_fiber, run, NULL);
  while (!run->closed)
    g_main_context_iteration (NULL, TRUE);
  dex_unref (work);
}

static int
run_command (const McCliCommand *command, char **arguments)
{
  Run run = { .cli = mc_cli_new (opt_database, opt_json), .command = command, .arguments = arguments };
  guint interrupt, terminate;

  run.loop = g_main_loop_new (NULL, FALSE);
  interrupt = g_unix_signal_add (SIGINT, interrupt_cb, &run);
  terminate = g_unix_signal_add (SIGTERM, interrupt_cb, &run);
  run_to_end (&run);
  g_source_remove (interrupt);
  g_source_remove (terminate);
  if (run.interrupted && run.status != MC_CLI_OK)
    {
      print_error (_ ("Interrupted."));
      run.status = MC_CLI_FAILURE;
    }
  else if (run.error)
    {
      g_autofree char *text = mc_error_text (run.error);

      print_error (text);
      run.status = g_error_matches (run.error, MC_CLI_ERROR, MC_CLI_ERROR_USAGE) ? MC_CLI_USAGE : MC_CLI_FAILURE;
    }
  g_clear_error (&run.error);
  mc_cli_free (run.cli);
  g_main_loop_unref (run.loop);
  return run.status;
}

/* UTF-8 whatever the locale says: JSON is, and GLib would put question marks for letters under LANG=C. */
static int output_errno; /* the first thing that went wrong with standard output */

static void
print_raw (const char *text)
{
  if (fputs (text, stdout) == EOF && output_errno == 0)
    output_errno = errno;
}

static void
print_raw_error (const char *text)
{
  fputs (text, stderr);
}

/* Who closed the pipe has seen enough; a full disk is a failure that must not pass for success. */
static int
flush_output (int status)
{
  if (fflush (stdout) != 0 && output_errno == 0)
    output_errno = errno;
  if (output_errno == 0)
    return status;
  if (output_errno != EPIPE)
    print_error (g_strerror (output_errno));
  return status == MC_CLI_OK ? MC_CLI_FAILURE : status;
}

static int
parse_and_run (char **args)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *typed = NULL;
  g_autofree char *message = NULL;
  const McCliCommand *command = take_command (builder, args, &typed);
  g_auto (GStrv) rest = g_strv_builder_end (builder);
  g_autoptr (GOptionContext) context = new_context (command);
  g_autofree char *name = g_strjoin (" ", "motcua-cli", command ? command->name : NULL, NULL);
  g_autoptr (GError) error = NULL;
  int n;

  g_set_prgname (name);
  if (!g_option_context_parse_strv (context, &rest, &error))
    {
      print_error (error->message);
      return MC_CLI_USAGE;
    }
  n = (int)g_strv_length (rest) - 1;
  if (opt_version)
    g_print ("motcua-cli %s\n", MC_VERSION);
  else if (opt_help && command)
    print_command_help (context);
  else if (opt_help || !args[1])
    print_help ();
  if (opt_version || opt_help || !args[1])
    return args[1] ? MC_CLI_OK : MC_CLI_USAGE;
  if (command && n >= command->min_args && n <= command->max_args)
    return run_command (command, rest + 1);
  message = command ? g_strdup_printf (_ ("“%s” takes other arguments: see motcua-cli %s --help"), command->name,
                                       command->name)
                    : explain_unknown (typed);
  print_error (message);
  return MC_CLI_USAGE;
}

int
main (int argc, char **argv)
{
  g_auto (GStrv) args = NULL;
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, MC_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_print_handler (print_raw);
  g_set_printerr_handler (print_raw_error);
  /* The private server must be left in order even when nobody reads on. */
  signal (SIGPIPE, SIG_IGN);
  dex_init ();
  args = g_strdupv (argv);
  status = flush_output (parse_and_run (args));
  g_free (opt_database);
  return status;
}
