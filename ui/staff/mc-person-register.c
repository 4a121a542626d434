/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-person-register.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

#include "mc-agency-entry.h"
#include "mc-absence-reason.h"
#include "mc-absence.h"
#include "mc-agency.h"
#include "mc-appointment.h"
#include "mc-attachment.h"
#include "mc-competence.h"
#include "mc-condition.h"
#include "mc-counter-assignment.h"
#include "mc-counter.h"
#include "mc-duty-credit.h"
#include "mc-feedback.h"
#include "mc-field.h"
#include "mc-home-agency.h"
#include "mc-noun.h"
#include "mc-leave-account.h"
#include "mc-post.h"
#include "mc-qualification.h"
#include "mc-rating.h"
#include "mc-seat.h"
#include "mc-service.h"
#include "mc-supervision-note.h"
#include "mc-tour-extension.h"

struct _McPersonRegister
{
  GObject parent_instance;

  McSession *session;
  McDay day;
  gint64 id;
  McPerson *watched_person;
  McStaffEntry *watched_entry;

  McLiveList *people;
  McLiveList *entries;
  McLiveList *tours;
  McLiveList *agencies;
  McLiveList *agency_entries;
  McLiveList *seats;
  McLiveList *posts;
  McLiveList *fields;
  McLiveList *counters;
  GHashTable *lists; /* GType → GListModel, newest first */
};

G_DEFINE_FINAL_TYPE (McPersonRegister, mc_person_register, G_TYPE_OBJECT)

static guint changed_signal;

