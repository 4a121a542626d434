/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "mc-cli.h"
#include "mc-post.h"
#include "mc-seat.h"
#include "mc-section.h"
#include "mc-staff-entry.h"
#include "mc-staff-store.h"

static char *opt_as_of;

static const GOptionEntry entries[] = {
  { "as-of", 0, 0, G_OPTION_ARG_STRING, &opt_as_of, N_ ("the day to look at (default: today)"), N_ ("DAY") },
  G_OPTION_ENTRY_NULL,
};

typedef struct
{
  GPtrArray *posts;
  GPtrArray *seats;
  GPtrArray *sections;
  GPtrArray *staff;
} Facts;

static guint
count_seats (const Facts *facts, gint64 post)
{
  guint n = 0;

  for (guint i = 0; i < facts->seats->len; i++)
    n += ((McSeat *)facts->seats->pdata[i])->post_id == post;
  return n;
}

static const char *
section_code (const Facts *facts, gint64 section)
{
  for (guint i = 0; i < facts->sections->len; i++)
    if (mc_entity_get_id (facts->sections->pdata[i]) == section)
      return ((McSection *)facts->sections->pdata[i])->code;
  return NULL;
}

/* Who holds the post as their full-time one. */
static guint
count_filled (const Facts *facts, gint64 post)
{
  guint n = 0;

  for (guint i = 0; i < facts->staff->len; i++)
    n += ((McStaffEntry *)facts->staff->pdata[i])->post_id == post;
  return n;
}

static void
print_json (const Facts *facts)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < facts->posts->len; i++)
    {
      McPost *post = facts->posts->pdata[i];
      gint64 id = mc_entity_get_id (MC_ENTITY (post));

      json_builder_begin_object (builder);
      mc_cli_set_int (builder, "id", id);
      mc_cli_set_string (builder, "code", post->code);
      mc_cli_set_string (builder, "name", post->name);
      mc_cli_set_string (builder, "section", section_code (facts, post->section_id));
      mc_cli_set_enum (builder, "kind", mc_post_kind_values, post->kind);
      mc_cli_set_bool (builder, "concurrent", post->concurrent);
      mc_cli_set_int (builder, "plan_count", post->plan_count);
      mc_cli_set_int (builder, "seats", count_seats (facts, id));
      mc_cli_set_int (builder, "filled", count_filled (facts, id));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  mc_cli_print_json (json_builder_get_root (builder));
}

static void
print_table (const Facts *facts)
{
  const char *const titles[] = { _ ("Name"), _ ("Section"), _ ("Seats"), _ ("Filled"), NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);

  for (guint i = 0; i < facts->posts->len; i++)
    {
      McPost *post = facts->posts->pdata[i];
      gint64 id = mc_entity_get_id (MC_ENTITY (post));
      const char *section = section_code (facts, post->section_id);
      char **row = g_new0 (char *, G_N_ELEMENTS (titles));

      row[0] = g_strdup (post->name);
      row[1] = g_strdup (section ? section : "–");
      row[2] = g_strdup_printf ("%u", count_seats (facts, id));
      row[3] = g_strdup_printf ("%u", count_filled (facts, id));
      g_ptr_array_add (rows, row);
    }
  mc_cli_print_table (titles, rows);
}

static GPtrArray *
list_at (McStore *store, GType noun, McDay day, GError **error)
{
  g_autoptr (McQuery) query = mc_query_at (mc_query_new (), day);

  return dex_await_boxed (mc_store_list (store, noun, query), error);
}

static int
run (McCli *cli, char **arguments, GError **error)
{
  g_autoptr (GPtrArray) posts = NULL;
  g_autoptr (GPtrArray) seats = NULL;
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (GPtrArray) staff = NULL;
  McStore *store;
  McDay day;

  if (!mc_cli_parse_day (opt_as_of, &day, error))
    return MC_CLI_USAGE;
  store = mc_cli_open_store (cli, error);
  if (!store || !(posts = list_at (store, MC_TYPE_POST, day, error)) ||
      !(seats = list_at (store, MC_TYPE_SEAT, day, error)) ||
      !(sections = list_at (store, MC_TYPE_SECTION, day, error)) ||
      !(staff = dex_await_boxed (mc_staff_store_list (store, day), error)))
    return MC_CLI_FAILURE;
  const Facts facts = { posts, seats, sections, staff };

  if (mc_cli_wants_json (cli))
    print_json (&facts);
  else
    print_table (&facts);
  return MC_CLI_OK;
}

const McCliCommand mc_cli_post_list = {
  .name = "post list",
  .summary = N_ ("List the job positions of a day with their seats"),
  .json = "  [{\"id\", \"code\", \"name\", \"section\": code or null, \"kind\", \"concurrent\": bool,\n"
          "    \"plan_count\", \"seats\", \"filled\": numbers}]",
  .entries = entries,
  .run = run,
};
