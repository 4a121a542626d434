/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-evaluation-detail.h"

#include <glib/gi18n.h>
#include <math.h>

#include "mc-evaluation-actions.h"
#include "mc-evaluation-acts.h"
#include "mc-evaluation-evidence.h"
#include "mc-evaluation-points-dialog.h"
#include "mc-evaluation-result.h"
#include "mc-evaluation-words.h"
#include "mc-evidence-rows.h"
#include "mc-number.h"

#define N_RATERS 5

struct _McEvaluationDetail
{
  AdwBin parent_instance;

  McEvaluationBook *book;
  McEvaluation *evaluation;
  McLiveList *scores;
  McLiveList *evidence;
  McLiveList *given; /* McEvaluationText */

  GtkStack *stack;
  GtkLabel *title;
  GtkLabel *total;
  GtkLabel *facts;
  GtkLabel *flags;
  GtkWidget *sign_button;
  GtkWidget *give_button;
  GtkWidget *waive_button;
  GtkWidget *gather_button;
  GtkWidget *home_button;
  GtkWidget *reopen_button;
  GtkWidget *previous_button;
  GtkGrid *points;
  GtkListBox *texts;
};

G_DEFINE_FINAL_TYPE (McEvaluationDetail, mc_evaluation_detail, ADW_TYPE_BIN)

/* --- The points --- */

static GtkWidget *
new_label (const char *text, float xalign, const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", xalign, "yalign", 0.0, NULL);

  if (style)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
open_cb (GtkButton *button, McEvaluationDetail *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-target", "s",
                              (const char *)g_object_get_data (G_OBJECT (button), "mc-target"));
}

static GtkWidget *
new_target_button (McEvaluationDetail *self, const char *label, const char *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "caption");
  gtk_widget_set_tooltip_text (button, _ ("Open what this is counted from"));
  g_object_set_data_full (G_OBJECT (button), "mc-target", g_strdup (target), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (open_cb), self, G_CONNECT_DEFAULT);
  return button;
}

/* What is counted, and a button for the rows that it is counted from. */
static GtkWidget *
new_evidence (McEvaluationDetail *self, McEvaluationEvidence *evidence)
{
  GtkWidget *box = adw_wrap_box_new ();
  McRatingLimits limits = mc_evaluation_book_get_limits (self->book);
  g_autofree char *text = mc_evaluation_evidence_text (evidence, &limits);
  GtkWidget *label = new_label (text, 0, "caption");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dimmed");
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 6);
  adw_wrap_box_append (ADW_WRAP_BOX (box), label);
  if (mc_evaluation_evidence_is_sum (evidence))
    adw_wrap_box_append (ADW_WRAP_BOX (box), new_target_button (self, C_ ("page", "Workload"), "page/workload"));
  if (mc_evidence_rows_can_list (evidence))
    adw_wrap_box_append (ADW_WRAP_BOX (box), mc_evidence_rows_new (mc_evaluation_book_get_session (self->book),
                                                                   evidence, self->evaluation->person_id));
  return box;
}

static int
compare_evidence (gconstpointer a, gconstpointer b)
{
  return mc_evidence_rows_compare (*(McEvaluationEvidence *const *)a, *(McEvaluationEvidence *const *)b);
}

static GPtrArray *
dup_evidence (McEvaluationDetail *self, gint64 criterion)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->evidence)); i++)
    {
      g_autoptr (McEvaluationEvidence) evidence = g_list_model_get_item (G_LIST_MODEL (self->evidence), i);

      if (evidence->criterion_id == criterion)
        g_ptr_array_add (found, g_steal_pointer (&evidence));
    }
  g_ptr_array_sort (found, compare_evidence);
  return found;
}

