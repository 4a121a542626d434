/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-attendance-month-private.h"

#include <string.h>

#include "mc-absence-reason.h"
#include "mc-absence.h"
#include "mc-agency.h"
#include "mc-condition.h"
#include "mc-counter-assignment.h"
#include "mc-counter.h"
#include "mc-duty.h"
#include "mc-person.h"
#include "mc-roster-cell.h"
#include "mc-roster.h"
#include "mc-staff-entry.h"
#include "mc-tour.h"

#define SITS 1
#define STANDS_BY 2

G_DEFINE_FINAL_TYPE (McAttendanceMonth, mc_attendance_month, G_TYPE_OBJECT)

static void
mc_attendance_month_finalize (GObject *object)
{
  McAttendanceMonth *self = MC_ATTENDANCE_MONTH (object);

  g_clear_object (&self->calendar);
  g_string_chunk_free (self->texts);
  g_array_unref (self->people);
  g_hash_table_unref (self->indices);
  g_hash_table_unref (self->rostered);
  g_hash_table_unref (self->keep);
  g_free (self->slots);
  g_free (self->rosters);
  G_OBJECT_CLASS (mc_attendance_month_parent_class)->finalize (object);
}

static void
mc_attendance_month_class_init (McAttendanceMonthClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mc_attendance_month_finalize;
}

static void
mc_attendance_month_init (McAttendanceMonth *self)
{
  self->texts = g_string_chunk_new (2048);
  self->people = g_array_new (FALSE, TRUE, sizeof (McAttendanceWho));
  self->indices = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->rostered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->keep = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
}

const GType *
mc_attendance_month_get_nouns (guint *n_nouns)
{
  static GType nouns[10];

  if (!nouns[0])
    {
      const GType all[] = { MC_TYPE_PERSON,         MC_TYPE_TOUR,     MC_TYPE_AGENCY, MC_TYPE_ABSENCE,
                            MC_TYPE_ABSENCE_REASON, MC_TYPE_COUNTER,  MC_TYPE_DUTY,   MC_TYPE_COUNTER_ASSIGNMENT,
                            MC_TYPE_ROSTER,         MC_TYPE_CONDITION };

      memcpy (nouns, all, sizeof all);
    }
  *n_nouns = G_N_ELEMENTS (nouns);
  return nouns;
}

/* --- Rows --- */

typedef void (*RowFunc) (McAttendanceMonth *self, gpointer row, gpointer data);

static void
each (McAttendanceMonth *self, GHashTable *rows, GType noun, RowFunc func, gpointer data)
{
  GListModel *list = g_hash_table_lookup (rows, GSIZE_TO_POINTER (noun));

  for (guint i = 0; list && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (McEntity) row = g_list_model_get_item (list, i);

      func (self, row, data);
    }
}

static void
take_id (McAttendanceMonth *self, gpointer row, gpointer data)
{
  gint64 id = mc_entity_get_id (row);

  g_hash_table_replace (data, g_memdup2 (&id, sizeof id), g_object_ref (row));
}

static GHashTable *
index_rows (McAttendanceMonth *self, GHashTable *rows, GType noun)
{
  GHashTable *table = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);

  each (self, rows, noun, take_id, table);
  return table;
}

McAttendanceSlot *
mc_attendance_month_slot (McAttendanceMonth *self, guint person, McDay day, McDaySession session)
{
  gsize n_days = (gsize)(self->days.until - self->days.from);

  return &self->slots[(person * n_days + (gsize)(day - self->days.from)) * MC_DAY_SESSIONS + session];
}

static gint
find (McAttendanceMonth *self, gint64 person)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->indices, &person)) - 1;
}

/* --- Who: sits here in the month; or stands by and was put into the roster, or came --- */

static void
want (GHashTable *wanted, gint64 person)
{
  g_hash_table_add (wanted, g_memdup2 (&person, sizeof person));
}

