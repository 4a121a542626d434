/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands over the text of a paper: Decree 30/2020, Appendix I, section II.1 to II.5 and II.9, and the head of an
 * appendix, section III. Each is one piece that is not broken. */
#include "mc-official-private.h"

#include "mc-official-words.h"

#define NATION "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
#define MOTTO "Độc lập - Tự do - Hạnh phúc"
#define BETWEEN 12.0 /* points from the names to the type of paper */

static const McParagraphStyle nation = { .size = MC_OFFICIAL_NATION, .bold = TRUE, .align = MC_ALIGN_CENTER };
static const McParagraphStyle motto = { .size = MC_OFFICIAL_MOTTO, .bold = TRUE, .align = MC_ALIGN_CENTER };
static const McParagraphStyle parent = { .size = MC_OFFICIAL_BODY_NAME, .align = MC_ALIGN_CENTER };
static const McParagraphStyle issuer = { .size = MC_OFFICIAL_BODY_NAME, .bold = TRUE, .align = MC_ALIGN_CENTER };
static const McParagraphStyle number = { .size = MC_OFFICIAL_NUMBER, .align = MC_ALIGN_CENTER };
static const McParagraphStyle subject = { .size = MC_OFFICIAL_SUBJECT, .align = MC_ALIGN_CENTER };
static const McParagraphStyle place = { .size = MC_OFFICIAL_PLACE, .italic = TRUE, .align = MC_ALIGN_CENTER };
static const McParagraphStyle type = { .size = MC_OFFICIAL_TYPE, .bold = TRUE, .align = MC_ALIGN_CENTER };
static const McParagraphStyle abstract = { .size = MC_OFFICIAL_ABSTRACT, .bold = TRUE, .align = MC_ALIGN_CENTER };
static const McParagraphStyle text = { .size = MC_OFFICIAL_TEXT, .leading = MC_OFFICIAL_LEADING };
static const McParagraphStyle text_centred = { .size = MC_OFFICIAL_TEXT, .align = MC_ALIGN_CENTER };
static const McParagraphStyle appendix_line = { .size = MC_OFFICIAL_APPENDIX, .bold = TRUE, .align = MC_ALIGN_CENTER };
static const McParagraphStyle reference = { .size = MC_OFFICIAL_PLACE, .italic = TRUE, .align = MC_ALIGN_CENTER };

typedef struct _Head Head;
struct _Head
{
  McOfficialBlock block;
  JsonObject *content;
  JsonObject *appendix;
  double width;
  /* On @page, or with NULL only for its height, which it returns. */
  double (*lay) (Head *self, McOfficialPage *page, double y);
};

static double
head_get_height (McOfficialBlock *block, guint part)
{
  Head *self = (Head *)block;

  return self->lay (self, NULL, 0);
}

static gboolean
head_keeps (McOfficialBlock *block, guint part)
{
  return FALSE;
}

static void
head_draw (McOfficialBlock *block, McOfficialPage *page, guint from, guint to, double y, gboolean again)
{
  Head *self = (Head *)block;

  self->lay (self, page, y);
}

static void
head_free (McOfficialBlock *block)
{
  Head *self = (Head *)block;

  g_clear_pointer (&self->content, json_object_unref);
  g_clear_pointer (&self->appendix, json_object_unref);
  g_free (self);
}

static void
add (McOfficialColumn *column, const char *line, const McParagraphStyle *style, const char *tag)
{
  if (line)
    mc_paragraph_unref (mc_official_column_add (column, line, style, tag));
}

static void
add_capitals (McOfficialColumn *column, const char *line, const McParagraphStyle *style, const char *tag, double share)
{
  g_autofree char *capitals = line ? g_utf8_strup (line, -1) : NULL;
  g_autoptr (McParagraph) paragraph = capitals ? mc_official_column_add (column, capitals, style, tag) : NULL;

  if (paragraph && share > 0)
    mc_official_column_rule (column, paragraph, share);
}

char *
mc_official_dup_number (JsonObject *content)
{
  const char *symbol = mc_official_string (content, "symbol");
  gint64 drawn = json_object_get_int_member_with_default (content, "number", 0);
  g_autofree char *digits = drawn > 0 ? mc_official_format_number ((guint)drawn) : g_strdup ("        ");

  return g_strdup_printf ("%s/%s", digits, symbol ? symbol : "");
}

static char *
dup_place_and_date (JsonObject *content)
{
  const char *where = mc_official_string (content, "place"), *date = mc_official_string (content, "date");
  McDay day = MC_DAY_NONE;

  if (!where)
    return NULL;
  if (date && mc_day_parse (date, &day, NULL))
    return mc_paper_format_place_and_date (where, day);
  return g_strdup_printf ("%s, ngày      tháng      năm         ", where);
}

