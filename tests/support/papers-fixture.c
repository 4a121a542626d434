/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "papers-fixture.h"

#include "mc-evaluation-paper.h"
#include "mc-official-words.h"
#include "mc-paper-draft.h"

static const char *const families[] = { "Nguyễn", "Trần", "Lê", "Huỳnh", "Phạm", "Đặng", "Võ", "Ưng" };
static const char *const middles[] = { "Thị Ngọc", "Văn", "Hoàng Bảo", "Quốc", "Thuý", "Minh" };
static const char *const givens[] = { "Ánh", "Khánh", "Châu", "Vy", "Ơn", "Lan", "Tiễn", "Phượng", "Đạt", "Uyên" };
static const char *const agencies[] = { "NV", "TP", "TC", "CT", "NNMT", "XD", "KHCN", "GDĐT", "YT", "VHTTDL" };

static const char *const recipients[] = { "- Như trên;", "- Lãnh đạo Trung tâm;", "- Lưu: VT, HCTH.", NULL };

static const McOfficialFrame frame = {
  .parent = "Văn phòng UBND thành phố",
  .issuer = "Trung tâm Phục vụ hành chính công",
  .number = 5,
  .symbol = "TB-TTPVHCC",
  .place = "Cần Thơ",
  .authority = "KT. Giám đốc\nPhó Giám đốc",
  .signer = "Võ Đức Thịnh",
  .recipients = recipients,
};

static McOfficialFrame
make_frame (const char *type, const char *abstract)
{
  McOfficialFrame own = frame;

  own.type = type;
  own.abstract = abstract;
  own.day = mc_day_new (2026, 2, 5);
  return own;
}

static char *
make_name (guint i)
{
  return g_strdup_printf ("%s %s %s", families[i % G_N_ELEMENTS (families)], middles[i * 7 % G_N_ELEMENTS (middles)],
                          givens[i * 3 % G_N_ELEMENTS (givens)]);
}

static void
set_days (McRosterSheet *sheet, gboolean with_saturdays)
{
  for (guint i = 0; i < mc_roster_sheet_get_n_days (sheet); i++)
    {
      McDay day = mc_roster_sheet_get_day (sheet, i)->day;
      int weekday = mc_day_weekday (day);

      if (weekday >= 6)
        mc_roster_sheet_set_day (sheet, day, MC_SHEET_WEEKEND, weekday == 6 && with_saturdays ? 1 : 0, NULL);
      else if (day == mc_day_new (2026, 12, 9))
        mc_roster_sheet_set_day (sheet, day, MC_SHEET_WORKING, 2, "01/11");
    }
}

McRosterSheet *
papers_make_roster (guint n_people)
{
  McRosterSheet *sheet = mc_roster_sheet_new (mc_day_new (2026, 12, 1), mc_day_new (2026, 12, 31));

  set_days (sheet, TRUE);
  mc_roster_sheet_set_row_title (sheet, "Họ và tên", "Cơ quan");
  for (guint i = 0; i < n_people; i++)
    {
      g_autofree char *name = make_name (i), *counter = g_strdup_printf ("%02u", i % 20 + 1);
      guint row = mc_roster_sheet_add_row (sheet, name, agencies[i % G_N_ELEMENTS (agencies)],
                                           i < n_people * 3 / 4 ? "Bộ phận Tiếp nhận và Trả kết quả"
                                                                : "Bộ phận Hành chính - Tổng hợp");

      for (guint d = 0; d < mc_roster_sheet_get_n_days (sheet); d++)
        {
          const McSheetDay *day = mc_roster_sheet_get_day (sheet, d);

          if (day->kind == MC_SHEET_WORKING)
            mc_roster_sheet_set_cell (sheet, row, day->day, (i + d) % 5 == 0 ? MC_HALF_MORNING : MC_HALF_DAY, counter,
                                      MC_SHEET_PLAIN);
          else if (day->sessions == 1 && (i + d) % 6 == 0)
            mc_roster_sheet_set_cell (sheet, row, day->day, MC_HALF_MORNING, counter, MC_SHEET_PLAIN);
          if (day->kind == MC_SHEET_WORKING && (i * 5 + d) % 37 == 0)
            mc_roster_sheet_set_cell (sheet, row, day->day, MC_HALF_DAY, "P", MC_SHEET_ABSENT);
          if (day->kind == MC_SHEET_WORKING && (i * 5 + d) % 41 == 0)
            mc_roster_sheet_set_cell (sheet, row, day->day, MC_HALF_AFTERNOON, "HD", MC_SHEET_AMENDED);
        }
    }
  mc_roster_sheet_add_legend (sheet, "01-20", "số quầy");
  mc_roster_sheet_add_legend (sheet, "HD", "bàn hướng dẫn");
  mc_roster_sheet_add_legend (sheet, "P", "nghỉ phép");
  return sheet;
}