static void
want_tour (McAttendanceMonth *self, gpointer row, gpointer data)
{
  McTour *tour = row;
  McPeriod common;

  if (tour->role != MC_TOUR_ROLE_STANDBY && mc_period_intersect (tour->during, self->days, &common))
    want (data, tour->person_id);
}

static void
want_cell (McAttendanceMonth *self, gpointer row, gpointer data)
{
  McRosterCell *cell = row;

  if (mc_period_contains (self->days, cell->day) && (cell->counter_id || cell->duty_id))
    want (data, cell->person_id);
}

static void
want_row (McAttendanceMonth *self, gpointer row, gpointer data)
{
  want (data, ((McAttendance *)row)->person_id);
}

typedef struct
{
  gint64 id;
  char *order;
} Order;

static int
compare_orders (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Order *)a)->order, ((const Order *)b)->order);
}

static const char *
keep (McAttendanceMonth *self, const char *text)
{
  return text ? g_string_chunk_insert_const (self->texts, text) : NULL;
}

static void
add_person (McAttendanceMonth *self, gint64 id, McPerson *person, McStaffEntry *entry)
{
  McAttendanceWho who = { .id = id, .name = keep (self, person->full_name) };

  who.code = keep (self, !entry ? NULL : entry->tour_agency_code ? entry->tour_agency_code : entry->home_agency_code);
  who.group = entry && entry->section_name ? keep (self, entry->section_name)
              : entry && entry->post_id    ? "Lãnh đạo Trung tâm"
                                           : "Chưa bố trí bộ phận";
  g_array_append_val (self->people, who);
  g_hash_table_replace (self->indices, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (self->people->len));
}

static void
fill_people (McAttendanceMonth *self, GHashTable *rows)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) people = index_rows (self, rows, MC_TYPE_PERSON);
  g_autoptr (GHashTable) staff = index_rows (self, rows, MC_TYPE_STAFF_ENTRY);
  g_autoptr (GArray) orders = g_array_new (FALSE, FALSE, sizeof (Order));
  GHashTableIter iter;
  gpointer key;

  each (self, rows, MC_TYPE_TOUR, want_tour, wanted);
  each (self, rows, MC_TYPE_ROSTER_CELL, want_cell, wanted);
  each (self, rows, MC_TYPE_ATTENDANCE, want_row, wanted);
  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      McPerson *person = g_hash_table_lookup (people, key);
      McStaffEntry *entry = g_hash_table_lookup (staff, key);
      Order order = { .id = *(gint64 *)key };

      if (!person)
        continue;
      order.order = g_strdup_printf ("%d %s %s",
                                     entry && entry->section_code ? 1
                                     : entry && entry->post_id    ? 0
                                                                  : 2,
                                     entry && entry->section_code ? entry->section_code : "",
                                     person->sort_key ? person->sort_key : person->full_name);
      g_array_append_val (orders, order);
    }
  g_array_sort (orders, compare_orders);
  for (guint i = 0; i < orders->len; i++)
    {
      Order *order = &g_array_index (orders, Order, i);

      add_person (self, order->id, g_hash_table_lookup (people, &order->id), g_hash_table_lookup (staff, &order->id));
      g_free (order->order);
    }
}

/* --- What was planned --- */

typedef struct
{
  GHashTable *counters;
  GHashTable *duties;
  GHashTable *kinds; /* gint64 id of an absence -> its McAbsenceReason */
} Names;

static const char *
name_place (McAttendanceMonth *self, Names *names, gint64 counter_id, gint64 duty_id)
{
  McCounter *counter = counter_id ? g_hash_table_lookup (names->counters, &counter_id) : NULL;
  McDuty *duty = duty_id ? g_hash_table_lookup (names->duties, &duty_id) : NULL;
  g_autofree char *number = counter ? g_strdup_printf ("%d", counter->number) : NULL;

  return keep (self, number ? number : duty ? duty->code : counter_id || duty_id ? "?" : NULL);
}

