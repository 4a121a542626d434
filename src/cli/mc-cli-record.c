/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-cli-record.h"

#include "mc-agency-name.h"
#include "mc-agency.h"
#include "mc-noun.h"
#include "mc-person.h"
#include "mc-post.h"
#include "mc-seat.h"
#include "mc-tour.h"

#define STEP 2
#define GAP 2

/* Fields of the register's own, of no use to people. */
static const char *const hidden[] = { "sort_key", "search_key", NULL };

/* The name that the agency bore on @day; its last one where it bore none yet or no more. */
static char *
dup_agency (McStore *store, gint64 id, McDay day)
{
  g_autoptr (McQuery) query = mc_query_where_id (mc_query_new (), "agency_id", id);
  g_autoptr (GPtrArray) names = dex_await_boxed (mc_store_list (store, MC_TYPE_AGENCY_NAME, query), NULL);
  g_autoptr (McAgency) agency = dex_await_object (mc_store_get (store, MC_TYPE_AGENCY, id), NULL);
  McAgencyName *best = NULL;

  for (guint i = 0; names && i < names->len; i++)
    {
      McAgencyName *name = names->pdata[i];

      if (!best || mc_period_contains (name->during, day) ||
          (!mc_period_contains (best->during, day) && name->during.from > best->during.from))
        best = name;
    }
  return best && agency ? g_strdup_printf ("%s (%s)", best->name, agency->code) : NULL;
}

static char *
dup_seat (McStore *store, gint64 id)
{
  g_autoptr (McSeat) seat = dex_await_object (mc_store_get (store, MC_TYPE_SEAT, id), NULL);
  g_autoptr (McPost) post = seat ? dex_await_object (mc_store_get (store, MC_TYPE_POST, seat->post_id), NULL) : NULL;

  return post ? g_strdup_printf ("%s %d", post->name, seat->number) : NULL;
}

static char *
dup_tour (McStore *store, gint64 id)
{
  g_autoptr (McTour) tour = dex_await_object (mc_store_get (store, MC_TYPE_TOUR, id), NULL);
  g_autoptr (McPerson) person =
      tour ? dex_await_object (mc_store_get (store, MC_TYPE_PERSON, tour->person_id), NULL) : NULL;
  g_autofree char *period = tour ? mc_period_format_people (tour->during) : NULL;

  return person ? g_strdup_printf ("%s, %s", person->full_name, period) : NULL;
}

/* Any other noun goes by its name. */
static char *
dup_named (McStore *store, const char *table, gint64 id)
{
  GType noun = mc_noun_from_table (table);
  g_autoptr (McEntity) row = NULL;

  if (noun == G_TYPE_INVALID || !mc_entity_class_find_field (mc_noun_get_class (noun), "name"))
    return NULL;
  row = dex_await_object (mc_store_get (store, noun, id), NULL);
  return row ? mc_entity_format (row, "name") : NULL;
}

static char *
dup_reference (McStore *store, const char *table, gint64 id, McDay day)
{
  char *text;

  if (g_str_equal (table, "agency"))
    text = dup_agency (store, id, day);
  else if (g_str_equal (table, "seat"))
    text = dup_seat (store, id);
  else if (g_str_equal (table, "tour"))
    text = dup_tour (store, id);
  else
    text = dup_named (store, table, id);
  return text ? text : g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static char *
dup_value (McStore *store, McEntity *row, const McFieldInfo *field, McDay day)
{
  g_autofree char *number = NULL;

  if (field->type != MC_FIELD_TYPE_REF)
    return mc_field_info_format (field, row);
  number = mc_field_info_get_text (field, row);
  return dup_reference (store, field->table, g_ascii_strtoll (number, NULL, 10), day);
}

static gboolean
is_shown (McEntity *row, const McFieldInfo *field, const char *skip)
{
  return !mc_field_info_is_null (field, row) && g_strcmp0 (field->name, skip) != 0 &&
         !g_strv_contains (hidden, field->name);
}

/* A row's names are those of its own first day. */
static McDay
day_of (McEntity *row)
{
  g_autofree char *text =
      mc_entity_class_find_field (MC_ENTITY_GET_CLASS (row), "during") ? mc_entity_get_text (row, "during") : NULL;
  McPeriod during;

  if (text && mc_period_parse (text, &during, NULL) && during.from != MC_DAY_NONE)
    return during.from;
  return mc_day_today ();
}

void
mc_cli_print_record (McStore *store, McEntity *row, gboolean title, int indent, const char *skip)
{
  McEntityClass *klass = MC_ENTITY_GET_CLASS (row);
  McDay day = day_of (row);
  glong width = 0;

  if (title)
    g_print ("%*s%s %" G_GINT64_FORMAT "\n", indent, "", mc_entity_get_label (row), mc_entity_get_id (row));
  indent += title ? STEP : 0;
  for (guint i = 0; i < klass->n_fields; i++)
    if (is_shown (row, &klass->fields[i], skip))
      width = MAX (width, g_utf8_strlen (mc_field_info_get_label (&klass->fields[i]), -1));
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const McFieldInfo *field = &klass->fields[i];
      const char *label = mc_field_info_get_label (field);
      g_autofree char *value = NULL;

      if (!is_shown (row, field, skip))
        continue;
      value = dup_value (store, row, field, day);
      g_print ("%*s%s%*s%s\n", indent, "", label, (int)(width - g_utf8_strlen (label, -1)) + GAP, "", value);
    }
}
