/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-paper-detail.h"

#include <glib/gi18n.h>

#include "mc-answer-dialog.h"
#include "mc-ask.h"
#include "mc-commit.h"
#include "mc-drawing-print.h"
#include "mc-drawing-save.h"
#include "mc-error.h"
#include "mc-issue-dialog.h"
#include "mc-official-paper.h"
#include "mc-paper-actions.h"
#include "mc-paper-dialog.h"
#include "mc-paper-preview.h"
#include "mc-paper-text.h"
#include "mc-report.h"

struct _McPaperDetail
{
  AdwBin parent_instance;

  McSession *session;
  McRegisteredPaper *paper;
  gulong handler; /* of the paper's changes */
  McOfficialPaper *sheets;
  char *content;
  McPaperTemplate *texts; /* of the content; NULL where it has tables */
  guint serial;           /* of the reading that counts */

  GtkStack *stack;
  GtkLabel *title;
  GtkLabel *facts;
  GtkWidget *issue_button;
  GtkWidget *edit_button;
  GtkWidget *answer_button;
  GtkWidget *withdraw_button;
  GtkWidget *delete_button;
  GtkWidget *pages_box;
  GtkWidget *back_button;
  GtkWidget *next_button;
  GtkLabel *page_label;
  McPaperPreview *preview;
};

G_DEFINE_FINAL_TYPE (McPaperDetail, mc_paper_detail, ADW_TYPE_BIN)

static void
page_cb (McPaperDetail *self)
{
  guint page, n_pages;
  g_autofree char *text = NULL;

  g_object_get (self->preview, "page", &page, "n-pages", &n_pages, NULL);
  text = g_strdup_printf ("%u/%u", page + 1, n_pages);
  gtk_label_set_text (self->page_label, text);
  gtk_widget_set_sensitive (self->back_button, page > 0);
  gtk_widget_set_sensitive (self->next_button, page + 1 < n_pages);
  gtk_widget_set_visible (self->pages_box, n_pages > 1);
}

static void
turn_page (McPaperDetail *self, int by)
{
  guint page;

  g_object_get (self->preview, "page", &page, NULL);
  g_object_set (self->preview, "page", (guint)MAX (0, (int)page + by), NULL);
}

static void
back_cb (McPaperDetail *self)
{
  turn_page (self, -1);
}

static void
next_cb (McPaperDetail *self)
{
  turn_page (self, 1);
}

/* "Issued 05/02/2026 · Võ Đức Thịnh · Answered 09/02/2026, 31/STP-VP" */
static char *
dup_facts (McRegisteredPaper *paper)
{
  g_autoptr (GString) text = g_string_new (mc_enum_label (mc_paper_state_values, paper->state));
  g_autofree char *day = mc_day_format (paper->paper_date), *answered = mc_day_format (paper->answered_on);

  if (*day)
    g_string_append_printf (text, " · %s", day);
  if (paper->signer && *paper->signer)
    g_string_append_printf (text, " · %s, %s", paper->signer,
                            mc_enum_label (mc_paper_capacity_values, paper->capacity));
  if (*answered)
    {
      /* Translators: %s: a date */
      g_string_append_printf (text, _ (" · answered %s"), answered);
      if (paper->answer_no)
        g_string_append_printf (text, ", %s", paper->answer_no);
      if (paper->answer_note)
        g_string_append_printf (text, ": %s", paper->answer_note);
    }
  if (paper->withdraw_reason)
    g_string_append_printf (text, " · %s", paper->withdraw_reason);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
update (McPaperDetail *self)
{
  McRegisteredPaper *paper = self->paper;
  g_autofree char *number = NULL, *title = NULL, *facts = NULL;
  const char *role = self->session ? mc_session_get_group_role (self->session) : NULL;
  gboolean writes = self->session && mc_session_get_can_write (self->session);
  gboolean leads = writes && (g_strcmp0 (role, "director") == 0 || g_strcmp0 (role, "deputy") == 0);

  gtk_stack_set_visible_child_name (self->stack, paper ? "paper" : "none");
  if (!paper)
    return;
  number = mc_registered_paper_dup_number (paper);
  title = g_strdup_printf ("%s · %s", number, paper->abstract);
  facts = dup_facts (paper);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->facts, facts);
  gtk_widget_set_visible (self->issue_button, paper->state == MC_PAPER_STATE_DRAFT);
  gtk_widget_set_visible (self->edit_button, paper->state == MC_PAPER_STATE_DRAFT);
  gtk_widget_set_visible (self->delete_button, paper->state == MC_PAPER_STATE_DRAFT);
  gtk_widget_set_visible (self->answer_button, paper->state == MC_PAPER_STATE_ISSUED);
  gtk_widget_set_visible (self->withdraw_button, paper->state == MC_PAPER_STATE_ISSUED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.issue", leads && self->content != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.edit", writes && self->texts != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.withdraw", leads);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.answer", writes);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.delete", writes);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.print", self->sheets != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.export", self->sheets != NULL);
}

