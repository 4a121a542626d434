/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-evaluation-spread-dialog.h"

#include <glib/gi18n.h>
#include <math.h>

#include "mc-evaluation-actions.h"
#include "mc-evaluation-result.h"
#include "mc-number.h"
#include "mc-report.h"
#include "mc-spread-strip.h"

struct _McEvaluationSpreadDialog
{
  AdwDialog parent_instance;

  McEvaluationBook *book;
  McEvaluationCycle *cycle;
  AdwPreferencesPage *agencies;
  AdwPreferencesPage *raters; /* NULL once the dialog is closed */
};

G_DEFINE_FINAL_TYPE (McEvaluationSpreadDialog, mc_evaluation_spread_dialog, ADW_TYPE_DIALOG)

/* "12 people · mean 84,2 (between 80,1 and 88,3)", or that they are too few to say. */
static char *
dup_facts (const McSpread *spread, const char *unit)
{
  g_autofree char *mean = mc_number_format (spread->mean, 1);
  g_autofree char *low = mc_number_format (spread->low, 1), *high = mc_number_format (spread->high, 1);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, g_dngettext (NULL, "%u person", "%u people", spread->n), spread->n);
  if (spread->n < MC_SPREAD_LEAST)
    g_string_append (text, _ (" · too few to say anything"));
  else
    g_string_append_printf (text, _ (" · mean %s%s, between %s and %s"), mean, unit, low, high);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle, GtkWidget *strip)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "subtitle", subtitle, "use-markup", FALSE, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), strip);
  adw_preferences_group_add (group, row);
}

/* --- By agency --- */

typedef struct
{
  char *name;
  McSpread spread;
  GArray *values; /* double */
} Line;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->name);
  g_array_unref (line->values);
  g_free (line);
}

/* All together at the end; else by name, as an order by means would be a ranking. */
static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const Line *x = *(Line *const *)a, *y = *(Line *const *)b;

  if ((x->spread.key == 0) != (y->spread.key == 0))
    return x->spread.key == 0 ? 1 : -1;
  return g_utf8_collate (x->name, y->name);
}

static Line *
new_line (McEvaluationBook *book, GPtrArray *evaluations, const McSpread *spread)
{
  Line *line = g_new0 (Line, 1);

  line->spread = *spread;
  line->values = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < evaluations->len; i++)
    {
      McEvaluation *evaluation = evaluations->pdata[i];

      if (spread->key && evaluation->agency_id != spread->key)
        continue;
      g_array_append_val (line->values, evaluation->total);
      if (!line->name && spread->key)
        line->name = mc_evaluation_book_dup_agency (book, evaluation);
    }
  if (!line->name)
    line->name = g_strdup (_ ("All"));
  return line;
}

/* How many stand at the top level, and how many may (Decree 335/2025). */
static void
tell_cap (GtkWidget *group, McEvaluationScheme *scheme, GPtrArray *evaluations)
{
  McEvaluationCap cap;
  g_autofree char *text = NULL;

  if (!scheme || !mc_evaluation_count_cap (scheme, evaluations, &cap))
    return;
  text =
      g_strdup_printf (_ ("%s%u at the top level; at most %u by the %u at the next one, or %u where the unit itself "
                          "is excellent."),
                       cap.n_top > cap.most ? "⚠ " : "", cap.n_top, cap.most, cap.n_good, cap.most_of_excellent_unit);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), text);
}

static GtkWidget *
new_agency_group (McEvaluationBook *book, GPtrArray *evaluations)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (McSpreadItem)), spreads = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);
  McEvaluationScheme *scheme = mc_evaluation_book_get_scheme (book, evaluations->pdata[0]);
  GtkWidget *group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", scheme ? scheme->name : "…", NULL);
  double least = G_MAXDOUBLE, most = 0;

  tell_cap (group, scheme, evaluations);
  for (guint i = 0; i < evaluations->len; i++)
    {
      McEvaluation *evaluation = evaluations->pdata[i];
      McSpreadItem item = { evaluation->agency_id, evaluation->total };

      g_array_append_val (items, item);
      least = MIN (least, evaluation->total);
      most = MAX (most, evaluation->total);
    }
  spreads = mc_evaluation_spread (items);
  for (guint i = 0; i < spreads->len; i++)
    g_ptr_array_add (lines, new_line (book, evaluations, &g_array_index (spreads, McSpread, i)));
  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = lines->pdata[i];
      g_autofree char *facts = dup_facts (&line->spread, "");
      g_autofree char *others = mc_number_format (line->spread.others, 1);
      g_autofree char *subtitle =
          line->spread.apart ? g_strdup_printf (_ ("%s · ▲ apart from the others (%s): worth a talk"), facts, others)
                             : g_strdup (facts);

      add_row (ADW_PREFERENCES_GROUP (group), line->name, subtitle,
               mc_spread_strip_new (line->values, &line->spread, least, most, line->spread.others));
    }
  return group;
}

