/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-workload-files-dialog.h"

#include <glib/gi18n.h>

#include "mc-ask.h"
#include "mc-choice.h"
#include "mc-commit.h"
#include "mc-empty-page.h"
#include "mc-history-names.h"
#include "mc-list-state.h"
#include "mc-needle.h"
#include "mc-number.h"
#include "mc-told-columns.h"
#include "mc-workload-actions.h"
#include "mc-workload-day-dialog.h"
#include "mc-workload-import-dialog.h"

struct _McWorkloadFilesDialog
{
  AdwDialog parent_instance;

  McSession *session;
  McLiveList *files;
  McLiveList *sources;
  McHistoryNames *names; /* NULL until they are known */
  char *needle;

  GtkEditable *search;
  GtkDropDown *state_choice;
  McListState *state;
  GtkColumnView *table;
  GtkSingleSelection *selection;
  GtkFilterListModel *filtered;
  GtkCustomFilter *filter;
  GtkLabel *totals;
};

G_DEFINE_FINAL_TYPE (McWorkloadFilesDialog, mc_workload_files_dialog, ADW_TYPE_DIALOG)

/* --- What the columns say --- */

static char *
when_text (gpointer self, gpointer row)
{
  return mc_entity_format (row, "imported_at");
}

static double
when_order (gpointer self, gpointer row)
{
  return (double)MC_WORKLOAD_FILE (row)->imported_at;
}

static char *
name_text (gpointer self, gpointer row)
{
  return g_strdup (MC_WORKLOAD_FILE (row)->file_name);
}

static char *
kind_text (gpointer self, gpointer row)
{
  return g_strdup (mc_enum_label (mc_workload_kind_values, MC_WORKLOAD_FILE (row)->kind));
}

static char *
source_text (gpointer data, gpointer row)
{
  McWorkloadFilesDialog *self = data;
  McWorkloadFile *file = row;
  McWorkloadSource *source = self->sources ? mc_live_list_get_by_id (self->sources, file->source_id) : NULL;

  if (file->manual)
    return g_strdup (_ ("By hand"));
  return g_strdup (source ? source->name : "…");
}

static char *
days_text (gpointer self, gpointer row)
{
  McWorkloadFile *file = row;
  g_autofree char *first = mc_day_format (file->first_day);
  g_autofree char *last = mc_day_format (file->last_day);

  return file->first_day == file->last_day ? g_steal_pointer (&first) : g_strdup_printf ("%s – %s", first, last);
}

static double
days_order (gpointer self, gpointer row)
{
  return MC_WORKLOAD_FILE (row)->first_day;
}

static char *
rows_text (gpointer self, gpointer row)
{
  /* The sample's counts were not read from rows. */
  return MC_WORKLOAD_FILE (row)->is_sample ? g_strdup ("–") : mc_number_format_int (MC_WORKLOAD_FILE (row)->rows_read);
}

static double
rows_order (gpointer self, gpointer row)
{
  return MC_WORKLOAD_FILE (row)->rows_read;
}

static char *
state_text (gpointer self, gpointer row)
{
  static const char *const signs[] = { "✓", "○", "✗" };
  McWorkloadState state = MC_WORKLOAD_FILE (row)->state;

  return g_strdup_printf ("%s %s", signs[state], mc_enum_label (mc_workload_state_values, state));
}

static char *
who_text (gpointer data, gpointer row)
{
  McWorkloadFilesDialog *self = data;
  const char *login = MC_WORKLOAD_FILE (row)->imported_by;

  return g_strdup (self->names && login ? mc_history_names_who (self->names, login) : login);
}

static const McToldColumn columns[] = {
  { NC_ ("column", "Taken in on"), when_text, when_order, NULL, 162, FALSE },
  { NC_ ("column", "File"), name_text, NULL, NULL, 0, TRUE },
  { NC_ ("column", "Kind"), kind_text, NULL, NULL, 82, FALSE },
  { NC_ ("column", "From which system"), source_text, NULL, NULL, 180, FALSE },
  { NC_ ("column", "Of the days"), days_text, days_order, NULL, 200, FALSE },
  { NC_ ("column", "Rows"), rows_text, rows_order, NULL, 76, FALSE },
  { NC_ ("column", "State"), state_text, NULL, NULL, 108, FALSE },
  { NC_ ("column", "By whom"), who_text, NULL, NULL, 120, FALSE },
};

