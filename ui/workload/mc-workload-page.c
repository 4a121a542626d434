/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-workload-page-private.h"

#include <glib/gi18n.h>

#include "mc-canvas-bar.h"
#include "mc-centre-paper.h"
#include "mc-choice.h"
#include "mc-drawing-actions.h"
#include "mc-empty-page.h"
#include "mc-plan-years-dialog.h"
#include "mc-report.h"
#include "mc-setting.h"

G_DEFINE_FINAL_TYPE (McWorkloadPage, mc_workload_page, MC_TYPE_PAGE)

#define SPLIT_CHOICE (MC_COMPARE_YEAR + 1) /* after the comparisons with an earlier time */
#define SERVICE_LEVEL 15                   /* minutes that a wait should not reach, until a source says otherwise */

/* --- What is chosen --- */

/* By officer is not among them: that is evaluation, and not for everybody. */
static const McWorkloadBy by_values[] = { MC_WORKLOAD_BY_COUNTER, MC_WORKLOAD_BY_AGENCY, MC_WORKLOAD_BY_FIELD,
                                          MC_WORKLOAD_BY_PROCEDURE };
static const McWorkloadBucket bucket_values[] = { MC_WORKLOAD_DAY, MC_WORKLOAD_WEEK, MC_WORKLOAD_MONTH,
                                                  MC_WORKLOAD_YEAR };

static guint
position_of (const guint *values, guint n, guint value)
{
  for (guint i = 0; i < n; i++)
    if (values[i] == value)
      return i;
  return 0;
}

static void
fill_figures (McWorkloadPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkExpression *text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  for (McWorkloadFigure i = MC_FIGURE_RECEIVED; i < MC_N_FIGURES; i++)
    gtk_string_list_append (names, mc_workload_figure_label (i));
  gtk_drop_down_set_expression (self->figure_choice, text);
  gtk_expression_unref (text);
  gtk_drop_down_set_model (self->figure_choice, G_LIST_MODEL (names));
}

static void
fill_some (GtkDropDown *box, const McEnumValue *values, const guint *some, guint n)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, mc_enum_label (values, some[i]));
  gtk_drop_down_set_model (box, G_LIST_MODEL (names));
}

/* With an earlier time, or what came before a day with what came after it. */
static void
fill_comparisons (McWorkloadPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (McWorkloadCompare i = MC_COMPARE_NONE; i <= MC_COMPARE_YEAR; i++)
    gtk_string_list_append (names, mc_enum_label (mc_workload_compare_values, i));
  gtk_string_list_append (names, _ ("Before and after a day"));
  gtk_drop_down_set_model (self->compare_choice, G_LIST_MODEL (names));
}

static void
fill_choices (McWorkloadPage *self)
{
  static const McEnumValue spans[] = {
    { "week", N_ ("A week") }, { "month", N_ ("A month") },   { "quarter", N_ ("A quarter") },
    { "year", N_ ("A year") }, { "years", N_ ("Ten years") }, { NULL, NULL },
  };
  static const McEnumValue scales[] = {
    { "linear", N_ ("Plain numbers") }, { "log", N_ ("Logarithmic") }, { "share", N_ ("Shares") }, { NULL, NULL }
  };

  self->filling = TRUE;
  mc_choice_fill_values (self->span_choice, NULL, spans);
  mc_choice_fill_values (self->kind_choice, NULL, mc_workload_chart_values);
  fill_figures (self);
  fill_some (self->by_choice, mc_workload_by_values, by_values, G_N_ELEMENTS (by_values));
  fill_some (self->bucket_choice, mc_workload_bucket_values, bucket_values, G_N_ELEMENTS (bucket_values));
  fill_comparisons (self);
  mc_choice_fill_values (self->scale_choice, NULL, scales);
  self->filling = FALSE;
}

/* Shares and distributions have their own scale. */
static gboolean
can_scale (McWorkloadChartKind kind)
{
  return kind != MC_WORKLOAD_CHART_HOURS && kind != MC_WORKLOAD_CHART_ON_TIME && kind != MC_WORKLOAD_CHART_FUNNEL &&
         kind != MC_WORKLOAD_CHART_WAITING;
}

