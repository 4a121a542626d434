/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-org-chart-page.h"

#include <glib/gi18n.h>

#include "mc-centre-paper.h"
#include "mc-counter-assignment.h"
#include "mc-counter.h"
#include "mc-drawing-actions.h"
#include "mc-org-chart-page-private.h"
#include "mc-org-counters.h"
#include "mc-report.h"
#include "mc-session-records.h"
#include "mc-setting.h"

G_DEFINE_FINAL_TYPE (McOrgChartPage, mc_org_chart_page, MC_TYPE_PAGE)

enum
{
  PROP_VIEW = 1,
  PROP_DETAIL,
  PROP_DIRECTION,
  PROP_GROUPING,
  PROP_COMPARING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

McOrgChart *
mc_org_chart_page_get_chart (McOrgChartPage *self)
{
  return mc_org_source_get_chart (self->shown);
}

/* --- The picture --- */

static void
fill_options (McOrgChartPage *self, McOrgLayoutOptions *options)
{
  McSession *session = mc_page_get_session (MC_PAGE (self));

  *options = (McOrgLayoutOptions){
    .direction = g_str_equal (self->direction, "right") ? MC_ORG_LEFT_TO_RIGHT : MC_ORG_TOP_DOWN,
    .detail = g_str_equal (self->detail, "name")   ? MC_ORG_NAME
              : g_str_equal (self->detail, "full") ? MC_ORG_FULL
                                                   : MC_ORG_POST,
    .grouping = g_str_equal (self->grouping, "counter") ? MC_ORG_BY_COUNTER : MC_ORG_BY_AGENCY,
    .collapsed = self->collapsed,
    .photos = mc_photos_get (self->photos),
    .diff = self->diff,
    .editable = session && mc_session_get_can_write (session),
  };
}

static void
want_photos (McOrgChartPage *self, McOrgChart *chart)
{
  const GPtrArray *seats = mc_org_chart_get_seats (chart);
  g_autofree gint64 *ids = g_new0 (gint64, seats->len + 1);

  for (guint i = 0; i < seats->len; i++)
    ids[i] = ((const McOrgSeat *)g_ptr_array_index (seats, i))->photo_id;
  mc_photos_want (self->photos, mc_page_get_session (MC_PAGE (self)), ids, seats->len);
}

void
mc_org_chart_page_redraw (McOrgChartPage *self)
{
  McOrgChart *chart = mc_org_chart_page_get_chart (self);
  McOrgLayoutOptions options;
  g_autoptr (GHashTable) counters = NULL;
  g_autoptr (McScene) scene = NULL;

  if (!chart)
    return;
  fill_options (self, &options);
  if (options.grouping == MC_ORG_BY_COUNTER && self->counters)
    counters = mc_org_counters_new (G_LIST_MODEL (self->counters), G_LIST_MODEL (self->assignments),
                                    mc_org_chart_get_day (chart));
  options.counters = counters;
  if (options.detail == MC_ORG_FULL)
    want_photos (self, chart);
  scene = mc_org_layout (chart, &options);
  mc_canvas_set_scene (self->canvas, scene);
}

static void
update_stack (McOrgChartPage *self)
{
  McOrgChart *chart = mc_org_chart_page_get_chart (self);
  const GError *error = mc_org_source_get_error (self->shown);

  if (!chart && error)
    adw_status_page_set_description (self->none_page, mc_report_reason (error));
  if (!chart)
    gtk_stack_set_visible_child_name (self->stack, error ? "none" : "loading");
  else if (!mc_org_chart_get_seats (chart)->len)
    gtk_stack_set_visible_child_name (self->stack, "none");
  else
    gtk_stack_set_visible_child_name (self->stack, self->view);
}

static void
update_numbers (McOrgChartPage *self, McOrgChart *chart)
{
  g_autofree char *headline = mc_org_chart_dup_headline (chart);
  g_autofree char *why = mc_org_chart_dup_why (chart);

  gtk_label_set_label (self->headline, headline);
  gtk_label_set_label (self->why, why);
  gtk_widget_set_visible (GTK_WIDGET (self->why_button), *why != '\0');
}

/* --- The day, and the day to compare with --- */

static void
update_diff (McOrgChartPage *self)
{
  McOrgChart *now = mc_org_chart_page_get_chart (self), *then = mc_org_source_get_chart (self->before);
  g_autofree char *summary = NULL;

  g_clear_object (&self->diff);
  if (self->comparing && now && then)
    self->diff = mc_org_diff_new (then, now);
  gtk_single_selection_set_model (self->change_selection, G_LIST_MODEL (self->diff));
  summary = self->diff ? mc_org_diff_dup_summary (self->diff) : g_strdup ("");
  gtk_label_set_label (self->summary, summary);
}

static void
chart_changed_cb (McOrgChartPage *self)
{
  McOrgChart *chart = mc_org_chart_page_get_chart (self);
  g_autofree char *wanted = g_strdup (self->wanted);

  update_diff (self);
  if (chart)
    {
      self->following = TRUE;
      mc_org_chart_table_fill (self, chart);
      self->following = FALSE;
      update_numbers (self, chart);
      mc_org_chart_page_redraw (self);
    }
  update_stack (self);
  mc_org_chart_acts_update (self);
  if (chart)
    mc_page_set_complete (MC_PAGE (self), TRUE);
  if (wanted)
    mc_org_chart_page_go_to (self, wanted);
}

static void
before_changed_cb (McOrgChartPage *self)
{
  update_diff (self);
  if (mc_org_chart_page_get_chart (self))
    mc_org_chart_table_fill (self, mc_org_chart_page_get_chart (self));
  mc_org_chart_page_redraw (self);
}

static void
look_before (McOrgChartPage *self)
{
  McDay day = mc_date_entry_get_day (self->since);

  mc_org_source_look_at (self->before, self->comparing ? mc_page_get_session (MC_PAGE (self)) : NULL, day);
  if (!self->comparing || day == MC_DAY_NONE)
    before_changed_cb (self);
}

static void
since_changed_cb (McOrgChartPage *self)
{
  if (self->before)
    look_before (self);
}

/* The state before the last change is what one most often wants to see. */
static void
suggest_since (McOrgChartPage *self)
{
  McDay day = mc_page_get_as_of (MC_PAGE (self));
  McDay before = mc_org_timeline_get_change_before (self->timeline, day);

  if (mc_date_entry_get_day (self->since) == MC_DAY_NONE && day != MC_DAY_NONE)
    mc_date_entry_set_day (self->since, before != MC_DAY_NONE ? before : day - 30);
}

static void
look (McOrgChartPage *self)
{
  McSession *session = mc_page_get_session (MC_PAGE (self));
  McDay day = mc_page_get_as_of (MC_PAGE (self));

  mc_org_source_look_at (self->shown, session, day);
  if (day != MC_DAY_NONE)
    mc_org_timeline_set_day (self->timeline, day);
  if (self->counters)
    g_signal_handlers_disconnect_by_data (self->counters, self);
  if (self->assignments)
    g_signal_handlers_disconnect_by_data (self->assignments, self);
  g_clear_object (&self->counters);
  g_clear_object (&self->assignments);
  if (session && g_str_equal (self->grouping, "counter"))
    {
      self->counters = mc_session_list (session, MC_TYPE_COUNTER, day);
      self->assignments = mc_session_list (session, MC_TYPE_COUNTER_ASSIGNMENT, day);
      g_signal_connect_swapped (self->counters, "changed", G_CALLBACK (mc_org_chart_page_redraw), self);
      g_signal_connect_swapped (self->assignments, "changed", G_CALLBACK (mc_org_chart_page_redraw), self);
    }
  update_stack (self);
  mc_org_chart_acts_update (self);
}

static void
mc_org_chart_page_set_session (McPage *page, McSession *session)
{
  McOrgChartPage *self = MC_ORG_CHART_PAGE (page);

  /* The names on the sheet are there when it is printed. */
  g_clear_object (&self->settings);
  self->settings = session ? mc_session_list (session, MC_TYPE_SETTING, MC_DAY_NONE) : NULL;
  mc_org_timeline_set_session (self->timeline, session);
  look (self);
  look_before (self);
}

static void
mc_org_chart_page_set_as_of (McPage *page, McDay day)
{
  look (MC_ORG_CHART_PAGE (page));
}

static gboolean
mc_org_chart_page_open (McPage *page, const char *target)
{
  McOrgChartPage *self = MC_ORG_CHART_PAGE (page);

  if (g_str_has_prefix (target, "seat/"))
    mc_org_chart_page_go_to (self, target);
  return g_str_equal (target, "org-chart") || g_str_has_prefix (target, "seat/");
}

static gboolean
mc_org_chart_page_grab_search (McPage *page)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MC_ORG_CHART_PAGE (page)->search));
}

