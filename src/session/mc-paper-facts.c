/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-paper-facts.h"

#include <glib/gi18n-lib.h>

#include "mc-absence-reason.h"
#include "mc-absence.h"
#include "mc-agency-entry.h"
#include "mc-competence.h"
#include "mc-counter-assignment.h"
#include "mc-counter.h"
#include "mc-day-override.h"
#include "mc-error.h"
#include "mc-field.h"
#include "mc-honorific.h"
#include "mc-rule-version.h"
#include "mc-saturday-field.h"
#include "mc-session-private.h"
#include "mc-session-records.h"
#include "mc-setting.h"
#include "mc-work-calendar.h"

/* How many working days an agency is given to answer, where the office has not said (no text of the law does). */
#define ANSWER_DAYS 10

typedef struct
{
  McSession *session;
  McPaperMatter *matter;
  gint64 id;
} Gathering;

static void
gathering_free (gpointer data)
{
  Gathering *self = data;

  g_object_unref (self->session);
  g_clear_pointer (&self->matter, mc_paper_matter_free);
  g_free (self);
}

/* (transfer full): the list once it is loaded. */
static McLiveList *
wait_for (McLiveList *taken, GError **error)
{
  g_autoptr (McLiveList) list = taken;

  return dex_await (mc_live_list_when_ready (list), error) ? g_steal_pointer (&list) : NULL;
}

static McLiveList *
read_all (Gathering *self, GType noun, McDay day, GError **error)
{
  return wait_for (mc_session_list (self->session, noun, day), error);
}

static McLiveList *
read_of (Gathering *self, GType noun, const char *field, gint64 id, GError **error)
{
  return wait_for (mc_session_list_of (self->session, noun, field, id), error);
}

static McWorkCalendar *
read_calendar (Gathering *self, GError **error)
{
  g_autoptr (McLiveList) rules = read_all (self, MC_TYPE_RULE_VERSION, MC_DAY_NONE, error);
  g_autoptr (McLiveList) overrides = rules ? read_all (self, MC_TYPE_DAY_OVERRIDE, MC_DAY_NONE, error) : NULL;
  g_autoptr (McLiveList) times = overrides ? read_all (self, MC_TYPE_SESSION_TIME, MC_DAY_NONE, error) : NULL;
  g_autoptr (McLiveList) saturdays = times ? read_all (self, MC_TYPE_SATURDAY_FIELD, MC_DAY_NONE, error) : NULL;
  g_autoptr (McRuleBook) book = saturdays ? mc_rule_book_new_from_list (G_LIST_MODEL (rules)) : NULL;

  return book ? mc_work_calendar_new (book, G_LIST_MODEL (overrides), G_LIST_MODEL (times), G_LIST_MODEL (saturdays))
              : NULL;
}

/* --- Whom it is about, where he sits, what he takes in, who stands in --- */

/* Lists show the short name of an agency; a paper calls it by its own. */
static gboolean
take_agency (Gathering *self, gint64 agency, McDay day, GError **error)
{
  g_autoptr (McLiveList) agencies = read_all (self, MC_TYPE_AGENCY_ENTRY, day, error);
  McAgencyEntry *entry = agencies ? mc_live_list_get_by_id (agencies, agency) : NULL;

  if (entry)
    g_set_str (&self->matter->agency, entry->name);
  return agencies != NULL;
}

static gboolean
take_person (Gathering *self, gint64 person, McDay day, GError **error)
{
  g_autoptr (McLiveList) staff = read_all (self, MC_TYPE_STAFF_ENTRY, day, error);
  McStaffEntry *entry = staff ? mc_live_list_get_by_id (staff, person) : NULL;

  if (!staff)
    return FALSE;
  if (!entry)
    {
      g_set_error_literal (error, MC_ERROR, MC_ERROR_NOT_FOUND, _ ("The person is not in the register on that day."));
      return FALSE;
    }
  g_set_object (&self->matter->person, entry);
  return take_agency (self, entry->tour_agency_id ? entry->tour_agency_id : entry->home_agency_id, day, error);
}

/* "thủy sản; trồng trọt": fields begin a word in the middle of a sentence. */
static void
append_field (GString *text, const char *name)
{
  g_autofree char *first = g_utf8_strdown (name, (gssize)(g_utf8_next_char (name) - name));

  g_string_append_printf (text, "%s%s%s", text->len ? "; " : "", first, g_utf8_next_char (name));
}

