/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-list-hub.h"

#include <string.h>

#include "mc-absence-entry.h"
#include "mc-agency-entry.h"
#include "mc-counter-entry.h"
#include "mc-error.h"
#include "mc-json.h"
#include "mc-live-list-private.h"
#include "mc-noun.h"
#include "mc-query.h"
#include "mc-seat-entry.h"
#include "mc-staff-entry.h"

/* Several statements of one transaction become one refresh. */
#define DEBOUNCE_MS 20
/* Beyond this many rows one reading of all is cheaper. */
#define MAX_IDS 400

/* A list and what is known to be old in it. Lives as long as the list, or a refresh under way. */
typedef struct
{
  gatomicrefcount refs;
  McListHub *hub; /* NULL once the hub is gone */
  GWeakRef list;
  char *name;
  gboolean all; /* everything may be old */
  GArray *ids;  /* gint64: these rows may be old */
  gboolean running;
} Entry;

struct _McListHub
{
  GObject parent_instance;

  McStore *store;
  McDay today;
  GHashTable *entries; /* name -> Entry */
  guint timeout;
  gboolean stopped;
};

enum
{
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (McListHub, mc_list_hub, G_TYPE_OBJECT)

/* Which tables the states of a day are made of. */
static const char *const staff_sources[] = { "person",
                                             "tour",
                                             "home_agency",
                                             "appointment",
                                             "seat",
                                             "post",
                                             "rank",
                                             "section",
                                             "agency",
                                             "agency_name",
                                             "agency_succession",
                                             "field",
                                             "field_competence",
                                             NULL };
static const char *const agency_sources[] = { "agency", "agency_name", "agency_quota", "agency_succession", "tour",
                                              "person", NULL };
static const char *const seat_sources[] = { "seat",   "post",   "section",           "appointment",
                                            "person", "agency", "agency_succession", NULL };
static const char *const absence_sources[] = { "absence", "person", NULL };
static const char *const counter_sources[] = { "counter", "counter_agency", "counter_field", "counter_assignment",
                                               "agency",  "agency_name",    "field",         "person",
                                               NULL };

static Entry *
entry_ref (Entry *entry)
{
  g_atomic_ref_count_inc (&entry->refs);
  return entry;
}

static void
entry_unref (gpointer data)
{
  Entry *entry = data;

  if (!g_atomic_ref_count_dec (&entry->refs))
    return;
  g_weak_ref_clear (&entry->list);
  g_array_unref (entry->ids);
  g_free (entry->name);
  g_free (entry);
}

static void
list_gone_cb (gpointer data, GObject *gone)
{
  Entry *entry = data;

  if (entry->hub && g_hash_table_lookup (entry->hub->entries, entry->name) == entry)
    g_hash_table_remove (entry->hub->entries, entry->name);
  entry_unref (entry);
}

static void
mc_list_hub_dispose (GObject *object)
{
  McListHub *self = MC_LIST_HUB (object);
  GHashTableIter iter;
  gpointer entry;

  mc_list_hub_stop (self);
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    ((Entry *)entry)->hub = NULL;
  g_hash_table_remove_all (self->entries);
  G_OBJECT_CLASS (mc_list_hub_parent_class)->dispose (object);
}

static void
mc_list_hub_finalize (GObject *object)
{
  McListHub *self = MC_LIST_HUB (object);

  g_clear_pointer (&self->entries, g_hash_table_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (mc_list_hub_parent_class)->finalize (object);
}

static void
mc_list_hub_class_init (McListHubClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mc_list_hub_dispose;
  object_class->finalize = mc_list_hub_finalize;
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
mc_list_hub_init (McListHub *self)
{
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, entry_unref);
}

McListHub *
mc_list_hub_new (McStore *store, McDay today)
{
  McListHub *self = g_object_new (MC_TYPE_LIST_HUB, NULL);

  self->store = g_object_ref (store);
  self->today = today;
  return self;
}

static McQuery *
build_query (McLiveList *list, gboolean state, McDay today)
{
  McQuery *query = mc_query_new ();
  McDay as_of = mc_live_list_get_as_of (list);

  if (mc_live_list_get_field (list))
    mc_query_where_id (query, mc_live_list_get_field (list), mc_live_list_get_key (list));
  if (state && as_of == MC_DAY_NONE)
    as_of = today;
  if (as_of != MC_DAY_NONE)
    mc_query_at (query, as_of);
  return query;
}

static void
report (Entry *entry, McLiveList *list, const GError *error)
{
  mc_live_list_fail (list, error);
  /* A role that may not see a table is no surprise, and a lost connection has its own banner. */
  if (entry->hub && !g_error_matches (error, MC_ERROR, MC_ERROR_DENIED) &&
      !g_error_matches (error, MC_ERROR, MC_ERROR_CONNECTION) && !g_error_matches (error, MC_ERROR, MC_ERROR_CANCELLED))
    g_signal_emit (entry->hub, signals[FAILED], 0, error);
}

/* One reading. What is marked old while it runs is read by the next. */
static gboolean
refresh_once (Entry *entry)
{
  g_autoptr (McLiveList) list = g_weak_ref_get (&entry->list);
  g_autoptr (McStore) store = entry->hub ? g_object_ref (entry->hub->store) : NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (McQuery) query = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  gboolean state;

  if (!list || !store || entry->hub->stopped || (!entry->all && !entry->ids->len))
    return FALSE;
  state = mc_noun_get_class (mc_live_list_get_noun (list))->kind == MC_NOUN_STATE;
  query = build_query (list, state, entry->hub->today);
  if (!entry->all && entry->ids->len <= MAX_IDS && mc_live_list_get_ready (list))
    {
      ids = g_steal_pointer (&entry->ids);
      entry->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      mc_query_ids (query, (const gint64 *)(gpointer)ids->data, ids->len);
    }
  else
    g_array_set_size (entry->ids, 0);
  entry->all = FALSE;
  mc_live_list_begin (list);
  rows = dex_await_boxed (mc_store_list (store, mc_live_list_get_noun (list), query), &error);
  if (!entry->hub || entry->hub->stopped)
    return FALSE;
  if (!rows)
    {
      /* What was not read stays old: the next notification, or the way back to the server, reads it. */
      entry->all = !g_error_matches (error, MC_ERROR, MC_ERROR_DENIED);
      report (entry, list, error);
    }
  else if (ids)
    mc_live_list_take_some (list, ids, rows);
  else
    mc_live_list_take_all (list, rows);
  return rows != NULL;
}

static DexFuture *
refresh_fiber (gpointer data)
{
  Entry *entry = data;

  while (refresh_once (entry))
    ;
  entry->running = FALSE;
  return dex_future_new_for_boolean (TRUE);
}

static void
run (Entry *entry)
{
  if (entry->running || !entry->hub || entry->hub->stopped)
    return;
  entry->running = TRUE;
  dex_future_disown (dex_scheduler_spawn (NULL, 0, refresh_fiber, entry_ref (entry), entry_unref));
}

static char *
name_of (GType noun, McDay as_of, const char *field, gint64 key)
{
  return g_strdup_printf ("%s %d %s %" G_GINT64_FORMAT, g_type_name (noun), as_of, field ? field : "", key);
}

McLiveList *
mc_list_hub_get (McListHub *self, GType noun, McDay as_of, const char *field, gint64 key)
{
  g_autofree char *name = name_of (noun, as_of, field, key);
  Entry *entry;
  McLiveList *list;

  g_return_val_if_fail (MC_IS_LIST_HUB (self), NULL);
  g_return_val_if_fail (g_type_is_a (noun, MC_TYPE_ENTITY), NULL);
  entry = g_hash_table_lookup (self->entries, name);
  list = entry ? g_weak_ref_get (&entry->list) : NULL;
  if (list)
    return list;
  list = mc_live_list_new (noun, as_of, field, key);
  entry = g_new0 (Entry, 1);
  g_atomic_ref_count_init (&entry->refs);
  entry->hub = self;
  entry->name = g_steal_pointer (&name);
  entry->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  entry->all = TRUE;
  g_weak_ref_init (&entry->list, list);
  g_hash_table_replace (self->entries, entry->name, entry);
  g_object_weak_ref (G_OBJECT (list), list_gone_cb, entry_ref (entry));
  mc_live_list_begin (list);
  run (entry);
  return list;
}

static void
due_cb (gpointer data)
{
  McListHub *self = data;
  g_autoptr (GPtrArray) due = g_ptr_array_new_with_free_func (entry_unref);
  GHashTableIter iter;
  gpointer value;

  self->timeout = 0;
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Entry *entry = value;

      if (entry->all || entry->ids->len)
        g_ptr_array_add (due, entry_ref (entry));
    }
  for (guint i = 0; i < due->len; i++)
    run (g_ptr_array_index (due, i));
}

static void
schedule (McListHub *self)
{
  if (!self->timeout && !self->stopped)
    self->timeout = g_timeout_add_once (DEBOUNCE_MS, due_cb, self);
}

static gboolean
depends_on (McLiveList *list, McEntityClass *klass, const char *table)
{
  GType noun = mc_live_list_get_noun (list);

  if (noun == MC_TYPE_STAFF_ENTRY)
    return g_strv_contains (staff_sources, table);
  if (noun == MC_TYPE_SEAT_ENTRY)
    return g_strv_contains (seat_sources, table);
  if (noun == MC_TYPE_AGENCY_ENTRY)
    return g_strv_contains (agency_sources, table);
  if (noun == MC_TYPE_ABSENCE_ENTRY)
    return g_strv_contains (absence_sources, table);
  if (noun == MC_TYPE_COUNTER_ENTRY)
    return g_strv_contains (counter_sources, table);
  return g_strcmp0 (klass->table, table) == 0;
}

static void
mark (Entry *entry, const char *table, JsonArray *ids)
{
  g_autoptr (McLiveList) list = g_weak_ref_get (&entry->list);
  McEntityClass *klass = list ? mc_noun_get_class (mc_live_list_get_noun (list)) : NULL;

  if (!list || !depends_on (list, klass, table))
    return;
  /* In the state of a day one row changes others: read it whole. */
  if (!ids || klass->kind == MC_NOUN_STATE)
    {
      entry->all = TRUE;
      return;
    }
  for (guint i = 0; i < json_array_get_length (ids); i++)
    {
      gint64 id = json_array_get_int_element (ids, i);

      g_array_append_val (entry->ids, id);
    }
}

void
mc_list_hub_notify (McListHub *self, const char *payload)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (payload, strlen (payload));
  g_autoptr (JsonObject) object = mc_json_object_from_bytes (bytes, NULL);
  const char *table = mc_json_get_text (object, "table");
  JsonNode *node = object ? json_object_get_member (object, "ids") : NULL;
  JsonArray *ids = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  GHashTableIter iter;
  gpointer entry;

