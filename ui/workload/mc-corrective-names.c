/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-corrective-names.h"

#include <glib/gi18n.h>
#include <math.h>

#include "mc-counter.h"
#include "mc-number.h"
#include "mc-person.h"
#include "mc-workload-chart.h"

struct _McCorrectiveNames
{
  GObject parent_instance;

  McLiveList *counters, *people;
};

G_DEFINE_FINAL_TYPE (McCorrectiveNames, mc_corrective_names, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
changed_cb (McCorrectiveNames *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
mc_corrective_names_dispose (GObject *object)
{
  McCorrectiveNames *self = MC_CORRECTIVE_NAMES (object);

  g_clear_object (&self->counters);
  g_clear_object (&self->people);
  G_OBJECT_CLASS (mc_corrective_names_parent_class)->dispose (object);
}

static void
mc_corrective_names_class_init (McCorrectiveNamesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_corrective_names_dispose;
  signals[CHANGED] =
      g_signal_new ("changed", MC_TYPE_CORRECTIVE_NAMES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mc_corrective_names_init (McCorrectiveNames *self)
{
}

McCorrectiveNames *
mc_corrective_names_new (McSession *session)
{
  McCorrectiveNames *self = g_object_new (MC_TYPE_CORRECTIVE_NAMES, NULL);

  self->counters = mc_session_list (session, MC_TYPE_COUNTER, MC_DAY_NONE);
  self->people = mc_session_list (session, MC_TYPE_PERSON, MC_DAY_NONE);
  g_signal_connect_object (self->counters, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->people, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

char *
mc_corrective_names_time (McCorrectiveNames *self, McCorrectiveAction *row)
{
  McCounter *counter = row->counter_id ? mc_live_list_get_by_id (self->counters, row->counter_id) : NULL;
  g_autofree char *date = mc_day_format (row->day);
  GString *text = g_string_new (date);

  if (row->slot != MC_INT_NONE)
    {
      g_autofree char *hour = mc_workload_slot_text (row->slot);

      g_string_append_printf (text, ", %s", hour);
    }
  if (counter)
    {
      g_autofree char *name = g_strdup_printf (_ ("Counter %d"), counter->number);

      g_string_append_printf (text, ", %s", name);
    }
  return g_string_free_and_steal (text);
}

/* What came of it; before, who sees to it and by when. */
static char *
dup_progress (McCorrectiveNames *self, McCorrectiveAction *row)
{
  McPerson *person = row->person_id ? mc_live_list_get_by_id (self->people, row->person_id) : NULL;
  g_autofree char *due = mc_day_format (row->due_on);
  g_autofree char *done = mc_day_format (row->done_on);

  if (row->done_on != MC_DAY_NONE)
    return row->outcome ? g_strdup_printf (_ ("Done on %s: %s"), done, row->outcome)
                        : g_strdup_printf (_ ("Done on %s"), done);
  if (person && row->due_on != MC_DAY_NONE)
    /* Translators: a person, a day */
    return g_strdup_printf (_ ("%s, by %s"), person->full_name, due);
  if (row->due_on != MC_DAY_NONE)
    return g_strdup_printf (_ ("By %s"), due);
  return g_strdup (person ? person->full_name : _ ("Not done yet"));
}

void
mc_corrective_names_describe (gpointer entity, gpointer user_data, char **title, char **subtitle, char **target)
{
  McCorrectiveAction *row = entity;
  g_autofree char *time = mc_corrective_names_time (user_data, row);
  g_autofree char *progress = dup_progress (user_data, row);
  g_autofree char *minutes = mc_number_format (row->wait_minutes, 1);
  g_autofree char *day = mc_day_format_iso (row->day);
  g_autofree char *waited = isnan (row->wait_minutes)
                                ? g_strdup (time)
                                /* Translators: a time; a number */
                                : g_strdup_printf (_ ("%s: %s minutes of waiting"), time, minutes);

  *title = g_strdup (row->action);
  *subtitle = row->cause ? g_strdup_printf ("%s · %s\n%s", waited, row->cause, progress)
                         : g_strdup_printf ("%s\n%s", waited, progress);
  *target = g_strdup_printf ("workload/cause/%s/%d/%" G_GINT64_FORMAT, day, row->slot == MC_INT_NONE ? -1 : row->slot,
                             row->counter_id);
}
