/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-plan-feed.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mc-absence-entry.h"
#include "mc-calendar-view.h"
#include "mc-clock.h"
#include "mc-counter-assignment.h"
#include "mc-counter-entry.h"
#include "mc-counter-field.h"
#include "mc-counter-states.h"
#include "mc-floor-plan-actions.h"
#include "mc-photos.h"
#include "mc-plan-figures.h"
#include "mc-plan-pictures.h"
#include "mc-roster-entry.h"
#include "mc-staff-entry.h"

/* What is followed: of all time, of a day, or of the version that is shown. */
enum
{
  PLANS,
  FLOORS,
  FIELDS,
  COUNTERS,
  ASSIGNMENTS,
  STAFF,
  ABSENCES,
  ROSTER,
  LAYERS,
  OBJECTS,
  BACKGROUNDS,
  N_LISTS,
  FIRST_OF_DAY = COUNTERS,
  FIRST_OF_PLAN = LAYERS,
};

struct _McPlanFeed
{
  GObject parent_instance;

  McSession *session;
  McDay day;
  McHalf half;
  gint64 wanted_plan, wanted_floor;
  McFloorPlanOptions options;
  char **hidden_names;
  GHashTable *hidden; /* ids (gint64) of the layers of these names */
  McLiveList *lists[N_LISTS];
  McCalendarView *calendar; /* while there is a session */
  gint64 listed_plan;
  McPlanPictures *pictures;
  McPhotos *photos;
  McPlanFigures *figures;
  GPtrArray *states;
  char *why_closed;
  McScene *scene;
  guint idle;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (McPlanFeed, mc_plan_feed, G_TYPE_OBJECT)

static void queue_draw (McPlanFeed *self);

static GPtrArray *
to_array (McLiveList *list)
{
  GPtrArray *array = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = list ? g_list_model_get_n_items (G_LIST_MODEL (list)) : 0;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (array, g_list_model_get_item (G_LIST_MODEL (list), i));
  return array;
}

static gboolean
is_ready (McLiveList *list)
{
  return list && mc_live_list_get_ready (list);
}

static void
take_list (McPlanFeed *self, guint which, McLiveList *list)
{
  if (self->lists[which])
    g_signal_handlers_disconnect_by_data (self->lists[which], self);
  g_clear_object (&self->lists[which]);
  self->lists[which] = list;
  if (!list)
    return;
  g_signal_connect_swapped (list, "changed", G_CALLBACK (queue_draw), self);
  g_signal_connect_swapped (list, "notify::ready", G_CALLBACK (queue_draw), self);
}

static McLiveList *
ask (McPlanFeed *self, GType noun, McDay day)
{
  return self->session ? mc_session_list (self->session, noun, day) : NULL;
}

McFloorPlan *
mc_plan_feed_get_plan (McPlanFeed *self)
{
  McFloorPlan *wanted;

  g_return_val_if_fail (MC_IS_PLAN_FEED (self), NULL);
  if (!is_ready (self->lists[PLANS]))
    return NULL;
  wanted = self->wanted_plan != 0 ? mc_live_list_get_by_id (self->lists[PLANS], self->wanted_plan) : NULL;
  if (wanted)
    return wanted;
  /* A draft may have been deleted, here or elsewhere. */
  return mc_floor_plan_at (G_LIST_MODEL (self->lists[PLANS]), self->day);
}

McFloor *
mc_plan_feed_get_floor (McPlanFeed *self)
{
  g_autoptr (GPtrArray) floors = NULL;
  McFloor *lowest = NULL, *wanted;

  g_return_val_if_fail (MC_IS_PLAN_FEED (self), NULL);
  if (!is_ready (self->lists[FLOORS]))
    return NULL;
  wanted = self->wanted_floor != 0 ? mc_live_list_get_by_id (self->lists[FLOORS], self->wanted_floor) : NULL;
  if (wanted)
    return wanted;
  floors = to_array (self->lists[FLOORS]);
  for (guint i = 0; i < floors->len; i++)
    {
      McFloor *floor = g_ptr_array_index (floors, i);

      if (!lowest || floor->level < lowest->level)
        lowest = floor;
    }
  return lowest;
}

/* Which version is shown may change with the day, and by somebody who adopts one. */
static void
follow_plan (McPlanFeed *self)
{
  const GType types[] = { MC_TYPE_PLAN_LAYER, MC_TYPE_PLAN_OBJECT, MC_TYPE_PLAN_BACKGROUND };
  McFloorPlan *plan = mc_plan_feed_get_plan (self);
  gint64 id = plan ? mc_entity_get_id (MC_ENTITY (plan)) : 0;

  if (id == self->listed_plan)
    return;
  self->listed_plan = id;
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    take_list (self, FIRST_OF_PLAN + i, id ? mc_session_list_of (self->session, types[i], "floor_plan_id", id) : NULL);
}

gboolean
mc_plan_feed_get_ready (McPlanFeed *self)
{
  g_return_val_if_fail (MC_IS_PLAN_FEED (self), FALSE);
  for (guint i = 0; i < FIRST_OF_PLAN; i++)
    if (!is_ready (self->lists[i]))
      return FALSE;
  for (guint i = FIRST_OF_PLAN; i < N_LISTS && self->listed_plan != 0; i++)
    if (!is_ready (self->lists[i]))
      return FALSE;
  return self->calendar && mc_calendar_view_get_ready (self->calendar);
}

/* Of those who sit at a counter; others are not on the plan. */
static GHashTable *
dup_photos (McPlanFeed *self, GPtrArray *assignments)
{
  GHashTable *photos = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTable *read = mc_photos_get (self->photos);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < assignments->len; i++)
    {
      McCounterAssignment *assignment = g_ptr_array_index (assignments, i);
      McStaffEntry *person = self->lists[STAFF] && mc_period_contains (assignment->during, self->day)
                                 ? mc_live_list_get_by_id (self->lists[STAFF], assignment->person_id)
                                 : NULL;
      cairo_surface_t *photo = person ? g_hash_table_lookup (read, &person->photo_id) : NULL;

      if (photo)
        g_hash_table_insert (photos, &assignment->person_id, photo);
      else if (person && person->photo_id)
        g_array_append_val (ids, person->photo_id);
    }
  mc_photos_want (self->photos, self->session, (const gint64 *)(gpointer)ids->data, ids->len);
  return photos;
}

