/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mc-floor-plan-page.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "mc-canvas-bar.h"
#include "mc-centre-paper.h"
#include "mc-drawing-actions.h"
#include "mc-empty-page.h"
#include "mc-floor-plan-drafts.h"
#include "mc-node-card.h"
#include "mc-plan-editor.h"
#include "mc-plan-feed.h"
#include "mc-plan-floors.h"
#include "mc-plan-layer-menu.h"
#include "mc-plan-screen.h"

struct _McFloorPlanPage
{
  McPage parent_instance;

  McPlanFeed *feed;
  GArray *version_ids; /* gint64, as the drop-down lists them; 0: in force */
  gboolean following;  /* controls are being set, nobody chose */
  gint64 drawn;        /* the draft that is drawn on; 0: none */

  GtkStack *stack;
  GtkDropDown *versions;
  AdwToggleGroup *floors;
  AdwToggleGroup *halves;
  McCanvas *canvas;
  AdwBin *side;
  GtkScale *slider;
  GtkLabel *moment;
  GtkWidget *moment_box;
  GtkMenuButton *more;
  GMenu *layers_section;
};

enum
{
  PROP_NAMES = 1,
  PROP_LABELS,
  PROP_EQUIPMENT,
  PROP_LEGEND,
  PROP_OVERLAY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (McFloorPlanPage, mc_floor_plan_page, MC_TYPE_PAGE)

/* --- The moment: half-days counted from the morning of the window's day --- */

static int
get_offset (McFloorPlanPage *self)
{
  McDay day = mc_page_get_as_of (MC_PAGE (self));

  return 2 * (mc_plan_feed_get_day (self->feed) - day) + (mc_plan_feed_get_half (self->feed) == MC_HALF_AFTERNOON);
}

static void
show_moment (McFloorPlanPage *self)
{
  static const char *const days[] = { NC_ ("weekday", "Mon"), NC_ ("weekday", "Tue"), NC_ ("weekday", "Wed"),
                                      NC_ ("weekday", "Thu"), NC_ ("weekday", "Fri"), NC_ ("weekday", "Sat"),
                                      NC_ ("weekday", "Sun") };
  McDay day = mc_plan_feed_get_day (self->feed);
  gboolean morning = mc_plan_feed_get_half (self->feed) == MC_HALF_MORNING;
  g_autofree char *date = mc_day_format (day);
  g_autofree char *text = NULL;

  if (day == MC_DAY_NONE)
    return;
  text = g_strdup_printf ("%s %s · %s", g_dpgettext2 (NULL, "weekday", days[mc_day_weekday (day) - 1]), date,
                          morning ? _ ("morning") : _ ("afternoon"));
  self->following = TRUE;
  gtk_label_set_label (self->moment, text);
  gtk_range_set_value (GTK_RANGE (self->slider), get_offset (self));
  adw_toggle_group_set_active_name (self->halves, morning ? "morning" : "afternoon");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->slider), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
  self->following = FALSE;
}

static void
look_at_offset (McFloorPlanPage *self, int offset)
{
  McSession *session = mc_page_get_session (MC_PAGE (self));
  McDay day = mc_page_get_as_of (MC_PAGE (self));

  if (!session || day == MC_DAY_NONE)
    return;
  offset = CLAMP (offset, -28, 29);
  mc_plan_feed_look_at (self->feed, session, day + (int)floor (offset / 2.0),
                        offset % 2 != 0 ? MC_HALF_AFTERNOON : MC_HALF_MORNING);
  show_moment (self);
}

static void
slider_cb (McFloorPlanPage *self)
{
  if (!self->following)
    look_at_offset (self, (int)round (gtk_range_get_value (GTK_RANGE (self->slider))));
}

static void
half_chosen_cb (McFloorPlanPage *self)
{
  gboolean afternoon;

  if (self->following || !self->feed)
    return;
  afternoon = g_strcmp0 (adw_toggle_group_get_active_name (self->halves), "afternoon") == 0;
  look_at_offset (self, (get_offset (self) & ~1) + afternoon);
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McFloorPlanPage *self = MC_FLOOR_PLAN_PAGE (widget);

  look_at_offset (self, get_offset (self) + (g_str_has_suffix (name, "after") ? 1 : -1));
}

/* --- Versions and floors --- */

