/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-workload-import-dialog.h"

#include <glib/gi18n.h>

#include "mc-ask.h"
#include "mc-import-rows.h"
#include "mc-number.h"
#include "mc-report.h"
#include "mc-workload-import-dialog-private.h"
#include "mc-workload-numbers.h"

#define TICK_MS 100

G_DEFINE_FINAL_TYPE (McWorkloadImportDialog, mc_workload_import_dialog, ADW_TYPE_DIALOG)

static void
show_banner (McWorkloadImportDialog *self, const char *text)
{
  adw_banner_set_title (self->banner, text ? text : "");
  adw_banner_set_revealed (self->banner, text != NULL);
}

/* --- What is under way --- */

static gboolean
tick_cb (gpointer data)
{
  McWorkloadImportDialog *self = data;
  int permille = g_atomic_int_get (&self->permille);
  int n_read = g_atomic_int_get (&self->n_read);
  g_autofree char *shown = mc_number_format_int (n_read);
  g_autofree char *text = NULL;

  /* What is done at once does not take the page away. */
  if (++self->n_ticks == 2)
    gtk_stack_set_visible_child_name (self->stack, "reading");
  if (n_read > 0)
    text = g_strdup_printf (g_dngettext (NULL, "%s row", "%s rows", (gulong)n_read), shown);
  gtk_progress_bar_set_text (self->progress, text ? text : "");
  if (permille < 0)
    gtk_progress_bar_pulse (self->progress);
  else
    gtk_progress_bar_set_fraction (self->progress, permille / 1000.0);
  return G_SOURCE_CONTINUE;
}

void
_mc_workload_import_dialog_be_busy (McWorkloadImportDialog *self, const char *what, gboolean stoppable)
{
  g_autofree char *name = g_file_get_basename (self->file);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus ? gtk_widget_get_ancestor (focus, ADW_TYPE_COMBO_ROW) : NULL;

  /* The list of a choice that was just made is about to close. */
  g_set_weak_pointer (&self->focus, row ? row : focus);
  g_atomic_int_set (&self->permille, stoppable ? 0 : -1);
  g_atomic_int_set (&self->n_read, 0);
  adw_status_page_set_title (self->busy, what);
  adw_status_page_set_description (self->busy, name);
  gtk_widget_set_visible (self->stop_button, stoppable);
  gtk_label_set_label (self->file_name, name);
  g_clear_handle_id (&self->tick, g_source_remove);
  self->n_ticks = 0;
  self->tick = g_timeout_add (TICK_MS, tick_cb, self);
}

/* --- What was read --- */

/* Whether the same file counts already, and since when. */
static char *
dup_known (McWorkloadImportDialog *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->files)); i++)
    {
      g_autoptr (McWorkloadFile) file = g_list_model_get_item (G_LIST_MODEL (self->files), i);
      g_autofree char *when = NULL;

      if (file->state != MC_WORKLOAD_IMPORTED || file->kind != self->kind ||
          g_strcmp0 (file->digest, self->digest) != 0)
        continue;
      when = mc_entity_format (MC_ENTITY (file), "imported_at");
      return g_strdup_printf (_ ("✗ This file counts already: it was taken in on %s."), when);
    }
  return NULL;
}

static char *
dup_errors (guint n_errors)
{
  return g_strdup_printf (g_dngettext (NULL, "✗ %u cell is bad; nothing is written until it is mended.",
                                       "✗ %u cells are bad; nothing is written until they are mended.", n_errors),
                          n_errors);
}

static char *
dup_good (McWorkloadImportDialog *self)
{
  g_autofree char *first = mc_day_format (mc_workload_import_get_first_day (self->import));
  g_autofree char *last = mc_day_format (mc_workload_import_get_last_day (self->import));
  g_autofree char *rows = mc_number_format_int (mc_workload_import_get_n_rows (self->import));

  /* Translators: a number; two days; a number of days */
  return g_strdup_printf (_ ("✓ %s rows of %s to %s, on %u days"), rows, first, last,
                          mc_workload_import_get_n_days (self->import));
}

/* Why the file cannot be taken in as it is; NULL if it can. */
static char *
dup_obstacle (McWorkloadImportDialog *self)
{
  guint n_errors = mc_workload_import_get_n_errors (self->import);

  if (n_errors > 0)
    return dup_errors (n_errors);
  if (self->n_rivals > 1)
    return g_strdup (_ ("✗ Several files of this source list some of these days; withdraw them first."));
  return dup_known (self);
}

