/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-absence-notices.h"

#include <glib/gi18n-lib.h>

#include "mc-clock.h"
#include "mc-counter-field.h"
#include "mc-counter.h"
#include "mc-field.h"
#include "mc-honorific.h"
#include "mc-leave-days.h"
#include "mc-registered-paper.h"
#include "mc-roster-actions.h"
#include "mc-roster-brief-private.h"
#include "mc-roster-stretch.h"
#include "mc-roster-toll.h"
#include "mc-staff-entry.h"

/* Papers are in Vietnamese whatever the language of the person at the computer. */
#define STANDING_BY "nhiệm vụ dự phòng"
#define NOWHERE "vị trí chưa phân công"

typedef struct
{
  McRosterBook *book;
  McRosterBrief *brief;
  McRosterProblem *problem;
  const McRosterRepair *repair;
  const McRosterAnswer *answer;
  McAbsence *absence;
  GHashTable *staff; /* gint64 person -> McStaffEntry */
  GHashTable *fields;
  McAbsenceNotice *notice;
} Telling;

static McStaffEntry *
find_staff (Telling *self, gint64 person)
{
  return g_hash_table_lookup (self->staff, &person);
}

/* (transfer full): of who is not in the register any more, the roster knows the name alone. */
static McStaffEntry *
take_staff (Telling *self, gint64 id)
{
  McStaffEntry *entry = find_staff (self, id);
  gint index = mc_roster_brief_find_person (self->brief, id);

  if (entry)
    return g_object_ref (entry);
  entry = mc_staff_entry_new ();
  mc_entity_set_id (MC_ENTITY (entry), id);
  entry->full_name = g_strdup (index >= 0 ? mc_roster_person (self->problem, index)->name : "");
  return entry;
}

static char *
name_place (Telling *self, guint person, gint duty)
{
  McRosterDuty *one = duty == MC_ROSTER_FREE ? NULL : mc_roster_duty (self->problem, duty);

  if (!one)
    return g_strdup (mc_roster_brief_is_standby (self->brief, person) ? STANDING_BY : NOWHERE);
  /* Decree 30/2020 writes numbers under ten with a nought. */
  if (one->kind == MC_ROSTER_DUTY_COUNTER)
    return g_strdup_printf ("quầy số %s%s", strlen (one->key) < 2 ? "0" : "", one->key);
  return g_strdup_printf ("vị trí %s", one->name);
}

/* --- Who moves --- */

static McNoticePerson *
take_person (Telling *self, guint index)
{
  gint64 id = mc_roster_person (self->problem, index)->id;
  GArray *people = self->notice->people;
  McNoticePerson *person;

  for (guint i = 0; i < people->len; i++)
    if (mc_entity_get_id (MC_ENTITY (g_array_index (people, McNoticePerson, i).who)) == id)
      return &g_array_index (people, McNoticePerson, i);
  person = mc_absence_notice_add_person (self->notice);
  person->who = take_staff (self, id);
  return person;
}

static void
tell_transfer (Telling *self, const McRosterTransfer *transfer)
{
  McNoticePerson *person = take_person (self, transfer->person);
  g_autoptr (GArray) spans = mc_roster_stretches (self->problem, transfer->sessions);

  for (guint i = 0; i < spans->len; i++)
    {
      McRosterStretch *span = &g_array_index (spans, McRosterStretch, i);

      mc_notice_person_add_transfer (person, name_place (self, transfer->person, transfer->before),
                                     name_place (self, transfer->person, transfer->after), span->from, span->last,
                                     span->half);
    }
}

static void
tell_people (Telling *self)
{
  g_autoptr (GArray) transfers = mc_roster_answer_transfers (self->answer);

  for (guint i = 0; i < transfers->len; i++)
    tell_transfer (self, &g_array_index (transfers, McRosterTransfer, i));
}

/* --- The home agency --- */

static void
append_name (GString *names, McStaffEntry *entry)
{
  g_string_append_printf (names, "%s%s %s", names->len ? ", " : "", mc_honorific (entry->sex, TRUE), entry->full_name);
}

/* The agency's standbys who are called in. */
static char *
name_called (Telling *self, gint64 agency)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < self->notice->people->len; i++)
    {
      McStaffEntry *entry = g_array_index (self->notice->people, McNoticePerson, i).who;
      gint index = mc_roster_brief_find_person (self->brief, mc_entity_get_id (MC_ENTITY (entry)));

      if (entry->tour_agency_id == agency && index >= 0 && mc_roster_brief_is_standby (self->brief, (guint)index))
        append_name (names, entry);
    }
  return names->len ? g_string_free_and_steal (g_steal_pointer (&names)) : NULL;
}

