/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-search-feed.h"

#include <glib/gi18n-lib.h>

#include "mc-agency-entry.h"
#include "mc-counter-entry.h"
#include "mc-finding.h"
#include "mc-person.h"
#include "mc-post.h"
#include "mc-procedure.h"
#include "mc-staff-entry.h"

struct _McSearchFeed
{
  GObject parent_instance;

  McSearch *search;
  McLiveList *people;
  McLiveList *staff; /* of today: post and agency beneath the name */
  McLiveList *agencies;
  McLiveList *posts;
  McLiveList *counters;
  McLiveList *procedures;
  GListModel *findings;
};

G_DEFINE_FINAL_TYPE (McSearchFeed, mc_search_feed, G_TYPE_OBJECT)

static void
mc_search_feed_finalize (GObject *object)
{
  McSearchFeed *self = MC_SEARCH_FEED (object);

  g_clear_object (&self->search);
  g_clear_object (&self->people);
  g_clear_object (&self->staff);
  g_clear_object (&self->agencies);
  g_clear_object (&self->posts);
  g_clear_object (&self->counters);
  g_clear_object (&self->procedures);
  g_clear_object (&self->findings);
  G_OBJECT_CLASS (mc_search_feed_parent_class)->finalize (object);
}

static void
mc_search_feed_class_init (McSearchFeedClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_search_feed_finalize;
}

static void
mc_search_feed_init (McSearchFeed *self)
{
}

static void
enter (McSearchFeed *self,
       McSearchKind kind,
       gint64 id,
       const char *title,
       const char *subtitle,
       const char *icon_name,
       const char *words)
{
  static const char *const folders[] = {
    [MC_SEARCH_PERSON] = "person",   [MC_SEARCH_AGENCY] = "agency",       [MC_SEARCH_POST] = "post",
    [MC_SEARCH_COUNTER] = "counter", [MC_SEARCH_PROCEDURE] = "procedure",
  };
  g_autofree char *target = g_strdup_printf ("%s/%" G_GINT64_FORMAT, folders[kind], id);
  g_autoptr (McSearchHit) hit = mc_search_hit_new (kind, title ? title : "", subtitle, icon_name, target);

  mc_search_set (self->search, hit, words);
}

static void
enter_person (McSearchFeed *self, McPerson *person)
{
  gint64 id = mc_entity_get_id (MC_ENTITY (person));
  McStaffEntry *entry = mc_live_list_get_by_id (self->staff, id);
  g_autofree char *subtitle = NULL;
  g_autofree char *words =
      g_strconcat (person->public_phone ? person->public_phone : "", " ", person->email ? person->email : "", NULL);

  if (entry && entry->tour_agency_name && entry->post_name)
    subtitle = g_strdup_printf ("%s · %s", entry->post_name, entry->tour_agency_name);
  else if (entry)
    subtitle = g_strdup (entry->tour_agency_name ? entry->tour_agency_name : entry->post_name);
  enter (self, MC_SEARCH_PERSON, id, person->full_name, subtitle, "avatar-default-symbolic", words);
}

static void
enter_counter (McSearchFeed *self, McCounterEntry *counter)
{
  g_autofree char *title = g_strdup_printf (_ ("Counter %d · %s"), counter->number, counter->name);
  g_autofree char *words =
      g_strjoin (" ", counter->agency_codes ? counter->agency_codes : "",
                 counter->field_names ? counter->field_names : "", counter->officers ? counter->officers : "", NULL);

  enter (self, MC_SEARCH_COUNTER, mc_entity_get_id (MC_ENTITY (counter)), title, counter->agency_names,
         "mc-counters-symbolic", words);
}

static void
enter_entity (McSearchFeed *self, McEntity *entity)
{
  gint64 id = mc_entity_get_id (entity);

  if (MC_IS_PERSON (entity))
    enter_person (self, MC_PERSON (entity));
  else if (MC_IS_STAFF_ENTRY (entity))
    {
      McPerson *person = mc_live_list_get_by_id (self->people, id);

      if (person)
        enter_person (self, person);
    }
  else if (MC_IS_AGENCY_ENTRY (entity))
    {
      McAgencyEntry *agency = MC_AGENCY_ENTRY (entity);

      enter (self, MC_SEARCH_AGENCY, id, agency->name, agency->code, "mc-agencies-symbolic", agency->short_name);
    }
  else if (MC_IS_POST (entity))
    {
      McPost *post = MC_POST (entity);

      enter (self, MC_SEARCH_POST, id, post->name, _ ("Post"), "view-list-symbolic", post->code);
    }
  else if (MC_IS_COUNTER_ENTRY (entity))
    enter_counter (self, MC_COUNTER_ENTRY (entity));
  else if (MC_IS_PROCEDURE (entity))
    enter (self, MC_SEARCH_PROCEDURE, id, MC_PROCEDURE (entity)->name, MC_PROCEDURE (entity)->code,
           "mc-counters-symbolic", MC_PROCEDURE (entity)->code);
}