static void
add_criterion (McEvaluationDetail *self, McEvaluationCriterion *criterion, int row)
{
  gint64 id = mc_entity_get_id (MC_ENTITY (criterion));
  g_autofree char *most = mc_number_format (criterion->max_points, 0);
  g_autofree char *name = g_strdup_printf (_ ("%s (at most %s)"), criterion->name, most);
  g_autoptr (GPtrArray) rows = dup_evidence (self, id);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = new_label (name, 0, NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  for (guint i = 0; i < rows->len; i++)
    gtk_box_append (GTK_BOX (box), new_evidence (self, rows->pdata[i]));
  gtk_grid_attach (self->points, box, 0, row, 1, 1);
  for (int role = 0; role < N_RATERS; role++)
    {
      McEvaluationScore *score = mc_evaluation_find_score (self->scores, id, (McRaterRole)role);
      g_autofree char *text = score ? mc_number_format (score->points, 1) : g_strdup ("–");
      GtkWidget *cell = new_label (text, 1, "numeric");

      gtk_widget_set_tooltip_text (cell, score ? score->reason : NULL);
      gtk_grid_attach (self->points, cell, 1 + role, row, 1, 1);
    }
}

static void
show_points (McEvaluationDetail *self)
{
  g_autoptr (GPtrArray) criteria = mc_evaluation_book_dup_criteria (self->book, self->evaluation);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->points))))
    gtk_grid_remove (self->points, child);
  gtk_grid_attach (self->points, new_label (C_ ("column", "Criterion"), 0, "caption-heading"), 0, 0, 1, 1);
  for (int role = 0; role < N_RATERS; role++)
    gtk_grid_attach (self->points, new_label (mc_evaluation_rater_short ((McRaterRole)role), 1, "caption-heading"),
                     1 + role, 0, 1, 1);
  for (guint i = 0; i < criteria->len; i++)
    add_criterion (self, criteria->pdata[i], (int)i + 1);
}

/* --- The texts --- */

static McEvaluationText *
find_text (McEvaluationDetail *self, McTextRole role)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->given)); i++)
    {
      g_autoptr (McEvaluationText) text = g_list_model_get_item (G_LIST_MODEL (self->given), i);

      if (text->role == role)
        return mc_live_list_get_by_id (self->given, mc_entity_get_id (MC_ENTITY (text)));
    }
  return NULL;
}

static void
add_text (McEvaluationDetail *self, McTextRole role)
{
  McEvaluationText *text = find_text (self, role);
  /* The database shows no text before each has given theirs; how far they are is known. */
  gboolean given = (guint)self->evaluation->state > (guint)role;
  g_autofree char *subtitle = NULL;
  GtkWidget *row;

  if (text && text->waived)
    subtitle = g_strdup_printf (_ ("Gone on without: %s"), text->body);
  else if (text)
    subtitle = text->given ? g_strdup (text->body) : g_strdup_printf (_ ("Not handed over yet: %s"), text->body);
  else
    subtitle = g_strdup (given ? _ ("Given; shown when self, section and supervision have all given theirs.")
                               : _ ("Not given yet."));
  row = g_object_new (ADW_TYPE_ACTION_ROW, "title", mc_enum_label (mc_text_role_values, role), "subtitle", subtitle,
                      "use-markup", FALSE, "subtitle-lines", 0, "subtitle-selectable", TRUE, NULL);
  gtk_widget_add_css_class (row, "property");
  gtk_list_box_append (self->texts, row);
}

static void
show_texts (McEvaluationDetail *self)
{
  gtk_list_box_remove_all (self->texts);
  for (int role = MC_TEXT_ROLE_SELF; role <= MC_TEXT_ROLE_DIRECTOR; role++)
    add_text (self, (McTextRole)role);
}

/* --- The head --- */

static char *
dup_facts (McEvaluationDetail *self)
{
  McEvaluation *evaluation = self->evaluation;
  McEvaluationCycle *cycle = mc_evaluation_book_get_cycle (self->book, evaluation);
  McEvaluationScheme *scheme = mc_evaluation_book_get_scheme (self->book, evaluation);
  g_autofree char *agency = mc_evaluation_book_dup_agency (self->book, evaluation);
  g_autofree char *signer = mc_evaluation_book_dup_signer (self->book, evaluation);
  g_autofree char *when = cycle ? mc_evaluation_cycle_dup_name (cycle) : g_strdup ("…");
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s · %s · %s · %s", agency, when, scheme ? scheme->name : "…",
                          mc_enum_label (mc_evaluation_state_values, evaluation->state));
  if (signer)
    g_string_append_printf (text, " · %s", signer);
  if (evaluation->reopen_reason)
    g_string_append_printf (text, _ (" · reopened: %s"), evaluation->reopen_reason);
  if (evaluation->home_level != MC_HOME_LEVEL_NONE)
    g_string_append_printf (text, _ (" · home agency: %s"),
                            mc_enum_label (mc_home_level_values, evaluation->home_level));
  if (evaluation->home_no)
    g_string_append_printf (text, " (%s)", evaluation->home_no);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
