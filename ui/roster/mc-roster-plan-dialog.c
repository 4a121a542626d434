/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-roster-plan-dialog.h"

#include <glib/gi18n.h>

#include "mc-commit.h"
#include "mc-date-row.h"
#include "mc-error.h"
#include "mc-number.h"
#include "mc-planner-rule.h"
#include "mc-report.h"
#include "mc-roster-actions.h"
#include "mc-roster-evaluator.h"
#include "mc-roster-plan-parts.h"
#include "mc-roster-planner.h"
#include "mc-roster-run.h"
#include "mc-roster-words.h"
#include "mc-scope-row.h"

#define MOST_MISSED 20

struct _McRosterPlanDialog
{
  AdwDialog parent_instance;

  gboolean accepted;
  McRosterBook *book;
  McRosterBrief *brief;     /* that the run is about; the book may be counted anew meanwhile */
  McRosterProblem *problem; /* of the run */
  McRosterRun *run;
  McRosterSolution *plan;
  GPtrArray *rules;   /* AdwSwitchRow, one a rule */
  GtkEditable *scope; /* not shown: whom it is for, as the rows below share it */

  GtkButton *go_button;
  GtkStack *stack;
  McDateRow *from_row;
  McDateRow *last_row;
  AdwSwitchRow *keep_row;
  AdwPreferencesGroup *planned_group;
  AdwPreferencesGroup *rules_group;
  GtkLabel *step;
  GtkProgressBar *progress;
  GtkLabel *best;
  GtkLabel *verdict;
  GtkLabel *summary;
  AdwPreferencesGroup *missed_group;
  McRosterPlanParts *parts;
};

G_DEFINE_FINAL_TYPE (McRosterPlanDialog, mc_roster_plan_dialog, ADW_TYPE_DIALOG)

static McPeriod
get_days (McRosterPlanDialog *self)
{
  return (McPeriod){ mc_date_row_get_day (self->from_row), mc_date_row_get_day (self->last_row) + 1 };
}

/* --- What is to be planned --- */

static gboolean
is_planned (McRosterPlanDialog *self, McRosterProblem *problem, guint person)
{
  const char *scope = gtk_editable_get_text (self->scope);
  const McRosterPerson *one = mc_roster_person (problem, person);

  if (mc_scope_is_all (scope) || mc_scope_names (scope, "people", one->id))
    return TRUE;
  return one->unit >= 0 &&
         mc_scope_names (scope, "agencies", g_array_index (problem->units, McRosterUnit, one->unit).id);
}

/* What lies outside of the days and people, and what is kept, stands in the run's problem as pinned. */
static void
pin_rest (McRosterPlanDialog *self, McRosterProblem *problem, McPeriod days)
{
  McRosterSolution *now = mc_roster_brief_get_current (self->brief);
  gboolean keeps = adw_switch_row_get_active (self->keep_row);
  g_autoptr (GHashTable) pinned = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < problem->pins->len; i++)
    {
      McRosterPin *pin = &g_array_index (problem->pins, McRosterPin, i);

      g_hash_table_add (pinned, GUINT_TO_POINTER (pin->person * problem->sessions->len + pin->session + 1));
    }
  for (guint i = 0; i < problem->people->len; i++)
    {
      gboolean stays = !is_planned (self, problem, i);

      for (guint k = 0; k < problem->sessions->len; k++)
        {
          gint duty = mc_roster_solution_get (now, i, k);
          gboolean outside = stays || !mc_period_contains (days, mc_roster_session (problem, k)->day);

          if ((outside || (keeps && duty >= 0)) &&
              !g_hash_table_contains (pinned, GUINT_TO_POINTER (i * problem->sessions->len + k + 1)))
            mc_roster_problem_add_pin (problem, i, k, duty);
        }
    }
}

