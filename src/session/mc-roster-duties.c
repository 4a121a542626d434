/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-duties.h"

#include "mc-counter-field.h"
#include "mc-field.h"
#include "mc-honorific.h"
#include "mc-roster-brief-private.h"
#include "mc-staff-entry.h"

typedef struct
{
  McRosterBook *book;
  McRosterBrief *brief;
  McRosterProblem *problem;
  McRosterSolution *now;
  GStringChunk *texts;
  GHashTable *staff; /* gint64 id -> McStaffEntry */
} Listing;

static Listing
begin (McRosterBook *book, GStringChunk *texts)
{
  McRosterBrief *brief = mc_roster_book_get_brief (book);

  return (Listing){ book,
                    brief,
                    mc_roster_brief_get_problem (brief),
                    mc_roster_book_get_current (book),
                    texts,
                    _mc_rows_by_id (mc_roster_book_get_rows (book, MC_TYPE_STAFF_ENTRY)) };
}

static const char *
keep (Listing *self, char *text)
{
  const char *kept = text ? g_string_chunk_insert_const (self->texts, text) : NULL;

  g_free (text);
  return kept;
}

static McStaffEntry *
get_entry (Listing *self, guint person)
{
  return g_hash_table_lookup (self->staff, &mc_roster_person (self->problem, person)->id);
}

/* "07 giờ 30 phút" */
static char *
format_time (int minutes)
{
  return g_strdup_printf ("%02d giờ %02d phút", minutes / 60, minutes % 60);
}

static char *
format_span (McWorkCalendar *calendar, McDay day, guint part)
{
  g_autofree char *starts = NULL, *ends = NULL;
  McClockSpan span;

  if (!mc_work_calendar_get_times (calendar, MC_HOURS_RECEPTION, day, (McDaySession)part, &span))
    return NULL;
  starts = format_time (span.starts);
  ends = format_time (span.ends);
  return g_strdup_printf ("từ %s đến %s", starts, ends);
}

/* --- Duty on days off --- */

/* The person who leads on that day, in any of its sessions; -1 where the roster names nobody. */
static gint
find_leader (Listing *self, McDay day)
{
  for (guint part = 0; part < MC_DAY_SESSIONS; part++)
    {
      gint session = mc_roster_brief_find_session (self->brief, day, part);

      for (guint i = 0; session >= 0 && i < self->problem->people->len; i++)
        {
          gint duty = mc_roster_solution_get (self->now, i, (guint)session);

          if (duty >= 0 && mc_roster_duty (self->problem, duty)->kind == MC_ROSTER_DUTY_LEADER)
            return (gint)i;
        }
    }
  return -1;
}

static char *
describe_duty (McRosterDuty *duty)
{
  return duty->kind == MC_ROSTER_DUTY_COUNTER ? g_strdup_printf ("Tiếp nhận hồ sơ, quầy %s", duty->key)
                                              : g_strdup (duty->name);
}

static void
add_session (Listing *self, GArray *entries, McDay day, guint part, gint leader)
{
  McWorkCalendar *calendar = mc_roster_book_get_calendar (self->book);
  const McWorkDay *work = mc_work_calendar_get (calendar, day);
  gint session = mc_roster_brief_find_session (self->brief, day, part);
  McStaffEntry *head = leader >= 0 ? get_entry (self, (guint)leader) : NULL;
  const char *time;

  if (session < 0)
    return;
  time = keep (self, format_span (calendar, day, part));
  for (guint i = 0; i < self->problem->people->len; i++)
    {
      gint duty = mc_roster_solution_get (self->now, i, (guint)session);
      McStaffEntry *person = get_entry (self, i);
      McDutyEntry entry = { .day = day, .occasion = work->kind == MC_WORK_DAY_WEEKEND ? NULL : work->name };

      if (duty < 0 || (gint)i == leader)
        continue;
      entry.time = time ? time : part == 0 ? "Sáng" : "Chiều";
      entry.leader = leader >= 0 ? mc_roster_person (self->problem, leader)->name : NULL;
      entry.leader_phone = head ? head->public_phone : NULL;
      entry.person = mc_roster_person (self->problem, i)->name;
      entry.agency = !person ? NULL : person->tour_agency_name ? person->tour_agency_name : person->home_agency_name;
      entry.duty = keep (self, describe_duty (mc_roster_duty (self->problem, duty)));
      entry.phone = person ? person->public_phone : NULL;
      g_array_append_val (entries, entry);
    }
}