/* --- Folding --- */

static gboolean
toggle_cb (McOrgChartPage *self, const char *key)
{
  const char *of = g_str_has_prefix (key, "toggle/") ? key + strlen ("toggle/") : key;

  if (!g_hash_table_remove (self->collapsed, of))
    g_hash_table_add (self->collapsed, g_strdup (of));
  mc_org_chart_page_redraw (self);
  return TRUE;
}

static void
fold_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McOrgChartPage *self = MC_ORG_CHART_PAGE (widget);
  McOrgChart *chart = mc_org_chart_page_get_chart (self);
  McOrgLayoutOptions options;
  g_autoptr (GPtrArray) keys = NULL;

  g_hash_table_remove_all (self->collapsed);
  if (chart && g_str_equal (name, "orgchart.fold"))
    {
      fill_options (self, &options);
      keys = mc_org_layout_list_groups (chart, &options);
      for (guint i = 0; i < keys->len; i++)
        g_hash_table_add (self->collapsed, g_strdup (g_ptr_array_index (keys, i)));
    }
  mc_org_chart_page_redraw (self);
}

/* --- Signals of the canvas and of the lists --- */

static gboolean
activate_cb (McOrgChartPage *self, const char *key)
{
  return mc_org_chart_acts_activate (self, key);
}

