/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-history-names.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "mc-agency-name.h"
#include "mc-person.h"
#include "mc-session-private.h"
#include "mc-tour.h"

struct _McHistoryNames
{
  GHashTable *logins;   /* login → display name */
  GHashTable *agencies; /* id → the latest name */
  McLiveList *people;
  McLiveList *tours;
};

static GHashTable *
load_agencies (McSession *session)
{
  g_autoptr (McLiveList) list = mc_session_list (session, MC_TYPE_AGENCY_NAME, MC_DAY_NONE);
  g_autoptr (GHashTable) since = g_hash_table_new (NULL, NULL);
  GHashTable *names = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  dex_await (mc_live_list_when_ready (list), NULL);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (McAgencyName) name = g_list_model_get_item (G_LIST_MODEL (list), i);
      gpointer id = GSIZE_TO_POINTER (name->agency_id);

      if (name->name &&
          (!g_hash_table_contains (names, id) || GPOINTER_TO_INT (g_hash_table_lookup (since, id)) < name->during.from))
        {
          g_hash_table_insert (names, id, g_strdup (name->name));
          g_hash_table_insert (since, id, GINT_TO_POINTER (name->during.from));
        }
    }
  return names;
}

McHistoryNames *
mc_history_names_load (McSession *session)
{
  McHistoryNames *self = g_new0 (McHistoryNames, 1);

  self->logins = mc_session_load_names (session);
  self->agencies = load_agencies (session);
  self->people = mc_session_list (session, MC_TYPE_PERSON, MC_DAY_NONE);
  self->tours = mc_session_list (session, MC_TYPE_TOUR, MC_DAY_NONE);
  dex_await (mc_live_list_when_ready (self->people), NULL);
  dex_await (mc_live_list_when_ready (self->tours), NULL);
  return self;
}

void
mc_history_names_free (McHistoryNames *self)
{
  g_hash_table_unref (self->logins);
  g_hash_table_unref (self->agencies);
  g_object_unref (self->people);
  g_object_unref (self->tours);
  g_free (self);
}

const char *
mc_history_names_who (McHistoryNames *self, const char *login)
{
  const char *name = login ? g_hash_table_lookup (self->logins, login) : NULL;

  return name ? name : login;
}

static char *
person_name (McHistoryNames *self, gint64 id)
{
  McPerson *person = mc_live_list_get_by_id (self->people, id);

  return person ? g_strdup (person->full_name) : NULL;
}

static char *
tour_name (McHistoryNames *self, gint64 id)
{
  McTour *tour = mc_live_list_get_by_id (self->tours, id);

  return tour ? person_name (self, tour->person_id) : NULL;
}

static char *
agency_name (McHistoryNames *self, gint64 id)
{
  return g_strdup (g_hash_table_lookup (self->agencies, GSIZE_TO_POINTER (id)));
}

typedef char *(*Namer) (McHistoryNames *self, gint64 id);

/* The first field of a row that says whose it is. */
static const struct
{
  const char *field;
  Namer name;
} owners[] = {
  { "person_id", person_name },    { "tour_id", tour_name },          { "agency_id", agency_name },
  { "successor_id", agency_name }, { "home_agency_id", agency_name },
};

static Namer
namer_of (const char *table)
{
  return g_strcmp0 (table, "person") == 0   ? person_name
         : g_strcmp0 (table, "tour") == 0   ? tour_name
         : g_strcmp0 (table, "agency") == 0 ? agency_name
                                            : NULL;
}

char *
mc_history_names_subject (McHistoryNames *self, McAuditChange *change)
{
  g_autoptr (JsonNode) node = json_from_string (change->new ? change->new : change->old ? change->old : "{}", NULL);
  JsonObject *row = node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  Namer namer = namer_of (change->table_name);
  char *name = namer ? namer (self, change->row_id) : NULL;

  for (gsize i = 0; row && !name && i < G_N_ELEMENTS (owners); i++)
    if (json_object_has_member (row, owners[i].field))
      name = owners[i].name (self, json_object_get_int_member_with_default (row, owners[i].field, 0));
  if (row && !name && json_object_has_member (row, "subject_id"))
    {
      namer = namer_of (json_object_get_string_member_with_default (row, "subject", NULL));
      name = namer ? namer (self, json_object_get_int_member_with_default (row, "subject_id", 0)) : NULL;
    }
  /* Rows that were removed still say their own name. */
  for (gsize i = 0; row && !name && i < 3; i++)
    name = g_strdup (
        json_object_get_string_member_with_default (row, (const char *[]){ "full_name", "name", "code" }[i], NULL));
  return name;
}

/* "merger from 2025-07-01, 12/QĐ-UBND": as the functions of the schema write them. */
static char *
tell_dated (const char *reason)
{
  gboolean merged = g_str_has_prefix (reason, "merger from ");
  const char *rest = merged                                       ? reason + strlen ("merger from ")
                     : g_str_has_prefix (reason, "renamed from ") ? reason + strlen ("renamed from ")
                                                                  : NULL;
  g_auto (GStrv) parts = rest ? g_strsplit (rest, ", ", 2) : NULL;
  g_autofree char *date = NULL, *act = NULL;
  McDay day;

  if (!rest)
    return NULL;
  date = mc_day_parse (parts[0], &day, NULL) ? mc_day_format (day) : g_strdup (parts[0]);
  act = merged ? g_strdup_printf (_ ("merger from %s"), date) : g_strdup_printf (_ ("renamed from %s"), date);
  return parts[1] ? g_strdup_printf (_ ("%s, decision %s"), act, parts[1]) : g_steal_pointer (&act);
}

char *
mc_history_names_reason (const char *reason)
{
  static const char *const known[] = { N_ ("sample centre"), N_ ("sample removed") };
  char *dated;

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (reason, known[i]))
      return g_strdup (_ (known[i]));
  dated = tell_dated (reason);
  return dated ? dated : g_strdup (reason);
}
