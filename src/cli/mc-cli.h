/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <libdex.h>

#include "mc-day.h"
#include "mc-pg-config.h"
#include "mc-staff-entry.h"
#include "mc-store.h"

G_BEGIN_DECLS

/* Exit statuses; the issue of a command is one of them. */
#define MC_CLI_OK 0
#define MC_CLI_FAILURE 1 /* something went wrong, or there are findings */
#define MC_CLI_USAGE 2   /* the command line makes no sense */

typedef struct _McCli McCli;
typedef struct _McPgServer McPgServer;

/**
 * McCliRows:
 * @key: in what --json prints
 * @noun: of which the object, or the rows of the array, under that key are; all their columns are printed
 * @sensitive: whether those that are protected by law are, too
 */
typedef struct
{
  const char *key;
  GType (*noun) (void);
  gboolean sensitive;
} McCliRows;

/**
 * McCliCommand:
 * @name: one or two words, "person list"
 * @arguments: (nullable): what follows the options, for --help
 * @summary: one line (marked with N_())
 * @json: (nullable): what --json prints, for --help; in English as its keys are
 * @json_note: (nullable): what else is to be known of that (marked with N_())
 * @note: (nullable): what --help says besides (marked with N_())
 * @rows: (nullable) (array zero-terminated by a NULL key): the rows in it, whose keys --help tells
 * @entries: (nullable): its own options
 * @min_args: fewest arguments
 * @max_args: most arguments
 * @run: does it, on a fiber; returns an exit status. With an error set the status is MC_CLI_FAILURE, or MC_CLI_USAGE
 * for MC_CLI_ERROR_USAGE.
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  const char *json;
  const char *json_note;
  const char *note;
  const McCliRows *rows;
  const GOptionEntry *entries;
  int min_args;
  int max_args;
  int (*run) (McCli *cli, char **arguments, GError **error);
} McCliCommand;

/** mc_cli_row_to_json: (transfer full): an object with all columns of @row that --help tells, and no others. */
JsonNode *mc_cli_row_to_json (McEntity *row, gboolean with_sensitive);

/** mc_cli_tell_rows: appends the keys of @rows, a line or more for each. */
void mc_cli_tell_rows (GString *text, const McCliRows *rows);

/** MC_CLI_ERROR: errors of the command line itself; everything else is MC_ERROR. */
#define MC_CLI_ERROR (mc_cli_error_quark ())
GQuark mc_cli_error_quark (void);

/** MC_CLI_ERROR_USAGE: the command line makes no sense. */
typedef enum
{
  MC_CLI_ERROR_USAGE,
} McCliErrorCode;

/** mc_cli_commands: (array zero-terminated by a NULL name) */
const McCliCommand *mc_cli_commands (void);

McCli *mc_cli_new (const char *database, gboolean json);
void mc_cli_free (McCli *self);

gboolean mc_cli_wants_json (McCli *self);

/** mc_cli_get_database: (nullable): the URI of --database; %NULL for the private server. */
const char *mc_cli_get_database (McCli *self);

/**
 * mc_cli_dup_folder: (on a fiber)
 * Returns: (transfer full): of the private server that the window used last; the usual one where there was none
 */
char *mc_cli_dup_folder (McCli *self);

/** mc_cli_dup_label: (on a fiber) (transfer full): where the data are, for people and --json, without a password. */
char *mc_cli_dup_label (McCli *self);

