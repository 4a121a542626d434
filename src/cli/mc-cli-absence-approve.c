/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-calendar-store.h"
#include "mc-cli-absence.h"
#include "mc-person.h"

static char *opt_refuse;
static char *opt_paper;
static gboolean opt_home;
static gboolean opt_cancel;
static gboolean opt_preview;

static const GOptionEntry entries[] = {
  { "preview", 0, 0, G_OPTION_ARG_NONE, &opt_preview,
    N_ ("only tell what closes and who could take over; nothing is answered"), NULL },
  { "refuse", 0, 0, G_OPTION_ARG_STRING, &opt_refuse, N_ ("refuse it, and why"), N_ ("REASON") },
  { "cancel", 0, 0, G_OPTION_ARG_NONE, &opt_cancel, N_ ("it was taken back"), NULL },
  { "home", 0, 0, G_OPTION_ARG_NONE, &opt_home, N_ ("the word of the home agency, not of the centre"), NULL },
  { "paper", 0, 0, G_OPTION_ARG_STRING, &opt_paper, N_ ("number of the leave paper"), N_ ("NUMBER") },
  G_OPTION_ENTRY_NULL,
};

static void
answer (McAbsence *absence)
{
  if (opt_cancel)
    absence->state = MC_ABSENCE_CANCELLED;
  else if (opt_home)
    absence->home_word = opt_refuse ? MC_HOME_WORD_REFUSED : MC_HOME_WORD_AGREED;
  else
    absence->state = opt_refuse ? MC_ABSENCE_REFUSED : MC_ABSENCE_AGREED;
  if (opt_refuse)
    g_set_str (&absence->answer_note, opt_refuse);
  if (opt_paper)
    {
      g_set_str (&absence->paper_no, opt_paper);
      absence->paper_date = mc_day_today ();
    }
}

static gboolean
save (McStore *store, McAbsence *before, McAbsence *after, GError **error)
{
  g_autoptr (GPtrArray) ops = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_row_op_unref);

  g_ptr_array_add (ops, mc_row_op_new_update (MC_ENTITY (before), MC_ENTITY (after)));
  return dex_await (mc_store_apply (store, ops), error);
}

/* The reason, where the account may know it. */
static McAbsenceKind
find_kind (McStore *store, gint64 absence)
{
  g_autoptr (McQuery) query = mc_query_where_id (mc_query_new (), "absence_id", absence);
  g_autoptr (GListModel) reasons = mc_cli_query_model (store, MC_TYPE_ABSENCE_REASON, query, NULL);
  g_autoptr (McAbsenceReason) reason = reasons ? g_list_model_get_item (reasons, 0) : NULL;

  return reason ? reason->kind : MC_ABSENCE_KIND_NONE;
}

static gboolean
print_result (McCli *cli, McStore *store, McAbsence *absence, GError **error)
{
  g_autoptr (McPerson) person = dex_await_object (mc_store_get (store, MC_TYPE_PERSON, absence->person_id), error);
  g_autoptr (McWorkCalendar) calendar = person ? dex_await_object (mc_calendar_store_load (store), error) : NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *when = mc_cli_absence_describe (absence);

  if (!calendar)
    return FALSE;
  if (mc_cli_wants_json (cli))
    {
      mc_cli_absence_build (builder, absence, find_kind (store, mc_entity_get_id (MC_ENTITY (absence))),
                            person->full_name, calendar);
      mc_cli_print_json (json_builder_get_root (builder));
    }
  else
    g_print ("%s: %s – %s\n", person->full_name, when, _ (mc_absence_state_values[absence->state].label));
  return TRUE;
}

static gboolean
preview (McCli *cli, McStore *store, McAbsence *absence, GError **error)
{
  g_autoptr (McPerson) person = dex_await_object (mc_store_get (store, MC_TYPE_PERSON, absence->person_id), error);

  return person && mc_cli_absence_preview (cli, store, absence, person->full_name, error);
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  g_autoptr (McAbsence) before = NULL;
  g_autoptr (McAbsence) after = NULL;
  McStore *store;
  gint64 id;

  if (!mc_cli_parse_id (arguments[0], &id, error))
    return MC_CLI_USAGE;
  if (opt_cancel && (opt_refuse || opt_home))
    return mc_cli_usage (error, "%s", _ ("what is taken back needs no answer"));
  if (opt_preview && (opt_cancel || opt_refuse || opt_home || opt_paper))
    return mc_cli_usage (error, "%s", _ ("a preview answers nothing"));
  store = mc_cli_open_store (cli, error);
  before = store ? dex_await_object (mc_store_get (store, MC_TYPE_ABSENCE, id), error) : NULL;
  if (!before)
    return MC_CLI_FAILURE;
  if (opt_preview)
    return preview (cli, store, before, error) ? MC_CLI_OK : MC_CLI_FAILURE;
  after = mc_entity_clone (before);
  answer (after);
  if (!save (store, before, after, error) || !print_result (cli, store, after, error))
    return MC_CLI_FAILURE;
  return MC_CLI_OK;
}

const McCliCommand mc_cli_absence_approve = {
  .name = "absence approve",
  .arguments = N_ ("NUMBER"),
  .summary = N_ ("Give the centre's word on an absence (director, deputy), or write down the home agency's"),
  .json = "  " MC_CLI_ABSENCE_JSON "\n  with --preview:\n  " MC_CLI_ABSENCE_PREVIEW_JSON,
  .entries = entries,
  .min_args = 1,
  .max_args = 1,
  .run = run,
};