GArray *
mc_roster_book_list_duties (McRosterBook *self, McPeriod days, GStringChunk *texts)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (McDutyEntry));
  McPeriod all, common;
  Listing listing;

  g_return_val_if_fail (mc_roster_book_get_ready (self), entries);
  all = common = mc_roster_book_get_roster (self)->during;
  mc_period_intersect (days, all, &common);
  listing = begin (self, texts);
  for (McDay day = common.from; day < common.until; day++)
    {
      gint leader;

      if (!mc_work_day_is_off (mc_work_calendar_get (mc_roster_book_get_calendar (self), day)))
        continue;
      leader = find_leader (&listing, day);
      for (guint part = 0; part < MC_DAY_SESSIONS; part++)
        add_session (&listing, entries, day, part, leader);
    }
  g_hash_table_unref (listing.staff);
  return entries;
}

/* --- The counters of one day --- */

static char *
join_fields (Listing *self, gint64 counter, McDay day)
{
  g_autoptr (GHashTable) fields = _mc_rows_by_id (mc_roster_book_get_rows (self->book, MC_TYPE_FIELD));
  GListModel *rows = mc_roster_book_get_rows (self->book, MC_TYPE_COUNTER_FIELD);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; rows && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (McCounterField) row = g_list_model_get_item (rows, i);
      McField *field = g_hash_table_lookup (fields, &row->field_id);

      if (field && row->counter_id == counter && mc_period_contains (row->during, day))
        g_string_append_printf (text, "%s%s", text->len ? "; " : "", field->name);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
join_names (Listing *self, guint duty, gint session)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; session >= 0 && i < self->problem->people->len; i++)
    if (mc_roster_solution_get (self->now, i, (guint)session) == (gint)duty)
      g_string_append_printf (text, "%s%s", text->len ? "\n" : "", mc_roster_person (self->problem, i)->name);
  return text->len ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

static char *
describe_leader (Listing *self, gint leader)
{
  McStaffEntry *entry = leader >= 0 ? get_entry (self, (guint)leader) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (!entry)
    return NULL;
  g_string_append_printf (text, "%s %s", mc_honorific (entry->sex, FALSE), entry->full_name);
  if (entry->post_name)
    g_string_append_printf (text, ", %s", entry->post_name);
  if (entry->public_phone)
    g_string_append_printf (text, ", điện thoại %s", entry->public_phone);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
describe_hours (Listing *self, McDay day)
{
  McWorkCalendar *calendar = mc_roster_book_get_calendar (self->book);
  g_autofree char *morning = format_span (calendar, day, MC_DAY_SESSION_MORNING);
  g_autofree char *afternoon = format_span (calendar, day, MC_DAY_SESSION_AFTERNOON);

  if (!morning && !afternoon)
    return NULL;
  return g_strdup_printf ("Giờ tiếp nhận: %s%s%s%s%s.", morning ? "buổi sáng " : "", morning ? morning : "",
                          morning && afternoon ? ", " : "", afternoon ? "buổi chiều " : "", afternoon ? afternoon : "");
}

GArray *
mc_roster_book_list_counters (McRosterBook *self, McDay day, GStringChunk *texts, McDaySheet *sheet)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (McDaySheetEntry));
  Listing listing;

  g_return_val_if_fail (mc_roster_book_get_ready (self), entries);
  listing = begin (self, texts);
  for (guint i = 0; i < listing.problem->duties->len; i++)
    {
      McRosterDuty *duty = mc_roster_duty (listing.problem, i);
      McRosterPlace place = mc_roster_brief_get_place (listing.brief, (gint)i);
      McDaySheetEntry entry = { NULL };

      if (duty->kind != MC_ROSTER_DUTY_COUNTER)
        continue;
      entry.counter = duty->key;
      entry.fields = keep (&listing, join_fields (&listing, place.counter_id, day));
      entry.morning = keep (&listing, join_names (&listing, i, mc_roster_brief_find_session (listing.brief, day, 0)));
      entry.afternoon = keep (&listing, join_names (&listing, i, mc_roster_brief_find_session (listing.brief, day, 1)));
      g_array_append_val (entries, entry);
    }
  *sheet = (McDaySheet){ .day = day,
                         .hours = keep (&listing, describe_hours (&listing, day)),
                         .leader = keep (&listing, describe_leader (&listing, find_leader (&listing, day))),
                         .entries = (const McDaySheetEntry *)(gpointer)entries->data,
                         .n_entries = entries->len };
  g_hash_table_unref (listing.staff);
  return entries;
}