McRosterSheet *
papers_make_week (void)
{
  McRosterSheet *sheet = mc_roster_sheet_new (mc_day_new (2026, 12, 7), mc_day_new (2026, 12, 13));

  set_days (sheet, TRUE);
  mc_roster_sheet_set_row_title (sheet, "Quầy", NULL);
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *counter = g_strdup_printf ("Quầy %02u", i + 1), *name = make_name (i),
                      *other = make_name (i + 5);
      guint row = mc_roster_sheet_add_row (sheet, counter, NULL, NULL);

      for (guint d = 0; d < 6; d++)
        {
          McDay day = mc_roster_sheet_get_day (sheet, d)->day;

          mc_roster_sheet_set_cell (sheet, row, day, MC_HALF_MORNING, (i + d) % 4 ? name : other, MC_SHEET_PLAIN);
          if (d < 5)
            mc_roster_sheet_set_cell (sheet, row, day, MC_HALF_AFTERNOON, (i + d) % 7 ? name : "Trống",
                                      (i + d) % 7 ? MC_SHEET_PLAIN : MC_SHEET_GAP);
        }
    }
  return sheet;
}

McRosterSheet *
papers_make_attendance (void)
{
  static const char *const worked[] = { "X", "M", NULL };
  static const char *const leave[] = { "P", NULL };
  static const char *const unexcused[] = { "KP", NULL };
  McRosterSheet *sheet = mc_roster_sheet_new (mc_day_new (2026, 11, 1), mc_day_new (2026, 11, 30));

  set_days (sheet, FALSE);
  mc_roster_sheet_set_day (sheet, mc_day_new (2026, 11, 24), MC_SHEET_HOLIDAY, 0, "Ngày Văn hóa Việt Nam");
  mc_roster_sheet_set_row_title (sheet, "Họ và tên", "Cơ quan");
  for (guint i = 0; i < 27; i++)
    {
      g_autofree char *name = make_name (i);
      guint row = mc_roster_sheet_add_row (sheet, name, agencies[i % G_N_ELEMENTS (agencies)], NULL);

      for (guint d = 0; d < mc_roster_sheet_get_n_days (sheet); d++)
        {
          const McSheetDay *day = mc_roster_sheet_get_day (sheet, d);

          if (day->kind != MC_SHEET_WORKING)
            continue;
          mc_roster_sheet_set_cell (sheet, row, day->day, MC_HALF_DAY, (i + d) % 23 ? "X" : "P",
                                    (i + d) % 23 ? MC_SHEET_PLAIN : MC_SHEET_ABSENT);
          if ((i * 3 + d) % 61 == 0)
            mc_roster_sheet_set_cell (sheet, row, day->day, MC_HALF_MORNING, "KP", MC_SHEET_GAP);
        }
    }
  mc_roster_sheet_add_total (sheet, "Ngày công", worked);
  mc_roster_sheet_add_total (sheet, "Nghỉ phép", leave);
  mc_roster_sheet_add_total (sheet, "Không phép", unexcused);
  mc_roster_sheet_add_legend (sheet, "X", "có mặt");
  mc_roster_sheet_add_legend (sheet, "P", "nghỉ phép năm");
  mc_roster_sheet_add_legend (sheet, "KP", "vắng không phép");
  return sheet;
}

McSheets *
papers_month_a3 (void)
{
  g_autoptr (McRosterSheet) sheet = papers_make_roster (40);
  McOfficialFrame own = make_frame ("Lịch trực", "Tháng 12 năm 2026");

  return MC_SHEETS (mc_roster_paper_new (&own, sheet, MC_PAPER_A3));
}

McSheets *
papers_month_a4 (void)
{
  g_autoptr (McRosterSheet) sheet = papers_make_roster (40);
  McOfficialFrame own = make_frame ("Lịch trực", "Tháng 12 năm 2026");

  return MC_SHEETS (mc_roster_paper_new (&own, sheet, MC_PAPER_A4));
}