static void
take_tour (McAttendanceMonth *self, gpointer row, gpointer data)
{
  McTour *tour = row;
  McPeriod common;
  gint person = find (self, tour->person_id);

  if (person < 0 || !mc_period_intersect (tour->during, self->days, &common))
    return;
  for (McDay day = common.from; day < common.until; day++)
    for (int session = 0; session < MC_DAY_SESSIONS; session++)
      mc_attendance_month_slot (self, (guint)person, day, session)->here |=
          tour->role == MC_TOUR_ROLE_STANDBY ? STANDS_BY : SITS;
}

static void
take_assignment (McAttendanceMonth *self, gpointer row, gpointer data)
{
  McCounterAssignment *assignment = row;
  McPeriod common;
  gint person = find (self, assignment->person_id);

  if (person < 0 || assignment->role != MC_COUNTER_ROLE_PRIMARY ||
      !mc_period_intersect (assignment->during, self->days, &common))
    return;
  for (McDay day = common.from; day < common.until; day++)
    for (int session = 0; session < MC_DAY_SESSIONS; session++)
      mc_attendance_month_slot (self, (guint)person, day, session)->standing_place =
          name_place (self, data, assignment->counter_id, 0);
}

/* Of several that are out, the newest. */
static void
take_roster (McAttendanceMonth *self, gpointer row, gpointer data)
{
  McRoster *roster = row;
  McPeriod common;

  if (!mc_roster_state_is_out (roster->state) || !mc_period_intersect (roster->during, self->days, &common))
    return;
  for (McDay day = common.from; day < common.until; day++)
    {
      gint64 *of_day = &self->rosters[day - self->days.from];

      *of_day = MAX (*of_day, mc_entity_get_id (MC_ENTITY (roster)));
    }
}

static char *
rostered_key (gint64 roster, gint64 person)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, roster, person);
}

/* Of several for one session, that of the latest amendment counts. */
static void
take_cell (McAttendanceMonth *self, gpointer row, gpointer data)
{
  McRosterCell *cell = row;
  gint person = find (self, cell->person_id);
  McAttendanceSlot *slot;

  g_hash_table_add (self->rostered, rostered_key (cell->roster_id, cell->person_id));
  if (person < 0 || !mc_period_contains (self->days, cell->day) ||
      self->rosters[cell->day - self->days.from] != cell->roster_id)
    return;
  slot = mc_attendance_month_slot (self, (guint)person, cell->day, cell->session);
  if (slot->roster && slot->amendment > cell->amendment_id)
    return;
  slot->roster = cell->roster_id;
  slot->amendment = cell->amendment_id;
  slot->roster_place = name_place (self, data, cell->counter_id, cell->duty_id);
}

static void
take_reason (McAttendanceMonth *self, gpointer row, gpointer data)
{
  McAbsenceReason *reason = row;

  g_hash_table_replace (data, g_memdup2 (&reason->absence_id, sizeof (gint64)), g_object_ref (row));
}

/* Hours within a session leave its chair empty for a while only. */
static void
take_absence (McAttendanceMonth *self, gpointer row, gpointer data)
{
  McAbsence *absence = row;
  gint64 id = mc_entity_get_id (row);
  McAbsenceReason *reason = g_hash_table_lookup (((Names *)data)->kinds, &id);
  gint person = find (self, absence->person_id);
  McPeriod common;

  if (person < 0 || !mc_absence_counts (absence) || absence->starts ||
      !mc_period_intersect (absence->during, self->days, &common))
    return;
  for (McDay day = common.from; day < common.until; day++)
    for (int session = 0; session < MC_DAY_SESSIONS; session++)
      {
        McAttendanceSlot *slot = mc_attendance_month_slot (self, (guint)person, day, session);

        if (!mc_half_covers (absence->half, session == MC_DAY_SESSION_MORNING ? MC_HALF_MORNING : MC_HALF_AFTERNOON))
          continue;
        slot->away = TRUE;
        slot->excused = absence->excused;
        slot->kind = reason ? reason->kind : MC_ABSENCE_KIND_NONE;
      }
}

