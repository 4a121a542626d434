/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-need-dialog.h"

#include <glib/gi18n.h>
#include <math.h>

#include "mc-canvas.h"
#include "mc-chart-list.h"
#include "mc-chart-scene.h"
#include "mc-commit.h"
#include "mc-counter.h"
#include "mc-demand.h"
#include "mc-error.h"
#include "mc-field.h"
#include "mc-need-chart.h"
#include "mc-need-rows.h"
#include "mc-report.h"
#include "mc-session-workload.h"
#include "mc-workload-chart.h"

#define MONTHS 12 /* so many may be chosen, from that of today on */
#define CHART_WIDTH 400.0
#define CHART_HEIGHT 380.0

typedef struct
{
  McWorkloadBy by;
  gint64 key;
} Part;

struct _McNeedDialog
{
  AdwDialog parent_instance;

  McSession *session;
  McPeriod measured;
  McLiveList *fields, *counters, *demands;
  GArray *parts;   /* Part, as the box lists them; the first one is of all */
  GArray *visited; /* (nullable): McWorkloadRow: fields of which tickets are known */
  GListStore *items;
  McNeedPlan *plan; /* (nullable) */
  gboolean filling;
  guint asking; /* idle source */
  guint serial; /* of the question; a late answer to an earlier one is dropped */

  GtkLabel *heading, *failure, *summary;
  GtkSpinButton *share, *minutes;
  GtkWidget *spinner;
  GtkDropDown *part, *month;
  McCanvas *canvas;
  GtkColumnView *table;
  GtkNoSelection *rows;
  GtkListBox *changes;
};

G_DEFINE_FINAL_TYPE (McNeedDialog, mc_need_dialog, ADW_TYPE_DIALOG)

/* --- What may be chosen --- */

static int
compare_counters (gconstpointer a, gconstpointer b)
{
  return MC_COUNTER (*(gpointer *)a)->number - MC_COUNTER (*(gpointer *)b)->number;
}

static int
compare_fields (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (MC_FIELD (*(gpointer *)a)->name, MC_FIELD (*(gpointer *)b)->name);
}

/* A queue machine need not know fields: those of which no ticket is known are not offered. */
static gboolean
is_visited (McNeedDialog *self, gint64 field)
{
  for (guint i = 0; self->visited && i < self->visited->len; i++)
    if (g_array_index (self->visited, McWorkloadRow, i).key == field)
      return g_array_index (self->visited, McWorkloadRow, i).arrived > 0;
  return FALSE;
}

/* The rows of @list that are offered, in order. */
static GPtrArray *
dup_rows (McNeedDialog *self, McLiveList *list, GCompareFunc compare)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (McEntity) row = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (MC_IS_FIELD (row) ? is_visited (self, mc_entity_get_id (row))
                            : mc_period_overlaps (MC_COUNTER (row)->during, self->measured))
        g_ptr_array_add (rows, g_steal_pointer (&row));
    }
  g_ptr_array_sort (rows, compare);
  return rows;
}

static void
add_parts (McNeedDialog *self, GtkStringList *names, McWorkloadBy by, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      gpointer row = g_ptr_array_index (rows, i);
      const Part part = { by, mc_entity_get_id (row) };
      g_autofree char *name = by == MC_WORKLOAD_BY_FIELD ? g_strdup_printf (_ ("Field: %s"), MC_FIELD (row)->name)
                                                         : mc_need_rows_dup_counter (row);

      gtk_string_list_append (names, name);
      g_array_append_val (self->parts, part);
    }
}

static void
fill_parts (McNeedDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) counters = dup_rows (self, self->counters, compare_counters);
  g_autoptr (GPtrArray) fields = dup_rows (self, self->fields, compare_fields);
  guint selected = gtk_drop_down_get_selected (self->part), found = 0;
  Part wanted = selected < self->parts->len ? g_array_index (self->parts, Part, selected) : (Part){ 0 };
  const Part all = { MC_WORKLOAD_BY_NONE, 0 };

  g_array_set_size (self->parts, 0);
  g_array_append_val (self->parts, all);
  gtk_string_list_append (names, _ ("The whole centre"));
  add_parts (self, names, MC_WORKLOAD_BY_COUNTER, counters);
  add_parts (self, names, MC_WORKLOAD_BY_FIELD, fields);
  for (guint i = 0; i < self->parts->len; i++)
    if (g_array_index (self->parts, Part, i).by == wanted.by && g_array_index (self->parts, Part, i).key == wanted.key)
      found = i;
  self->filling = TRUE;
  gtk_drop_down_set_model (self->part, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->part, found);
  self->filling = FALSE;
}

