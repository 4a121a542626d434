/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-cause-dialog.h"

#include <glib/gi18n.h>
#include <math.h>

#include "mc-cause-rows.h"
#include "mc-corrective-acts.h"
#include "mc-counter-entry.h"
#include "mc-date-entry.h"
#include "mc-number.h"
#include "mc-record-group.h"
#include "mc-report.h"
#include "mc-workload-chart.h"

struct _McCauseDialog
{
  AdwDialog parent_instance;

  McSession *session;
  McCauseFeed *feed;
  McCorrectiveNames *names;
  GtkCustomFilter *of_day;
  GArray *slots;    /* int, as the box lists them; -1: the whole day */
  GArray *counters; /* gint64, likewise; 0: all */
  gboolean filling;

  McDateEntry *day;
  GtkDropDown *hour, *counter;
  GtkWidget *spinner;
  GtkListBox *waiting, *fields, *procedures, *staffing, *absent;
  AdwPreferencesGroup *fields_group, *procedures_group, *staffing_group;
  McRecordGroup *actions;
};

G_DEFINE_FINAL_TYPE (McCauseDialog, mc_cause_dialog, ADW_TYPE_DIALOG)

/* --- What may be chosen --- */

static void
add_slot (McCauseDialog *self, GtkStringList *names, int slot, const McWorkloadRow *row)
{
  g_autofree char *hour = mc_workload_slot_text (slot);
  g_autofree char *minutes = row ? mc_number_format (mc_workload_figure_value (MC_FIGURE_WAIT, row), 0) : NULL;
  g_autofree char *visitors = row ? mc_number_format ((double)row->arrived, 0) : NULL;
  /* Translators: a time of day; minutes of waiting; visitors */
  g_autofree char *text =
      row ? g_strdup_printf (_ ("%s · %s min · %s visitors"), hour, minutes, visitors) : g_strdup (hour);

  gtk_string_list_append (names, text);
  g_array_append_val (self->slots, slot);
}

/* The half-hours in which somebody came, and the one that is looked at. */
static void
fill_hours (McCauseDialog *self)
{
  const McWaitCause *cause = mc_cause_feed_get_cause (self->feed);
  int wanted = mc_cause_feed_get_time (self->feed)->slot;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;
  const int whole = -1;

  g_array_set_size (self->slots, 0);
  g_array_append_val (self->slots, whole);
  gtk_string_list_append (names, _ ("The whole day"));
  for (guint i = 0; i < cause->hours->len; i++)
    {
      const McWorkloadRow *row = &g_array_index (cause->hours, McWorkloadRow, i);

      if (row->arrived > 0)
        add_slot (self, names, row->slot, row);
      if (row->arrived > 0 && row->slot == wanted)
        selected = self->slots->len - 1;
    }
  if (wanted >= 0 && selected == 0)
    {
      add_slot (self, names, wanted, NULL);
      selected = self->slots->len - 1;
    }
  gtk_drop_down_set_model (self->hour, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->hour, selected);
}

static int
compare_counters (gconstpointer a, gconstpointer b)
{
  return MC_COUNTER_ENTRY (*(gpointer *)a)->number - MC_COUNTER_ENTRY (*(gpointer *)b)->number;
}

static void
fill_counters (McCauseDialog *self)
{
  GListModel *counters = G_LIST_MODEL (mc_cause_feed_get_counters (self->feed));
  gint64 wanted = mc_cause_feed_get_time (self->feed)->counter_id;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new_with_free_func (g_object_unref);
  guint selected = 0;
  const gint64 all = 0;

  g_array_set_size (self->counters, 0);
  g_array_append_val (self->counters, all);
  gtk_string_list_append (names, _ ("All counters"));
  for (guint i = 0; i < g_list_model_get_n_items (counters); i++)
    g_ptr_array_add (sorted, g_list_model_get_item (counters, i));
  g_ptr_array_sort (sorted, compare_counters);
  for (guint i = 0; i < sorted->len; i++)
    {
      McCounterEntry *counter = g_ptr_array_index (sorted, i);
      gint64 id = mc_entity_get_id (MC_ENTITY (counter));
      g_autofree char *name = g_strdup_printf (_ ("Counter %d"), counter->number);

      gtk_string_list_append (names, name);
      g_array_append_val (self->counters, id);
      if (id == wanted)
        selected = i + 1;
    }
  gtk_drop_down_set_model (self->counter, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->counter, selected);
}

