/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "org-fixture.h"

#include "mc-agency-entry.h"
#include "mc-name.h"
#include "mc-post.h"
#include "mc-seat-entry.h"
#include "mc-section.h"
#include "mc-staff-entry.h"

static const char *const families[] = { "Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi" };
static const char *const middles[] = { "Văn", "Thị Bích", "Hoàng", "Thị", "Minh", "Quốc", "Ngọc Phương" };
static const char *const givens[] = { "An",    "Bình", "Châu", "Dũng",   "Giang", "Hạnh",
                                      "Khánh", "Lợi",  "Mỹ",   "Nguyên", "Thủy" };

OrgFixture *
org_fixture_new (void)
{
  OrgFixture *self = g_new0 (OrgFixture, 1);

  self->seats = g_list_store_new (MC_TYPE_SEAT_ENTRY);
  self->posts = g_list_store_new (MC_TYPE_POST);
  self->sections = g_list_store_new (MC_TYPE_SECTION);
  self->staff = g_list_store_new (MC_TYPE_STAFF_ENTRY);
  self->agencies = g_list_store_new (MC_TYPE_AGENCY_ENTRY);
  return self;
}

void
org_fixture_free (OrgFixture *self)
{
  g_object_unref (self->seats);
  g_object_unref (self->posts);
  g_object_unref (self->sections);
  g_object_unref (self->staff);
  g_object_unref (self->agencies);
  g_free (self);
}

static gpointer
find_row (GListStore *rows, gint64 id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (rows)); i++)
    {
      g_autoptr (McEntity) row = g_list_model_get_item (G_LIST_MODEL (rows), i);

      if (mc_entity_get_id (row) == id)
        return row;
    }
  return NULL;
}

static gpointer
add_row (GListStore *rows, gint64 id)
{
  McEntity *row = g_object_new (g_list_model_get_item_type (G_LIST_MODEL (rows)), NULL);

  mc_entity_set_id (row, id);
  g_list_store_append (rows, row);
  g_object_unref (row);
  return row;
}

void
org_fixture_add_section (OrgFixture *self, gint64 id, const char *name, int ceiling, gboolean takes_quota)
{
  McSection *row = add_row (self->sections, id);

  row->name = g_strdup (name);
  row->code = g_strdup_printf ("S%" G_GINT64_FORMAT, id);
  row->ceiling = ceiling;
  row->takes_quota = takes_quota;
  row->sort_order = (int)id;
}

void
org_fixture_add_post (OrgFixture *self, gint64 id, const char *name, gint64 section, gint64 chief)
{
  McPost *row = add_row (self->posts, id);

  row->name = g_strdup (name);
  row->code = g_strdup_printf ("p%" G_GINT64_FORMAT, id);
  row->section_id = section;
  row->reports_to_post_id = chief;
  row->sort_order = (int)id;
}

static McStaffEntry *
person_of (OrgFixture *self, gint64 id)
{
  McStaffEntry *row = find_row (self->staff, id);

  if (row)
    return row;
  row = add_row (self->staff, id);
  row->family_name = g_strdup (families[id % G_N_ELEMENTS (families)]);
  row->middle_name = g_strdup (middles[id * 3 % G_N_ELEMENTS (middles)]);
  row->given_name = g_strdup (givens[id * 5 % G_N_ELEMENTS (givens)]);
  row->full_name = g_strdup_printf ("%s %s %s", row->family_name, row->middle_name, row->given_name);
  row->sort_key = mc_name_sort_key (row->given_name, row->middle_name, row->family_name);
  row->search_key = mc_fold (row->full_name);
  row->public_phone = g_strdup_printf ("0292 000 0%03" G_GINT64_FORMAT, id);
  row->state = MC_STAFF_STATE_PRESENT;
  return row;
}

static McAgencyEntry *
agency_of (OrgFixture *self, const char *code)
{
  McAgencyEntry *row;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->agencies)); i++)
    {
      g_autoptr (McAgencyEntry) known = g_list_model_get_item (G_LIST_MODEL (self->agencies), i);

      if (g_str_equal (known->code, code))
        return known;
    }
  row = add_row (self->agencies, g_list_model_get_n_items (G_LIST_MODEL (self->agencies)) + 1);
  row->code = g_strdup (code);
  row->short_name = g_strdup_printf ("Cơ quan %s", code);
  return row;
}

void
org_fixture_sit (OrgFixture *self, gint64 seat, gint64 person)
{
  McSeatEntry *row = find_row (self->seats, seat);
  McStaffEntry *holder = person ? person_of (self, person) : NULL;

  row->person_id = person;
  row->appointment_id = person ? seat : 0;
  g_set_str (&row->full_name, holder ? holder->full_name : NULL);
  if (!holder)
    return;
  if (!holder->seat_id || find_row (self->seats, holder->seat_id) == row || !row->concurrent)
    holder->seat_id = seat;
  if (!holder->home_agency_code && row->origin_agency_code)
    {
      holder->home_agency_id = row->origin_agency_id;
      holder->home_agency_code = g_strdup (row->origin_agency_code);
      holder->home_agency_name = g_strdup (agency_of (self, row->origin_agency_code)->short_name);
    }
}