/* What has a total and was not reopened, by scheme. */
static GHashTable *
dup_by_scheme (McEvaluationBook *book, McEvaluationCycle *cycle)
{
  GHashTable *found = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
  GListModel *all = G_LIST_MODEL (mc_evaluation_book_get_evaluations (book));

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (McEvaluation) evaluation = g_list_model_get_item (all, i);
      gpointer key = GINT_TO_POINTER ((int)evaluation->scheme_id);
      GPtrArray *list;

      if (evaluation->cycle_id != mc_entity_get_id (MC_ENTITY (cycle)) || isnan (evaluation->total) ||
          mc_evaluation_book_find_next (book, evaluation))
        continue;
      list = g_hash_table_lookup (found, key);
      if (!list)
        {
          list = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (found, key, list);
        }
      g_ptr_array_add (list, g_object_ref (evaluation));
    }
  return found;
}

static void
show_agencies (McEvaluationSpreadDialog *self)
{
  g_autoptr (GHashTable) schemes = dup_by_scheme (self->book, self->cycle);
  GHashTableIter iter;
  gpointer key, list;

  adw_preferences_page_set_description (
      self->agencies,
      g_hash_table_size (schemes)
          ? _ ("Where the totals of the agencies lie: a mark for each person, a bar for where the mean lies for sure. "
               "A "
               "mean is told apart only where the others lie outside of the bar, and never under five people. This is "
               "to talk about before signing, not to rank by.")
          : _ ("No evaluation of this cycle has a total yet."));
  g_hash_table_iter_init (&iter, schemes);
  while (g_hash_table_iter_next (&iter, &key, &list))
    adw_preferences_page_add (self->agencies, ADW_PREFERENCES_GROUP (new_agency_group (self->book, list)));
}

/* --- By rater --- */

static char *
dup_rater_facts (const McRaterSpread *rater)
{
  g_autofree char *facts = dup_facts (&rater->marks, " %");
  g_autofree char *beside = mc_number_format (fabs (rater->beside.mean), 1);
  g_autoptr (GString) text = g_string_new (facts);

  if (rater->beside.n >= MC_SPREAD_LEAST)
    g_string_append_printf (text,
                            rater->beside.mean < 0 ? _ (" · %s %% below the other raters of the same people")
                                                   : _ (" · %s %% above the other raters of the same people"),
                            beside);
  else if (rater->marks.n >= MC_SPREAD_LEAST)
    g_string_append (text, _ (" · too few whom others rated, too"));
  if (rater->apart)
    g_string_append (text, _ (" · ▲ more than chance: worth a talk"));
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static GtkWidget *
new_rater_group (McEvaluationSpreadDialog *self, const GPtrArray *marks, McEvaluationScheme *scheme)
{
  gint64 id = mc_entity_get_id (MC_ENTITY (scheme));
  g_autoptr (GPtrArray) raters = mc_evaluation_rater_spread (marks, id);
  GtkWidget *group = raters->len ? g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", scheme->name, NULL) : NULL;

  for (guint i = 0; i < raters->len; i++)
    {
      const McRaterSpread *rater = raters->pdata[i];
      g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
      g_autofree char *name = mc_evaluation_book_dup_account (self->book, rater->login);
      g_autofree char *facts = dup_rater_facts (rater);
      g_autofree char *title = g_strdup_printf ("%s · %s", mc_enum_label (mc_rater_role_values, rater->role), name);

      for (guint k = 0; k < marks->len; k++)
        {
          const McRaterMark *mark = marks->pdata[k];

          if (mark->scheme == id && mark->role == rater->role && g_strcmp0 (mark->login, rater->login) == 0)
            g_array_append_val (values, mark->percent);
        }
      add_row (ADW_PREFERENCES_GROUP (group), title, facts,
               mc_spread_strip_new (values, &rater->marks, 0, 100,
                                    rater->beside.n ? rater->marks.mean - rater->beside.mean : NAN));
    }
  return group;
}

static void
show_raters (McEvaluationSpreadDialog *self, const GPtrArray *marks)
{
  GListModel *all = G_LIST_MODEL (mc_evaluation_book_get_schemes (self->book));

  adw_preferences_page_set_description (
      self->raters, marks->len
                        ? _ ("What raters give, in percent of the most points. Raters see different people: only the "
                             "difference to the other raters of the same people says something, and only where it is "
                             "more than chance, from five people on.")
                        : _ ("No rater has given points in this cycle yet, or not all have given theirs."));
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (McEvaluationScheme) scheme = g_list_model_get_item (all, i);
      GtkWidget *group = new_rater_group (self, marks, scheme);

      if (group)
        adw_preferences_page_add (self->raters, ADW_PREFERENCES_GROUP (group));
    }
}