/* --- The list --- */

static void
selected_cb (McWorkloadFilesDialog *self)
{
  McWorkloadFile *file = gtk_single_selection_get_selected_item (self->selection);
  gboolean may = self->session && mc_session_may_write (self->session, "workload_file");
  gboolean counts = file && file->state == MC_WORKLOAD_IMPORTED;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "files.import", may);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "files.enter", may);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "files.show", file != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "files.correct",
                                 may && counts && !file->manual && !file->is_sample);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "files.withdraw", may && counts);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "files.restore", may && file && !counts);
}

static gboolean
matches (gpointer row, gpointer user_data)
{
  McWorkloadFilesDialog *self = user_data;
  g_autoptr (GString) words = g_string_new (NULL);
  const char *all;

  if (!mc_choice_allows (self->state_choice, MC_WORKLOAD_FILE (row)->state))
    return FALSE;
  if (!self->needle)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *text = columns[i].text (self, row);

      g_string_append_printf (words, "%s ", text ? text : "");
    }
  all = words->str;
  return mc_needle_finds (self->needle, &all, 1);
}

static void
update_totals (McWorkloadFilesDialog *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->filtered)), counting = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (McWorkloadFile) file = g_list_model_get_item (G_LIST_MODEL (self->filtered), i);

      counting += file->state == MC_WORKLOAD_IMPORTED;
    }
  text = g_strdup_printf (_ ("%u files, of which %u count"), n, counting);
  gtk_label_set_label (self->totals, text);
}

static void
filter_changed_cb (McWorkloadFilesDialog *self)
{
  if (!self->filter)
    return;
  mc_needle_set (&self->needle, gtk_editable_get_text (self->search));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_totals (self);
}

/* Rows or names read otherwise now. */
static void
changed_cb (McWorkloadFilesDialog *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  mc_told_columns_refresh (self->table);
  update_totals (self);
  selected_cb (self);
}

static DexFuture *
learn_names_fiber (gpointer data)
{
  McWorkloadFilesDialog *self = data;
  g_autoptr (McHistoryNames) names = mc_history_names_load (self->session);

  if (!self->session)
    return dex_future_new_false ();
  self->names = g_steal_pointer (&names);
  changed_cb (self);
  return dex_future_new_true ();
}

/* --- Acts --- */

static McWorkloadFile *
chosen (McWorkloadFilesDialog *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McWorkloadFilesDialog *self = MC_WORKLOAD_FILES_DIALOG (widget);
  McWorkloadFile *wrong = g_str_equal (name, "files.correct") ? chosen (self) : NULL;

  adw_dialog_present (mc_workload_import_dialog_new (self->session, wrong), widget);
}

static void
enter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McSession *session = MC_WORKLOAD_FILES_DIALOG (widget)->session;

  adw_dialog_present (mc_workload_day_dialog_new (session, mc_session_get_today (session)), widget);
}

static void
show_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McWorkloadFile *file = chosen (MC_WORKLOAD_FILES_DIALOG (widget));
  g_autofree char *target = NULL;

  if (!file)
    return;
  target = g_strdup_printf ("workload_file/%" G_GINT64_FORMAT, mc_entity_get_id (MC_ENTITY (file)));
  gtk_widget_activate_action (widget, "win.open-target", "s", target);
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
activate_cb (McWorkloadFilesDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "files.show", NULL);
}

typedef struct
{
  McWorkloadFilesDialog *self;
  McSession *session;
  McWorkloadFile *file;
} Act;

static void
act_free (gpointer data)
{
  Act *act = data;

  g_object_unref (act->self);
  g_object_unref (act->session);
  g_object_unref (act->file);
  g_free (act);
}