/* All the standbys that it has named; how many other officers of it are here. */
static char *
name_standbys (Telling *self, gint64 agency, guint *others)
{
  g_autoptr (GString) names = g_string_new (NULL);
  GHashTableIter iter;
  McStaffEntry *entry;

  *others = 0;
  g_hash_table_iter_init (&iter, self->staff);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *)&entry))
    {
      if (entry->tour_agency_id != agency || mc_entity_get_id (MC_ENTITY (entry)) == self->absence->person_id)
        continue;
      if (entry->state == MC_STAFF_STATE_STANDBY)
        append_name (names, entry);
      else if (entry->state == MC_STAFF_STATE_PRESENT)
        (*others)++;
    }
  if (names->len == 0)
    return g_strdup ("người dự phòng");
  return g_strdup_printf ("người dự phòng (%s)", names->str);
}

static void
append_once (GString *list, const char *text)
{
  if (!strstr (list->str, text))
    g_string_append_printf (list, "%s%s", list->len ? ", " : "", text);
}

static char *
name_fields (Telling *self, gint64 counter, McDay day)
{
  GListModel *served = mc_roster_book_get_rows (self->book, MC_TYPE_COUNTER_FIELD);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (served); i++)
    {
      g_autoptr (McCounterField) one = g_list_model_get_item (served, i);
      McField *field = g_hash_table_lookup (self->fields, &one->field_id);

      if (one->counter_id == counter && field && mc_period_contains (one->during, day))
        append_once (text, field->name);
    }
  return g_string_free (text, FALSE);
}

/* Where who is away was to be, and what is served there. */
static void
fill_places (Telling *self, McNoticeRequest *request)
{
  gint person = mc_roster_brief_find_person (self->brief, self->absence->person_id);
  g_autoptr (GString) places = g_string_new (NULL), fields = g_string_new (NULL);

  for (guint k = 0; person >= 0 && k < self->problem->sessions->len; k++)
    {
      McRosterSession *session = mc_roster_session (self->problem, k);
      gint duty = mc_roster_problem_previous (self->problem, (guint)person, k);
      g_autofree char *place = name_place (self, (guint)person, duty), *served = NULL;

      if (duty == MC_ROSTER_FREE || !mc_period_contains (self->absence->during, session->day))
        continue;
      append_once (places, place);
      served = name_fields (self, mc_roster_brief_get_place (self->brief, duty).counter_id, session->day);
      if (*served)
        append_once (fields, served);
    }
  request->counter = g_string_free_and_steal (g_steal_pointer (&places));
  request->field = g_string_free_and_steal (g_steal_pointer (&fields));
}

static void
fill_times (Telling *self, McDay day, int *opens, int *closes)
{
  for (int part = 0; part < MC_DAY_SESSIONS; part++)
    {
      McClockSpan span = { MC_CLOCK_NONE, MC_CLOCK_NONE };

      mc_work_calendar_get_times (mc_roster_book_get_calendar (self->book), MC_HOURS_RECEPTION, day, (McDaySession)part,
                                  &span);
      opens[part] = span.starts;
      closes[part] = span.ends;
    }
}

static void
tell_agency (Telling *self)
{
  McStaffEntry *away = find_staff (self, self->absence->person_id);
  gint64 agency = away ? away->tour_agency_id : 0;
  int closes[MC_DAY_SESSIONS];
  guint others = 0;
  g_autofree char *called = agency ? name_called (self, agency) : NULL;
  g_autofree char *standbys = agency ? name_standbys (self, agency, &others) : NULL;
  McNoticeRequest *request;

  if (!agency || away->tour_kind != MC_TOUR_KIND_SECONDED || (!called && (others > 0 || self->repair->gaps == 0)))
    return;
  request = self->notice->request = g_new0 (McNoticeRequest, 1);
  request->standby = g_strdup (called ? called : standbys);
  request->from = self->absence->during.from;
  request->last = self->absence->during.until - 1;
  request->days = mc_leave_days (self->absence, mc_roster_book_get_calendar (self->book), self->absence->during);
  fill_times (self, request->from, request->opens, closes);
  fill_places (self, request);
}

/* --- The hall --- */

static char *
name_seated (Telling *self, guint duty, gint session)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; session >= 0 && i < self->problem->people->len; i++)
    if (mc_roster_solution_get (self->answer->roster, i, (guint)session) == (gint)duty)
      g_string_append_printf (names, "%s%s", names->len ? ", " : "", mc_roster_person (self->problem, i)->name);
  if (names->len)
    return g_string_free (names, FALSE);
  g_string_free (names, TRUE);
  return NULL;
}

static char *
name_leader (Telling *self, guint duty, gint session)
{
  for (guint i = 0; session >= 0 && i < self->problem->people->len; i++)
    if (mc_roster_solution_get (self->answer->roster, i, (guint)session) == (gint)duty)
      {
        McStaffEntry *entry = find_staff (self, mc_roster_person (self->problem, i)->id);

        return entry && entry->public_phone
                   ? g_strdup_printf ("%s, điện thoại %s", entry->full_name, entry->public_phone)
                   : g_strdup (mc_roster_person (self->problem, i)->name);
      }
  return NULL;
}