/* The names on both sides, then the number and the date on one height. */
static double
lay_names (JsonObject *content, McOfficialPage *page, double x, double width, double y)
{
  g_autoptr (McParagraph) natural = mc_paragraph_new (NATION, &nation, 0);
  g_autofree char *digits = mc_official_dup_number (content), *where = dup_place_and_date (content);
  g_autofree char *numbered = g_strdup_printf ("Số: %s", digits);
  const char *about = mc_official_string (content, "abstract");
  g_autofree char *short_about = g_strdup_printf ("V/v %s", about ? about : "");
  double left, right, need;
  McOfficialColumn a = { .page = page, .x = x, .y = y }, b = { .page = page, .y = y };
  g_autoptr (McParagraph) line = NULL;

  mc_paragraph_get_extent (natural, 0, 1, &left, &right);
  need = right - left + 1;
  b.width = MAX (need, width * 0.5);
  b.x = x + width - b.width;
  a.width = width - b.width - 4;
  add_capitals (&a, mc_official_string (content, "parent"), &parent, "P", 0);
  add_capitals (&a, mc_official_string (content, "issuer"), &issuer, "P", MC_OFFICIAL_RULE);
  add (&b, NATION, &nation, "P");
  line = mc_official_column_add (&b, MOTTO, &motto, "P");
  mc_official_column_rule (&b, line, 1);
  a.y = b.y = MAX (a.y, b.y) + 4;
  if (mc_official_string (content, "symbol"))
    add (&a, numbered, &number, "P");
  if (!mc_official_string (content, "type") && about)
    add (&a, short_about, &subject, "P");
  add (&b, where, &place, "P");
  return MAX (a.y, b.y);
}

static double
lay_head (Head *self, McOfficialPage *page, double y)
{
  const char *about = mc_official_string (self->content, "abstract");
  McOfficialColumn whole = { .page = page, .x = self->block.left, .width = self->width, .y = y };
  g_autoptr (McParagraph) line = NULL;

  whole.y = lay_names (self->content, page, self->block.left, self->width, y) + BETWEEN;
  if (!mc_official_string (self->content, "type"))
    return whole.y - y;
  add_capitals (&whole, mc_official_string (self->content, "type"), &type, "H1", about ? 0 : MC_OFFICIAL_RULE);
  line = about ? mc_official_column_add (&whole, about, &abstract, "P") : NULL;
  if (line)
    mc_official_column_rule (&whole, line, MC_OFFICIAL_RULE);
  return whole.y + BETWEEN / 2 - y;
}

/* "Kính gửi: Sở Nội vụ" in the middle; of several each has a line. */
static double
lay_addressees (Head *self, McOfficialPage *page, double y)
{
  JsonArray *all = mc_official_array (self->content, "addressees");
  guint n = json_array_get_length (all);
  McOfficialColumn whole = { .page = page, .x = self->block.left, .width = self->width, .y = y };

  if (n == 1)
    {
      g_autofree char *line = g_strdup_printf ("Kính gửi: %s", json_array_get_string_element (all, 0));

      add (&whole, line, &text_centred, "P");
      return whole.y - y;
    }
  whole.x += self->width * 0.2;
  whole.width = self->width * 0.8;
  add (&whole, "Kính gửi:", &text, "P");
  whole.x += MC_OFFICIAL_INDENT;
  whole.width -= MC_OFFICIAL_INDENT;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *line = g_strdup_printf ("- %s%s", json_array_get_string_element (all, i), i + 1 < n ? ";" : ".");

      add (&whole, line, &text, "P");
    }
  return whole.y - y;
}

char *
mc_official_dup_reference (JsonObject *content)
{
  const char *kind = mc_official_string (content, "type"), *body = mc_official_string (content, "issuer");
  const char *date = mc_official_string (content, "date");
  g_autofree char *digits = mc_official_dup_number (content), *words = NULL;
  McDay day = MC_DAY_NONE;

  if (date && mc_day_parse (date, &day, NULL))
    words = mc_official_format_day (day);
  return g_strdup_printf ("%s số %s %s của %s", kind ? kind : "Công văn", digits,
                          words ? words : "ngày      tháng      năm        ", body ? body : "");
}

static double
lay_appendix (Head *self, McOfficialPage *page, double y)
{
  const char *label = mc_official_string (self->appendix, "label");
  McOfficialColumn whole = { .page = page, .x = self->block.left, .width = self->width, .y = y };
  g_autofree char *belongs = mc_official_dup_reference (self->content);
  g_autofree char *with = g_strdup_printf ("(Kèm theo %s)", belongs);

  add (&whole, label ? label : "Phụ lục", &appendix_line, "H1");
  add_capitals (&whole, mc_official_string (self->appendix, "title"), &appendix_line, "H2", 0);
  add (&whole, with, &reference, "P");
  whole.y += BETWEEN / 2;
  return whole.y - y;
}

static McOfficialBlock *
head_new (JsonObject *content, double left, double width, double (*lay) (Head *, McOfficialPage *, double))
{
  Head *self = g_new0 (Head, 1);

  self->content = json_object_ref (content);
  self->width = width;
  self->lay = lay;
  self->block.n_parts = 1;
  self->block.left = left;
  self->block.with_next = TRUE;
  self->block.get_height = head_get_height;
  self->block.keeps = head_keeps;
  self->block.draw = head_draw;
  self->block.free = head_free;
  return &self->block;
}

McOfficialBlock *
mc_official_head_new (JsonObject *content, double left, double width)
{
  return head_new (content, left, width, lay_head);
}

McOfficialBlock *
mc_official_addressees_new (JsonObject *content, double left, double width)
{
  McOfficialBlock *block = head_new (content, left, width, lay_addressees);

  block->before = MC_OFFICIAL_PARAGRAPH;
  return block;
}

McOfficialBlock *
mc_official_appendix_new (JsonObject *content, JsonObject *appendix, double left, double width)
{
  McOfficialBlock *block = head_new (content, left, width, lay_appendix);

  ((Head *)block)->appendix = json_object_ref (appendix);
  return block;
}
