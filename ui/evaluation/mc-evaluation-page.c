/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-evaluation-page.h"

#include <glib/gi18n.h>
#include <math.h>

#include "mc-choice.h"
#include "mc-columns.h"
#include "mc-commit.h"
#include "mc-empty-page.h"
#include "mc-evaluation-book.h"
#include "mc-evaluation-cycle-dialog.h"
#include "mc-evaluation-detail.h"
#include "mc-evaluation-notices.h"
#include "mc-evaluation-spread-dialog.h"
#include "mc-list-detail.h"
#include "mc-list-state.h"
#include "mc-needle.h"
#include "mc-report.h"
#include "mc-scheme-trial-dialog.h"
#include "mc-schemes-dialog.h"
#include "mc-table-actions.h"
#include "mc-told-columns.h"

struct _McEvaluationPage
{
  McPage parent_instance;

  McEvaluationBook *book;
  GArray *cycle_ids; /* of the lines of the choice; the first is 0, all of them */
  GtkStringList *cycle_names;
  char *needle;
  gint64 wanted;    /* the evaluation to choose once it is there */
  gboolean chose;   /* the latest cycle was chosen once */
  gboolean opening; /* the cycle that comes next is the one to choose */

  AdwNavigationSplitView *split;
  GtkDropDown *cycle;
  GtkSearchEntry *search;
  GtkDropDown *state;
  McListState *list_state;
  GtkColumnView *table;
  GtkSingleSelection *selection;
  GtkFilterListModel *filtered;
  GtkCustomFilter *filter;
  GtkLabel *totals;
  McEvaluationDetail *detail;
};

G_DEFINE_FINAL_TYPE (McEvaluationPage, mc_evaluation_page, MC_TYPE_PAGE)

/* The names of the columns are the page itself: its book comes and goes. */
static McEvaluationBook *
book_of (gpointer names)
{
  return MC_EVALUATION_PAGE (names)->book;
}

static char *
person_text (gpointer names, gpointer row)
{
  return book_of (names) ? mc_evaluation_book_dup_person (book_of (names), row) : NULL;
}

static char *
person_key (gpointer names, gpointer row)
{
  return book_of (names) ? mc_evaluation_book_dup_person_key (book_of (names), row) : NULL;
}

static char *
agency_code (gpointer names, gpointer row)
{
  return book_of (names) ? mc_evaluation_book_dup_agency_code (book_of (names), row) : NULL;
}

static char *
agency_text (gpointer names, gpointer row)
{
  return book_of (names) ? mc_evaluation_book_dup_agency (book_of (names), row) : NULL;
}

static char *
scheme_text (gpointer names, gpointer row)
{
  McEvaluationScheme *scheme = book_of (names) ? mc_evaluation_book_get_scheme (book_of (names), row) : NULL;

  return scheme ? g_strdup (mc_enum_label (mc_scheme_kind_values, scheme->kind)) : NULL;
}

static char *
state_text (gpointer names, gpointer row)
{
  static const char *const signs[] = { "○", "◔", "◑", "◕", "✓" };
  static const char *const states[] = { NC_ ("short", "Open"), NC_ ("short", "Self given"), NC_ ("short", "Head given"),
                                        NC_ ("short", "Supervision given"), NC_ ("short", "Signed") };
  McEvaluation *evaluation = row;

  if (book_of (names) && mc_evaluation_book_find_next (book_of (names), evaluation))
    return g_strdup_printf ("↺ %s", _ ("Reopened"));
  return g_strdup_printf ("%s %s", signs[evaluation->state], g_dpgettext2 (NULL, "short", states[evaluation->state]));
}

static char *
total_text (gpointer names, gpointer row)
{
  return book_of (names) ? mc_evaluation_book_dup_total (book_of (names), row) : NULL;
}

static double
total_order (gpointer names, gpointer row)
{
  return isnan (((McEvaluation *)row)->total) ? -1 : ((McEvaluation *)row)->total;
}

static char *
band_text (gpointer names, gpointer row)
{
  return book_of (names) ? mc_evaluation_book_dup_band (book_of (names), row) : NULL;
}

