/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-paper-table.h"

struct _McPaperTable
{
  JsonObject *object;
  JsonArray *columns, *head, *rows; /* owned by the object */
  JsonArray *row;
};

static const struct
{
  McTone tone;
  const char *name;
} tones[] = {
  { MC_TONE_WEEKEND, "weekend" }, { MC_TONE_HOLIDAY, "holiday" }, { MC_TONE_ABSENT, "absent" },
  { MC_TONE_STANDBY, "standby" }, { MC_TONE_GAP, "gap" },         { MC_TONE_MOVED, "moved" },
  { MC_TONE_CLOSED, "closed" },
};

const char *
mc_paper_tone_to_name (McTone tone)
{
  for (guint i = 0; i < G_N_ELEMENTS (tones); i++)
    if (tones[i].tone == tone)
      return tones[i].name;
  return NULL;
}

McTone
mc_paper_tone_from_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (tones); i++)
    if (g_strcmp0 (tones[i].name, name) == 0)
      return tones[i].tone;
  return MC_TONE_NONE;
}

static JsonArray *
add_array (JsonObject *object, const char *name)
{
  JsonArray *array = json_array_new ();

  json_object_set_array_member (object, name, array);
  return array;
}

McPaperTable *
mc_paper_table_new (double size)
{
  McPaperTable *self = g_new0 (McPaperTable, 1);

  self->object = json_object_new ();
  json_object_set_string_member (self->object, "kind", "table");
  json_object_set_double_member (self->object, "size", size);
  self->columns = add_array (self->object, "columns");
  self->head = add_array (self->object, "head");
  self->rows = add_array (self->object, "rows");
  return self;
}

void
mc_paper_table_free (McPaperTable *self)
{
  json_object_unref (self->object);
  g_free (self);
}

void
mc_paper_table_set_padding (McPaperTable *self, double across, double down)
{
  json_object_set_double_member (self->object, "across", across);
  json_object_set_double_member (self->object, "down", down);
}

void
mc_paper_table_set_fit (McPaperTable *self)
{
  json_object_set_boolean_member (self->object, "fit", TRUE);
}

void
mc_paper_table_add_column (McPaperTable *self, double width, double weight, McAlign align)
{
  JsonObject *column = json_object_new ();

  if (width > 0)
    json_object_set_double_member (column, "width", width);
  else
    json_object_set_double_member (column, "weight", weight);
  if (align != MC_ALIGN_START)
    json_object_set_int_member (column, "align", align);
  json_array_add_object_element (self->columns, column);
}

static void
add_row (McPaperTable *self, JsonArray *rows)
{
  self->row = json_array_new ();
  json_array_add_array_element (rows, self->row);
}

void
mc_paper_table_add_head_row (McPaperTable *self)
{
  g_return_if_fail (json_array_get_length (self->rows) == 0);
  add_row (self, self->head);
}

void
mc_paper_table_add_row (McPaperTable *self)
{
  add_row (self, self->rows);
}

void
mc_paper_table_add_text (McPaperTable *self, const char *text)
{
  g_return_if_fail (self->row != NULL);
  json_array_add_string_element (self->row, text ? text : "");
}

void
mc_paper_table_add_cell (McPaperTable *self, const McPaperCell *cell)
{
  JsonObject *object = json_object_new ();
  const char *tone = mc_paper_tone_to_name (cell->tone);

  g_return_if_fail (self->row != NULL);
  json_object_set_string_member (object, "text", cell->text ? cell->text : "");
  if (cell->columns > 1)
    json_object_set_int_member (object, "columns", cell->columns);
  if (cell->rows > 1)
    json_object_set_int_member (object, "rows", cell->rows);
  if (cell->bold)
    json_object_set_boolean_member (object, "bold", TRUE);
  if (cell->italic)
    json_object_set_boolean_member (object, "italic", TRUE);
  if (cell->own_align)
    json_object_set_int_member (object, "align", cell->align);
  if (cell->size > 0)
    json_object_set_double_member (object, "size", cell->size);
  if (tone)
    json_object_set_string_member (object, "tone", tone);
  json_array_add_object_element (self->row, object);
}

JsonObject *
mc_paper_table_to_json (McPaperTable *self)
{
  return json_object_ref (self->object);
}
