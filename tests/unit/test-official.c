/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Official papers: the measures that were chosen against the ranges of Decree 30/2020, words, breaking over pages. */
#include <string.h>

#include "mc-error.h"
#include "mc-official-measures.h"
#include "mc-official-words.h"
#include "mc-paper-text.h"
#include "papers-fixture.h"

static void
check_range (double value, double least, double most)
{
  g_assert_cmpfloat (value, >=, least - 1e-9);
  g_assert_cmpfloat (value, <=, most + 1e-9);
}

static void
test_measures (void)
{
  check_range (MC_OFFICIAL_TOP, 20 * MC_MM, 25 * MC_MM);
  check_range (MC_OFFICIAL_BOTTOM, 20 * MC_MM, 25 * MC_MM);
  check_range (MC_OFFICIAL_LEFT, 30 * MC_MM, 35 * MC_MM);
  check_range (MC_OFFICIAL_RIGHT, 15 * MC_MM, 20 * MC_MM);
  check_range (MC_OFFICIAL_NATION, 12, 13);
  check_range (MC_OFFICIAL_MOTTO, 13, 14);
  check_range (MC_OFFICIAL_BODY_NAME, 12, 13);
  check_range (MC_OFFICIAL_NUMBER, 13, 13);
  check_range (MC_OFFICIAL_PLACE, 13, 14);
  check_range (MC_OFFICIAL_TYPE, 13, 14);
  check_range (MC_OFFICIAL_ABSTRACT, 13, 14);
  check_range (MC_OFFICIAL_SUBJECT, 12, 13);
  check_range (MC_OFFICIAL_TEXT, 13, 14);
  check_range (MC_OFFICIAL_INDENT, 10 * MC_MM, 12.7 * MC_MM);
  check_range (MC_OFFICIAL_PARAGRAPH, 6, 12);
  check_range (MC_OFFICIAL_LEADING, 1, 1.5);
  check_range (MC_OFFICIAL_AUTHORITY, 13, 14);
  check_range (MC_OFFICIAL_SIGNER, 13, 14);
  check_range (MC_OFFICIAL_RECIPIENTS, 12, 12);
  check_range (MC_OFFICIAL_RECIPIENT, 11, 11);
  check_range (MC_OFFICIAL_PAGE, 13, 14);
  check_range (MC_OFFICIAL_APPENDIX, 14, 14);
  check_range (MC_OFFICIAL_RULE, 1 / 3.0, 1 / 2.0);
  /* The date and the number stand on one line and are of one size. */
  check_range (MC_OFFICIAL_PLACE, MC_OFFICIAL_NUMBER, MC_OFFICIAL_NUMBER);
}

static void
test_words (void)
{
  static const struct
  {
    int month, day;
    const char *words;
  } days[] = { { 2, 5, "ngày 05 tháng 02 năm 2026" },
               { 1, 31, "ngày 31 tháng 01 năm 2026" },
               { 3, 9, "ngày 09 tháng 3 năm 2026" },
               { 12, 10, "ngày 10 tháng 12 năm 2026" } };
  g_autofree char *five = mc_official_format_number (5), *hundred = mc_official_format_number (123);
  g_autofree char *time = mc_official_format_time (7 * 60 + 30), *noon = mc_official_format_time (12 * 60 + 5);
  g_autofree char *notice = mc_official_format_symbol ("TB", "TTPVHCC", "HCTH");
  g_autofree char *letter = mc_official_format_symbol (NULL, "TTPVHCC", "HCTH");
  g_autofree char *short_letter = mc_official_format_symbol (NULL, "TTPVHCC", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *words = mc_official_format_day (mc_day_new (2026, days[i].month, days[i].day));

      g_assert_cmpstr (words, ==, days[i].words);
    }
  g_assert_cmpstr (five, ==, "05");
  g_assert_cmpstr (hundred, ==, "123");
  g_assert_cmpstr (time, ==, "07 giờ 30 phút");
  g_assert_cmpstr (noon, ==, "12 giờ 05 phút");
  g_assert_cmpstr (notice, ==, "TB-TTPVHCC");
  g_assert_cmpstr (letter, ==, "TTPVHCC-HCTH");
  g_assert_cmpstr (short_letter, ==, "TTPVHCC");
  g_assert_cmpstr (mc_official_format_weekday (mc_day_new (2026, 11, 29), FALSE), ==, "Chủ nhật");
  g_assert_cmpstr (mc_official_format_weekday (mc_day_new (2026, 11, 30), TRUE), ==, "T2");
}

