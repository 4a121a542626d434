/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-staff-import-dialog.h"

#include <glib/gi18n.h>

#include "mc-ask.h"
#include "mc-commit.h"
#include "mc-error.h"
#include "mc-json.h"
#include "mc-report.h"
#include "mc-staff-import-change.h"

#define SETTING "staff-import-mapping"

struct _McStaffImportDialog
{
  AdwDialog parent_instance;

  McSession *session;
  GSettings *settings;
  GFile *file;
  McStaffImport *import;
  McTableReader *reader;
  McColumnMapping *mapping;
  guint stamp; /* of the reading that counts */
  gboolean filling;

  GtkButton *verb_button;
  GtkStack *stack;
  GtkLabel *busy_label;
  AdwStatusPage *failed_page;
  GtkLabel *file_label;
  GtkDropDown *sheet_choice;
  GtkLabel *note_label;
  GtkLabel *counts_label;
  GtkCheckButton *skip_check;
  AdwViewStack *pages;
  AdwViewStackPage *errors_page;
  AdwViewStackPage *rows_page;
  GtkColumnView *errors_view;
  GtkColumnView *rows_view;
  GtkListBox *columns_box;
};

G_DEFINE_FINAL_TYPE (McStaffImportDialog, mc_staff_import_dialog, ADW_TYPE_DIALOG)

static char *
row_text (gpointer list_item, guint row)
{
  return row ? g_strdup_printf ("%u", row) : g_strdup ("–");
}

static char *
column_text (gpointer list_item, const char *column, const char *header)
{
  if (!column || !*column)
    return g_strdup (header ? header : "");
  return header && *header ? g_strdup_printf ("%s (%s)", column, header) : g_strdup (column);
}

static char *
check_text (gpointer list_item, guint n_errors, McPerson *known)
{
  if (n_errors > 0)
    return g_strdup_printf (g_dngettext (NULL, "✗ %u bad cell", "✗ %u bad cells", n_errors), n_errors);
  if (known)
    return g_strdup_printf (_ ("◐ in the register: %s"), known->full_name);
  return g_strdup (_ ("✓ good"));
}

static guint
count_taken (McStaffImportDialog *self)
{
  GListModel *rows = mc_staff_import_get_rows (self->import);
  gboolean skip = gtk_check_button_get_active (self->skip_check);
  guint taken = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (McStaffImportRow) row = g_list_model_get_item (rows, i);

      taken += mc_staff_import_is_taken (row, skip) ? 1 : 0;
    }
  return taken;
}

static void
show_counts (McStaffImportDialog *self)
{
  guint n_rows = g_list_model_get_n_items (mc_staff_import_get_rows (self->import));
  guint n_errors = g_list_model_get_n_items (mc_staff_import_get_errors (self->import));
  guint n_known = mc_staff_import_get_n_known (self->import);
  guint taken = count_taken (self);
  g_autofree char *people = g_strdup_printf (g_dngettext (NULL, "%u person", "%u people", n_rows), n_rows);
  g_autofree char *errors = g_strdup_printf (g_dngettext (NULL, "%u bad cell", "%u bad cells", n_errors), n_errors);
  g_autofree char *known = g_strdup_printf (
      g_dngettext (NULL, "%u in the register already", "%u in the register already", n_known), n_known);
  g_autofree char *text = g_strdup_printf ("%s · %s · %s", people, errors, known);
  g_autofree char *verb = g_strdup_printf (g_dngettext (NULL, "_Import %u Person", "_Import %u People", taken), taken);

  mc_report_tell (self->counts_label, text);
  gtk_button_set_label (self->verb_button, verb);
  gtk_widget_set_sensitive (GTK_WIDGET (self->verb_button), n_errors == 0 && taken > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->skip_check), n_known > 0);
  adw_view_stack_page_set_badge_number (self->errors_page, n_errors);
  adw_view_stack_page_set_needs_attention (self->errors_page, n_errors > 0);
}

static void
skip_cb (McStaffImportDialog *self)
{
  if (self->import)
    show_counts (self);
}

