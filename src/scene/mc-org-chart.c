/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-org-chart.h"

#include <string.h>

#include "mc-agency-entry.h"
#include "mc-name.h"
#include "mc-post.h"
#include "mc-seat-entry.h"
#include "mc-section.h"
#include "mc-staff-entry.h"

struct _McOrgChart
{
  GObject parent_instance;

  McDay day;
  GPtrArray *seats;
  GPtrArray *loose;
  GPtrArray *posts;
  GPtrArray *sections;
  GHashTable *by_key;     /* borrowed key: McOrgSeat */
  GHashTable *by_person;  /* address of an id: McOrgSeat */
  GHashTable *by_post;    /* address of an id: McOrgPost */
  GHashTable *by_section; /* address of an id: McOrgSection */
};

G_DEFINE_FINAL_TYPE (McOrgChart, mc_org_chart, G_TYPE_OBJECT)

/* The rows of the day by id, as long as the chart is made. */
typedef struct
{
  McOrgChart *chart;
  GHashTable *staff;
  GHashTable *agencies;
} Making;

static void
post_free (gpointer data)
{
  McOrgPost *post = data;

  g_free (post->code);
  g_free (post->name);
  g_free (post);
}

static void
section_free (gpointer data)
{
  McOrgSection *section = data;

  g_free (section->code);
  g_free (section->name);
  g_free (section);
}

static void
mc_org_chart_finalize (GObject *object)
{
  McOrgChart *self = MC_ORG_CHART (object);

  g_hash_table_unref (self->by_key);
  g_hash_table_unref (self->by_person);
  g_hash_table_unref (self->by_post);
  g_hash_table_unref (self->by_section);
  g_ptr_array_unref (self->seats);
  g_ptr_array_unref (self->loose);
  g_ptr_array_unref (self->posts);
  g_ptr_array_unref (self->sections);
  G_OBJECT_CLASS (mc_org_chart_parent_class)->finalize (object);
}

static void
mc_org_chart_class_init (McOrgChartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_org_chart_finalize;
}

static void
mc_org_chart_init (McOrgChart *self)
{
  self->seats = g_ptr_array_new_with_free_func (g_object_unref);
  self->loose = g_ptr_array_new_with_free_func (g_object_unref);
  self->posts = g_ptr_array_new_with_free_func (post_free);
  self->sections = g_ptr_array_new_with_free_func (section_free);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_person = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->by_post = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->by_section = g_hash_table_new (g_int64_hash, g_int64_equal);
}

/* --- Reading the rows --- */

/* The values hold the rows; the keys are addresses of ids in them. */
static GHashTable *
rows_by_id (GListModel *rows)
{
  GHashTable *table = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  guint n = rows ? g_list_model_get_n_items (rows) : 0;

  for (guint i = 0; i < n; i++)
    {
      McEntity *row = g_list_model_get_item (rows, i);
      gint64 id = mc_entity_get_id (row);

      g_hash_table_insert (table, g_memdup2 (&id, sizeof id), row);
    }
  return table;
}

static void
read_sections (McOrgChart *self, GListModel *rows)
{
  guint n = rows ? g_list_model_get_n_items (rows) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (McSection) row = g_list_model_get_item (rows, i);
      McOrgSection *section = g_new0 (McOrgSection, 1);

      section->id = mc_entity_get_id (MC_ENTITY (row));
      section->code = g_strdup (row->code);
      section->name = g_strdup (row->name);
      section->ceiling = row->ceiling;
      section->takes_quota = row->takes_quota;
      section->sort_order = row->sort_order;
      g_ptr_array_add (self->sections, section);
      g_hash_table_insert (self->by_section, &section->id, section);
    }
}

static void
read_posts (McOrgChart *self, GListModel *rows)
{
  guint n = rows ? g_list_model_get_n_items (rows) : 0;
  g_autofree gint64 *chiefs = g_new0 (gint64, n + 1);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (McPost) row = g_list_model_get_item (rows, i);
      McOrgPost *post = g_new0 (McOrgPost, 1);

      post->id = mc_entity_get_id (MC_ENTITY (row));
      post->code = g_strdup (row->code);
      post->name = g_strdup (row->name);
      post->section_id = row->section_id;
      post->sort_order = row->sort_order;
      post->concurrent = row->concurrent;
      post->part_time = row->part_time;
      post->to_origin = row->reports_to_origin;
      post->max_seats = row->max_seats;
      chiefs[i] = row->reports_to_post_id;
      g_ptr_array_add (self->posts, post);
      g_hash_table_insert (self->by_post, &post->id, post);
    }
  for (guint i = 0; i < n; i++)
    ((McOrgPost *)g_ptr_array_index (self->posts, i))->chief = g_hash_table_lookup (self->by_post, &chiefs[i]);
}