static void
take_content (McPaperDetail *self, const char *content)
{
  g_set_str (&self->content, content);
  g_clear_object (&self->sheets);
  g_clear_object (&self->texts);
  if (content)
    self->texts = mc_paper_template_new_from_content (content);
  if (content)
    self->sheets = mc_official_paper_new_from_json (content, NULL);
  g_object_set (self->preview, "sheets", self->sheets, NULL);
  page_cb (self);
  update (self);
}

typedef struct
{
  McPaperDetail *detail;
  McSession *session;
  gint64 paper;
  guint serial;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->detail);
  g_object_unref (reading->session);
  g_free (reading);
}

static DexFuture *
read_fiber (gpointer data)
{
  Reading *reading = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *content = dex_await_string (mc_session_read_paper (reading->session, reading->paper), &error);

  /* Disposed of, or another paper is wanted by now. */
  if (reading->serial != reading->detail->serial)
    return dex_future_new_for_boolean (FALSE);
  take_content (reading->detail, content);
  if (!content && !g_error_matches (error, MC_ERROR, MC_ERROR_NOT_FOUND))
    mc_report_error (GTK_WIDGET (reading->detail), _ ("The paper could not be read."), error);
  return dex_future_new_for_boolean (content != NULL);
}

static void
read_content (McPaperDetail *self)
{
  Reading *reading;

  self->serial++;
  if (!self->paper || !self->session)
    {
      take_content (self, NULL);
      return;
    }
  reading = g_new0 (Reading, 1);
  *reading = (Reading){ g_object_ref (self), g_object_ref (self->session), mc_entity_get_id (MC_ENTITY (self->paper)),
                        self->serial };
  dex_future_disown (dex_scheduler_spawn (NULL, 0, read_fiber, reading, reading_free));
}

static void
paper_cb (McPaperDetail *self)
{
  update (self);
  read_content (self);
}

void
mc_paper_detail_show (McPaperDetail *self, McSession *session, McRegisteredPaper *paper)
{
  g_return_if_fail (MC_IS_PAPER_DETAIL (self));
  g_set_object (&self->session, session);
  if (paper == self->paper)
    {
      update (self);
      return;
    }
  if (self->paper)
    g_clear_signal_handler (&self->handler, self->paper);
  g_set_object (&self->paper, paper);
  /* The step of a rival changes the row in place. */
  if (paper)
    self->handler = g_signal_connect_swapped (paper, "notify::version", G_CALLBACK (paper_cb), self);
  take_content (self, NULL);
  read_content (self);
}

/* What is done with it */

static void
issue_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McPaperDetail *self = MC_PAPER_DETAIL (widget);

  adw_dialog_present (mc_issue_dialog_new (self->session, self->paper, self->content), widget);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McPaperDetail *self = MC_PAPER_DETAIL (widget);
  g_autoptr (McPaperTemplate) texts = mc_entity_clone (self->texts);

  adw_dialog_present (mc_paper_dialog_new_for (self->session, self->paper, texts), widget);
}

static void
answer_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McPaperDetail *self = MC_PAPER_DETAIL (widget);

  adw_dialog_present (mc_answer_dialog_new (self->session, self->paper), widget);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McPaperDetail *self = MC_PAPER_DETAIL (widget);

  mc_drawing_print_ask (widget, MC_SHEETS (self->sheets), _ ("The paper could not be printed."));
}