static DexFuture *
withdraw_fiber (gpointer data)
{
  Act *act = data;
  GtkWidget *from = GTK_WIDGET (act->self);
  g_autofree char *days = days_text (act->self, act->file);
  g_autofree char *rows = rows_text (act->self, act->file);
  g_autofree char *heading = g_strdup_printf (_ ("Withdraw “%s”?"), act->file->file_name);
  /* Translators: a number of rows, or a dash; days */
  g_autofree char *body =
      g_strdup_printf (_ ("Its figures (%s rows, %s) count no longer, on every desktop and in every "
                          "chart. The file stays in the list and can count again."),
                       rows, days);
  g_autoptr (McChange) change = NULL;

  if (!dex_await_boolean (mc_ask_go (from, heading, body, _ ("_Withdraw"), TRUE), NULL))
    return dex_future_new_false ();
  change = mc_workload_change_withdraw (act->file);
  return mc_commit (from, act->session, change);
}

static DexFuture *
restore_fiber (gpointer data)
{
  Act *act = data;
  g_autoptr (McChange) change = mc_workload_change_restore (act->file);

  return mc_commit (GTK_WIDGET (act->self), act->session, change);
}

static void
state_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McWorkloadFilesDialog *self = MC_WORKLOAD_FILES_DIALOG (widget);
  gboolean withdraw = g_str_equal (name, "files.withdraw");
  Act *act;

  if (!chosen (self))
    return;
  act = g_new0 (Act, 1);
  act->self = g_object_ref (self);
  act->session = g_object_ref (self->session);
  act->file = mc_entity_clone (chosen (self));
  dex_future_disown (dex_scheduler_spawn (NULL, 0, withdraw ? withdraw_fiber : restore_fiber, act, act_free));
}

/* --- The dialog --- */

static void
mc_workload_files_dialog_dispose (GObject *object)
{
  McWorkloadFilesDialog *self = MC_WORKLOAD_FILES_DIALOG (object);

  if (self->filtered)
    gtk_filter_list_model_set_model (self->filtered, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_WORKLOAD_FILES_DIALOG);
  g_clear_object (&self->files);
  g_clear_object (&self->sources);
  g_clear_object (&self->session);
  g_clear_pointer (&self->names, mc_history_names_free);
  g_clear_pointer (&self->needle, g_free);
  G_OBJECT_CLASS (mc_workload_files_dialog_parent_class)->dispose (object);
}

#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, McWorkloadFilesDialog, name)

static void
mc_workload_files_dialog_class_init (McWorkloadFilesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_workload_files_dialog_dispose;
  g_type_ensure (MC_TYPE_EMPTY_PAGE);
  g_type_ensure (MC_TYPE_LIST_STATE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/gov/cantho/MotCua/workload/mc-workload-files-dialog.ui");
  CHILD (search);
  CHILD (state_choice);
  CHILD (state);
  CHILD (table);
  CHILD (selection);
  CHILD (filtered);
  CHILD (filter);
  CHILD (totals);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "files.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "files.correct", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "files.enter", NULL, enter_action);
  gtk_widget_class_install_action (widget_class, "files.show", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "files.withdraw", NULL, state_action);
  gtk_widget_class_install_action (widget_class, "files.restore", NULL, state_action);
}

static void
mc_workload_files_dialog_init (McWorkloadFilesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mc_choice_fill_values (self->state_choice, _ ("All states"), mc_workload_state_values);
  mc_told_columns_fill (self->table, columns, G_N_ELEMENTS (columns), self, 0, GTK_SORT_DESCENDING);
  gtk_custom_filter_set_filter_func (self->filter, matches, self, NULL);
  g_signal_connect_object (self->filtered, "items-changed", G_CALLBACK (update_totals), self, G_CONNECT_SWAPPED);
}

AdwDialog *
mc_workload_files_dialog_new (McSession *session)
{
  McWorkloadFilesDialog *self = g_object_new (MC_TYPE_WORKLOAD_FILES_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->sources = mc_session_list (session, MC_TYPE_WORKLOAD_SOURCE, MC_DAY_NONE);
  self->files = mc_session_list (session, MC_TYPE_WORKLOAD_FILE, MC_DAY_NONE);
  g_signal_connect_object (self->sources, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->files, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  mc_list_state_set_list (self->state, self->files);
  gtk_filter_list_model_set_model (self->filtered, G_LIST_MODEL (self->files));
  changed_cb (self);
  dex_future_disown (dex_scheduler_spawn (NULL, 0, learn_names_fiber, g_object_ref (self), g_object_unref));
  return ADW_DIALOG (self);
}