  g_return_if_fail (MC_IS_LIST_HUB (self));
  if (!table)
    {
      g_warning ("A notification could not be read: %s", payload);
      return;
    }
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    mark (entry, table, ids);
  schedule (self);
}

void
mc_list_hub_take_row (McListHub *self, McEntity *fresh)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer entry;

  g_return_if_fail (MC_IS_LIST_HUB (self));
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    {
      McLiveList *list = g_weak_ref_get (&((Entry *)entry)->list);

      if (list)
        g_ptr_array_add (lists, list);
    }
  /* Whoever hears of it may ask for further lists. */
  for (guint i = 0; i < lists->len; i++)
    if (mc_live_list_get_noun (g_ptr_array_index (lists, i)) == G_OBJECT_TYPE (fresh))
      mc_live_list_take_row (g_ptr_array_index (lists, i), fresh);
}

void
mc_list_hub_refresh (McListHub *self)
{
  GHashTableIter iter;
  gpointer entry;

  g_return_if_fail (MC_IS_LIST_HUB (self));
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    {
      g_autoptr (McLiveList) list = g_weak_ref_get (&((Entry *)entry)->list);

      ((Entry *)entry)->all = TRUE;
      if (list)
        mc_live_list_trust (list);
    }
  schedule (self);
}

void
mc_list_hub_set_today (McListHub *self, McDay today)
{
  g_return_if_fail (MC_IS_LIST_HUB (self));
  if (self->today == today)
    return;
  self->today = today;
  mc_list_hub_refresh (self);
}

void
mc_list_hub_stop (McListHub *self)
{
  g_return_if_fail (MC_IS_LIST_HUB (self));
  self->stopped = TRUE;
  g_clear_handle_id (&self->timeout, g_source_remove);
}
