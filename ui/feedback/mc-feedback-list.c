/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-feedback-list.h"

#include <glib/gi18n.h>

#include "mc-choice.h"
#include "mc-columns.h"
#include "mc-empty-page.h"
#include "mc-feedback-acts.h"
#include "mc-feedback-words.h"
#include "mc-feedback.h"
#include "mc-list-detail.h"
#include "mc-list-state.h"
#include "mc-needle.h"
#include "mc-registered-paper.h"
#include "mc-supervision-kind.h"
#include "mc-supervision-note.h"
#include "mc-table-actions.h"

struct _McFeedbackList
{
  McTableBin parent_instance;

  McSession *session;
  McFeedbackNames names;
  McLiveList *rows;
  char *needle;
  gint64 wanted; /* the row to choose once it is there */

  AdwNavigationSplitView *split;
  GtkSearchEntry *search;
  GtkDropDown *first;
  GtkDropDown *second;
  McListState *state;
  McEmptyPage *empty;
  GtkColumnView *table;
  GtkSingleSelection *selection;
  GtkFilterListModel *filtered;
  GtkCustomFilter *filter;
  GtkLabel *totals;
  AdwNavigationPage *detail_page;
  GtkStack *stack;
  GtkButton *next_button;
  GtkListBox *facts;
};

G_DEFINE_FINAL_TYPE (McFeedbackList, mc_feedback_list, MC_TYPE_TABLE_BIN)

/* What stands beside a chosen row. */
static const char *const feedback_facts[] = { "kind",      "received_on", "channel",  "person_id", "counter_id",
                                              "agency_id", "matter",      "kept_at",  "state",     "outcome",
                                              "finding",   "answered_on", "paper_id", NULL };
static const char *const note_facts[] = { "kind_id", "noted_on",  "person_id",      "counter_id", "agency_id", "body",
                                          "result",  "follow_up", "followed_up_on", "login",      NULL };

static const char *
table_of (McFeedbackList *self)
{
  return mc_table_bin_get_table (MC_TABLE_BIN (self));
}

static gboolean
is_feedback (McFeedbackList *self)
{
  return g_strcmp0 (table_of (self), "feedback") == 0;
}

/* --- The chosen row --- */

static void
fill_facts (McFeedbackList *self, McEntity *row)
{
  const char *const *fields = is_feedback (self) ? feedback_facts : note_facts;

  gtk_list_box_remove_all (self->facts);
  for (gsize i = 0; fields[i]; i++)
    {
      const McFieldInfo *info = mc_entity_class_find_field (MC_ENTITY_GET_CLASS (row), fields[i]);
      g_autofree char *value = mc_feedback_dup_value (&self->names, row, fields[i]);
      GtkWidget *line;

      if (!value || !*value)
        continue;
      line = g_object_new (ADW_TYPE_ACTION_ROW, "title", mc_field_info_get_label (info), "subtitle", value,
                           "use-markup", FALSE, "subtitle-selectable", TRUE, "subtitle-lines", 0, NULL);
      gtk_widget_add_css_class (line, "property");
      gtk_list_box_append (self->facts, line);
    }
}

static void
selected_cb (McFeedbackList *self)
{
  McEntity *row = gtk_single_selection_get_selected_item (self->selection);
  const char *verb = row ? mc_feedback_next_verb (row) : NULL;
  gboolean writes = self->session && mc_session_may_write (self->session, table_of (self));

  gtk_stack_set_visible_child_name (self->stack, row ? "row" : "none");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "feedback.edit", row && writes);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "feedback.remove", row && writes);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "feedback.next", verb && mc_feedback_may_step (self->session, row));
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), verb != NULL);
  if (!row)
    return;
  self->wanted = mc_entity_get_id (row);
  gtk_button_set_label (self->next_button, verb ? verb : "");
  fill_facts (self, row);
}

static void
activate_cb (McFeedbackList *self)
{
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

static void
row_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McFeedbackList *self = MC_FEEDBACK_LIST (widget);
  McEntity *row = gtk_single_selection_get_selected_item (self->selection);

  if (!row || !self->session)
    return;
  if (g_str_equal (name, "feedback.edit"))
    adw_dialog_present (mc_feedback_dialog (self->session, row), widget);
  else if (g_str_equal (name, "feedback.next"))
    mc_feedback_step (widget, self->session, row);
  else
    mc_feedback_remove (widget, self->session, row);
}

/* --- The table --- */

/* Names or rows read otherwise now. */
static void
refresh (McFeedbackList *self)
{
  mc_told_columns_refresh (self->table);
  selected_cb (self);
}