static void reread (McStaffImportDialog *self, gboolean find_header);

static void
meaning_changed_cb (AdwComboRow *row, GParamSpec *pspec, McStaffImportDialog *self)
{
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) node = NULL;

  if (self->filling)
    return;
  mc_column_mapping_set (self->mapping, (guint)gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)),
                         adw_combo_row_get_selected (row));
  node = mc_column_mapping_to_json (self->mapping);
  text = json_to_string (node, FALSE);
  g_settings_set_string (self->settings, SETTING, text);
  reread (self, FALSE);
}

static void
fill_columns (McStaffImportDialog *self)
{
  g_autoptr (GtkStringList) meanings = gtk_string_list_new (NULL);

  self->filling = TRUE;
  gtk_list_box_remove_all (self->columns_box);
  for (guint i = 0; i < MC_STAFF_N_COLUMNS; i++)
    gtk_string_list_append (meanings, i == MC_STAFF_NOTHING ? _ ("(not read)") : mc_staff_column_label (i));
  for (guint i = 0; i < mc_column_mapping_get_n_columns (self->mapping); i++)
    {
      const char *header = mc_column_mapping_get_header (self->mapping, i);
      g_autofree char *letters = mc_table_column_letters (i);
      g_autofree char *title = *header ? g_strdup_printf ("%s · %s", letters, header) : g_strdup (letters);
      GtkWidget *row = g_object_new (ADW_TYPE_COMBO_ROW, "title", title, "use-markup", FALSE, "model", meanings,
                                     "selected", (guint)mc_column_mapping_get (self->mapping, i), NULL);

      g_signal_connect_object (row, "notify::selected", G_CALLBACK (meaning_changed_cb), self, G_CONNECT_DEFAULT);
      gtk_list_box_append (self->columns_box, row);
    }
  self->filling = FALSE;
}

static void
fill_sheets (McStaffImportDialog *self)
{
  const char *const *sheets = mc_table_reader_get_sheets (self->reader);
  g_autoptr (GtkStringList) names = gtk_string_list_new (sheets);

  self->filling = TRUE;
  gtk_drop_down_set_model (self->sheet_choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->sheet_choice, mc_table_reader_get_sheet (self->reader));
  gtk_widget_set_visible (GTK_WIDGET (self->sheet_choice), g_list_model_get_n_items (G_LIST_MODEL (names)) > 1);
  self->filling = FALSE;
}

static GtkSelectionModel *
rows_without_selection (GListModel *rows)
{
  return GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (rows)));
}

static void
show_result (McStaffImportDialog *self)
{
  g_autoptr (GtkSelectionModel) errors = rows_without_selection (mc_staff_import_get_errors (self->import));
  g_autoptr (GtkSelectionModel) rows = rows_without_selection (mc_staff_import_get_rows (self->import));
  g_autofree char *name = g_file_get_basename (self->file);
  const char *note = mc_table_reader_get_note (self->reader);

  gtk_label_set_label (self->file_label, name);
  gtk_label_set_label (self->note_label, note ? note : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->note_label), note);
  gtk_column_view_set_model (self->errors_view, errors);
  gtk_column_view_set_model (self->rows_view, rows);
  fill_sheets (self);
  fill_columns (self);
  show_counts (self);
  if (g_strcmp0 (adw_view_stack_get_visible_child_name (self->pages), "columns") != 0)
    adw_view_stack_set_visible_child_name (self->pages,
                                           g_list_model_get_n_items (G_LIST_MODEL (errors)) ? "errors" : "rows");
  gtk_stack_set_visible_child_name (self->stack, "check");
}

static void
show_busy (McStaffImportDialog *self, const char *text)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->verb_button), FALSE);
  gtk_label_set_label (self->busy_label, text);
  gtk_stack_set_visible_child_name (self->stack, "busy");
}

static void
remember_meanings (McStaffImportDialog *self)
{
  g_autofree char *text = g_settings_get_string (self->settings, SETTING);
  g_autoptr (JsonNode) node = *text ? json_from_string (text, NULL) : NULL;

  if (node)
    mc_column_mapping_apply_json (self->mapping, node);
}