/* What the kind does not take is off, and not in the way. */
static void
show_choices (McWorkloadPage *self)
{
  McWorkloadChartKind kind = self->spec.kind;
  gboolean parts = kind == MC_WORKLOAD_CHART_STACKED || kind == MC_WORKLOAD_CHART_PANELS ||
                   kind == MC_WORKLOAD_CHART_RANKED || kind == MC_WORKLOAD_CHART_LOAD;
  gboolean steps = kind == MC_WORKLOAD_CHART_TIME || kind == MC_WORKLOAD_CHART_STACKED ||
                   kind == MC_WORKLOAD_CHART_PANELS || kind == MC_WORKLOAD_CHART_ON_TIME;
  g_autofree char *period = mc_workload_period_text (self->spec.from, self->spec.to);
  g_autofree char *meaning = mc_workload_figure_explain (self->spec.figure);
  /* The day says it all, and the chart the time around it. */
  gboolean splits = self->splitting && mc_workload_page_can_compare (self);

  self->filling = TRUE;
  gtk_label_set_label (self->period, period);
  gtk_drop_down_set_selected (self->span_choice, self->span);
  gtk_drop_down_set_selected (self->kind_choice, kind);
  gtk_drop_down_set_selected (self->figure_choice, self->spec.figure);
  gtk_drop_down_set_selected (self->by_choice, position_of (by_values, G_N_ELEMENTS (by_values), self->spec.by));
  gtk_drop_down_set_selected (self->bucket_choice,
                              position_of (bucket_values, G_N_ELEMENTS (bucket_values), self->spec.bucket));
  gtk_drop_down_set_selected (self->compare_choice, self->splitting ? SPLIT_CHOICE : self->compare);
  mc_date_entry_set_day (self->split_entry, self->splitting ? self->split_day : MC_DAY_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self->compare_choice), mc_workload_page_can_compare (self));
  gtk_widget_set_visible (GTK_WIDGET (self->split_entry), splits);
  gtk_widget_set_visible (GTK_WIDGET (self->period), !splits);
  gtk_widget_set_visible (GTK_WIDGET (self->scale_choice), can_scale (kind));
  gtk_widget_set_visible (GTK_WIDGET (self->by_choice), parts);
  gtk_widget_set_visible (GTK_WIDGET (self->bucket_choice), steps);
  gtk_widget_set_visible (GTK_WIDGET (self->figure_choice),
                          kind != MC_WORKLOAD_CHART_ON_TIME && kind != MC_WORKLOAD_CHART_WAITING);
  gtk_label_set_label (self->meaning, meaning);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->meaning), meaning);
  self->filling = FALSE;
}

void
mc_workload_page_ask (McWorkloadPage *self)
{
  mc_workload_chart_spec_settle (&self->spec);
  mc_workload_page_settle_time (self);
  show_choices (self);
  mc_workload_feed_ask (self->feed, mc_page_get_session (MC_PAGE (self)), &self->spec);
}

static void
choose_comparison (McWorkloadPage *self)
{
  guint compare = gtk_drop_down_get_selected (self->compare_choice);

  if (compare == SPLIT_CHOICE && !self->splitting)
    self->split_day = self->spec.from;
  if ((compare == SPLIT_CHOICE) != self->splitting)
    self->first = self->n = 0;
  self->splitting = compare == SPLIT_CHOICE;
  if (!self->splitting)
    self->compare = compare;
}

static void
chosen_cb (McWorkloadPage *self)
{
  guint span = gtk_drop_down_get_selected (self->span_choice);

  if (self->filling)
    return;
  if (span != self->span)
    {
      McDay today = mc_page_get_as_of (MC_PAGE (self)), last = self->spec.to - 1;

      mc_workload_page_look_for (self, span, today != MC_DAY_NONE ? MIN (today, last) : last);
    }
  else
    self->spec.bucket = bucket_values[gtk_drop_down_get_selected (self->bucket_choice)];
  if (self->spec.kind != gtk_drop_down_get_selected (self->kind_choice))
    self->first = self->n = 0;
  self->spec.kind = gtk_drop_down_get_selected (self->kind_choice);
  self->spec.figure = gtk_drop_down_get_selected (self->figure_choice);
  self->spec.by = by_values[gtk_drop_down_get_selected (self->by_choice)];
  choose_comparison (self);
  mc_workload_page_ask (self);
}

static void
split_cb (McWorkloadPage *self)
{
  McDay day = mc_date_entry_get_day (self->split_entry);

  if (self->filling || !self->splitting || day == MC_DAY_NONE || day == self->split_day)
    return;
  self->split_day = day;
  self->first = self->n = 0;
  mc_workload_page_ask (self);
}

static void
scale_cb (McWorkloadPage *self)
{
  if (self->filling)
    return;
  self->scale = gtk_drop_down_get_selected (self->scale_choice);
  mc_workload_page_draw_soon (self);
}

