/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-feedback-page.h"

#include <glib/gi18n.h>

#include "mc-feedback-acts.h"
#include "mc-feedback-list.h"
#include "mc-record-group.h"
#include "mc-supervision-kind.h"

struct _McFeedbackPage
{
  McPage parent_instance;

  McLiveList *kinds_list;
  GSignalGroup *session_signals;

  AdwViewStack *pages;
  McFeedbackList *feedback;
  McFeedbackList *notes;
  McRecordGroup *kinds;
};

G_DEFINE_FINAL_TYPE (McFeedbackPage, mc_feedback_page, MC_TYPE_PAGE)

static void
describe_kind (gpointer row, gpointer user_data, char **title, char **subtitle, char **target)
{
  McSupervisionKind *kind = row;

  *title = g_strdup (kind->name);
  *subtitle = kind->in_use ? g_strdup (kind->code) : g_strdup_printf ("%s · %s", kind->code, _ ("Out of use"));
}

static int
compare_kinds (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return ((const McSupervisionKind *)a)->sort_order - ((const McSupervisionKind *)b)->sort_order;
}

/* The child's name is that of its table. */
static void
update_actions (McFeedbackPage *self)
{
  McSession *session = mc_page_get_session (MC_PAGE (self));
  const char *table = self->pages ? adw_view_stack_get_visible_child_name (self->pages) : NULL;

  if (!self->kinds)
    return; /* the template is being put together */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "feedback.add",
                                 session && table && mc_session_may_write (session, table));
  g_object_set (self->kinds, "can-write", session && mc_session_may_write (session, "supervision_kind"), NULL);
}

static void
mc_feedback_page_set_session (McPage *page, McSession *session)
{
  McFeedbackPage *self = MC_FEEDBACK_PAGE (page);
  g_autoptr (GtkSortListModel) sorted = NULL;

  g_signal_group_set_target (self->session_signals, session);
  mc_feedback_list_show (self->feedback, session);
  mc_feedback_list_show (self->notes, session);
  g_clear_object (&self->kinds_list);
  if (session)
    {
      self->kinds_list = mc_session_list (session, MC_TYPE_SUPERVISION_KIND, MC_DAY_NONE);
      sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->kinds_list)),
                                        GTK_SORTER (gtk_custom_sorter_new (compare_kinds, NULL, NULL)));
    }
  mc_record_group_show (self->kinds, G_LIST_MODEL (sorted), describe_kind, NULL);
  update_actions (self);
  mc_page_set_complete (page, session != NULL);
}

static McFeedbackList *
list_of (McFeedbackPage *self, const char *table)
{
  return g_str_equal (table, "feedback")           ? self->feedback
         : g_str_equal (table, "supervision_note") ? self->notes
                                                   : NULL;
}

static McFeedbackList *
shown_list (McFeedbackPage *self)
{
  return list_of (self, adw_view_stack_get_visible_child_name (self->pages));
}

static gboolean
mc_feedback_page_open (McPage *page, const char *target)
{
  McFeedbackPage *self = MC_FEEDBACK_PAGE (page);
  g_auto (GStrv) words = g_strsplit (target, "/", 2);
  McFeedbackList *list = words[0] ? list_of (self, words[0]) : NULL;

  if (g_strcmp0 (words[0], "supervision_kind") == 0)
    adw_view_stack_set_visible_child_name (self->pages, words[0]);
  else if (list)
    adw_view_stack_set_visible_child_name (self->pages, words[0]);
  else
    return FALSE;
  if (list && words[1])
    mc_feedback_list_open (list, g_ascii_strtoll (words[1], NULL, 10));
  return TRUE;
}

static gboolean
mc_feedback_page_go_back (McPage *page)
{
  McFeedbackList *list = shown_list (MC_FEEDBACK_PAGE (page));

  return list && mc_feedback_list_go_back (list);
}

static gboolean
mc_feedback_page_grab_search (McPage *page)
{
  McFeedbackList *list = shown_list (MC_FEEDBACK_PAGE (page));

  return list && mc_feedback_list_grab_search (list);
}

static void
present_kind (McFeedbackPage *self, McEntity *row)
{
  adw_dialog_present (mc_feedback_dialog (mc_page_get_session (MC_PAGE (self)), row), GTK_WIDGET (self));
}

static void
add_kind (McFeedbackPage *self)
{
  g_autoptr (McEntity) row = mc_feedback_row_new (mc_page_get_session (MC_PAGE (self)), "supervision_kind", 0);

  present_kind (self, row);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McFeedbackPage *self = MC_FEEDBACK_PAGE (widget);
  McFeedbackList *list = shown_list (self);

  if (g_str_equal (name, "feedback.add") && list)
    mc_feedback_list_open (list, 0);
  else
    add_kind (self);
}

static void
kind_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McFeedbackPage *self = MC_FEEDBACK_PAGE (widget);
  const char *table;
  McEntity *row;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &table, &id);
  row = self->kinds_list ? mc_live_list_get_by_id (self->kinds_list, id) : NULL;
  if (!row)
    return;
  if (g_str_equal (name, "record.edit"))
    present_kind (self, row);
  else
    mc_feedback_remove (widget, mc_page_get_session (MC_PAGE (self)), row);
}

static void
mc_feedback_page_dispose (GObject *object)
{
  McFeedbackPage *self = MC_FEEDBACK_PAGE (object);

  g_clear_object (&self->session_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_FEEDBACK_PAGE);
  g_clear_object (&self->kinds_list);
  G_OBJECT_CLASS (mc_feedback_page_parent_class)->dispose (object);
}

static void
mc_feedback_page_class_init (McFeedbackPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  McPageClass *page_class = MC_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_feedback_page_dispose;
  page_class->set_session = mc_feedback_page_set_session;
  page_class->open = mc_feedback_page_open;
  page_class->go_back = mc_feedback_page_go_back;
  page_class->grab_search = mc_feedback_page_grab_search;
  g_type_ensure (MC_TYPE_FEEDBACK_LIST);
  g_type_ensure (MC_TYPE_RECORD_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/feedback/mc-feedback-page.ui");
  gtk_widget_class_bind_template_child (widget_class, McFeedbackPage, pages);
  gtk_widget_class_bind_template_child (widget_class, McFeedbackPage, feedback);
  gtk_widget_class_bind_template_child (widget_class, McFeedbackPage, notes);
  gtk_widget_class_bind_template_child (widget_class, McFeedbackPage, kinds);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
  gtk_widget_class_install_action (widget_class, "feedback.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "record.add", "s", add_action);
  gtk_widget_class_install_action (widget_class, "record.edit", "(sx)", kind_action);
  gtk_widget_class_install_action (widget_class, "record.remove", "(sx)", kind_action);
}

static void
mc_feedback_page_init (McFeedbackPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->session_signals = g_signal_group_new (MC_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::can-write", G_CALLBACK (update_actions), self);
}