static const McToldColumn columns[] = {
  { NC_ ("column", "Name"), person_text, NULL, person_key, 0, TRUE, FALSE },
  { NC_ ("column", "Agency"), agency_code, NULL, NULL, 72, FALSE, FALSE },
  { NC_ ("column", "Scheme"), scheme_text, NULL, NULL, 104, FALSE, FALSE },
  { NC_ ("column", "State"), state_text, NULL, NULL, 112, FALSE, FALSE },
  { NC_ ("column", "Points"), total_text, total_order, NULL, 56, FALSE, TRUE },
  { NC_ ("column", "Level"), band_text, NULL, NULL, 48, FALSE, FALSE },
};

static gint64
chosen_cycle (McEvaluationPage *self)
{
  guint at = gtk_drop_down_get_selected (self->cycle);

  return at < self->cycle_ids->len ? g_array_index (self->cycle_ids, gint64, at) : 0;
}

static gboolean
matches (gpointer item, gpointer user_data)
{
  McEvaluationPage *self = user_data;
  McEvaluation *evaluation = item;
  gint64 cycle = chosen_cycle (self);
  g_autofree char *person = self->needle ? person_text (self, evaluation) : NULL;
  g_autofree char *agency = self->needle ? agency_text (self, evaluation) : NULL;
  const char *const words[] = { person, agency };

  if (!self->book || (cycle && evaluation->cycle_id != cycle))
    return FALSE;
  return mc_choice_allows (self->state, evaluation->state) &&
         mc_needle_finds (self->needle, words, G_N_ELEMENTS (words));
}

static void
update_totals (McEvaluationPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->filtered)), done = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (McEvaluation) evaluation = g_list_model_get_item (G_LIST_MODEL (self->filtered), i);

      done += evaluation->state == MC_EVALUATION_STATE_SIGNED;
    }
  text = g_strdup_printf (_ ("%u evaluations · %u signed"), n, done);
  gtk_label_set_label (self->totals, text);
}