static gboolean
take_fields (Gathering *self, McDay day, GError **error)
{
  gint64 person = mc_entity_get_id (MC_ENTITY (self->matter->person));
  g_autoptr (McLiveList) rows = read_of (self, MC_TYPE_COMPETENCE, "person_id", person, error);
  g_autoptr (McLiveList) fields = rows ? read_all (self, MC_TYPE_FIELD, MC_DAY_NONE, error) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (!fields)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (rows)); i++)
    {
      g_autoptr (McCompetence) row = g_list_model_get_item (G_LIST_MODEL (rows), i);
      McField *field = mc_live_list_get_by_id (fields, row->field_id);

      if (field && mc_period_contains (row->during, day))
        append_field (text, field->name);
    }
  if (text->len)
    g_set_str (&self->matter->field, text->str);
  return TRUE;
}

static gboolean
take_counter_number (Gathering *self, gint64 counter, GError **error)
{
  g_autoptr (McLiveList) counters = read_all (self, MC_TYPE_COUNTER, MC_DAY_NONE, error);
  McCounter *row = counters ? mc_live_list_get_by_id (counters, counter) : NULL;

  if (row)
    {
      g_free (self->matter->counter);
      self->matter->counter = g_strdup_printf ("quầy số %02d", row->number);
    }
  return counters != NULL;
}

/* Returns: the counter of the person on that day, or 0. */
static gint64
find_counter (McLiveList *rows, McDay day)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (rows)); i++)
    {
      g_autoptr (McCounterAssignment) row = g_list_model_get_item (G_LIST_MODEL (rows), i);

      if (row->role == MC_COUNTER_ROLE_PRIMARY && mc_period_contains (row->during, day))
        return row->counter_id;
    }
  return 0;
}

static void
set_standby (McPaperMatter *matter, McStaffEntry *entry)
{
  g_free (matter->standby);
  matter->standby = g_strdup_printf ("%s %s", mc_honorific (entry->sex, TRUE), entry->full_name);
}

/* Who stands by for the counter; else whom the agency has named as its standby. */
static gboolean
take_standby (Gathering *self, gint64 counter, McDay day, GError **error)
{
  g_autoptr (McLiveList) staff = read_all (self, MC_TYPE_STAFF_ENTRY, day, error);
  g_autoptr (McLiveList) rows =
      staff && counter ? read_of (self, MC_TYPE_COUNTER_ASSIGNMENT, "counter_id", counter, error) : NULL;
  McStaffEntry *away = self->matter->person;

  if (!staff || (counter && !rows))
    return FALSE;
  for (guint i = 0; rows && i < g_list_model_get_n_items (G_LIST_MODEL (rows)); i++)
    {
      g_autoptr (McCounterAssignment) row = g_list_model_get_item (G_LIST_MODEL (rows), i);
      McStaffEntry *entry = mc_live_list_get_by_id (staff, row->person_id);

      if (entry && entry != away && row->role == MC_COUNTER_ROLE_STANDBY && mc_period_contains (row->during, day))
        set_standby (self->matter, entry);
    }
  for (guint i = 0; !self->matter->standby && i < g_list_model_get_n_items (G_LIST_MODEL (staff)); i++)
    {
      g_autoptr (McStaffEntry) entry = g_list_model_get_item (G_LIST_MODEL (staff), i);

      if (entry->tour_role == MC_TOUR_ROLE_STANDBY && entry->tour_agency_id == away->tour_agency_id &&
          entry->tour_id != 0)
        set_standby (self->matter, entry);
    }
  if (!self->matter->standby)
    g_set_str (&self->matter->standby, self->matter->kind == MC_PAPER_KIND_LEAVE ? "chưa bố trí" : "người dự phòng");
  return TRUE;
}

static gboolean
take_place (Gathering *self, McDay day, GError **error)
{
  gint64 person = mc_entity_get_id (MC_ENTITY (self->matter->person));
  g_autoptr (McLiveList) rows = read_of (self, MC_TYPE_COUNTER_ASSIGNMENT, "person_id", person, error);
  gint64 counter = rows ? find_counter (rows, day) : 0;

  return rows && take_fields (self, day, error) && (!counter || take_counter_number (self, counter, error)) &&
         take_standby (self, counter, day, error);
}

/* --- By what it is about --- */

static void
take_times (McPaperMatter *matter, McWorkCalendar *calendar, McDay day)
{
  McClockSpan span;

  for (McDay end = day + 14; day < end && mc_work_day_is_off (mc_work_calendar_get (calendar, day)); day++)
    ;
  if (mc_work_calendar_get_times (calendar, MC_HOURS_RECEPTION, day, MC_DAY_SESSION_MORNING, &span))
    matter->morning = span.starts;
  if (mc_work_calendar_get_times (calendar, MC_HOURS_RECEPTION, day, MC_DAY_SESSION_AFTERNOON, &span))
    matter->afternoon = span.starts;
}