/* What is missing among the columns is said like a bad cell would be, where the columns can be corrected. */
static gboolean
read_sheet (McStaffImportDialog *self, gboolean find_header, GError **error)
{
  if (find_header)
    {
      g_autoptr (McColumnMapping) mapping =
          dex_await_object (mc_staff_import_find_header (self->import, self->reader), error);

      if (!mapping)
        return FALSE;
      g_set_object (&self->mapping, mapping);
      remember_meanings (self);
    }
  dex_await (mc_staff_import_read (self->import, self->reader, self->mapping), error);
  return *error == NULL;
}

typedef struct
{
  McStaffImportDialog *self;
  guint stamp;
  gboolean open;
  gboolean find_header;
  guint sheet;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->self);
  g_free (reading);
}

static gboolean
open_file (McStaffImportDialog *self, GError **error)
{
  g_autoptr (McStaffImport) import = dex_await_object (mc_staff_import_load_names (self->session), error);
  g_autoptr (McTableReader) reader = import ? dex_await_object (mc_table_reader_open (self->file), error) : NULL;

  if (!reader)
    return FALSE;
  g_set_object (&self->import, import);
  g_set_object (&self->reader, reader);
  return TRUE;
}

static DexFuture *
read_fiber (gpointer data)
{
  Reading *reading = data;
  McStaffImportDialog *self = reading->self;
  g_autoptr (GError) error = NULL;

  if (reading->open)
    open_file (self, &error);
  else if (reading->sheet != mc_table_reader_get_sheet (self->reader))
    dex_await (mc_table_reader_select_sheet (self->reader, reading->sheet), &error);
  if (!error && reading->stamp == self->stamp)
    read_sheet (self, reading->find_header, &error);
  if (reading->stamp != self->stamp)
    return dex_future_new_false ();
  if (!error)
    show_result (self);
  else
    {
      adw_status_page_set_description (self->failed_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
    }
  return dex_future_new_true ();
}

static void
start_reading (McStaffImportDialog *self, gboolean open, gboolean find_header, guint sheet)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->self = g_object_ref (self);
  reading->stamp = ++self->stamp;
  reading->open = open;
  reading->find_header = find_header;
  reading->sheet = sheet;
  show_busy (self, _ ("Reading the file…"));
  dex_future_disown (dex_scheduler_spawn (NULL, 0, read_fiber, reading, reading_free));
}

static void
reread (McStaffImportDialog *self, gboolean find_header)
{
  start_reading (self, FALSE, find_header, mc_table_reader_get_sheet (self->reader));
}

static void
sheet_changed_cb (McStaffImportDialog *self)
{
  guint sheet = gtk_drop_down_get_selected (self->sheet_choice);

  if (!self->filling && self->reader && sheet != GTK_INVALID_LIST_POSITION &&
      sheet != mc_table_reader_get_sheet (self->reader))
    start_reading (self, FALSE, TRUE, sheet);
}