/* --- The question --- */

typedef struct
{
  McNeedDialog *dialog;
  McSession *session;
  McLiveList *fields, *counters, *demands;
  McPeriod measured, month;
  McStaffingTarget target;
  Part part;
  char *of;
  guint serial;
} Ask;

static void
ask_free (gpointer data)
{
  Ask *self = data;

  g_object_unref (self->dialog);
  g_object_unref (self->session);
  g_object_unref (self->fields);
  g_object_unref (self->counters);
  g_object_unref (self->demands);
  g_free (self->of);
  g_free (self);
}

static gboolean
await_lists (const Ask *self, GError **error)
{
  McLiveList *const lists[] = { self->fields, self->counters, self->demands };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GObject) ready = dex_await_object (mc_live_list_when_ready (lists[i]), error);

      if (!ready)
        return FALSE;
    }
  return TRUE;
}

static GArray *
await_rows (const Ask *self, const McWorkloadQuery *query, GError **error)
{
  return dex_await_boxed (mc_session_load_workload (self->session, query), error);
}

static McChart *
find_chart (const Ask *self, const int days[8], GError **error)
{
  const McWorkloadQuery query = { .from = self->measured.from,
                                  .to = self->measured.until,
                                  .bucket = MC_WORKLOAD_WHOLE,
                                  .by = MC_WORKLOAD_BY_WEEKDAY_SLOT,
                                  .only = self->part.by,
                                  .only_key = self->part.key };
  g_autoptr (GArray) rows = await_rows (self, &query, error);
  g_autoptr (GArray) needs = NULL;
  double service;

  needs = rows ? mc_staffing_find (rows, days, &self->target, &service, error) : NULL;
  return needs ? mc_need_chart_new (needs, self->of, self->measured) : NULL;
}

static gboolean
fill_plan (const Ask *self, McNeedPlan *plan, GError **error)
{
  GListModel *listed = G_LIST_MODEL (self->counters);
  g_autoptr (GPtrArray) counters = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (listed); i++)
    g_ptr_array_add (counters, g_list_model_get_item (listed, i));
  g_ptr_array_sort (counters, compare_counters);
  for (guint i = 0; i < counters->len; i++)
    {
      McCounter *counter = g_ptr_array_index (counters, i);
      g_autoptr (GArray) rows = NULL;
      McWorkloadQuery query;

      if (!mc_period_overlaps (counter->during, self->month))
        continue;
      mc_need_plan_get_query (plan, counter, &query);
      rows = await_rows (self, &query, error);
      if (!rows || !mc_need_plan_add (plan, counter, rows, G_LIST_MODEL (self->demands), error))
        return FALSE;
    }
  return TRUE;
}

static void
show_chart (McNeedDialog *self, McChart *chart)
{
  const McChartOptions options = { .width = CHART_WIDTH, .height = CHART_HEIGHT };
  g_autoptr (McScene) scene = chart ? mc_chart_scene_new (chart, &options) : NULL;

  mc_canvas_set_scene (self->canvas, scene);
  mc_canvas_fit (self->canvas);
  mc_chart_list_show (self->table, self->items, chart);
}

static void
take_answer (McNeedDialog *self, McChart *chart, McNeedPlan *plan, GArray *visited, const GError *error)
{
  if (visited)
    {
      g_clear_pointer (&self->visited, g_array_unref);
      self->visited = g_array_ref (visited);
      fill_parts (self);
    }
  gtk_widget_set_visible (self->spinner, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), error != NULL);
  mc_report_tell (self->failure, error ? mc_report_reason (error) : "");
  show_chart (self, chart);
  g_clear_pointer (&self->plan, mc_need_plan_free);
  self->plan = plan;
  mc_need_rows_show (self->changes, plan);
  if (plan)
    {
      g_autofree char *summary = mc_need_rows_dup_summary (plan);

      mc_report_tell (self->summary, summary);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "need.put",
                                 plan && plan->rows > 0 && mc_session_may_write (self->session, "demand"));
}