/* The database refuses rings; rows of two moments could still make one. */
static void
cut_rings (McOrgChart *self)
{
  for (guint i = 0; i < self->posts->len; i++)
    {
      McOrgPost *post = g_ptr_array_index (self->posts, i);
      McOrgPost *up = post->chief;

      for (guint step = 0; up && up != post && step <= self->posts->len; step++)
        up = up->chief;
      if (up)
        post->chief = NULL;
    }
}

static McOrgSection *
section_of (McOrgChart *self, gint64 id)
{
  return g_hash_table_lookup (self->by_section, &id);
}

static void
fill_person (Making *making, McOrgSeat *seat, McStaffEntry *person)
{
  seat->person_id = mc_entity_get_id (MC_ENTITY (person));
  g_set_str (&seat->full_name, person->full_name);
  seat->sort_key = g_strdup (person->sort_key);
  seat->search_key = person->search_key ? g_strdup (person->search_key) : mc_fold (person->full_name);
  seat->home_agency_id = person->tour_id ? person->tour_agency_id : person->home_agency_id;
  seat->home_code = g_strdup (person->tour_id ? person->tour_agency_code : person->home_agency_code);
  seat->home_name = g_strdup (person->tour_id ? person->tour_agency_name : person->home_agency_name);
  seat->phone = g_strdup (person->public_phone);
  seat->field_codes = g_strdup (person->field_codes);
  seat->photo_id = person->photo_id;
}

static void
fill_seat (Making *making, McOrgSeat *seat, McSeatEntry *row)
{
  McOrgPost *post = mc_org_chart_find_post (making->chart, row->post_id);
  McOrgSection *section = section_of (making->chart, row->section_id);
  McAgencyEntry *origin = g_hash_table_lookup (making->agencies, &row->origin_agency_id);

  seat->seat_id = mc_entity_get_id (MC_ENTITY (row));
  seat->key = g_strdup_printf ("seat/%" G_GINT64_FORMAT, seat->seat_id);
  seat->number = row->number;
  seat->post_concurrent = row->concurrent;
  seat->part_time = row->part_time;
  seat->to_origin = post && post->to_origin;
  seat->post_id = row->post_id;
  seat->post_code = g_strdup (row->post_code);
  seat->post_name = g_strdup (row->post_name);
  seat->section_id = row->section_id;
  seat->section_code = g_strdup (row->section_code);
  seat->section_name = g_strdup (section ? section->name : row->section_name);
  seat->origin_id = row->origin_agency_id;
  seat->origin_code = g_strdup (row->origin_agency_code);
  seat->origin_name = g_strdup (origin && origin->short_name ? origin->short_name
                                : origin                     ? origin->name
                                                             : row->origin_agency_code);
  seat->origin_note = g_strdup (row->origin_note);
}

static void
read_seat (Making *making, McSeatEntry *row)
{
  McOrgSeat *seat = g_object_new (MC_TYPE_ORG_SEAT, NULL);
  McStaffEntry *person = g_hash_table_lookup (making->staff, &row->person_id);

  fill_seat (making, seat, row);
  seat->appointment_id = row->appointment_id;
  if (person)
    {
      fill_person (making, seat, person);
      seat->besides = person->seat_id && person->seat_id != seat->seat_id;
    }
  else if (row->person_id)
    {
      seat->person_id = row->person_id;
      seat->full_name = g_strdup (row->full_name);
      seat->search_key = mc_fold (row->full_name);
      seat->besides = row->concurrent;
    }
  g_ptr_array_add (making->chart->seats, seat);
  g_hash_table_insert (making->chart->by_key, seat->key, seat);
}

/* On duty here, and in no seat. Standbys have none by their nature. */
static void
read_loose (Making *making)
{
  GHashTableIter iter;
  McStaffEntry *person;

  g_hash_table_iter_init (&iter, making->staff);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *)&person))
    {
      gint64 id = mc_entity_get_id (MC_ENTITY (person));
      McOrgSeat *seat;

      if (person->state != MC_STAFF_STATE_PRESENT || g_hash_table_contains (making->chart->by_person, &id))
        continue;
      seat = g_object_new (MC_TYPE_ORG_SEAT, NULL);
      seat->key = g_strdup_printf ("loose/%" G_GINT64_FORMAT, id);
      fill_person (making, seat, person);
      g_ptr_array_add (making->chart->loose, seat);
      g_hash_table_insert (making->chart->by_key, seat->key, seat);
      g_hash_table_insert (making->chart->by_person, &seat->person_id, seat);
    }
}

/* --- Order --- */

static int
compare_sections (gconstpointer a, gconstpointer b)
{
  const McOrgSection *first = *(const McOrgSection *const *)a, *second = *(const McOrgSection *const *)b;

  if (first->sort_order != second->sort_order)
    return first->sort_order < second->sort_order ? -1 : 1;
  return first->id < second->id ? -1 : first->id > second->id;
}

static int
rank_of_section (McOrgChart *self, gint64 id)
{
  McOrgSection *section = section_of (self, id);

  return !id ? G_MININT : section ? section->sort_order : G_MAXINT;
}