static void
filter_changed_cb (McEvaluationPage *self)
{
  if (!self->filter || !self->cycle_ids)
    return;
  mc_needle_set (&self->needle, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_totals (self);
}

static void
selected_cb (McEvaluationPage *self)
{
  McEvaluation *evaluation = gtk_single_selection_get_selected_item (self->selection);

  mc_evaluation_detail_show (self->detail, self->book, evaluation);
  if (evaluation)
    self->wanted = mc_entity_get_id (MC_ENTITY (evaluation));
}

static void
activate_cb (McEvaluationPage *self)
{
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

/* The cycles, the latest first; the choice stays where it was. */
static int
compare_cycles (gconstpointer a, gconstpointer b)
{
  const McEvaluationCycle *x = *(McEvaluationCycle *const *)a, *y = *(McEvaluationCycle *const *)b;

  if (x->during.from != y->during.from)
    return x->during.from > y->during.from ? -1 : 1;
  return (int)x->kind - (int)y->kind;
}

static gboolean
has_id (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static void
fill_cycles (McEvaluationPage *self)
{
  GListModel *all = G_LIST_MODEL (mc_evaluation_book_get_cycles (self->book));
  g_autoptr (GPtrArray) cycles = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) known = g_array_copy (self->cycle_ids);
  gint64 before = chosen_cycle (self), none = 0;
  guint at = 0;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    g_ptr_array_add (cycles, g_list_model_get_item (all, i));
  g_ptr_array_sort (cycles, compare_cycles);
  g_array_set_size (self->cycle_ids, 0);
  g_array_append_val (self->cycle_ids, none);
  gtk_string_list_splice (self->cycle_names, 1, g_list_model_get_n_items (G_LIST_MODEL (self->cycle_names)) - 1, NULL);
  for (guint i = 0; i < cycles->len; i++)
    {
      gint64 id = mc_entity_get_id (cycles->pdata[i]);

      g_array_append_val (self->cycle_ids, id);
      gtk_string_list_take (self->cycle_names, mc_evaluation_cycle_dup_name (cycles->pdata[i]));
      if (id == before)
        at = i + 1;
      if (self->opening && !has_id (known, id))
        {
          before = id;
          at = i + 1;
        }
    }
  self->opening = self->opening && at == 0;
  if (!self->chose && cycles->len > 0)
    {
      self->chose = TRUE;
      at = 1;
    }
  gtk_drop_down_set_selected (self->cycle, at);
}

static gboolean
same_cycles (McEvaluationPage *self)
{
  GListModel *all = G_LIST_MODEL (mc_evaluation_book_get_cycles (self->book));

  return g_list_model_get_n_items (all) + 1 == self->cycle_ids->len;
}

static void
update_acts (McEvaluationPage *self)
{
  static const char *const acts[] = { "open", "run", "close", "spread", "try" };
  gboolean leads = self->book && mc_evaluation_book_leads (self->book);

  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      g_autofree char *action = g_strconcat ("evaluations.", acts[i], NULL);

      gtk_widget_action_set_enabled (GTK_WIDGET (self), action, leads);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evaluations.schemes", self->book != NULL);
  /* The roster office writes the papers. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evaluations.notices",
                                 self->book && mc_session_get_can_write (mc_evaluation_book_get_session (self->book)));
}

static void
book_changed_cb (McEvaluationPage *self)
{
  update_acts (self);
  if (!same_cycles (self))
    fill_cycles (self);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_totals (self);
  mc_told_columns_refresh (self->table);
  mc_list_detail_keep (self->table, self->wanted);
}

static void
mc_evaluation_page_set_session (McPage *page, McSession *session)
{
  McEvaluationPage *self = MC_EVALUATION_PAGE (page);

  gtk_filter_list_model_set_model (self->filtered, NULL);
  mc_list_state_set_list (self->list_state, NULL);
  mc_evaluation_detail_show (self->detail, NULL, NULL);
  if (self->book)
    g_signal_handlers_disconnect_by_func (self->book, book_changed_cb, self);
  g_clear_object (&self->book);
  if (session)
    {
      self->book = mc_evaluation_book_new (session);
      g_signal_connect_object (self->book, "changed", G_CALLBACK (book_changed_cb), self, G_CONNECT_SWAPPED);
      mc_list_state_set_list (self->list_state, mc_evaluation_book_get_evaluations (self->book));
      gtk_filter_list_model_set_model (self->filtered, G_LIST_MODEL (mc_evaluation_book_get_evaluations (self->book)));
      fill_cycles (self);
    }
  update_acts (self);
  mc_page_set_complete (page, session != NULL);
}

static gboolean
mc_evaluation_page_open (McPage *page, const char *target)
{
  McEvaluationPage *self = MC_EVALUATION_PAGE (page);
  g_auto (GStrv) words = g_strsplit (target, "/", 2);
  gint64 id = words[0] && words[1] ? g_ascii_strtoll (words[1], NULL, 10) : 0;

  if (id == 0)
    return g_str_equal (target, "evaluation");
  if (g_str_equal (words[0], "evaluation_cycle"))
    {
      for (guint i = 0; i < self->cycle_ids->len; i++)
        if (g_array_index (self->cycle_ids, gint64, i) == id)
          gtk_drop_down_set_selected (self->cycle, i);
      return TRUE;
    }
  self->wanted = id;
  if (!mc_list_detail_choose (self->table, id))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->search), "");
      gtk_drop_down_set_selected (self->cycle, 0);
      gtk_drop_down_set_selected (self->state, 0);
      filter_changed_cb (self);
      mc_list_detail_choose (self->table, id);
    }
  adw_navigation_split_view_set_show_content (self->split, TRUE);
  return TRUE;
}

static gboolean
mc_evaluation_page_go_back (McPage *page)
{
  return mc_list_detail_go_back (MC_EVALUATION_PAGE (page)->split);
}

static gboolean
mc_evaluation_page_grab_search (McPage *page)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MC_EVALUATION_PAGE (page)->search));
}

/* --- Acts on a cycle --- */

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McEvaluationPage *self = MC_EVALUATION_PAGE (widget);

  self->opening = TRUE;
  adw_dialog_present (mc_evaluation_cycle_dialog_new (mc_page_get_session (MC_PAGE (self))), widget);
}

static void
cycle_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McEvaluationPage *self = MC_EVALUATION_PAGE (widget);
  gint64 id = chosen_cycle (self);
  McEvaluationCycle *cycle = id ? mc_live_list_get_by_id (mc_evaluation_book_get_cycles (self->book), id) : NULL;

  if (!cycle)
    {
      mc_report_toast (widget, _ ("Please choose a cycle first."));
      return;
    }
  if (g_str_equal (name, "evaluations.spread"))
    adw_dialog_present (mc_evaluation_spread_dialog_new (self->book, cycle), widget);
  else if (g_str_equal (name, "evaluations.run"))
    mc_evaluation_run_cycle (widget, self->book, cycle);
  else if (g_str_equal (name, "evaluations.notices"))
    mc_evaluation_make_notices (widget, self->book, cycle);
  else
    mc_evaluation_close_cycle (widget, self->book, cycle);
}

static void
try_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (mc_scheme_trial_dialog_new (MC_EVALUATION_PAGE (widget)->book), widget);
}

