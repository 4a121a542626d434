/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one row of each kind counts for. */
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "mc-name.h"
#include "mc-workload-import-private.h"

#define SLOT_SECONDS 1800

/* Longer than a day at the counter: nobody waits or is served so long, somebody forgot a ticket. */
#define LONGEST (8 * 3600)

/* Ratings on one device that come faster than people change places. */
#define BURST_SECONDS 5

static gboolean
has_word (const char *folded, const char *const *words)
{
  for (gsize i = 0; words[i]; i++)
    if (strstr (folded, words[i]))
      return TRUE;
  return FALSE;
}

/* Dossiers -------------------------------------------------------------- */

enum
{
  STATUS_RETURNED = 1,
  STATUS_EARLY,
  STATUS_OVERDUE,
  STATUS_ON_TIME,
  STATUS_OTHER,
};

static guint
tell_status (const char *folded)
{
  static const char *const returned[] = { "rut ho so",  "tra lai",   "tu choi",  "da huy",    "huy ho so",
                                          "dung xu ly", "dung giai", "rejected", "withdrawn", NULL };
  static const char *const early[] = { "truoc han", "som han", "early", NULL };
  static const char *const overdue[] = { "qua han", "tre han", "overdue", "late", NULL };
  static const char *const on_time[] = { "dung han", "on time", NULL };

  return has_word (folded, returned)  ? STATUS_RETURNED
         : has_word (folded, early)   ? STATUS_EARLY
         : has_word (folded, overdue) ? STATUS_OVERDUE
         : has_word (folded, on_time) ? STATUS_ON_TIME
                                      : STATUS_OTHER;
}

enum
{
  CHANNEL_DIGITAL = 1,
  CHANNEL_PAPER,
};

static guint
tell_channel (const char *folded)
{
  static const char *const digital[] = { "truc tuyen", "online", "dvc", "so hoa", "dien tu", NULL };
  static const char *const no[] = { "chua", "khong", "truc tiep", NULL };

  if (has_word (folded, no))
    return CHANNEL_PAPER;
  return has_word (folded, digital) || g_str_equal (folded, "co") || g_str_equal (folded, "x") ||
                 g_str_equal (folded, "1") || g_str_equal (folded, "true")
             ? CHANNEL_DIGITAL
             : CHANNEL_PAPER;
}

typedef struct
{
  McDay received, due, settled;
  int received_at, due_at, settled_at;
  guint status;
} Dossier;

/* FALSE where it cannot be told, which is then an error. */
static gboolean
count_result (McWorkloadImport *self, McTableRow *row, const Dossier *dossier, McWorkloadRow *sums)
{
  gint64 minutes =
      mc_workload_time_minutes (dossier->received, dossier->received_at, dossier->settled, dossier->settled_at);

  if (dossier->due != MC_DAY_NONE)
    {
      gboolean late = dossier->settled > dossier->due || (dossier->settled == dossier->due && dossier->due_at > 0 &&
                                                          dossier->settled_at > dossier->due_at);

      if (late)
        sums->overdue++;
      else if (dossier->settled < dossier->due)
        sums->early++;
      else
        sums->on_time++;
    }
  else if (dossier->status == STATUS_EARLY)
    sums->early++;
  else if (dossier->status == STATUS_OVERDUE)
    sums->overdue++;
  else if (dossier->status == STATUS_ON_TIME)
    sums->on_time++;
  else
    {
      _mc_workload_import_take_error (self, row, MC_WORKLOAD_COLUMN_DUE,
                                      g_strdup (_ ("it was settled, but for which day it was appointed is missing")));
      return FALSE;
    }
  sums->process_minutes += MAX (minutes, 0);
  return TRUE;
}