static gboolean
has_result (McWorkloadImportDialog *self)
{
  return self->import && self->mapping && mc_workload_import_get_counts (self->import)->len > 0;
}

/* Whether all is there that is needed. */
static void
update_commit (McWorkloadImportDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));
  g_autofree char *obstacle = NULL;
  gboolean ready = has_result (self);

  if (ready)
    obstacle = dup_obstacle (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.commit",
                                 ready && !obstacle && (self->source || *name) &&
                                     (!self->rival || adw_switch_row_get_active (self->replace_row)));
}

static void
show_replace (McWorkloadImportDialog *self)
{
  McWorkloadFile *other = self->wrong ? self->wrong : self->rival;
  g_autofree char *title = NULL, *first = NULL, *last = NULL, *days = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->replace_row), other != NULL);
  if (!other)
    return;
  first = mc_day_format (other->first_day);
  last = mc_day_format (other->last_day);
  title = g_strdup_printf (_ ("Count instead of “%s”"), other->file_name);
  days = g_strdup_printf (_ ("It lists %s to %s, some of the same days, and counts no longer then."), first, last);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->replace_row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->replace_row), days);
  if (self->wrong)
    adw_switch_row_set_active (self->replace_row, TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->replace_row), !self->wrong);
}

static void
show_errors (McWorkloadImportDialog *self, guint n_errors)
{
  GListModel *errors = mc_workload_import_get_errors (self->import);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->errors_group), n_errors > 0);
  gtk_list_box_bind_model (self->errors, errors, mc_import_error_row_new, NULL, NULL);
  if (n_errors > g_list_model_get_n_items (errors))
    text = g_strdup_printf (_ ("The first %u of %u."), g_list_model_get_n_items (errors), n_errors);
  adw_preferences_group_set_description (self->errors_group, text);
}

static void
show_result (McWorkloadImportDialog *self)
{
  guint n_errors = mc_workload_import_get_n_errors (self->import);
  g_autofree char *text = dup_obstacle (self);
  g_autofree char *totals = mc_workload_numbers_format (self->kind, mc_workload_import_get_counts (self->import));

  if (!text)
    text = dup_good (self);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), TRUE);
  mc_report_tell (self->summary, text);
  gtk_label_set_label (self->totals, totals);
  gtk_widget_set_visible (GTK_WIDGET (self->totals), n_errors == 0);
  show_errors (self, n_errors);
}

/* --- The inputs --- */

static void
meaning_changed_cb (McWorkloadImportDialog *self, GParamSpec *pspec, AdwComboRow *row)
{
  guint column, meaning = mc_import_column_row_get (row);

  if (self->filling || !g_ptr_array_find (self->column_rows, row, &column))
    return;
  g_array_append_val (self->meant, column);
  g_array_append_val (self->meant, meaning);
  _mc_workload_import_dialog_read_again (self, MC_ANEW_CELLS);
}

/* Rows are made anew for another table, or where its columns can mean something else. */
static void
fill_columns (McWorkloadImportDialog *self)
{
  guint n = mc_column_mapping_get_n_columns (self->mapping);

  if (g_set_object (&self->shown, self->mapping))
    {
      for (guint i = 0; i < self->column_rows->len; i++)
        adw_preferences_group_remove (self->columns, g_ptr_array_index (self->column_rows, i));
      g_ptr_array_set_size (self->column_rows, 0);
      for (guint i = 0; i < n; i++)
        {
          GtkWidget *row = mc_import_column_row_new (self->mapping, i);

          adw_preferences_group_add (self->columns, row);
          g_ptr_array_add (self->column_rows, row);
          g_signal_connect_object (row, "notify::selected", G_CALLBACK (meaning_changed_cb), self, G_CONNECT_SWAPPED);
        }
    }
  for (guint i = 0; i < n; i++)
    mc_import_column_row_show (g_ptr_array_index (self->column_rows, i), self->mapping, i);
}

static const char *const source_names[] = {
  [MC_WORKLOAD_DOSSIER] = N_ ("Dossier system"),
  [MC_WORKLOAD_TICKET] = N_ ("Queue machine"),
  [MC_WORKLOAD_RATING] = N_ ("Feedback devices"),
};

