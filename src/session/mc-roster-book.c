/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-book.h"

#include <string.h>

#include "mc-absence.h"
#include "mc-agency.h"
#include "mc-appointment.h"
#include "mc-competence.h"
#include "mc-condition.h"
#include "mc-counter-assignment.h"
#include "mc-counter-field.h"
#include "mc-counter.h"
#include "mc-day-override.h"
#include "mc-demand.h"
#include "mc-duty-competence.h"
#include "mc-duty-load.h"
#include "mc-duty.h"
#include "mc-error.h"
#include "mc-field.h"
#include "mc-noun.h"
#include "mc-person.h"
#include "mc-planner-rule.h"
#include "mc-post.h"
#include "mc-roster-amendment.h"
#include "mc-roster-evaluator.h"
#include "mc-roster-request.h"
#include "mc-rule-version.h"
#include "mc-saturday-field.h"
#include "mc-seat.h"
#include "mc-session-private.h"
#include "mc-session-time.h"
#include "mc-staff-entry.h"
#include "mc-tour.h"

/* Several lists change by one act of a person; count once. */
#define SETTLE_MS 30

struct _McRosterBook
{
  GObject parent_instance;

  McSession *session;
  gint64 id;
  McLiveList *rosters;
  McRoster *roster;
  McPeriod days;       /* that the lists below were opened for */
  GHashTable *sources; /* GType -> GListModel: McLiveList, unless made of rows */
  McDay today;         /* of a book without a session */
  McRuleBook *laws;    /* likewise */
  McWorkCalendar *calendar;
  McRosterBrief *brief;
  McRosterSolution *current;
  GError *error;
  DexPromise *promise;
  guint timeout;
  gboolean ready;
};

enum
{
  PROP_0,
  PROP_READY,
  PROP_ROSTER,
  PROP_ERROR,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint changed_signal;

G_DEFINE_FINAL_TYPE (McRosterBook, mc_roster_book, G_TYPE_OBJECT)

static void
mc_roster_book_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McRosterBook *self = MC_ROSTER_BOOK (object);

  switch (id)
    {
    case PROP_READY:
      g_value_set_boolean (value, self->ready);
      break;
    case PROP_ROSTER:
      g_value_set_object (value, self->roster);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mc_roster_book_dispose (GObject *object)
{
  McRosterBook *self = MC_ROSTER_BOOK (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->sources, g_hash_table_unref);
  g_clear_object (&self->rosters);
  g_clear_object (&self->roster);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mc_roster_book_parent_class)->dispose (object);
}

static void
mc_roster_book_finalize (GObject *object)
{
  McRosterBook *self = MC_ROSTER_BOOK (object);

  if (dex_future_is_pending (DEX_FUTURE (self->promise)))
    dex_promise_reject (self->promise, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "The book was closed"));
  dex_unref (self->promise);
  g_clear_object (&self->calendar);
  g_clear_object (&self->laws);
  g_clear_pointer (&self->brief, mc_roster_brief_unref);
  g_clear_pointer (&self->current, mc_roster_solution_unref);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (mc_roster_book_parent_class)->finalize (object);
}