static DexFuture *
load_fiber (gpointer data)
{
  McEvaluationSpreadDialog *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) marks = dex_await_boxed (
      mc_session_load_marks (mc_evaluation_book_get_session (self->book), mc_entity_get_id (MC_ENTITY (self->cycle))),
      &error);

  if (!self->raters)
    return dex_future_new_false (); /* closed meanwhile */
  if (marks)
    show_raters (self, marks);
  else
    adw_preferences_page_set_description (self->raters, mc_report_reason (error));
  return dex_future_new_true ();
}

static void
mc_evaluation_spread_dialog_dispose (GObject *object)
{
  McEvaluationSpreadDialog *self = MC_EVALUATION_SPREAD_DIALOG (object);

  self->raters = NULL;
  g_clear_object (&self->cycle);
  G_OBJECT_CLASS (mc_evaluation_spread_dialog_parent_class)->dispose (object);
}

static void
mc_evaluation_spread_dialog_finalize (GObject *object)
{
  g_clear_object (&MC_EVALUATION_SPREAD_DIALOG (object)->book);
  G_OBJECT_CLASS (mc_evaluation_spread_dialog_parent_class)->finalize (object);
}

static void
mc_evaluation_spread_dialog_class_init (McEvaluationSpreadDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mc_evaluation_spread_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = mc_evaluation_spread_dialog_finalize;
}

static void
mc_evaluation_spread_dialog_init (McEvaluationSpreadDialog *self)
{
  GtkWidget *view = adw_toolbar_view_new (), *bar = adw_header_bar_new (), *stack = adw_view_stack_new ();
  GtkWidget *switcher = g_object_new (ADW_TYPE_INLINE_VIEW_SWITCHER, "stack", stack, "display-mode",
                                      ADW_INLINE_VIEW_SWITCHER_LABELS, NULL);

  self->agencies = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  self->raters = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  adw_view_stack_add_titled (ADW_VIEW_STACK (stack), GTK_WIDGET (self->agencies), "agencies", _ ("By Agency"));
  adw_view_stack_add_titled (ADW_VIEW_STACK (stack), GTK_WIDGET (self->raters), "raters", _ ("By Rater"));
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), switcher);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), bar);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), stack);
  adw_dialog_set_child (ADW_DIALOG (self), view);
}

AdwDialog *
mc_evaluation_spread_dialog_new (McEvaluationBook *book, McEvaluationCycle *cycle)
{
  g_autofree char *when = mc_evaluation_cycle_dup_name (cycle);
  g_autofree char *title = g_strdup_printf (_ ("Distribution · %s"), when);
  McEvaluationSpreadDialog *self = g_object_new (MC_TYPE_EVALUATION_SPREAD_DIALOG, "title", title, "content-width", 860,
                                                 "content-height", 640, NULL);

  self->book = g_object_ref (book);
  self->cycle = g_object_ref (cycle);
  adw_preferences_page_set_description (self->raters, _ ("Loading…"));
  show_agencies (self);
  dex_future_disown (dex_scheduler_spawn (NULL, 0, load_fiber, g_object_ref (self), g_object_unref));
  return ADW_DIALOG (self);
}