/* The known sources by name, and a new one at the end. */
static void
fill_sources (McWorkloadImportDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->known));
  guint chosen = n;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (McWorkloadSource) source = g_list_model_get_item (G_LIST_MODEL (self->known), i);

      gtk_string_list_append (names, source->name);
      if (self->source && mc_entity_same_row (MC_ENTITY (source), MC_ENTITY (self->source)))
        chosen = i;
    }
  gtk_string_list_append (names, _ ("A new source"));
  adw_combo_row_set_model (self->source_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->source_row, chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->name_row), self->source == NULL);
  if (*gtk_editable_get_text (self->name_row) == '\0')
    gtk_editable_set_text (self->name_row, _ (source_names[self->kind]));
}

static void
fill_sheets (McWorkloadImportDialog *self)
{
  const char *const *sheets = mc_table_reader_get_sheets (self->reader);
  guint n = g_strv_length ((char **)sheets);
  g_autoptr (GtkStringList) names = gtk_string_list_new (sheets);

  gtk_widget_set_visible (GTK_WIDGET (self->sheet_row), n > 1);
  adw_combo_row_set_model (self->sheet_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->sheet_row, self->sheet);
}

static void
fill_inputs (McWorkloadImportDialog *self)
{
  self->filling = TRUE;
  adw_combo_row_set_selected (self->kind_row, self->kind);
  fill_sources (self);
  fill_sheets (self);
  fill_columns (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->kind_row), !self->wrong);
  gtk_widget_set_sensitive (GTK_WIDGET (self->source_row), !self->wrong);
  self->filling = FALSE;
}

static char *
dup_failure (McWorkloadImportDialog *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_strdup (_ ("Reading was stopped."));
  if (self->mapping && self->supposed && !mc_column_mapping_check (self->mapping, NULL))
    return g_strdup_printf (_ ("Say below what the columns mean; it will be remembered of the source. %s"),
                            error->message);
  return g_strdup (error->message);
}

void
_mc_workload_import_dialog_show (McWorkloadImportDialog *self, const GError *error)
{
  g_autofree char *failure = error ? dup_failure (self, error) : NULL;

  g_clear_handle_id (&self->tick, g_source_remove);
  show_banner (self, failure || !self->reader ? failure : mc_table_reader_get_note (self->reader));
  if (failure)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), failure, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  gtk_stack_set_visible_child_name (self->stack, self->mapping ? "list" : "start");
  if (!self->mapping)
    return;
  fill_inputs (self);
  show_replace (self);
  gtk_label_set_label (self->summary, "");
  gtk_widget_set_visible (GTK_WIDGET (self->summary), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->totals), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->errors_group), FALSE);
  if (has_result (self) || !error)
    show_result (self);
  update_commit (self);
  if (!self->focus || !gtk_widget_get_mapped (self->focus) || !gtk_widget_grab_focus (self->focus))
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
kind_changed_cb (McWorkloadImportDialog *self)
{
  if (self->filling || !self->reader || adw_combo_row_get_selected (self->kind_row) == self->kind)
    return;
  self->kind = adw_combo_row_get_selected (self->kind_row);
  self->kind_chosen = TRUE;
  gtk_editable_set_text (self->name_row, "");
  _mc_workload_import_dialog_read_again (self, MC_ANEW_KIND);
}

static void
source_changed_cb (McWorkloadImportDialog *self)
{
  g_autoptr (McWorkloadSource) source = NULL;

  if (self->filling || !self->reader)
    return;
  source = g_list_model_get_item (G_LIST_MODEL (self->known), adw_combo_row_get_selected (self->source_row));
  g_set_object (&self->source, source);
  self->source_chosen = TRUE;
  _mc_workload_import_dialog_read_again (self, MC_ANEW_SOURCE);
}

static void
sheet_changed_cb (McWorkloadImportDialog *self)
{
  if (self->filling || !self->reader || adw_combo_row_get_selected (self->sheet_row) == self->sheet)
    return;
  self->sheet = adw_combo_row_get_selected (self->sheet_row);
  _mc_workload_import_dialog_read_again (self, MC_ANEW_SOURCE);
}

/* --- Acts --- */

void
mc_workload_import_dialog_read (McWorkloadImportDialog *self, GFile *file)
{
  g_return_if_fail (MC_IS_WORKLOAD_IMPORT_DIALOG (self) && G_IS_FILE (file));
  g_set_object (&self->file, file);
  gtk_editable_set_text (self->name_row, "");
  _mc_workload_import_dialog_read_again (self, MC_ANEW_FILE);
}

