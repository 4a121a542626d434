/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-drawing-dialog.h"

#include <glib/gi18n.h>
#include <math.h>

#include "mc-drawing-choices.h"
#include "mc-drawing-file.h"
#include "mc-paper.h"
#include "mc-drawing-print.h"
#include "mc-drawing-save.h"
#include "mc-number.h"
#include "mc-paper-preview.h"
#include "mc-report.h"

struct _McDrawingDialog
{
  AdwDialog parent_instance;

  GtkWidget *from; /* weak; a widget of the window, for what is said after the dialog is gone */
  McPaper *paper;
  char *name;
  McDrawingPurpose purpose;
  gboolean busy;
  gboolean updating; /* the rows follow the paper, not the person */
  GtkPrintOperation *printing;

  GtkButton *verb_button;
  GtkWidget *spinner;
  AdwBanner *problem;
  AdwBanner *small_text;
  GtkWidget *choices;
  GtkWidget *file_group;
  AdwComboRow *format_row;
  AdwSpinRow *dpi_row;
  AdwComboRow *size_row;
  AdwSpinRow *width_row;
  AdwSpinRow *height_row;
  AdwComboRow *orientation_row;
  AdwComboRow *mode_row;
  AdwSpinRow *scale_row;
  AdwComboRow *palette_row;
  AdwSwitchRow *title_switch;
  GtkEditable *title_row;
  GtkEditable *subtitle_row;
  AdwSwitchRow *signature_switch;
  GtkEditable *place_row;
  GtkEditable *signer_title_row;
  GtkEditable *signer_name_row;
  McPaperPreview *preview;
  GtkWidget *pages_box;
  GtkWidget *back_button;
  GtkWidget *next_button;
  GtkLabel *page_label;
};

G_DEFINE_FINAL_TYPE (McDrawingDialog, mc_drawing_dialog, ADW_TYPE_DIALOG)

static McDrawingFormat
get_format (McDrawingDialog *self)
{
  return self->purpose == MC_DRAWING_PRINT ? MC_DRAWING_PDF : adw_combo_row_get_selected (self->format_row);
}

static guint
get_mode (McDrawingDialog *self)
{
  guint mode = MC_PAPER_FIT;

  g_object_get (self->paper, "mode", &mode, NULL);
  return mode;
}

static gboolean
is_to_scale (McDrawingDialog *self)
{
  return mc_paper_get_ratio (self->paper) > 0;
}

/* (transfer full) (nullable) */
static char *
find_problem (McDrawingDialog *self)
{
  char *problem = mc_paper_get_problem (self->paper);

  if (problem)
    return problem;
  if (get_format (self) != MC_DRAWING_PDF && mc_paper_get_n_pages (self->paper) > 1)
    return g_strdup (_ ("Only a PDF file holds several sheets."));
  return NULL;
}

static void
update_verb (McDrawingDialog *self)
{
  g_autofree char *text = find_problem (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->verb_button), !text && !self->busy);
  gtk_widget_set_visible (self->spinner, self->busy);
  gtk_widget_set_sensitive (self->choices, !self->busy);
  if (text && g_strcmp0 (adw_banner_get_title (self->problem), text) != 0)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  if (text)
    adw_banner_set_title (self->problem, text);
  adw_banner_set_revealed (self->problem, text != NULL);
}

/* How large the drawing comes out, in the words of a plan or of a picture. */
static void
update_scale (McDrawingDialog *self)
{
  double ratio = mc_paper_get_ratio (self->paper), scale = mc_paper_get_scale (self->paper);
  g_autofree char *text = ratio > 0 ? g_strdup_printf (_ ("Comes out at 1:%.0f"), ratio)
                                    : g_strdup_printf (_ ("Comes out at %.0f %%"), scale * 100);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->mode_row), text);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->scale_row),
                                 ratio > 0 ? _ ("Scale, one to") : _ ("Per cent of its size"));
  gtk_widget_set_visible (GTK_WIDGET (self->scale_row), get_mode (self) != MC_PAPER_FIT);
  self->updating = TRUE;
  if (get_mode (self) != MC_PAPER_FIT)
    adw_spin_row_set_value (self->scale_row, round (ratio > 0 ? ratio : scale * 100));
  self->updating = FALSE;
}