static char *
version_label (McFloorPlan *plan)
{
  g_autofree char *period = mc_period_format_people (plan->during);

  return plan->state == MC_FLOOR_PLAN_STATE_DRAFT ? g_strdup_printf (_ ("Draft: %s"), plan->name)
                                                  : g_strdup_printf ("%s (%s)", plan->name, period);
}

static void
list_versions (McFloorPlanPage *self)
{
  GListModel *plans = G_LIST_MODEL (mc_plan_feed_get_plans (self->feed));
  McFloorPlan *shown = mc_plan_feed_get_plan (self->feed);
  gint64 wanted = 0;
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (self->versions);

  if (selected < self->version_ids->len)
    wanted = g_array_index (self->version_ids, gint64, selected);
  /* One that was begun just now was not in the list when it was opened. */
  if (shown && shown->state == MC_FLOOR_PLAN_STATE_DRAFT)
    wanted = mc_entity_get_id (MC_ENTITY (shown));
  selected = 0;
  self->following = TRUE;
  g_array_set_size (self->version_ids, 1);
  gtk_string_list_append (labels, wanted == 0 && shown ? shown->name : _ ("In force"));
  for (guint i = 0; plans && i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr (McFloorPlan) plan = g_list_model_get_item (plans, i);
      g_autofree char *label = version_label (plan);
      gint64 id = mc_entity_get_id (MC_ENTITY (plan));

      gtk_string_list_append (labels, label);
      g_array_append_val (self->version_ids, id);
      if (id == wanted)
        selected = i + 1;
    }
  gtk_drop_down_set_model (self->versions, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->versions, selected);
  self->following = FALSE;
  if (wanted != 0 && selected == 0)
    mc_plan_feed_set_plan (self->feed, 0);
}

static void
version_chosen_cb (McFloorPlanPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->versions);

  if (!self->following && self->feed && selected < self->version_ids->len)
    mc_plan_feed_set_plan (self->feed, g_array_index (self->version_ids, gint64, selected));
}

static void
show_version (McFloorPlanPage *self, gint64 plan)
{
  for (guint i = 0; i < self->version_ids->len; i++)
    if (g_array_index (self->version_ids, gint64, i) == plan)
      {
        gtk_drop_down_set_selected (self->versions, i);
        return;
      }
  mc_plan_feed_set_plan (self->feed, plan);
}

static void
floor_chosen_cb (McFloorPlanPage *self)
{
  if (!self->following && self->feed)
    mc_plan_floors_choose (self->floors, self->feed);
}

/* --- The picture --- */

static void
count_counters (McFloorPlanPage *self)
{
  GPtrArray *states = mc_plan_feed_get_states (self->feed);
  guint n = states ? states->len : 0, served = 0, standby = 0, closed = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    {
      const McCounterState *state = g_ptr_array_index (states, i);

      served += state->tone == MC_TONE_STAFFED;
      standby += state->tone == MC_TONE_STANDBY;
      closed += state->tone == MC_TONE_CLOSED;
    }
  if (self->drawn)
    {
      mc_page_set_subtitle (MC_PAGE (self), _ ("Draft · each step is kept at once"));
      return;
    }
  text = g_strdup_printf (_ ("%u counters · %u staffed · %u by standbys · %u without anybody"), n, served, standby,
                          n - served - standby - closed);
  mc_page_set_subtitle (MC_PAGE (self), text);
}

/* Whoever may write draws on a draft as soon as it is shown; what is adopted is only looked at. */
static void
show_editor (McFloorPlanPage *self, McFloorPlan *plan, gboolean may_write)
{
  gint64 drawn =
      plan && may_write && plan->state == MC_FLOOR_PLAN_STATE_DRAFT ? mc_entity_get_id (MC_ENTITY (plan)) : 0;

  if (drawn == self->drawn)
    return;
  self->drawn = drawn;
  adw_bin_set_child (self->side, NULL);
  /* A draft shows no people, so no half-day either. */
  gtk_widget_set_visible (self->moment_box, drawn == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->halves), drawn == 0);
  g_object_set (self, "primary-label", drawn ? _ ("Adopt…") : _ ("Assign"), "primary-icon",
                drawn ? "object-select-symbolic" : "list-add-symbolic", "primary-action",
                drawn ? "floorplan.adopt" : "floorplan.assign", NULL);
  if (drawn != 0)
    adw_bin_set_child (self->side, mc_plan_editor_new (self->canvas, self->feed));
}