static McRosterProblem *
make_problem (McRosterPlanDialog *self, GError **error)
{
  g_autoptr (McRosterProblem) problem = mc_roster_problem_copy (mc_roster_brief_get_problem (self->brief));
  McPeriod days = get_days (self);

  if (!mc_date_row_get_valid (self->from_row) || !mc_date_row_get_valid (self->last_row) || mc_period_is_empty (days))
    {
      g_set_error_literal (error, MC_ERROR, MC_ERROR_INVALID, _ ("The last day lies before the first."));
      return NULL;
    }
  for (guint i = 0; i < self->rules->len && i < problem->rules->len; i++)
    mc_roster_rule (problem, i)->on = adw_switch_row_get_active (g_ptr_array_index (self->rules, i));
  pin_rest (self, problem, days);
  return mc_roster_problem_seal (problem, error) ? g_steal_pointer (&problem) : NULL;
}

/* (nullable): the law that makes a rule of the problem a must. */
static const char *
get_basis (McRosterPlanDialog *self, const McRosterRule *rule)
{
  GListModel *rows = mc_roster_book_get_rows (self->book, MC_TYPE_PLANNER_RULE);

  for (guint i = 0; rows && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (McPlannerRule) row = g_list_model_get_item (rows, i);

      if (mc_entity_get_id (MC_ENTITY (row)) == rule->id)
        return row->basis; /* the book's, and the list keeps the row */
    }
  return NULL;
}

static char *
describe_rule (McRosterPlanDialog *self, const McRosterRule *rule)
{
  const char *basis = get_basis (self, rule);

  if (basis)
    return g_strdup_printf (_ ("A must by law: %s"), basis);
  return g_strdup (rule->hard ? _ ("Must be kept") : _ ("Kept as well as can be"));
}

static void
fill_rules (McRosterPlanDialog *self)
{
  McRosterProblem *problem = mc_roster_brief_get_problem (self->brief);

  for (guint i = 0; i < problem->rules->len; i++)
    {
      McRosterRule *rule = mc_roster_rule (problem, i);
      GtkWidget *row = adw_switch_row_new ();
      g_autofree char *words = mc_roster_words_rule (problem, i), *about = describe_rule (self, rule);

      g_object_set (row, "use-markup", FALSE, "title", words, "subtitle", about, "active", rule->on, "sensitive",
                    get_basis (self, rule) == NULL, NULL);
      adw_preferences_group_add (self->rules_group, row);
      g_ptr_array_add (self->rules, row);
    }
}

static void
add_scope (McRosterPlanDialog *self, McSession *session, McDay day)
{
  adw_preferences_group_add (self->planned_group,
                             mc_scope_row_new (C_ ("scope", "People"), "people", session, "person", day, self->scope));
  adw_preferences_group_add (self->planned_group, mc_scope_row_new (C_ ("scope", "Everybody of agencies"), "agencies",
                                                                    session, "agency", day, self->scope));
}

/* --- While it goes on --- */

static void
progress_cb (McRosterPlanDialog *self)
{
  guint part, n_parts, stage, n_stages;
  gint64 incumbent, bound;
  g_autofree char *step = NULL, *best = NULL, *cost = NULL, *far = NULL;

  if (!self->run)
    return;
  g_object_get (self->run, "part", &part, "n-parts", &n_parts, "stage", &stage, "n-stages", &n_stages, "incumbent",
                &incumbent, "bound", &bound, NULL);
  cost = mc_number_format_int (incumbent);
  far = mc_number_format_int (bound == G_MININT64 ? 0 : incumbent - bound);
  step = g_strdup_printf (_ ("Part %u of %u, step %u of %u"), part + 1, MAX (1, n_parts), stage + 1, MAX (1, n_stages));
  gtk_label_set_label (self->step, step);
  if (incumbent == G_MAXINT64)
    best = g_strdup (_ ("No roster yet"));
  else if (bound == G_MININT64)
    best = g_strdup_printf (_ ("Best so far costs %s"), cost);
  else
    /* Translators: two costs */
    best = g_strdup_printf (_ ("Best so far costs %s, at most %s from the best possible"), cost, far);
  gtk_label_set_label (self->best, best);
  gtk_progress_bar_set_fraction (self->progress, MIN (1.0, ((double)part * MAX (1, n_stages) + stage) /
                                                               (MAX (1, n_parts) * (double)MAX (1, n_stages))));
}

static void
stop_cb (McRosterPlanDialog *self)
{
  if (self->run)
    mc_roster_run_stop (self->run);
}