static DexFuture *
choose_fiber (gpointer data)
{
  static const char *const suffixes[] = { "csv", "xlsx", "xls", "ods", "txt", NULL };
  McWorkloadImportDialog *self = data;
  g_autoptr (GFile) file =
      dex_await_object (mc_ask_open (GTK_WIDGET (self), _ ("Choose the Export"), _ ("Tables"), suffixes), NULL);

  if (file && self->session)
    mc_workload_import_dialog_read (self, file);
  return dex_future_new_true ();
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dex_future_disown (dex_scheduler_spawn (NULL, 0, choose_fiber, g_object_ref (widget), g_object_unref));
}

static void
stop_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _mc_workload_import_dialog_stop (MC_WORKLOAD_IMPORT_DIALOG (widget));
}

static void
commit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  _mc_workload_import_dialog_commit (MC_WORKLOAD_IMPORT_DIALOG (widget));
}

static void
mc_workload_import_dialog_closed (AdwDialog *dialog)
{
  McWorkloadImportDialog *self = MC_WORKLOAD_IMPORT_DIALOG (dialog);

  self->stamp++;
  _mc_workload_import_dialog_stop (self);
  g_clear_handle_id (&self->tick, g_source_remove);
}

static void
mc_workload_import_dialog_dispose (GObject *object)
{
  McWorkloadImportDialog *self = MC_WORKLOAD_IMPORT_DIALOG (object);

  g_clear_weak_pointer (&self->focus);
  g_clear_handle_id (&self->tick, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_WORKLOAD_IMPORT_DIALOG);
  g_clear_object (&self->cancellable);
  dex_clear (&self->turn);
  g_clear_object (&self->session);
  g_clear_object (&self->sources);
  g_clear_object (&self->files);
  g_clear_object (&self->known);
  g_clear_object (&self->source);
  g_clear_object (&self->wrong);
  g_clear_object (&self->rival);
  g_clear_object (&self->import);
  g_clear_object (&self->reader);
  g_clear_object (&self->mapping);
  g_clear_object (&self->shown);
  g_clear_object (&self->file);
  g_clear_pointer (&self->digest, g_free);
  g_clear_pointer (&self->meant, g_array_unref);
  g_clear_pointer (&self->column_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (mc_workload_import_dialog_parent_class)->dispose (object);
}

#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, McWorkloadImportDialog, name)

static void
mc_workload_import_dialog_class_init (McWorkloadImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_workload_import_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = mc_workload_import_dialog_closed;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/gov/cantho/MotCua/workload/mc-workload-import-dialog.ui");
  CHILD (banner);
  CHILD (stack);
  CHILD (busy);
  CHILD (progress);
  CHILD (stop_button);
  CHILD (file_name);
  CHILD (summary);
  CHILD (totals);
  CHILD (kind_row);
  CHILD (source_row);
  CHILD (name_row);
  CHILD (sheet_row);
  CHILD (replace_row);
  CHILD (columns);
  CHILD (errors_group);
  CHILD (errors);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_commit);
  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "import.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "import.commit", NULL, commit_action);
}

static void
mc_workload_import_dialog_init (McWorkloadImportDialog *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  self->filling = TRUE;
  self->column_rows = g_ptr_array_new ();
  self->meant = g_array_new (FALSE, FALSE, sizeof (guint));
  self->known = g_list_store_new (MC_TYPE_WORKLOAD_SOURCE);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; mc_workload_kind_values[i].text; i++)
    gtk_string_list_append (kinds, mc_enum_label (mc_workload_kind_values, i));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
  self->filling = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.commit", FALSE);
}

AdwDialog *
mc_workload_import_dialog_new (McSession *session, McWorkloadFile *wrong)
{
  McWorkloadImportDialog *self = g_object_new (MC_TYPE_WORKLOAD_IMPORT_DIALOG, NULL);
  gboolean may = mc_session_may_write (session, "workload_file");

  self->session = g_object_ref (session);
  self->sources = mc_session_list (session, MC_TYPE_WORKLOAD_SOURCE, MC_DAY_NONE);
  self->files = mc_session_list (session, MC_TYPE_WORKLOAD_FILE, MC_DAY_NONE);
  g_set_object (&self->wrong, wrong);
  if (wrong)
    adw_dialog_set_title (ADW_DIALOG (self), _ ("A Corrected File"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.choose", may);
  if (!may)
    show_banner (self, _ ("Your account may read, but not change the register."));
  return ADW_DIALOG (self);
}