static gboolean
context_cb (McOrgChartPage *self, const char *key, double x, double y)
{
  return mc_org_chart_acts_popup (self, key, x, y);
}

static gboolean
drop_cb (McOrgChartPage *self, const char *key, const char *payload)
{
  return mc_org_chart_acts_drop (self, key, payload);
}

static void
change_activated_cb (McOrgChartPage *self, guint position)
{
  g_autoptr (McOrgChange) change = g_list_model_get_item (G_LIST_MODEL (self->change_selection), position);
  const char *key = change ? mc_org_change_get_key (change) : NULL;

  if (key)
    mc_org_chart_page_go_to (self, key);
  else if (change && change->before && change->before->person_id)
    {
      g_autofree char *target = g_strdup_printf ("person/%" G_GINT64_FORMAT, change->before->person_id);

      gtk_widget_activate_action (GTK_WIDGET (self), "win.open-target", "s", target);
    }
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McOrgChartPage *self = MC_ORG_CHART_PAGE (widget);

  if (g_str_equal (name, "orgchart.play"))
    mc_org_timeline_play (self->timeline);
  else
    mc_org_timeline_step (self->timeline, g_str_equal (name, "orgchart.after") ? 1 : -1);
}

/* --- Properties --- */

static void
mc_org_chart_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McOrgChartPage *self = MC_ORG_CHART_PAGE (object);
  char *const texts[] = { NULL, self->view, self->detail, self->direction, self->grouping };

  if (id == PROP_COMPARING)
    g_value_set_boolean (value, self->comparing);
  else
    g_value_set_string (value, texts[id]);
}

static void
set_comparing (McOrgChartPage *self, gboolean comparing)
{
  self->comparing = comparing;
  if (comparing)
    suggest_since (self);
  look_before (self);
}

static void
mc_org_chart_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  McOrgChartPage *self = MC_ORG_CHART_PAGE (object);
  char **const texts[] = { NULL, &self->view, &self->detail, &self->direction, &self->grouping };

  if (id == PROP_COMPARING)
    {
      if (self->comparing == g_value_get_boolean (value))
        return;
      set_comparing (self, g_value_get_boolean (value));
    }
  else if (!g_value_get_string (value) || !g_set_str (texts[id], g_value_get_string (value)))
    return;
  else if (id == PROP_VIEW)
    update_stack (self);
  else
    {
      if (id == PROP_GROUPING)
        look (self);
      mc_org_chart_page_redraw (self);
    }
  g_object_notify_by_pspec (object, properties[id]);
}

static void
mc_org_chart_page_dispose (GObject *object)
{
  McOrgChartPage *self = MC_ORG_CHART_PAGE (object);

  if (self->counters)
    g_signal_handlers_disconnect_by_data (self->counters, self);
  if (self->assignments)
    g_signal_handlers_disconnect_by_data (self->assignments, self);
  g_clear_object (&self->counters);
  g_clear_object (&self->assignments);
  g_clear_object (&self->settings);
  if (self->shown)
    g_signal_handlers_disconnect_by_data (self->shown, self);
  if (self->before)
    g_signal_handlers_disconnect_by_data (self->before, self);
  if (self->photos)
    g_signal_handlers_disconnect_by_data (self->photos, self);
  g_clear_object (&self->shown);
  g_clear_object (&self->before);
  g_clear_object (&self->photos);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_ORG_CHART_PAGE);
  g_clear_object (&self->diff);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (mc_org_chart_page_parent_class)->dispose (object);
}

