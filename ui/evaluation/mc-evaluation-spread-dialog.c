/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-evaluation-spread-dialog.h"

#include <glib/gi18n.h>
#include <math.h>

#include "mc-evaluation-spread.h"
#include "mc-number.h"

/* An evaluation of the agency, to tell its name by. */
static McEvaluation *
find_of_agency (GPtrArray *evaluations, gint64 agency)
{
  for (guint i = 0; i < evaluations->len; i++)
    if (((McEvaluation *)evaluations->pdata[i])->agency_id == agency)
      return evaluations->pdata[i];
  return NULL;
}

static void
add_row (AdwPreferencesGroup *group, const McSpread *spread, const char *name, double most)
{
  g_autofree char *mean = mc_number_format (spread->mean, 1), *deviation = mc_number_format (spread->deviation, 1);
  g_autofree char *facts = NULL, *subtitle = NULL;
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, most);
  GtkWidget *row;

  facts = g_strdup_printf (
      g_dngettext (NULL, "%u person · mean %s · deviation %s", "%u people · mean %s · deviation %s", spread->n),
      spread->n, mean, deviation);
  subtitle = g_strdup_printf ("%s%s", facts,
                              spread->apart                 ? _ (" · ▲ apart from the others: worth a talk")
                              : spread->n < MC_SPREAD_LEAST ? _ (" · too few to say anything")
                                                            : "");
  row = g_object_new (ADW_TYPE_ACTION_ROW, "title", name, "subtitle", subtitle, "use-markup", FALSE, NULL);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), CLAMP (spread->mean, 0, most));
  g_object_set (bar, "width-request", 160, "valign", GTK_ALIGN_CENTER, "accessible-role",
                GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), bar);
  adw_preferences_group_add (group, row);
}

static GtkWidget *
new_group (McEvaluationBook *book, GPtrArray *evaluations)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (McSpreadItem));
  g_autoptr (GArray) spreads = NULL;
  McEvaluationScheme *scheme = mc_evaluation_book_get_scheme (book, evaluations->pdata[0]);
  GtkWidget *group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", scheme ? scheme->name : "…", NULL);
  double most = 0;

  for (guint i = 0; i < evaluations->len; i++)
    {
      McEvaluation *evaluation = evaluations->pdata[i];
      McSpreadItem item = { evaluation->agency_id, evaluation->total };

      g_array_append_val (items, item);
      most = MAX (most, evaluation->total);
    }
  spreads = mc_evaluation_spread (items);
  for (guint i = 0; i < spreads->len; i++)
    {
      const McSpread *spread = &g_array_index (spreads, McSpread, i);
      McEvaluation *one = find_of_agency (evaluations, spread->key);
      g_autofree char *name = spread->key && one ? mc_evaluation_book_dup_agency (book, one) : g_strdup (_ ("All"));

      add_row (ADW_PREFERENCES_GROUP (group), spread, name, MAX (most, 1));
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

AdwDialog *
mc_evaluation_spread_dialog_new (McEvaluationBook *book, McEvaluationCycle *cycle)
{
  g_autofree char *when = mc_evaluation_cycle_dup_name (cycle);
  g_autofree char *title = g_strdup_printf (_ ("Distribution · %s"), when);
  AdwDialog *dialog = g_object_new (ADW_TYPE_DIALOG, "title", title, "content-width", 720, "content-height", 560, NULL);
  GtkWidget *view = adw_toolbar_view_new (), *page = adw_preferences_page_new ();
  g_autoptr (GHashTable) schemes = dup_by_scheme (book, cycle);
  GHashTableIter iter;
  gpointer key, list;

  adw_preferences_page_set_description (
      ADW_PREFERENCES_PAGE (page),
      _ ("Where the totals of the agencies lie. A mean is marked where it differs from all others by more than chance; "
         "never under five people. This is to talk about before signing, not to rank by."));
  g_hash_table_iter_init (&iter, schemes);
  while (g_hash_table_iter_next (&iter, &key, &list))
    adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (new_group (book, list)));
  if (g_hash_table_size (schemes) == 0)
    adw_preferences_page_set_description (ADW_PREFERENCES_PAGE (page),
                                          _ ("No evaluation of this cycle has a total yet."));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_child (dialog, view);
  return dialog;
}
