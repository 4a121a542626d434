/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-workload-report-dialog.h"

#include <glib/gi18n.h>

#include "mc-centre-paper.h"
#include "mc-drawing-dialog.h"
#include "mc-paper-preview.h"
#include "mc-report.h"
#include "mc-workload-answer.h"
#include "mc-workload-file.h"
#include "mc-workload-report.h"

struct _McWorkloadReportDialog
{
  AdwDialog parent_instance;

  McSession *session;
  McLiveList *files; /* figures come and go with them */
  McDay from;        /* the first of the month */
  guint serial;      /* of the question */
  McPaper *paper;    /* NULL: not known yet, or nothing */

  GtkLabel *period;
  GtkWidget *spinner;
  GtkStack *stack;
  AdwStatusPage *failure;
  GtkWidget *preview;
};

G_DEFINE_FINAL_TYPE (McWorkloadReportDialog, mc_workload_report_dialog, ADW_TYPE_DIALOG)

/* --- Reading --- */

typedef struct
{
  McWorkloadReportDialog *dialog;
  McSession *session;
  McDay from, to;
  guint serial;
} Ask;

static void
ask_free (gpointer data)
{
  Ask *self = data;

  g_object_unref (self->dialog);
  g_object_unref (self->session);
  g_free (self);
}

static gboolean
has_any (const McWorkloadRow *sum)
{
  return sum->days > 0 || sum->received > 0 || sum->arrived > 0;
}

static GPtrArray *
await_charts (Ask *self, GError **error)
{
  McWorkloadChartSpec specs[MC_WORKLOAD_REPORT_CHARTS];
  guint n = mc_workload_report_list (self->from, self->to, specs, G_N_ELEMENTS (specs));
  g_autoptr (GPtrArray) charts = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_chart_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (McLiveList) names = mc_workload_list_names (self->session, &specs[i]);
      g_autoptr (McLiveList) staff = mc_workload_list_staff (self->session, &specs[i]);
      McChart *chart = mc_workload_await_chart (self->session, &specs[i], names, staff, error);

      if (!chart)
        return NULL;
      g_ptr_array_add (charts, chart);
    }
  return g_steal_pointer (&charts);
}

/* (transfer full) (nullable): without @error: there is nothing of this month */
static McScene *
await_report (Ask *self, GError **error)
{
  McWorkloadRow sum, before;
  McWorkloadChartSpec first;
  McWorkloadQuery query = { 0 };
  g_autoptr (GPtrArray) charts = NULL;

  mc_workload_report_list (self->from, self->to, &first, 1);
  mc_workload_chart_get_compared (&first, &query);
  if (!mc_workload_await_sum (self->session, self->from, self->to, &sum, error) || !has_any (&sum) ||
      !mc_workload_await_sum (self->session, query.from, query.to, &before, error) ||
      !(charts = await_charts (self, error)))
    return NULL;
  return mc_workload_report_scene_new (&sum, has_any (&before) ? &before : NULL, charts, self->from, self->to);
}

static void
show (McWorkloadReportDialog *self, const char *page)
{
  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_widget_set_visible (self->spinner, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.print", self->paper != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.export", self->paper != NULL);
}

static DexFuture *
ask_fiber (gpointer data)
{
  Ask *ask = data;
  McWorkloadReportDialog *self = ask->dialog;
  g_autoptr (GError) error = NULL;
  g_autoptr (McScene) scene = await_report (ask, &error);

  if (!self->session || ask->serial != self->serial)
    return dex_future_new_false ();
  g_clear_object (&self->paper);
  if (scene)
    {
      self->paper = mc_centre_paper_new (self->session, scene, ask->to - 1);
      g_object_set (self->paper, "size", (guint)MC_PAPER_A4, "landscape", FALSE, NULL);
      g_object_set (self->preview, "sheets", self->paper, NULL);
    }
  else if (error)
    adw_status_page_set_description (self->failure, mc_report_reason (error));
  show (self, scene ? "report" : error ? "failure" : "none");
  return dex_future_new_true ();
}

static void
ask (McWorkloadReportDialog *self)
{
  Ask *question = g_new0 (Ask, 1);
  g_autofree char *period = NULL;

  question->dialog = g_object_ref (self);
  question->session = g_object_ref (self->session);
  question->from = self->from;
  question->to = mc_day_add_months (self->from, 1);
  question->serial = ++self->serial;
  period = mc_workload_period_text (question->from, question->to);
  mc_report_tell (self->period, period);
  gtk_widget_set_visible (self->spinner, TRUE);
  /* Of the month before nothing is printed under the name of this one. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.print", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.export", FALSE);
  dex_future_disown (dex_scheduler_spawn (NULL, 0, ask_fiber, question, ask_free));
}

/* --- Acts --- */

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McWorkloadReportDialog *self = MC_WORKLOAD_REPORT_DIALOG (widget);

  self->from = mc_day_add_months (self->from, g_str_equal (name, "report.earlier") ? -1 : 1);
  ask (self);
}

static void
sheet_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McWorkloadReportDialog *self = MC_WORKLOAD_REPORT_DIALOG (widget);
  gboolean prints = g_str_equal (name, "report.print");
  g_autoptr (McPaper) paper = NULL;

  if (!self->paper)
    return;
  /* The dialog changes its sheet; the preview here stays as it is. */
  paper = mc_centre_paper_new (self->session, mc_paper_get_scene (self->paper), mc_day_add_months (self->from, 1) - 1);
  g_object_set (paper, "size", (guint)MC_PAPER_A4, "landscape", FALSE, NULL);
  mc_drawing_dialog_present (widget, paper, "workload-report", prints ? MC_DRAWING_PRINT : MC_DRAWING_EXPORT);
}

/* --- The dialog --- */

static void
mc_workload_report_dialog_dispose (GObject *object)
{
  McWorkloadReportDialog *self = MC_WORKLOAD_REPORT_DIALOG (object);

  if (self->files)
    g_signal_handlers_disconnect_by_data (self->files, self);
  self->serial++;
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_WORKLOAD_REPORT_DIALOG);
  g_clear_object (&self->files);
  g_clear_object (&self->paper);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mc_workload_report_dialog_parent_class)->dispose (object);
}

static void
mc_workload_report_dialog_class_init (McWorkloadReportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_workload_report_dialog_dispose;
  g_type_ensure (MC_TYPE_PAPER_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/gov/cantho/MotCua/workload/mc-workload-report-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McWorkloadReportDialog, period);
  gtk_widget_class_bind_template_child (widget_class, McWorkloadReportDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, McWorkloadReportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, McWorkloadReportDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, McWorkloadReportDialog, preview);
  gtk_widget_class_install_action (widget_class, "report.earlier", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "report.later", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "report.print", NULL, sheet_action);
  gtk_widget_class_install_action (widget_class, "report.export", NULL, sheet_action);
}

static void
mc_workload_report_dialog_init (McWorkloadReportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
mc_workload_report_dialog_new (McSession *session, McDay day)
{
  McWorkloadReportDialog *self = g_object_new (MC_TYPE_WORKLOAD_REPORT_DIALOG, NULL);
  int year, month;

  mc_day_split (day, &year, &month, NULL);
  self->session = g_object_ref (session);
  self->from = mc_day_new (year, month, 1);
  self->files = mc_session_list (session, MC_TYPE_WORKLOAD_FILE, MC_DAY_NONE);
  g_signal_connect_swapped (self->files, "changed", G_CALLBACK (ask), self);
  ask (self);
  return ADW_DIALOG (self);
}