static DexFuture *
ask_fiber (gpointer data)
{
  Ask *self = data;
  const McWorkloadQuery by_day = { .from = self->measured.from, .to = self->measured.until, .bucket = MC_WORKLOAD_DAY };
  const McWorkloadQuery by_field = {
    .from = self->measured.from, .to = self->measured.until, .bucket = MC_WORKLOAD_WHOLE, .by = MC_WORKLOAD_BY_FIELD
  };
  McNeedPlan *plan = mc_need_plan_new (self->month, self->measured, &self->target);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) days = await_lists (self, &error) ? await_rows (self, &by_day, &error) : NULL;
  g_autoptr (GArray) visited = days ? await_rows (self, &by_field, &error) : NULL;
  g_autoptr (GError) unknown = NULL;
  McChart *chart = NULL;

  if (visited)
    {
      mc_staffing_count_days (days, plan->days);
      chart = find_chart (self, plan->days, &unknown);
    }
  if (!visited || !fill_plan (self, plan, &error))
    g_clear_pointer (&plan, mc_need_plan_free);
  if (self->serial == self->dialog->serial && self->dialog->session)
    take_answer (self->dialog, chart, plan, visited, error ? error : unknown);
  else
    g_clear_pointer (&plan, mc_need_plan_free);
  g_clear_pointer (&chart, mc_chart_unref);
  return dex_future_new_for_boolean (TRUE);
}

/* The month of the rosters, from that of today on. */
static McPeriod
chosen_month (McNeedDialog *self)
{
  int year, month;
  McDay first;

  mc_day_split (mc_session_get_today (self->session), &year, &month, NULL);
  first = mc_day_add_months (mc_day_new (year, month, 1), (int)gtk_drop_down_get_selected (self->month));
  return (McPeriod){ first, mc_day_add_months (first, 1) };
}

static gboolean
ask_cb (gpointer data)
{
  McNeedDialog *self = data;
  guint selected = gtk_drop_down_get_selected (self->part);
  Ask *ask = g_new0 (Ask, 1);

  self->asking = 0;
  ask->dialog = g_object_ref (self);
  ask->session = g_object_ref (self->session);
  ask->fields = g_object_ref (self->fields);
  ask->counters = g_object_ref (self->counters);
  ask->demands = g_object_ref (self->demands);
  ask->measured = self->measured;
  ask->month = chosen_month (self);
  ask->target.share = gtk_spin_button_get_value (self->share) / 100;
  ask->target.within = gtk_spin_button_get_value (self->minutes) * 60;
  ask->part = selected < self->parts->len ? g_array_index (self->parts, Part, selected) : (Part){ 0 };
  ask->of = g_strdup (gtk_string_object_get_string (gtk_drop_down_get_selected_item (self->part)));
  ask->serial = ++self->serial;
  gtk_widget_set_visible (self->spinner, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "need.put", FALSE);
  dex_future_disown (dex_scheduler_spawn (NULL, 0, ask_fiber, ask, ask_free));
  return G_SOURCE_REMOVE;
}

static void
ask_soon (McNeedDialog *self)
{
  if (!self->filling && !self->asking)
    self->asking = g_idle_add (ask_cb, self);
}

/* --- Months --- */

static void
fill_months (McNeedDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  int year, month;
  McDay first;

  mc_day_split (mc_session_get_today (self->session), &year, &month, NULL);
  first = mc_day_new (year, month, 1);
  for (int i = 0; i < MONTHS; i++)
    {
      McDay from = mc_day_add_months (first, i);
      g_autofree char *name = mc_workload_period_text (from, mc_day_add_months (from, 1));

      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (self->month, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->month, 1);
}

/* --- Into the roster --- */

static void
put_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McNeedDialog *self = MC_NEED_DIALOG (widget);

  if (!self->plan || self->plan->rows == 0)
    return;
  /* Once; what is there then is weighed anew when the rows have come back. */
  gtk_widget_action_set_enabled (widget, "need.put", FALSE);
  dex_future_disown (mc_commit (widget, self->session, self->plan->change));
}