static void
update_states (McPlanFeed *self)
{
  g_autoptr (GPtrArray) counters = to_array (self->lists[COUNTERS]);
  g_autoptr (GPtrArray) assignments = to_array (self->lists[ASSIGNMENTS]);
  g_autoptr (GPtrArray) staff = to_array (self->lists[STAFF]);
  g_autoptr (GPtrArray) absences = to_array (self->lists[ABSENCES]);
  g_autoptr (GPtrArray) fields = to_array (self->lists[FIELDS]);
  g_autoptr (GPtrArray) roster = to_array (self->lists[ROSTER]);
  g_autoptr (GHashTable) photos = dup_photos (self, assignments);
  McCounterFacts facts = { .day = self->day,
                           .session = self->half,
                           .counters = counters,
                           .assignments = assignments,
                           .staff = staff,
                           .absences = absences,
                           .calendar = mc_calendar_view_get (self->calendar),
                           .fields = fields,
                           .roster = roster,
                           .photos = photos };

  g_clear_pointer (&self->states, g_ptr_array_unref);
  self->states = mc_counter_states_new (&facts);
  mc_plan_figures_put (self->figures, self->session, self->options.overlay, self->day, self->half, self->states);
  g_free (self->why_closed);
  self->why_closed = mc_counter_facts_why_closed (&facts);
}

static void
update_hidden (McPlanFeed *self, GPtrArray *layers)
{
  g_hash_table_remove_all (self->hidden);
  for (guint i = 0; self->hidden_names && !self->options.editing && i < layers->len; i++)
    {
      McPlanLayer *layer = g_ptr_array_index (layers, i);
      gint64 id = mc_entity_get_id (MC_ENTITY (layer));

      if (g_strv_contains ((const char *const *)self->hidden_names, layer->name))
        g_hash_table_add (self->hidden, g_memdup2 (&id, sizeof id));
    }
  self->options.hidden = self->hidden;
}