static char *
all_text (McSheets *sheets)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint page = 0; page < mc_sheets_get_n_pages (sheets); page++)
    {
      g_autofree char *own = mc_sheets_dup_page_text (sheets, page);

      g_string_append_printf (text, "[%u]\n%s", page + 1, own);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* What the register keeps gives the same pages. */
static void
test_json (void)
{
  McSheets *(*const makers[]) (void) = { papers_letter, papers_notice, papers_month_a3, papers_duty };

  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      g_autoptr (McSheets) sheets = makers[i]();
      g_autofree char *json = mc_official_paper_to_json (MC_OFFICIAL_PAPER (sheets));
      g_autoptr (GError) error = NULL;
      g_autoptr (McOfficialPaper) again = mc_official_paper_new_from_json (json, &error);
      g_autofree char *text = all_text (sheets), *text_again = NULL;

      g_assert_no_error (error);
      text_again = all_text (MC_SHEETS (again));
      g_assert_cmpstr (text, ==, text_again);
    }
  {
    static const char *const wrong[] = { "", "[]", "{}", "{\"form\": 2}", "{" };

    for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
      {
        g_autoptr (GError) error = NULL;

        g_assert_null (mc_official_paper_new_from_json (wrong[i], &error));
        g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
      }
  }
}

static gboolean
inside (McRect box, double width, double height)
{
  return box.x >= MC_OFFICIAL_LEFT - 0.6 && box.x + box.width <= width - MC_OFFICIAL_RIGHT + 0.6 &&
         box.y >= MC_OFFICIAL_TOP - 0.6 && box.y + box.height <= height - MC_OFFICIAL_BOTTOM + 0.6;
}

/* On pages of any length everything stands within the margins, but for the page number from the second page on; the
 * signature never stands alone; nothing is lost. */
static void
test_breaking (void)
{
  for (guint n = 1; n < 60; n++)
    {
      g_autoptr (McOfficialPaper) paper = mc_official_paper_new ();
      const McOfficialFrame frame = { .issuer = "Trung tâm",
                                      .symbol = "TB-TT",
                                      .place = "Cần Thơ",
                                      .day = mc_day_new (2026, 2, 5),
                                      .type = "Thông báo",
                                      .authority = "Giám đốc",
                                      .signer = "Võ Đức Thịnh" };
      McSheets *sheets = MC_SHEETS (paper);
      guint pages;

      mc_official_paper_set_frame (paper, &frame);
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *text = g_strdup_printf (
              "Đoạn %u: nội dung đủ dài để phải xuống dòng một lần, vì vậy có hai dòng trên trang giấy này, hết %u.", i,
              i);

          mc_official_paper_add_paragraph (paper, text);
        }
      pages = mc_sheets_get_n_pages (sheets);
      for (guint page = 0; page < pages; page++)
        {
          McScene *scene = mc_official_paper_get_page_scene (paper, page);
          g_autofree char *text = mc_sheets_dup_page_text (sheets, page);
          double width, height;

          mc_sheets_get_size (sheets, page, &width, &height);
          for (guint i = page > 0 ? 1 : 0; i < mc_scene_get_n_nodes (scene); i++)
            g_assert_true (inside (mc_scene_node_get_extents (mc_scene_get_node (scene, i)), width, height));
          if (page + 1 == pages)
            {
              g_assert_nonnull (strstr (text, "Võ Đức Thịnh"));
              g_assert_nonnull (strstr (text, "Đoạn"));
            }
        }
      {
        g_autofree char *all = all_text (sheets);

        for (guint i = 0; i < n; i++)
          {
            g_autofree char *end = g_strdup_printf ("hết %u.", i);

            g_assert_nonnull (strstr (all, end));
          }
      }
    }
}

static void
test_roster (void)
{
  g_autoptr (McSheets) large = papers_month_a3 (), small = papers_month_a4 ();
  g_autofree char *text = mc_sheets_dup_page_text (large, 0), *first = NULL;
  double width, height;

  g_assert_cmpuint (mc_sheets_get_n_pages (large), ==, 1);
  mc_sheets_get_size (large, 0, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 420 * MC_MM, 0.001);
  g_assert_cmpfloat_with_epsilon (height, 297 * MC_MM, 0.001);
  g_assert_nonnull (strstr (text, "40 Ưng Quốc Phượng"));
  g_assert_nonnull (strstr (text, "Võ Đức Thịnh"));
  first = mc_sheets_dup_page_text (small, 0);
  g_assert_nonnull (strstr (first, "Phần 1/2: từ ngày 01/12/2026 đến ngày 15/12/2026"));
  {
    g_autofree char *problem = mc_sheets_dup_problem (small);

    g_assert_null (problem);
  }
}

static void
test_totals (void)
{
  static const char *const half[] = { "X", NULL };
  g_autoptr (McRosterSheet) sheet = mc_roster_sheet_new (mc_day_new (2026, 12, 1), mc_day_new (2026, 12, 3));
  guint row = mc_roster_sheet_add_row (sheet, "A", NULL, NULL);

  mc_roster_sheet_set_cell (sheet, row, mc_day_new (2026, 12, 1), MC_HALF_DAY, "X", MC_SHEET_PLAIN);
  mc_roster_sheet_set_cell (sheet, row, mc_day_new (2026, 12, 2), MC_HALF_MORNING, "X", MC_SHEET_PLAIN);
  mc_roster_sheet_set_cell (sheet, row, mc_day_new (2026, 12, 2), MC_HALF_AFTERNOON, "P", MC_SHEET_ABSENT);
  mc_roster_sheet_set_cell (sheet, row, mc_day_new (2026, 12, 3), MC_HALF_DAY, "Trống", MC_SHEET_GAP);
  mc_roster_sheet_set_cell (sheet, row, mc_day_new (2027, 1, 1), MC_HALF_DAY, "X", MC_SHEET_PLAIN); /* not of it */
  mc_roster_sheet_add_total (sheet, "Công", half);
  mc_roster_sheet_add_total (sheet, "Tất cả", NULL);
  g_assert_cmpfloat (mc_roster_sheet_get_total (sheet, row, 0), ==, 1.5);
  g_assert_cmpfloat (mc_roster_sheet_get_total (sheet, row, 1), ==, 2);
}

