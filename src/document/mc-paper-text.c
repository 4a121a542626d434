/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-paper-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mc-error.h"
#include "mc-official-private.h"
#include "mc-official-words.h"

static void
refuse_name (const char *name, const char *const *known, GError **error)
{
  g_autofree char *all = g_strjoinv ("}, {", (char **)known);

  /* Translators: {%s} are names in braces in the text of a letter */
  g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("{%s} is not known. This text knows: {%s}."), name, all);
}

/* The part between the braces that begin at @open; NULL where the other brace is missing. */
static char *
read_name (const char *open, const char **after)
{
  const char *close = strpbrk (open + 1, "{}");

  if (!close || *close != '}')
    return NULL;
  *after = close + 1;
  return g_strndup (open + 1, (gsize)(close - open - 1));
}

gboolean
mc_paper_text_check (const char *text, const char *const *known, GError **error)
{
  for (const char *at = text; at && (at = strpbrk (at, "{}"));)
    {
      const char *after = NULL;
      g_autofree char *name = *at == '{' ? read_name (at, &after) : NULL;

      if (!name)
        {
          g_autofree char *rest = g_strndup (at + 1, strcspn (at + 1, "{}\n"));

          g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("The brace before “%s” has no other to it."), rest);
          return FALSE;
        }
      if (!g_strv_contains (known, name))
        {
          refuse_name (name, known, error);
          return FALSE;
        }
      at = after;
    }
  return TRUE;
}

char *
mc_paper_text_fill (const char *text, GHashTable *values)
{
  g_autoptr (GString) filled = g_string_new (NULL);
  const char *at = text ? text : "", *open;

  while ((open = strchr (at, '{')))
    {
      const char *after = NULL;
      g_autofree char *name = read_name (open, &after);
      const char *value = name ? g_hash_table_lookup (values, name) : NULL;

      g_string_append_len (filled, at, open - at);
      if (value)
        g_string_append (filled, value);
      else
        g_string_append_len (filled, open, after ? after - open : 1);
      at = after ? after : open + 1;
    }
  g_string_append (filled, at);
  return g_string_free_and_steal (g_steal_pointer (&filled));
}

gboolean
mc_paper_template_check (McPaperTemplate *self, GError **error)
{
  const char *texts[] = { self->abstract, self->addressee, self->body, self->recipients };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!mc_paper_text_check (texts[i], mc_paper_kind_get_placeholders (self->kind), error))
      return FALSE;
  return TRUE;
}

static void
set_default (GHashTable *values, const char *name, char *value)
{
  if (g_hash_table_contains (values, name))
    g_free (value);
  else
    g_hash_table_insert (values, g_strdup (name), value);
}

static GHashTable *
with_defaults (GHashTable *given, const McOfficialFrame *frame)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, given);
  while (g_hash_table_iter_next (&iter, &name, &value))
    g_hash_table_insert (values, g_strdup (name), g_strdup (value));
  set_default (values, "centre", g_strdup (frame->issuer ? frame->issuer : ""));
  set_default (values, "parent", g_strdup (frame->parent ? frame->parent : ""));
  set_default (values, "place", g_strdup (frame->place ? frame->place : ""));
  if (frame->day != MC_DAY_NONE)
    {
      int year;

      mc_day_split (frame->day, &year, NULL, NULL);
      set_default (values, "today", mc_official_format_day (frame->day));
      set_default (values, "year", g_strdup_printf ("%d", year));
    }
  return values;
}

static void
add_lines (McOfficialPaper *paper,
           const char *text,
           GHashTable *values,
           void (*add) (McOfficialPaper *paper, const char *line))
{
  g_autofree char *filled = mc_paper_text_fill (text, values);
  g_auto (GStrv) lines = g_strsplit (filled, "\n", -1);

  for (guint i = 0; lines[i]; i++)
    if (*g_strstrip (lines[i]))
      add (paper, lines[i]);
}