static void
schemes_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McEvaluationPage *self = MC_EVALUATION_PAGE (widget);

  if (self->book)
    adw_dialog_present (mc_schemes_dialog_new (self->book), widget);
}

static void
mc_evaluation_page_dispose (GObject *object)
{
  McEvaluationPage *self = MC_EVALUATION_PAGE (object);

  if (self->book)
    g_signal_handlers_disconnect_by_func (self->book, book_changed_cb, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_EVALUATION_PAGE);
  g_clear_object (&self->book);
  g_clear_object (&self->cycle_names);
  g_clear_pointer (&self->cycle_ids, g_array_unref);
  g_clear_pointer (&self->needle, g_free);
  G_OBJECT_CLASS (mc_evaluation_page_parent_class)->dispose (object);
}

#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, McEvaluationPage, name)

static void
mc_evaluation_page_class_init (McEvaluationPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  McPageClass *page_class = MC_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_evaluation_page_dispose;
  page_class->set_session = mc_evaluation_page_set_session;
  page_class->open = mc_evaluation_page_open;
  page_class->go_back = mc_evaluation_page_go_back;
  page_class->grab_search = mc_evaluation_page_grab_search;
  g_type_ensure (MC_TYPE_EMPTY_PAGE);
  g_type_ensure (MC_TYPE_EVALUATION_DETAIL);
  g_type_ensure (MC_TYPE_LIST_STATE);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/evaluation/mc-evaluation-page.ui");
  CHILD (split);
  CHILD (cycle);
  CHILD (search);
  CHILD (state);
  CHILD (list_state);
  CHILD (table);
  CHILD (selection);
  CHILD (filtered);
  CHILD (filter);
  CHILD (totals);
  CHILD (detail);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "evaluations.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "evaluations.run", NULL, cycle_action);
  gtk_widget_class_install_action (widget_class, "evaluations.notices", NULL, cycle_action);
  gtk_widget_class_install_action (widget_class, "evaluations.close", NULL, cycle_action);
  gtk_widget_class_install_action (widget_class, "evaluations.spread", NULL, cycle_action);
  gtk_widget_class_install_action (widget_class, "evaluations.schemes", NULL, schemes_action);
  gtk_widget_class_install_action (widget_class, "evaluations.try", NULL, try_action);
}

static void
mc_evaluation_page_init (McEvaluationPage *self)
{
  gint64 none = 0;

  self->cycle_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (self->cycle_ids, none);
  self->cycle_names = gtk_string_list_new (NULL);
  gtk_string_list_append (self->cycle_names, _ ("All cycles"));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_model (self->cycle, G_LIST_MODEL (self->cycle_names));
  mc_choice_fill_values (self->state, _ ("All states"), mc_evaluation_state_values);
  gtk_custom_filter_set_filter_func (self->filter, matches, self, NULL);
  g_signal_connect_object (self->filtered, "items-changed", G_CALLBACK (update_totals), self, G_CONNECT_SWAPPED);
  mc_told_columns_fill (self->table, columns, G_N_ELEMENTS (columns), self, 0, GTK_SORT_ASCENDING);
  mc_columns_remember (self->table, "evaluations");
  mc_table_actions_install (GTK_WIDGET (self), self->table, C_ ("page", "Evaluation"));
}
