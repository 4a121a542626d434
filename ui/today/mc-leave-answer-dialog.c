/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-leave-answer-dialog.h"

#include <glib/gi18n.h>

#include "mc-absence-act.h"
#include "mc-ask.h"
#include "mc-draft-list.h"
#include "mc-leave-words.h"
#include "mc-outlook-view.h"
#include "mc-paper-template.h"
#include "mc-setting.h"
#include "mc-staff-entry.h"

struct _McLeaveAnswerDialog
{
  AdwDialog parent_instance;

  McSession *session;
  McAbsence *absence;
  McLiveList *staff;
  McLiveList *templates;
  McLiveList *settings; /* of the papers: read while it is chosen */
  McLeaveView *leave;
  McAbsenceOutlook *outlook;

  AdwNavigationView *navigation;
  AdwActionRow *what_row;
  AdwActionRow *balance_row;
  AdwActionRow *law_row;
  McOutlookView *ways;
  GtkWidget *leaders_alone;
  GtkWidget *refuse_row;
  GtkWidget *complete_row;
  AdwStatusPage *done;
  McDraftList *drafts;
};

G_DEFINE_FINAL_TYPE (McLeaveAnswerDialog, mc_leave_answer_dialog, ADW_TYPE_DIALOG)

static guint complete_signal;

static const char *
get_name (McLeaveAnswerDialog *self)
{
  McStaffEntry *who = mc_live_list_get_by_id (self->staff, self->absence->person_id);

  return who ? who->full_name : "";
}

/* --- What is asked for --- */

/* "07/12/2026 – 09/12/2026 · Annual leave · 3 days" */
static char *
describe (McLeaveAnswerDialog *self, const McLeaveItem *item)
{
  g_autofree char *period = mc_period_format_people (self->absence->during);
  g_autofree char *days = mc_leave_days_format (
      mc_leave_days (self->absence, mc_leave_view_get_calendar (self->leave), self->absence->during));
  g_autofree char *count = g_strdup_printf (_ ("%s days"), days);
  GString *text = g_string_new (period);

  if (self->absence->half != MC_HALF_DAY)
    g_string_append_printf (text, " · %s", mc_enum_label (mc_half_values, self->absence->half));
  if (self->absence->starts)
    g_string_append_printf (text, " · %s–%s", self->absence->starts, self->absence->ends);
  if (item->kind != MC_ABSENCE_KIND_NONE)
    g_string_append_printf (text, " · %s", mc_enum_label (mc_absence_kind_values, item->kind));
  g_string_append_printf (text, " · %s", count);
  if (self->absence->home_word != MC_HOME_WORD_NOT_NEEDED)
    g_string_append_printf (text, "\n%s: %s", _ ("Word of the home agency"),
                            mc_enum_label (mc_home_word_values, self->absence->home_word));
  return g_string_free (text, FALSE);
}

static void
update (McLeaveAnswerDialog *self)
{
  McLeaveItem item = { self->absence,
                       mc_leave_view_get_kind (self->leave, mc_entity_get_id (MC_ENTITY (self->absence))) };
  g_autofree char *what = describe (self, &item), *title = NULL, *cites = NULL;
  g_autofree char *balance = mc_leave_words_balance (self->leave, &item, &title);
  g_autofree char *law = mc_leave_words_law (self->leave, &item, mc_session_get_today (self->session), &cites);

  mc_leave_words_show (self->what_row, get_name (self), what);
  mc_leave_words_show (self->balance_row, title ? title : "", balance);
  mc_leave_words_show (self->law_row, law, cites);
}

/* --- The centre's word --- */

static DexFuture *
keep (McLeaveAnswerDialog *self, McChange *change, GPtrArray *papers)
{
  const McAbsenceStage stage = { ADW_DIALOG (self), GTK_WIDGET (self->ways), self->navigation, self->done,
                                 self->drafts };

  return mc_absence_act_keep (&stage, self->session, change, papers);
}

/* @answer: 0: nobody moves. */
static void
chosen_cb (McLeaveAnswerDialog *self, guint answer)
{
  g_autoptr (McAbsence) after = mc_entity_clone (self->absence);
  g_autofree char *label = g_strdup_printf (_ ("Agree to the leave of %s"), get_name (self));
  g_autoptr (McChange) change = NULL;
  g_autoptr (GPtrArray) papers = NULL;

  after->state = MC_ABSENCE_AGREED;
  if (answer)
    {
      change =
          mc_absence_act_build (self->session, self->outlook, answer, after, G_LIST_MODEL (self->templates), &papers);
      mc_change_set_label (change, label);
    }
  else
    {
      change = mc_change_new (label);
      papers = g_ptr_array_new ();
    }
  mc_change_update (change, MC_ENTITY (self->absence), MC_ENTITY (after));
  dex_future_disown (keep (self, change, papers));
}

