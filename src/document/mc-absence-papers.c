/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-absence-papers.h"

#include <string.h>

#include "mc-clock.h"
#include "mc-duty-paper.h"
#include "mc-honorific.h"
#include "mc-official-words.h"
#include "mc-paper-draft.h"
#include "mc-paper-text.h"

#define SHEET_TYPE "Thông báo"
#define SHEET_CODE "TB"
#define SIGNER "Giám đốc"

/* What all the papers of one absence share. */
typedef struct
{
  const McAbsenceNotice *notice;
  GListModel *templates;
  McPaperOffice *office;
  McDay today;
  GPtrArray *papers;
} Drawing;

static McPaperTemplate *
find_template (Drawing *self, McPaperKind kind)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->templates); i++)
    {
      g_autoptr (McPaperTemplate) one = g_list_model_get_item (self->templates, i);

      if (one->kind == kind)
        return g_steal_pointer (&one);
    }
  return NULL;
}

static McPaperMatter *
matter_of (Drawing *self, McPaperKind kind, const McNoticePerson *person)
{
  McPaperMatter *matter = mc_paper_matter_new (kind, self->today);

  matter->person = g_object_ref (person->who);
  return matter;
}

static void
draw (Drawing *self, McPaperTemplate *texts, const McPaperMatter *matter)
{
  g_ptr_array_add (self->papers, mc_paper_draft_new (matter, texts, self->office, NULL, NULL, NULL));
}

/* --- Who moves --- */

static const char *
name_half (McHalf half)
{
  return half == MC_HALF_MORNING ? "buổi sáng" : half == MC_HALF_AFTERNOON ? "buổi chiều" : "cả ngày";
}

static void
take_transfer (McPaperMatter *matter, const McNoticePerson *person, guint index)
{
  const McNoticeTransfer *transfer = &g_array_index (person->transfers, McNoticeTransfer, index);

  g_set_str (&matter->old_place, transfer->before);
  g_set_str (&matter->new_place, transfer->after);
  g_set_str (&matter->session, name_half (transfer->half));
  matter->from = transfer->from;
  matter->last = transfer->last;
}

/* A line that names a place is said of each transfer, all else once. */
static McPaperTemplate *
repeat_lines (McPaperTemplate *texts, const McNoticePerson *person)
{
  McPaperTemplate *copy = mc_entity_clone (texts);
  g_auto (GStrv) lines = g_strsplit (texts->body, "\n", -1);
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 0; lines[i]; i++)
    for (guint k = 0; k < (strstr (lines[i], "{new_place}") ? person->transfers->len : 1); k++)
      {
        g_autoptr (McPaperMatter) matter = mc_paper_matter_new (MC_PAPER_KIND_MOVE, MC_DAY_NONE);
        g_autoptr (GHashTable) values = NULL;
        g_autofree char *line = NULL;

        take_transfer (matter, person, k);
        values = mc_paper_matter_make_values (matter);
        line = mc_paper_text_fill (lines[i], values);
        g_string_append_printf (body, "%s%s", body->len ? "\n" : "", line);
      }
  g_set_str (&copy->body, body->str);
  return copy;
}

static void
draw_move (Drawing *self, const McNoticePerson *person)
{
  g_autoptr (McPaperTemplate) template = find_template (self, MC_PAPER_KIND_MOVE);
  g_autoptr (McPaperTemplate) texts = template ? repeat_lines (template, person) : NULL;
  g_autoptr (McPaperMatter) matter = matter_of (self, MC_PAPER_KIND_MOVE, person);
  McStaffEntry *away = self->notice->away.who;

  if (!texts)
    return;
  take_transfer (matter, person, 0);
  /* Why somebody is away is nobody's business here. */
  matter->reason =
      g_strdup_printf ("bố trí người thay %s %s vắng mặt", mc_honorific (away->sex, FALSE), away->full_name);
  draw (self, texts, matter);
}

/* --- The home agency --- */

static void
draw_request (Drawing *self)
{
  const McNoticeRequest *request = self->notice->request;
  g_autoptr (McPaperTemplate) texts = request ? find_template (self, MC_PAPER_KIND_STANDBY_REQUEST) : NULL;
  g_autoptr (McPaperMatter) matter = matter_of (self, MC_PAPER_KIND_STANDBY_REQUEST, &self->notice->away);

  if (!texts)
    return;
  matter->counter = g_strdup (request->counter);
  matter->field = g_strdup (request->field);
  matter->standby = g_strdup (request->standby);
  matter->days = request->days;
  matter->from = request->from;
  matter->last = request->last;
  matter->morning = request->opens[MC_DAY_SESSION_MORNING];
  matter->afternoon = request->opens[MC_DAY_SESSION_AFTERNOON];
  draw (self, texts, matter);
}