static McScene *
draw (McPlanFeed *self)
{
  McFloorPlan *plan = mc_plan_feed_get_plan (self);
  McFloor *floor = mc_plan_feed_get_floor (self);
  g_autoptr (GPtrArray) layers = to_array (self->lists[LAYERS]);
  g_autoptr (GPtrArray) objects = to_array (self->lists[OBJECTS]);
  g_autoptr (GPtrArray) pictures = NULL;
  g_autofree char *day = mc_day_format (self->day);
  g_autofree char *subtitle = NULL;
  McFloorPlanFacts facts = { .layers = layers, .objects = objects };

  if (!plan || !floor)
    return NULL;
  facts.floor_id = mc_entity_get_id (MC_ENTITY (floor));
  facts.pictures = pictures = mc_plan_pictures_get (self->pictures, self->session, self->lists[BACKGROUNDS]);
  facts.counters = self->options.editing ? NULL : self->states;
  update_hidden (self, layers);
  subtitle = self->options.editing
                 ? g_strdup_printf ("%s · %s", floor->name, plan->name)
                 : g_strdup_printf (_ ("%s · %s of %s"), floor->name,
                                    self->half == MC_HALF_MORNING ? _ ("morning") : _ ("afternoon"), day);
  return mc_floor_plan_scene_new (&facts, &self->options, _ ("Plan of the counters"), subtitle);
}

static void
redraw (McPlanFeed *self)
{
  g_autoptr (McScene) scene = NULL;

  if (self->session)
    follow_plan (self);
  if (self->session && mc_plan_feed_get_ready (self))
    {
      update_states (self);
      scene = draw (self);
    }
  else if (self->session && self->scene)
    return; /* What was there stays until the next is whole. */
  g_set_object (&self->scene, scene);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
idle_cb (gpointer data)
{
  McPlanFeed *self = data;

  self->idle = 0;
  redraw (self);
  return G_SOURCE_REMOVE;
}

/* Several lists change together: they make one drawing. */
static void
queue_draw (McPlanFeed *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, idle_cb, self, NULL);
}

static void
drop_session (McPlanFeed *self)
{
  for (guint i = 0; i < N_LISTS; i++)
    take_list (self, i, NULL);
  g_clear_object (&self->calendar);
  if (self->photos)
    mc_photos_want (self->photos, NULL, NULL, 0);
  if (self->figures)
    mc_plan_figures_put (self->figures, NULL, MC_PLAN_OVERLAY_NONE, MC_DAY_NONE, self->half, NULL);
  self->listed_plan = 0;
  g_clear_pointer (&self->states, g_ptr_array_unref);
  g_clear_pointer (&self->why_closed, g_free);
  g_clear_object (&self->scene);
}

void
mc_plan_feed_look_at (McPlanFeed *self, McSession *session, McDay day, McHalf half)
{
  const GType of_day[] = { MC_TYPE_COUNTER_ENTRY, MC_TYPE_COUNTER_ASSIGNMENT, MC_TYPE_STAFF_ENTRY,
                           MC_TYPE_ABSENCE_ENTRY, MC_TYPE_ROSTER_ENTRY };
  gboolean other = session != self->session;

  g_return_if_fail (MC_IS_PLAN_FEED (self));
  if (other)
    {
      drop_session (self);
      g_set_object (&self->session, session);
      take_list (self, PLANS, ask (self, MC_TYPE_FLOOR_PLAN, MC_DAY_NONE));
      take_list (self, FLOORS, ask (self, MC_TYPE_FLOOR, MC_DAY_NONE));
      take_list (self, FIELDS, ask (self, MC_TYPE_COUNTER_FIELD, MC_DAY_NONE));
      self->calendar = session ? mc_calendar_view_new (session) : NULL;
      if (session)
        g_signal_connect_object (self->calendar, "changed", G_CALLBACK (queue_draw), self, G_CONNECT_SWAPPED);
    }
  if (other || day != self->day)
    for (guint i = 0; i < G_N_ELEMENTS (of_day); i++)
      take_list (self, FIRST_OF_DAY + i, day != MC_DAY_NONE ? ask (self, of_day[i], day) : NULL);
  self->day = day;
  self->half = half;
  queue_draw (self);
}

