/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "mc-cli.h"
#include "mc-number.h"
#include "mc-shift-reader.h"
#include "mc-shift-roster.h"
#include "mc-shift-solver.h"
#include "mc-whole-file.h"

#define DEFAULT_SECONDS 60
#define MOST_SECONDS (7 * 24 * 3600)

static double opt_time = DEFAULT_SECONDS;
static int opt_rounds;
static int opt_seed;
static char *opt_output;

static const GOptionEntry entries[] = {
  { "time", 0, 0, G_OPTION_ARG_DOUBLE, &opt_time, N_ ("how long to look for something better (default: 60)"),
    N_ ("SECONDS") },
  { "seed", 0, 0, G_OPTION_ARG_INT, &opt_seed, N_ ("another number tries other parts of the roster (default: 0)"),
    N_ ("NUMBER") },
  { "rounds", 0, 0, G_OPTION_ARG_INT, &opt_rounds,
    N_ ("end after so many rounds: then the same input and seed give the same roster on every machine"),
    N_ ("NUMBER") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &opt_output,
    N_ ("the file to write, replaced if it is there (default: standard output)"), N_ ("FILE") },
  G_OPTION_ENTRY_NULL,
};

/* The thread has a reference of its own. */
typedef struct
{
  GFile *file;
  McShiftOptions options;
  McShiftModel *model;
  McShiftResult *result;
  GError *error;
  gint64 start;
  gboolean silent;
  DexPromise *promise;
  gatomicrefcount refs;
} Job;

static void
job_unref (Job *job)
{
  if (!g_atomic_ref_count_dec (&job->refs))
    return;
  g_object_unref (job->file);
  dex_unref (job->promise);
  g_clear_pointer (&job->model, mc_shift_model_unref);
  g_clear_pointer (&job->result, mc_shift_result_free);
  g_clear_error (&job->error);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_unref)

static char *
format_seconds (double seconds)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (text, sizeof text, "%.1f", seconds));
}

/* On the engine's thread. */
static void
on_progress (gint64 cost, gint64 bound, guint round, gpointer data)
{
  const Job *job = data;
  g_autofree char *seconds = mc_number_format ((double)(g_get_monotonic_time () - job->start) / G_USEC_PER_SEC, 1);
  g_autofree char *costs = mc_number_format_int (cost);
  g_autofree char *rest = mc_number_format_int (cost - bound);

  if (job->silent)
    return;
  /* Translators: seconds, cost, difference */
  g_print (_ ("%s s: cost %s, at most %s from the best possible"), seconds, costs, rest);
  g_print ("\n");
  fflush (stdout);
}

static gpointer
solve_thread (gpointer data)
{
  Job *job = data;

  job->model = mc_shift_read_file (job->file, &job->error);
  if (job->model)
    job->result = mc_shift_solve (job->model, &job->options, &job->error);
  dex_promise_resolve_boolean (job->promise, TRUE);
  job_unref (job);
  return NULL;
}

static Job *
job_new (McCli *cli, const char *path)
{
  Job *job = g_new0 (Job, 1);

  g_atomic_ref_count_init (&job->refs);
  job->promise = dex_promise_new_cancellable ();
  job->file = g_file_new_for_commandline_arg (path);
  job->silent = mc_cli_wants_json (cli) || !opt_output;
  job->start = g_get_monotonic_time ();
  job->options = (McShiftOptions){ .seconds = opt_time,
                                   .rounds = (guint)opt_rounds,
                                   .seed = (guint)opt_seed,
                                   .cancel = dex_promise_get_cancellable (job->promise),
                                   .progress = on_progress,
                                   .data = job };
  return job;
}

static gboolean
cancel_cb (gpointer data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_CONTINUE;
}

/* Who interrupts the program gets the best roster so far, as soon as the engine has put it down. A fiber that is
 * dropped would not tell a thread. */
static void
wait_for (Job *job)
{
  guint interrupt = g_unix_signal_add (SIGINT, cancel_cb, job->options.cancel);
  guint terminate = g_unix_signal_add (SIGTERM, cancel_cb, job->options.cancel);

  g_atomic_ref_count_inc (&job->refs);
  g_thread_unref (g_thread_new ("roster-solve", solve_thread, job));
  dex_await (dex_ref (job->promise), NULL);
  g_source_remove (interrupt);
  g_source_remove (terminate);
}

static gboolean
write_roster (const Job *job, GError **error)
{
  g_autofree char *text = mc_shift_format (job->model, job->result->choices);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GFile) file = NULL;

  if (!opt_output)
    {
      g_print ("%s", text);
      return TRUE;
    }
  bytes = g_bytes_new (text, strlen (text));
  file = g_file_new_for_commandline_arg (opt_output);
  return mc_whole_file_write (file, bytes, G_FILE_CREATE_NONE, error);
}

static void
tell (McCli *cli, const Job *job)
{
  g_autofree char *seconds = format_seconds (job->result->seconds);
  g_autoptr (JsonBuilder) builder = NULL;

  if (!mc_cli_wants_json (cli))
    {
      /* Read by programs: not translated. */
      g_print ("cost %" G_GINT64_FORMAT " bound %" G_GINT64_FORMAT " seconds %s\n", job->result->cost,
               job->result->bound, seconds);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  mc_cli_set_string (builder, "file", opt_output);
  mc_cli_set_int (builder, "cost", job->result->cost);
  mc_cli_set_int (builder, "bound", job->result->bound);
  mc_cli_set_int (builder, "rounds", job->result->rounds);
  json_builder_set_member_name (builder, "seconds");
  json_builder_add_double_value (builder, job->result->seconds);
  json_builder_end_object (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  g_autoptr (Job) job = NULL;

  if (!(opt_time > 0 && opt_time <= MOST_SECONDS))
    return mc_cli_usage (error, _ ("--time is a number of seconds, above 0"));
  if (opt_rounds < 0)
    return mc_cli_usage (error, _ ("--rounds is a number from 1 on"));
  if (mc_cli_wants_json (cli) && !opt_output)
    return mc_cli_usage (error, "%s", _ ("say the file to write with -o FILE"));
  job = job_new (cli, arguments[0]);
  wait_for (job);
  if (!job->result)
    {
      g_propagate_error (error, g_steal_pointer (&job->error));
      return MC_CLI_FAILURE;
    }
  if (!write_roster (job, error))
    return MC_CLI_FAILURE;
  tell (cli, job);
  return MC_CLI_OK;
}

#define SOLVE(name_)                                                                                                   \
  {                                                                                                                    \
    .name = name_,                                                                                                     \
    .arguments = N_ ("FILE"),                                                                                          \
    .summary = N_ ("Make the best roster of a public shift-scheduling instance"),                                      \
    .json = "  {\"file\": path, \"cost\", \"bound\", \"rounds\", \"seconds\": numbers}",                               \
    .entries = entries,                                                                                                \
    .min_args = 1,                                                                                                     \
    .max_args = 1,                                                                                                     \
    .run = run,                                                                                                        \
  }

const McCliCommand mc_cli_roster_solve = SOLVE ("roster solve");
const McCliCommand mc_cli_solve = SOLVE ("solve");
