/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-appointment.h"
#include "mc-cli.h"
#include "mc-competence.h"
#include "mc-home-agency.h"
#include "mc-person-store.h"
#include "mc-person.h"
#include "mc-qualification.h"
#include "mc-rating.h"
#include "mc-service.h"
#include "mc-tour.h"

static char *opt_purpose;

static const GOptionEntry entries[] = {
  { "private", 0, 0, G_OPTION_ARG_STRING, &opt_purpose,
    N_ ("also what the law hides; the reading is logged with this purpose"), "PURPOSE" },
  G_OPTION_ENTRY_NULL,
};

typedef struct
{
  const char *key;
  GType (*noun) (void);
} Part;

static const Part parts[] = {
  { "tours", mc_tour_get_type },
  { "home_agencies", mc_home_agency_get_type },
  { "appointments", mc_appointment_get_type },
  { "competences", mc_competence_get_type },
  { "qualifications", mc_qualification_get_type },
  { "services", mc_service_get_type },
  { "ratings", mc_rating_get_type },
};

/* Fields of the register's own, of no use outside. */
static JsonNode *
entity_json (McEntity *entity, gboolean with_sensitive)
{
  JsonNode *node = mc_entity_to_json (entity, with_sensitive);

  json_object_remove_member (json_node_get_object (node), "sort_key");
  json_object_remove_member (json_node_get_object (node), "search_key");
  return node;
}

static void
print_text (JsonObject *person)
{
  GList *members = json_object_get_members (person);

  for (GList *l = members; l; l = l->next)
    {
      JsonNode *node = json_object_get_member (person, l->data);
      g_autofree char *text = NULL;

      if (json_node_is_null (node))
        continue;
      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
        text = json_node_dup_string (node);
      else
        text = json_to_string (node, FALSE);
      g_print ("%-22s %s\n", (const char *)l->data, text);
    }
  g_list_free (members);
}

static gboolean
add_part (McStore *store, JsonObject *object, const Part *part, gint64 id, GError **error)
{
  g_autoptr (McQuery) query = mc_query_where_id (mc_query_new (), "person_id", id);
  g_autoptr (GPtrArray) rows = dex_await_boxed (mc_store_list (store, part->noun (), query), error);
  JsonArray *array;

  if (!rows)
    return FALSE;
  array = json_array_new ();
  for (guint i = 0; i < rows->len; i++)
    json_array_add_element (array, entity_json (rows->pdata[i], FALSE));
  json_object_set_array_member (object, part->key, array);
  return TRUE;
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  g_autoptr (McPerson) person = NULL;
  g_autoptr (McPersonPrivate) hidden = NULL;
  g_autoptr (JsonNode) node = NULL;
  McStore *store;
  gint64 id;

  if (!mc_cli_parse_id (arguments[0], &id, error))
    return MC_CLI_USAGE;
  store = mc_cli_open_store (cli, error);
  person = store ? dex_await_object (mc_store_get (store, MC_TYPE_PERSON, id), error) : NULL;
  if (!person)
    return MC_CLI_FAILURE;
  node = entity_json (MC_ENTITY (person), FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!add_part (store, json_node_get_object (node), &parts[i], id, error))
      return MC_CLI_FAILURE;
  if (opt_purpose)
    {
      hidden = dex_await_object (mc_person_store_read_private (store, id, opt_purpose), error);
      if (!hidden)
        return MC_CLI_FAILURE;
      json_object_set_member (json_node_get_object (node), "private", entity_json (MC_ENTITY (hidden), TRUE));
    }
  if (mc_cli_wants_json (cli))
    mc_cli_print_json (g_steal_pointer (&node));
  else
    print_text (json_node_get_object (node));
  return MC_CLI_OK;
}

const McCliCommand mc_cli_person_show = {
  .name = "person show",
  .arguments = "ID",
  .summary = N_ ("Show one person with tours, posts and the rest of the record"),
  .json = "  {\"id\", \"version\", \"full_name\", … the fields of the person,\n"
          "   \"tours\", \"home_agencies\", \"appointments\", \"competences\", \"qualifications\", \"services\",\n"
          "   \"ratings\": arrays of rows, \"private\": object, with --private only}\n"
          "  periods are text as PostgreSQL writes them: [first day,first day after)",
  .entries = entries,
  .min_args = 1,
  .max_args = 1,
  .run = run,
};