void
mc_staff_import_dialog_read (McStaffImportDialog *self, GFile *file)
{
  g_return_if_fail (MC_IS_STAFF_IMPORT_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  g_set_object (&self->file, file);
  start_reading (self, TRUE, TRUE, 0);
}

static DexFuture *
choose_fiber (gpointer user_data)
{
  McStaffImportDialog *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file =
      dex_await_object (mc_ask_open (GTK_WIDGET (self), _ ("Choose a Staff List"), _ ("Tables"),
                                     (const char *const[]){ "xlsx", "xls", "ods", "csv", "txt", "tsv", NULL }),
                        &error);

  if (file)
    mc_staff_import_dialog_read (self, file);
  else
    mc_report_error (GTK_WIDGET (self), _ ("No file could be chosen."), error);
  return dex_future_new_for_boolean (file != NULL);
}

static void
choose_cb (McStaffImportDialog *self)
{
  dex_future_disown (dex_scheduler_spawn (NULL, 0, choose_fiber, g_object_ref (self), g_object_unref));
}

static gboolean
drop_cb (McStaffImportDialog *self, const GValue *value)
{
  mc_staff_import_dialog_read (self, g_value_get_object (value));
  return TRUE;
}

static DexFuture *
import_fiber (gpointer user_data)
{
  McStaffImportDialog *self = user_data;
  gboolean skip = gtk_check_button_get_active (self->skip_check);
  g_autoptr (McChange) change = mc_staff_import_build (self->import, skip);
  g_autoptr (GError) error = NULL;
  g_autoptr (McCommitResult) result = dex_await_object (mc_commit (GTK_WIDGET (self), self->session, change), &error);

  /* Kept for later counts as sent; a list with hidden data has to be sent while the server is there. */
  if (!result &&
      (!g_error_matches (error, MC_ERROR, MC_ERROR_CONNECTION) || mc_staff_import_holds_private (self->import, skip)))
    {
      show_result (self);
      return dex_future_new_false ();
    }
  adw_dialog_force_close (ADW_DIALOG (self));
  return dex_future_new_true ();
}

static void
import_cb (McStaffImportDialog *self)
{
  show_busy (self, _ ("Importing…"));
  dex_future_disown (dex_scheduler_spawn (NULL, 0, import_fiber, g_object_ref (self), g_object_unref));
}

static void
cancel_cb (McStaffImportDialog *self)
{
  self->stamp++;
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
mc_staff_import_dialog_dispose (GObject *object)
{
  McStaffImportDialog *self = MC_STAFF_IMPORT_DIALOG (object);

  self->stamp++;
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_STAFF_IMPORT_DIALOG);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_object (&self->file);
  g_clear_object (&self->import);
  g_clear_object (&self->reader);
  g_clear_object (&self->mapping);
  G_OBJECT_CLASS (mc_staff_import_dialog_parent_class)->dispose (object);
}

static void
mc_staff_import_dialog_class_init (McStaffImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_staff_import_dialog_dispose;
  g_type_ensure (MC_TYPE_IMPORT_ERROR);
  g_type_ensure (MC_TYPE_STAFF_IMPORT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/staff/mc-staff-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McStaffImportDialog, verb_button);
  gtk_widget_class_bind_template_child (widget_class, McStaffImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, McStaffImportDialog, busy_label);
  gtk_widget_class_bind_template_child (widget_class, McStaffImportDialog, failed_page);
  gtk_widget_class_bind_template_child (widget_class, McStaffImportDialog, file_label);
  gtk_widget_class_bind_template_child (widget_class, McStaffImportDialog, sheet_choice);
  gtk_widget_class_bind_template_child (widget_class, McStaffImportDialog, note_label);
  gtk_widget_class_bind_template_child (widget_class, McStaffImportDialog, counts_label);
  gtk_widget_class_bind_template_child (widget_class, McStaffImportDialog, skip_check);
  gtk_widget_class_bind_template_child (widget_class, McStaffImportDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, McStaffImportDialog, errors_page);
  gtk_widget_class_bind_template_child (widget_class, McStaffImportDialog, rows_page);
  gtk_widget_class_bind_template_child (widget_class, McStaffImportDialog, errors_view);
  gtk_widget_class_bind_template_child (widget_class, McStaffImportDialog, rows_view);
  gtk_widget_class_bind_template_child (widget_class, McStaffImportDialog, columns_box);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_text);
  gtk_widget_class_bind_template_callback (widget_class, column_text);
  gtk_widget_class_bind_template_callback (widget_class, check_text);
}

static void
mc_staff_import_dialog_init (McStaffImportDialog *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  self->settings = g_settings_new (MC_APP_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

AdwDialog *
mc_staff_import_dialog_new (McSession *session)
{
  McStaffImportDialog *self = g_object_new (MC_TYPE_STAFF_IMPORT_DIALOG, NULL);

  self->session = g_object_ref (session);
  return ADW_DIALOG (self);
}
