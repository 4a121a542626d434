/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-cause-rows.h"

#include <glib/gi18n.h>
#include <math.h>

#include "mc-absence-entry.h"
#include "mc-counter-entry.h"

#define MOST_PARTS 8

static void
opened_cb (AdwActionRow *row)
{
  const char *target = g_object_get_data (G_OBJECT (row), "mc-target");
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (row), ADW_TYPE_DIALOG);
  GtkWidget *parent = dialog ? gtk_widget_get_parent (dialog) : NULL;

  /* What opens lies under the dialog. */
  if (parent)
    gtk_widget_activate_action (parent, "win.open-target", "s", target);
  if (dialog)
    adw_dialog_close (ADW_DIALOG (dialog));
}

/* @number: (nullable): at the end; @target: (nullable): what it opens. */
static void
add_row (GtkListBox *box, const char *title, const char *subtitle, const char *number, const char *target)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "subtitle",
                                 subtitle ? subtitle : "", NULL);

  if (number)
    {
      GtkWidget *label = gtk_label_new (number);

      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  if (target)
    {
      g_object_set_data_full (G_OBJECT (row), "mc-target", g_strdup (target), g_free);
      g_signal_connect (row, "activated", G_CALLBACK (opened_cb), NULL);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
    }
  gtk_list_box_append (box, row);
}

/* --- Waiting --- */

static char *
format_with_unit (McWorkloadFigure figure, double value)
{
  g_autofree char *number = mc_workload_figure_format (figure, value);
  const char *unit = mc_workload_figure_unit (figure);

  return unit && !isnan (value) ? g_strdup_printf ("%s %s", number, unit) : g_steal_pointer (&number);
}

static char *
usual_text (McCauseFeed *feed, McWorkloadFigure figure, double usual)
{
  guint days = mc_cause_feed_get_cause (feed)->days;
  g_autofree char *number = NULL;

  if (isnan (usual))
    return g_strdup_printf (
        ngettext ("usual is not known: %u such weekday before", "usual is not known: %u such weekdays before", days),
        days);
  number = format_with_unit (figure, usual);
  /* Translators: a figure; how many days */
  return g_strdup_printf (ngettext ("usually %s: the median of %u such weekday before",
                                    "usually %s: the median of %u such weekdays before", days),
                          number, days);
}

static void
add_figure (GtkListBox *box, McCauseFeed *feed, McWorkloadFigure figure, const McUsual *usual)
{
  double value = mc_workload_figure_value (figure, &mc_cause_feed_get_cause (feed)->now);
  g_autofree char *number = format_with_unit (figure, value);
  g_autofree char *subtitle =
      usual ? usual_text (feed, figure, usual->usual) : g_strdup (mc_workload_figure_words (figure));

  add_row (box, mc_workload_figure_label (figure), subtitle, number, NULL);
}

void
mc_cause_rows_waiting (GtkListBox *box, McCauseFeed *feed)
{
  const McWaitCause *cause = mc_cause_feed_get_cause (feed);

  gtk_list_box_remove_all (box);
  if (!cause)
    return;
  if (cause->now.arrived == 0)
    {
      add_row (box, _ ("No visitors are known of this time"), NULL, NULL, NULL);
      return;
    }
  add_figure (box, feed, MC_FIGURE_WAIT, &cause->wait);
  add_figure (box, feed, MC_FIGURE_ARRIVED, &cause->arrived);
  add_figure (box, feed, MC_FIGURE_WAIT_MAX, NULL);
  add_figure (box, feed, MC_FIGURE_UNSERVED, NULL);
}

void
mc_cause_rows_failure (GtkListBox *box, const char *reason)
{
  gtk_list_box_remove_all (box);
  add_row (box, _ ("The figures could not be read"), reason, NULL, NULL);
}

/* --- What came --- */

void
mc_cause_rows_parts (GtkListBox *box, McCauseFeed *feed, McWorkloadBy by)
{
  const McWaitCause *cause = mc_cause_feed_get_cause (feed);
  McWorkloadFigure figure = cause && by == MC_WORKLOAD_BY_FIELD ? cause->fields_of : MC_FIGURE_RECEIVED;
  const GArray *parts = !cause ? NULL : by == MC_WORKLOAD_BY_FIELD ? cause->fields : cause->procedures;

  gtk_list_box_remove_all (box);
  for (guint i = 0; parts && i < MIN (parts->len, MOST_PARTS); i++)
    {
      const McUsual *part = &g_array_index (parts, McUsual, i);
      g_autofree char *name = mc_cause_feed_dup_name (feed, by, part->key);
      g_autofree char *now = format_with_unit (figure, part->now);
      g_autofree char *usual = format_with_unit (figure, part->usual);
      g_autofree char *subtitle = g_strdup_printf (_ ("usually %s"), usual);
      g_autofree char *target =
          by == MC_WORKLOAD_BY_PROCEDURE ? g_strdup_printf ("procedure/%" G_GINT64_FORMAT, part->key) : NULL;

      add_row (box, name, subtitle, now, target);
    }
  if (!cause || parts->len > 0)
    return;
  add_row (box,
           by == MC_WORKLOAD_BY_FIELD && !cause->knows_fields ? _ ("Of this time the fields are not known")
           : cause->days < MC_USUAL_LEAST                     ? _ ("What is usual is not known")
                                                              : _ ("Nothing came more than usual"),
           NULL, NULL, NULL);
}