static double
count_days (McWorkCalendar *calendar, McAbsence *absence)
{
  int halves = absence->half == MC_HALF_DAY
                   ? mc_work_calendar_count (calendar, absence->during)
                   : mc_work_calendar_count_session (calendar, absence->during,
                                                     absence->half == MC_HALF_MORNING ? MC_DAY_SESSION_MORNING
                                                                                      : MC_DAY_SESSION_AFTERNOON);

  return halves / 2.0;
}

static gboolean
is_annual_leave (Gathering *self, McAbsence *absence, GError **error)
{
  g_autoptr (McLiveList) reasons = read_of (self, MC_TYPE_ABSENCE_REASON, "absence_id", self->id, error);
  g_autoptr (McAbsenceReason) reason = reasons ? g_list_model_get_item (G_LIST_MODEL (reasons), 0) : NULL;

  if (!reasons)
    return FALSE;
  if (reason && reason->kind == MC_ABSENCE_KIND_ANNUAL && absence->state == MC_ABSENCE_AGREED)
    return TRUE;
  g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID,
                       _ ("A leave paper is for annual leave that the director or a deputy has agreed to."));
  return FALSE;
}

static gboolean
gather_absence (Gathering *self, GError **error)
{
  McPaperMatter *matter = self->matter;
  g_autoptr (McAbsence) absence = dex_await_object (mc_session_load (self->session, MC_TYPE_ABSENCE, self->id), error);
  g_autoptr (McWorkCalendar) calendar = absence ? read_calendar (self, error) : NULL;

  if (!calendar || (matter->kind == MC_PAPER_KIND_LEAVE && !is_annual_leave (self, absence, error)) ||
      !take_person (self, absence->person_id, absence->during.from, error))
    return FALSE;
  matter->subject = MC_PAPER_SUBJECT_ABSENCE;
  matter->from = absence->during.from;
  if (absence->during.until != MC_DAY_NONE)
    {
      matter->last = absence->during.until - 1;
      matter->days = count_days (calendar, absence);
    }
  matter->request_day = absence->requested_on;
  take_times (matter, calendar, matter->from);
  return take_place (self, matter->from, error);
}

static McDay
reckon_answer_day (Gathering *self, McWorkCalendar *calendar)
{
  g_autoptr (JsonNode) node = mc_session_get_setting (self->session, "paper.answer_days");
  gint64 days = node && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_int (node) : ANSWER_DAYS;
  McDay day = self->matter->today;

  for (gint64 i = 0; i < days && i < 366; i++)
    day = mc_work_calendar_next (calendar, day, 1);
  return day;
}

static gboolean
gather_tour (Gathering *self, GError **error)
{
  McPaperMatter *matter = self->matter;
  g_autoptr (McTour) tour = dex_await_object (mc_session_load (self->session, MC_TYPE_TOUR, self->id), error);
  g_autoptr (McWorkCalendar) calendar = tour ? read_calendar (self, error) : NULL;
  McDay end, day;

  if (!calendar)
    return FALSE;
  end = tour->during.until != MC_DAY_NONE ? tour->during.until : tour->planned_until;
  day = MAX (matter->today, tour->during.from);
  if (end != MC_DAY_NONE)
    day = MIN (day, end - 1);
  if (!take_person (self, tour->person_id, day, error))
    return FALSE;
  matter->subject = MC_PAPER_SUBJECT_TOUR;
  matter->agency_id = tour->agency_id;
  if (matter->kind == MC_PAPER_KIND_TERM_ENDING)
    {
      matter->from = tour->during.from;
      matter->last = end != MC_DAY_NONE ? end - 1 : MC_DAY_NONE;
      matter->answer_by = reckon_answer_day (self, calendar);
      if (matter->last != MC_DAY_NONE && matter->last > matter->today)
        matter->answer_by = MIN (matter->answer_by, matter->last);
    }
  else
    matter->from = end != MC_DAY_NONE && end > matter->today ? end : mc_work_calendar_next (calendar, matter->today, 1);
  return take_place (self, day, error);
}

static gboolean
gather_assignment (Gathering *self, GError **error)
{
  McPaperMatter *matter = self->matter;
  g_autoptr (McCounterAssignment) row =
      dex_await_object (mc_session_load (self->session, MC_TYPE_COUNTER_ASSIGNMENT, self->id), error);

  if (!row || !take_person (self, row->person_id, row->during.from, error))
    return FALSE;
  matter->subject = MC_PAPER_SUBJECT_ASSIGNMENT;
  matter->from = row->during.from;
  matter->last = row->during.until != MC_DAY_NONE ? row->during.until - 1 : MC_DAY_NONE;
  return take_fields (self, row->during.from, error) && take_counter_number (self, row->counter_id, error);
}