/* Maternity leave is a condition of the person. */
static void
take_condition (McAttendanceMonth *self, gpointer row, gpointer data)
{
  McCondition *condition = row;
  gint person = find (self, condition->person_id);
  McPeriod common;

  if (person < 0 || condition->kind != MC_CONDITION_KIND_MATERNITY ||
      !mc_period_intersect (condition->during, self->days, &common))
    return;
  for (McDay day = common.from; day < common.until; day++)
    for (int session = 0; session < MC_DAY_SESSIONS; session++)
      {
        McAttendanceSlot *slot = mc_attendance_month_slot (self, (guint)person, day, session);

        slot->away = slot->excused = TRUE;
        slot->kind = MC_ABSENCE_KIND_MATERNITY;
      }
}

static void
take_attendance (McAttendanceMonth *self, gpointer row, gpointer data)
{
  McAttendance *attendance = row;
  gint person = find (self, attendance->person_id);

  if (person < 0 || !mc_period_contains (self->days, attendance->day))
    return;
  g_hash_table_add (self->keep, g_object_ref (row));
  mc_attendance_month_slot (self, (guint)person, attendance->day, attendance->session)->row = attendance;
}

/* Where somebody sits, the roster decides when; who has no counter works in office hours, and when the roster calls.
 * Who was planned and then reported away is still expected, and so is whoever took over. */
static void
settle (McAttendanceMonth *self, guint person, McDay day)
{
  gint64 roster = self->rosters[day - self->days.from];
  g_autofree char *key = roster ? rostered_key (roster, mc_attendance_month_get_who (self, person)->id) : NULL;
  gboolean planned = key && g_hash_table_contains (self->rostered, key);

  for (int session = 0; session < MC_DAY_SESSIONS; session++)
    {
      McAttendanceSlot *slot = mc_attendance_month_slot (self, person, day, session);
      gboolean works = slot->here & SITS && mc_work_calendar_works (self->calendar, day, session);
      gboolean decides = planned && (slot->standing_place || !(slot->here & SITS));

      slot->expected = slot->roster_place || (works && (!decides || slot->away));
      slot->place = planned ? slot->roster_place : works ? slot->standing_place : NULL;
    }
}

McAttendanceMonth *
mc_attendance_month_new (McDay first, GHashTable *rows, McWorkCalendar *calendar)
{
  McAttendanceMonth *self = g_object_new (MC_TYPE_ATTENDANCE_MONTH, NULL);
  Names names = { index_rows (self, rows, MC_TYPE_COUNTER), index_rows (self, rows, MC_TYPE_DUTY),
                  g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref) };
  gsize n_days;

  self->days = (McPeriod){ first, mc_day_add_months (first, 1) };
  self->calendar = g_object_ref (calendar);
  n_days = (gsize)(self->days.until - self->days.from);
  self->rosters = g_new0 (gint64, n_days);
  fill_people (self, rows);
  self->slots = g_new0 (McAttendanceSlot, self->people->len * n_days * MC_DAY_SESSIONS + 1);
  each (self, rows, MC_TYPE_ABSENCE_REASON, take_reason, names.kinds);
  each (self, rows, MC_TYPE_TOUR, take_tour, NULL);
  each (self, rows, MC_TYPE_COUNTER_ASSIGNMENT, take_assignment, &names);
  each (self, rows, MC_TYPE_ROSTER, take_roster, NULL);
  each (self, rows, MC_TYPE_ROSTER_CELL, take_cell, &names);
  each (self, rows, MC_TYPE_ABSENCE, take_absence, &names);
  each (self, rows, MC_TYPE_CONDITION, take_condition, NULL);
  each (self, rows, MC_TYPE_ATTENDANCE, take_attendance, NULL);
  for (guint i = 0; i < self->people->len; i++)
    for (McDay day = self->days.from; day < self->days.until; day++)
      settle (self, i, day);
  g_hash_table_unref (names.counters);
  g_hash_table_unref (names.duties);
  g_hash_table_unref (names.kinds);
  return self;
}