/* --- The hall --- */

static char *
describe_hours (const McNoticeSheet *sheet)
{
  static const char *const halves[] = { "buổi sáng", "buổi chiều" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint part = 0; part < MC_DAY_SESSIONS; part++)
    {
      g_autofree char *opens = NULL, *closes = NULL;

      if (sheet->opens[part] == MC_CLOCK_NONE)
        continue;
      opens = mc_official_format_time ((guint)sheet->opens[part]);
      closes = mc_official_format_time ((guint)sheet->closes[part]);
      g_string_append_printf (text, "%s %s từ %s đến %s", text->len ? "," : "Giờ tiếp nhận:", halves[part], opens,
                              closes);
    }
  if (text->len == 0)
    return NULL;
  g_string_append_c (text, '.');
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
add_day (McOfficialPaper **paper, const McOfficialFrame *frame, const McNoticeSheet *sheet)
{
  g_autofree McDaySheetEntry *entries = g_new (McDaySheetEntry, MAX (1, sheet->seats->len));
  g_autofree char *hours = describe_hours (sheet);
  McDaySheet day = { sheet->day, hours, sheet->leader, entries, sheet->seats->len };

  for (guint i = 0; i < sheet->seats->len; i++)
    {
      const McNoticeSeat *seat = &g_array_index (sheet->seats, McNoticeSeat, i);

      entries[i] = (McDaySheetEntry){ seat->counter, seat->fields, seat->morning, seat->afternoon };
    }
  if (*paper)
    {
      mc_official_paper_add_page_break (*paper);
      mc_day_sheet_paper_append (*paper, &day);
    }
  else
    *paper = mc_day_sheet_paper_new (frame, &day);
}

static void
draw_sheet (Drawing *self)
{
  static const char *const recipients[] = { "- Niêm yết tại Trung tâm;", "- Lưu: VT.", NULL };
  const GArray *sheets = self->notice->sheets;
  McOfficialFrame frame = mc_paper_office_get_frame (self->office);
  g_autofree char *symbol = mc_paper_office_dup_symbol (self->office, SHEET_CODE);
  g_autofree char *first = NULL, *last = NULL, *abstract = NULL;
  g_autoptr (McOfficialPaper) paper = NULL;
  McRegisteredPaper *draft;

  if (sheets->len == 0)
    return;
  first = mc_day_format (g_array_index (sheets, McNoticeSheet, 0).day);
  last = mc_day_format (g_array_index (sheets, McNoticeSheet, sheets->len - 1).day);
  abstract = sheets->len == 1 ? g_strdup_printf ("Lịch trực tại các quầy ngày %s", first)
                              : g_strdup_printf ("Lịch trực tại các quầy từ ngày %s đến ngày %s", first, last);
  frame.type = SHEET_TYPE;
  frame.abstract = abstract;
  frame.symbol = symbol;
  frame.authority = SIGNER;
  frame.recipients = recipients;
  for (guint i = 0; i < sheets->len; i++)
    add_day (&paper, &frame, &g_array_index (sheets, McNoticeSheet, i));
  draft = mc_registered_paper_new ();
  draft->kind = MC_PAPER_KIND_ROSTER;
  draft->type_code = g_strdup (SHEET_CODE);
  draft->symbol = g_steal_pointer (&symbol);
  draft->abstract = g_steal_pointer (&abstract);
  draft->recipients = g_strjoinv ("\n", (char **)recipients);
  draft->content = mc_official_paper_to_json (paper);
  g_ptr_array_add (self->papers, draft);
}

GPtrArray *
mc_absence_papers_new (const McAbsenceNotice *notice, GListModel *templates, McPaperOffice *office, McDay today)
{
  Drawing self = { notice, templates, office, today, g_ptr_array_new_with_free_func (g_object_unref) };

  for (guint i = 0; i < notice->people->len; i++)
    draw_move (&self, &g_array_index (notice->people, McNoticePerson, i));
  draw_request (&self);
  draw_sheet (&self);
  return self.papers;
}