void
mc_workload_page_open_figure (McWorkloadPage *self, McWorkloadFigure figure)
{
  self->spec.kind = MC_WORKLOAD_CHART_RANKED;
  self->spec.figure = figure;
  self->first = self->n = 0;
  mc_workload_page_ask (self);
}

/* --- What came --- */

static gboolean
has_files (McWorkloadPage *self)
{
  McLiveList *files = mc_workload_feed_get_files (self->feed);

  return files && g_list_model_get_n_items (G_LIST_MODEL (files)) > 0;
}

static void
changed_cb (McWorkloadPage *self)
{
  const GError *error = mc_workload_feed_get_error (self->feed);
  McChart *chart = mc_workload_feed_get_chart (self->feed);

  if (mc_workload_page_files_show (self))
    return;
  if (error)
    adw_status_page_set_description (self->failure, mc_report_reason (error));
  gtk_stack_set_visible_child_name (self->stack, error                                            ? "failure"
                                                 : !chart                                         ? "loading"
                                                 : !has_files (self) && mc_chart_is_empty (chart) ? "none"
                                                                                                  : "chart");
  if (!chart)
    return;
  mc_page_set_subtitle (MC_PAGE (self), mc_chart_get_title (chart));
  if (self->n > mc_chart_get_n_categories (chart))
    self->first = self->n = 0;
  mc_workload_page_table_fill (self);
  mc_workload_page_figures_fill (self);
  mc_workload_page_draw (self);
  mc_page_set_complete (MC_PAGE (self), TRUE);
}

static void
again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mc_workload_page_ask (MC_WORKLOAD_PAGE (widget));
}

static void
plan_years_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McSession *session = mc_page_get_session (MC_PAGE (widget));

  if (session)
    adw_dialog_present (mc_plan_years_dialog_new (session), widget);
}

static gboolean
activate_cb (McWorkloadPage *self, const char *key)
{
  McScene *scene = mc_canvas_get_scene (self->canvas);
  McSceneNode *node = scene ? mc_scene_find (scene, key) : NULL;
  const char *target = node ? mc_scene_node_get_target (node) : NULL;

  if (target)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-target", "s", target);
  else if (g_str_has_prefix (key, "cell/") && mc_workload_figure_is_of_tickets (self->spec.figure))
    return mc_workload_page_find_cause (self, key);
  return target != NULL;
}

/* --- The page --- */

static void
mc_workload_page_set_session (McPage *page, McSession *session)
{
  McWorkloadPage *self = MC_WORKLOAD_PAGE (page);

  g_clear_object (&self->settings);
  self->settings = session ? mc_session_list (session, MC_TYPE_SETTING, MC_DAY_NONE) : NULL;
  mc_workload_page_files_allow (self);
  mc_workload_page_ask (self);
}

static void
mc_workload_page_set_as_of (McPage *page, McDay day)
{
  McWorkloadPage *self = MC_WORKLOAD_PAGE (page);

  if (day == MC_DAY_NONE)
    return;
  mc_workload_page_look_at_day (self, day);
  mc_workload_page_ask (self);
}

/* "workload"; "workload/on-time": that chart; "workload/cause/2026-12-05": why people waited on that day;
 * "workload_file/7": the days of that file. */
static gboolean
mc_workload_page_open (McPage *page, const char *target)
{
  McWorkloadPage *self = MC_WORKLOAD_PAGE (page);
  guint kind;

  if (g_str_has_prefix (target, "workload/") &&
      mc_enum_parse (mc_workload_chart_values, target + strlen ("workload/"), &kind))
    {
      self->spec.kind = kind;
      self->first = self->n = 0;
      mc_workload_page_ask (self);
      return TRUE;
    }
  if (g_str_has_prefix (target, "workload/cause/"))
    return mc_workload_page_open_cause (self, target + strlen ("workload/cause/"));
  if (g_str_has_prefix (target, "workload_file/"))
    {
      self->wanted = g_ascii_strtoll (target + strlen ("workload_file/"), NULL, 10);
      mc_workload_page_files_show (self);
      return TRUE;
    }
  return g_str_equal (target, "workload");
}

/* The picture is made for the room that it has. */
static void
room_cb (McWorkloadPage *self)
{
  if (self->width != gtk_widget_get_width (self->scroller) || self->height != gtk_widget_get_height (self->scroller))
    mc_workload_page_draw_soon (self);
}

static void
follow_room (McWorkloadPage *self)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (self->scroller);

  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (scroller), "notify::page-size", G_CALLBACK (room_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (scroller), "notify::page-size", G_CALLBACK (room_cb),
                           self, G_CONNECT_SWAPPED);
}