static void
row_changed_cb (McSearchFeed *self, McEntity *entity)
{
  enter_entity (self, entity);
}

static void
rows_changed_cb (McSearchFeed *self, guint position, guint removed, guint added, GListModel *list)
{
  static const struct
  {
    GType (*type) (void);
    McSearchKind kind;
  } kinds[] = {
    { mc_person_get_type, MC_SEARCH_PERSON },       { mc_agency_entry_get_type, MC_SEARCH_AGENCY },
    { mc_post_get_type, MC_SEARCH_POST },           { mc_counter_entry_get_type, MC_SEARCH_COUNTER },
    { mc_procedure_get_type, MC_SEARCH_PROCEDURE },
  };

  /* Rows seldom go, and the list no longer knows which: enter all of the kind anew. */
  for (guint i = 0; removed && i < G_N_ELEMENTS (kinds); i++)
    if (g_list_model_get_item_type (list) == kinds[i].type ())
      {
        mc_search_remove_kind (self->search, kinds[i].kind);
        position = 0;
        added = g_list_model_get_n_items (list);
      }
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (McEntity) entity = g_list_model_get_item (list, i);

      enter_entity (self, entity);
    }
}

static void
findings_changed_cb (McSearchFeed *self, guint position, guint removed, guint added, GListModel *list)
{
  mc_search_remove_kind (self->search, MC_SEARCH_FINDING);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (McFinding) finding = g_list_model_get_item (list, i);
      g_autofree char *target = g_strconcat ("finding/", mc_finding_get_key (finding), NULL);
      g_autoptr (McSearchHit) hit =
          mc_search_hit_new (MC_SEARCH_FINDING, mc_finding_get_message (finding), mc_finding_get_citation (finding),
                             "dialog-warning-symbolic", target);

      mc_search_set (self->search, hit, mc_finding_get_severity_text (finding));
    }
}

static McLiveList *
follow (McSearchFeed *self, McListHub *hub, GType noun)
{
  McLiveList *list = mc_list_hub_get (hub, noun, MC_DAY_NONE, NULL, 0);

  g_signal_connect_object (list, "items-changed", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "row-changed", G_CALLBACK (row_changed_cb), self, G_CONNECT_SWAPPED);
  return list;
}

static void
enter_all (McSearchFeed *self, McLiveList *list)
{
  rows_changed_cb (self, 0, 0, g_list_model_get_n_items (G_LIST_MODEL (list)), G_LIST_MODEL (list));
}

McSearchFeed *
mc_search_feed_new (McSearch *search, McListHub *hub, GListModel *findings)
{
  McSearchFeed *self = g_object_new (MC_TYPE_SEARCH_FEED, NULL);

  self->search = g_object_ref (search);
  self->findings = g_object_ref (findings);
  self->staff = follow (self, hub, MC_TYPE_STAFF_ENTRY);
  self->people = follow (self, hub, MC_TYPE_PERSON);
  self->agencies = follow (self, hub, MC_TYPE_AGENCY_ENTRY);
  self->posts = follow (self, hub, MC_TYPE_POST);
  self->counters = follow (self, hub, MC_TYPE_COUNTER_ENTRY);
  self->procedures = follow (self, hub, MC_TYPE_PROCEDURE);
  /* Lists that others have loaded before say nothing any more. */
  enter_all (self, self->people);
  enter_all (self, self->agencies);
  enter_all (self, self->posts);
  enter_all (self, self->counters);
  enter_all (self, self->procedures);
  g_signal_connect_object (findings, "items-changed", G_CALLBACK (findings_changed_cb), self, G_CONNECT_SWAPPED);
  findings_changed_cb (self, 0, 0, 0, findings);
  return self;
}