static gboolean
is_chosen (McFeedbackList *self, gpointer row)
{
  McSupervisionNote *note = row;
  gint64 kind;

  if (MC_IS_FEEDBACK (row))
    return mc_choice_allows (self->first, ((McFeedback *)row)->kind) &&
           mc_choice_allows (self->second, ((McFeedback *)row)->state);
  kind = self->names.kinds ? mc_choice_get (self->first, G_LIST_MODEL (self->names.kinds)) : 0;
  return (kind == 0 || note->kind_id == kind) && mc_choice_allows (self->second, note->result);
}

static gboolean
matches (gpointer row, gpointer user_data)
{
  McFeedbackList *self = user_data;
  const char *const *fields = is_feedback (self) ? feedback_facts : note_facts;
  g_autoptr (GString) words = g_string_new (NULL);
  const char *all;

  if (!self->names.registry || !is_chosen (self, row))
    return FALSE;
  if (!self->needle)
    return TRUE;
  for (gsize i = 0; fields[i]; i++)
    {
      g_autofree char *text = mc_feedback_dup_value (&self->names, row, fields[i]);

      g_string_append_printf (words, "%s ", text ? text : "");
    }
  all = words->str;
  return mc_needle_finds (self->needle, &all, 1);
}

static void
update_totals (McFeedbackList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  guint open = 0, bad = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (McEntity) row = g_list_model_get_item (G_LIST_MODEL (self->filtered), i);

      if (MC_IS_FEEDBACK (row))
        {
          McFeedback *feedback = MC_FEEDBACK (row);

          open += feedback->outcome == MC_FEEDBACK_OUTCOME_NONE;
          bad += feedback->kind != MC_FEEDBACK_KIND_COMPLIMENT && feedback->outcome == MC_FEEDBACK_OUTCOME_UPHELD;
        }
      else
        {
          McSupervisionNote *note = MC_SUPERVISION_NOTE (row);

          open += note->follow_up && note->followed_up_on == MC_DAY_NONE;
          bad += note->result == MC_SUPERVISION_REMINDED || note->result == MC_SUPERVISION_BREACH;
        }
    }
  text = g_strdup_printf (is_feedback (self) ? _ ("%u rows · %u open · %u complaints and feedback upheld")
                                             : _ ("%u checks · %u still to be done · %u reminded or in breach"),
                          n, open, bad);
  gtk_label_set_label (self->totals, text);
}

static void
filter_changed_cb (McFeedbackList *self)
{
  if (!self->filter)
    return;
  mc_needle_set (&self->needle, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_totals (self);
}

static void
rows_changed_cb (McFeedbackList *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_totals (self);
  refresh (self);
  mc_list_detail_keep (self->table, self->wanted);
}

static void
forget (McFeedbackList *self)
{
  if (self->names.registry)
    g_signal_handlers_disconnect_by_func (self->names.registry, rows_changed_cb, self);
  if (self->names.kinds)
    g_signal_handlers_disconnect_by_func (self->names.kinds, rows_changed_cb, self);
  if (self->names.papers)
    g_signal_handlers_disconnect_by_func (self->names.papers, rows_changed_cb, self);
  if (self->rows)
    g_signal_handlers_disconnect_by_func (self->rows, rows_changed_cb, self);
  g_clear_object (&self->names.registry);
  g_clear_object (&self->names.kinds);
  g_clear_object (&self->names.papers);
  g_clear_object (&self->rows);
  g_clear_object (&self->session);
}

static McLiveList *
follow (McFeedbackList *self, GType noun)
{
  McLiveList *list = mc_session_list (self->session, noun, MC_DAY_NONE);

  g_signal_connect_object (list, "changed", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return list;
}

void
mc_feedback_list_show (McFeedbackList *self, McSession *session)
{
  g_return_if_fail (MC_IS_FEEDBACK_LIST (self));
  gtk_filter_list_model_set_model (self->filtered, NULL);
  forget (self);
  mc_list_state_set_list (self->state, NULL);
  selected_cb (self);
  if (!session)
    return;
  self->session = g_object_ref (session);
  self->names.registry = mc_counter_register_new (session, mc_session_get_today (session));
  self->names.kinds = follow (self, MC_TYPE_SUPERVISION_KIND);
  self->names.papers = follow (self, MC_TYPE_REGISTERED_PAPER);
  self->rows = follow (self, is_feedback (self) ? MC_TYPE_FEEDBACK : MC_TYPE_SUPERVISION_NOTE);
  g_signal_connect_object (self->names.registry, "changed", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED);
  if (!is_feedback (self))
    mc_choice_fill (self->first, _ ("All kinds of checks"), G_LIST_MODEL (self->names.kinds), "name");
  mc_list_state_set_list (self->state, self->rows);
  gtk_filter_list_model_set_model (self->filtered, G_LIST_MODEL (self->rows));
  rows_changed_cb (self);
}

void
mc_feedback_list_open (McFeedbackList *self, gint64 id)
{
  g_return_if_fail (MC_IS_FEEDBACK_LIST (self));
  if (!self->session)
    return;
  if (id == 0)
    {
      g_autoptr (McEntity) row = mc_feedback_row_new (self->session, table_of (self), 0);

      if (mc_session_may_write (self->session, table_of (self)))
        adw_dialog_present (mc_feedback_dialog (self->session, row), GTK_WIDGET (self));
      return;
    }
  self->wanted = id;
  if (!mc_list_detail_choose (self->table, id))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->search), "");
      gtk_drop_down_set_selected (self->first, 0);
      gtk_drop_down_set_selected (self->second, 0);
      filter_changed_cb (self);
      mc_list_detail_choose (self->table, id);
    }
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