/* --- The dialog --- */

static void
mc_need_dialog_dispose (GObject *object)
{
  McNeedDialog *self = MC_NEED_DIALOG (object);

  g_clear_handle_id (&self->asking, g_source_remove);
  self->filling = TRUE;
  self->serial++;
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_NEED_DIALOG);
  g_clear_object (&self->fields);
  g_clear_object (&self->counters);
  g_clear_object (&self->demands);
  g_clear_object (&self->session);
  g_clear_object (&self->items);
  g_clear_pointer (&self->plan, mc_need_plan_free);
  g_clear_pointer (&self->parts, g_array_unref);
  g_clear_pointer (&self->visited, g_array_unref);
  G_OBJECT_CLASS (mc_need_dialog_parent_class)->dispose (object);
}

static void
mc_need_dialog_class_init (McNeedDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mc_need_dialog_dispose;
  g_type_ensure (MC_TYPE_CANVAS);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/workload/mc-need-dialog.ui");
  gtk_widget_class_bind_template_child_full (widget_class, "measured", FALSE, G_STRUCT_OFFSET (McNeedDialog, heading));
  gtk_widget_class_bind_template_child (widget_class, McNeedDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, McNeedDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, McNeedDialog, share);
  gtk_widget_class_bind_template_child (widget_class, McNeedDialog, minutes);
  gtk_widget_class_bind_template_child (widget_class, McNeedDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, McNeedDialog, part);
  gtk_widget_class_bind_template_child (widget_class, McNeedDialog, month);
  gtk_widget_class_bind_template_child (widget_class, McNeedDialog, canvas);
  gtk_widget_class_bind_template_child (widget_class, McNeedDialog, table);
  gtk_widget_class_bind_template_child (widget_class, McNeedDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, McNeedDialog, changes);
  gtk_widget_class_bind_template_callback_full (widget_class, "target_cb", G_CALLBACK (ask_soon));
  gtk_widget_class_bind_template_callback_full (widget_class, "part_cb", G_CALLBACK (ask_soon));
  gtk_widget_class_bind_template_callback_full (widget_class, "month_cb", G_CALLBACK (ask_soon));
  gtk_widget_class_install_action (widget_class, "need.put", NULL, put_action);
}

static void
mc_need_dialog_init (McNeedDialog *self)
{
  self->filling = TRUE;
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  self->items = g_list_store_new (G_TYPE_OBJECT);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_no_selection_set_model (self->rows, G_LIST_MODEL (self->items));
  gtk_spin_button_set_value (self->share, MC_STAFFING_TARGET.share * 100);
  gtk_spin_button_set_value (self->minutes, MC_STAFFING_TARGET.within / 60);
}

AdwDialog *
mc_need_dialog_new (McSession *session, McPeriod measured)
{
  McNeedDialog *self = g_object_new (MC_TYPE_NEED_DIALOG, NULL);
  g_autofree char *period = mc_workload_period_text (measured.from, measured.until);
  g_autofree char *heading = g_strdup_printf (_ ("Visitors of %s:"), period);

  self->session = g_object_ref (session);
  self->measured = measured;
  self->fields = mc_session_list (session, MC_TYPE_FIELD, MC_DAY_NONE);
  self->counters = mc_session_list (session, MC_TYPE_COUNTER, MC_DAY_NONE);
  self->demands = mc_session_list (session, MC_TYPE_DEMAND, MC_DAY_NONE);
  gtk_label_set_label (self->heading, heading);
  fill_months (self);
  fill_parts (self);
  g_signal_connect_object (self->fields, "changed", G_CALLBACK (fill_parts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->counters, "changed", G_CALLBACK (fill_parts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->demands, "changed", G_CALLBACK (ask_soon), self, G_CONNECT_SWAPPED);
  self->filling = FALSE;
  ask_soon (self);
  return ADW_DIALOG (self);
}