/* The first letter of what begins a sentence, where a value in braces began it. */
static char *
capitalise (char *text)
{
  g_autofree char *first = *text ? g_utf8_strup (text, (gssize)(g_utf8_next_char (text) - text)) : g_strdup ("");
  char *whole = g_strconcat (first, *text ? g_utf8_next_char (text) : "", NULL);

  g_free (text);
  return whole;
}

McOfficialPaper *
mc_paper_template_make (McPaperTemplate *self, const McOfficialFrame *frame, GHashTable *values)
{
  McOfficialPaper *paper = mc_official_paper_new ();
  g_autoptr (GHashTable) all = with_defaults (values, frame);
  g_autofree char *abstract = mc_paper_text_fill (self->abstract, all);
  McOfficialFrame own = *frame;

  own.type = self->type_name;
  if (self->type_name)
    abstract = capitalise (g_steal_pointer (&abstract));
  own.abstract = abstract;
  own.recipients = self->recipients && *self->recipients ? NULL : frame->recipients;
  mc_official_paper_set_frame (paper, &own);
  add_lines (paper, self->addressee, all, mc_official_paper_add_addressee);
  add_lines (paper, self->body, all, mc_official_paper_add_paragraph);
  add_lines (paper, self->recipients, all, mc_official_paper_add_recipient);
  return paper;
}

McOfficialPaper *
mc_paper_template_make_sample (McPaperTemplate *self, const McOfficialFrame *frame)
{
  static const struct
  {
    const char *name, *value;
  } samples[] = {
    { "honorific", "Bà" },
    { "person", "Nguyễn Thị Mẫu" },
    { "post", "Công chức tiếp nhận hồ sơ" },
    { "agency", "Sở Tư pháp" },
    { "days", "05" },
    { "count", "27" },
    { "from", "ngày 05 tháng 01 năm 2027" },
    { "to", "ngày 09 tháng 01 năm 2027" },
    { "where", "thành phố Cần Thơ" },
    { "request_date", "ngày 28 tháng 12 năm 2026" },
    { "standby", "ông Trần Văn Mẫu" },
    { "counter", "quầy số 02" },
    { "field", "hộ tịch" },
    { "morning", "07 giờ 00 phút" },
    { "afternoon", "13 giờ 00 phút" },
    { "reason", "Lý do ghi ở đây." },
    { "answer_by", "ngày 15 tháng 12 năm 2026" },
    { "old_place", "quầy số 02" },
    { "new_place", "quầy số 05" },
    { "session", "buổi sáng" },
    { "period", "tháng 01 năm 2027" },
  };
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    g_hash_table_insert (values, (gpointer)samples[i].name, (gpointer)samples[i].value);
  return mc_paper_template_make (self, frame, values);
}

static char *
join_lines (JsonArray *lines)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; lines && i < json_array_get_length (lines); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", json_array_get_string_element (lines, i));
  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

/* NULL where something of it is not a paragraph. */
static char *
join_body (JsonArray *body)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; body && i < json_array_get_length (body); i++)
    {
      JsonObject *block = json_array_get_object_element (body, i);

      if (g_strcmp0 (mc_official_string (block, "kind"), "paragraph") != 0)
        return NULL;
      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", mc_official_string (block, "text"));
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

McPaperTemplate *
mc_paper_template_new_from_content (const char *content)
{
  g_autoptr (JsonNode) node = json_from_string (content, NULL);
  JsonObject *object = node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autofree char *body =
      object && !json_object_has_member (object, "appendices") ? join_body (mc_official_array (object, "body")) : NULL;
  McPaperTemplate *self;

  if (!body)
    return NULL;
  self = mc_paper_template_new ();
  g_set_str (&self->type_name, mc_official_string (object, "type"));
  g_set_str (&self->abstract, mc_official_string (object, "abstract"));
  self->addressee = join_lines (mc_official_array (object, "addressees"));
  self->body = g_steal_pointer (&body);
  self->recipients = join_lines (mc_official_array (object, "recipients"));
  return self;
}