/* Who draws comes back from the tools to the drawing first. */
static gboolean
mc_floor_plan_page_go_back (McPage *page)
{
  McFloorPlanPage *self = MC_FLOOR_PLAN_PAGE (page);

  if (self->drawn == 0 || gtk_widget_get_state_flags (GTK_WIDGET (self->canvas)) & GTK_STATE_FLAG_FOCUS_WITHIN)
    return FALSE;
  return gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
feed_changed_cb (McFloorPlanPage *self)
{
  McScene *scene = mc_plan_feed_get_scene (self->feed);
  McFloorPlan *plan = mc_plan_feed_get_plan (self->feed);
  McSession *session = mc_page_get_session (MC_PAGE (self));
  gboolean ready = session && mc_plan_feed_get_ready (self->feed);
  gboolean may_write = session && mc_session_get_can_write (session);
  gboolean is_draft = plan && plan->state == MC_FLOOR_PLAN_STATE_DRAFT;

  mc_canvas_set_scene (self->canvas, scene);
  gtk_stack_set_visible_child_name (self->stack, scene ? "plan" : ready ? "none" : "loading");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "floorplan.new-draft", may_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "floorplan.adopt", may_write && is_draft);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "floorplan.rename", may_write && is_draft);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "floorplan.delete-draft", may_write && is_draft);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "floorplan.add-floor", may_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "floorplan.dxf", scene != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "floorplan.assign", may_write);
  if (!ready)
    return;
  show_editor (self, plan, may_write);
  list_versions (self);
  self->following = TRUE;
  mc_plan_floors_list (self->floors, self->feed);
  self->following = FALSE;
  count_counters (self);
  mc_page_set_complete (MC_PAGE (self), TRUE);
}

static gboolean
activate_cb (McFloorPlanPage *self, const char *key)
{
  g_autofree char *target = mc_plan_feed_dup_target (self->feed, key);

  if (target)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-target", "s", target);
  return target != NULL;
}

static gboolean
toggle_cb (McFloorPlanPage *self, const char *key)
{
  McFloorPlanOptions options = mc_plan_feed_get_options (self->feed);

  if (!g_str_equal (key, "legend"))
    return FALSE;
  options.legend_folded = !options.legend_folded;
  mc_plan_feed_set_options (self->feed, &options);
  return TRUE;
}

static gboolean
drop_cb (McFloorPlanPage *self, const char *key, const char *payload)
{
  McSession *session = mc_page_get_session (MC_PAGE (self));
  const McCounterState *state = mc_plan_feed_find_state (self->feed, key);

  if (!session || !state || !g_str_has_prefix (payload, "person/"))
    return FALSE;
  mc_floor_plan_assign (GTK_WIDGET (self), session, state->counter_id,
                        g_ascii_strtoll (payload + strlen ("person/"), NULL, 10));
  return TRUE;
}

/* --- Verbs --- */

static void
assign_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McFloorPlanPage *self = MC_FLOOR_PLAN_PAGE (widget);
  McSession *session = mc_page_get_session (MC_PAGE (self));
  const char *key = mc_canvas_get_focus_key (self->canvas);
  const McCounterState *state = key ? mc_plan_feed_find_state (self->feed, key) : NULL;

  if (session)
    mc_floor_plan_assign (widget, session, state ? state->counter_id : 0, 0);
}

static void
draft_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McFloorPlanPage *self = MC_FLOOR_PLAN_PAGE (widget);

  if (g_str_equal (name, "floorplan.adopt"))
    mc_floor_plan_adopt (widget, self->feed, mc_page_get_as_of (MC_PAGE (self)));
  else if (g_str_equal (name, "floorplan.rename"))
    mc_floor_plan_rename (widget, self->feed);
  else if (g_str_equal (name, "floorplan.delete-draft"))
    mc_floor_plan_delete (widget, self->feed);
  else if (g_str_equal (name, "floorplan.dxf"))
    mc_floor_plan_save_dxf (widget, self->feed);
  else
    mc_floor_plan_new_draft (widget, self->feed, mc_page_get_as_of (MC_PAGE (self)));
}

static void
add_floor_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mc_floor_plan_add_floor (widget, MC_FLOOR_PLAN_PAGE (widget)->feed,
                           g_str_equal (g_variant_get_string (parameter, NULL), "above"));
}