static void
mc_workload_page_dispose (GObject *object)
{
  McWorkloadPage *self = MC_WORKLOAD_PAGE (object);

  g_clear_handle_id (&self->drawing, g_source_remove);
  if (self->feed)
    g_signal_handlers_disconnect_by_data (self->feed, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_WORKLOAD_PAGE);
  g_clear_object (&self->feed);
  g_clear_object (&self->watch);
  g_clear_object (&self->settings);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (mc_workload_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, McWorkloadPage, stack);
  gtk_widget_class_bind_template_child (widget_class, McWorkloadPage, period);
  gtk_widget_class_bind_template_child (widget_class, McWorkloadPage, split_entry);
  gtk_widget_class_bind_template_child (widget_class, McWorkloadPage, span_choice);
  gtk_widget_class_bind_template_child (widget_class, McWorkloadPage, kind_choice);
  gtk_widget_class_bind_template_child (widget_class, McWorkloadPage, figure_choice);
  gtk_widget_class_bind_template_child (widget_class, McWorkloadPage, by_choice);
  gtk_widget_class_bind_template_child (widget_class, McWorkloadPage, bucket_choice);
  gtk_widget_class_bind_template_child (widget_class, McWorkloadPage, compare_choice);
  gtk_widget_class_bind_template_child (widget_class, McWorkloadPage, scale_choice);
  gtk_widget_class_bind_template_child (widget_class, McWorkloadPage, figures);
  gtk_widget_class_bind_template_child (widget_class, McWorkloadPage, meaning);
  gtk_widget_class_bind_template_child (widget_class, McWorkloadPage, canvas);
  gtk_widget_class_bind_template_child (widget_class, McWorkloadPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, McWorkloadPage, table);
  gtk_widget_class_bind_template_child (widget_class, McWorkloadPage, selection);
  gtk_widget_class_bind_template_child (widget_class, McWorkloadPage, failure);
  gtk_widget_class_bind_template_child (widget_class, McWorkloadPage, news);
}

static void
mc_workload_page_class_init (McWorkloadPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  McPageClass *page_class = MC_PAGE_CLASS (klass);

  object_class->dispose = mc_workload_page_dispose;
  page_class->set_session = mc_workload_page_set_session;
  page_class->set_as_of = mc_workload_page_set_as_of;
  page_class->open = mc_workload_page_open;
  g_type_ensure (MC_TYPE_CANVAS);
  g_type_ensure (MC_TYPE_CANVAS_BAR);
  g_type_ensure (MC_TYPE_DATE_ENTRY);
  g_type_ensure (MC_TYPE_EMPTY_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/workload/mc-workload-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, scale_cb);
  gtk_widget_class_bind_template_callback (widget_class, split_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  mc_workload_page_view_bind (widget_class);
  mc_workload_page_table_bind (widget_class);
  mc_workload_page_files_bind (widget_class);
  mc_workload_page_time_bind (widget_class);
  mc_workload_page_cause_bind (widget_class);
  gtk_widget_class_install_action (widget_class, "workload.again", NULL, again_action);
  gtk_widget_class_install_action (widget_class, "workload.plan-years", NULL, plan_years_action);
}

static McPaper *
make_paper (GtkWidget *page, McScene *scene, gpointer data)
{
  McPaper *paper =
      mc_centre_paper_new (mc_page_get_session (MC_PAGE (page)), scene, mc_page_get_as_of (MC_PAGE (page)));

  g_object_set (paper, "size", (guint)MC_PAPER_A4, NULL);
  return paper;
}

static void
mc_workload_page_init (McWorkloadPage *self)
{
  self->rows = g_list_store_new (G_TYPE_OBJECT);
  self->feed = mc_workload_feed_new ();
  self->spec = (McWorkloadChartSpec){ .by = MC_WORKLOAD_BY_AGENCY,
                                      .bucket = MC_WORKLOAD_DAY,
                                      .level = SERVICE_LEVEL,
                                      .split = MC_DAY_NONE,
                                      .known_to = MC_DAY_NONE };
  self->compare = MC_COMPARE_PREVIOUS;
  self->span = MC_SPAN_MONTH;
  self->split_day = MC_DAY_NONE;
  mc_workload_page_look_at_day (self, mc_day_today ());
  mc_workload_page_settle_time (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->rows));
  fill_choices (self);
  mc_workload_page_figures_init (self);
  mc_workload_page_files_init (self);
  mc_workload_page_view_init (self);
  follow_room (self);
  mc_drawing_actions_install (GTK_WIDGET (self), self->canvas, "workload", make_paper, NULL, NULL);
  g_signal_connect_swapped (self->feed, "changed", G_CALLBACK (changed_cb), self);
}