McSheets *
papers_week (void)
{
  g_autoptr (McRosterSheet) sheet = papers_make_week ();
  McOfficialFrame own = make_frame ("Lịch trực", "Tuần từ ngày 07 tháng 12 đến ngày 13 tháng 12 năm 2026");

  return MC_SHEETS (mc_roster_paper_new (&own, sheet, MC_PAPER_A4));
}

McSheets *
papers_attendance (void)
{
  g_autoptr (McRosterSheet) sheet = papers_make_attendance ();
  McOfficialFrame own = make_frame ("Bảng chấm công", "Tháng 11 năm 2026");

  return MC_SHEETS (mc_roster_paper_new (&own, sheet, MC_PAPER_A3));
}

McSheets *
papers_day (void)
{
  static const char *const fields[] = { "Tư pháp, hộ tịch", "Đất đai", "Đăng ký kinh doanh", "Xây dựng, giao thông",
                                        "Giáo dục" };
  McDaySheetEntry entries[5];
  McDaySheet sheet = { .day = mc_day_new (2026, 12, 7),
                       .hours = "Giờ tiếp nhận: buổi sáng từ 07 giờ 00 phút đến 10 giờ 30 phút, buổi chiều từ 13 giờ "
                                "00 phút đến 16 giờ 30 phút.",
                       .leader = "Ông Võ Đức Thịnh, Phó Giám đốc, điện thoại 0292 000 0001",
                       .entries = entries,
                       .n_entries = G_N_ELEMENTS (entries) };
  McOfficialFrame own = make_frame ("Lịch tiếp công dân tại quầy", NULL);
  char *texts[3 * G_N_ELEMENTS (entries)];
  McSheets *paper;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      texts[3 * i] = g_strdup_printf ("%02u", i + 1);
      texts[3 * i + 1] = make_name (i);
      texts[3 * i + 2] = make_name (i + 11);
      entries[i] = (McDaySheetEntry){ texts[3 * i], fields[i], texts[3 * i + 1], i == 3 ? NULL : texts[3 * i + 2] };
    }
  paper = MC_SHEETS (mc_day_sheet_paper_new (&own, &sheet));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  return paper;
}

McSheets *
papers_duty (void)
{
  McOfficialFrame own = make_frame ("Danh sách trực", "Các ngày thứ Bảy và dịp Tết Dương lịch năm 2027");
  McDutyEntry entries[7];
  char *names[G_N_ELEMENTS (entries)];
  McOfficialPaper *paper;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      names[i] = make_name (i);
      entries[i] = (McDutyEntry){ .day = i < 3   ? mc_day_new (2026, 12, 19)
                                         : i < 5 ? mc_day_new (2026, 12, 26)
                                                 : mc_day_new (2027, 1, 1),
                                  .occasion = i < 5 ? NULL : "Tết Dương lịch",
                                  .time = i < 5 ? "Sáng" : "Cả ngày",
                                  .leader = i < 3 ? "Võ Đức Thịnh" : "Lâm Thị Mỹ Hạnh",
                                  .leader_phone = i < 3 ? "0292 000 0001" : "0292 000 0002",
                                  .person = names[i],
                                  .agency = i % 2 ? "Sở Nông nghiệp và Môi trường" : "Sở Tư pháp",
                                  .duty = i % 2 ? "Tiếp nhận hồ sơ, quầy 02" : "Bàn hướng dẫn",
                                  .phone = "0292 000 0100" };
    }
  paper = mc_duty_paper_new (&own, entries, G_N_ELEMENTS (entries), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_free (names[i]);
  return MC_SHEETS (paper);
}