void
_mc_workload_import_dossier (McWorkloadImport *self, McTableRow *row)
{
  Dossier dossier;
  McWorkloadCount key = { .slot = -1 };
  McWorkloadRow *sums;

  if (!_mc_workload_import_time (self, row, MC_WORKLOAD_COLUMN_START, &dossier.received, &dossier.received_at) ||
      !_mc_workload_import_time (self, row, MC_WORKLOAD_COLUMN_DUE, &dossier.due, &dossier.due_at) ||
      !_mc_workload_import_time (self, row, MC_WORKLOAD_COLUMN_END, &dossier.settled, &dossier.settled_at) ||
      !_mc_workload_import_places (self, row, &key))
    return;
  if (dossier.received == MC_DAY_NONE)
    {
      _mc_workload_import_take_error (self, row, MC_WORKLOAD_COLUMN_START, g_strdup (_ ("the day is missing")));
      return;
    }
  if (dossier.settled != MC_DAY_NONE && dossier.settled < dossier.received)
    {
      _mc_workload_import_take_error (self, row, MC_WORKLOAD_COLUMN_END,
                                      g_strdup (_ ("the result comes before the reception")));
      return;
    }
  dossier.status = _mc_workload_import_word (self, row, MC_WORKLOAD_COLUMN_STATUS, tell_status);
  key.day = dossier.received;
  _mc_workload_import_note_day (self, key.day);
  sums = mc_workload_tally_get (self->tally, &key);
  sums->received++;
  if (_mc_workload_import_word (self, row, MC_WORKLOAD_COLUMN_CHANNEL, tell_channel) == CHANNEL_DIGITAL)
    sums->digital++;
  if (dossier.status == STATUS_RETURNED)
    sums->returned++;
  else if (dossier.settled != MC_DAY_NONE)
    {
      key.day = dossier.settled;
      self->last_event = MAX (self->last_event, key.day);
      count_result (self, row, &dossier, mc_workload_tally_get (self->tally, &key));
    }
  else if (dossier.due != MC_DAY_NONE)
    mc_workload_tally_keep_open (self->tally, &key, dossier.due);
}

/* Tickets and ratings --------------------------------------------------- */

/* A point of time, its day perhaps in a column of its own. */
static gboolean
read_moment (McWorkloadImport *self, McTableRow *row, McWorkloadColumn meaning, McDay *day, int *seconds)
{
  int unused;

  if (!_mc_workload_import_time (self, row, meaning, day, seconds))
    return FALSE;
  if (*day == MC_DAY_NONE && *seconds != MC_TIME_UNSAID)
    return _mc_workload_import_time (self, row, MC_WORKLOAD_COLUMN_DAY, day, &unused);
  return TRUE;
}

/* When the row came; FALSE with an error where it is not said. */
static gboolean
read_start (McWorkloadImport *self, McTableRow *row, McDay *day, int *seconds)
{
  if (!read_moment (self, row, MC_WORKLOAD_COLUMN_START, day, seconds))
    return FALSE;
  if (*day != MC_DAY_NONE && *seconds != MC_TIME_UNSAID)
    return TRUE;
  _mc_workload_import_take_error (
      self, row, MC_WORKLOAD_COLUMN_START,
      g_strdup (*day == MC_DAY_NONE ? _ ("the day is missing") : _ ("the time of day is missing")));
  return FALSE;
}

enum
{
  TICKET_NO_SHOW = 1,
  TICKET_UNSERVED,
  TICKET_OTHER,
};

static guint
tell_ticket (const char *folded)
{
  static const char *const no_show[] = { "vang", "khong den", "khong co mat", "bo qua", "no show", "absent", NULL };
  static const char *const unserved[] = { "chua phuc vu", "dang cho", "cho goi", "chua goi", "waiting", NULL };

  return has_word (folded, no_show) ? TICKET_NO_SHOW : has_word (folded, unserved) ? TICKET_UNSERVED : TICKET_OTHER;
}

static gboolean
lies_in (int seconds)
{
  return seconds >= 0 && seconds <= LONGEST;
}

static void
count_ticket (McWorkloadImport *self, McWorkloadRow *sums, guint status, int wait, int service)
{
  sums->arrived++;
  if (status == TICKET_UNSERVED)
    {
      sums->unserved++;
      return;
    }
  if (lies_in (wait))
    {
      sums->wait_seconds += wait;
      sums->wait_max = MAX (sums->wait_max, wait);
      sums->wait_histogram[mc_wait_step (wait)]++;
      sums->above_level += wait > self->wait_level * 60;
    }
  if (status == TICKET_NO_SHOW)
    {
      sums->no_show++;
      return;
    }
  sums->served++;
  if (lies_in (wait) && lies_in (service))
    {
      sums->service_seconds += service;
      sums->service_max = MAX (sums->service_max, service);
    }
  else
    sums->incomplete++;
}

