/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-what-if-dialog.h"

#include <glib/gi18n.h>

#include "mc-canvas.h"
#include "mc-centre-paper.h"
#include "mc-commit.h"
#include "mc-date-row.h"
#include "mc-drawing-dialog.h"
#include "mc-node-card.h"
#include "mc-report.h"
#include "mc-saved-scenario.h"
#include "mc-scenario-actions.h"
#include "mc-scenario-dialog.h"
#include "mc-what-if-feed.h"
#include "mc-what-if-ready.h"
#include "mc-what-if-rows.h"
#include "mc-what-if-scene.h"
#include "mc-what-if-table.h"
#include "mc-workload-file.h"

struct _McWhatIfDialog
{
  AdwDialog parent_instance;

  McSession *session;
  McLiveList *saved;
  McLiveList *files;
  McWhatIfFeed *feed;
  GHashTable *seen;   /* ids (address of a gint64) of those that were listed */
  GHashTable *chosen; /* ids of those that are compared */
  GPtrArray *results; /* those that the table shows */
  gboolean filling;
  guint asking; /* idle source */

  GtkWidget *add_button;
  McDateRow *from_row, *last_row;
  GtkListBox *list;
  GtkWidget *none;
  GtkLabel *finding;
  GtkWidget *spinner, *stop_button, *again_button;
  GtkStack *stack;
  AdwStatusPage *failure;
  McCanvas *canvas;
  GtkColumnView *table;
};

G_DEFINE_FINAL_TYPE (McWhatIfDialog, mc_what_if_dialog, ADW_TYPE_DIALOG)

/* --- What is asked --- */

static gboolean
is_chosen (McWhatIfDialog *self, gint64 id)
{
  return g_hash_table_contains (self->chosen, &id);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  McSavedScenario *x = *(gpointer const *)a, *y = *(gpointer const *)b;

  return g_utf8_collate (x->name, y->name);
}

/* (transfer full) (element-type McSavedScenario) */
static GPtrArray *
list_saved (McWhatIfDialog *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->saved)); i++)
    g_ptr_array_add (rows, g_list_model_get_item (G_LIST_MODEL (self->saved), i));
  g_ptr_array_sort (rows, compare_names);
  return rows;
}

static gboolean
get_days (McWhatIfDialog *self, McPeriod *days)
{
  days->from = mc_date_row_get_day (self->from_row);
  days->until = mc_date_row_get_day (self->last_row) + 1;
  return mc_date_row_get_valid (self->from_row) && mc_date_row_get_valid (self->last_row) &&
         mc_date_row_get_day (self->last_row) != MC_DAY_NONE && days->from != MC_DAY_NONE && days->from < days->until;
}

static gboolean
ask_cb (gpointer data)
{
  McWhatIfDialog *self = data;
  g_autoptr (GPtrArray) rows = list_saved (self);
  g_autoptr (GPtrArray) scenarios = g_ptr_array_new_with_free_func ((GDestroyNotify)mc_scenario_free);
  McPeriod days;

  self->asking = 0;
  if (!get_days (self, &days))
    return G_SOURCE_REMOVE;
  for (guint i = 0; i < rows->len; i++)
    {
      McSavedScenario *row = rows->pdata[i];
      McScenario *scenario =
          is_chosen (self, mc_entity_get_id (MC_ENTITY (row))) ? mc_scenario_parse (row->definition, NULL) : NULL;

      if (scenario)
        g_ptr_array_add (scenarios, scenario);
    }
  mc_what_if_feed_ask (self->feed, days, scenarios);
  return G_SOURCE_REMOVE;
}

static void
ask_soon (McWhatIfDialog *self)
{
  if (!self->asking && !self->filling)
    self->asking = g_idle_add (ask_cb, self);
}

static void
days_cb (McWhatIfDialog *self)
{
  ask_soon (self);
}

/* --- The scenarios --- */

static void
add_id (GHashTable *ids, gint64 id)
{
  g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
}

/* Those that are new are compared at once, as long as there is room beside today. */
static void
meet (McWhatIfDialog *self, gint64 id)
{
  if (g_hash_table_contains (self->seen, &id))
    return;
  add_id (self->seen, id);
  if (g_hash_table_size (self->chosen) < MC_WHAT_IF_MOST)
    add_id (self->chosen, id);
}

static void
forget_lost (McWhatIfDialog *self)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->seen);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!mc_live_list_get_by_id (self->saved, *(gint64 *)id))
      {
        g_hash_table_remove (self->chosen, id);
        g_hash_table_iter_remove (&iter);
      }
}

/* The row that had the keyboard is another one now, or gone. */
static gboolean
has_keyboard (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return focus && gtk_widget_is_ancestor (focus, widget);
}