McSheets *
papers_letter (void)
{
  McOfficialFrame own = make_frame (NULL, "cử công chức dự phòng thay thế tại Trung tâm Phục vụ hành chính công");
  McOfficialPaper *paper = mc_official_paper_new ();

  own.number = 12;
  own.symbol = "TTPVHCC-HCTH";
  mc_official_paper_set_frame (paper, &own);
  mc_official_paper_add_addressee (paper, "Sở Tư pháp");
  mc_official_paper_add_addressee (paper, "Sở Nông nghiệp và Môi trường");
  mc_official_paper_add_paragraph (
      paper,
      "Theo đơn đề nghị của ông **Nguyễn Văn Khánh** (mẫu), công chức được cử đến Trung tâm, ông Khánh nghỉ phép năm "
      "từ "
      "ngày 09 tháng 02 năm 2026 đến hết ngày 13 tháng 02 năm 2026. Trong thời gian đó quầy số 02 cần có người tiếp "
      "nhận hồ sơ thuộc lĩnh vực hộ tịch và lý lịch tư pháp.");
  mc_official_paper_add_paragraph (
      paper,
      "Trung tâm Phục vụ hành chính công trân trọng đề nghị Quý cơ quan cử công chức trong danh sách dự phòng đến "
      "làm việc tại quầy trong các ngày nêu trên, buổi sáng từ 07 giờ 00 phút, buổi chiều từ 13 giờ 00 phút.");
  mc_official_paper_add_paragraph (paper, "Rất mong nhận được sự phối hợp của Quý cơ quan./.");
  return MC_SHEETS (paper);
}

McSheets *
papers_notice (void)
{
  McOfficialFrame own = make_frame ("Thông báo", "Về việc phân công công chức tiếp nhận hồ sơ\ntại Trung tâm");
  McOfficialPaper *paper = mc_official_paper_new ();
  g_autoptr (McPaperTable) table = mc_paper_table_new (13);
  g_autoptr (McRosterSheet) sheet = papers_make_roster (12);

  mc_official_paper_set_frame (paper, &own);
  for (guint i = 0; i < 4; i++)
    mc_official_paper_add_paragraph (
        paper, "Giám đốc Trung tâm Phục vụ hành chính công thông báo phân công công chức, viên chức được cử đến Trung "
               "tâm tiếp nhận hồ sơ, giải quyết thủ tục hành chính theo từng lĩnh vực, bảo đảm đúng quy định về thời "
               "gian làm việc và văn hóa công sở.");
  mc_official_paper_add_paragraph (paper, "Danh sách phân công như sau:");
  mc_paper_table_add_column (table, 34, 0, MC_ALIGN_CENTER);
  mc_paper_table_add_column (table, 0, 2, MC_ALIGN_START);
  mc_paper_table_add_column (table, 0, 2, MC_ALIGN_START);
  mc_paper_table_add_column (table, 0, 1, MC_ALIGN_CENTER);
  mc_paper_table_add_head_row (table);
  mc_paper_table_add_text (table, "TT");
  mc_paper_table_add_text (table, "Họ và tên");
  mc_paper_table_add_text (table, "Lĩnh vực");
  mc_paper_table_add_text (table, "Quầy");
  for (guint i = 0; i < 45; i++)
    {
      g_autofree char *order = g_strdup_printf ("%u", i + 1), *name = make_name (i);
      g_autofree char *counter = mc_official_format_number (i % 20 + 1);

      mc_paper_table_add_row (table);
      mc_paper_table_add_text (table, order);
      mc_paper_table_add_text (table, name);
      mc_paper_table_add_text (table, i % 3 ? "Đất đai, môi trường, tài nguyên nước và khoáng sản" : "Hộ tịch");
      mc_paper_table_add_text (table, counter);
    }
  mc_official_paper_add_table (paper, table);
  mc_official_paper_add_paragraph (paper, "Thông báo này có hiệu lực từ ngày ký./.");
  mc_official_paper_begin_appendix (paper, "Phụ lục I", "Lịch trực tháng 12 năm 2026", MC_PAPER_A3, TRUE);
  mc_roster_paper_append (paper, sheet, MC_PAPER_A3);
  return MC_SHEETS (paper);
}

/* --- As buttons make them: a text with its values, kept as content and read back --- */

static McPaperTemplate *
make_text (McPaperKind kind, const char *code, const char *type, const char *abstract, const char *to, const char *body)
{
  McPaperTemplate *texts = mc_paper_template_new ();

  texts->kind = kind;
  g_set_str (&texts->type_code, code);
  g_set_str (&texts->type_name, type);
  g_set_str (&texts->abstract, abstract);
  g_set_str (&texts->addressee, to);
  g_set_str (&texts->body, body);
  g_set_str (&texts->recipients, "- {agency};\n- Lưu: VT, HCTH.");
  return texts;
}

static JsonNode *
no_settings (const char *key, gpointer data)
{
  return NULL;
}