void
_mc_workload_import_ticket (McWorkloadImport *self, McTableRow *row)
{
  McWorkloadCount key = { 0 };
  McDay called_day, ended_day;
  int drawn, called, ended, wait = -1, service = -1;
  guint status;

  if (!read_start (self, row, &key.day, &drawn) ||
      !read_moment (self, row, MC_WORKLOAD_COLUMN_CALLED, &called_day, &called) ||
      !read_moment (self, row, MC_WORKLOAD_COLUMN_END, &ended_day, &ended) ||
      !_mc_workload_import_places (self, row, &key))
    return;
  status = _mc_workload_import_word (self, row, MC_WORKLOAD_COLUMN_STATUS, tell_ticket);
  if (status != TICKET_NO_SHOW && called == MC_TIME_UNSAID && ended == MC_TIME_UNSAID)
    status = TICKET_UNSERVED;
  if (called != MC_TIME_UNSAID && called_day == key.day)
    wait = called - drawn;
  if (called != MC_TIME_UNSAID && ended != MC_TIME_UNSAID && ended_day == called_day)
    service = ended - called;
  key.slot = drawn / SLOT_SECONDS;
  _mc_workload_import_note_day (self, key.day);
  count_ticket (self, mc_workload_tally_get (self->tally, &key), status, wait, service);
}

/* 1: very satisfied … 5: very dissatisfied. */
static guint
tell_level (const char *folded)
{
  static const char *const worst[] = { "rat khong hai long", "rat te", "very dissatisfied", NULL };
  static const char *const bad[] = { "khong hai long", "chua hai long", "kem", "dissatisfied", NULL };
  static const char *const best[] = { "rat hai long", "rat tot", "xuat sac", "very satisfied", NULL };
  static const char *const neutral[] = { "binh thuong", "trung binh", "chap nhan", "neutral", NULL };
  static const char *const good[] = { "hai long", "tot", "satisfied", NULL };

  /* Stars and points, five is the best. */
  if (folded[0] >= '1' && folded[0] <= '5' &&
      (folded[1] == '\0' || g_str_equal (folded + 1, " sao") || g_str_equal (folded + 1, " diem")))
    return (guint)('6' - folded[0]);
  return has_word (folded, worst)     ? 5
         : has_word (folded, bad)     ? 4
         : has_word (folded, best)    ? 1
         : has_word (folded, neutral) ? 3
         : has_word (folded, good)    ? 2
                                      : 0;
}

/* Whether another rating came on the same device a moment ago. */
static gboolean
is_burst (McWorkloadImport *self, const McWorkloadCount *key, int seconds)
{
  g_autofree char *device = key->terminal ? NULL : g_strdup_printf ("%" G_GINT64_FORMAT, key->counter_id);
  const char *name = key->terminal ? key->terminal : g_intern_string (device);
  gint64 now = (gint64)key->day * 86400 + seconds;
  gint64 *last = g_hash_table_lookup (self->last_given, name);
  gboolean burst = last && ABS (now - *last) < BURST_SECONDS;

  if (!last)
    {
      last = g_new (gint64, 1);
      g_hash_table_insert (self->last_given, (gpointer)name, last);
    }
  *last = now;
  return burst;
}

void
_mc_workload_import_rating (McWorkloadImport *self, McTableRow *row)
{
  McWorkloadCount key = { 0 };
  const McTableCell *device = _mc_workload_import_cell (self, row, MC_WORKLOAD_COLUMN_TERMINAL);
  guint level;
  int seconds;
  McWorkloadRow *sums;

  if (!read_start (self, row, &key.day, &seconds) || !_mc_workload_import_places (self, row, &key))
    return;
  level = _mc_workload_import_word (self, row, MC_WORKLOAD_COLUMN_LEVEL, tell_level);
  if (level == 0)
    {
      _mc_workload_import_take_error (
          self, row, MC_WORKLOAD_COLUMN_LEVEL,
          g_strdup (_ ("write Rất hài lòng, Hài lòng, Bình thường, Không hài lòng, or 1 to 5")));
      return;
    }
  if (device && g_utf8_strlen (device->text, -1) > 40)
    {
      _mc_workload_import_take_error (self, row, MC_WORKLOAD_COLUMN_TERMINAL,
                                      g_strdup (_ ("this is no name of a device")));
      return;
    }
  key.terminal = device ? g_intern_string (device->text) : NULL;
  key.slot = seconds / SLOT_SECONDS;
  _mc_workload_import_note_day (self, key.day);
  sums = mc_workload_tally_get (self->tally, &key);
  sums->burst += is_burst (self, &key, seconds);
  switch (level)
    {
    case 1:
      sums->very_satisfied++;
      break;
    case 2:
      sums->satisfied++;
      break;
    case 3:
      sums->neutral++;
      break;
    case 4:
      sums->dissatisfied++;
      break;
    default:
      sums->very_dissatisfied++;
      break;
    }
}