show_flags (McEvaluationDetail *self)
{
  g_autoptr (GPtrArray) criteria = mc_evaluation_book_dup_criteria (self->book, self->evaluation);
  g_autoptr (JsonNode) node = json_from_string (self->evaluation->flags ? self->evaluation->flags : "[]", NULL);
  JsonArray *flags = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; flags && i < json_array_get_length (flags); i++)
    {
      g_autofree char *line = mc_evaluation_flag_format (json_array_get_string_element (flags, i), criteria);

      g_string_append_printf (text, "%s⚠ %s", text->len ? "\n" : "", line);
    }
  gtk_label_set_label (self->flags, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->flags), text->len > 0);
}

/* As whom who is at work may give points now; computed: as nobody. The leaders may all the time. */
static McRaterRole
find_role (McEvaluationDetail *self)
{
  McRaterRole turn = mc_evaluation_turn (self->evaluation);

  if (turn == MC_RATER_COMPUTED)
    return MC_RATER_COMPUTED;
  if (mc_evaluation_book_may (self->book, self->evaluation, turn))
    return turn;
  return mc_evaluation_book_may (self->book, self->evaluation, MC_RATER_DIRECTOR) ? MC_RATER_DIRECTOR
                                                                                  : MC_RATER_COMPUTED;
}

static void
set_act (McEvaluationDetail *self, const char *act, GtkWidget *button, gboolean may)
{
  g_autofree char *action = g_strconcat ("evaluation.", act, NULL);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, may);
  gtk_widget_set_visible (button, may);
}

static void
update_acts (McEvaluationDetail *self)
{
  McEvaluation *evaluation = self->evaluation;
  gboolean is_signed = evaluation->state == MC_EVALUATION_STATE_SIGNED;
  gboolean leads = mc_evaluation_book_leads (self->book);
  gboolean rates = mc_evaluation_book_may (self->book, evaluation, MC_RATER_DIRECTOR);

  set_act (self, "sign", self->sign_button, rates && evaluation->state == MC_EVALUATION_STATE_SUPERVISION);
  set_act (self, "give", self->give_button, find_role (self) != MC_RATER_COMPUTED);
  set_act (self, "waive", self->waive_button, leads && evaluation->state < MC_EVALUATION_STATE_SUPERVISION);
  set_act (self, "gather", self->gather_button, leads && !is_signed);
  set_act (self, "home", self->home_button, leads && is_signed);
  set_act (self, "reopen", self->reopen_button,
           leads && is_signed && !mc_evaluation_book_find_next (self->book, evaluation));
  set_act (self, "previous", self->previous_button, evaluation->previous_id != 0);
}

static void
update (McEvaluationDetail *self)
{
  g_autofree char *person = NULL, *facts = NULL, *total = NULL, *points = NULL, *band = NULL;

  gtk_stack_set_visible_child_name (self->stack, self->evaluation ? "evaluation" : "none");
  if (!self->evaluation)
    return;
  person = mc_evaluation_book_dup_person (self->book, self->evaluation);
  points = mc_evaluation_book_dup_total (self->book, self->evaluation);
  band = mc_evaluation_book_dup_band (self->book, self->evaluation);
  total = g_strdup_printf ("%s · %s", points, band);
  facts = dup_facts (self);
  gtk_label_set_label (self->title, person);
  gtk_label_set_label (self->total, total);
  gtk_label_set_label (self->facts, facts);
  show_flags (self);
  update_acts (self);
  show_points (self);
  show_texts (self);
}

static void
forget (McEvaluationDetail *self)
{
  McLiveList **lists[] = { &self->scores, &self->evidence, &self->given };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    if (*lists[i])
      {
        g_signal_handlers_disconnect_by_func (*lists[i], update, self);
        g_clear_object (lists[i]);
      }
  if (self->book)
    g_signal_handlers_disconnect_by_func (self->book, update, self);
  g_clear_object (&self->evaluation);
  g_clear_object (&self->book);
}