static McSheets *
make_draft (McPaperMatter *taken, McPaperTemplate *taken_texts, McPaperFill fill)
{
  g_autoptr (McPaperMatter) matter = taken;
  g_autoptr (McPaperTemplate) texts = taken_texts;
  g_autoptr (McPaperOffice) office = mc_paper_office_new (no_settings, NULL);
  g_autoptr (McRegisteredPaper) draft = mc_paper_draft_new (matter, texts, office, fill, NULL, NULL);

  return MC_SHEETS (mc_official_paper_new_from_json (draft->content, NULL));
}

static McPaperMatter *
make_matter (McPaperKind kind)
{
  McPaperMatter *matter = mc_paper_matter_new (kind, mc_day_new (2026, 2, 5));

  matter->agency = g_strdup ("Sở Tư pháp");
  matter->from = mc_day_new (2026, 2, 9);
  matter->last = mc_day_new (2026, 2, 13);
  matter->days = 4.5;
  matter->period = g_strdup ("tháng 11 năm 2026");
  matter->where = g_strdup ("tỉnh Vĩnh Long");
  return matter;
}

static McPaperMatter *
make_person_matter (McPaperKind kind)
{
  McPaperMatter *matter = make_matter (kind);

  matter->person = mc_staff_entry_new ();
  matter->person->sex = MC_SEX_FEMALE;
  g_set_str (&matter->person->full_name, "Nguyễn Thị Mẫu");
  matter->answer_by = mc_day_new (2026, 2, 20);
  matter->morning = 7 * 60;
  matter->afternoon = 13 * 60;
  matter->counter = g_strdup ("quầy số 02");
  matter->field = g_strdup ("Hộ tịch, Lý lịch tư pháp");
  matter->standby = g_strdup ("ông Trần Văn Mẫu");
  matter->reason = g_strdup ("Người được cử chuyển công tác.");
  return matter;
}

McSheets *
papers_leave (void)
{
  return make_draft (make_person_matter (MC_PAPER_KIND_LEAVE),
                     make_text (MC_PAPER_KIND_LEAVE, "GNP", "Giấy nghỉ phép", NULL, NULL,
                                "{centre} cấp cho:\n{honorific}: **{person}**\nNghỉ phép năm {year} trong thời gian "
                                "{days} ngày làm việc, kể từ {from} đến hết {to}, tại {where}./."),
                     NULL);
}

McSheets *
papers_assignment (void)
{
  return make_draft (make_person_matter (MC_PAPER_KIND_ASSIGNMENT),
                     make_text (MC_PAPER_KIND_ASSIGNMENT, "TB", "Thông báo", "Về việc phân công {honorific} {person}",
                                NULL,
                                "{centre} thông báo phân công {honorific} **{person}**, người được {agency} cử đến, "
                                "làm việc tại {counter}, lĩnh vực {field}, kể từ {from}./."),
                     NULL);
}

McSheets *
papers_standby (void)
{
  return make_draft (make_person_matter (MC_PAPER_KIND_STANDBY_REQUEST),
                     make_text (MC_PAPER_KIND_STANDBY_REQUEST, NULL, NULL,
                                "cử người dự phòng thay thế {honorific} {person}", "{agency}",
                                "{honorific} **{person}** nghỉ làm việc {days} ngày, kể từ {from} đến hết {to}.\n"
                                "{centre} đề nghị {agency} cử {standby} đến {counter}, lĩnh vực {field}, buổi sáng từ "
                                "{morning}, buổi chiều từ {afternoon}./."),
                     NULL);
}

McSheets *
papers_replacement (void)
{
  return make_draft (make_person_matter (MC_PAPER_KIND_REPLACEMENT),
                     make_text (MC_PAPER_KIND_REPLACEMENT, NULL, NULL, "đề nghị cử người thay thế {honorific} {person}",
                                "{agency}",
                                "{reason} {centre} đề nghị {agency} cử người khác đến thay thế {honorific} {person}, "
                                "kể từ {from}./."),
                     NULL);
}

McSheets *
papers_term_ending (void)
{
  return make_draft (make_person_matter (MC_PAPER_KIND_TERM_ENDING),
                     make_text (MC_PAPER_KIND_TERM_ENDING, NULL, NULL, "thời hạn cử {honorific} {person} sắp hết",
                                "{agency}",
                                "Thời hạn cử {honorific} **{person}** kết thúc vào {to}. {centre} đề nghị {agency} trả "
                                "lời trước {answer_by} việc gia hạn hoặc cử người khác./."),
                     NULL);
}