static DexFuture *
refuse_fiber (gpointer data)
{
  McLeaveAnswerDialog *self = data;
  g_autoptr (McAbsence) after = mc_entity_clone (self->absence);
  g_autofree char *label = g_strdup_printf (_ ("Refuse the leave of %s"), get_name (self));
  g_autofree char *reason = dex_await_string (mc_ask_text (GTK_WIDGET (self), _ ("Refuse the Leave?"),
                                                           _ ("A refusal says why; whoever asked reads it."),
                                                           _ ("Reason"), _ ("_Refuse"), TRUE),
                                              NULL);
  g_autoptr (McChange) change = NULL;
  g_autoptr (GPtrArray) papers = NULL;

  if (!reason || !self->session)
    return dex_future_new_true ();
  after->state = MC_ABSENCE_REFUSED;
  g_set_str (&after->answer_note, reason);
  change = mc_change_new (label);
  mc_change_update (change, MC_ENTITY (self->absence), MC_ENTITY (after));
  papers = g_ptr_array_new ();
  return keep (self, change, papers);
}

static void
refuse_cb (McLeaveAnswerDialog *self)
{
  dex_future_disown (dex_scheduler_spawn (NULL, 0, refuse_fiber, g_object_ref (self), g_object_unref));
}

static void
complete_cb (McLeaveAnswerDialog *self)
{
  g_signal_emit (self, complete_signal, 0, gtk_widget_get_root (GTK_WIDGET (self)));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
opened_cb (McLeaveAnswerDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* --- The dialog --- */

static void
mc_leave_answer_dialog_dispose (GObject *object)
{
  McLeaveAnswerDialog *self = MC_LEAVE_ANSWER_DIALOG (object);

  if (self->leave)
    g_signal_handlers_disconnect_by_func (self->leave, update, self);
  g_clear_object (&self->leave);
  g_clear_object (&self->outlook);
  g_clear_object (&self->templates);
  g_clear_object (&self->settings);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_LEAVE_ANSWER_DIALOG);
  g_clear_object (&self->staff);
  g_clear_object (&self->absence);
  G_OBJECT_CLASS (mc_leave_answer_dialog_parent_class)->dispose (object);
}

#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, McLeaveAnswerDialog, name)

static void
mc_leave_answer_dialog_class_init (McLeaveAnswerDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_leave_answer_dialog_dispose;
  g_type_ensure (MC_TYPE_DRAFT_LIST);
  g_type_ensure (MC_TYPE_OUTLOOK_VIEW);
  complete_signal = g_signal_new ("complete", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, GTK_TYPE_WIDGET);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/today/mc-leave-answer-dialog.ui");
  CHILD (navigation);
  CHILD (what_row);
  CHILD (balance_row);
  CHILD (law_row);
  CHILD (ways);
  CHILD (leaders_alone);
  CHILD (refuse_row);
  CHILD (complete_row);
  CHILD (done);
  CHILD (drafts);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, refuse_cb);
  gtk_widget_class_bind_template_callback (widget_class, complete_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
}

static void
mc_leave_answer_dialog_init (McLeaveAnswerDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
mc_leave_answer_dialog_new (McSession *session, McAbsence *absence)
{
  static const char *const leaders[] = { "director", "deputy", NULL };
  McLeaveAnswerDialog *self = g_object_new (MC_TYPE_LEAVE_ANSWER_DIALOG, NULL);
  const char *role = mc_session_get_group_role (session);
  gboolean writes = mc_session_get_can_write (session), leads = writes && role && g_strv_contains (leaders, role);

  self->session = g_object_ref (session);
  self->absence = g_object_ref (absence);
  self->staff = mc_session_list (session, MC_TYPE_STAFF_ENTRY, absence->during.from);
  self->templates = mc_session_list (session, MC_TYPE_PAPER_TEMPLATE, mc_session_get_today (session));
  self->leave = mc_leave_view_new (session);
  mc_leave_view_follow (self->leave, absence->person_id);
  self->settings = mc_session_list (session, MC_TYPE_SETTING, MC_DAY_NONE);
  self->outlook = mc_absence_outlook_new (session);
  g_signal_connect_object (self->leave, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->staff, "notify::ready", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (self->leaders_alone, !leads);
  gtk_widget_set_visible (self->refuse_row, leads);
  gtk_widget_set_visible (self->complete_row, writes);
  g_object_set (self->ways, "may-choose", leads, NULL);
  mc_outlook_view_show (self->ways, self->outlook);
  /* What is chosen draws up papers, too. */
  g_object_bind_property (self->templates, "ready", self->ways, "sensitive", G_BINDING_SYNC_CREATE);
  mc_absence_outlook_ask (self->outlook, absence->person_id, absence->during, absence->half);
  update (self);
  return ADW_DIALOG (self);
}