/* --- Who was there --- */

static void
add_session (GtkListBox *box, McCauseFeed *feed, McDaySession session)
{
  GPtrArray *states = mc_cause_feed_get_states (feed, session);
  McWaitStaffing count;
  g_autofree char *number = NULL;
  g_autofree char *subtitle = NULL;

  mc_wait_staffing_count (states, mc_cause_feed_get_time (feed)->counter_id, &count);
  /* Translators: counters with somebody; counters that were open */
  number = g_strdup_printf (_ ("%u of %u"), count.staffed, count.open);
  subtitle = g_strdup_printf (_ ("open counters with somebody · %u people · %u counters by who stood in"), count.people,
                              count.standby);
  add_row (box, session == MC_DAY_SESSION_MORNING ? _ ("Morning") : _ ("Afternoon"), subtitle, number, NULL);
}

static char *
dup_people (const McCounterState *state)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < state->people->len; i++)
    {
      const McCounterPerson *person = g_ptr_array_index (state->people, i);

      g_string_append_printf (text, "%s%s", i ? ", " : "", person->name);
      if (person->tone != MC_TONE_STAFFED)
        g_string_append_printf (text, " (%s)", mc_palette_get_word (person->tone));
    }
  if (state->people->len == 0)
    g_string_append (text, mc_palette_get_word (state->tone));
  return g_string_free_and_steal (text);
}

static const McCounterState *
find_state (GPtrArray *states, gint64 counter)
{
  for (guint i = 0; states && i < states->len; i++)
    if (((McCounterState *)g_ptr_array_index (states, i))->counter_id == counter)
      return g_ptr_array_index (states, i);
  return NULL;
}

/* In each session that is asked for; once where both are alike. */
static char *
dup_counter (McCauseFeed *feed, gint64 counter)
{
  const McWaitTime *time = mc_cause_feed_get_time (feed);
  g_autofree char *people[MC_DAY_SESSIONS] = { NULL };
  gboolean both = mc_wait_time_has (time, MC_DAY_SESSION_MORNING) && mc_wait_time_has (time, MC_DAY_SESSION_AFTERNOON);

  for (McDaySession session = 0; session < MC_DAY_SESSIONS; session++)
    {
      const McCounterState *state = find_state (mc_cause_feed_get_states (feed, session), counter);

      people[session] = state ? dup_people (state) : g_strdup ("");
    }
  if (!both)
    return g_steal_pointer (&people[mc_wait_time_has (time, MC_DAY_SESSION_AFTERNOON)]);
  if (g_str_equal (people[0], people[1]))
    return g_steal_pointer (&people[0]);
  /* Translators: who was there in the morning; in the afternoon */
  return g_strdup_printf (_ ("Morning: %s\nAfternoon: %s"), people[0], people[1]);
}

void
mc_cause_rows_staffing (GtkListBox *box, McCauseFeed *feed)
{
  const McWaitTime *time = mc_cause_feed_get_time (feed);
  GPtrArray *states = mc_cause_feed_get_states (feed, MC_DAY_SESSION_MORNING);

  gtk_list_box_remove_all (box);
  if (!states)
    return;
  for (McDaySession session = 0; session < MC_DAY_SESSIONS; session++)
    if (mc_wait_time_has (time, session))
      add_session (box, feed, session);
  for (guint i = 0; i < states->len; i++)
    {
      const McCounterState *state = g_ptr_array_index (states, i);
      g_autofree char *title = NULL;
      g_autofree char *people = NULL;
      g_autofree char *target = NULL;

      if (time->counter_id && state->counter_id != time->counter_id)
        continue;
      title = state->name ? g_strdup_printf (_ ("Counter %s: %s"), state->number, state->name)
                          : g_strdup_printf (_ ("Counter %s"), state->number);
      people = dup_counter (feed, state->counter_id);
      target = g_strdup_printf ("counter/%" G_GINT64_FORMAT, state->counter_id);
      add_row (box, title, people, NULL, target);
    }
}

/* --- Who was away --- */

static char *
dup_absence (McAbsenceEntry *entry)
{
  const char *half = mc_enum_label (mc_half_values, entry->half);
  /* The reason is nobody's business here. */
  const char *why = mc_palette_get_word (entry->excused ? MC_TONE_ABSENT : MC_TONE_ABSENT_UNEXCUSED);

  return g_strdup_printf ("%s · %s", half, why);
}

void
mc_cause_rows_absent (GtkListBox *box, McCauseFeed *feed)
{
  g_autoptr (GPtrArray) absent = NULL;

  gtk_list_box_remove_all (box);
  if (!mc_cause_feed_get_states (feed, MC_DAY_SESSION_MORNING))
    return;
  absent = mc_cause_feed_dup_absent (feed);
  for (guint i = 0; i < absent->len; i++)
    {
      McAbsenceEntry *entry = g_ptr_array_index (absent, i);
      g_autofree char *subtitle = dup_absence (entry);
      g_autofree char *target = g_strdup_printf ("person/%" G_GINT64_FORMAT, entry->person_id);

      add_row (box, entry->full_name, subtitle, NULL, target);
    }
  if (absent->len == 0)
    add_row (box, _ ("Nobody"), NULL, NULL, NULL);
}
