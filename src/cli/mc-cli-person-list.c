/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-agency.h"
#include "mc-cli-nearest.h"
#include "mc-cli.h"
#include "mc-name.h"
#include "mc-staff-entry.h"
#include "mc-staff-store.h"

static char *opt_as_of;
static char *opt_agency;
static char *opt_search;

static const GOptionEntry entries[] = {
  { "as-of", 0, 0, G_OPTION_ARG_STRING, &opt_as_of, N_ ("the day to look at (default: today)"), N_ ("DAY") },
  { "agency", 0, 0, G_OPTION_ARG_STRING, &opt_agency, N_ ("only people of this home or sending agency"), N_ ("CODE") },
  { "search", 0, 0, G_OPTION_ARG_STRING, &opt_search, N_ ("only names with these beginnings of words, accents or not"),
    N_ ("TEXT") },
  G_OPTION_ENTRY_NULL,
};

static void
add_tour (JsonBuilder *builder, McStaffEntry *person)
{
  json_builder_set_member_name (builder, "tour");
  if (!person->tour_id)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  mc_cli_set_int (builder, "id", person->tour_id);
  mc_cli_set_string (builder, "agency", person->tour_agency_code);
  mc_cli_set_enum (builder, "kind", mc_tour_kind_values, person->tour_kind);
  mc_cli_set_enum (builder, "role", mc_tour_role_values, person->tour_role);
  mc_cli_set_day (builder, "from", person->tour_from);
  mc_cli_set_last_day (builder, "until", person->tour_until);
  mc_cli_set_last_day (builder, "planned_until", person->planned_until);
  mc_cli_set_string (builder, "decision_no", person->decision_no);
  mc_cli_set_day (builder, "decision_date", person->decision_date);
  json_builder_end_object (builder);
}

static void
add_person (JsonBuilder *builder, McStaffEntry *person)
{
  json_builder_begin_object (builder);
  mc_cli_set_int (builder, "id", mc_entity_get_id (MC_ENTITY (person)));
  mc_cli_set_string (builder, "full_name", person->full_name);
  mc_cli_set_string (builder, "family_name", person->family_name);
  mc_cli_set_string (builder, "middle_name", person->middle_name);
  mc_cli_set_string (builder, "given_name", person->given_name);
  mc_cli_set_enum (builder, "sex", mc_sex_values, person->sex);
  mc_cli_set_string (builder, "phone", person->public_phone);
  mc_cli_set_string (builder, "email", person->email);
  mc_cli_set_string (builder, "rank", person->rank_code);
  mc_cli_set_enum (builder, "employment", mc_employment_values, person->employment);
  mc_cli_set_string (builder, "home_agency", person->home_agency_code);
  mc_cli_set_string (builder, "section", person->section_code);
  mc_cli_set_string (builder, "post", person->post_code);
  mc_cli_set_string (builder, "fields", person->field_codes);
  mc_cli_set_enum (builder, "state", mc_staff_state_values, person->state);
  mc_cli_set_bool (builder, "is_sample", person->is_sample);
  add_tour (builder, person);
  json_builder_end_object (builder);
}

static void
print_json (GPtrArray *people)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < people->len; i++)
    add_person (builder, people->pdata[i]);
  json_builder_end_array (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

static void
print_table (GPtrArray *people)
{
  const char *const titles[] = { _ ("No."), _ ("Full name"), _ ("Agency"), _ ("Post"), _ ("State"), _ ("Term"), NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);

  for (guint i = 0; i < people->len; i++)
    {
      McStaffEntry *person = people->pdata[i];
      const McPeriod term = { person->tour_from, person->tour_until };
      char **row = g_new0 (char *, G_N_ELEMENTS (titles));

      row[0] = g_strdup_printf ("%" G_GINT64_FORMAT, mc_entity_get_id (MC_ENTITY (person)));
      row[1] = g_strdup (person->full_name ? person->full_name : "");
      row[2] = g_strdup (person->home_agency_code ? person->home_agency_code : "–");
      row[3] = g_strdup (person->post_name && *person->post_name ? person->post_name : "–");
      row[4] = g_strdup (mc_enum_label (mc_staff_state_values, person->state));
      row[5] = person->tour_id ? mc_period_format_people (term) : g_strdup ("–");
      g_ptr_array_add (rows, row);
    }
  mc_cli_print_table (titles, rows);
}

static gboolean
is_wanted (McStaffEntry *person, const char *needle, const char *agency)
{
  g_autofree char *folded = mc_fold (person->full_name ? person->full_name : "");

  if (agency && g_strcmp0 (person->home_agency_code, agency) != 0 && g_strcmp0 (person->tour_agency_code, agency) != 0)
    return FALSE;
  return mc_fold_matches (folded, needle);
}

/* A code that no agency ever had is a slip, and an empty list would hide it. Case and accents may differ ("khdt").
 * Returns: (transfer full) (nullable): the code as the register has it */
static char *
find_agency (McStore *store, GError **error)
{
  g_autoptr (GPtrArray) agencies = dex_await_boxed (mc_store_list (store, MC_TYPE_AGENCY, NULL), error);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autofree char *typed = mc_fold (opt_agency);
  const char *nearest;

  if (!agencies)
    return NULL;
  for (guint i = 0; i < agencies->len; i++)
    {
      const char *code = ((McAgency *)agencies->pdata[i])->code;
      g_autofree char *folded = mc_fold (code);

      if (g_str_equal (folded, typed))
        return g_strdup (code);
      g_ptr_array_add (codes, (gpointer)code);
    }
  g_ptr_array_add (codes, NULL);
  nearest = mc_cli_nearest (opt_agency, (const char *const *)codes->pdata);
  if (nearest)
    mc_cli_usage (error, _ ("there is no agency with the code “%s”; did you mean “%s”?"), opt_agency, nearest);
  else
    mc_cli_usage (error, _ ("there is no agency with the code “%s”: see motcua-cli agency list"), opt_agency);
  return NULL;
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  g_autofree char *needle = mc_fold (opt_search ? opt_search : "");
  g_autofree char *agency = NULL;
  g_autoptr (GPtrArray) people = NULL;
  McStore *store;
  McDay day;

  if (!mc_cli_parse_day (opt_as_of, &day, error))
    return MC_CLI_USAGE;
  store = mc_cli_open_store (cli, error);
  agency = store && opt_agency ? find_agency (store, error) : NULL;
  people = store && (agency || !opt_agency) ? dex_await_boxed (mc_staff_store_list (store, day), error) : NULL;
  if (!people)
    return MC_CLI_FAILURE;
  for (guint i = people->len; i > 0; i--)
    if (!is_wanted (people->pdata[i - 1], needle, agency))
      g_ptr_array_remove_index (people, i - 1);
  if (mc_cli_wants_json (cli))
    print_json (people);
  else
    print_table (people);
  return MC_CLI_OK;
}

const McCliCommand mc_cli_person_list = {
  .name = "person list",
  .summary = N_ ("List the people of a day"),
  .json =
      "  [{\"id\", \"full_name\", \"family_name\", \"middle_name\", \"given_name\", \"sex\", \"phone\", \"email\",\n"
      "    \"rank\", \"employment\", \"home_agency\": code, \"section\": code, \"post\": code, \"fields\": codes,\n"
      "    \"state\", \"is_sample\": bool, \"tour\": null or {\"id\", \"agency\": code, \"kind\", \"role\", \"from\",\n"
      "    \"until\", \"planned_until\": last days, \"decision_no\", \"decision_date\"}}]",
  .entries = entries,
  .run = run,
};
