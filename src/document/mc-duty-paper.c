/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-duty-paper.h"

#include <glib/gi18n-lib.h>

#include "mc-error.h"
#include "mc-official-words.h"

#define LIST_SIZE 12.0
#define HALL_SIZE 14.0      /* of the text of a sheet for the hall */
#define HALL_SIZE_MANY 12.0 /* where it has more than HALL_FEW counters: all of a day on one sheet */
#define HALL_FEW 8
#define CLOSED "Không tiếp nhận"

static void
add_head (McPaperTable *table, const char *const *titles, guint n)
{
  mc_paper_table_add_head_row (table);
  for (guint i = 0; i < n; i++)
    mc_paper_table_add_text (table, titles[i]);
}

static gboolean
same_day (const McDutyEntry *a, const McDutyEntry *b)
{
  return a->day == b->day;
}

static gboolean
same_leader (const McDutyEntry *a, const McDutyEntry *b)
{
  return a->day == b->day && g_strcmp0 (a->leader, b->leader) == 0 && g_strcmp0 (a->time, b->time) == 0;
}

/* How many entries from @i on belong together; 0 where @i is not the first of them. */
static guint
run (const McDutyEntry *entries, guint n, guint i, gboolean (*same) (const McDutyEntry *, const McDutyEntry *))
{
  guint length = 1;

  if (i > 0 && same (&entries[i - 1], &entries[i]))
    return 0;
  while (i + length < n && same (&entries[i], &entries[i + length]))
    length++;
  return length;
}

static void
add_spanning (McPaperTable *table, const char *text, guint rows)
{
  if (rows > 0)
    mc_paper_table_add_cell (table, &(McPaperCell){ .text = text, .rows = rows });
}

static void
add_entry (McPaperTable *table, const McDutyEntry *entries, guint n, guint i)
{
  const McDutyEntry *entry = &entries[i];
  guint days = run (entries, n, i, same_day), leaders = run (entries, n, i, same_leader);
  g_autofree char *date = mc_day_format (entry->day);
  g_autofree char *day = g_strdup_printf ("%s\n%s%s%s", mc_official_format_weekday (entry->day, FALSE), date,
                                          entry->occasion ? "\n" : "", entry->occasion ? entry->occasion : "");
  g_autofree char *leader = g_strdup_printf ("**%s**%s%s", entry->leader, entry->leader_phone ? "\n" : "",
                                             entry->leader_phone ? entry->leader_phone : "");
  g_autofree char *order = g_strdup_printf ("%u", i + 1);

  mc_paper_table_add_row (table);
  mc_paper_table_add_text (table, order);
  add_spanning (table, day, days);
  add_spanning (table, entry->time, leaders);
  add_spanning (table, leader, leaders);
  mc_paper_table_add_text (table, entry->person);
  mc_paper_table_add_text (table, entry->agency);
  mc_paper_table_add_text (table, entry->duty);
  mc_paper_table_add_text (table, entry->phone);
}

gboolean
mc_duty_paper_append (McOfficialPaper *paper, const McDutyEntry *entries, guint n, GError **error)
{
  static const char *const titles[] = {
    "TT", "Ngày", "Thời gian", "Lãnh đạo trực", "Người trực", "Cơ quan", "Nhiệm vụ", "Điện thoại",
  };
  static const double weights[] = { 0, 1.2, 0.9, 1.8, 1.9, 1.6, 1.6, 1.35 };
  g_autoptr (McPaperTable) table = mc_paper_table_new (LIST_SIZE);

  for (guint i = 0; i < n; i++)
    if (!entries[i].leader || !*entries[i].leader)
      {
        g_autofree char *date = mc_day_format (entries[i].day);

        g_set_error (error, MC_ERROR, MC_ERROR_INVALID, _ ("The duty list names no leader for %s."), date);
        return FALSE;
      }
  mc_official_paper_set_sheet (paper, MC_PAPER_A4, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    mc_paper_table_add_column (table, i == 0 ? 26 : 0, weights[i], i < 4 || i == 7 ? MC_ALIGN_CENTER : MC_ALIGN_START);
  add_head (table, titles, G_N_ELEMENTS (titles));
  for (guint i = 0; i < n; i++)
    add_entry (table, entries, n, i);
  mc_official_paper_add_table (paper, table);
  return TRUE;
}

McOfficialPaper *
mc_duty_paper_new (const McOfficialFrame *frame, const McDutyEntry *entries, guint n, GError **error)
{
  g_autoptr (McOfficialPaper) paper = mc_official_paper_new ();

  mc_official_paper_set_frame (paper, frame);
  return mc_duty_paper_append (paper, entries, n, error) ? g_steal_pointer (&paper) : NULL;
}

static void
add_seat (McPaperTable *table, const char *who)
{
  if (who && *who)
    mc_paper_table_add_cell (table, &(McPaperCell){ .text = who, .bold = TRUE });
  else
    mc_paper_table_add_cell (table, &(McPaperCell){ .text = CLOSED, .italic = TRUE, .tone = MC_TONE_CLOSED });
}

void
mc_day_sheet_paper_append (McOfficialPaper *paper, const McDaySheet *sheet)
{
  static const char *const titles[] = { "Quầy", "Lĩnh vực", "Buổi sáng", "Buổi chiều" };
  static const double weights[] = { 0.7, 2, 1.7, 1.7 };
  gboolean many = sheet->n_entries > HALL_FEW;
  g_autoptr (McPaperTable) table = mc_paper_table_new (many ? HALL_SIZE_MANY : HALL_SIZE);
  g_autofree char *day = mc_official_format_day (sheet->day);
  g_autofree char *date = g_strdup_printf ("%s, %s", mc_official_format_weekday (sheet->day, FALSE), day);

  mc_official_paper_add_centred (paper, date);
  if (sheet->hours)
    mc_official_paper_add_paragraph (paper, sheet->hours);
  if (sheet->leader)
    {
      g_autofree char *leader = g_strdup_printf ("**Lãnh đạo trực:** %s", sheet->leader);

      mc_official_paper_add_paragraph (paper, leader);
    }
  mc_paper_table_set_padding (table, 4, 4);
  if (many)
    mc_paper_table_set_fit (table);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    mc_paper_table_add_column (table, 0, weights[i], i == 1 ? MC_ALIGN_START : MC_ALIGN_CENTER);
  add_head (table, titles, G_N_ELEMENTS (titles));
  for (guint i = 0; i < sheet->n_entries; i++)
    {
      mc_paper_table_add_row (table);
      mc_paper_table_add_cell (table, &(McPaperCell){ .text = sheet->entries[i].counter, .bold = TRUE });
      mc_paper_table_add_text (table, sheet->entries[i].fields);
      add_seat (table, sheet->entries[i].morning);
      add_seat (table, sheet->entries[i].afternoon);
    }
  mc_official_paper_add_table (paper, table);
}

McOfficialPaper *
mc_day_sheet_paper_new (const McOfficialFrame *frame, const McDaySheet *sheet)
{
  McOfficialPaper *paper = mc_official_paper_new ();

  mc_official_paper_set_frame (paper, frame);
  mc_day_sheet_paper_append (paper, sheet);
  return paper;
}
