/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-evaluation-paper.h"

#include "mc-paper-table.h"
#include "mc-paper-text.h"

#define SIZE 11.0 /* points */

static void
add_head (McPaperTable *table, const char *text)
{
  mc_paper_table_add_cell (table,
                           &(McPaperCell){ .text = text, .bold = TRUE, .own_align = TRUE, .align = MC_ALIGN_CENTER });
}

static void
add_columns (McPaperTable *table, McPaperKind kind)
{
  mc_paper_table_add_column (table, 24, 0, MC_ALIGN_CENTER);
  mc_paper_table_add_column (table, 0, 3, MC_ALIGN_START);
  if (kind == MC_PAPER_KIND_EVALUATION_QUARTER)
    mc_paper_table_add_column (table, 0, 2, MC_ALIGN_START);
  mc_paper_table_add_column (table, 0, 2, MC_ALIGN_START);
  mc_paper_table_add_column (table, 0, 3, MC_ALIGN_START);
  mc_paper_table_add_column (table, 38, 0, MC_ALIGN_CENTER);
  mc_paper_table_add_column (table, 0, 2, MC_ALIGN_START);
  if (kind == MC_PAPER_KIND_EVALUATION_YEAR)
    mc_paper_table_add_column (table, 0, 2, MC_ALIGN_START);

  mc_paper_table_add_head_row (table);
  add_head (table, "TT");
  add_head (table, "Họ và tên");
  if (kind == MC_PAPER_KIND_EVALUATION_QUARTER)
    add_head (table, "Cơ quan cử");
  add_head (table, "Vị trí");
  add_head (table, "Đánh giá theo");
  add_head (table, "Điểm");
  add_head (table, "Mức");
  if (kind == MC_PAPER_KIND_EVALUATION_YEAR)
    add_head (table, "Đề nghị");
}

static void
add_row (McPaperTable *table, McPaperKind kind, guint place, const McEvaluationPaperRow *row)
{
  g_autofree char *number = g_strdup_printf ("%u", place);

  mc_paper_table_add_row (table);
  mc_paper_table_add_text (table, number);
  mc_paper_table_add_text (table, row->person);
  if (kind == MC_PAPER_KIND_EVALUATION_QUARTER)
    mc_paper_table_add_text (table, row->agency);
  mc_paper_table_add_text (table, row->post);
  mc_paper_table_add_text (table, row->scheme);
  mc_paper_table_add_text (table, row->total);
  mc_paper_table_add_text (table, row->band);
  if (kind == MC_PAPER_KIND_EVALUATION_YEAR)
    mc_paper_table_add_text (table, row->proposal);
}

McOfficialPaper *
mc_evaluation_paper_new (McPaperTemplate *texts, const McOfficialFrame *frame, GHashTable *values, const GArray *rows)
{
  g_autoptr (McPaperTemplate) first = mc_entity_clone (texts);
  g_autoptr (McPaperTable) table = mc_paper_table_new (SIZE);
  char *break_at = first->body ? strrchr (first->body, '\n') : NULL;
  g_autofree char *last = break_at ? mc_paper_text_fill (break_at + 1, values) : NULL;
  McOfficialPaper *paper;

  if (break_at)
    *break_at = '\0';
  paper = mc_paper_template_make (first, frame, values);
  add_columns (table, texts->kind);
  for (guint i = 0; i < rows->len; i++)
    add_row (table, texts->kind, i + 1, &g_array_index (rows, McEvaluationPaperRow, i));
  mc_official_paper_add_table (paper, table);
  if (last && *last)
    mc_official_paper_add_paragraph (paper, last);
  return paper;
}