/* --- What came of it --- */

static void
add_missed (McRosterPlanDialog *self, const char *text, const char *note)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (text, -1), *subtitle = note ? g_markup_escape_text (note, -1) : NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (self->missed_group, row);
}

/* Whether a seat is one that this plan was to fill. */
static gboolean
is_asked (McRosterPlanDialog *self, guint session, guint duty)
{
  gboolean all = mc_scope_is_all (gtk_editable_get_text (self->scope));

  if (!mc_period_contains (get_days (self), mc_roster_session (self->problem, session)->day))
    return FALSE;
  for (guint p = 0; !all && p < self->problem->people->len; p++)
    all = mc_roster_problem_skill (self->problem, p, session, duty) && is_planned (self, self->problem, p);
  return all;
}

static gboolean
is_any_asked (McRosterPlanDialog *self, guint session, GArray *duties)
{
  for (guint i = 0; i < duties->len; i++)
    if (is_asked (self, session, g_array_index (duties, guint, i)))
      return TRUE;
  return FALSE;
}

/* Why seats stay empty, and what would fill the first of them. */
static guint
add_conflicts (McRosterPlanDialog *self, guint session, guint room)
{
  g_autoptr (McRosterMatching) matching = mc_roster_matching_new (self->problem, session, NULL, NULL);
  g_autoptr (GPtrArray) conflicts = mc_roster_matching_conflicts (matching);
  guint n = 0;

  for (guint i = 0; i < conflicts->len && n < room; i++)
    {
      McRosterConflict *conflict = g_ptr_array_index (conflicts, i);
      g_autofree char *text = mc_roster_words_conflict (self->problem, session, conflict);
      g_autoptr (GArray) cures = mc_roster_matching_cures (matching, conflict);
      g_autofree char *cure =
          cures->len > 0 ? mc_roster_words_cure (self->problem, &g_array_index (cures, McRosterCure, 0)) : NULL;

      if (!is_any_asked (self, session, conflict->duties))
        continue;
      add_missed (self, text, cure);
      n++;
    }
  return n;
}

static void
show_missed (McRosterPlanDialog *self)
{
  gint last = MC_ROSTER_NONE;
  guint n = 0;

  for (guint i = 0; i < self->plan->gaps->len && n < MOST_MISSED; i++)
    {
      McRosterGap *gap = &g_array_index (self->plan->gaps, McRosterGap, i);

      if ((gint)gap->session != last)
        n += add_conflicts (self, gap->session, MOST_MISSED - n);
      last = (gint)gap->session;
    }
  for (guint i = 0; i < self->plan->breaches->len && n < MOST_MISSED; i++)
    {
      McRosterBreach *breach = &g_array_index (self->plan->breaches, McRosterBreach, i);
      McRosterRuleKind kind = mc_roster_rule (self->problem, breach->rule)->kind;
      g_autofree char *text = NULL;

      if (kind == MC_ROSTER_RULE_COVER || kind == MC_ROSTER_RULE_STANDING || kind == MC_ROSTER_RULE_STABILITY)
        continue;
      text = mc_roster_words_breach (self->problem, breach);
      add_missed (self, text, NULL);
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->missed_group), n > 0);
}

/* How far at most from the best possible, where that is known. */
static char *
dup_distance (McRosterPlanDialog *self)
{
  guint stage;
  gint64 gap = mc_roster_solution_gap (self->plan, &stage);
  g_autofree char *number = mc_number_format_int (gap);

  if (gap <= 0)
    return g_strdup (_ ("A roster that keeps all rules that must be kept; there may be a better one."));
  /* Translators: a cost, then the stage of the rules that it is of */
  return g_strdup_printf (
      _ ("A roster that keeps all rules that must be kept, at most %s from the best possible in stage %u."), number,
      stage);
}

static char *
dup_verdict (McRosterPlanDialog *self)
{
  switch (self->plan->status)
    {
    case MC_ROSTER_STATUS_OPTIMAL:
      return g_strdup (_ ("No roster keeps the rules better than this one; that is proven."));
    case MC_ROSTER_STATUS_FEASIBLE:
      return dup_distance (self);
    case MC_ROSTER_STATUS_IMPOSSIBLE:
      return g_strdup (_ ("The rules that must be kept cannot all be kept together. This roster breaks the fewest."));
    case MC_ROSTER_STATUS_DRAFT:
    default:
      return g_strdup (_ ("Stopped before much was reached."));
    }
}