gboolean
mc_feedback_list_grab_search (McFeedbackList *self)
{
  return gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

gboolean
mc_feedback_list_go_back (McFeedbackList *self)
{
  return mc_list_detail_go_back (self->split);
}

static void
fill_words (McFeedbackList *self)
{
  gboolean feedback = is_feedback (self);

  if (feedback)
    mc_choice_fill_values (self->first, _ ("All kinds"), mc_feedback_kind_values);
  mc_choice_fill_values (self->second, feedback ? _ ("All states") : _ ("All results"),
                         feedback ? mc_feedback_state_values : mc_supervision_result_values);
  g_object_set (self->empty, "title", feedback ? _ ("No feedback yet") : _ ("Nothing in the log yet"), "description",
                feedback ? _ ("Here stand complaints, feedback and compliments of citizens: about whom, and what came "
                              "of them. Who said it stays in the system that took it.")
                         : _ ("Here stands what the Supervision section sees: cards, dress, hours, attitude, order."),
                "button-label", feedback ? _ ("Add _Feedback") : _ ("Add a _Check"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  feedback ? C_ ("tab", "Feedback") : C_ ("tab", "Supervision Log"), -1);
}

static void
mc_feedback_list_constructed (GObject *object)
{
  McFeedbackList *self = MC_FEEDBACK_LIST (object);
  gsize n;
  const McToldColumn *columns = mc_feedback_columns (table_of (self), &n);

  G_OBJECT_CLASS (mc_feedback_list_parent_class)->constructed (object);
  mc_told_columns_fill (self->table, columns, n, &self->names, 0, GTK_SORT_DESCENDING);
  mc_columns_remember (self->table, table_of (self));
  mc_table_actions_install (GTK_WIDGET (self), self->table,
                            is_feedback (self) ? C_ ("tab", "Feedback") : C_ ("tab", "Supervision Log"));
  fill_words (self);
}

static void
mc_feedback_list_dispose (GObject *object)
{
  McFeedbackList *self = MC_FEEDBACK_LIST (object);

  forget (self);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_FEEDBACK_LIST);
  g_clear_pointer (&self->needle, g_free);
  G_OBJECT_CLASS (mc_feedback_list_parent_class)->dispose (object);
}

#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, McFeedbackList, name)

static void
mc_feedback_list_class_init (McFeedbackListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = mc_feedback_list_constructed;
  object_class->dispose = mc_feedback_list_dispose;
  g_type_ensure (MC_TYPE_EMPTY_PAGE);
  g_type_ensure (MC_TYPE_LIST_STATE);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/feedback/mc-feedback-list.ui");
  CHILD (split);
  CHILD (search);
  CHILD (first);
  CHILD (second);
  CHILD (state);
  CHILD (empty);
  CHILD (table);
  CHILD (selection);
  CHILD (filtered);
  CHILD (filter);
  CHILD (totals);
  CHILD (detail_page);
  CHILD (stack);
  CHILD (next_button);
  CHILD (facts);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "feedback.next", NULL, row_action);
  gtk_widget_class_install_action (widget_class, "feedback.edit", NULL, row_action);
  gtk_widget_class_install_action (widget_class, "feedback.remove", NULL, row_action);
}

static void
mc_feedback_list_init (McFeedbackList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_custom_filter_set_filter_func (self->filter, matches, self, NULL);
  g_signal_connect_object (self->filtered, "items-changed", G_CALLBACK (update_totals), self, G_CONNECT_SWAPPED);
}