static gboolean
gather (Gathering *self, GError **error)
{
  /* Settings are looked up as loaded. */
  g_autoptr (McLiveList) settings = read_all (self, MC_TYPE_SETTING, MC_DAY_NONE, error);

  if (!settings)
    return FALSE;
  switch (self->matter->kind)
    {
    case MC_PAPER_KIND_LEAVE:
    case MC_PAPER_KIND_STANDBY_REQUEST:
      return gather_absence (self, error);
    case MC_PAPER_KIND_TERM_ENDING:
    case MC_PAPER_KIND_REPLACEMENT:
      return gather_tour (self, error);
    case MC_PAPER_KIND_ASSIGNMENT:
      return gather_assignment (self, error);
    case MC_PAPER_KIND_MOVE:
    case MC_PAPER_KIND_ROSTER:
    case MC_PAPER_KIND_DUTY:
    case MC_PAPER_KIND_ATTENDANCE:
    case MC_PAPER_KIND_EVALUATION_NOTICE:
    case MC_PAPER_KIND_EVALUATION_QUARTER:
    case MC_PAPER_KIND_EVALUATION_YEAR:
    case MC_PAPER_KIND_OTHER:
    default:
      g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID, _ ("No row of the register has a paper of this kind."));
      return FALSE;
    }
}

static DexFuture *
gather_fiber (gpointer data)
{
  Gathering *self = data;
  GError *error = NULL;

  self->matter->subject_id = self->id;
  if (!gather (self, &error))
    return dex_future_new_for_error (error);
  return dex_future_new_take_boxed (MC_TYPE_PAPER_MATTER, g_steal_pointer (&self->matter));
}

DexFuture *
mc_session_gather_paper (McSession *self, McPaperKind kind, gint64 id)
{
  Gathering *data;

  g_return_val_if_fail (MC_IS_SESSION (self) && self->hub, NULL);
  data = g_new0 (Gathering, 1);
  data->session = g_object_ref (self);
  data->matter = mc_paper_matter_new (kind, self->today);
  data->id = id;
  return dex_scheduler_spawn (dex_scheduler_get_default (), 0, gather_fiber, data, gathering_free);
}

/* --- What is there already --- */

typedef struct
{
  McLiveList *list;
  McPaperKind kind;
  McPaperSubject subject;
  gint64 id;
} Finding;

static void
finding_free (gpointer data)
{
  g_object_unref (((Finding *)data)->list);
  g_free (data);
}

static DexFuture *
find_paper_fiber (gpointer data)
{
  Finding *self = data;
  GError *error = NULL;
  gint64 found = 0;

  if (!dex_await (mc_live_list_when_ready (self->list), &error))
    return dex_future_new_for_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->list)); i++)
    {
      g_autoptr (McRegisteredPaper) row = g_list_model_get_item (G_LIST_MODEL (self->list), i);

      if (row->kind == self->kind && row->subject == self->subject && row->state != MC_PAPER_STATE_WITHDRAWN)
        found = MAX (found, mc_entity_get_id (MC_ENTITY (row)));
    }
  return dex_future_new_for_int64 (found);
}

DexFuture *
mc_session_find_paper (McSession *self, McPaperKind kind, McPaperSubject subject, gint64 id)
{
  Finding *data;

  g_return_val_if_fail (MC_IS_SESSION (self) && self->hub, NULL);
  data = g_new (Finding, 1);
  *data = (Finding){ mc_session_list_of (self, MC_TYPE_REGISTERED_PAPER, "subject_id", id), kind, subject, id };
  return dex_scheduler_spawn (dex_scheduler_get_default (), 0, find_paper_fiber, data, finding_free);
}

static DexFuture *
find_template_fiber (gpointer data)
{
  Finding *self = data;
  GError *error = NULL;

  if (!dex_await (mc_live_list_when_ready (self->list), &error))
    return dex_future_new_for_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->list)); i++)
    {
      g_autoptr (McPaperTemplate) row = g_list_model_get_item (G_LIST_MODEL (self->list), i);

      if (row->kind == self->kind)
        return dex_future_new_take_object (g_steal_pointer (&row));
    }
  return dex_future_new_reject (MC_ERROR, MC_ERROR_NOT_FOUND, _ ("There is no text for papers of the kind “%s” yet."),
                                mc_enum_label (mc_paper_kind_values, self->kind));
}

DexFuture *
mc_session_find_template (McSession *self, McPaperKind kind)
{
  Finding *data;

  g_return_val_if_fail (MC_IS_SESSION (self) && self->hub, NULL);
  data = g_new (Finding, 1);
  *data = (Finding){ mc_session_list (self, MC_TYPE_PAPER_TEMPLATE, self->today), kind, MC_PAPER_SUBJECT_NONE, 0 };
  return dex_scheduler_spawn (dex_scheduler_get_default (), 0, find_template_fiber, data, finding_free);
}