static DexFuture *
export_fiber (gpointer data)
{
  McPaperDetail *self = data;
  g_autoptr (McOfficialPaper) sheets = g_object_ref (self->sheets);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file =
      dex_await_object (mc_drawing_save (GTK_WIDGET (self), MC_SHEETS (sheets), MC_DRAWING_PDF, 0), &error);
  g_autofree char *name = NULL, *text = NULL;

  if (!file)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        mc_report_error (GTK_WIDGET (self), _ ("The paper could not be exported."), error);
      return dex_future_new_for_boolean (FALSE);
    }
  name = g_file_get_basename (file);
  text = g_strdup_printf (_ ("Exported to “%s”"), name);
  mc_report_file (GTK_WIDGET (self), text, file);
  return dex_future_new_for_boolean (TRUE);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dex_future_disown (dex_scheduler_spawn (NULL, 0, export_fiber, g_object_ref (widget), g_object_unref));
}

static DexFuture *
withdraw_fiber (gpointer data)
{
  McPaperDetail *self = data;
  g_autoptr (McRegisteredPaper) paper = g_object_ref (self->paper);
  g_autoptr (McSession) session = g_object_ref (self->session);
  g_autofree char *number = mc_registered_paper_dup_number (paper);
  g_autofree char *body = g_strdup_printf (
      _ ("%s stays in the register as withdrawn, with the reason. Its number is not given again."), number);
  g_autofree char *reason = dex_await_string (
      mc_ask_text (GTK_WIDGET (self), _ ("Withdraw the Paper"), body, _ ("Reason"), _ ("_Withdraw"), TRUE), NULL);
  g_autoptr (McChange) change = NULL;

  if (!reason)
    return dex_future_new_for_boolean (FALSE);
  change = mc_paper_change_withdraw (paper, reason);
  return mc_commit (GTK_WIDGET (self), session, change);
}

static void
withdraw_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dex_future_disown (dex_scheduler_spawn (NULL, 0, withdraw_fiber, g_object_ref (widget), g_object_unref));
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McPaperDetail *self = MC_PAPER_DETAIL (widget);
  g_autofree char *label = g_strdup_printf (_ ("Delete the draft “%s”"), self->paper->abstract);
  g_autoptr (McChange) change = mc_change_new (label);

  mc_change_delete (change, MC_ENTITY (self->paper));
  /* The content is not with the row, and could not come back. */
  mc_change_set_final (change);
  dex_future_disown (mc_commit (widget, self->session, change));
}

static void
mc_paper_detail_dispose (GObject *object)
{
  McPaperDetail *self = MC_PAPER_DETAIL (object);

  self->serial++;
  if (self->paper)
    g_clear_signal_handler (&self->handler, self->paper);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_PAPER_DETAIL);
  g_clear_object (&self->session);
  g_clear_object (&self->paper);
  g_clear_object (&self->sheets);
  g_clear_object (&self->texts);
  g_clear_pointer (&self->content, g_free);
  G_OBJECT_CLASS (mc_paper_detail_parent_class)->dispose (object);
}

#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, McPaperDetail, name)

static void
mc_paper_detail_class_init (McPaperDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_paper_detail_dispose;
  g_type_ensure (MC_TYPE_PAPER_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/documents/mc-paper-detail.ui");
  CHILD (stack);
  CHILD (title);
  CHILD (facts);
  CHILD (issue_button);
  CHILD (edit_button);
  CHILD (answer_button);
  CHILD (withdraw_button);
  CHILD (delete_button);
  CHILD (pages_box);
  CHILD (back_button);
  CHILD (next_button);
  CHILD (page_label);
  CHILD (preview);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_cb);
  gtk_widget_class_install_action (widget_class, "paper.issue", NULL, issue_action);
  gtk_widget_class_install_action (widget_class, "paper.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "paper.answer", NULL, answer_action);
  gtk_widget_class_install_action (widget_class, "paper.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "paper.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "paper.withdraw", NULL, withdraw_action);
  gtk_widget_class_install_action (widget_class, "paper.delete", NULL, delete_action);
}

static void
mc_paper_detail_init (McPaperDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}