static void
mc_org_chart_page_finalize (GObject *object)
{
  McOrgChartPage *self = MC_ORG_CHART_PAGE (object);

  g_hash_table_unref (self->collapsed);
  g_free (self->needle);
  g_free (self->wanted);
  g_free (self->view);
  g_free (self->detail);
  g_free (self->direction);
  g_free (self->grouping);
  G_OBJECT_CLASS (mc_org_chart_page_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, "chart", flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, "post", flags);
  properties[PROP_DIRECTION] = g_param_spec_string ("direction", NULL, NULL, "down", flags);
  properties[PROP_GROUPING] = g_param_spec_string ("grouping", NULL, NULL, "agency", flags);
  properties[PROP_COMPARING] = g_param_spec_boolean ("comparing", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, McOrgChartPage, search);
  gtk_widget_class_bind_template_child (widget_class, McOrgChartPage, stack);
  gtk_widget_class_bind_template_child (widget_class, McOrgChartPage, none_page);
  gtk_widget_class_bind_template_child (widget_class, McOrgChartPage, canvas);
  gtk_widget_class_bind_template_child (widget_class, McOrgChartPage, table);
  gtk_widget_class_bind_template_child (widget_class, McOrgChartPage, selection);
  gtk_widget_class_bind_template_child (widget_class, McOrgChartPage, filtered);
  gtk_widget_class_bind_template_child (widget_class, McOrgChartPage, filter);
  gtk_widget_class_bind_template_child (widget_class, McOrgChartPage, timeline);
  gtk_widget_class_bind_template_child (widget_class, McOrgChartPage, headline);
  gtk_widget_class_bind_template_child (widget_class, McOrgChartPage, why);
  gtk_widget_class_bind_template_child (widget_class, McOrgChartPage, why_button);
  gtk_widget_class_bind_template_child (widget_class, McOrgChartPage, since);
  gtk_widget_class_bind_template_child (widget_class, McOrgChartPage, summary);
  gtk_widget_class_bind_template_child (widget_class, McOrgChartPage, changes);
  gtk_widget_class_bind_template_child (widget_class, McOrgChartPage, change_selection);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggle_cb);
  gtk_widget_class_bind_template_callback (widget_class, context_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
  gtk_widget_class_bind_template_callback (widget_class, since_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_activated_cb);
}

static void
mc_org_chart_page_class_init (McOrgChartPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  McPageClass *page_class = MC_PAGE_CLASS (klass);

  object_class->dispose = mc_org_chart_page_dispose;
  object_class->finalize = mc_org_chart_page_finalize;
  object_class->get_property = mc_org_chart_page_get_property;
  object_class->set_property = mc_org_chart_page_set_property;
  page_class->set_session = mc_org_chart_page_set_session;
  page_class->set_as_of = mc_org_chart_page_set_as_of;
  page_class->open = mc_org_chart_page_open;
  page_class->grab_search = mc_org_chart_page_grab_search;
  install_properties (object_class);

  g_type_ensure (MC_TYPE_CANVAS);
  g_type_ensure (MC_TYPE_DATE_ENTRY);
  g_type_ensure (MC_TYPE_ORG_TIMELINE);
  g_type_ensure (MC_TYPE_ORG_SEAT);
  g_type_ensure (MC_TYPE_ORG_CHANGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/org-chart/mc-org-chart-page.ui");
  bind_children (widget_class);
  mc_org_chart_cells_bind (widget_class);
  mc_org_chart_table_bind (widget_class);
  mc_org_chart_acts_install (widget_class);
  gtk_widget_class_install_property_action (widget_class, "orgchart.direction", "direction");
  gtk_widget_class_install_property_action (widget_class, "orgchart.grouping", "grouping");
  gtk_widget_class_install_action (widget_class, "orgchart.fold", NULL, fold_action);
  gtk_widget_class_install_action (widget_class, "orgchart.unfold", NULL, fold_action);
  gtk_widget_class_install_action (widget_class, "orgchart.before", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "orgchart.after", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "orgchart.play", NULL, step_action);
}

static McPaper *
make_paper (GtkWidget *page, McScene *scene, gpointer data)
{
  return mc_centre_paper_new (mc_page_get_session (MC_PAGE (page)), scene, mc_page_get_as_of (MC_PAGE (page)));
}

static void
mc_org_chart_page_init (McOrgChartPage *self)
{
  self->view = g_strdup ("chart");
  self->detail = g_strdup ("post");
  self->direction = g_strdup ("down");
  self->grouping = g_strdup ("agency");
  self->collapsed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->photos = mc_photos_new ();
  self->shown = mc_org_source_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  mc_org_chart_table_init (self);
  mc_drawing_actions_install (GTK_WIDGET (self), self->canvas, "org-chart", make_paper, NULL, NULL);
  self->before = mc_org_source_new ();
  g_signal_connect_swapped (self->photos, "changed", G_CALLBACK (mc_org_chart_page_redraw), self);
  g_signal_connect_swapped (self->shown, "changed", G_CALLBACK (chart_changed_cb), self);
  g_signal_connect_swapped (self->before, "changed", G_CALLBACK (before_changed_cb), self);
}