static int
compare_posts (gconstpointer a, gconstpointer b, gpointer data)
{
  const McOrgPost *first = *(const McOrgPost *const *)a, *second = *(const McOrgPost *const *)b;
  int rank_a = rank_of_section (data, first->section_id), rank_b = rank_of_section (data, second->section_id);

  if (rank_a != rank_b)
    return rank_a < rank_b ? -1 : 1;
  if (first->section_id != second->section_id)
    return first->section_id < second->section_id ? -1 : 1;
  if (first->sort_order != second->sort_order)
    return first->sort_order < second->sort_order ? -1 : 1;
  return first->id < second->id ? -1 : first->id > second->id;
}

static int
compare_seats (gconstpointer a, gconstpointer b, gpointer data)
{
  const McOrgSeat *first = *(const McOrgSeat *const *)a, *second = *(const McOrgSeat *const *)b;
  const McOrgPost *post_a = mc_org_chart_find_post (data, first->post_id);
  const McOrgPost *post_b = mc_org_chart_find_post (data, second->post_id);

  if (post_a && post_b && post_a != post_b)
    return compare_posts (&post_a, &post_b, data);
  if (first->number != second->number)
    return first->number < second->number ? -1 : 1;
  return first->seat_id < second->seat_id ? -1 : first->seat_id > second->seat_id;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const McOrgSeat *first = *(const McOrgSeat *const *)a, *second = *(const McOrgSeat *const *)b;
  int order = g_strcmp0 (first->sort_key, second->sort_key);

  return order ? order : first->person_id < second->person_id ? -1 : 1;
}

/* --- The numbers of the sections; the main seat of each person --- */

static void
settle_people (McOrgChart *self)
{
  for (guint i = 0; i < self->seats->len; i++)
    {
      McOrgSeat *seat = g_ptr_array_index (self->seats, i);
      McOrgSeat *other = g_hash_table_lookup (self->by_person, &seat->person_id);

      if (seat->person_id && (!other || (other->besides && !seat->besides)))
        g_hash_table_replace (self->by_person, &seat->person_id, seat);
    }
}

static void
count_sections (McOrgChart *self)
{
  g_autoptr (GHashTable) counted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->seats->len; i++)
    {
      McOrgSeat *seat = g_ptr_array_index (self->seats, i);
      McOrgSection *section = section_of (self, seat->section_id);

      if (!section)
        continue;
      if (!seat->post_concurrent)
        {
          section->seats++;
          section->vacant += seat->person_id == 0;
        }
      if (seat->person_id && g_hash_table_add (counted, g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT,
                                                                         section->id, seat->person_id)))
        section->people++;
    }
}

McOrgChart *
mc_org_chart_new (const McOrgChartInput *input)
{
  McOrgChart *self = g_object_new (MC_TYPE_ORG_CHART, NULL);
  g_autoptr (GHashTable) staff = rows_by_id (input->staff);
  g_autoptr (GHashTable) agencies = rows_by_id (input->agencies);
  Making making = { self, staff, agencies };
  guint n = input->seats ? g_list_model_get_n_items (input->seats) : 0;

  self->day = input->day;
  read_sections (self, input->sections);
  read_posts (self, input->posts);
  cut_rings (self);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (McSeatEntry) row = g_list_model_get_item (input->seats, i);

      read_seat (&making, row);
    }
  g_ptr_array_sort (self->sections, compare_sections);
  g_ptr_array_sort_with_data (self->posts, compare_posts, self);
  g_ptr_array_sort_with_data (self->seats, compare_seats, self);
  settle_people (self);
  read_loose (&making);
  g_ptr_array_sort (self->loose, compare_names);
  count_sections (self);
  return self;
}

McDay
mc_org_chart_get_day (McOrgChart *self)
{
  return self->day;
}

const GPtrArray *
mc_org_chart_get_seats (McOrgChart *self)
{
  return self->seats;
}

const GPtrArray *
mc_org_chart_get_loose (McOrgChart *self)
{
  return self->loose;
}

const GPtrArray *
mc_org_chart_get_posts (McOrgChart *self)
{
  return self->posts;
}

const GPtrArray *
mc_org_chart_get_sections (McOrgChart *self)
{
  return self->sections;
}

McOrgSeat *
mc_org_chart_find (McOrgChart *self, const char *key)
{
  return g_hash_table_lookup (self->by_key, key);
}

McOrgSeat *
mc_org_chart_find_person (McOrgChart *self, gint64 person_id)
{
  return g_hash_table_lookup (self->by_person, &person_id);
}

McOrgPost *
mc_org_chart_find_post (McOrgChart *self, gint64 post_id)
{
  return g_hash_table_lookup (self->by_post, &post_id);
}

McOrgSection *
mc_org_chart_find_section (McOrgChart *self, gint64 section_id)
{
  return section_of (self, section_id);
}