/** mc_cli_usage: sets MC_CLI_ERROR_USAGE; returns MC_CLI_USAGE. */
int mc_cli_usage (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

/**
 * mc_cli_connect: (on a fiber)
 *
 * Starts or joins the private server, or takes the URI. No schema is needed.
 */
gboolean mc_cli_connect (McCli *self, GError **error);

/** mc_cli_get_server: (transfer none) (nullable): the private server, after mc_cli_connect(). */
McPgServer *mc_cli_get_server (McCli *self);

/**
 * mc_cli_connect_alone: (on a fiber)
 *
 * As mc_cli_connect(), for what concerns the private server itself; MC_CLI_ERROR_USAGE with --database, MC_ERROR_BUSY
 * while another program uses it.
 */
gboolean mc_cli_connect_alone (McCli *self, GError **error);

/**
 * mc_cli_dump_before: (on a fiber)
 * @migrations: (element-type McMigration): of mc_migrator_status()
 *
 * Dumps a private database that a step to come would change: what may go wrong can be taken back from it.
 */
gboolean mc_cli_dump_before (McCli *self, GPtrArray *migrations, GError **error);

/** mc_cli_say: a line for people on what goes on; nothing with --json. */
void mc_cli_say (McCli *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/** mc_cli_dup_config: (transfer full): @admin: to change the schema (private server: its superuser; else the URI
 * itself). */
McPgConfig *mc_cli_dup_config (McCli *self, gboolean admin);

/**
 * mc_cli_open_store: (on a fiber)
 *
 * Connects, checks that the schema is the one this program knows, and says what to do if not.
 *
 * Returns: (transfer none) (nullable)
 */
McStore *mc_cli_open_store (McCli *self, GError **error);

/** mc_cli_close: (on a fiber) ends the connections and leaves the private server. */
void mc_cli_close (McCli *self);

/** mc_cli_parse_day: @text: (nullable): dd/mm/yyyy or ISO; %NULL: today. */
gboolean mc_cli_parse_day (const char *text, McDay *day, GError **error);

/** mc_cli_parse_session: @text: a day or “today”, with -am or -pm; @part: (out): 0 in the morning, 1 in the afternoon.
 */
gboolean mc_cli_parse_session (const char *text, McDay *day, guint *part, GError **error);

/** mc_cli_parse_number: of @option, with a comma or a point. */
gboolean mc_cli_parse_number (const char *text, const char *option, double *number, GError **error);

/** mc_cli_parse_target: @text: (nullable): "80/20"; without it @share (above 0, below 1) and @within (seconds) stay. */
gboolean mc_cli_parse_target (const char *text, double *share, double *within, GError **error);

/** mc_cli_parse_id: a row's number, or a counter's. */
gboolean mc_cli_parse_id (const char *text, gint64 *id, GError **error);

/**
 * mc_cli_find_person: (on a fiber)
 * @who: a number, or a name that only one person who is here on @day has; accents need not be typed
 *
 * Returns: (transfer full) (nullable)
 */
McStaffEntry *mc_cli_find_person (McStore *store, const char *who, McDay day, GError **error);

/** mc_cli_print_json: @node: (transfer full): on standard output, readable, ending with a line end. */
void mc_cli_print_json (JsonNode *node);

/**
 * mc_cli_print_table:
 * @titles: one per column
 * @rows: (element-type GStrv): texts for people, one per column
 */
void mc_cli_print_table (const char *const *titles, GPtrArray *rows);

/* Members of the object that @builder is in; days as ISO, null where there is none. */
void mc_cli_set_string (JsonBuilder *builder, const char *name, const char *value);
void mc_cli_set_day (JsonBuilder *builder, const char *name, McDay day);
void mc_cli_set_last_day (JsonBuilder *builder, const char *name, McDay until);
void mc_cli_set_int (JsonBuilder *builder, const char *name, gint64 value);
/** mc_cli_set_double: null if @value is not finite. */
void mc_cli_set_double (JsonBuilder *builder, const char *name, double value);
void mc_cli_set_bool (JsonBuilder *builder, const char *name, gboolean value);

/** mc_cli_set_enum: the database's own word for @value. */
void mc_cli_set_enum (JsonBuilder *builder, const char *name, const McEnumValue *values, guint value);

/** mc_cli_add_import_errors: the member "errors" of what an import prints. @errors: of McImportError */
void mc_cli_add_import_errors (JsonBuilder *builder, GListModel *errors);

/* The commands. */
extern const McCliCommand mc_cli_init, mc_cli_migrate, mc_cli_person_list, mc_cli_person_show, mc_cli_person_import,
    mc_cli_person_export, mc_cli_agency_list, mc_cli_post_list, mc_cli_findings, mc_cli_headcount, mc_cli_account_add,
    mc_cli_account_list, mc_cli_account_disable, mc_cli_server_setup, mc_cli_server_move, mc_cli_server_restore,
    mc_cli_doctor, mc_cli_org_chart, mc_cli_chart, mc_cli_floor_plan, mc_cli_counter_list, mc_cli_counter_assign,
    mc_cli_counter_import, mc_cli_counter_export, mc_cli_import_procedures, mc_cli_holiday_list;
extern const McCliCommand mc_cli_roster_list, mc_cli_roster_plan, mc_cli_roster_show, mc_cli_roster_verify,
    mc_cli_roster_submit, mc_cli_roster_approve, mc_cli_roster_publish, mc_cli_roster_return, mc_cli_roster_solve,
    mc_cli_solve, mc_cli_roster_repair, mc_cli_roster_export, mc_cli_roster_demand;
extern const McCliCommand mc_cli_attendance_import, mc_cli_attendance_list;
extern const McCliCommand mc_cli_evaluation_run, mc_cli_evaluation_show, mc_cli_evaluation_sign,
    mc_cli_evaluation_verify;
extern const McCliCommand mc_cli_erlang, mc_cli_forecast, mc_cli_workload_report, mc_cli_workload_need,
    mc_cli_workload_cause, mc_cli_workload_plan, mc_cli_whatif;
extern const McCliCommand mc_cli_import_dossiers, mc_cli_import_tickets, mc_cli_import_ratings, mc_cli_import_list,
    mc_cli_import_withdraw;
extern const McCliCommand mc_cli_absence_add, mc_cli_absence_approve, mc_cli_absence_list;

G_END_DECLS
