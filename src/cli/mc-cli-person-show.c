/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-appointment.h"
#include "mc-cli-record.h"
#include "mc-cli.h"
#include "mc-competence.h"
#include "mc-error.h"
#include "mc-home-agency.h"
#include "mc-person-store.h"
#include "mc-person.h"
#include "mc-qualification.h"
#include "mc-rating.h"
#include "mc-service.h"
#include "mc-tour-extension.h"
#include "mc-tour.h"

#define INDENT 2

static char *opt_purpose;

static const GOptionEntry entries[] = {
  { "private", 0, 0, G_OPTION_ARG_STRING, &opt_purpose,
    N_ ("also what the law hides; the reading is logged with this purpose"), N_ ("PURPOSE") },
  G_OPTION_ENTRY_NULL,
};

/* The person, what is under it, and what is not asked for by the person's number. */
static const McCliRows told[] = {
  { "person", mc_person_get_type, FALSE },
  { "tours", mc_tour_get_type, FALSE },
  { "home_agencies", mc_home_agency_get_type, FALSE },
  { "appointments", mc_appointment_get_type, FALSE },
  { "competences", mc_competence_get_type, FALSE },
  { "qualifications", mc_qualification_get_type, FALSE },
  { "services", mc_service_get_type, FALSE },
  { "ratings", mc_rating_get_type, FALSE },
  { "extensions", mc_tour_extension_get_type, FALSE },
  { "private", mc_person_private_get_type, TRUE },
  { NULL, NULL, FALSE },
};

#define N_PARTS 7

static const McCliRows *const parts = told + 1;

typedef struct
{
  McPerson *person;
  McPersonPrivate *hidden;  /* with --private */
  GPtrArray *rows[N_PARTS]; /* of entities */
  GPtrArray *extensions;    /* of all the tours */
} Record;

static void
record_clear (Record *record)
{
  g_clear_object (&record->person);
  g_clear_object (&record->hidden);
  g_clear_pointer (&record->extensions, g_ptr_array_unref);
  for (gsize i = 0; i < N_PARTS; i++)
    g_clear_pointer (&record->rows[i], g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Record, record_clear)

static McPerson *
read_person (McStore *store, gint64 id, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autoptr (GError) failure = NULL;
  McPerson *person = dex_await_object (mc_store_get (store, MC_TYPE_PERSON, id), &failure);

  if (person)
    return person;
  if (g_error_matches (failure, MC_ERROR, MC_ERROR_NOT_FOUND))
    g_set_error (error, MC_ERROR, MC_ERROR_NOT_FOUND,
                 _ ("There is no person with the number %s; “motcua-cli person list” tells the numbers."), number);
  else
    g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
read_extensions (McStore *store, Record *record, GError **error)
{
  GPtrArray *tours = record->rows[0];
  g_autofree gint64 *ids = g_new (gint64, tours->len + 1);
  g_autoptr (McQuery) query = NULL;

  for (guint i = 0; i < tours->len; i++)
    ids[i] = mc_entity_get_id (tours->pdata[i]);
  query = mc_query_where_ids (mc_query_new (), "tour_id", ids, tours->len);
  record->extensions = dex_await_boxed (mc_store_list (store, MC_TYPE_TOUR_EXTENSION, query), error);
  return record->extensions != NULL;
}

static gboolean
read_record (McStore *store, gint64 id, Record *record, GError **error)
{
  record->person = read_person (store, id, error);
  if (!record->person)
    return FALSE;
  for (gsize i = 0; i < N_PARTS; i++)
    {
      g_autoptr (McQuery) query = mc_query_where_id (mc_query_new (), "person_id", id);

      record->rows[i] = dex_await_boxed (mc_store_list (store, parts[i].noun (), query), error);
      if (!record->rows[i])
        return FALSE;
    }
  if (!read_extensions (store, record, error))
    return FALSE;
  if (opt_purpose)
    record->hidden = dex_await_object (mc_person_store_read_private (store, id, opt_purpose), error);
  return !opt_purpose || record->hidden;
}

/* Fields of the register's own, of no use outside. */
static void
add_rows (JsonObject *object, const char *key, GPtrArray *rows)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < rows->len; i++)
    json_array_add_element (array, mc_cli_row_to_json (rows->pdata[i], FALSE));
  json_object_set_array_member (object, key, array);
}

static void
print_json (const Record *record)
{
  JsonNode *node = mc_cli_row_to_json (MC_ENTITY (record->person), FALSE);
  JsonObject *object = json_node_get_object (node);

  for (gsize i = 0; i < N_PARTS; i++)
    add_rows (object, parts[i].key, record->rows[i]);
  add_rows (object, "extensions", record->extensions);
  if (record->hidden)
    json_object_set_member (object, "private", mc_cli_row_to_json (MC_ENTITY (record->hidden), TRUE));
  mc_cli_print_json (node);
}

/* Below each tour its extensions. */
static void
print_text (McStore *store, const Record *record)
{
  mc_cli_print_record (store, MC_ENTITY (record->person), TRUE, 0, NULL);
  if (record->hidden)
    mc_cli_print_record (store, MC_ENTITY (record->hidden), FALSE, INDENT, "person_id");
  for (gsize i = 0; i < N_PARTS; i++)
    for (guint k = 0; k < record->rows[i]->len; k++)
      {
        McEntity *row = record->rows[i]->pdata[k];

        g_print ("\n");
        mc_cli_print_record (store, row, TRUE, 0, "person_id");
        for (guint e = 0; MC_IS_TOUR (row) && e < record->extensions->len; e++)
          if (((McTourExtension *)record->extensions->pdata[e])->tour_id == mc_entity_get_id (row))
            mc_cli_print_record (store, record->extensions->pdata[e], TRUE, INDENT, "tour_id");
      }
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  g_auto (Record) record = { 0 };
  McStore *store;
  gint64 id;

  if (!mc_cli_parse_id (arguments[0], &id, error))
    return MC_CLI_USAGE;
  store = mc_cli_open_store (cli, error);
  if (!store || !read_record (store, id, &record, error))
    return MC_CLI_FAILURE;
  if (mc_cli_wants_json (cli))
    print_json (&record);
  else
    print_text (store, &record);
  return MC_CLI_OK;
}

const McCliCommand mc_cli_person_show = {
  .name = "person show",
  .arguments = N_ ("ID"),
  .summary = N_ ("Show one person with tours, posts and the rest of the record"),
  .json =
      "  the person with \"tours\", \"home_agencies\", \"appointments\", \"competences\", \"qualifications\",\n"
      "  \"services\", \"ratings\", \"extensions\" (of the tours): arrays of rows, and \"private\": an object, with\n"
      "  --private only",
  .json_note = N_ ("Periods are text as PostgreSQL writes them: [first day,first day after)."),
  .rows = told,
  .entries = entries,
  .min_args = 1,
  .max_args = 1,
  .run = run,
};