static void
mc_roster_book_class_init (McRosterBookClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = mc_roster_book_get_property;
  object_class->dispose = mc_roster_book_dispose;
  object_class->finalize = mc_roster_book_finalize;
  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE, flags);
  properties[PROP_ROSTER] = g_param_spec_object ("roster", NULL, NULL, MC_TYPE_ROSTER, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  changed_signal =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mc_roster_book_init (McRosterBook *self)
{
  self->sources = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->promise = dex_promise_new ();
}

static GListModel *
rows_of (McRosterBook *self, GType noun)
{
  return g_hash_table_lookup (self->sources, GSIZE_TO_POINTER (noun));
}

/* --- Counting --- */

static gboolean
is_settled (McLiveList *list)
{
  return mc_live_list_get_ready (list) || (mc_live_list_get_error (list) && !mc_live_list_get_loading (list));
}

/* Requests are not for everybody's eyes; a roster is counted without them then. Nothing else may be missing. */
static gboolean
all_settled (McRosterBook *self, const GError **error)
{
  GHashTableIter iter;
  gpointer noun;
  McLiveList *list;

  g_hash_table_iter_init (&iter, self->sources);
  while (g_hash_table_iter_next (&iter, &noun, (gpointer *)&list))
    {
      if (!is_settled (list))
        return FALSE;
      if (!mc_live_list_get_ready (list) && !mc_roster_book_may_lack (GPOINTER_TO_SIZE (noun)))
        *error = mc_live_list_get_error (list);
    }
  return TRUE;
}

static McRosterBrief *
make_brief (McRosterBook *self, GError **error)
{
  McRosterRegister rows = {
    .people = rows_of (self, MC_TYPE_PERSON),
    .appointments = rows_of (self, MC_TYPE_APPOINTMENT),
    .seats = rows_of (self, MC_TYPE_SEAT),
    .posts = rows_of (self, MC_TYPE_POST),
    .tours = rows_of (self, MC_TYPE_TOUR),
    .agencies = rows_of (self, MC_TYPE_AGENCY),
    .counters = rows_of (self, MC_TYPE_COUNTER),
    .counter_fields = rows_of (self, MC_TYPE_COUNTER_FIELD),
    .assignments = rows_of (self, MC_TYPE_COUNTER_ASSIGNMENT),
    .fields = rows_of (self, MC_TYPE_FIELD),
    .competences = rows_of (self, MC_TYPE_COMPETENCE),
    .duties = rows_of (self, MC_TYPE_DUTY),
    .duty_competences = rows_of (self, MC_TYPE_DUTY_COMPETENCE),
    .demands = rows_of (self, MC_TYPE_DEMAND),
    .absences = rows_of (self, MC_TYPE_ABSENCE),
    .conditions = rows_of (self, MC_TYPE_CONDITION),
    .requests = rows_of (self, MC_TYPE_ROSTER_REQUEST),
    .rules = rows_of (self, MC_TYPE_PLANNER_RULE),
    .loads = rows_of (self, MC_TYPE_DUTY_LOAD),
    .cells = rows_of (self, MC_TYPE_ROSTER_CELL),
    .amendments = rows_of (self, MC_TYPE_ROSTER_AMENDMENT),
  };
  McDay today = self->session ? mc_session_get_today (self->session) : self->today;
  McRuleBook *laws = self->session ? mc_session_get_book (self->session) : self->laws;

  g_clear_object (&self->calendar);
  self->calendar = mc_work_calendar_new (laws, rows_of (self, MC_TYPE_DAY_OVERRIDE),
                                         rows_of (self, MC_TYPE_SESSION_TIME), rows_of (self, MC_TYPE_SATURDAY_FIELD));
  return mc_roster_brief_new (&rows, self->roster->during, self->calendar,
                              mc_roster_book_is_out (self) ? today : MC_DAY_NONE, error);
}

static void
set_error (McRosterBook *self, GError *error)
{
  g_clear_error (&self->error);
  self->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
  if (error && dex_future_is_pending (DEX_FUTURE (self->promise)))
    dex_promise_reject (self->promise, g_error_copy (error));
}

static void
count (McRosterBook *self)
{
  GError *error = NULL;
  McRosterBrief *brief = make_brief (self, &error);

  if (!brief)
    {
      set_error (self, error);
      return;
    }
  if (self->error)
    set_error (self, NULL);
  g_clear_pointer (&self->brief, mc_roster_brief_unref);
  g_clear_pointer (&self->current, mc_roster_solution_unref);
  self->brief = brief;
  self->current = mc_roster_solution_copy (mc_roster_brief_get_current (brief));
  mc_roster_evaluate (mc_roster_brief_get_problem (brief), self->current);
  if (!self->ready)
    {
      self->ready = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
    }
  if (dex_future_is_pending (DEX_FUTURE (self->promise)))
    dex_promise_resolve_object (self->promise, g_object_ref (self));
  g_signal_emit (self, changed_signal, 0);
}

static void
due_cb (gpointer data)
{
  McRosterBook *self = data;
  const GError *missing = NULL;

  self->timeout = 0;
  if (!self->roster || !all_settled (self, &missing))
    return;
  if (missing)
    {
      set_error (self, g_error_copy (missing));
      return;
    }
  g_object_ref (self); /* whoever listens may let go of it */
  count (self);
  g_object_unref (self);
}

static void
schedule (McRosterBook *self)
{
  if (!self->timeout)
    self->timeout = g_timeout_add_once (self->ready ? SETTLE_MS : 0, due_cb, self);
}

/* --- Sources --- */

static void
watch (McRosterBook *self, GType noun, McLiveList *list)
{
  g_hash_table_replace (self->sources, GSIZE_TO_POINTER (noun), list);
  g_signal_connect_object (list, "changed", G_CALLBACK (schedule), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::ready", G_CALLBACK (schedule), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::error", G_CALLBACK (schedule), self, G_CONNECT_SWAPPED);
}

gboolean
mc_roster_book_may_lack (GType noun)
{
  return noun == MC_TYPE_ROSTER_REQUEST || noun == MC_TYPE_CONDITION;
}

const GType *
mc_roster_book_get_nouns (guint *n_nouns)
{
  static GType nouns[26];

  if (g_once_init_enter (&nouns[0]))
    {
      const GType all[] = { MC_TYPE_PERSON,
                            MC_TYPE_TOUR,
                            MC_TYPE_AGENCY,
                            MC_TYPE_APPOINTMENT,
                            MC_TYPE_SEAT,
                            MC_TYPE_POST,
                            MC_TYPE_COUNTER,
                            MC_TYPE_COUNTER_FIELD,
                            MC_TYPE_COUNTER_ASSIGNMENT,
                            MC_TYPE_FIELD,
                            MC_TYPE_COMPETENCE,
                            MC_TYPE_DUTY,
                            MC_TYPE_DUTY_COMPETENCE,
                            MC_TYPE_DEMAND,
                            MC_TYPE_ABSENCE,
                            MC_TYPE_ROSTER_REQUEST,
                            MC_TYPE_CONDITION,
                            MC_TYPE_PLANNER_RULE,
                            MC_TYPE_DAY_OVERRIDE,
                            MC_TYPE_SESSION_TIME,
                            MC_TYPE_SATURDAY_FIELD,
                            MC_TYPE_RULE_VERSION,
                            MC_TYPE_STAFF_ENTRY,
                            MC_TYPE_DUTY_LOAD,
                            MC_TYPE_ROSTER_CELL,
                            MC_TYPE_ROSTER_AMENDMENT };

      G_STATIC_ASSERT (G_N_ELEMENTS (all) == G_N_ELEMENTS (nouns));
      memcpy (nouns + 1, all + 1, sizeof all - sizeof *all);
      g_once_init_leave (&nouns[0], all[0]);
    }
  *n_nouns = G_N_ELEMENTS (nouns);
  return nouns;
}

static McLiveList *
open_source (McRosterBook *self, GType noun)
{
  if (noun == MC_TYPE_ROSTER_CELL || noun == MC_TYPE_ROSTER_AMENDMENT)
    return mc_session_list_of (self->session, noun, "roster_id", self->id);
  if (mc_noun_get_class (noun)->kind == MC_NOUN_STATE)
    return mc_session_list (self->session, noun, self->days.from);
  return mc_session_list (self->session, noun, MC_DAY_NONE);
}

static void
open_sources (McRosterBook *self)
{
  guint n;
  const GType *nouns = mc_roster_book_get_nouns (&n);

  self->days = self->roster->during;
  for (guint i = 0; i < n; i++)
    if (self->id || (nouns[i] != MC_TYPE_ROSTER_CELL && nouns[i] != MC_TYPE_ROSTER_AMENDMENT))
      watch (self, nouns[i], open_source (self, nouns[i]));
  schedule (self);
}

McRosterBook *
mc_roster_book_new_for_days (McSession *session, McPeriod days)
{
  McRosterBook *self = g_object_new (MC_TYPE_ROSTER_BOOK, NULL);

  g_return_val_if_fail (MC_IS_SESSION (session), NULL);
  self->session = g_object_ref (session);
  self->roster = mc_roster_new ();
  self->roster->during = days;
  open_sources (self);
  return self;
}

McRosterBook *
mc_roster_book_new_from_rows (McRoster *roster, GHashTable *rows, McDay today, GError **error)
{
  g_autoptr (McRosterBook) self = g_object_new (MC_TYPE_ROSTER_BOOK, NULL);
  GHashTableIter iter;
  gpointer noun, list;

  self->id = mc_entity_get_id (MC_ENTITY (roster));
  self->roster = g_object_ref (roster);
  self->days = roster->during;
  self->today = today;
  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, &noun, &list))
    g_hash_table_insert (self->sources, noun, g_object_ref (list));
  self->laws = mc_rule_book_new_from_list (rows_of (self, MC_TYPE_RULE_VERSION));
  count (self);
  if (self->error)
    {
      g_propagate_error (error, g_error_copy (self->error));
      return NULL;
    }
  return g_steal_pointer (&self);
}