static void
list_cb (McWhatIfDialog *self)
{
  g_autoptr (GPtrArray) rows = list_saved (self);

  if (has_keyboard (GTK_WIDGET (self->list)))
    gtk_widget_grab_focus (self->add_button);
  forget_lost (self);
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < rows->len; i++)
    {
      McSavedScenario *row = rows->pdata[i];
      gint64 id = mc_entity_get_id (MC_ENTITY (row));
      McScenario *scenario = mc_scenario_parse (row->definition, NULL);

      meet (self, id);
      gtk_list_box_append (self->list, mc_what_if_row_new (row, scenario, is_chosen (self, id)));
      g_clear_pointer (&scenario, mc_scenario_free);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), rows->len > 0);
  gtk_widget_set_visible (self->none, rows->len == 0);
  ask_soon (self);
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McWhatIfDialog *self = MC_WHAT_IF_DIALOG (widget);
  gint64 id = g_variant_get_int64 (parameter);

  if (g_hash_table_remove (self->chosen, &id))
    ask_soon (self);
  else if (g_hash_table_size (self->chosen) < MC_WHAT_IF_MOST)
    {
      add_id (self->chosen, id);
      ask_soon (self);
    }
  else
    {
      mc_report_tell (self->finding, _ ("No more than five stand beside today: untick another one first."));
      list_cb (self);
    }
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McWhatIfDialog *self = MC_WHAT_IF_DIALOG (widget);
  g_autoptr (McScenario) scenario =
      mc_what_if_ready_new (g_variant_get_string (parameter, NULL), mc_what_if_feed_get_centre (self->feed));

  adw_dialog_present (mc_scenario_dialog_new (self->session, NULL, scenario), widget);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McWhatIfDialog *self = MC_WHAT_IF_DIALOG (widget);
  McSavedScenario *row = mc_live_list_get_by_id (self->saved, g_variant_get_int64 (parameter));
  g_autoptr (McScenario) scenario = row ? mc_scenario_parse (row->definition, NULL) : NULL;

  if (row && !scenario)
    scenario = mc_scenario_new (row->name);
  if (row)
    adw_dialog_present (mc_scenario_dialog_new (self->session, row, scenario), widget);
}

/* It comes back by undo, and so nobody is asked. */
static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McWhatIfDialog *self = MC_WHAT_IF_DIALOG (widget);
  McSavedScenario *row = mc_live_list_get_by_id (self->saved, g_variant_get_int64 (parameter));
  g_autoptr (McChange) change = row ? mc_scenario_change_delete (row) : NULL;

  if (change)
    dex_future_disown (mc_commit (widget, self->session, change));
}

/* --- What came of it --- */

static void
draw (McWhatIfDialog *self)
{
  GPtrArray *results = mc_what_if_feed_get_results (self->feed);
  g_autoptr (McScene) scene = NULL;

  if (!results || results == self->results)
    return;
  g_clear_pointer (&self->results, g_ptr_array_unref);
  self->results = g_ptr_array_ref (results);
  scene = mc_what_if_scene_new (mc_what_if_feed_get_centre (self->feed), mc_what_if_feed_get_scenarios (self->feed),
                                results, mc_what_if_feed_get_failures (self->feed));
  mc_canvas_set_scene (self->canvas, scene);
  mc_canvas_fit (self->canvas);
  mc_what_if_table_fill (self->table, results);
}

static void
tell (McWhatIfDialog *self)
{
  McScene *scene = mc_canvas_get_scene (self->canvas);

  if (mc_what_if_feed_get_running (self->feed))
    mc_report_tell (self->finding, _ ("Reckoning…"));
  else if (mc_what_if_feed_get_stopped (self->feed))
    mc_report_tell (self->finding, _ ("Stopped. What is shown is what was reckoned before."));
  else
    mc_report_tell (self->finding, mc_what_if_feed_get_error (self->feed) || !scene ? "" : mc_scene_get_title (scene));
}

static void
changed_cb (McWhatIfDialog *self)
{
  const GError *error = mc_what_if_feed_get_error (self->feed);
  gboolean running = mc_what_if_feed_get_running (self->feed), drawn;

  draw (self);
  drawn = mc_canvas_get_scene (self->canvas) != NULL && !error;
  if (error)
    adw_status_page_set_description (self->failure, mc_report_reason (error));
  gtk_stack_set_visible_child_name (self->stack, error && !running ? "failure" : drawn ? "result" : "loading");
  gtk_widget_set_visible (self->spinner, running);
  gtk_widget_set_visible (self->stop_button, running);
  gtk_widget_set_visible (self->again_button, !running && (error || mc_what_if_feed_get_stopped (self->feed)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "what-if.print", drawn && !running);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "what-if.export", drawn && !running);
  tell (self);
}

static void
stop_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mc_what_if_feed_stop (MC_WHAT_IF_DIALOG (widget)->feed);
}

static void
again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_soon (MC_WHAT_IF_DIALOG (widget));
}

static void
sheet_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McWhatIfDialog *self = MC_WHAT_IF_DIALOG (widget);
  gboolean prints = g_str_equal (name, "what-if.print");
  McScene *scene = mc_canvas_get_scene (self->canvas);
  g_autoptr (McPaper) paper = NULL;

  if (!scene)
    return;
  paper = mc_centre_paper_new (self->session, scene, mc_what_if_feed_get_centre (self->feed)->days.until - 1);
  g_object_set (paper, "size", (guint)MC_PAPER_A4, NULL);
  mc_drawing_dialog_present (widget, paper, "what-if", prints ? MC_DRAWING_PRINT : MC_DRAWING_EXPORT);
}