static void
emit_changed (McPersonRegister *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
watch (McPersonRegister *self, gpointer *slot, gpointer object)
{
  if (*slot == object)
    return;
  if (*slot)
    g_signal_handlers_disconnect_by_func (*slot, emit_changed, self);
  g_set_object ((GObject **)slot, object);
  if (object)
    g_signal_connect_object (object, "notify", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
}

static void
rows_changed_cb (McPersonRegister *self)
{
  watch (self, (gpointer *)&self->watched_person, mc_live_list_get_by_id (self->people, self->id));
  watch (self, (gpointer *)&self->watched_entry, mc_live_list_get_by_id (self->entries, self->id));
  emit_changed (self);
}

static int
compare_newest (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const char *key = user_data;
  g_autofree char *text_a = mc_entity_get_text ((McEntity *)a, key);
  g_autofree char *text_b = mc_entity_get_text ((McEntity *)b, key);
  int order = g_strcmp0 (text_b, text_a);

  return order != 0 ? order : mc_entity_get_id ((McEntity *)a) < mc_entity_get_id ((McEntity *)b) ? 1 : -1;
}

/* Texts of days, periods and years, as PostgreSQL writes them, stand in the order of time. */
static const char *
sort_key (GType noun)
{
  static const char *const keys[] = { "during", "new_until", "year", "added_at", "day" };
  McEntityClass *klass = mc_noun_get_class (noun);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (mc_entity_class_find_field (klass, keys[i]))
      return keys[i];
  return NULL;
}

static void
take_list (McPersonRegister *self, GType noun, GListModel *model)
{
  const char *key = sort_key (noun);

  if (key)
    model = G_LIST_MODEL (
        gtk_sort_list_model_new (model, GTK_SORTER (gtk_custom_sorter_new (compare_newest, (gpointer)key, NULL))));
  g_hash_table_insert (self->lists, GSIZE_TO_POINTER (noun), model);
}

static gboolean
extension_is_ours (gpointer item, gpointer user_data)
{
  return mc_live_list_get_by_id (((McPersonRegister *)user_data)->tours, ((McTourExtension *)item)->tour_id) != NULL;
}

static gboolean
attachment_is_ours (gpointer item, gpointer user_data)
{
  McPersonRegister *self = user_data;
  McAttachment *file = item;

  switch (file->subject)
    {
    case MC_ATTACHMENT_SUBJECT_PERSON:
      return file->subject_id == self->id;
    case MC_ATTACHMENT_SUBJECT_TOUR:
      return mc_live_list_get_by_id (self->tours, file->subject_id) != NULL;
    case MC_ATTACHMENT_SUBJECT_AGENCY:
    case MC_ATTACHMENT_SUBJECT_APPOINTMENT:
    default:
      return FALSE;
    }
}

static void
tours_changed_cb (GtkFilter *filter)
{
  gtk_filter_changed (filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
take_filtered (McPersonRegister *self, GType noun, GtkCustomFilterFunc func)
{
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (func, self, NULL));
  GListModel *all = G_LIST_MODEL (mc_session_list (self->session, noun, MC_DAY_NONE));

  /* Which rows are ours depends on the tours. */
  g_signal_connect_object (self->tours, "items-changed", G_CALLBACK (tours_changed_cb), filter, G_CONNECT_SWAPPED);
  take_list (self, noun, G_LIST_MODEL (gtk_filter_list_model_new (all, filter)));
}

/* After the sorted and filtered models, which are asked in answer. */
static McLiveList *
follow (McPersonRegister *self, McLiveList *list)
{
  g_signal_connect_object (list, "items-changed", G_CALLBACK (rows_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return list;
}

static McLiveList *
open_list (McPersonRegister *self, GType noun, McDay day)
{
  return follow (self, mc_session_list (self->session, noun, day));
}

static void
open_lists (McPersonRegister *self)
{
  const GType own[] = { MC_TYPE_COUNTER_ASSIGNMENT,
                        MC_TYPE_APPOINTMENT,
                        MC_TYPE_COMPETENCE,
                        MC_TYPE_CONDITION,
                        MC_TYPE_HOME_AGENCY,
                        MC_TYPE_QUALIFICATION,
                        MC_TYPE_RATING,
                        MC_TYPE_SERVICE,
                        MC_TYPE_ABSENCE,
                        MC_TYPE_LEAVE_ACCOUNT,
                        MC_TYPE_DUTY_CREDIT,
                        MC_TYPE_FEEDBACK,
                        MC_TYPE_SUPERVISION_NOTE,
                        MC_TYPE_ABSENCE_REASON };

  self->people = open_list (self, MC_TYPE_PERSON, MC_DAY_NONE);
  self->entries = open_list (self, MC_TYPE_STAFF_ENTRY, self->day);
  self->tours = follow (self, mc_session_list_of (self->session, MC_TYPE_TOUR, "person_id", self->id));
  self->agencies = open_list (self, MC_TYPE_AGENCY, MC_DAY_NONE);
  self->agency_entries = open_list (self, MC_TYPE_AGENCY_ENTRY, self->day);
  self->seats = open_list (self, MC_TYPE_SEAT, MC_DAY_NONE);
  self->posts = open_list (self, MC_TYPE_POST, MC_DAY_NONE);
  self->fields = open_list (self, MC_TYPE_FIELD, MC_DAY_NONE);
  self->counters = open_list (self, MC_TYPE_COUNTER, MC_DAY_NONE);

  take_list (self, MC_TYPE_TOUR, g_object_ref (G_LIST_MODEL (self->tours)));
  for (gsize i = 0; i < G_N_ELEMENTS (own); i++)
    take_list (self, own[i], G_LIST_MODEL (mc_session_list_of (self->session, own[i], "person_id", self->id)));
  take_filtered (self, MC_TYPE_TOUR_EXTENSION, extension_is_ours);
  take_filtered (self, MC_TYPE_ATTACHMENT, attachment_is_ours);
  rows_changed_cb (self);
}

static void
mc_person_register_dispose (GObject *object)
{
  McPersonRegister *self = MC_PERSON_REGISTER (object);
  McLiveList **lists[] = { &self->people, &self->entries, &self->tours,  &self->agencies, &self->agency_entries,
                           &self->seats,  &self->posts,   &self->fields, &self->counters };

  g_hash_table_remove_all (self->lists);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    g_clear_object (lists[i]);
  watch (self, (gpointer *)&self->watched_person, NULL);
  watch (self, (gpointer *)&self->watched_entry, NULL);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mc_person_register_parent_class)->dispose (object);
}

static void
mc_person_register_finalize (GObject *object)
{
  g_hash_table_unref (MC_PERSON_REGISTER (object)->lists);
  G_OBJECT_CLASS (mc_person_register_parent_class)->finalize (object);
}

static void
mc_person_register_class_init (McPersonRegisterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_person_register_dispose;
  G_OBJECT_CLASS (klass)->finalize = mc_person_register_finalize;
  changed_signal =
      g_signal_new ("changed", MC_TYPE_PERSON_REGISTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mc_person_register_init (McPersonRegister *self)
{
  self->lists = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
}

McPersonRegister *
mc_person_register_new (McSession *session, McDay day, gint64 person)
{
  McPersonRegister *self = g_object_new (MC_TYPE_PERSON_REGISTER, NULL);

  self->session = g_object_ref (session);
  self->day = day;
  self->id = person;
  open_lists (self);
  return self;
}

McSession *
mc_person_register_get_session (McPersonRegister *self)
{
  return self->session;
}

McDay
mc_person_register_get_day (McPersonRegister *self)
{
  return self->day;
}

gint64
mc_person_register_get_id (McPersonRegister *self)
{
  return self->id;
}

McPerson *
mc_person_register_get_person (McPersonRegister *self)
{
  return self->people ? mc_live_list_get_by_id (self->people, self->id) : NULL;
}

McStaffEntry *
mc_person_register_get_entry (McPersonRegister *self)
{
  return self->entries ? mc_live_list_get_by_id (self->entries, self->id) : NULL;
}

McTour *
mc_person_register_get_tour (McPersonRegister *self)
{
  McStaffEntry *entry = mc_person_register_get_entry (self);
  McTour *tour = entry && entry->tour_id != 0 ? mc_live_list_get_by_id (self->tours, entry->tour_id) : NULL;
  g_autoptr (McTour) newest = NULL;

  if (tour || !self->tours)
    return tour;
  newest = g_list_model_get_item (mc_person_register_get_list (self, MC_TYPE_TOUR), 0);
  return newest; /* The live list holds it. */
}

GListModel *
mc_person_register_get_list (McPersonRegister *self, GType noun)
{
  return g_hash_table_lookup (self->lists, GSIZE_TO_POINTER (noun));
}

gpointer
mc_person_register_find (McPersonRegister *self, GType noun, gint64 id)
{
  GListModel *list = mc_person_register_get_list (self, noun);
  guint n = list ? g_list_model_get_n_items (list) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (McEntity) entity = g_list_model_get_item (list, i);

      if (mc_entity_get_id (entity) == id)
        return entity;
    }
  return NULL;
}

DexFuture *
mc_person_register_when_ready (McPersonRegister *self)
{
  return dex_future_all (mc_live_list_when_ready (self->people), mc_live_list_when_ready (self->entries),
                         mc_live_list_when_ready (self->tours), NULL);
}

char *
mc_person_register_dup_agency (McPersonRegister *self, gint64 id)
{
  McAgencyEntry *entry = self->agency_entries ? mc_live_list_get_by_id (self->agency_entries, id) : NULL;
  McAgency *agency = self->agencies ? mc_live_list_get_by_id (self->agencies, id) : NULL;

  if (entry && entry->name)
    return g_strdup (entry->name);
  return g_strdup (agency ? agency->code : "…");
}

char *
mc_person_register_dup_post (McPersonRegister *self, gint64 id)
{
  McSeat *seat = self->seats ? mc_live_list_get_by_id (self->seats, id) : NULL;
  McPost *post = seat && self->posts ? mc_live_list_get_by_id (self->posts, seat->post_id) : NULL;

  return g_strdup (post ? post->name : "…");
}

char *
mc_person_register_dup_field (McPersonRegister *self, gint64 id)
{
  McField *field = self->fields ? mc_live_list_get_by_id (self->fields, id) : NULL;

  return g_strdup (field ? field->name : "…");
}

char *
mc_person_register_dup_counter (McPersonRegister *self, gint64 id)
{
  McCounter *counter = self->counters ? mc_live_list_get_by_id (self->counters, id) : NULL;

  return counter ? g_strdup_printf (_ ("Counter %d · %s"), counter->number, counter->name) : g_strdup ("…");
}
