/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-org-layout.h"
#include "mc-name.h"
#include "mc-post.h"
#include "mc-seat-entry.h"
#include "mc-section.h"
#include "mc-staff-entry.h"

/* The layout of 709 people, all who worked at the city's one-stop units in 2022 (Part II of the plan), as one chart:
 * one section of the agencies' officers, one for each district. The goal is 50 ms. */

#define N_PEOPLE 709
#define N_AGENCIES 19
#define N_DISTRICTS 9
#define N_ROUNDS 20

typedef struct
{
  GListStore *seats, *posts, *sections, *staff;
} Rows;

static gpointer
add_row (GListStore *rows, gint64 id)
{
  g_autoptr (McEntity) row = g_object_new (g_list_model_get_item_type (G_LIST_MODEL (rows)), NULL);

  mc_entity_set_id (row, id);
  g_list_store_append (rows, row);
  return row;
}

static void
add_post (Rows *rows, gint64 id, gint64 section, gint64 chief, const char *name)
{
  McPost *post = add_row (rows->posts, id);

  post->name = g_strdup (name);
  post->section_id = section;
  post->reports_to_post_id = chief;
  post->sort_order = (int)id;
}

static void
add_seat (Rows *rows, gint64 id, gint64 post, gint64 section, gint64 agency)
{
  McSeatEntry *seat = add_row (rows->seats, id);
  McStaffEntry *person = add_row (rows->staff, id);

  seat->number = (int)id;
  seat->post_id = post;
  seat->post_name = g_strdup ("Tiếp nhận và trả kết quả");
  seat->section_id = section;
  seat->origin_agency_id = agency;
  seat->origin_agency_code = g_strdup_printf ("CQ%d", (int)agency);
  seat->person_id = id;
  person->full_name = g_strdup_printf ("Nguyễn Thị Phương %d", (int)id);
  person->search_key = mc_fold (person->full_name);
  person->seat_id = id;
  person->home_agency_id = agency;
  person->home_agency_code = g_strdup (seat->origin_agency_code);
}

static void
add_all (Rows *rows)
{
  add_post (rows, 1, 0, 0, "Giám đốc");
  add_post (rows, 2, 0, 1, "Phó Giám đốc");
  for (gint64 s = 1; s <= N_DISTRICTS + 1; s++)
    {
      McSection *section = add_row (rows->sections, s);

      section->name = g_strdup_printf ("Bộ phận Một cửa %d", (int)s);
      section->takes_quota = s == 1;
      section->ceiling = MC_INT_NONE;
      section->sort_order = (int)s;
      add_post (rows, 10 * s, s, 1, "Trưởng Bộ phận");
      add_post (rows, 10 * s + 1, s, 10 * s, "Tiếp nhận và trả kết quả");
    }
  for (gint64 id = 1; id <= N_PEOPLE; id++)
    {
      gint64 section = id % 3 == 0 ? 1 : id % N_DISTRICTS + 2;

      if (id <= 3)
        add_seat (rows, id, id == 1 ? 1 : 2, 0, 1);
      else if (id <= 3 + N_DISTRICTS + 1)
        add_seat (rows, id, 10 * (id - 3), id - 3, 1);
      else
        add_seat (rows, id, 10 * section + 1, section, id % N_AGENCIES + 1);
    }
}

static void
measure (McOrgChart *chart, const char *name, const McOrgLayoutOptions *options)
{
  gint64 best = G_MAXINT64, sum = 0;

  for (int i = 0; i < N_ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (McScene) scene = mc_org_layout (chart, options);
      gint64 took = g_get_monotonic_time () - start;

      best = MIN (best, took);
      sum += took;
    }
  g_print ("org chart of %d people, %s: best %.1f ms, mean %.1f ms (goal 50 ms)\n", N_PEOPLE, name, (double)best / 1000,
           (double)sum / N_ROUNDS / 1000);
}

int
main (void)
{
  Rows rows = { g_list_store_new (MC_TYPE_SEAT_ENTRY), g_list_store_new (MC_TYPE_POST),
                g_list_store_new (MC_TYPE_SECTION), g_list_store_new (MC_TYPE_STAFF_ENTRY) };
  const McOrgChartInput input = {
    0,   G_LIST_MODEL (rows.seats), G_LIST_MODEL (rows.posts), G_LIST_MODEL (rows.sections), G_LIST_MODEL (rows.staff),
    NULL
  };
  g_autoptr (McOrgChart) chart = NULL;
  gint64 start;

  add_all (&rows);
  start = g_get_monotonic_time ();
  chart = mc_org_chart_new (&input);
  g_print ("org chart of %d people, made of rows: %.1f ms\n", N_PEOPLE,
           (double)(g_get_monotonic_time () - start) / 1000);
  measure (chart, "with posts", &(McOrgLayoutOptions){ .detail = MC_ORG_POST });
  measure (chart, "in full, to the right",
           &(McOrgLayoutOptions){ .detail = MC_ORG_FULL, .direction = MC_ORG_LEFT_TO_RIGHT });
  g_object_unref (rows.seats);
  g_object_unref (rows.posts);
  g_object_unref (rows.sections);
  g_object_unref (rows.staff);
  return 0;
}