static void
parts_changed_cb (McRosterPlanDialog *self)
{
  guint chosen = mc_roster_plan_parts_get_n_chosen (self->parts), all = mc_roster_plan_parts_get_n_cells (self->parts);

  gtk_widget_set_sensitive (GTK_WIDGET (self->go_button), chosen > 0);
  gtk_button_set_label (self->go_button, chosen < all ? _ ("_Accept in Part") : _ ("_Accept"));
}

static void
show_result (McRosterPlanDialog *self)
{
  g_autoptr (GArray) edits = mc_roster_book_diff (self->book, self->brief, self->plan, NULL, get_days (self));
  g_autofree char *summary = NULL, *verdict = dup_verdict (self);
  g_autofree char *seconds = mc_number_format (self->plan->seconds, 1);
  guint empty = 0;

  for (guint i = 0; i < self->plan->gaps->len; i++)
    {
      McRosterGap *gap = &g_array_index (self->plan->gaps, McRosterGap, i);

      empty += is_asked (self, gap->session, gap->duty) ? gap->seats : 0;
    }
  gtk_label_set_label (self->verdict, verdict);
  /* Translators: cells that change, seats that stay empty, seconds */
  summary = g_strdup_printf (_ ("%u cells change. %u seats of sessions stay empty. It took %s s."), edits->len, empty,
                             seconds);
  gtk_label_set_label (self->summary, summary);
  show_missed (self);
  mc_roster_plan_parts_show (self->parts, self->book, self->brief, self->plan, get_days (self));
  parts_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->go_button));
  gtk_stack_set_visible_child_name (self->stack, "result");
}

static DexFuture *
run_fiber (gpointer data)
{
  McRosterPlanDialog *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (McRosterSolution) plan = dex_await_boxed (mc_roster_run_start (self->run), &error);

  g_clear_object (&self->run);
  if (!plan || !self->book)
    {
      if (self->book)
        mc_report_error (GTK_WIDGET (self), _ ("The roster was not planned."), error);
      return dex_future_new_true ();
    }
  self->plan = g_steal_pointer (&plan);
  show_result (self);
  return dex_future_new_true ();
}

static void
begin_run (McRosterPlanDialog *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->problem, mc_roster_problem_unref);
  self->problem = make_problem (self, &error);
  if (!self->problem)
    {
      mc_report_error (GTK_WIDGET (self), _ ("This cannot be planned."), error);
      return;
    }
  self->run = mc_roster_run_new (mc_roster_plan, self->problem, NULL, NULL);
  g_signal_connect_object (self->run, "notify", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (GTK_WIDGET (self->go_button), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "running");
  progress_cb (self);
  dex_future_disown (dex_scheduler_spawn (NULL, 0, run_fiber, g_object_ref (self), g_object_unref));
}

/* --- Taking it over --- */

static DexFuture *
accept_fiber (gpointer data)
{
  McRosterPlanDialog *self = data;
  g_autoptr (GArray) edits = mc_roster_plan_parts_make_edits (self->parts);
  g_autoptr (McChange) change = NULL;
  g_autoptr (McCommitResult) result = NULL;
  g_autoptr (GError) error = NULL;

  change = mc_roster_change_accept (self->book, self->problem, self->plan, edits);
  gtk_widget_set_sensitive (GTK_WIDGET (self->go_button), FALSE);
  result = dex_await_object (mc_commit (GTK_WIDGET (self), mc_roster_book_get_session (self->book), change), &error);
  gtk_widget_set_sensitive (GTK_WIDGET (self->go_button), TRUE);
  if (!result)
    return dex_future_new_true ();
  self->accepted = TRUE;
  adw_dialog_close (ADW_DIALOG (self));
  return dex_future_new_true ();
}