static void
test_duty (void)
{
  const McDutyEntry entries[] = {
    { .day = mc_day_new (2026, 12, 19), .time = "Sáng", .leader = "Võ Đức Thịnh", .person = "A" },
    { .day = mc_day_new (2026, 12, 26), .time = "Sáng", .person = "B" },
  };
  const McOfficialFrame frame = { .issuer = "Trung tâm", .type = "Danh sách trực" };
  g_autoptr (GError) error = NULL;

  g_assert_null (mc_duty_paper_new (&frame, entries, 2, &error));
  g_assert_error (error, MC_ERROR, MC_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "26/12/2026"));
}

static void
test_too_wide (void)
{
  g_autoptr (McOfficialPaper) paper = mc_official_paper_new ();
  g_autoptr (McPaperTable) table = mc_paper_table_new (12);
  g_autofree char *problem = NULL;

  mc_paper_table_add_column (table, 500, 0, MC_ALIGN_START);
  mc_paper_table_add_row (table);
  mc_paper_table_add_text (table, "x");
  mc_official_paper_add_table (paper, table);
  problem = mc_sheets_dup_problem (MC_SHEETS (paper));
  g_assert_nonnull (problem);
}

/* Names in braces: known ones are filled in, others are named exactly, in the order of the text. */
static void
test_placeholders (void)
{
  static const struct
  {
    const char *text, *problem;
  } cases[] = {
    { NULL, NULL },
    { "", NULL },
    { "{honorific} {person}, {today}", NULL },
    { "Ông {perso}", "{perso}" },
    { "{counter} {perso}", "{counter}" },
    { "Ông {person", "person" },
    { "Ông person} đi", "đi" },
    { "{}", "{}" },
    { "{{person}}", "{person" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean good = mc_paper_text_check (cases[i].text, mc_paper_kind_get_placeholders (MC_PAPER_KIND_LEAVE), &error);

      g_assert_cmpint (good, ==, cases[i].problem == NULL);
      if (cases[i].problem && strchr (cases[i].problem, '{') == NULL)
        g_assert_nonnull (strstr (error->message, cases[i].problem));
    }
  {
    g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
    g_autofree char *filled = NULL;

    g_hash_table_insert (values, (gpointer) "person", (gpointer) "Nguyễn {agency}");
    filled = mc_paper_text_fill ("Bà {person}, {unknown} {", values);
    g_assert_cmpstr (filled, ==, "Bà Nguyễn {agency}, {unknown} {");
  }
}

static void
test_template (void)
{
  g_autoptr (McPaperTemplate) template = mc_paper_template_new ();
  const McOfficialFrame frame = { .issuer = "Trung tâm",
                                  .place = "Cần Thơ",
                                  .symbol = "GNP-TTPVHCC",
                                  .day = mc_day_new (2026, 2, 5),
                                  .authority = "Giám đốc",
                                  .signer = "Võ Đức Thịnh" };
  g_autoptr (McOfficialPaper) paper = NULL;
  g_autofree char *text = NULL;

  template->kind = MC_PAPER_KIND_LEAVE;
  template->type_name = g_strdup ("Giấy nghỉ phép");
  template->body = g_strdup ("{centre} cấp cho {honorific} **{person}** năm {year}\n\nĐến {to}.");
  template->recipients = g_strdup ("- {agency};\n- Lưu: VT.");
  g_assert_true (mc_paper_template_check (template, NULL));
  paper = mc_paper_template_make_sample (template, &frame);
  text = all_text (MC_SHEETS (paper));
  g_assert_nonnull (strstr (text, "GIẤY NGHỈ PHÉP"));
  g_assert_nonnull (strstr (text, "Trung tâm cấp cho Bà Nguyễn Thị Mẫu năm 2026"));
  g_assert_nonnull (strstr (text, "- Sở Tư pháp;"));
  g_assert_null (strchr (text, '{'));
  g_set_str (&template->recipients, "{nobody}");
  g_assert_false (mc_paper_template_check (template, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/official/measures", test_measures);
  g_test_add_func ("/official/words", test_words);
  g_test_add_func ("/official/json", test_json);
  g_test_add_func ("/official/breaking", test_breaking);
  g_test_add_func ("/official/roster", test_roster);
  g_test_add_func ("/official/totals", test_totals);
  g_test_add_func ("/official/duty", test_duty);
  g_test_add_func ("/official/too-wide", test_too_wide);
  g_test_add_func ("/official/placeholders", test_placeholders);
  g_test_add_func ("/official/template", test_template);
  return g_test_run ();
}