void
org_fixture_add_seat (OrgFixture *self, gint64 id, gint64 post, int number, const char *origin, gint64 person)
{
  McSeatEntry *row = add_row (self->seats, id);
  McPost *of = find_row (self->posts, post);
  McSection *section = find_row (self->sections, of->section_id);
  McAgencyEntry *agency = origin ? agency_of (self, origin) : NULL;

  row->number = number;
  row->post_id = post;
  row->post_code = g_strdup (of->code);
  row->post_name = g_strdup (of->name);
  row->concurrent = of->concurrent;
  row->part_time = of->part_time;
  row->section_id = of->section_id;
  row->section_code = g_strdup (section ? section->code : NULL);
  row->section_name = g_strdup (section ? section->name : NULL);
  row->origin_agency_id = agency ? mc_entity_get_id (MC_ENTITY (agency)) : 0;
  row->origin_agency_code = g_strdup (origin);
  org_fixture_sit (self, id, person);
}

void
org_fixture_add_loose (OrgFixture *self, gint64 person)
{
  person_of (self, person);
}

/* Post by post as in Part III of the plan; the codes are those of the agencies that fill the seats. */
static const struct
{
  const char *name;
  gint64 section, chief;
  gboolean concurrent, part_time, to_origin;
  const char *origins;
} plan[] = {
  { "Giám đốc Trung tâm Phục vụ hành chính công", 0, 0, FALSE, TRUE, FALSE, "VPUB" },
  { "Phó Giám đốc Trung tâm Phục vụ hành chính công", 0, 1, FALSE, TRUE, FALSE, "VPUB VPUB" },
  { "Trưởng Bộ phận tiếp nhận và trả kết quả", 1, 1, TRUE, FALSE, FALSE, "-" },
  { "Trưởng Bộ phận Hành chính - Tổng hợp", 2, 1, FALSE, FALSE, FALSE, "VPUB" },
  { "Giám sát viên", 3, 1, FALSE, TRUE, TRUE, "VPUB NV MTTQ" },
  { "Tiếp nhận và trả kết quả", 1, 3, FALSE, FALSE, FALSE,
    "NV CT CT NN NN XD GTVT GTVT GDĐT GDĐT TTTT KHĐT KHĐT LĐTBXH LĐTBXH YT YT VHTTDL KHCN NGV TNMT TNMT TP TP BQL BHXH "
    "BHXH" },
  { "Công nghệ thông tin", 2, 4, FALSE, FALSE, FALSE, "TTTT IOC" },
  { "Văn thư, lưu trữ", 2, 4, FALSE, FALSE, FALSE, "VPUB" },
  { "Hướng dẫn", 2, 4, FALSE, FALSE, FALSE, "VPUB" },
  { "Bảo vệ", 2, 4, FALSE, FALSE, FALSE, "VPUB" },
  { "Nhân viên", 2, 4, FALSE, FALSE, FALSE, "VPUB" },
};

void
org_fixture_add_plan (OrgFixture *self)
{
  gint64 seat = 0;

  org_fixture_add_section (self, 1, "Bộ phận Tiếp nhận và Trả kết quả", 30, TRUE);
  org_fixture_add_section (self, 2, "Bộ phận Hành chính - Tổng hợp", MC_INT_NONE, FALSE);
  org_fixture_add_section (self, 3, "Bộ phận Giám sát", MC_INT_NONE, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (plan); i++)
    {
      g_auto (GStrv) origins = g_strsplit (plan[i].origins, " ", -1);
      McPost *post;

      org_fixture_add_post (self, i + 1, plan[i].name, plan[i].section, plan[i].chief);
      post = find_row (self->posts, i + 1);
      post->concurrent = plan[i].concurrent;
      post->part_time = plan[i].part_time;
      post->reports_to_origin = plan[i].to_origin;
      for (guint n = 0; origins[n]; n++)
        {
          seat++;
          /* Vacant: a deputy, the second officer of GDĐT, an IT post. */
          org_fixture_add_seat (self, seat, i + 1, (int)n + 1, g_str_equal (origins[n], "-") ? NULL : origins[n],
                                seat == 3 || seat == 18 || seat == 36 || seat == 4 ? 0 : 100 + seat);
          if (plan[i].to_origin)
            ((McSeatEntry *)find_row (self->seats, seat))->origin_note =
                g_strdup_printf ("Phòng chuyên môn %s", origins[n]);
        }
    }
  /* The head of Reception is one of the 27. */
  org_fixture_sit (self, 4, 112);
}

McOrgChart *
org_fixture_chart (OrgFixture *self, McDay day)
{
  const McOrgChartInput input = { day,
                                  G_LIST_MODEL (self->seats),
                                  G_LIST_MODEL (self->posts),
                                  G_LIST_MODEL (self->sections),
                                  G_LIST_MODEL (self->staff),
                                  G_LIST_MODEL (self->agencies) };

  return mc_org_chart_new (&input);
}