void
mc_evaluation_detail_show (McEvaluationDetail *self, McEvaluationBook *book, McEvaluation *evaluation)
{
  const GType nouns[] = { MC_TYPE_EVALUATION_SCORE, MC_TYPE_EVALUATION_EVIDENCE, MC_TYPE_EVALUATION_TEXT };
  McLiveList **lists[] = { &self->scores, &self->evidence, &self->given };

  g_return_if_fail (MC_IS_EVALUATION_DETAIL (self));
  if (evaluation && evaluation == self->evaluation && book == self->book)
    {
      update (self);
      return;
    }
  forget (self);
  if (book && evaluation)
    {
      self->book = g_object_ref (book);
      self->evaluation = g_object_ref (evaluation);
      g_signal_connect_object (book, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
        {
          *lists[i] = mc_session_list_of (mc_evaluation_book_get_session (book), nouns[i], "evaluation_id",
                                          mc_entity_get_id (MC_ENTITY (evaluation)));
          g_signal_connect_object (*lists[i], "changed", G_CALLBACK (update), self,
                                   G_CONNECT_SWAPPED | G_CONNECT_AFTER);
        }
    }
  update (self);
}

/* --- Acts --- */

static void
give (McEvaluationDetail *self)
{
  McRaterRole role = find_role (self);
  McTextRole text = role == MC_RATER_COMPUTED ? MC_TEXT_ROLE_DIRECTOR : (McTextRole)(role - MC_RATER_SELF);

  if (role != MC_RATER_COMPUTED)
    adw_dialog_present (
        mc_evaluation_points_dialog_new (self->book, self->evaluation, role, self->scores, find_text (self, text)),
        GTK_WIDGET (self));
}

static void
act_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McEvaluationDetail *self = MC_EVALUATION_DETAIL (widget);
  g_autofree char *target = NULL;

  if (!self->evaluation)
    return;
  if (g_str_equal (name, "evaluation.give"))
    give (self);
  else if (g_str_equal (name, "evaluation.sign"))
    mc_evaluation_act_sign (widget, self->book, self->evaluation);
  else if (g_str_equal (name, "evaluation.waive"))
    mc_evaluation_act_waive (widget, self->book, self->evaluation);
  else if (g_str_equal (name, "evaluation.gather"))
    mc_evaluation_act_gather (widget, self->book, self->evaluation);
  else if (g_str_equal (name, "evaluation.reopen"))
    mc_evaluation_act_reopen (widget, self->book, self->evaluation);
  else if (g_str_equal (name, "evaluation.home"))
    adw_dialog_present (mc_evaluation_home_dialog (mc_evaluation_book_get_session (self->book), self->evaluation),
                        widget);
  else
    {
      gboolean before = g_str_equal (name, "evaluation.previous");

      target = g_strdup_printf ("%s/%" G_GINT64_FORMAT, before ? "evaluation" : "person",
                                before ? self->evaluation->previous_id : self->evaluation->person_id);
      gtk_widget_activate_action (widget, "win.open-target", "s", target);
    }
}

static void
mc_evaluation_detail_dispose (GObject *object)
{
  McEvaluationDetail *self = MC_EVALUATION_DETAIL (object);

  forget (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_EVALUATION_DETAIL);
  G_OBJECT_CLASS (mc_evaluation_detail_parent_class)->dispose (object);
}

#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, McEvaluationDetail, name)

static void
mc_evaluation_detail_class_init (McEvaluationDetailClass *klass)
{
  static const char *const acts[] = { "sign", "give", "waive", "gather", "home", "reopen", "previous", "person" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_evaluation_detail_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/gov/cantho/MotCua/evaluation/mc-evaluation-detail.ui");
  CHILD (stack);
  CHILD (title);
  CHILD (total);
  CHILD (facts);
  CHILD (flags);
  CHILD (sign_button);
  CHILD (give_button);
  CHILD (waive_button);
  CHILD (gather_button);
  CHILD (home_button);
  CHILD (reopen_button);
  CHILD (previous_button);
  CHILD (points);
  CHILD (texts);
  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      g_autofree char *action = g_strconcat ("evaluation.", acts[i], NULL);

      gtk_widget_class_install_action (widget_class, action, NULL, act_action);
    }
}

static void
mc_evaluation_detail_init (McEvaluationDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