static void
look_at (McCauseDialog *self, const McWaitTime *time)
{
  mc_cause_feed_look_at (self->feed, time);
  gtk_widget_set_visible (self->spinner, TRUE);
  gtk_filter_changed (GTK_FILTER (self->of_day), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
chosen_cb (McCauseDialog *self)
{
  const McWaitTime *now = mc_cause_feed_get_time (self->feed);
  guint hour = gtk_drop_down_get_selected (self->hour), counter = gtk_drop_down_get_selected (self->counter);
  McWaitTime time = { .day = mc_date_entry_get_day (self->day) };

  if (self->filling || time.day == MC_DAY_NONE || hour >= self->slots->len || counter >= self->counters->len)
    return;
  time.slot = g_array_index (self->slots, int, hour);
  time.counter_id = g_array_index (self->counters, gint64, counter);
  if (time.day != now->day || time.slot != now->slot || time.counter_id != now->counter_id)
    look_at (self, &time);
}

/* --- What is shown --- */

static void
describe_groups (McCauseDialog *self)
{
  const McWaitTime *time = mc_cause_feed_get_time (self->feed);
  const McWaitCause *cause = mc_cause_feed_get_cause (self->feed);
  const char *dossiers = _ ("Dossiers, beside the median of the same weekday");

  adw_preferences_group_set_description (self->fields_group,
                                         cause && cause->fields_of == MC_FIGURE_RECEIVED
                                             ? dossiers
                                             : _ ("Visitors, beside the median of the same weekday"));
  adw_preferences_group_set_description (
      self->procedures_group,
      time->slot < 0 ? dossiers : _ ("Dossiers of the whole day: by half-hours nobody knows them"));
  adw_preferences_group_set_description (self->staffing_group,
                                         mc_cause_feed_is_rostered (self->feed)
                                             ? _ ("By the published roster, who was away left out")
                                             : _ ("By the standing assignments: no roster was out for this day"));
}

static void
changed_cb (McCauseDialog *self)
{
  const McWaitCause *cause = mc_cause_feed_get_cause (self->feed);
  const GError *error = mc_cause_feed_get_error (self->feed);

  self->filling = TRUE;
  if (cause)
    fill_hours (self);
  if (mc_cause_feed_get_states (self->feed, MC_DAY_SESSION_MORNING))
    fill_counters (self);
  self->filling = FALSE;
  gtk_widget_set_visible (self->spinner, !cause && !error);
  mc_cause_rows_waiting (self->waiting, self->feed);
  mc_cause_rows_parts (self->fields, self->feed, MC_WORKLOAD_BY_FIELD);
  mc_cause_rows_parts (self->procedures, self->feed, MC_WORKLOAD_BY_PROCEDURE);
  mc_cause_rows_staffing (self->staffing, self->feed);
  mc_cause_rows_absent (self->absent, self->feed);
  if (error)
    mc_cause_rows_failure (self->waiting, mc_report_reason (error));
  describe_groups (self);
}

/* --- What was done --- */

static gboolean
is_of_day (gpointer item, gpointer data)
{
  return MC_CORRECTIVE_ACTION (item)->day == mc_cause_feed_get_time (MC_CAUSE_DIALOG (data)->feed)->day;
}

static void
show_actions (McCauseDialog *self)
{
  g_autoptr (GtkFilterListModel) of_day = NULL;

  self->names = mc_corrective_names_new (self->session);
  g_signal_connect_object (self->names, "changed", G_CALLBACK (mc_record_group_refresh), self->actions,
                           G_CONNECT_SWAPPED);
  self->of_day = gtk_custom_filter_new (is_of_day, self, NULL);
  of_day =
      gtk_filter_list_model_new (G_LIST_MODEL (mc_session_list (self->session, MC_TYPE_CORRECTIVE_ACTION, MC_DAY_NONE)),
                                 GTK_FILTER (g_object_ref (self->of_day)));
  mc_record_group_show (self->actions, G_LIST_MODEL (of_day), mc_corrective_names_describe, self->names);
  gtk_widget_set_visible (GTK_WIDGET (self->actions), mc_corrective_may_read (self->session));
  g_object_set (self->actions, "can-write", mc_session_may_write (self->session, "corrective_action"), NULL);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McCauseDialog *self = MC_CAUSE_DIALOG (widget);
  const McWaitCause *cause = mc_cause_feed_get_cause (self->feed);
  g_autoptr (McCorrectiveAction) row = mc_corrective_row_new (
      mc_cause_feed_get_time (self->feed), cause ? mc_workload_figure_value (MC_FIGURE_WAIT, &cause->now) : NAN);

  adw_dialog_present (mc_corrective_dialog_new (self->session, self->names, row), widget);
}

static void
row_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McCauseDialog *self = MC_CAUSE_DIALOG (widget);
  g_autoptr (McLiveList) list = mc_session_list (self->session, MC_TYPE_CORRECTIVE_ACTION, MC_DAY_NONE);
  const char *table;
  gint64 id;
  McCorrectiveAction *row;

  g_variant_get (parameter, "(&sx)", &table, &id);
  row = mc_live_list_get_by_id (list, id);
  if (!row)
    return;
  if (g_str_equal (name, "record.edit"))
    adw_dialog_present (mc_corrective_dialog_new (self->session, self->names, row), widget);
  else
    mc_corrective_remove (widget, self->session, row);
}

/* --- The dialog --- */

static void
mc_cause_dialog_dispose (GObject *object)
{
  McCauseDialog *self = MC_CAUSE_DIALOG (object);

  if (self->feed)
    g_signal_handlers_disconnect_by_data (self->feed, self);
  if (self->actions)
    mc_record_group_show (self->actions, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_CAUSE_DIALOG);
  g_clear_object (&self->of_day);
  g_clear_object (&self->feed);
  g_clear_object (&self->names);
  g_clear_object (&self->session);
  g_clear_pointer (&self->slots, g_array_unref);
  g_clear_pointer (&self->counters, g_array_unref);
  G_OBJECT_CLASS (mc_cause_dialog_parent_class)->dispose (object);
}

static void
mc_cause_dialog_class_init (McCauseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_cause_dialog_dispose;
  g_type_ensure (MC_TYPE_DATE_ENTRY);
  g_type_ensure (MC_TYPE_RECORD_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/workload/mc-cause-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McCauseDialog, day);
  gtk_widget_class_bind_template_child (widget_class, McCauseDialog, hour);
  gtk_widget_class_bind_template_child (widget_class, McCauseDialog, counter);
  gtk_widget_class_bind_template_child (widget_class, McCauseDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, McCauseDialog, waiting);
  gtk_widget_class_bind_template_child (widget_class, McCauseDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, McCauseDialog, procedures);
  gtk_widget_class_bind_template_child (widget_class, McCauseDialog, staffing);
  gtk_widget_class_bind_template_child (widget_class, McCauseDialog, absent);
  gtk_widget_class_bind_template_child (widget_class, McCauseDialog, fields_group);
  gtk_widget_class_bind_template_child (widget_class, McCauseDialog, procedures_group);
  gtk_widget_class_bind_template_child (widget_class, McCauseDialog, staffing_group);
  gtk_widget_class_bind_template_child (widget_class, McCauseDialog, actions);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_install_action (widget_class, "record.add", "s", add_action);
  gtk_widget_class_install_action (widget_class, "record.edit", "(sx)", row_action);
  gtk_widget_class_install_action (widget_class, "record.remove", "(sx)", row_action);
}

static void
mc_cause_dialog_init (McCauseDialog *self)
{
  const int whole = -1;
  const gint64 all = 0;

  self->slots = g_array_new (FALSE, FALSE, sizeof (int));
  self->counters = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (self->slots, whole);
  g_array_append_val (self->counters, all);
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
mc_cause_dialog_new (McSession *session, const McWaitTime *time)
{
  McCauseDialog *self = g_object_new (MC_TYPE_CAUSE_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->feed = mc_cause_feed_new (session);
  g_signal_connect_swapped (self->feed, "changed", G_CALLBACK (changed_cb), self);
  g_object_set (self->day, "latest", mc_session_get_today (session), NULL);
  mc_date_entry_set_day (self->day, time->day);
  show_actions (self);
  look_at (self, time);
  self->filling = FALSE;
  return ADW_DIALOG (self);
}