static void
full_screen_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  McFloorPlanPage *self = MC_FLOOR_PLAN_PAGE (widget);
  McSession *session = mc_page_get_session (MC_PAGE (self));
  McFloor *floor = mc_plan_feed_get_floor (self->feed);

  if (session)
    mc_plan_screen_present (GTK_WINDOW (gtk_widget_get_root (widget)), session,
                            floor ? mc_entity_get_id (MC_ENTITY (floor)) : 0);
}

static McPaper *
make_paper (GtkWidget *page, McScene *scene, gpointer data)
{
  McFloorPlanPage *self = MC_FLOOR_PLAN_PAGE (page);

  return mc_centre_paper_new (mc_page_get_session (MC_PAGE (page)), scene, mc_plan_feed_get_day (self->feed));
}

/* --- The page --- */

static void
look (McFloorPlanPage *self)
{
  McSession *session = mc_page_get_session (MC_PAGE (self));
  McDay day = mc_page_get_as_of (MC_PAGE (self));

  if (!session)
    mc_plan_feed_look_at (self->feed, NULL, MC_DAY_NONE, MC_HALF_MORNING);
  else
    look_at_offset (self, day == mc_session_get_today (session) && mc_plan_feed_half_now () == MC_HALF_AFTERNOON);
}

static void
mc_floor_plan_page_set_session (McPage *page, McSession *session)
{
  look (MC_FLOOR_PLAN_PAGE (page));
}

static void
mc_floor_plan_page_set_as_of (McPage *page, McDay day)
{
  look (MC_FLOOR_PLAN_PAGE (page));
}

static gboolean
mc_floor_plan_page_open (McPage *page, const char *target)
{
  McFloorPlanPage *self = MC_FLOOR_PLAN_PAGE (page);

  if (g_str_has_prefix (target, "floor-plan/"))
    show_version (self, g_ascii_strtoll (target + strlen ("floor-plan/"), NULL, 10));
  return g_str_has_prefix (target, "floor-plan");
}

static gboolean *
option_of (McFloorPlanOptions *options, guint id)
{
  switch (id)
    {
    case PROP_NAMES:
      return &options->names;
    case PROP_LABELS:
      return &options->labels;
    case PROP_EQUIPMENT:
      return &options->equipment;
    default:
      return &options->legend;
    }
}

static void
mc_floor_plan_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  McFloorPlanOptions options = mc_plan_feed_get_options (MC_FLOOR_PLAN_PAGE (object)->feed);

  if (id == PROP_OVERLAY)
    g_value_take_string (value, g_strdup_printf ("%d", (int)options.overlay));
  else if (id < N_PROPS)
    g_value_set_boolean (value, *option_of (&options, id));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mc_floor_plan_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  McPlanFeed *feed = MC_FLOOR_PLAN_PAGE (object)->feed;
  McFloorPlanOptions options = mc_plan_feed_get_options (feed);

  if (id == PROP_OVERLAY)
    options.overlay =
        (McPlanOverlay)CLAMP (g_ascii_strtoll (g_value_get_string (value), NULL, 10), 0, MC_N_PLAN_OVERLAYS - 1);
  else if (id < N_PROPS)
    *option_of (&options, id) = g_value_get_boolean (value);
  else
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  mc_plan_feed_set_options (feed, &options);
  g_object_notify_by_pspec (object, pspec);
}

static void
mc_floor_plan_page_dispose (GObject *object)
{
  McFloorPlanPage *self = MC_FLOOR_PLAN_PAGE (object);

  g_signal_handlers_disconnect_by_data (self->feed, self);
  mc_plan_feed_look_at (self->feed, NULL, MC_DAY_NONE, MC_HALF_MORNING);
  self->following = TRUE;
  self->drawn = 0;
  adw_bin_set_child (self->side, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MC_TYPE_FLOOR_PLAN_PAGE);
  G_OBJECT_CLASS (mc_floor_plan_page_parent_class)->dispose (object);
}