static gboolean
fill_attendance (McOfficialPaper *paper, gpointer data, GError **error)
{
  g_autoptr (McRosterSheet) sheet = papers_make_attendance ();

  mc_official_paper_begin_appendix (paper, NULL, "Bảng chấm công tháng 11 năm 2026", MC_PAPER_A3, TRUE);
  mc_roster_paper_append (paper, sheet, MC_PAPER_A3);
  return TRUE;
}

McSheets *
papers_attendance_letter (void)
{
  return make_draft (make_matter (MC_PAPER_KIND_ATTENDANCE),
                     make_text (MC_PAPER_KIND_ATTENDANCE, NULL, NULL, "bảng chấm công {period}", "{agency}",
                                "{centre} gửi bảng chấm công {period}, từ {from} đến hết {to}./."),
                     fill_attendance);
}

static gboolean
fill_duty (McOfficialPaper *paper, gpointer data, GError **error)
{
  const McDutyEntry entry = { .day = mc_day_new (2026, 12, 19),
                              .time = "từ 07 giờ 00 phút đến 10 giờ 30 phút",
                              .leader = "Võ Đức Thịnh",
                              .person = "Nguyễn Thị Mẫu",
                              .agency = "Sở Tư pháp",
                              .duty = "Tiếp nhận hồ sơ, quầy 2" };

  return mc_duty_paper_append (paper, &entry, 1, error);
}

McSheets *
papers_duty_notice (void)
{
  return make_draft (make_matter (MC_PAPER_KIND_DUTY),
                     make_text (MC_PAPER_KIND_DUTY, "TB", "Thông báo", "Danh sách trực {period}", NULL,
                                "{centre} thông báo danh sách trực {period}, từ {from} đến hết {to}, như sau:"),
                     fill_duty);
}

static McSheets *
make_evaluation (McPaperKind kind, const char *abstract, const char *period, const char *first, const char *last)
{
  McOfficialFrame own = make_frame (NULL, NULL);
  g_autoptr (McPaperTemplate) texts = mc_paper_template_new ();
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (McEvaluationPaperRow));
  const McEvaluationPaperRow people[] = {
    { "Nguyễn Văn Khánh (mẫu)", NULL, "Công chức tiếp nhận hồ sơ", "Nếp làm việc của Trung tâm", "92,5", "A",
      "Khen thưởng" },
    { "Trần Thị Ngọc Ánh (mẫu)", NULL, "Công chức tiếp nhận hồ sơ", "Nghị định 335/2025/NĐ-CP", "78,3",
      "Hoàn thành tốt nhiệm vụ", "–" },
  };

  own.number = 31;
  own.symbol = "TTPVHCC-HCTH";
  texts->kind = kind;
  texts->abstract = g_strdup (abstract);
  texts->addressee = g_strdup ("{agency}");
  texts->body = g_strdup_printf ("%s\n%s", first, last);
  g_hash_table_insert (values, (gpointer) "centre", (gpointer)own.issuer);
  g_hash_table_insert (values, (gpointer) "agency", (gpointer) "Sở Tư pháp");
  g_hash_table_insert (values, (gpointer) "period", (gpointer)period);
  g_array_append_vals (rows, people, G_N_ELEMENTS (people));
  return MC_SHEETS (mc_evaluation_paper_new (texts, &own, values, rows));
}

McSheets *
papers_evaluation (void)
{
  return make_evaluation (MC_PAPER_KIND_EVALUATION_NOTICE, "thông báo kết quả đánh giá {period}", "tháng 01 năm 2026",
                          "{centre} thông báo kết quả đánh giá {period} đối với người được {agency} cử đến, như sau:",
                          "{centre} đề nghị {agency} cho biết kết quả xếp loại của {agency} để {centre} ghi nhận./.");
}

McSheets *
papers_evaluation_year (void)
{
  return make_evaluation (MC_PAPER_KIND_EVALUATION_YEAR, "đề nghị khen thưởng, xử lý theo kết quả đánh giá {period}",
                          "năm 2026", "Căn cứ kết quả đánh giá {period}, {centre} có đề nghị như sau:",
                          "Việc khen thưởng, kỷ luật do {agency} xem xét, quyết định./.");
}