static void
rosters_changed_cb (McRosterBook *self)
{
  McRoster *roster = mc_live_list_get_by_id (self->rosters, self->id);

  if (!roster && mc_live_list_get_ready (self->rosters))
    set_error (self, g_error_new_literal (MC_ERROR, MC_ERROR_NOT_FOUND, "the roster is gone"));
  if (!roster && mc_live_list_get_error (self->rosters))
    set_error (self, g_error_copy (mc_live_list_get_error (self->rosters)));
  if (g_set_object (&self->roster, roster))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROSTER]);
  if (roster && (g_hash_table_size (self->sources) == 0 || !mc_period_equal (self->days, roster->during)))
    open_sources (self);
  schedule (self);
}

McRosterBook *
mc_roster_book_new (McSession *session, gint64 roster)
{
  McRosterBook *self = g_object_new (MC_TYPE_ROSTER_BOOK, NULL);

  g_return_val_if_fail (MC_IS_SESSION (session), NULL);
  self->session = g_object_ref (session);
  self->id = roster;
  self->rosters = mc_session_list (session, MC_TYPE_ROSTER, MC_DAY_NONE);
  g_signal_connect_object (self->rosters, "changed", G_CALLBACK (rosters_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rosters, "notify::ready", G_CALLBACK (rosters_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rosters, "notify::error", G_CALLBACK (rosters_changed_cb), self, G_CONNECT_SWAPPED);
  rosters_changed_cb (self);
  return self;
}

/* --- What it is asked --- */

gboolean
mc_roster_book_get_ready (McRosterBook *self)
{
  g_return_val_if_fail (MC_IS_ROSTER_BOOK (self), FALSE);
  return self->ready;
}

const GError *
mc_roster_book_get_error (McRosterBook *self)
{
  g_return_val_if_fail (MC_IS_ROSTER_BOOK (self), NULL);
  return self->error;
}

GListModel *
mc_roster_book_get_rows (McRosterBook *self, GType noun)
{
  g_return_val_if_fail (MC_IS_ROSTER_BOOK (self), NULL);
  return rows_of (self, noun);
}

McSession *
mc_roster_book_get_session (McRosterBook *self)
{
  g_return_val_if_fail (MC_IS_ROSTER_BOOK (self), NULL);
  return self->session;
}

DexFuture *
mc_roster_book_when_ready (McRosterBook *self)
{
  g_return_val_if_fail (MC_IS_ROSTER_BOOK (self), NULL);
  return dex_ref (DEX_FUTURE (self->promise));
}

McRoster *
mc_roster_book_get_roster (McRosterBook *self)
{
  g_return_val_if_fail (MC_IS_ROSTER_BOOK (self), NULL);
  return self->roster;
}

McRosterBrief *
mc_roster_book_get_brief (McRosterBook *self)
{
  g_return_val_if_fail (MC_IS_ROSTER_BOOK (self), NULL);
  return self->brief;
}

McRosterSolution *
mc_roster_book_get_current (McRosterBook *self)
{
  g_return_val_if_fail (MC_IS_ROSTER_BOOK (self), NULL);
  return self->current;
}

McWorkCalendar *
mc_roster_book_get_calendar (McRosterBook *self)
{
  g_return_val_if_fail (MC_IS_ROSTER_BOOK (self), NULL);
  return self->calendar;
}

McRosterCell *
mc_roster_book_get_cell (McRosterBook *self, gint64 person, McDay day, McDaySession session)
{
  g_return_val_if_fail (MC_IS_ROSTER_BOOK (self), NULL);
  return self->brief ? mc_roster_brief_get_cell (self->brief, person, day, session) : NULL;
}

gboolean
mc_roster_book_is_on_leave (McRosterBook *self, gint64 person, McDay day, McDaySession session)
{
  GListModel *absences;

  g_return_val_if_fail (MC_IS_ROSTER_BOOK (self), FALSE);
  absences = rows_of (self, MC_TYPE_ABSENCE);
  for (guint i = 0, n = absences ? g_list_model_get_n_items (absences) : 0; i < n; i++)
    {
      g_autoptr (McAbsence) absence = g_list_model_get_item (absences, i);

      if (absence->person_id == person && mc_entity_get_id (MC_ENTITY (absence)) && mc_absence_counts (absence) &&
          mc_period_contains (absence->during, day) &&
          mc_half_covers (absence->half, session == MC_DAY_SESSION_MORNING ? MC_HALF_MORNING : MC_HALF_AFTERNOON))
        return TRUE;
    }
  return FALSE;
}

gboolean
mc_roster_book_is_open (McRosterBook *self)
{
  g_return_val_if_fail (MC_IS_ROSTER_BOOK (self), FALSE);
  return self->roster && self->roster->state == MC_ROSTER_STATE_DRAFT;
}

gboolean
mc_roster_book_is_out (McRosterBook *self)
{
  g_return_val_if_fail (MC_IS_ROSTER_BOOK (self), FALSE);
  return self->roster && mc_roster_state_is_out (self->roster->state);
}