static void
go_cb (McRosterPlanDialog *self)
{
  if (self->plan)
    dex_future_disown (dex_scheduler_spawn (NULL, 0, accept_fiber, g_object_ref (self), g_object_unref));
  else
    begin_run (self);
}

static void
cancel_cb (McRosterPlanDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
mc_roster_plan_dialog_closed (AdwDialog *dialog)
{
  stop_cb (MC_ROSTER_PLAN_DIALOG (dialog));
}

static void
mc_roster_plan_dialog_dispose (GObject *object)
{
  McRosterPlanDialog *self = MC_ROSTER_PLAN_DIALOG (object);

  stop_cb (self);
  g_clear_object (&self->book);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_ROSTER_PLAN_DIALOG);
  G_OBJECT_CLASS (mc_roster_plan_dialog_parent_class)->dispose (object);
}

static void
mc_roster_plan_dialog_finalize (GObject *object)
{
  McRosterPlanDialog *self = MC_ROSTER_PLAN_DIALOG (object);

  g_clear_object (&self->run);
  g_clear_pointer (&self->problem, mc_roster_problem_unref);
  g_clear_pointer (&self->brief, mc_roster_brief_unref);
  g_clear_pointer (&self->plan, mc_roster_solution_unref);
  g_ptr_array_unref (self->rules);
  g_object_unref (self->scope);
  G_OBJECT_CLASS (mc_roster_plan_dialog_parent_class)->finalize (object);
}

static void
mc_roster_plan_dialog_class_init (McRosterPlanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_roster_plan_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = mc_roster_plan_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = mc_roster_plan_dialog_closed;
  g_type_ensure (MC_TYPE_DATE_ROW);
  g_type_ensure (MC_TYPE_ROSTER_PLAN_PARTS);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/roster/mc-roster-plan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, McRosterPlanDialog, go_button);
  gtk_widget_class_bind_template_child (widget_class, McRosterPlanDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, McRosterPlanDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, McRosterPlanDialog, last_row);
  gtk_widget_class_bind_template_child (widget_class, McRosterPlanDialog, keep_row);
  gtk_widget_class_bind_template_child (widget_class, McRosterPlanDialog, planned_group);
  gtk_widget_class_bind_template_child (widget_class, McRosterPlanDialog, rules_group);
  gtk_widget_class_bind_template_child (widget_class, McRosterPlanDialog, step);
  gtk_widget_class_bind_template_child (widget_class, McRosterPlanDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, McRosterPlanDialog, best);
  gtk_widget_class_bind_template_child (widget_class, McRosterPlanDialog, verdict);
  gtk_widget_class_bind_template_child (widget_class, McRosterPlanDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, McRosterPlanDialog, missed_group);
  gtk_widget_class_bind_template_child (widget_class, McRosterPlanDialog, parts);
  gtk_widget_class_bind_template_callback (widget_class, parts_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
mc_roster_plan_dialog_init (McRosterPlanDialog *self)
{
  self->rules = g_ptr_array_new ();
  self->scope = GTK_EDITABLE (g_object_ref_sink (gtk_text_new ()));
  gtk_widget_init_template (GTK_WIDGET (self));
}

gboolean
mc_roster_plan_dialog_get_accepted (McRosterPlanDialog *self)
{
  g_return_val_if_fail (MC_IS_ROSTER_PLAN_DIALOG (self), FALSE);
  return self->accepted;
}

AdwDialog *
mc_roster_plan_dialog_new (McRosterBook *book)
{
  McRosterPlanDialog *self = g_object_new (MC_TYPE_ROSTER_PLAN_DIALOG, NULL);
  McRoster *roster = mc_roster_book_get_roster (book);

  self->book = g_object_ref (book);
  self->brief = mc_roster_brief_ref (mc_roster_book_get_brief (book));
  mc_date_row_set_day (self->from_row, roster->during.from);
  mc_date_row_set_day (self->last_row, roster->during.until - 1);
  fill_rules (self);
  if (mc_roster_book_get_session (book))
    add_scope (self, mc_roster_book_get_session (book), roster->during.from);
  adw_dialog_set_default_widget (ADW_DIALOG (self), GTK_WIDGET (self->go_button));
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->go_button));
  return ADW_DIALOG (self);
}