/* --- What is asked --- */

McPeriod
mc_attendance_month_get_period (McAttendanceMonth *self)
{
  return self->days;
}

McWorkCalendar *
mc_attendance_month_get_calendar (McAttendanceMonth *self)
{
  return self->calendar;
}

guint
mc_attendance_month_get_n_people (McAttendanceMonth *self)
{
  return self->people->len;
}

const McAttendanceWho *
mc_attendance_month_get_who (McAttendanceMonth *self, guint person)
{
  return &g_array_index (self->people, McAttendanceWho, person);
}

McAttendanceCell
mc_attendance_month_get_cell (McAttendanceMonth *self, guint person, McDay day, McDaySession session)
{
  const McAttendanceSlot *slot = mc_attendance_month_slot (self, person, day, session);

  return (McAttendanceCell){ .expected = slot->expected,
                             .place = slot->place,
                             .away = slot->away,
                             .excused = slot->excused,
                             .kind = slot->kind,
                             .row = slot->row };
}

const char *
mc_attendance_cell_get_code (const McAttendanceCell *cell)
{
  if (cell->row && cell->row->state == MC_ATTENDANCE_ABSENT_EXCUSED && cell->away)
    return mc_attendance_absence_code (cell->kind, TRUE);
  if (cell->row)
    return mc_attendance_code (cell->row->state);
  return cell->away && cell->expected ? mc_attendance_absence_code (cell->kind, cell->excused) : NULL;
}

gboolean
mc_attendance_cell_is_present (const McAttendanceCell *cell)
{
  return cell->row && cell->row->state <= MC_ATTENDANCE_EARLY_LEAVE;
}

gboolean
mc_attendance_cell_differs (const McAttendanceCell *cell)
{
  if (!cell->row)
    return cell->expected && cell->away && !cell->excused;
  if (mc_attendance_cell_is_present (cell))
    return cell->row->state != MC_ATTENDANCE_PRESENT || cell->away || !cell->expected;
  return !cell->away || cell->row->state == MC_ATTENDANCE_UNEXCUSED;
}

static void
count (McAttendanceMonth *self, guint person, McDay day, McAttendanceCount *count)
{
  for (int session = 0; session < MC_DAY_SESSIONS; session++)
    {
      McAttendanceCell cell = mc_attendance_month_get_cell (self, person, day, session);
      const char *code = mc_attendance_cell_get_code (&cell);

      count->expected += cell.expected;
      count->present += mc_attendance_cell_is_present (&cell);
      count->late += cell.row && cell.row->state == MC_ATTENDANCE_LATE;
      count->early += cell.row && cell.row->state == MC_ATTENDANCE_EARLY_LEAVE;
      count->unexcused += g_strcmp0 (code, "KP") == 0;
      count->excused += code && g_strcmp0 (code, "KP") != 0 && !mc_attendance_cell_is_present (&cell);
      count->open += cell.expected && !code;
    }
}

McAttendanceCount
mc_attendance_month_count_day (McAttendanceMonth *self, McDay day)
{
  McAttendanceCount result = { 0 };

  for (guint i = 0; i < self->people->len; i++)
    count (self, i, day, &result);
  return result;
}

McAttendanceCount
mc_attendance_month_count_person (McAttendanceMonth *self, guint person, McDay last)
{
  McAttendanceCount result = { 0 };

  for (McDay day = self->days.from; day < self->days.until && day <= last; day++)
    count (self, person, day, &result);
  return result;
}