void
mc_plan_feed_set_plan (McPlanFeed *self, gint64 plan)
{
  g_return_if_fail (MC_IS_PLAN_FEED (self));
  self->wanted_plan = plan;
  queue_draw (self);
}

void
mc_plan_feed_set_floor (McPlanFeed *self, gint64 floor)
{
  g_return_if_fail (MC_IS_PLAN_FEED (self));
  self->wanted_floor = floor;
  queue_draw (self);
}

void
mc_plan_feed_set_options (McPlanFeed *self, const McFloorPlanOptions *options)
{
  g_return_if_fail (MC_IS_PLAN_FEED (self));
  self->options = *options;
  queue_draw (self);
}

McFloorPlanOptions
mc_plan_feed_get_options (McPlanFeed *self)
{
  g_return_val_if_fail (MC_IS_PLAN_FEED (self), (McFloorPlanOptions)MC_FLOOR_PLAN_OPTIONS);
  return self->options;
}

void
mc_plan_feed_set_hidden_layers (McPlanFeed *self, const char *const *names)
{
  g_return_if_fail (MC_IS_PLAN_FEED (self));
  g_strfreev (self->hidden_names);
  self->hidden_names = g_strdupv ((char **)names);
  queue_draw (self);
}

static void
mc_plan_feed_dispose (GObject *object)
{
  McPlanFeed *self = MC_PLAN_FEED (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  drop_session (self);
  if (self->pictures)
    g_signal_handlers_disconnect_by_data (self->pictures, self);
  g_clear_object (&self->pictures);
  if (self->photos)
    g_signal_handlers_disconnect_by_data (self->photos, self);
  g_clear_object (&self->photos);
  g_clear_object (&self->figures);
  g_clear_object (&self->session);
  g_clear_pointer (&self->hidden, g_hash_table_unref);
  g_clear_pointer (&self->hidden_names, g_strfreev);
  G_OBJECT_CLASS (mc_plan_feed_parent_class)->dispose (object);
}

static void
mc_plan_feed_class_init (McPlanFeedClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_plan_feed_dispose;
  signals[CHANGED] =
      g_signal_new ("changed", MC_TYPE_PLAN_FEED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mc_plan_feed_init (McPlanFeed *self)
{
  self->options = (McFloorPlanOptions)MC_FLOOR_PLAN_OPTIONS;
  self->day = MC_DAY_NONE;
  self->half = MC_HALF_MORNING;
  self->hidden = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->pictures = mc_plan_pictures_new ();
  g_signal_connect_swapped (self->pictures, "changed", G_CALLBACK (queue_draw), self);
  self->photos = mc_photos_new ();
  g_signal_connect_swapped (self->photos, "changed", G_CALLBACK (queue_draw), self);
  self->figures = mc_plan_figures_new ();
  g_signal_connect_object (self->figures, "changed", G_CALLBACK (queue_draw), self, G_CONNECT_SWAPPED);
}

McPlanFeed *
mc_plan_feed_new (void)
{
  return g_object_new (MC_TYPE_PLAN_FEED, NULL);
}

McHalf
mc_plan_feed_half_now (void)
{
  return mc_clock_now () < 12 * 60 ? MC_HALF_MORNING : MC_HALF_AFTERNOON;
}

McSession *
mc_plan_feed_get_session (McPlanFeed *self)
{
  return self->session;
}

McDay
mc_plan_feed_get_day (McPlanFeed *self)
{
  return self->day;
}

McHalf
mc_plan_feed_get_half (McPlanFeed *self)
{
  return self->half;
}

McScene *
mc_plan_feed_get_scene (McPlanFeed *self)
{
  return self->scene;
}

McLiveList *
mc_plan_feed_get_plans (McPlanFeed *self)
{
  return self->lists[PLANS];
}

McLiveList *
mc_plan_feed_get_floors (McPlanFeed *self)
{
  return self->lists[FLOORS];
}

McLiveList *
mc_plan_feed_get_layers (McPlanFeed *self)
{
  return self->lists[LAYERS];
}

McLiveList *
mc_plan_feed_get_objects (McPlanFeed *self)
{
  return self->lists[OBJECTS];
}

McLiveList *
mc_plan_feed_get_backgrounds (McPlanFeed *self)
{
  return self->lists[BACKGROUNDS];
}

McSketch *
mc_plan_feed_dup_sketch (McPlanFeed *self)
{
  McFloor *floor = mc_plan_feed_get_floor (self);
  g_autoptr (GPtrArray) layers = to_array (self->lists[LAYERS]);
  g_autoptr (GPtrArray) objects = to_array (self->lists[OBJECTS]);
  McFloorPlanFacts facts = { .layers = layers, .objects = objects };

  if (!mc_plan_feed_get_plan (self) || !floor)
    return NULL;
  facts.floor_id = mc_entity_get_id (MC_ENTITY (floor));
  update_hidden (self, layers);
  return mc_floor_plan_sketch_new (&facts, &self->options);
}

gboolean
mc_plan_feed_find_picture (McPlanFeed *self, gint64 background, McPlanPicture *picture)
{
  g_autoptr (GPtrArray) pictures = mc_plan_pictures_get (self->pictures, self->session, self->lists[BACKGROUNDS]);

  for (guint i = 0; i < pictures->len; i++)
    {
      const McPlanPicture *found = g_ptr_array_index (pictures, i);

      if (mc_entity_get_id (MC_ENTITY (found->background)) != background)
        continue;
      *picture = *found;
      return TRUE;
    }
  return FALSE;
}

GPtrArray *
mc_plan_feed_get_states (McPlanFeed *self)
{
  return self->states;
}

const char *
mc_plan_feed_get_why_closed (McPlanFeed *self)
{
  g_return_val_if_fail (MC_IS_PLAN_FEED (self), NULL);
  return self->why_closed;
}

const McCounterState *
mc_plan_feed_find_state (McPlanFeed *self, const char *key)
{
  const char *number = g_str_has_prefix (key, "counter/") ? key + strlen ("counter/") : NULL;

  for (guint i = 0; number && self->states && i < self->states->len; i++)
    {
      const McCounterState *state = g_ptr_array_index (self->states, i);

      if (g_str_equal (state->number, number))
        return state;
    }
  return NULL;
}

char *
mc_plan_feed_dup_target (McPlanFeed *self, const char *key)
{
  const McCounterState *state = mc_plan_feed_find_state (self, key);

  if (state)
    return g_strdup_printf ("counter/%" G_GINT64_FORMAT, state->counter_id);
  return g_str_has_prefix (key, "person/") ? g_strndup (key, strcspn (key, "@")) : NULL;
}

static int
layer_order (McPlanFeed *self, McPlanObject *object)
{
  McPlanLayer *layer = self->lists[LAYERS] ? mc_live_list_get_by_id (self->lists[LAYERS], object->layer_id) : NULL;

  return layer ? layer->sort_order : 0;
}

static int
compare_painting (gconstpointer a, gconstpointer b, gpointer data)
{
  McPlanObject *one = *(McPlanObject **)a, *two = *(McPlanObject **)b;
  int layers = layer_order (data, one) - layer_order (data, two);
  gint64 ids = mc_entity_get_id (MC_ENTITY (one)) - mc_entity_get_id (MC_ENTITY (two));

  return layers != 0 ? layers : one->z != two->z ? one->z - two->z : ids < 0 ? -1 : ids > 0;
}

GPtrArray *
mc_plan_feed_dup_objects (McPlanFeed *self)
{
  McFloor *floor = mc_plan_feed_get_floor (self);
  gint64 id = floor ? mc_entity_get_id (MC_ENTITY (floor)) : 0;
  GPtrArray *objects = to_array (self->lists[OBJECTS]);

  for (guint i = objects->len; i > 0; i--)
    if (MC_PLAN_OBJECT (g_ptr_array_index (objects, i - 1))->floor_id != id)
      g_ptr_array_remove_index (objects, i - 1);
  g_ptr_array_sort_with_data (objects, compare_painting, self);
  return objects;
}