static void
add_sheet (Telling *self, McDay day)
{
  McNoticeSheet *sheet = mc_absence_notice_add_sheet (self->notice, day);
  gint morning = mc_roster_brief_find_session (self->brief, day, 0);
  gint afternoon = mc_roster_brief_find_session (self->brief, day, 1);

  fill_times (self, day, sheet->opens, sheet->closes);
  for (guint i = 0; i < self->problem->duties->len; i++)
    {
      McRosterDuty *duty = mc_roster_duty (self->problem, i);
      McNoticeSeat seat = { 0 };

      if (duty->kind == MC_ROSTER_DUTY_LEADER && !sheet->leader)
        sheet->leader = name_leader (self, i, morning >= 0 ? morning : afternoon);
      if (duty->kind != MC_ROSTER_DUTY_COUNTER)
        continue;
      seat.counter = g_strdup (duty->key);
      seat.fields = name_fields (self, duty->id, day);
      seat.morning = name_seated (self, i, morning);
      seat.afternoon = name_seated (self, i, afternoon);
      g_array_append_val (sheet->seats, seat);
    }
}

/* Counters and the leader on duty stand on the sheet; the other duties do not. */
static gboolean
is_shown (Telling *self, gint duty)
{
  return duty != MC_ROSTER_FREE && (mc_roster_duty (self->problem, duty)->kind == MC_ROSTER_DUTY_COUNTER ||
                                    mc_roster_duty (self->problem, duty)->kind == MC_ROSTER_DUTY_LEADER);
}

/* Whether the hall is not as the last sheet said. */
static gboolean
has_changed (Telling *self, guint session)
{
  for (guint i = 0; i < self->problem->people->len; i++)
    {
      gint before = mc_roster_problem_previous (self->problem, i, session);
      gint after = mc_roster_solution_get (self->answer->roster, i, session);

      if (before != after && (is_shown (self, before) || is_shown (self, after)))
        return TRUE;
    }
  return FALSE;
}

static void
tell_hall (Telling *self)
{
  McDay last = MC_DAY_NONE;

  for (guint k = 0; k < self->problem->sessions->len; k++)
    {
      McDay day = mc_roster_session (self->problem, k)->day;

      if (day == last || !has_changed (self, k))
        continue;
      add_sheet (self, day);
      last = day;
    }
}

McAbsenceNotice *
mc_roster_book_make_notice (McRosterBook *book,
                            McRosterBrief *brief,
                            const McRosterRepair *repair,
                            const McRosterAnswer *answer,
                            McAbsence *absence)
{
  Telling self = { .book = book,
                   .brief = brief,
                   .problem = repair->problem,
                   .repair = repair,
                   .answer = answer,
                   .absence = absence,
                   .staff = _mc_rows_by_id (mc_roster_book_get_rows (book, MC_TYPE_STAFF_ENTRY)),
                   .fields = _mc_rows_by_id (mc_roster_book_get_rows (book, MC_TYPE_FIELD)),
                   .notice = mc_absence_notice_new () };

  self.notice->away.who = take_staff (&self, absence->person_id);
  tell_people (&self);
  tell_agency (&self);
  tell_hall (&self);
  g_hash_table_unref (self.staff);
  g_hash_table_unref (self.fields);
  return self.notice;
}

/* Everybody reads why the roster was amended, so nothing is said but that somebody is away. */
McChange *
mc_absence_change_amend (
    McRosterBook *book, McRosterBrief *brief, const McRosterAnswer *answer, McAbsence *absence, GPtrArray *papers)
{
  gint person = mc_roster_brief_find_person (brief, absence->person_id);
  const char *name = person >= 0 ? mc_roster_person (mc_roster_brief_get_problem (brief), person)->name : "";
  g_autoptr (GArray) edits = mc_roster_book_diff (book, brief, answer->roster, NULL, MC_PERIOD_ALWAYS);
  g_autofree char *reason = g_strdup_printf (_ ("%s is away"), name);
  g_autofree char *label = g_strdup_printf (_ ("Report the absence of %s"), name);
  McChange *change = mc_roster_change_amend (book, reason, absence, edits);
  gint64 id = mc_entity_get_id (MC_ENTITY (absence));

  mc_change_set_label (change, label);
  for (guint i = 0; i < papers->len; i++)
    {
      McRegisteredPaper *paper = g_ptr_array_index (papers, i);

      paper->subject = MC_PAPER_SUBJECT_ABSENCE;
      paper->subject_id = id;
      mc_change_insert (change, MC_ENTITY (paper));
      if (!id)
        mc_change_link (change, MC_ENTITY (paper), "subject_id", MC_ENTITY (absence));
    }
  return change;
}