/* Text that nobody can read is proposed to be made larger; whoever wants it so may print it. */
static void
update_small_text (McDrawingDialog *self)
{
  double least = mc_paper_get_least_text (self->paper);
  gboolean small = least > 0 && least < MC_PAPER_READABLE - 0.05;
  g_autofree char *size = small ? mc_number_format (least, 1) : NULL;
  g_autofree char *text =
      small
          ? g_strdup_printf (_ ("The smallest text comes out at %s pt, too small to read. A3 or several sheets make it "
                                "larger, and so does showing less in the drawing."),
                             size)
          : NULL;

  if (small)
    adw_banner_set_title (self->small_text, text);
  adw_banner_set_revealed (self->small_text, small);
}

static void
readable_cb (McDrawingDialog *self)
{
  if (self->paper && !self->busy)
    mc_paper_make_readable (self->paper);
}

static void
changed_cb (McDrawingDialog *self)
{
  guint size = MC_PAPER_A4;

  g_object_get (self->paper, "size", &size, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->width_row), size == MC_PAPER_CUSTOM);
  gtk_widget_set_visible (GTK_WIDGET (self->height_row), size == MC_PAPER_CUSTOM);
  update_scale (self);
  update_small_text (self);
  update_verb (self);
}

static void
scale_cb (McDrawingDialog *self)
{
  double value = adw_spin_row_get_value (self->scale_row);

  if (self->updating || !self->paper)
    return;
  if (is_to_scale (self))
    mc_paper_set_ratio (self->paper, value);
  else
    g_object_set (self->paper, "scale", value / 100, NULL);
}

static void
format_cb (McDrawingDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->dpi_row), get_format (self) == MC_DRAWING_PNG);
  if (self->paper)
    update_verb (self);
}

static void
page_cb (McDrawingDialog *self)
{
  guint page, n_pages;
  g_autofree char *text = NULL;

  g_object_get (self->preview, "page", &page, "n-pages", &n_pages, NULL);
  text = g_strdup_printf (_ ("Sheet %u of %u"), page + 1, n_pages);
  gtk_label_set_text (self->page_label, text);
  gtk_widget_set_sensitive (self->back_button, page > 0);
  gtk_widget_set_sensitive (self->next_button, page + 1 < n_pages);
  gtk_widget_set_visible (self->pages_box, n_pages > 1);
}

static void
turn_page (McDrawingDialog *self, int by)
{
  guint page;

  g_object_get (self->preview, "page", &page, NULL);
  if (by > 0 || page > 0)
    g_object_set (self->preview, "page", (guint)((int)page + by), NULL);
}

static void
back_cb (McDrawingDialog *self)
{
  turn_page (self, -1);
}

static void
next_cb (McDrawingDialog *self)
{
  turn_page (self, 1);
}

static void
set_busy (McDrawingDialog *self, gboolean busy)
{
  self->busy = busy;
  adw_dialog_set_can_close (ADW_DIALOG (self), !busy);
  update_verb (self);
}

static void
remember (McDrawingDialog *self)
{
  mc_drawing_choices_save (self->name, self->paper, adw_combo_row_get_selected (self->format_row),
                           adw_spin_row_get_value (self->dpi_row));
}

/* Export */

static DexFuture *
export_fiber (gpointer data)
{
  McDrawingDialog *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *shown = NULL, *text = NULL;

  file = dex_await_object (mc_drawing_save (GTK_WIDGET (self), MC_SHEETS (self->paper), get_format (self),
                                            adw_spin_row_get_value (self->dpi_row)),
                           &error);
  set_busy (self, FALSE);
  if (!file)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        mc_report_error (GTK_WIDGET (self), _ ("The drawing could not be exported."), error);
      return dex_future_new_for_boolean (FALSE);
    }
  remember (self);
  shown = g_file_get_basename (file);
  text = g_strdup_printf (_ ("Exported to “%s”"), shown);
  if (self->from)
    mc_report_file (self->from, text, file);
  adw_dialog_force_close (ADW_DIALOG (self));
  return dex_future_new_for_boolean (TRUE);
}

