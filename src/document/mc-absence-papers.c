/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-absence-papers.h"

#include <string.h>

#include "mc-clock.h"
#include "mc-duty-paper.h"
#include "mc-number.h"
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

static void
set (GHashTable *values, const char *name, char *value)
{
  g_hash_table_replace (values, g_strdup (name), value);
}

static GHashTable *
values_of (const McNoticePerson *person)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  set (values, "honorific", g_strdup (person->honorific));
  set (values, "person", g_strdup (person->name));
  set (values, "agency", g_strdup (person->agency ? person->agency : ""));
  return values;
}

static void
draw (Drawing *self, McPaperTemplate *texts, GHashTable *values, const McNoticePerson *person)
{
  McOfficialFrame frame = mc_paper_office_get_frame (self->office);
  g_autoptr (McOfficialPaper) paper = NULL;
  g_autoptr (McRegisteredPaper) draft = mc_registered_paper_new ();
  int year;

  mc_day_split (self->today, &year, NULL, NULL);
  set (values, "year", g_strdup_printf ("%d", year));
  set (values, "today", mc_official_format_day (self->today));
  set (values, "centre", g_strdup (frame.issuer));
  set (values, "parent", g_strdup (frame.parent ? frame.parent : ""));
  set (values, "place", g_strdup (frame.place));
  paper = mc_paper_draft_make_paper (texts, self->office, values);
  mc_paper_draft_take (draft, texts, self->office, values, paper);
  draft->person_id = person->id;
  draft->agency_id = person->agency_id;
  g_ptr_array_add (self->papers, g_steal_pointer (&draft));
}

/* --- Who moves --- */

static const char *
name_half (McHalf half)
{
  return half == MC_HALF_MORNING ? "buổi sáng" : half == MC_HALF_AFTERNOON ? "buổi chiều" : "cả ngày";
}

static void
set_transfer (GHashTable *values, const McNoticeTransfer *transfer)
{
  set (values, "old_place", g_strdup (transfer->before));
  set (values, "new_place", g_strdup (transfer->after));
  set (values, "session", g_strdup (name_half (transfer->half)));
  set (values, "from", mc_official_format_day (transfer->from));
  set (values, "to", mc_official_format_day (transfer->last));
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
        g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
        g_autofree char *line = NULL;

        set_transfer (values, &g_array_index (person->transfers, McNoticeTransfer, k));
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
  g_autoptr (GHashTable) values = values_of (person);
  const McNoticePerson *away = &self->notice->away;

  if (!texts)
    return;
  set_transfer (values, &g_array_index (person->transfers, McNoticeTransfer, 0));
  /* Why somebody is away is nobody's business here. */
  set (values, "reason", g_strdup_printf ("bố trí người thay %s %s vắng mặt", away->honorific, away->name));
  draw (self, texts, values, person);
}

/* --- The home agency --- */

/* Half a day has a half; the nought before days under ten is of whole ones. */
static char *
format_days (double days)
{
  return days == (guint)days ? mc_official_format_number ((guint)days) : mc_number_format (days, 1);
}

static void
set_time (GHashTable *values, const char *name, int minutes)
{
  if (minutes != MC_CLOCK_NONE)
    set (values, name, mc_official_format_time ((guint)minutes));
}

static void
draw_request (Drawing *self)
{
  const McNoticeRequest *request = self->notice->request;
  g_autoptr (McPaperTemplate) texts = request ? find_template (self, MC_PAPER_KIND_STANDBY_REQUEST) : NULL;
  g_autoptr (GHashTable) values = values_of (&self->notice->away);

  if (!texts)
    return;
  set (values, "counter", g_strdup (request->counter));
  set (values, "field", g_strdup (request->field));
  set (values, "standby", g_strdup (request->standby));
  set (values, "days", format_days (request->days));
  set (values, "from", mc_official_format_day (request->from));
  set (values, "to", mc_official_format_day (request->last));
  set_time (values, "morning", request->opens[MC_DAY_SESSION_MORNING]);
  set_time (values, "afternoon", request->opens[MC_DAY_SESSION_AFTERNOON]);
  draw (self, texts, values, &self->notice->away);
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
