/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-fixture.h"

#include <json-glib/json-glib.h>

#include "mc-data-dir.h"

/* The id that the row with this code gets: its place in the list. */
static gint64
id_of (JsonObject *plan, const char *list, const char *code)
{
  JsonArray *rows = json_object_get_array_member (plan, list);

  for (guint i = 0; i < json_array_get_length (rows); i++)
    if (g_str_equal (json_object_get_string_member (json_array_get_object_element (rows, i), "code"), code))
      return i + 1;
  g_error ("%s has no %s", list, code);
}

static gpointer
entity_from (GType type, JsonNode *row, gint64 id)
{
  McEntity *entity = g_object_new (type, NULL);
  g_autoptr (GError) error = NULL;

  mc_entity_from_json (entity, row, &error);
  g_assert_no_error (error);
  mc_entity_set_id (entity, id);
  return entity;
}

static GPtrArray *
load_list (JsonObject *plan, const char *list, GType type)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  JsonArray *array = json_object_get_array_member (plan, list);

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_ptr_array_add (rows, entity_from (type, json_array_get_element (array, i), i + 1));
  return rows;
}

PlanFixture *
plan_fixture_load (void)
{
  PlanFixture *self = g_new0 (PlanFixture, 1);
  g_autofree char *path = g_build_filename (mc_data_dir (), "demo", "floor-plan.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *plan;
  JsonArray *rows;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  plan = json_node_get_object (json_parser_get_root (parser));
  self->floors = load_list (plan, "floors", MC_TYPE_FLOOR);
  self->layers = load_list (plan, "layers", MC_TYPE_PLAN_LAYER);
  self->objects = load_list (plan, "objects", MC_TYPE_PLAN_OBJECT);
  rows = json_object_get_array_member (plan, "objects");
  for (guint i = 0; i < self->objects->len; i++)
    {
      McPlanObject *object = g_ptr_array_index (self->objects, i);
      JsonObject *row = json_array_get_object_element (rows, i);

      object->floor_plan_id = 1;
      object->floor_id = id_of (plan, "floors", json_object_get_string_member (row, "floor"));
      object->layer_id = id_of (plan, "layers", json_object_get_string_member (row, "layer"));
      object->premises_item_id = json_object_get_int_member_with_default (row, "premises", 0);
    }
  for (guint i = 0; i < self->layers->len; i++)
    {
      McPlanLayer *layer = g_ptr_array_index (self->layers, i);

      layer->floor_plan_id = 1;
      layer->sort_order = i + 1;
      layer->visible = TRUE;
    }
  return self;
}

void
plan_fixture_free (PlanFixture *self)
{
  g_ptr_array_unref (self->floors);
  g_ptr_array_unref (self->layers);
  g_ptr_array_unref (self->objects);
  g_free (self);
}

McFloorPlanFacts
plan_fixture_facts (PlanFixture *self, gint64 floor)
{
  return (McFloorPlanFacts){ .floor_id = floor, .layers = self->layers, .objects = self->objects };
}

typedef struct
{
  const char *number, *name, *codes;
  guint seats;
  const char *people[2];
  const char *agencies[2];
  McTone tones[2];
} Sample;

/* Numbers, names and seats as in data/demo/demo.json; the people are invented for the pictures. */
static const Sample samples[] = {
  { "1", "Lý lịch tư pháp", "TP", 1, { "Nguyễn Thị Bích Thủy" }, { "TP" }, { MC_TONE_STAFFED } },
  { "2", "Công chứng, luật sư", "TP", 1, { "Trần Văn Hòa" }, { "TP" }, { MC_TONE_STAFFED } },
  { "3", "Đường bộ", "GTVT", 1, { "Lê Quang Khải" }, { "GTVT" }, { MC_TONE_STANDBY } },
  { "4", "Đường thủy nội địa", "GTVT", 1, { NULL }, { NULL }, { MC_TONE_NONE } },
  { "5",
    "Đăng ký doanh nghiệp và đầu tư",
    "KHĐT",
    2,
    { "Phạm Thị Ngọc Ánh", "Huỳnh Minh Trí" },
    { "KHĐT", "KHĐT" },
    { MC_TONE_STAFFED, MC_TONE_ARRIVING } },
  { "6", "Đất đai", "TNMT", 1, { "Võ Thành Công" }, { "TNMT" }, { MC_TONE_STAFFED } },
  { "7", "Môi trường", "TNMT", 1, { "Đặng Thị Mỹ Duyên" }, { "TNMT" }, { MC_TONE_ABSENT } },
  { "8", "Xây dựng", "XD", 1, { "Bùi Hữu Nghĩa" }, { "XD" }, { MC_TONE_STAFFED } },
  { "9",
    "Lao động và người có công",
    "LĐTBXH",
    2,
    { "Đỗ Thị Thanh Hương", "Ngô Gia Bảo" },
    { "LĐTBXH", "LĐTBXH" },
    { MC_TONE_STAFFED, MC_TONE_STANDBY } },
  { "10",
    "Y tế",
    "YT",
    2,
    { "Hồ Thị Kim Ngân", "Dương Quốc Việt" },
    { "YT", "YT" },
    { MC_TONE_STAFFED, MC_TONE_ABSENT_UNEXCUSED } },
  { "11",
    "Bảo hiểm xã hội",
    "BHXH",
    2,
    { "Lý Thị Cẩm Tú", "Phan Văn Đức" },
    { "BHXH", "BHXH" },
    { MC_TONE_STAFFED, MC_TONE_STAFFED } },
  { "12", "Nông nghiệp", "NN", 2, { "Nguyễn Hoàng Phúc" }, { "NN" }, { MC_TONE_STAFFED } },
  { "13", "Giáo dục và đào tạo", "GDĐT", 2, { NULL }, { NULL }, { MC_TONE_CLOSED } },
  { "14", "Nội vụ", "NV", 1, { "Trương Mỹ Linh" }, { "NV" }, { MC_TONE_STAFFED } },
  { "15",
    "Công Thương",
    "CT",
    2,
    { "Lâm Tấn Phát", "Mai Thị Hồng Nhung" },
    { "CT", "CT" },
    { MC_TONE_STAFFED, MC_TONE_STAFFED } },
  { "16",
    "Khoa học, công nghệ và truyền thông",
    "KHCN · TTTT",
    2,
    { "Cao Bá Quát", "Tô Thị Lan" },
    { "KHCN", "TTTT" },
    { MC_TONE_STAFFED, MC_TONE_STAFFED } },
  { "17", "Văn hóa, du lịch và ngoại vụ", "VHTTDL · NGV", 2, { "Châu Ngọc Diệp" }, { "NGV" }, { MC_TONE_STAFFED } },
  { "18", "Khu chế xuất và công nghiệp", "BQL", 1, { "Nguyễn Đức Thịnh" }, { "BQL" }, { MC_TONE_STANDBY } },
};

GPtrArray *
plan_fixture_counters (void)
{
  GPtrArray *counters = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_counter_state_free);

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      const Sample *sample = &samples[i];
      McCounterState *state = mc_counter_state_new (sample->number);

      state->counter_id = i + 1;
      state->name = g_strdup (sample->name);
      state->agency_codes = g_strdup (sample->codes);
      state->seats = sample->seats;
      if (sample->tones[0] == MC_TONE_CLOSED)
        state->tone = MC_TONE_CLOSED;
      for (guint k = 0; k < 2 && sample->people[k]; k++)
        mc_counter_state_add_person (state, 100 + 2 * i + k, sample->people[k], sample->agencies[k], sample->tones[k],
                                     NULL);
      mc_counter_state_settle (state);
      state->values[MC_PLAN_OVERLAY_WAITING] = (i * 7) % 13;
      state->values[MC_PLAN_OVERLAY_WORKLOAD] = (i * 31) % 97;
      state->values[MC_PLAN_OVERLAY_RATING] = 3.5 + (i % 4) * 0.4;
      state->values[MC_PLAN_OVERLAY_RISK] = mc_counter_state_get_present (state);
      g_ptr_array_add (counters, state);
    }
  return counters;
}