/* Print */

static void
printed_cb (McDrawingDialog *self, GtkPrintOperationResult result, GtkPrintOperation *operation)
{
  g_autoptr (GError) error = NULL;

  set_busy (self, FALSE);
  g_clear_object (&self->printing);
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      mc_report_error (GTK_WIDGET (self), _ ("The drawing could not be printed."), error);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      remember (self);
      if (self->from)
        mc_report_toast (self->from, _ ("Sent to the printer"));
      adw_dialog_force_close (ADW_DIALOG (self));
    }
}

static void
print (McDrawingDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GtkPrintOperation) operation = mc_drawing_print_new (MC_SHEETS (self->paper));
  GtkPrintOperationResult result;

  self->printing = g_object_ref (operation);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, G_CONNECT_SWAPPED);
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                                    GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);
  /* Some errors come home at once, and then not by the signal. */
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR && self->printing)
    printed_cb (self, result, operation);
}

static void
verb_cb (McDrawingDialog *self)
{
  set_busy (self, TRUE);
  if (self->purpose == MC_DRAWING_PRINT)
    print (self);
  else
    dex_future_disown (dex_scheduler_spawn (NULL, 0, export_fiber, g_object_ref (self), g_object_unref));
}

static void
cancel_cb (McDrawingDialog *self)
{
  if (!self->busy)
    adw_dialog_close (ADW_DIALOG (self));
}

/* Rows and paper */

static gboolean
to_millimetres (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  g_value_set_double (to, round (g_value_get_double (from) / MC_MM));
  return TRUE;
}

static gboolean
from_millimetres (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  g_value_set_double (to, CLAMP (g_value_get_double (from) * MC_MM, 72, 14400));
  return TRUE;
}

/* Print stands first in the list and last among the palettes. */
static gboolean
to_row (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  g_value_set_uint (to, (g_value_get_uint (from) + 1) % (MC_PALETTE_PRINT + 1));
  return TRUE;
}

static gboolean
from_row (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  if (g_value_get_uint (from) > MC_PALETTE_PRINT)
    return FALSE;
  g_value_set_uint (to, (g_value_get_uint (from) + MC_PALETTE_PRINT) % (MC_PALETTE_PRINT + 1));
  return TRUE;
}

/* Lines of an office ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC") stand in a row with a bar between. */
static gboolean
to_line (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  const char *text = g_value_get_string (from);
  g_auto (GStrv) lines = g_strsplit (text ? text : "", "\n", -1);

  g_value_take_string (to, g_strjoinv (" | ", lines));
  return TRUE;
}

static gboolean
from_line (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  g_auto (GStrv) lines = g_strsplit (g_value_get_string (from), "|", -1);

  for (guint i = 0; lines[i]; i++)
    g_strstrip (lines[i]);
  g_value_take_string (to, g_strjoinv ("\n", lines));
  return TRUE;
}

static void
bind (McDrawingDialog *self,
      const char *property,
      gpointer row,
      const char *row_property,
      GBindingTransformFunc to,
      GBindingTransformFunc from)
{
  g_object_bind_property_full (self->paper, property, row, row_property,
                               G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE, to, from, NULL, NULL);
}

static void
bind_rows (McDrawingDialog *self)
{
  bind (self, "size", self->size_row, "selected", NULL, NULL);
  bind (self, "custom-width", self->width_row, "value", to_millimetres, from_millimetres);
  bind (self, "custom-height", self->height_row, "value", to_millimetres, from_millimetres);
  bind (self, "landscape", self->orientation_row, "selected", NULL, NULL);
  bind (self, "mode", self->mode_row, "selected", NULL, NULL);
  bind (self, "palette", self->palette_row, "selected", to_row, from_row);
  bind (self, "with-title", self->title_switch, "active", NULL, NULL);
  bind (self, "title", self->title_row, "text", to_line, from_line);
  bind (self, "subtitle", self->subtitle_row, "text", to_line, from_line);
  bind (self, "with-signature", self->signature_switch, "active", NULL, NULL);
  bind (self, "place-and-date", self->place_row, "text", to_line, from_line);
  bind (self, "signer-title", self->signer_title_row, "text", to_line, from_line);
  bind (self, "signer-name", self->signer_name_row, "text", to_line, from_line);
}