/* --- The dialog --- */

/* A year up to the last day of which tickets are known, or up to yesterday. */
static void
set_days (McWhatIfDialog *self)
{
  GListModel *files = G_LIST_MODEL (self->files);
  McDay last = MC_DAY_NONE, today = mc_session_get_today (self->session);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (McWorkloadFile) file = g_list_model_get_item (files, i);

      if (file->state == MC_WORKLOAD_IMPORTED && file->kind == MC_WORKLOAD_TICKET)
        last = MAX (last, file->last_day);
    }
  if (last == MC_DAY_NONE || last >= today)
    last = today - 1;
  self->filling = TRUE;
  mc_date_row_set_day (self->from_row, mc_day_add_months (last + 1, -12));
  mc_date_row_set_day (self->last_row, last);
  self->filling = FALSE;
}

static DexFuture *
begin_fiber (gpointer data)
{
  McWhatIfDialog *self = data;
  g_autoptr (GObject) files = dex_await_object (mc_live_list_when_ready (self->files), NULL);
  g_autoptr (GObject) saved = dex_await_object (mc_live_list_when_ready (self->saved), NULL);

  if (!self->session)
    return dex_future_new_false ();
  set_days (self);
  list_cb (self);
  return dex_future_new_true ();
}

static void
mc_what_if_dialog_dispose (GObject *object)
{
  McWhatIfDialog *self = MC_WHAT_IF_DIALOG (object);

  g_clear_handle_id (&self->asking, g_source_remove);
  if (self->feed)
    {
      g_signal_handlers_disconnect_by_data (self->feed, self);
      mc_what_if_feed_stop (self->feed);
    }
  if (self->saved)
    g_signal_handlers_disconnect_by_data (self->saved, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_WHAT_IF_DIALOG);
  g_clear_object (&self->feed);
  g_clear_object (&self->saved);
  g_clear_object (&self->files);
  g_clear_object (&self->session);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_clear_pointer (&self->chosen, g_hash_table_unref);
  G_OBJECT_CLASS (mc_what_if_dialog_parent_class)->dispose (object);
}

#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, McWhatIfDialog, name)

static void
mc_what_if_dialog_class_init (McWhatIfDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_what_if_dialog_dispose;
  g_type_ensure (MC_TYPE_CANVAS);
  g_type_ensure (MC_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/workload/mc-what-if-dialog.ui");
  CHILD (add_button);
  CHILD (from_row);
  CHILD (last_row);
  CHILD (list);
  CHILD (none);
  CHILD (finding);
  CHILD (spinner);
  CHILD (stop_button);
  CHILD (again_button);
  CHILD (stack);
  CHILD (failure);
  CHILD (canvas);
  CHILD (table);
  gtk_widget_class_bind_template_callback (widget_class, days_cb);
  gtk_widget_class_install_action (widget_class, "what-if.add", "s", add_action);
  gtk_widget_class_install_action (widget_class, "what-if.choose", "x", choose_action);
  gtk_widget_class_install_action (widget_class, "what-if.edit", "x", edit_action);
  gtk_widget_class_install_action (widget_class, "what-if.delete", "x", delete_action);
  gtk_widget_class_install_action (widget_class, "what-if.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "what-if.again", NULL, again_action);
  gtk_widget_class_install_action (widget_class, "what-if.print", NULL, sheet_action);
  gtk_widget_class_install_action (widget_class, "what-if.export", NULL, sheet_action);
}

static void
mc_what_if_dialog_init (McWhatIfDialog *self)
{
  self->seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->chosen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  mc_canvas_set_hover_func (self->canvas, mc_node_card_new, NULL, NULL);
}

AdwDialog *
mc_what_if_dialog_new (McSession *session)
{
  McWhatIfDialog *self = g_object_new (MC_TYPE_WHAT_IF_DIALOG, NULL);
  gboolean may = mc_session_may_write (session, "scenario");

  self->session = g_object_ref (session);
  self->saved = mc_session_list (session, MC_TYPE_SAVED_SCENARIO, MC_DAY_NONE);
  self->files = mc_session_list (session, MC_TYPE_WORKLOAD_FILE, MC_DAY_NONE);
  self->feed = mc_what_if_feed_new (session);
  g_signal_connect_swapped (self->saved, "changed", G_CALLBACK (list_cb), self);
  g_signal_connect_swapped (self->feed, "changed", G_CALLBACK (changed_cb), self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "what-if.add", may);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "what-if.edit", may);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "what-if.delete", may);
  gtk_widget_set_sensitive (self->add_button, may);
  changed_cb (self);
  adw_dialog_set_focus (ADW_DIALOG (self), self->add_button);
  dex_future_disown (dex_scheduler_spawn (NULL, 0, begin_fiber, g_object_ref (self), g_object_unref));
  return ADW_DIALOG (self);
}