static void
mc_floor_plan_page_finalize (GObject *object)
{
  McFloorPlanPage *self = MC_FLOOR_PLAN_PAGE (object);

  g_clear_object (&self->feed);
  g_clear_pointer (&self->version_ids, g_array_unref);
  G_OBJECT_CLASS (mc_floor_plan_page_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "floorplan.before", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "floorplan.after", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "floorplan.assign", NULL, assign_action);
  gtk_widget_class_install_action (widget_class, "floorplan.new-draft", NULL, draft_action);
  gtk_widget_class_install_action (widget_class, "floorplan.adopt", NULL, draft_action);
  gtk_widget_class_install_action (widget_class, "floorplan.rename", NULL, draft_action);
  gtk_widget_class_install_action (widget_class, "floorplan.delete-draft", NULL, draft_action);
  gtk_widget_class_install_action (widget_class, "floorplan.dxf", NULL, draft_action);
  gtk_widget_class_install_action (widget_class, "floorplan.add-floor", "s", add_floor_action);
  gtk_widget_class_install_action (widget_class, "floorplan.full-screen", NULL, full_screen_action);
  gtk_widget_class_install_property_action (widget_class, "floorplan.names", "names");
  gtk_widget_class_install_property_action (widget_class, "floorplan.labels", "labels");
  gtk_widget_class_install_property_action (widget_class, "floorplan.equipment", "equipment");
  gtk_widget_class_install_property_action (widget_class, "floorplan.legend", "legend");
  gtk_widget_class_install_property_action (widget_class, "floorplan.overlay", "overlay");
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/gov/cantho/MotCua/floor-plan/mc-floor-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, McFloorPlanPage, stack);
  gtk_widget_class_bind_template_child (widget_class, McFloorPlanPage, versions);
  gtk_widget_class_bind_template_child (widget_class, McFloorPlanPage, floors);
  gtk_widget_class_bind_template_child (widget_class, McFloorPlanPage, halves);
  gtk_widget_class_bind_template_child (widget_class, McFloorPlanPage, canvas);
  gtk_widget_class_bind_template_child (widget_class, McFloorPlanPage, side);
  gtk_widget_class_bind_template_child (widget_class, McFloorPlanPage, slider);
  gtk_widget_class_bind_template_child (widget_class, McFloorPlanPage, moment);
  gtk_widget_class_bind_template_child (widget_class, McFloorPlanPage, moment_box);
  gtk_widget_class_bind_template_child (widget_class, McFloorPlanPage, more);
  gtk_widget_class_bind_template_child (widget_class, McFloorPlanPage, layers_section);
  gtk_widget_class_bind_template_callback (widget_class, version_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, floor_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, half_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, slider_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggle_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
}

static void
mc_floor_plan_page_class_init (McFloorPlanPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  McPageClass *page_class = MC_PAGE_CLASS (klass);
  static const char *const options[] = { NULL, "names", "labels", "equipment", "legend" };

  object_class->dispose = mc_floor_plan_page_dispose;
  object_class->finalize = mc_floor_plan_page_finalize;
  object_class->get_property = mc_floor_plan_page_get_property;
  object_class->set_property = mc_floor_plan_page_set_property;
  page_class->set_session = mc_floor_plan_page_set_session;
  page_class->set_as_of = mc_floor_plan_page_set_as_of;
  page_class->open = mc_floor_plan_page_open;
  page_class->go_back = mc_floor_plan_page_go_back;
  for (guint i = PROP_NAMES; i <= PROP_LEGEND; i++)
    properties[i] = g_param_spec_boolean (options[i], NULL, NULL, TRUE,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_OVERLAY] = g_param_spec_string ("overlay", NULL, NULL, "0",
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (MC_TYPE_CANVAS);
  g_type_ensure (MC_TYPE_CANVAS_BAR);
  g_type_ensure (MC_TYPE_EMPTY_PAGE);
  bind_template (GTK_WIDGET_CLASS (klass));
  install_actions (GTK_WIDGET_CLASS (klass));
}

static void
mc_floor_plan_page_init (McFloorPlanPage *self)
{
  const gint64 in_force = 0;

  self->version_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (self->version_ids, in_force);
  /* Actions read the options while the template is made, and after it is gone. */
  self->feed = mc_plan_feed_new ();
  self->following = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->following = FALSE;
  g_signal_connect_swapped (self->feed, "changed", G_CALLBACK (feed_changed_cb), self);
  mc_plan_layers_follow (self->feed);
  mc_plan_layer_menu_install (self->more, self->feed, self->layers_section);
  mc_canvas_set_hover_func (self->canvas, mc_node_card_new, NULL, NULL);
  mc_drawing_actions_install (GTK_WIDGET (self), self->canvas, "floor-plan", make_paper, NULL, NULL);
}