/* The scene's own title is there to be changed. */
static void
take_titles (McPaper *paper)
{
  g_object_set (paper, "title", mc_paper_get_title (paper), "subtitle", mc_paper_get_subtitle (paper), NULL);
}

static void
mc_drawing_dialog_dispose (GObject *object)
{
  McDrawingDialog *self = MC_DRAWING_DIALOG (object);

  if (self->paper)
    g_signal_handlers_disconnect_by_data (self->paper, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_DRAWING_DIALOG);
  g_clear_weak_pointer (&self->from);
  g_clear_object (&self->printing);
  g_clear_object (&self->paper);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (mc_drawing_dialog_parent_class)->dispose (object);
}

#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, McDrawingDialog, name)

static void
bind_children (GtkWidgetClass *widget_class)
{
  CHILD (verb_button);
  CHILD (spinner);
  CHILD (problem);
  CHILD (small_text);
  CHILD (choices);
  CHILD (file_group);
  CHILD (format_row);
  CHILD (dpi_row);
  CHILD (size_row);
  CHILD (width_row);
  CHILD (height_row);
  CHILD (orientation_row);
  CHILD (mode_row);
  CHILD (scale_row);
  CHILD (palette_row);
  CHILD (title_switch);
  CHILD (title_row);
  CHILD (subtitle_row);
  CHILD (signature_switch);
  CHILD (place_row);
  CHILD (signer_title_row);
  CHILD (signer_name_row);
  CHILD (preview);
  CHILD (pages_box);
  CHILD (back_button);
  CHILD (next_button);
  CHILD (page_label);
}

static void
mc_drawing_dialog_class_init (McDrawingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_drawing_dialog_dispose;
  g_type_ensure (MC_TYPE_PAPER_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/common/mc-drawing-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, verb_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_cb);
  gtk_widget_class_bind_template_callback (widget_class, scale_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, readable_cb);
}

static void
mc_drawing_dialog_init (McDrawingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mc_drawing_dialog_present (GtkWidget *from, McPaper *paper, const char *name, McDrawingPurpose purpose)
{
  McDrawingDialog *self;
  McDrawingFormat format = MC_DRAWING_PDF;
  double dpi = MC_DRAWING_DPI;
  gboolean prints = purpose == MC_DRAWING_PRINT;

  g_return_if_fail (GTK_IS_WIDGET (from) && MC_IS_PAPER (paper) && name);
  self =
      g_object_new (MC_TYPE_DRAWING_DIALOG, "title", prints ? _ ("Print the Drawing") : _ ("Export the Drawing"), NULL);
  g_set_weak_pointer (&self->from, from);
  self->purpose = purpose;
  self->name = g_strdup (name);
  mc_drawing_choices_load (name, paper, &format, &dpi);
  take_titles (paper);
  self->paper = g_object_ref (paper);
  gtk_button_set_label (self->verb_button, prints ? _ ("_Print…") : _ ("_Export…"));
  gtk_widget_set_visible (self->file_group, !prints);
  adw_combo_row_set_selected (self->format_row, format);
  adw_spin_row_set_value (self->dpi_row, dpi);
  bind_rows (self);
  g_signal_connect_object (paper, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_object_set (self->preview, "sheets", paper, NULL);
  format_cb (self);
  page_cb (self);
  changed_cb (self);
  /* The keyboard begins in the form, not on Cancel. */
  adw_dialog_set_focus (ADW_DIALOG (self), prints ? GTK_WIDGET (self->size_row) : GTK_WIDGET (self->format_row));
  adw_dialog_present (ADW_DIALOG (self), from);
}
